// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/sshdremedies.h"
#include "backend/findings/sshd/sshdview.h"

#include <QCoreApplication>

namespace gw {
namespace {

RuleOutcome check(const Facts &facts)
{
    return withSshd(facts, [](const SshdView &sshd) -> RuleOutcome {
        const QString title = QCoreApplication::translate("sshd", "Dead connections stay open");
        const QString explanation = QCoreApplication::translate(
            "sshd", "A session whose client vanished keeps running, and whoever takes over that client has it. Set "
                    "“ClientAliveInterval 300” and “ClientAliveCountMax 3”.");
        QList<Finding> findings = sshd.judged(
            "clientaliveinterval",
            [](const QString &value) { return severityIf(value.toInt() == 0 || value.toInt() > 900, Severity::Low); },
            title, explanation);
        // Since 8.2 a count of 0 means that the connection is never closed.
        const bool neverCloses = sshd.version().isAtLeast(8, 2) && sshd.is("clientalivecountmax", "0");
        if (findings.isEmpty() && neverCloses)
            findings.append(sshd.finding("clientalivecountmax", Severity::Low, title, explanation));
        return findings;
    });
}

QList<Intent> remedy(const Facts &facts, const Finding &finding)
{
    return sshdSetting(facts, finding, "ClientAliveInterval", "300") +
           sshdSetting(facts, finding, "ClientAliveCountMax", "3");
}

} // namespace

const Rule sshd::clientAlive{
    "sshd.client-alive",
    QT_TRANSLATE_NOOP("rules", "Dead connections are closed"),
    "CIS Debian 13 5.1; Lynis SSH-7408; sshd_config(5) ClientAliveInterval, ClientAliveCountMax",
    check,
    remedy,
};

} // namespace gw
