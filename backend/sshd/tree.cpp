// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/sshd/tree.h"

#include "backend/sshd/lexer.h"
#include "backend/sshd/patterns.h"

#include <algorithm>

namespace gw {
namespace {

constexpr int maximumDepth = 16;    // SERVCONF_MAX_DEPTH
constexpr int maximumLines = 20000; // of ours: files that include one another many times over

QByteArray withoutDoubleSlashes(QByteArray path)
{
    while (path.contains("//"))
        path.replace("//", "/");
    return path;
}

/// Relative names are in /etc/ssh, wherever the including file lies.
QByteArray includedPath(const QByteArray &written)
{
    return withoutDoubleSlashes(written.startsWith('/') || written.startsWith('~') ? written : "/etc/ssh/" + written);
}

bool hasWildcard(const QByteArray &path)
{
    return path.contains('*') || path.contains('?') || path.contains('[');
}

/// Reads the files in the order of sshd and takes down every line that sets something.
class Reader {
public:
    Reader(const QList<SshdFile> &files, const SshdVersion &version, QList<SshdSetting> &settings,
           QList<SshdProblem> &problems)
        : m_files(files), m_version(version), m_settings(settings), m_problems(problems)
    {
    }

    void read(const SshdFile &file, const QList<SshdMatch> &outer, int depth)
    {
        QList<SshdMatch> matches = outer;
        for (const SshdLine &line : file.lines) {
            if (m_linesLeft-- <= 0)
                return;
            if (line.kind == SshdLine::Kind::Broken)
                problem(SshdProblem::Kind::BrokenLine, originOf(file, line), line.keyword);
            if (line.kind != SshdLine::Kind::Directive)
                continue;
            const SshdKeyword *keyword = sshdCanonicalKeyword(line.keyword);
            if (!keyword)
                problem(SshdProblem::Kind::UnknownKeyword, originOf(file, line), line.keyword);
            else if (qstrcmp(keyword->name, "Match") == 0)
                matches = outer + QList<SshdMatch>{matchOf(file, line)};
            else if (qstrcmp(keyword->name, "Include") == 0)
                include(file, line, matches, depth);
            else
                take(file, line, *keyword, matches);
        }
    }

private:
    static SshdOrigin originOf(const SshdFile &file, const SshdLine &line)
    {
        return {file.path, line.number, int(sshdWords(line.text).keywordStart) + 1};
    }

    void problem(SshdProblem::Kind kind, const SshdOrigin &origin, const QString &subject)
    {
        m_problems.append({kind, origin, subject});
    }

    SshdMatch matchOf(const SshdFile &file, const SshdLine &line)
    {
        static const QByteArrayList attributes{"user",         "group",     "host",    "address",
                                               "localaddress", "localport", "rdomain", "version"};
        SshdMatch match{originOf(file, line), {}};
        bool good = !line.arguments.isEmpty();
        for (qsizetype i = 0; i < line.arguments.size(); ++i) {
            const QByteArray lower = line.arguments[i].toLower();
            if (lower == "all" || lower == "invalid-user") {
                good &= lower != "all" || line.arguments.size() == 1;
                match.criteria.append({lower, {}});
                continue;
            }
            // "User=alice" and "User alice" are the same.
            const qsizetype equalsSign = lower.indexOf('=');
            SshdCriterion criterion{equalsSign < 0 ? lower : lower.left(equalsSign), {}};
            if (equalsSign >= 0)
                criterion.pattern = line.arguments[i].mid(equalsSign + 1);
            if (criterion.pattern.isEmpty() && i + 1 < line.arguments.size())
                criterion.pattern = line.arguments[++i];
            good &= attributes.contains(criterion.attribute) && !criterion.pattern.isEmpty();
            match.criteria.append(criterion);
        }
        if (!good)
            problem(SshdProblem::Kind::BadMatch, match.origin, QString::fromUtf8(match.text()));
        return match;
    }

    void include(const SshdFile &file, const SshdLine &line, const QList<SshdMatch> &matches, int depth)
    {
        if (depth >= maximumDepth) {
            problem(SshdProblem::Kind::IncludeTooDeep, originOf(file, line),
                    QString::fromUtf8(line.arguments.value(0)));
            m_linesLeft = 0; // here sshd gives up
            return;
        }
        for (const QByteArray &written : line.arguments) {
            const QByteArray pattern = includedPath(written);
            const QList<const SshdFile *> found = filesFor(pattern);
            if (found.isEmpty() && !hasWildcard(pattern))
                problem(SshdProblem::Kind::IncludeMissing, originOf(file, line), QString::fromUtf8(written));
            for (const SshdFile *included : found)
                read(*included, matches, depth + 1);
        }
    }

