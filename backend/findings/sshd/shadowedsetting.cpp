// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/sshdview.h"

#include <QCoreApplication>
#include <limits>

namespace gw {
namespace {

/// How much a value allows: a higher number allows more. Nothing: the keyword has no such order.
std::optional<int> laxness(const QString &keyword, const QString &value)
{
    static const QStringList yesIsLax{
        QStringLiteral("passwordauthentication"), QStringLiteral("kbdinteractiveauthentication"),
        QStringLiteral("permitemptypasswords"),   QStringLiteral("hostbasedauthentication"),
        QStringLiteral("x11forwarding"),          QStringLiteral("allowagentforwarding"),
        QStringLiteral("allowtcpforwarding"),     QStringLiteral("allowstreamlocalforwarding"),
        QStringLiteral("gatewayports"),           QStringLiteral("permituserenvironment"),
        QStringLiteral("permittunnel"),           QStringLiteral("gssapiauthentication"),
        QStringLiteral("kerberosauthentication"),
    };
    static const QStringList noIsLax{
        QStringLiteral("strictmodes"),  QStringLiteral("ignorerhosts"),    QStringLiteral("pubkeyauthentication"),
        QStringLiteral("usepam"),       QStringLiteral("x11uselocalhost"), QStringLiteral("disableforwarding"),
        QStringLiteral("printlastlog"),
    };
    static const QStringList moreIsLax{QStringLiteral("logingracetime"), QStringLiteral("maxauthtries"),
                                       QStringLiteral("maxsessions"), QStringLiteral("clientaliveinterval")};
    static const QStringList rootLogin{QStringLiteral("no"), QStringLiteral("forced-commands-only"),
                                       QStringLiteral("prohibit-password"), QStringLiteral("yes")};
    const bool isYes = value == QLatin1String("yes");
    const bool isNo = value == QLatin1String("no");
    if (keyword == QLatin1String("permitrootlogin"))
        return int(rootLogin.indexOf(value));
    if (yesIsLax.contains(keyword))
        return isNo ? 0 : isYes ? 2 : 1;
    if (noIsLax.contains(keyword))
        return isYes ? 0 : isNo ? 2 : 1;
    if (moreIsLax.contains(keyword)) // 0: no limit
        return value.toInt() == 0 ? std::numeric_limits<int>::max() : value.toInt();
    return std::nullopt;
}

/// A drop-in that is stricter than the main file is what drop-ins are for. A line that wanted more safety than what
/// holds was written in vain, and two lines in one file contradict each other whatever they say.
std::optional<Severity> judge(const SshdView &sshd, const SshdSetting &loser, const SshdSetting &winner)
{
    const QString lost = sshd.valueOf(loser);
    const QString holds = sshd.valueOf(winner);
    if (lost == holds || lost.isEmpty())
        return std::nullopt;
    const std::optional<int> wanted = laxness(loser.keyword, lost);
    const std::optional<int> got = laxness(loser.keyword, holds);
    if (wanted && got && *got > *wanted)
        return Severity::Medium;
    if (loser.origin.file == winner.origin.file)
        return Severity::Low;
    // What Gatewright wrote into its drop-in was shown beside the line that it overrules.
    const bool isOurs = winner.origin.file.shownName() == QLatin1String(sshdDropInName);
    return wanted || isOurs ? std::nullopt : std::optional(Severity::Info);
}

Finding findingFor(const SshdView &sshd, const SshdSetting &loser, const SshdSetting &winner, Severity severity)
{
    const QString place = QStringLiteral("%1:%2").arg(winner.origin.file.shown()).arg(winner.origin.line);
    const QString line =
        UntrustedText(QStringLiteral("%1 %2").arg(winner.written, QString::fromUtf8(winner.rest))).shown();
    Finding finding = sshd.findingAtLine(
        loser, severity,
        QCoreApplication::translate("sshd", "%1 has no effect here: another line decides").arg(loser.written),
        QCoreApplication::translate(
            "sshd",
            "%1 says “%2”, and that is the line that counts. Whoever wrote this one believes that it holds: correct "
            "or remove one of the two.")
            .arg(place, line));
    const QByteArray keyword = loser.keyword.toLatin1();
    finding.effective = sshd.effectiveText(keyword.constData());
    finding.proof.append(sshd.evidence(keyword.constData()));
    finding.proof.append(sshd.lineEvidence(winner.origin));
    return finding;
}

RuleOutcome check(const Facts &facts)
{
    return withSshd(facts, [](const SshdView &sshd) -> RuleOutcome {
        if (sshd.config().files().isEmpty())
            return NotChecked{QCoreApplication::translate("sshd", "the configuration files could not be read")};
        QList<Finding> findings;
        for (const SshdKeyword &keyword : sshdKeywords()) {
            const QString name = sshdPrintedName(keyword);
            const QList<SshdSetting> losers = sshd.config().shadowed(name);
            const auto winner = losers.isEmpty() ? std::nullopt : sshd.config().decidingSetting(name);
            if (!winner)
                continue;
            for (const SshdSetting &loser : losers) {
                if (const auto severity = judge(sshd, loser, *winner))
                    findings.append(findingFor(sshd, loser, *winner, *severity));
            }
        }
        return findings;
    });
}

} // namespace

const Rule sshd::shadowedSetting{
    "sshd.shadowed-setting",
    QT_TRANSLATE_NOOP("rules", "Every line of the configuration has the effect it states"),
    "sshd_config(5): the first value counts; cloud images ship sshd_config.d/50-cloud-init.conf",
    check,
};

} // namespace gw
