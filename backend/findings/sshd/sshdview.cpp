// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdview.h"

#include "backend/exposure/service.h"
#include "backend/sshd/fixes.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace gw {
namespace {

/// What the program says of itself, or else the package that is installed.
SshdVersion versionOf(const Facts &facts, const SshdFacts &sshd)
{
    const SshdVersion version = SshdVersion::parse(sshd.version.raw());
    if (!facts.packages || (version.isKnown() && !version.vendor.isEmpty()))
        return version;
    for (const Package &package : facts.packages->installed) {
        if (package.name == u"openssh-server" || package.name == u"openssh") {
            const SshdVersion packaged = SshdVersion::fromPackage(package.version.raw(), facts.system.osId.raw());
            if (!version.isKnown() || packaged.release == version.release)
                return packaged;
        }
    }
    return version;
}

SshdConfig configOf(const Facts &facts, const SshdFacts &sshd)
{
    QList<SshdFile> files;
    for (const FileFact &file : sshd.files)
        files.append(SshdFile::parse(file.path, file.content));
    return SshdConfig::read(files, sshd.mainFile, versionOf(facts, sshd));
}

/// `sshd -T` spells this value in two ways, by version.
QString settled(const QString &value)
{
    return value == QLatin1String("without-password") ? QStringLiteral("prohibit-password") : value;
}

SourceRange rangeOf(const SshdSetting &setting)
{
    return {setting.origin.file, setting.origin.line, setting.origin.column, setting.origin.line,
            setting.origin.column + setting.length};
}

QString written(const QString &keyword)
{
    const SshdKeyword *known = sshdKeyword(keyword);
    return known ? QString::fromLatin1(known->name) : keyword;
}

/// What stands for the wildcards of a pattern; another one is tried when a negated pattern excludes the first.
constexpr char fillings[] = {'1', '7', 'x', 'q'};

/// The first positive part of a pattern list with the wildcards filled in.
QByteArray exampleOf(const QByteArray &patterns, char filling)
{
    for (QByteArray part : patterns.split(',')) {
        if (part.startsWith('!') || part.isEmpty())
            continue;
        part.replace('*', QByteArray(1, filling));
        part.replace('?', filling);
        return part;
    }
    return {};
}

/// An address that a list takes; "10.*" is a pattern over its text, "10.0.0.0/8" a network.
QByteArray exampleAddress(const QByteArray &patterns, char filling)
{
    if (patterns.split(',').contains("*"))
        return QByteArray("203.0.113.") + filling;
    QByteArray address = exampleOf(patterns, filling);
    const qsizetype slash = address.indexOf('/');
    if (slash >= 0) {
        const bool isOneHost = address.endsWith("/32") || address.endsWith("/128");
        address.truncate(slash);
        if (!isOneHost && (address.endsWith(".0") || address.endsWith("::")))
            address = (address.endsWith(".0") ? address.chopped(1) : address) + filling;
    }
    while (!address.isEmpty() && !address.contains(':') && address.count('.') < 3)
        address += QByteArray(".") + filling;
    return address;
}

/// A connection that all these blocks might speak of.
SshdContext exampleContext(const QList<SshdMatch> &matches, char filling)
{
    SshdContext context;
    for (const SshdMatch &match : matches) {
        for (const SshdCriterion &criterion : match.criteria) {
            if (criterion.attribute == "user")
                context.user = exampleOf(criterion.pattern, filling);
            else if (criterion.attribute == "group")
                context.groups = {exampleOf(criterion.pattern, filling)};
            else if (criterion.attribute == "host")
                context.host = exampleOf(criterion.pattern, filling);
            else if (criterion.attribute == "address")
                context.address = exampleAddress(criterion.pattern, filling);
            else if (criterion.attribute == "localaddress")
                context.localAddress = exampleAddress(criterion.pattern, filling);
            else if (criterion.attribute == "localport")
                context.localPort = criterion.pattern.toInt();
            else if (criterion.attribute == "rdomain")
                context.routingDomain = exampleOf(criterion.pattern, filling);
            else if (criterion.attribute == "invalid-user")
                context.invalidUser = true;
        }
    }
    return context;
}

bool isPrivateNetwork(const QByteArray &text)
{
    static const QList<QPair<QHostAddress, int>> ranges{
        QHostAddress::parseSubnet(QStringLiteral("10.0.0.0/8")),
        QHostAddress::parseSubnet(QStringLiteral("172.16.0.0/12")),
        QHostAddress::parseSubnet(QStringLiteral("192.168.0.0/16")),
        QHostAddress::parseSubnet(QStringLiteral("127.0.0.0/8")),
        QHostAddress::parseSubnet(QStringLiteral("100.64.0.0/10")),
        QHostAddress::parseSubnet(QStringLiteral("169.254.0.0/16")),
        QHostAddress::parseSubnet(QStringLiteral("::1/128")),
        QHostAddress::parseSubnet(QStringLiteral("fc00::/7")),
        QHostAddress::parseSubnet(QStringLiteral("fe80::/10")),
    };
    const auto network = QHostAddress::parseSubnet(QString::fromUtf8(text));
    return std::any_of(ranges.cbegin(), ranges.cend(), [&](const QPair<QHostAddress, int> &range) {
        return !network.first.isNull() && network.second >= range.second && network.first.isInSubnet(range);
    });
}

/// "sshd -D -f FILE": another configuration than the one that was read.
bool hasOwnConfiguration(const Listener &listener, const RemotePath &mainFile)
{
    static const QRegularExpression option(QStringLiteral("\\s-f\\s*(\\S+)"));
    const QRegularExpressionMatch match = option.match(listener.commandLine.raw());
    return match.hasMatch() && RemotePath(match.captured(1)) != mainFile;
}

/// The texts one after the other; not every language has a space between sentences.
QString sentences(const QStringList &texts)
{
    QString all;
    for (const QString &text : texts) {
        if (!all.isEmpty() && !text.isEmpty())
            all = QCoreApplication::translate("sshd", "%1 %2", "two sentences").arg(all, text);
        else
            all += text;
    }
    return all;
}

} // namespace