    /// glob(3) sorts what it finds.
    QList<const SshdFile *> filesFor(const QByteArray &pattern) const
    {
        QList<const SshdFile *> found;
        for (const SshdFile &file : m_files) {
            const QByteArray &path = file.path.bytes();
            if (path == pattern || (hasWildcard(pattern) && sshdMatchesGlob(path, pattern)))
                found.append(&file);
        }
        std::sort(found.begin(), found.end(), [](const SshdFile *a, const SshdFile *b) { return a->path < b->path; });
        return found;
    }

    void take(const SshdFile &file, const SshdLine &line, const SshdKeyword &keyword, const QList<SshdMatch> &matches)
    {
        const SshdWords words = sshdWords(line.text);
        SshdSetting setting;
        setting.origin = {file.path, line.number, int(words.keywordStart) + 1};
        setting.keyword = sshdPrintedName(keyword);
        setting.written = line.keyword;
        setting.arguments = line.arguments;
        setting.rest = words.rest;
        const qsizetype end = words.commentStart < 0 ? line.text.size() : words.commentStart;
        setting.length = int(line.text.mid(words.keywordStart, end - words.keywordStart).trimmed().size());
        setting.matches = matches;
        const bool inBlock = !setting.isGlobal() && !setting.isAlways();
        if (inBlock && keyword.scope == SshdKeyword::Scope::Global)
            problem(SshdProblem::Kind::NotInMatch, setting.origin, line.keyword);
        const bool hasValue = keyword.kind == SshdKeyword::Kind::Current;
        if (hasValue && sshdPrintedValues(setting, m_version).isEmpty())
            problem(SshdProblem::Kind::BadValue, setting.origin, line.keyword);
        m_settings.append(std::move(setting));
    }

