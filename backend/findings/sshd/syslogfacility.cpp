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
        return sshd.judged(
            "syslogfacility",
            [](const QString &value) {
                return severityIf(value != QLatin1String("AUTH") && value != QLatin1String("AUTHPRIV"), Severity::Low);
            },
            QCoreApplication::translate("sshd", "sshd writes to an unusual log"),
            QCoreApplication::translate(
                "sshd",
                "Watchers such as fail2ban look for logins under AUTH or AUTHPRIV. Set “SyslogFacility AUTH”."));
    });
}

} // namespace

const Rule sshd::syslogFacility{
    "sshd.syslog-facility",
    QT_TRANSLATE_NOOP("rules", "Logins go to the log of authentication"),
    "CIS Debian 13 5.1; sshd_config(5) SyslogFacility",
    check,
    setsSshd<"SyslogFacility", "AUTH">,
};

} // namespace gw