SshdView::SshdView(const Facts &facts, const SshdFacts &sshd)
    : m_facts(facts), m_sshd(sshd), m_config(configOf(facts, sshd)), m_fromFiles(m_config.effective()),
      m_isComputed(!sshd.effective)
{
}

QString SshdView::value(const char *keyword) const
{
    const SshdEffective &effective = m_isComputed ? m_fromFiles : *m_sshd.effective;
    return settled(effective.value(QString::fromLatin1(keyword)));
}

QStringList SshdView::values(const char *keyword) const
{
    const SshdEffective &effective = m_isComputed ? m_fromFiles : *m_sshd.effective;
    QStringList texts;
    for (const UntrustedText &text : effective.values.value(QString::fromLatin1(keyword)))
        texts.append(text.raw());
    return texts;
}

SshdEffective SshdView::effectiveFor(const QString &user) const
{
    return m_sshd.effectiveFor.value(user, m_isComputed ? m_fromFiles : *m_sshd.effective);
}

QList<Finding> SshdView::judged(const char *keyword, const Judge &judge, const QString &title,
                                const QString &explanation) const
{
    QList<Finding> findings;
    const QString globalValue = value(keyword);
    const std::optional<Severity> global = globalValue.isEmpty() ? std::nullopt : judge(globalValue);
    if (global)
        findings.append(finding(keyword, *global, title, explanation));
    for (const SshdSetting &setting : inMatchBlocks(keyword)) {
        const std::optional<Severity> here = judge(valueOf(setting));
        if (here && (!global || *here > *global))
            findings.append(findingInMatch(setting, severityInMatch(setting, *here), title, explanation));
    }
    return findings;
}

