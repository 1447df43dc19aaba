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
            "maxsessions", [](const QString &value) { return severityIf(value.toInt() > 10, Severity::Low); },
            QCoreApplication::translate("sshd", "Many sessions per connection"),
            QCoreApplication::translate("sshd",
                                        "One connection may open more than ten sessions. Set “MaxSessions 10”."));
    });
}

} // namespace

const Rule sshd::maxSessions{
    "sshd.max-sessions",
    QT_TRANSLATE_NOOP("rules", "Few sessions per connection"),
    "CIS Debian 13 5.1; Lynis SSH-7408; sshd_config(5) MaxSessions",
    check,
    setsSshd<"MaxSessions", "10">,
};

} // namespace gw
