// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/sshdview.h"

#include <QCoreApplication>

namespace gw {
namespace {

RuleOutcome check(const Facts &facts)
{
    return withSshd(facts, [](const SshdView &sshd) -> RuleOutcome {
        // On a socket-activated server systemd holds the port, whatever the file says.
        if (sshd.sshd().socketActivated || !sshd.values("port").contains(QStringLiteral("22")))
            return QList<Finding>{};
        return QList<Finding>{sshd.finding(
            "port", Severity::Info, QCoreApplication::translate("sshd", "sshd listens on port 22"),
            QCoreApplication::translate(
                "sshd",
                "Another port keeps most scanners out of the log, and nobody else out. If you change it, open the "
                "new port in the firewall first and keep this session until the new one works."))};
    });
}

} // namespace

const Rule sshd::port{
    "sshd.port",
    QT_TRANSLATE_NOOP("rules", "sshd does not listen on port 22"),
    "Lynis SSH-7408; sshd_config(5) Port",
    check,
};

} // namespace gw