QString SshdView::noteOnOrigin(const QString &keyword, const std::optional<SshdSetting> &setting, bool filesAgree) const
{
    if (m_config.files().isEmpty())
        return {};
    if (!filesAgree) {
        return QCoreApplication::translate(
            "sshd",
            "The files give another value: sshd may run with options of its own or with files that were not read.");
    }
    if (!setting)
        return QCoreApplication::translate("sshd", "No line sets %1: the default of %2 holds.")
            .arg(written(keyword), version().shown());
    return {};
}

Finding SshdView::finding(const char *keyword, Severity severity, const QString &title,
                          const QString &explanation) const
{
    const QString name = QString::fromLatin1(keyword);
    const std::optional<SshdSetting> setting = m_config.decidingSetting(name);
    const bool filesAgree = m_isComputed || settled(m_fromFiles.value(name)) == value(keyword);
    Finding finding;
    finding.severity = severity;
    finding.where.file = m_sshd.mainFile;
    if (setting && filesAgree)
        finding.where = rangeOf(*setting);
    finding.title = title;
    const QString computed =
        m_isComputed
            ? QCoreApplication::translate("sshd", "Worked out from the files, because sshd -T could not be asked.")
            : QString();
    finding.explanation = sentences({explanation, noteOnOrigin(name, setting, filesAgree), computed});
    finding.effective = effectiveText(keyword);
    finding.proof = {evidence(keyword)};
    return finding;
}

Finding SshdView::findingInMatch(const SshdSetting &setting, Severity severity, const QString &title,
                                 const QString &explanation) const
{
    const QString block = UntrustedText::fromBytes(setting.matches.last().text()).shown();
    Finding finding = findingAtLine(
        setting, severity, QCoreApplication::translate("sshd", "%1 (in “Match %2”)").arg(title, block), explanation);
    const QString line = QStringLiteral("%1 %2").arg(setting.keyword, valueOf(setting));
    finding.effective = UntrustedText(line);
    finding.proof.prepend(lineEvidence(setting.matches.last().origin));
    if (const QString user = userWhoShows(setting); !user.isEmpty()) {
        // As the survey asks it.
        const QString command = QStringLiteral("sshd -T -C user=%1,host=203.0.113.1,addr=203.0.113.1 | grep -i '^%2 '")
                                    .arg(UntrustedText(user).shown(), setting.keyword);
        QStringList said;
        for (const UntrustedText &value : m_sshd.effectiveFor.value(user).values.value(setting.keyword))
            said.append(QStringLiteral("%1 %2").arg(setting.keyword, value.raw()));
        finding.proof.prepend({command, UntrustedText(said.join(QLatin1Char('\n')))});
    }
    return finding;
}

QString SshdView::userWhoShows(const SshdSetting &setting) const
{
    for (const SshdMatch &match : setting.matches) {
        for (const SshdCriterion &criterion : match.criteria) {
            if (criterion.attribute != "user" && criterion.attribute != "group")
                return {};
        }
    }
    if (!m_facts.users)
        return {};
    for (const UserAccount &user : *m_facts.users) {
        SshdContext context;
        context.user = user.name.raw().toUtf8();
        for (const UntrustedText &group : user.groups)
            context.groups.append(group.raw().toUtf8());
        const bool isMeant = std::all_of(setting.matches.cbegin(), setting.matches.cend(),
                                         [&](const SshdMatch &match) { return match.matches(context, version()); });
        const auto asked = m_sshd.effectiveFor.constFind(user.name.raw());
        if (isMeant && asked != m_sshd.effectiveFor.cend() &&
            settled(asked->value(setting.keyword)) == valueOf(setting))
            return user.name.raw();
    }
    return {};
}

Finding SshdView::findingAtLine(const SshdSetting &setting, Severity severity, const QString &title,
                                const QString &explanation) const
{
    Finding finding;
    finding.severity = severity;
    finding.where = rangeOf(setting);
    finding.title = title;
    finding.explanation = explanation;
    const QString line = QStringLiteral("%1 %2").arg(setting.written, QString::fromUtf8(setting.rest));
    finding.effective = UntrustedText(line);
    finding.proof = {lineEvidence(setting.origin)};
    return finding;
}

