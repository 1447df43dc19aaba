// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxlanguage.h"
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/serveranswers.h"
#include "backend/regex/content.h"
#include "backend/regex/subjects.h"

#include <QCoreApplication>
#include <algorithm>
#include <vector>

namespace gw {
namespace {

/// What one search may cost: a location that is shadowed is found with far less.
constexpr RegexBudget budget{2000, 400'000};
/// So many are held against one location; what a later one hides is not said.
constexpr qsizetype mostOthers = 40;
constexpr int deepest = 10;

/// A set of URIs: those that a location asks for.
struct UriPattern {
    QByteArray text;
    RegexCase letters = RegexCase::Sensitive;
    NginxSetting location; ///< that it is of
};

UriPattern beginningWith(const NginxLocation &location)
{
    return {'^' + nginxQuotedPattern(location.name), RegexCase::Sensitive, location.setting};
}

UriPattern exactly(const NginxLocation &location)
{
    return {'^' + nginxQuotedPattern(location.name) + "\\z", RegexCase::Sensitive, location.setting};
}

/// The locations of one block, as ngx_http_core_find_location() asks them.
struct Level {
    QList<NginxLocation> exact;
    QList<NginxLocation> prefixes; ///< of both kinds
    QList<NginxLocation> patterns;
};

Level levelOf(const NginxView &view, NginxSetting block)
{
    Level level;
    for (const NginxSetting setting : view.in(block, "location")) {
        const NginxLocation location = NginxLocation::of(setting);
        switch (location.kind) {
        case NginxLocation::Kind::Exact: level.exact.append(location); break;
        case NginxLocation::Kind::Pattern: level.patterns.append(location); break;
        case NginxLocation::Kind::Named: break;
        case NginxLocation::Kind::Prefix:
        case NginxLocation::Kind::PrefixOnly: level.prefixes.append(location); break;
        }
    }
    return level;
}

/// No pattern of the level is asked for a URI that begins so.
bool endsSearch(const Level &level, const NginxLocation &prefix)
{
    return prefix.kind == NginxLocation::Kind::PrefixOnly &&
           std::none_of(level.prefixes.cbegin(), level.prefixes.cend(), [&](const NginxLocation &other) {
               return other.kind == NginxLocation::Kind::Prefix && other.name.startsWith(prefix.name);
           });
}

class Search {
public:
    explicit Search(const NginxView &view) : m_view(view) {}

    QList<Finding> findings() &&
    {
        for (const NginxSetting server : m_view.servers()) {
            if (const NginxSetting answer = answerOfServer(m_view, server))
                addHidden(server, answer);
            else
                visit(server, {{"^/", RegexCase::Sensitive, {}}}, 0);
        }
        return std::move(m_findings);
    }

private:
    /// The server answers everything itself; only what nginx sends to a named location gets past that.
    void addHidden(NginxSetting server, NginxSetting answer)
    {
        for (const NginxSetting setting : m_view.in(server, "location")) {
            const NginxLocation location = NginxLocation::of(setting);
            if (location.kind == NginxLocation::Kind::Named || isAcmePath(location.name))
                continue; // the rule about certificates speaks of the latter
            add(setting, {answer},
                QCoreApplication::translate("nginx", "No request reaches this location: its server answers before"),
                QCoreApplication::translate(
                    "nginx",
                    "nginx carries out “return” and “rewrite” of the server before it looks for a location. Put them "
                    "into a “location /”, and the other locations are asked again."));
        }
    }

    // NOLINTNEXTLINE(misc-no-recursion): no deeper than `deepest`
    void visit(NginxSetting block, const QList<UriPattern> &around, int depth)
    {
        const Level level = levelOf(m_view, block);
        QList<UriPattern> before;
        for (const NginxLocation &location : level.exact)
            before.append(exactly(location));
        for (const NginxLocation &location : level.prefixes) {
            if (endsSearch(level, location))
                before.append(beginningWith(location));
        }
        for (const NginxLocation &location : level.patterns) {
            const UriPattern own{location.name, location.letters, location.setting};
            judge(location, around + QList{own}, before);
            before.append(own);
            enter(location, around + QList{own}, depth);
        }
        const QList<UriPattern> patterns = patternsOf(level);
        for (const NginxLocation &location : level.prefixes) {
            const QList<UriPattern> own = around + QList{beginningWith(location)};
            // What stands in it may be asked before the patterns beside it. Of the outermost its own name is a URI.
            const bool isAskedFirst =
                location.kind == NginxLocation::Kind::PrefixOnly || m_view.has(location.setting, "location");
            if (!isAskedFirst && (depth > 0 || isTaken(location.name, patterns)))
                judge(location, own, patterns);
            enter(location, own, depth);
        }
    }

    static QList<UriPattern> patternsOf(const Level &level)
    {
        QList<UriPattern> patterns;
        for (const NginxLocation &location : level.patterns)
            patterns.append({location.name, location.letters, location.setting});
        return patterns;
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    void enter(const NginxLocation &location, const QList<UriPattern> &around, int depth)
    {
        if (depth < deepest && m_view.has(location.setting, "location"))
            visit(location.setting, around, depth + 1);
    }

    void judge(const NginxLocation &location, const QList<UriPattern> &all, const QList<UriPattern> &before)
    {
        if (!isNever(all, before))
            return;
        if (isNever(all, {})) {
            add(location.setting, {location.setting.parent()},
                QCoreApplication::translate("nginx", "No request reaches this location: no URI fits it"),
                QCoreApplication::translate("nginx", "No URI matches it and the location around it."));
            return;
        }
        add(location.setting, hidersOf(all, before),
            QCoreApplication::translate("nginx", "No request reaches this location: others take all of its URIs"),
            QCoreApplication::translate(
                "nginx",
                "The first pattern that matches holds, before all that follow and before prefixes without “^~”. What "
                "is written here, access rules too, holds for no request: move it up, or take it out."));
    }

    /// One that hides it alone; else the first few that together do.
    QList<NginxSetting> hidersOf(const QList<UriPattern> &all, const QList<UriPattern> &before)
    {
        QList<NginxSetting> hiders;
        for (const UriPattern &each : before.mid(0, mostOthers)) {
            if (isNever(all, {each}))
                return {each.location};
            hiders.append(each.location);
        }
        return hiders.mid(0, 3);
    }

    /// Proven: no URI fits all of `all` and nothing of `none`.
    bool isNever(const QList<UriPattern> &all, const QList<UriPattern> &none)
    {
        const RegexAnswer some = search(all, {});
        // What stands for it mostly shows at once that it is reached.
        if (none.isEmpty() || some.is != RegexAnswer::Is::Yes || !isTaken(some.witness, none))
            return some.is == RegexAnswer::Is::No;
        return search(all, none).is == RegexAnswer::Is::No;
    }

    /// Whether one of them may match this URI. Most lack a byte that the pattern must have: that is seen at once.
    bool isTaken(const QByteArray &uri, const QList<UriPattern> &patterns)
    {
        return std::any_of(patterns.cbegin(), patterns.cend(), [&](const UriPattern &each) {
            const QByteArray &needed = neededBy(each);
            const bool lacks = std::any_of(needed.cbegin(), needed.cend(), [&](char c) { return !uri.contains(c); });
            return !lacks && m_patterns.match(each.text, each.letters, uri) != NginxPattern::Outcome::DoesNotMatch;
        });
    }

    /// The bytes that are in every URI that it matches.
    const QByteArray &neededBy(const UriPattern &pattern)
    {
        auto &known = m_needed[int(pattern.letters)];
        auto needed = known.constFind(pattern.text);
        if (needed == known.cend()) {
            QByteArray bytes;
            const Regex *regex = m_view.treeOf(pattern.text, pattern.letters);
            const ByteSet must = regex ? contentOf(*regex).must : ByteSet();
            for (int byte = 0; byte < 256; ++byte) {
                if (must.has(quint8(byte)))
                    bytes.append(char(byte));
            }
            needed = known.insert(pattern.text, bytes);
        }
        return *needed;
    }

    RegexAnswer search(const QList<UriPattern> &all, const QList<UriPattern> &none)
    {
        QByteArray key;
        std::vector<const Regex *> wanted;
        std::vector<const Regex *> unwanted;
        const auto take = [&](const UriPattern &pattern, std::vector<const Regex *> &into) {
            key += char('0' + int(pattern.letters)) + pattern.text + '\0';
            const Regex *regex = m_view.treeOf(pattern.text, pattern.letters);
            if (regex)
                into.push_back(regex);
            return regex != nullptr;
        };
        for (const UriPattern &pattern : all) {
            if (!take(pattern, wanted))
                return {};
        }
        key += '\0';
        for (const UriPattern &pattern : none.mid(0, mostOthers))
            take(pattern, unwanted);
        const auto known = m_known.constFind(key);
        return known != m_known.cend() ? *known : *m_known.insert(key, subjectThat(wanted, unwanted, budget));
    }

    void add(NginxSetting location, const QList<NginxSetting> &hiders, const QString &title, const QString &explanation)
    {
        Finding finding = m_view.finding(location, Severity::Medium, title, explanation);
        for (const NginxSetting hider : hiders)
            finding.proof.append(m_view.lines(hider));
        m_findings.append(finding);
    }

    const NginxView &m_view;
    QHash<QByteArray, RegexAnswer> m_known;    ///< many servers have the same locations
    QHash<QByteArray, QByteArray> m_needed[2]; ///< by RegexCase
    NginxPatterns m_patterns;
    QList<Finding> m_findings;
};

RuleOutcome check(const NginxView &view)
{
    return Search(view).findings();
}

} // namespace

const NginxRule nginx::unreachableLocation{
    "nginx.unreachable-location",
    QT_TRANSLATE_NOOP("rules", "Every location can be reached by a request"),
    "nginx.org, ngx_http_core_module, location; Development guide, HTTP phases",
    everyProfile,
    check,
};

} // namespace gw
