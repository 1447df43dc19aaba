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
            "loglevel",
            [](const QString &value) {
                return severityIf(value != QLatin1String("INFO") && value != QLatin1String("VERBOSE"), Severity::Low);
            },
            QCoreApplication::translate("sshd", "The log level of sshd is unusual"),
            QCoreApplication::translate(
                "sshd", "Below INFO failed logins leave no trace, and fail2ban sees nothing; DEBUG writes private "
                        "details of users into the log. Set “LogLevel VERBOSE” or “INFO”."));
    });
}

} // namespace

const Rule sshd::logLevel{
    "sshd.log-level",
    QT_TRANSLATE_NOOP("rules", "Logins are written to the log"),
    "CIS Debian 13 5.1; Lynis SSH-7408; sshd_config(5) LogLevel",
    check,
    setsSshd<"LogLevel", "VERBOSE">,
};

} // namespace gw