QList<SshdSetting> SshdView::inMatchBlocks(const char *keyword) const
{
    QList<SshdSetting> found;
    for (const SshdSetting &setting : m_config.settingsOf(QString::fromLatin1(keyword))) {
        if (setting.isGlobal() || setting.isAlways())
            continue;
        const auto context = exampleFor(setting);
        const auto deciding = context ? m_config.decidingSetting(setting.keyword, *context) : std::nullopt;
        // A file that is included twice brings each line twice.
        if (deciding && deciding->origin == setting.origin && !found.contains(setting))
            found.append(setting);
    }
    return found;
}

QString SshdView::valueOf(const SshdSetting &setting) const
{
    const QList<QByteArray> values = sshdPrintedValues(setting, version());
    return values.isEmpty() ? QString() : settled(QString::fromUtf8(values.first()));
}

std::optional<SshdContext> SshdView::exampleFor(const SshdSetting &setting) const
{
    for (const char filling : fillings) {
        const SshdContext context = exampleContext(setting.matches, filling);
        const bool fits = std::all_of(setting.matches.cbegin(), setting.matches.cend(),
                                      [&](const SshdMatch &match) { return match.matches(context, version()); });
        if (fits)
            return context;
    }
    return std::nullopt;
}

QStringList SshdView::effectiveLines(const char *keyword) const
{
    QStringList lines;
    for (const QString &value : values(keyword))
        lines.append(QStringLiteral("%1 %2").arg(QLatin1String(keyword), value));
    return lines;
}

UntrustedText SshdView::effectiveText(const char *keyword) const
{
    return UntrustedText(effectiveLines(keyword).join(QLatin1String(", ")));
}

Evidence SshdView::lineEvidence(const SshdOrigin &origin) const
{
    return lineOfFile(m_sshd.files, lineOf(origin.file, origin.line), {});
}

Evidence SshdView::evidence(const char *keyword) const
{
    const QString name = QString::fromLatin1(keyword);
    // What was not asked of sshd is no proof: the lines of the files are.
    if (m_isComputed)
        return linesOf(name);
    return {QStringLiteral("sshd -T | grep -i '^%1 '").arg(name),
            UntrustedText(effectiveLines(keyword).join(QLatin1Char('\n')))};
}

Evidence SshdView::linesOf(const QString &keyword) const
{
    QStringList names{keyword};
    for (const SshdSetting &setting : m_config.settingsOf(keyword))
        names.append(setting.written.toLower()); // old names of it
    names.removeDuplicates();
    const QString pattern =
        names.size() == 1 ? names.first() : QStringLiteral("(%1)").arg(names.join(QLatin1Char('|')));
    const QRegularExpression line(QStringLiteral("^\\s*%1[\\s=]").arg(pattern),
                                  QRegularExpression::CaseInsensitiveOption);
    QStringList files;
    QStringList found;
    for (const SshdFile &file : m_config.files()) {
        if (files.contains(file.path.shown())) // an Include may name it again
            continue;
        files.append(file.path.shown());
        for (const SshdLine &each : file.lines) {
            const QString text = QString::fromUtf8(each.text);
            if (line.match(text).hasMatch())
                found.append(QStringLiteral("%1:%2:%3").arg(file.path.shown()).arg(each.number).arg(text.trimmed()));
        }
    }
    return {QStringLiteral("grep -HinE '^[[:space:]]*%1[[:space:]=]' %2").arg(pattern, files.join(QLatin1Char(' '))),
            UntrustedText(found.join(QLatin1Char('\n')))};
}

