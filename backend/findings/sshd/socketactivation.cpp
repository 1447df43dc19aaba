// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/sshdview.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

quint16 portOf(const QString &address)
{
    return address.section(QLatin1Char(':'), -1).toUShort();
}

/// Ubuntu 24.04 translates Port into the socket unit; then both say the same and nothing is wrong.
bool isListenedOn(const SshdView &sshd, quint16 port)
{
    const QList<UntrustedText> &listens = sshd.sshd().socketListens;
    return std::any_of(listens.cbegin(), listens.cend(),
                       [port](const UntrustedText &listen) { return portOf(listen.raw()) == port; });
}

Finding withoutEffect(const SshdView &sshd, const SshdSetting &setting)
{
    QStringList listens;
    for (const UntrustedText &listen : sshd.sshd().socketListens)
        listens.append(listen.raw());
    Finding finding = sshd.findingAtLine(
        setting, Severity::Medium,
        QCoreApplication::translate("sshd", "%1 has no effect: ssh.socket decides where sshd listens")
            .arg(setting.written),
        QCoreApplication::translate(
            "sshd", "systemd opens the port and starts sshd for each connection, so this line changes nothing. Set "
                    "ListenStream= with “systemctl edit ssh.socket”, or switch to “systemctl disable --now ssh.socket” "
                    "and “systemctl enable --now ssh.service”."));
    finding.proof.append(
        {QStringLiteral("systemctl show ssh.socket sshd.socket -p Listen --value | awk 'NF && !seen[$1]++ {print $1}'"),
         UntrustedText(listens.join(QLatin1Char('\n')))});
    return finding;
}

RuleOutcome check(const Facts &facts)
{
    return withSshd(facts, [](const SshdView &sshd) -> RuleOutcome {
        if (!sshd.sshd().socketActivated)
            return NotApplicable{QCoreApplication::translate("sshd", "sshd is not started by ssh.socket")};
        QList<Finding> findings;
        for (const SshdSetting &setting : sshd.config().settingsOf(QStringLiteral("port"))) {
            if (!setting.arguments.isEmpty() && !isListenedOn(sshd, setting.arguments[0].toUShort()))
                findings.append(withoutEffect(sshd, setting));
        }
        for (const SshdSetting &setting : sshd.config().settingsOf(QStringLiteral("listenaddress"))) {
            const QString address = QString::fromUtf8(setting.arguments.value(0));
            const QList<UntrustedText> &listens = sshd.sshd().socketListens;
            const bool isTaken = std::any_of(listens.cbegin(), listens.cend(), [&](const UntrustedText &listen) {
                return listen.raw().startsWith(address);
            });
            if (!isTaken)
                findings.append(withoutEffect(sshd, setting));
        }
        return findings;
    });
}

} // namespace

const Rule sshd::socketActivation{
    "sshd.socket-activation",
    QT_TRANSLATE_NOOP("rules", "Port and ListenAddress have the effect they state"),
    "systemd.socket(5); Ubuntu 22.10 release notes; sshd_config(5) Port",
    check,
};

} // namespace gw
