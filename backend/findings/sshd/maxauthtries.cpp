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
            "maxauthtries", [](const QString &value) { return severityIf(value.toInt() > 4, Severity::Low); },
            QCoreApplication::translate("sshd", "Many login attempts per connection"),
            QCoreApplication::translate(
                "sshd", "Each connection may try more than four times before it is closed. Set “MaxAuthTries 4”; "
                        "people with many keys in their agent then need IdentitiesOnly."));
    });
}

} // namespace

const Rule sshd::maxAuthTries{
    "sshd.max-auth-tries",
    QT_TRANSLATE_NOOP("rules", "Few login attempts per connection"),
    "CIS Debian 13 5.1; Lynis SSH-7408; sshd_config(5) MaxAuthTries",
    check,
    setsSshd<"MaxAuthTries", "4">,
};

} // namespace gw
