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
            "usedns", [](const QString &value) { return severityIf(value == QLatin1String("yes"), Severity::Low); },
            QCoreApplication::translate("sshd", "sshd looks up the name of every client"),
            QCoreApplication::translate("sshd", "Logins wait when the resolver does not answer, and names in rules can "
                                                "be forged by whoever owns the reverse zone. Set “UseDNS no”."));
    });
}

} // namespace

const Rule sshd::useDns{
    "sshd.use-dns",
    QT_TRANSLATE_NOOP("rules", "Names of clients are not looked up"),
    "Lynis SSH-7408; sshd_config(5) UseDNS",
    check,
    setsSshd<"UseDNS", "no">,
};

} // namespace gw
