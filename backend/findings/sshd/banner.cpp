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
            "banner", [](const QString &value) { return severityIf(value == QLatin1String("none"), Severity::Info); },
            QCoreApplication::translate("sshd", "No notice is shown before login"),
            QCoreApplication::translate("sshd", "Some organisations want a legal notice before login. Set “Banner "
                                                "/etc/issue.net” if yours does; it is no protection."));
    });
}

} // namespace

const Rule sshd::banner{
    "sshd.banner",
    QT_TRANSLATE_NOOP("rules", "A notice is shown before login"),
    "CIS Debian 13 5.1; sshd_config(5) Banner",
    check,
    setsSshd<"Banner", "/etc/issue.net">,
};

} // namespace gw
