// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/nginxvariables.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

Finding refused(const NginxView &view, const NginxRegex &pattern, const RegexError &error)
{
    return view.finding(pattern.setting, Severity::High,
                        QCoreApplication::translate("nginx", "nginx refuses this pattern: %1").arg(error.words),
                        QCoreApplication::translate("nginx", "With it nginx does not start and takes no new "
                                                             "configuration. The fault is at byte %1 of the pattern.")
                            .arg(error.offset));
}

/// Directives whose values nginx puts together for each request; from which argument on.
struct Valued {
    const char *name;
    int first;
};
constexpr std::array valued{
    Valued{"set", 1},           Valued{"return", 0},       Valued{"rewrite", 1},    Valued{"add_header", 1},
    Valued{"proxy_pass", 0},    Valued{"try_files", 0},    Valued{"root", 0},       Valued{"alias", 0},
    Valued{"fastcgi_param", 1}, Valued{"uwsgi_param", 1},  Valued{"if", 0},         Valued{"proxy_set_header", 1},
    Valued{"error_page", 1},    Valued{"auth_request", 0}, Valued{"scgi_param", 1}, Valued{"grpc_set_header", 1},
};

/// Digits of $1 … in the values of a directive.
QList<int> groupsIn(NginxSetting setting, int first)
{
    QList<int> groups;
    const bool isIf = setting.is("if");
    const NginxCondition condition = isIf ? conditionOf(setting) : NginxCondition();
    const QList<QByteArray> values = isIf
                                         ? QList<QByteArray>{condition.left, condition.isRegex() ? "" : condition.right}
                                         : setting.arguments().mid(first);
    for (const QByteArray &value : values) {
        if (!value.contains('$'))
            continue;
        for (const NginxValuePart &part : nginxValueParts(value)) {
            const int group = captureOf(part);
            if (group > 0 && !groups.contains(group))
                groups.append(group);
        }
        if (setting.is("rewrite"))
            break; // the flag
    }
    return groups;
}

/// How many groups a pattern has; a large number where that is not known.
int captureCount(const NginxView &view, const NginxRegex &pattern)
{
    const Regex *regex = view.treeOf(pattern.text, pattern.letters);
    return regex ? regex->captureCount : 99;
}

/// A request may have come from another location of the server, where something matched; maps match anywhere.
class Elsewhere {
public:
    explicit Elsewhere(const NginxView &view)
    {
        for (const NginxRegex &pattern : view.regexes()) {
            if (pattern.isNegated)
                continue;
            const NginxSetting server = pattern.setting.enclosing("server");
            int &most = m_most[server ? server.index() : 0];
            most = std::max(most, captureCount(view, pattern));
        }
    }
    int mostGroups(NginxSetting at) const
    {
        const NginxSetting server = at.enclosing("server");
        return std::max(m_most.value(0), server ? m_most.value(server.index()) : 0);
    }

private:
    QHash<quint32, int> m_most; ///< by server; 0: http
};

QString listOf(const QList<int> &groups)
{
    QStringList names;
    for (const int group : groups)
        names.append(u"$%1"_s.arg(group));
    return names.join(u", "_s);
}

Finding missing(const NginxView &view, NginxSetting setting, const QList<int> &groups,
                const QList<NginxRegex> &patterns)
{
    Finding finding = view.finding(
        setting, Severity::Medium,
        QCoreApplication::translate("nginx", "%1 is always empty here: no pattern has that group").arg(listOf(groups)),
        QCoreApplication::translate(
            "nginx", "A number stands for what a pair of parentheses of the pattern took; (?i) and (?:…) take nothing, "
                     "and “!~” leaves nothing behind. Put parentheses around what is meant."));
    for (const NginxRegex &pattern : patterns) {
        if (pattern.setting != setting)
            finding.proof.append(view.lines(pattern.setting));
    }
    return finding;
}

std::optional<Finding> check(const NginxView &view, const NginxVariables &variables, const Elsewhere &elsewhere,
                             NginxSetting setting, int first)
{
    QList<int> groups = groupsIn(setting, first);
    if (groups.isEmpty())
        return std::nullopt;
    const std::optional<NginxRegex> own = setting.is("rewrite") ? regexOf(setting) : std::nullopt;
    const QList<NginxRegex> patterns = own ? QList<NginxRegex>{*own} : variables.capturesFor(setting);
    int most = 0;
    for (const NginxRegex &pattern : patterns)
        most = std::max(most, captureCount(view, pattern));
    if (patterns.isEmpty())
        most = elsewhere.mostGroups(setting);
    groups.removeIf([most](int group) { return group <= most; });
    return groups.isEmpty() ? std::nullopt : std::optional(missing(view, setting, groups, patterns));
}

void checkMap(const NginxView &view, NginxSetting map, QList<Finding> &findings)
{
    for (const NginxSetting entry : map.children()) {
        const std::optional<NginxRegex> pattern = regexOf(entry);
        if (!pattern || !entry.argument(0).contains('$'))
            continue;
        QList<int> groups = groupsIn(entry, 0);
        const int most = captureCount(view, *pattern);
        groups.removeIf([most](int group) { return group <= most; });
        if (!groups.isEmpty())
            findings.append(missing(view, entry, groups, {}));
    }
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const NginxRegex &pattern : view.regexes()) {
        const auto *error = std::get_if<RegexError>(&view.regex(pattern.text, pattern.letters));
        if (error && error->kind == RegexError::Kind::Refused)
            findings.append(refused(view, pattern, *error));
    }
    const NginxVariables variables(view);
    const Elsewhere elsewhere(view);
    for (const Valued &each : valued) {
        for (const NginxSetting setting : view.named(each.name)) {
            if (!view.isHttp(setting))
                continue;
            if (const auto finding = check(view, variables, elsewhere, setting, each.first))
                findings.append(*finding);
        }
    }
    for (const NginxSetting map : view.named("map"))
        checkMap(view, map, findings);
    return findings;
}

} // namespace

const NginxRule nginx::invalidRegex{
    "nginx.invalid-regex",
    QT_TRANSLATE_NOOP("rules", "Patterns are valid and have the groups that are asked of them"),
    "nginx.org, ngx_http_rewrite_module; pcre2pattern(3)",
    everyProfile,
    check,
};

} // namespace gw