    const QList<SshdFile> &m_files;
    const SshdVersion &m_version;
    QList<SshdSetting> &m_settings;
    QList<SshdProblem> &m_problems;
    int m_linesLeft = maximumLines;
};

bool holds(const SshdCriterion &criterion, const SshdContext &context, const SshdVersion &version)
{
    const QByteArray &attribute = criterion.attribute;
    const auto isYes = [](SshdMatchResult result) { return result == SshdMatchResult::Yes; };
    const auto matchesKnown = [&](const QByteArray &text) {
        return !text.isEmpty() && isYes(sshdMatchesList(text, criterion.pattern));
    };
    if (attribute == "all")
        return true;
    if (attribute == "invalid-user")
        return context.invalidUser;
    if (attribute == "user")
        return matchesKnown(context.user);
    if (attribute == "host")
        return !context.host.isEmpty() && isYes(sshdMatchesList(context.host.toLower(), criterion.pattern.toLower()));
    if (attribute == "rdomain")
        return matchesKnown(context.routingDomain);
    if (attribute == "version")
        return version.isKnown() && matchesKnown("OpenSSH_" + QByteArray::number(version.release.major) + '.' +
                                                 QByteArray::number(version.release.minor));
    if (attribute == "address")
        return isYes(sshdMatchesAddress(context.address, criterion.pattern));
    if (attribute == "localaddress")
        return isYes(sshdMatchesAddress(context.localAddress, criterion.pattern));
    if (attribute == "localport")
        return context.localPort > 0 && criterion.pattern.toInt() == context.localPort;
    if (attribute == "group") {
        // groupaccess.c: one negated match in any group refuses.
        bool found = false;
        for (const QByteArray &group : context.groups) {
            const SshdMatchResult result = sshdMatchesList(group, criterion.pattern);
            if (result == SshdMatchResult::Negated)
                return false;
            found |= isYes(result);
        }
        return found;
    }
    return false;
}

/// The lines of one keyword that count for a connection. servconf.c reads the configuration twice: first what is
/// global ("Match all" included), then what stands in matching blocks, which wins over it.
QList<SshdSetting> deciding(const QList<SshdSetting> &settings, const SshdKeyword &keyword, const SshdContext &context,
                            const SshdVersion &version)
{
    QList<SshdSetting> global;
    QList<SshdSetting> matching;
    for (const SshdSetting &setting : settings) {
        if (setting.isGlobal() || setting.isAlways())
            global.append(setting);
        const bool holdsForContext =
            std::all_of(setting.matches.cbegin(), setting.matches.cend(),
                        [&](const SshdMatch &match) { return match.matches(context, version); });
        if (!setting.isGlobal() && holdsForContext)
            matching.append(setting);
    }
    const bool useMatching = !matching.isEmpty() && keyword.scope == SshdKeyword::Scope::All;
    const QList<SshdSetting> &chosen = useMatching ? matching : global;
    if (chosen.isEmpty() || keyword.merge == SshdKeyword::Merge::Append)
        return chosen;
    return {keyword.merge == SshdKeyword::Merge::First ? chosen.first() : chosen.last()};
}

void appendListenAddresses(SshdEffective &effective)
{
    const QString name = QStringLiteral("listenaddress");
    const QList<UntrustedText> ports = effective.values.value(QStringLiteral("port"));
    const QString family = effective.value(QStringLiteral("addressfamily"));
    QStringList hosts;
    for (const UntrustedText &written : effective.values.value(name))
        hosts.append(written.raw());
    QList<UntrustedText> printed;
    const bool everywhere = hosts.isEmpty();
    if (everywhere) {
        for (const UntrustedText &port : ports) {
            if (family != QLatin1String("inet"))
                printed.append(UntrustedText(QStringLiteral("[::]:%1").arg(port.raw())));
            if (family != QLatin1String("inet6"))
                printed.append(UntrustedText(QStringLiteral("0.0.0.0:%1").arg(port.raw())));
        }
    }
    for (const QString &host : std::as_const(hosts)) {
        const bool hasPort = host.startsWith(u'[') ? host.contains(QLatin1String("]:")) : host.contains(u':');
        if (hasPort) {
            printed.append(UntrustedText(host));
            continue;
        }
        for (const UntrustedText &port : ports)
            printed.append(UntrustedText(QStringLiteral("%1:%2").arg(host, port.raw())));
    }
    effective.values[name] = printed;
}

} // namespace

bool SshdMatch::isAll() const
{
    return criteria.size() == 1 && criteria[0].attribute == "all";
}

bool SshdMatch::matches(const SshdContext &context, const SshdVersion &version) const
{
    return !criteria.isEmpty() && std::all_of(criteria.cbegin(), criteria.cend(), [&](const SshdCriterion &criterion) {
        return holds(criterion, context, version);
    });
}

QByteArray SshdMatch::text() const
{
    QByteArrayList words;
    for (const SshdCriterion &criterion : criteria) {
        words.append(criterion.attribute);
        if (!criterion.pattern.isEmpty())
            words.append(criterion.pattern);
    }
    return words.join(' ');
}

bool SshdSetting::isAlways() const
{
    return !matches.isEmpty() &&
           std::all_of(matches.cbegin(), matches.cend(), [](const SshdMatch &match) { return match.isAll(); });
}

SshdConfig SshdConfig::read(const QList<SshdFile> &files, const RemotePath &mainFile, const SshdVersion &version)
{
    SshdConfig config;
    config.m_files = files;
    config.m_mainFile = mainFile;
    config.m_version = version;
    Reader reader(config.m_files, config.m_version, config.m_settings, config.m_problems);
    for (const SshdFile &file : config.m_files) {
        if (file.path == mainFile) {
            reader.read(file, {}, 0);
            break;
        }
    }
    return config;
}

QList<SshdSetting> SshdConfig::settingsOf(const QString &keyword) const
{
    QList<SshdSetting> found;
    std::copy_if(m_settings.cbegin(), m_settings.cend(), std::back_inserter(found),
                 [&](const SshdSetting &setting) { return setting.keyword == keyword; });
    return found;
}

std::optional<SshdSetting> SshdConfig::decidingSetting(const QString &keyword, const SshdContext &context) const
{
    const SshdKeyword *known = sshdKeyword(keyword);
    if (!known)
        return std::nullopt;
    const QList<SshdSetting> found = deciding(settingsOf(keyword), *known, context, m_version);
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

std::optional<SshdOrigin> SshdConfig::originOf(const QString &keyword, const SshdContext &context) const
{
    const auto setting = decidingSetting(keyword, context);
    return setting ? std::optional(setting->origin) : std::nullopt;
}

QList<SshdSetting> SshdConfig::shadowed(const QString &keyword) const
{
    const SshdKeyword *known = sshdKeyword(keyword);
    if (!known || known->merge == SshdKeyword::Merge::Append)
        return {};
    QList<SshdSetting> global;
    for (const SshdSetting &setting : settingsOf(keyword)) {
        if (setting.isGlobal())
            global.append(setting);
    }
    if (global.size() < 2)
        return {};
    if (known->merge == SshdKeyword::Merge::First)
        global.removeFirst();
    else
        global.removeLast();
    return global;
}

SshdEffective SshdConfig::effective(const SshdContext &context) const
{
    QMap<QString, QList<SshdSetting>> byKeyword;
    for (const SshdSetting &setting : m_settings)
        byKeyword[setting.keyword].append(setting);

    SshdEffective effective;
    for (const SshdKeyword &keyword : sshdKeywords()) {
        if (keyword.kind != SshdKeyword::Kind::Current && keyword.kind != SshdKeyword::Kind::Vendor)
            continue;
        const QString name = sshdPrintedName(keyword);
        QList<UntrustedText> values;
        for (const SshdSetting &setting : deciding(byKeyword.value(name), keyword, context, m_version)) {
            for (const QByteArray &value : sshdPrintedValues(setting, m_version))
                values.append(UntrustedText::fromBytes(value));
        }
        const QString defaultValue = sshdDefault(keyword, m_version);
        if (values.isEmpty() && !defaultValue.isEmpty())
            values.append(UntrustedText(defaultValue));
        if (!values.isEmpty())
            effective.values.insert(name, values);
    }
    appendListenAddresses(effective);
    return effective;
}

} // namespace gw
