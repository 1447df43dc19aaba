// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/renewal.h"

namespace gw {

QList<ScheduledJob> activeRenewals(const Facts &facts)
{
    QList<ScheduledJob> jobs;
    if (!facts.services.schedule)
        return jobs;
    for (const ScheduledJob &job : *facts.services.schedule) {
        // Debian's /etc/cron.d/certbot does nothing where systemd runs: its own first test says so.
        const bool leavesItToSystemd =
            job.kind == ScheduledJob::Kind::Cron && job.command.raw().contains(QLatin1String("-d /run/systemd/system"));
        if (job.renewsCertificates && job.active &&
            !(leavesItToSystemd && facts.system.initSystem == QStringView(u"systemd")))
            jobs += job;
    }
    return jobs;
}

} // namespace gw
