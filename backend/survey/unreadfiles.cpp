// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/survey/sections.h"

namespace gw {
namespace {

struct Role {
    const char *name; ///< of the sections "NAME.file PATH" and "NAME.closed PATH" in survey.sh
    UnreadFile::Topic topic;
};

constexpr Role roles[] = {
    {"system", UnreadFile::Topic::System},
    {"sudo", UnreadFile::Topic::Users},
    {"keys", UnreadFile::Topic::Users},
    {"cron", UnreadFile::Topic::Schedule},
    {"cron.user", UnreadFile::Topic::Schedule},
    {"cron.script", UnreadFile::Topic::Schedule},
    {"supervisor", UnreadFile::Topic::Supervisor},
    {"fail2ban", UnreadFile::Topic::Fail2ban},
    {"ufw", UnreadFile::Topic::Firewall},
    {"sshd", UnreadFile::Topic::Sshd},
    {"sshd.hostkey", UnreadFile::Topic::Sshd},
    {"nginx", UnreadFile::Topic::Nginx},
    {"letsencrypt", UnreadFile::Topic::Certificates},
    {"certificate", UnreadFile::Topic::Certificates},
    {"jupyter", UnreadFile::Topic::Ai},
    {"ollama", UnreadFile::Topic::Ai},
};

} // namespace

QList<UnreadFile> unreadFilesFrom(const Sections &sections)
{
    QList<UnreadFile> unread;
    QSet<RemotePath> known;
    const auto add = [&](UnreadFile::Topic topic, const SurveySection *section) {
        const auto gap = sections.gapOf(section);
        const RemotePath path = pathOf(*section);
        if (!gap || known.contains(path))
            return;
        known.insert(path);
        unread.append({topic, path, *gap});
    };
    for (const Role &role : roles) {
        for (const char *kind : {".file", ".closed"}) {
            for (const SurveySection *section : sections.all(QByteArray(role.name) + kind))
                add(role.topic, section);
        }
    }
    // The script stops at so many users and files.
    constexpr qsizetype mostUsers = 500;
    if (const SurveySection *users = sections.find("users"); users && users->content.count('\n') > mostUsers)
        unread.append(
            {UnreadFile::Topic::Users, RemotePath(QByteArray("/etc/passwd")), Gap{Gap::Reason::TooLarge, {}}});
    if (sections.find("nginx.cut"))
        unread.append({UnreadFile::Topic::Nginx, RemotePath(QByteArray("/etc/nginx")), Gap{Gap::Reason::TooLarge, {}}});
    return unread;
}

} // namespace gw
