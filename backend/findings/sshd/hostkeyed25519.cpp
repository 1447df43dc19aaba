// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/sshdview.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

RuleOutcome check(const Facts &facts)
{
    return withSshd(facts, [](const SshdView &sshd) -> RuleOutcome {
        if (!sshd.sshd().hostKeys)
            return withoutFacts(sshd.sshd().hostKeys.gap());
        const QList<HostKeyFact> &keys = *sshd.sshd().hostKeys;
        const bool found = std::any_of(keys.cbegin(), keys.cend(), [](const HostKeyFact &key) {
            return key.type.raw().contains(QLatin1String("ed25519"), Qt::CaseInsensitive);
        });
        if (found || keys.isEmpty())
            return QList<Finding>{};
        return QList<Finding>{sshd.finding(
            "hostkey", Severity::Info, QCoreApplication::translate("sshd", "There is no Ed25519 host key"),
            QCoreApplication::translate(
                "sshd",
                "Ed25519 is the fastest and soundest kind of host key that all clients know. Make one with "
                "“ssh-keygen -A” and add it with “HostKey /etc/ssh/ssh_host_ed25519_key” if HostKey lines are set."))};
    });
}

} // namespace

const Rule sshd::hostKeyEd25519{
    "sshd.host-key-ed25519",
    QT_TRANSLATE_NOOP("rules", "There is an Ed25519 host key"),
    "ssh-audit policies; sshd_config(5) HostKey",
    check,
};

} // namespace gw