bool sshdRuns(const Facts &facts)
{
    // Somebody who came in over SSH was let in by it.
    if (facts.fromFolder || !facts.listeners || !facts.sshd || !facts.access.clientAddress.isEmpty())
        return true;
    if (facts.sshd->socketActivated)
        return true;
    const auto isSshd = [](const SystemdUnit &unit) {
        const QString name = unit.name.raw().section(QLatin1Char('.'), 0, 0);
        const bool isRunning = unit.activeState == u"active" || unit.activeState == u"reloading";
        return isRunning && (name == QLatin1String("ssh") || name == QLatin1String("sshd"));
    };
    if (facts.services.units && std::any_of(facts.services.units->cbegin(), facts.services.units->cend(), isSshd))
        return true;
    // Without root the process is hidden, and the port tells.
    return std::any_of(facts.listeners->cbegin(), facts.listeners->cend(), [&](const Listener &listener) {
        return identify(facts, listener).kind == ServiceKind::Ssh && listener.process != u"dropbear" &&
               !hasOwnConfiguration(listener, facts.sshd->mainFile);
    });
}

NotApplicable sshdDoesNotRun()
{
    return NotApplicable{QCoreApplication::translate("sshd", "sshd does not run")};
}

RuleOutcome withSshd(const Facts &facts, SshdNeed need, const std::function<RuleOutcome(const SshdView &)> &check)
{
    if (!facts.sshd)
        return withoutFacts(facts.sshd.gap());
    if (!sshdRuns(facts))
        return sshdDoesNotRun();
    const bool wasAsked = bool(facts.sshd->effective);
    if (!wasAsked && facts.sshd->files.isEmpty())
        return notChecked(facts.sshd->effective.gap());
    const UnreadFile *unread = firstUnread(facts, UnreadFile::Topic::Sshd);
    if (need == SshdNeed::FactsOnly || !unread)
        return check(SshdView(facts, *facts.sshd));
    if (!wasAsked)
        return notChecked(*unread);
    const RuleOutcome outcome = check(SshdView(facts, *facts.sshd));
    const auto *findings = std::get_if<QList<Finding>>(&outcome);
    return findings ? withRest(*findings, notChecked(*unread)) : outcome;
}

RuleOutcome withSshd(const Facts &facts, const std::function<RuleOutcome(const SshdView &)> &check)
{
    return withSshd(facts, SshdNeed::Settings, check);
}

std::optional<Severity> severityIf(bool condition, Severity severity)
{
    return condition ? std::optional(severity) : std::nullopt;
}

bool isGuardedByFail2ban(const Facts &facts)
{
    if (!facts.fail2ban || !(facts.fail2ban->activeState == u"active"))
        return false;
    const Known<QList<UntrustedText>> &jails = facts.fail2ban->jails;
    return !jails || std::any_of(jails->cbegin(), jails->cend(),
                                 [](const UntrustedText &jail) { return jail.raw().contains(QLatin1String("ssh")); });
}

bool stopsAllForwarding(const SshdView &sshd)
{
    return sshd.is("disableforwarding", "yes") &&
           fixState(sshd.version(), SshdFix::DisableForwarding) == FixState::Present;
}

bool sufficesAlone(const QString &method, const QString &authenticationMethods)
{
    const QStringList alternatives = authenticationMethods.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (alternatives.isEmpty() || alternatives.first() == QLatin1String("any"))
        return true;
    return std::any_of(alternatives.cbegin(), alternatives.cend(), [&](const QString &alternative) {
        const QStringList steps = alternative.split(QLatin1Char(','));
        return std::all_of(steps.cbegin(), steps.cend(),
                           [&](const QString &step) { return step.section(QLatin1Char(':'), 0, 0) == method; });
    });
}

Severity severityInMatch(const SshdSetting &setting, Severity severity)
{
    for (const SshdMatch &match : setting.matches) {
        for (const SshdCriterion &criterion : match.criteria) {
            if (criterion.attribute != "address")
                continue;
            const QByteArrayList parts = criterion.pattern.split(',');
            const bool onlyPrivate = std::all_of(parts.cbegin(), parts.cend(), [](const QByteArray &part) {
                return part.startsWith('!') || isPrivateNetwork(part);
            });
            if (onlyPrivate && severity > Severity::Low)
                return Severity(int(severity) - 1);
        }
    }
    return severity;
}

} // namespace gw
