// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/sshdremedies.h"
#include "backend/findings/sshd/sshdview.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

/// Where everybody may write, anybody can put a key.
bool isInPublicFolder(const QString &path)
{
    for (const char *folder : {"/tmp/", "/var/tmp/", "/dev/shm/"}) {
        if (path.startsWith(QLatin1String(folder)))
            return true;
    }
    return false;
}

bool isForEverybody(const QString &path)
{
    return path.startsWith(QLatin1Char('/')) && !path.contains(QLatin1String("%u")) &&
           !path.contains(QLatin1String("%h")) && !path.contains(QLatin1String("%U"));
}

RuleOutcome check(const Facts &facts)
{
    return withSshd(facts, [](const SshdView &sshd) -> RuleOutcome {
        const auto judge = [](const QString &value) -> std::optional<Severity> {
            const QStringList paths = value.split(QLatin1Char(' '));
            if (std::any_of(paths.cbegin(), paths.cend(), isInPublicFolder))
                return Severity::High;
            return severityIf(std::any_of(paths.cbegin(), paths.cend(), isForEverybody), Severity::Medium);
        };
        return sshd.judged(
            "authorizedkeysfile", judge, QCoreApplication::translate("sshd", "Keys are read from an unusual place"),
            QCoreApplication::translate(
                "sshd",
                "A file without %u or %h holds for every account, root included, and in a folder that everybody may "
                "write anybody can add a key. Set “AuthorizedKeysFile .ssh/authorized_keys”, or a folder of root "
                "with one file per user (“/etc/ssh/authorized_keys/%u”)."));
    });
}

} // namespace

const Rule sshd::authorizedKeysFile{
    "sshd.authorized-keys-file",
    QT_TRANSLATE_NOOP("rules", "Each user’s keys are in that user’s home directory"),
    "sshd_config(5) AuthorizedKeysFile",
    check,
    setsSshd<"AuthorizedKeysFile", ".ssh/authorized_keys">,
};

} // namespace gw
