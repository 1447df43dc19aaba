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
        for (const char *keyword : {"allowusers", "allowgroups", "denyusers", "denygroups"}) {
            if (!sshd.values(keyword).isEmpty())
                return QList<Finding>{};
        }
        return QList<Finding>{sshd.finding(
            "allowusers", Severity::Low, QCoreApplication::translate("sshd", "Every account may log in over SSH"),
            QCoreApplication::translate(
                "sshd", "An account that a package or a colleague creates can log in from the Internet without anybody "
                        "having decided so. Name the people with “AllowUsers” or a group with “AllowGroups”, yourself "
                        "first."))};
    });
}

} // namespace

const Rule sshd::allowUsers{
    "sshd.allow-users",
    QT_TRANSLATE_NOOP("rules", "Who may log in over SSH is written down"),
    "CIS Debian 13 5.1.4; Lynis SSH-7440; sshd_config(5) AllowUsers, AllowGroups",
    check,
};

} // namespace gw
