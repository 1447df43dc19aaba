// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/authorizedkeys.h"

#include <QCoreApplication>

namespace gw {
namespace {

RuleOutcome check(const Facts &facts)
{
    std::optional<Gap> noLog;
    const RuleOutcome outcome = withAuthorizedKeys(
        facts, [&noLog](const UserAccount &user, const AuthorizedKey &key) -> std::optional<Finding> {
            if (!key.everUsed)
                noLog = key.everUsed.gap();
            if (!key.everUsed || *key.everUsed)
                return std::nullopt;
            Finding finding = findingAboutKey(user, key, Severity::Info);
            finding.title =
                QCoreApplication::translate("sshd", "A key of %1 was never used, as far as the log goes back")
                    .arg(user.name.shown());
            finding.explanation =
                QCoreApplication::translate("sshd", "Keys of people who left are forgotten doors. Ask whose it is, and "
                                                    "remove the line if nobody needs it.");
            return finding;
        });
    const auto *findings = std::get_if<QList<Finding>>(&outcome);
    return findings && noLog ? withRest(*findings, notChecked(*noLog)) : outcome;
}

} // namespace

const Rule sshd::unusedAuthorizedKey{
    "sshd.unused-authorized-key",
    QT_TRANSLATE_NOOP("rules", "Every key that may log in is in use"),
    "sshd(8) AUTHORIZED_KEYS FILE FORMAT; CIS Controls 5.3",
    check,
};

} // namespace gw
