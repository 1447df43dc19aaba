// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/rules.h"

#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/sshd/sshdrules.h"

#include <algorithm>
#include <cstring>

namespace gw {

const QList<Rule> &rules()
{
    static const QList<Rule> table = [] {
        QList<Rule> all{
            ai::jupyterNoPassword,           certificates::expiring,         certificates::noRenewal,
            certificates::postHook,          exposure::noFirewall,           exposure::openPort,
            reviewing::acceptUnknownRule,    reviewing::acceptWithoutEffect, reviewing::acceptWithoutReason,
            services::fail2banDead,          services::fail2banMissing,      services::failedUnit,
            services::listensOnAllAddresses, services::runsAsRoot,           services::supervisorRoot,
            system::clockNotSynchronised,    system::packageListsOld,        system::rebootRequired,
            system::securityUpdates,         users::emptyPassword,           users::secondRoot,
            users::sudoWithoutPassword,
        };
        all += nginxRules();
        all += sshdRules();
        std::sort(all.begin(), all.end(), [](const Rule &a, const Rule &b) { return std::strcmp(a.id, b.id) < 0; });
        return all;
    }();
    return table;
}

} // namespace gw
