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
            "ignorerhosts",
            [](const QString &value) { return severityIf(value == QLatin1String("no"), Severity::Medium); },
            QCoreApplication::translate("sshd", "Files .rhosts and .shosts of users are honoured"),
            QCoreApplication::translate(
                "sshd",
                "Every user can declare other computers as trusted, past the administrator. Set “IgnoreRhosts yes”."));
    });
}

} // namespace

const Rule sshd::ignoreRhosts{
    "sshd.ignore-rhosts",
    QT_TRANSLATE_NOOP("rules", "Files .rhosts and .shosts are ignored"),
    "CIS Debian 13 5.1; Lynis SSH-7408; sshd_config(5) IgnoreRhosts",
    check,
    setsSshd<"IgnoreRhosts", "yes">,
};

} // namespace gw
