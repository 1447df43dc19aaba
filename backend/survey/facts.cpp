// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/survey/facts.h"

#include "backend/survey/readers.h"

namespace gw {

Facts factsFrom(const SurveyAnswer &answer)
{
    const Sections sections(answer);
    Facts facts;
    facts.takenAt = answer.takenAt;
    facts.took = answer.took;
    facts.fromFolder = sections.find("users") && !sections.find("access");
    facts.access = accessFrom(sections);
    facts.system = systemFrom(sections);
    facts.sudoRules = sudoRulesFrom(sections);
    facts.users = usersFrom(sections, facts.sudoRules);
    facts.packages = packagesFrom(sections);

    const Known<QList<SystemdUnit>> units = allUnitsFrom(sections);
    const bool systemd = facts.system.initSystem == u"systemd";
    facts.services.units = unitsWorthShowing(units);
    facts.services.supervisor = supervisorFrom(sections);
    facts.services.schedule = scheduleFrom(sections, units, systemd);
    facts.fail2ban = fail2banFrom(sections, units);

    const QHash<qint64, Process> processes = processesFrom(sections);
    facts.containers = containersFrom(sections);
    facts.listeners = listenersFrom(sections, processes, facts.containers);
    facts.aiServices = aiServicesFrom(sections, processes);

    facts.firewall = firewallFrom(sections);
    facts.nginx = nginxFrom(sections);
    facts.sshd = sshdFrom(sections, facts.users, facts.packages);
    facts.certificates = certificatesFrom(sections);
    facts.gpus = gpusFrom(sections);
    facts.disks = disksFrom(sections);
    return facts;
}

} // namespace gw
