// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/survey/sections.h"

#include <QSet>

namespace gw {

// One reader per kind of fact: what the sections say, as values. All are total: any bytes give facts or a gap.

Access accessFrom(const Sections &sections);
SystemFacts systemFrom(const Sections &sections);
Known<QList<FileSystem>> disksFrom(const Sections &sections);
Known<QList<Gpu>> gpusFrom(const Sections &sections);

Known<QList<SudoRule>> sudoRulesFrom(const Sections &sections);
Known<QList<UserAccount>> usersFrom(const Sections &sections, const Known<QList<SudoRule>> &rules);

/// The authorized keys of every user, and which of them ever logged in.
class AuthorizedKeys {
public:
    explicit AuthorizedKeys(const Sections &sections);
    /// A gap if any of the user's files could not be read.
    Known<QList<AuthorizedKey>> of(const QByteArray &user) const;
    /// The files that could be read, with the fingerprint of each key in its place.
    QList<FileFact> filesOf(const QByteArray &user) const;
    /// The folders above those files, there or not, up to the home directory.
    QList<FolderFact> foldersOf(const QByteArray &user, const QByteArray &home) const;

private:
    Known<QList<AuthorizedKey>> readFile(const QByteArray &path) const;
    Known<bool> everUsed(const QByteArray &fingerprint) const;

    const Sections &m_sections;
    QHash<QByteArray, QList<const SurveySection *>> m_paths; ///< by user
    std::optional<Gap> m_noLog;
    QSet<QByteArray> m_used;
    bool m_logReachesBack = false;
};

/// Type, size and fingerprint of an OpenSSH public key ("ssh-ed25519 AAAA… comment"); nothing if it is none.
struct PublicKey {
    QByteArray type;
    int bits = 0;
    QByteArray fingerprint;
    QByteArray comment;
};
std::optional<PublicKey> publicKeyFrom(QByteArrayView line);
/// Where the options before a key end: at the first blank outside of quotes (sshd(8), AUTHORIZED_KEYS FILE FORMAT).
qsizetype endOfOptions(QByteArrayView line);

Known<PackageFacts> packagesFrom(const Sections &sections);

/// Every loaded service and what it starts, before those that do not matter are left out.
Known<QList<SystemdUnit>> allUnitsFrom(const Sections &sections);
Known<QList<SystemdUnit>> unitsWorthShowing(const Known<QList<SystemdUnit>> &all);
Known<QList<SupervisorProgram>> supervisorFrom(const Sections &sections);
Known<QList<ScheduledJob>> scheduleFrom(const Sections &sections, const Known<QList<SystemdUnit>> &units, bool systemd);
Known<Fail2banFacts> fail2banFrom(const Sections &sections, const Known<QList<SystemdUnit>> &units);

/// What is known of one process.
struct Process {
    UntrustedText commandLine; ///< arguments with blanks between them, secrets masked
    UntrustedText user;
    QByteArray cgroup;
    bool hasOwnPids = false; ///< lives in a PID namespace below ours
    UntrustedText container; ///< id or name of the container or machine it lives in; empty: here
};
QHash<qint64, Process> processesFrom(const Sections &sections, const Known<QList<Container>> &containers);
Known<QList<Container>> containersFrom(const Sections &sections);
Known<QList<Listener>> listenersFrom(const Sections &sections, const QHash<qint64, Process> &processes,
                                     const Known<QList<Container>> &containers);
Known<QList<AiService>> aiServicesFrom(const Sections &sections, const QHash<qint64, Process> &processes);

FirewallFacts firewallFrom(const Sections &sections);
Known<UfwSettings> ufwSettingsFrom(const Sections &sections);
Known<NginxFacts> nginxFrom(const Sections &sections);
Known<SshdFacts> sshdFrom(const Sections &sections, const Known<QList<UserAccount>> &users,
                          const Known<PackageFacts> &packages);
CertificateFacts certificatesFrom(const Sections &sections);

/// The blocks of `systemctl show`: one list of values per unit.
QList<QHash<QByteArray, QList<QByteArray>>> shownUnits(QByteArrayView printed);

} // namespace gw
