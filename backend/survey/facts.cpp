// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/survey/facts.h"

#include "backend/survey/readers.h"

#include <algorithm>

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
    facts.sudoFiles = filesFrom(sections, "sudo.file");
    facts.users = usersFrom(sections, facts.sudoRules);
    facts.packages = packagesFrom(sections);

    const Known<QList<SystemdUnit>> units = allUnitsFrom(sections);
    const bool systemd = facts.system.initSystem == u"systemd";
    facts.services.units = unitsWorthShowing(units);
    facts.services.supervisor = supervisorFrom(sections);
    facts.services.supervisorFiles = filesFrom(sections, "supervisor.file");
    facts.services.schedule = scheduleFrom(sections, units, systemd);
    facts.services.scheduleFiles = filesFrom(sections, "cron.file") + filesFrom(sections, "cron.user.file");
    facts.fail2ban = fail2banFrom(sections, units);

    facts.containers = containersFrom(sections);
    const QHash<qint64, Process> processes = processesFrom(sections, facts.containers);
    facts.listeners = listenersFrom(sections, processes, facts.containers);
    facts.aiServices = aiServicesFrom(sections, processes);

    facts.firewall = firewallFrom(sections);
    facts.firewall.ufwSettings = ufwSettingsFrom(sections);
    facts.nginx = nginxFrom(sections);
    facts.sshd = sshdFrom(sections, facts.users, facts.packages);
    facts.certificates = certificatesFrom(sections);
    facts.gpus = gpusFrom(sections);
    facts.disks = disksFrom(sections);
    facts.unreadFiles = unreadFilesFrom(sections);
    return facts;
}

bool isStartedBy(const Listener &listener, const SupervisorProgram &program)
{
    const QString command = program.command.raw().simplified();
    const QString rest = command.section(u' ', 1);
    return rest.isEmpty() ? listener.commandLine.raw().simplified().endsWith(command.section(u'/', -1))
                          : listener.commandLine.raw().simplified().endsWith(rest);
}

QList<const FileFact *> configurationFiles(const Facts &facts)
{
    QList<const FileFact *> files;
    QSet<RemotePath> known; // several services may name the same file
    const auto add = [&](const FileFact &file) {
        if (file.path.isEmpty() || known.contains(file.path))
            return;
        known.insert(file.path);
        files.append(&file);
    };
    const auto addAll = [&add](const QList<FileFact> &list) { std::for_each(list.cbegin(), list.cend(), add); };
    if (facts.sshd)
        addAll(facts.sshd->files);
    if (facts.nginx && facts.nginx->tree)
        addAll(*facts.nginx->tree);
    if (facts.nginx)
        addAll(facts.nginx->spare);
    if (facts.fail2ban)
        addAll(facts.fail2ban->files);
    addAll(facts.services.supervisorFiles);
    addAll(facts.services.scheduleFiles);
    addAll(facts.sudoFiles);
    if (facts.users) {
        for (const UserAccount &user : *facts.users)
            addAll(user.keyFiles);
    }
    if (facts.certificates.lineages) {
        for (const Lineage &lineage : *facts.certificates.lineages)
            add(lineage.renewal);
    }
    if (facts.aiServices) {
        for (const AiService &service : *facts.aiServices)
            addAll(service.files);
    }
    return files;
}

const UnreadFile *firstUnread(const Facts &facts, UnreadFile::Topic topic)
{
    const auto found = std::find_if(facts.unreadFiles.cbegin(), facts.unreadFiles.cend(),
                                    [topic](const UnreadFile &file) { return file.topic == topic; });
    return found == facts.unreadFiles.cend() ? nullptr : &*found;
}

} // namespace gw
