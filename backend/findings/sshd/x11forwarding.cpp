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
        if (stopsAllForwarding(sshd))
            return QList<Finding>{};
        return sshd.judged(
            "x11forwarding",
            [](const QString &value) { return severityIf(value == QLatin1String("yes"), Severity::Low); },
            QCoreApplication::translate("sshd", "X11 forwarding is on"),
            QCoreApplication::translate(
                "sshd",
                "Programs on the server can watch the keyboard and screen of a user who connects with ssh -X or -Y. "
                "Servers rarely need it: set “X11Forwarding no”."));
    });
}

} // namespace

const Rule sshd::x11Forwarding{
    "sshd.x11-forwarding",
    QT_TRANSLATE_NOOP("rules", "X11 is not forwarded"),
    "CIS Debian 13 5.1.8; Lynis SSH-7408; sshd_config(5) X11Forwarding, DisableForwarding; CVE-2025-32728",
    check,
    setsSshd<"X11Forwarding", "no">,
};

} // namespace gw
