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
        if (!sshd.is("x11forwarding", "yes"))
            return NotApplicable{QCoreApplication::translate("sshd", "X11 is not forwarded")};
        return sshd.judged(
            "x11uselocalhost",
            [](const QString &value) { return severityIf(value == QLatin1String("no"), Severity::Medium); },
            QCoreApplication::translate("sshd", "Forwarded displays can be reached from the network"),
            QCoreApplication::translate(
                "sshd", "The display of everybody who connects with ssh -X listens on all addresses of the server. Set "
                        "“X11UseLocalhost yes”."));
    });
}

} // namespace

const Rule sshd::x11UseLocalhost{
    "sshd.x11-use-localhost",
    QT_TRANSLATE_NOOP("rules", "Forwarded displays listen on this computer only"),
    "dev-sec ssh-baseline; sshd_config(5) X11UseLocalhost",
    check,
    setsSshd<"X11UseLocalhost", "yes">,
};

} // namespace gw
