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
            "strictmodes",
            [](const QString &value) { return severityIf(value == QLatin1String("no"), Severity::Medium); },
            QCoreApplication::translate("sshd", "sshd does not check who may write a user’s keys"),
            QCoreApplication::translate(
                "sshd",
                "If somebody else can write a home directory or its authorized_keys, they can add a key and log in as "
                "that user. Set “StrictModes yes” and mend the permissions that it then complains about."));
    });
}

} // namespace

const Rule sshd::strictModes{
    "sshd.strict-modes",
    QT_TRANSLATE_NOOP("rules", "sshd checks the permissions of authorized_keys"),
    "dev-sec ssh-baseline; Lynis SSH-7408; sshd_config(5) StrictModes",
    check,
    setsSshd<"StrictModes", "yes">,
};

} // namespace gw
