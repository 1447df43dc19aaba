// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/sshdremedies.h"
#include "backend/findings/sshd/sshdview.h"

#include <QCoreApplication>

namespace gw {
namespace {

/// Since 7.4 "yes" means "after login".
RuleOutcome check(const Facts &facts)
{
    return withSshd(facts, [](const SshdView &sshd) -> RuleOutcome {
        if (!sshd.version().isKnown() || sshd.version().isAtLeast(7, 4))
            return NotApplicable{
                QCoreApplication::translate("sshd", "OpenSSH 7.4 and newer compress after login only")};
        return sshd.judged(
            "compression",
            [](const QString &value) { return severityIf(value == QLatin1String("yes"), Severity::Low); },
            QCoreApplication::translate("sshd", "Data is compressed before anybody logged in"),
            QCoreApplication::translate("sshd",
                                        "Strangers reach the compression library. Set “Compression delayed” or “no”."));
    });
}

} // namespace

const Rule sshd::compression{
    "sshd.compression",
    QT_TRANSLATE_NOOP("rules", "Data is not compressed before login"),
    "CIS Debian 13 5.1; sshd_config(5) Compression; OpenSSH 7.4 release notes",
    check,
    setsSshd<"Compression", "delayed">,
};

} // namespace gw
