// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/sshdremedies.h"
#include "backend/findings/sshd/sshdview.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

RuleOutcome check(const Facts &facts)
{
    return withSshd(facts, [](const SshdView &sshd) -> RuleOutcome {
        if (sshd.value("requiredrsasize").isEmpty())
            return NotApplicable{QCoreApplication::translate("sshd", "needs OpenSSH 9.1 or newer")};
        return sshd.judged(
            "requiredrsasize",
            [](const QString &value) {
                return value.toInt() < 2048 ? std::optional(Severity::Low)
                                            : severityIf(value.toInt() < 3072, Severity::Info);
            },
            QCoreApplication::translate("sshd", "Short RSA keys are accepted"),
            QCoreApplication::translate(
                "sshd",
                "Keys of 1024 bits can be computed by those with the means. Set “RequiredRSASize 3072”, or 2048 if "
                "somebody still has such a key."));
    });
}

/// 3072, or 2048 as long as somebody still has such a key.
QList<Intent> remedy(const Facts &facts, const Finding &finding)
{
    int shortest = 3072;
    if (facts.users) {
        for (const UserAccount &user : *facts.users) {
            if (!user.keys)
                return {};
            for (const AuthorizedKey &key : *user.keys) {
                if (key.type.raw().startsWith(QLatin1String("ssh-rsa")) && key.bits >= 2048)
                    shortest = std::min(shortest, key.bits);
            }
        }
    }
    if (shortest >= 3072)
        return sshdSetting(facts, finding, "RequiredRSASize", "3072");
    return finding.severity > Severity::Info ? sshdSetting(facts, finding, "RequiredRSASize", "2048") : QList<Intent>();
}

} // namespace

const Rule sshd::requiredRsaSize{
    "sshd.required-rsa-size",
    QT_TRANSLATE_NOOP("rules", "Short RSA keys are refused"),
    "sshd_config(5) RequiredRSASize (OpenSSH 9.1); NIST SP 800-57",
    check,
    remedy,
};

} // namespace gw
