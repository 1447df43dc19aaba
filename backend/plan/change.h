// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/filestate.h"

#include <QList>
#include <QString>
#include <chrono>
#include <optional>
#include <variant>

namespace gw {

/// Whether the content of a file may stand in exports, the journal and pictures. Masking follows this type, never a
/// pattern.
enum class Secrecy { Public, Secret };

/// Replaces the content of a file or makes a new one; a symbolic link stays and its target is written.
struct WriteFile {
    RemotePath path;
    FileState before; ///< the guard: another hash, mode or owner on the server stops everything before the first change
    QByteArray after;
    std::optional<FileAttributes> attributes; ///< empty: as before; a new file then gets FileAttributes{}
    Secrecy secrecy = Secrecy::Public;
    friend bool operator==(const WriteFile &, const WriteFile &) = default;
};

struct RemoveFile {
    RemotePath path; ///< a symbolic link is removed itself, not its target
    FileState before;
    Secrecy secrecy = Secrecy::Public;
    friend bool operator==(const RemoveFile &, const RemoveFile &) = default;
};

/// Makes a symbolic link, or leads one elsewhere.
struct LinkFile {
    RemotePath path;
    FileState before; ///< Missing or Link
    QByteArray target;
    friend bool operator==(const LinkFile &, const LinkFile &) = default;
};

/// Mode and owner of a file or folder whose content stays (a private key is never read).
struct SetAttributes {
    RemotePath path;
    FileAttributes before;
    FileAttributes after;
    friend bool operator==(const SetAttributes &, const SetAttributes &) = default;
};

/// By the server's own package manager. The way back removes what this installed, and nothing that was there.
struct InstallPackage {
    QString name;
    friend bool operator==(const InstallPackage &, const InstallPackage &) = default;
};

/// A command line of sh, run as root. Names in it came through quoted().
struct RunCommand {
    QByteArray line;
    std::optional<QByteArray> undo; ///< run by the way back, as often as it takes: must be safe to repeat
    QList<RemotePath> touches = {}; ///< files it may change: kept and put back byte for byte
    bool changesFirewall = false;   ///< the rules in the kernel are kept and put back too
    friend bool operator==(const RunCommand &, const RunCommand &) = default;
};

/// A systemd unit, or what supervisord runs ("supervisor:NAME").
class ServiceUnit {
public:
    ServiceUnit() = default;
    explicit ServiceUnit(QString name) : m_name(std::move(name)) {}
    const QString &name() const { return m_name; }
    friend bool operator==(const ServiceUnit &, const ServiceUnit &) = default;
    friend bool operator<(const ServiceUnit &a, const ServiceUnit &b) { return a.m_name < b.m_name; }

private:
    QString m_name; ///< "ssh.service", "nginx.service"
};

/// The way back returns the unit to the state it was in: reloaded, restarted, started, stopped, enabled, disabled.
struct ServiceAction {
    enum class Verb { Reload, Restart, Start, Stop, Enable, Disable, DaemonReload };
    ServiceUnit unit; ///< empty for DaemonReload
    Verb verb = Verb::Reload;
    friend bool operator==(const ServiceAction &, const ServiceAction &) = default;
};
/// What takes it back; nothing for those that only have a service look at its files again.
constexpr std::optional<ServiceAction::Verb> inverseOf(ServiceAction::Verb verb)
{
    using Verb = ServiceAction::Verb;
    switch (verb) {
    case Verb::Start: return Verb::Stop;
    case Verb::Stop: return Verb::Start;
    case Verb::Enable: return Verb::Disable;
    case Verb::Disable: return Verb::Enable;
    case Verb::Reload:
    case Verb::Restart:
    case Verb::DaemonReload: break;
    }
    return {};
}

/// Must pass, or everything returns. Sshd, Nginx and Sudoers are run on the staged files before the first real file
/// moves, and once more where the step stands.
struct Check {
    enum class Kind { Sshd, Nginx, Sudoers, Command };
    Kind kind = Kind::Command;
    QByteArray line = {}; ///< Kind::Command: passes when it exits 0
    friend bool operator==(const Check &, const Check &) = default;
};

/// Tried again until it holds or the time is over.
struct WaitFor {
    QByteArray line; ///< holds when it exits 0
    std::chrono::seconds limit{30};
    friend bool operator==(const WaitFor &, const WaitFor &) = default;
};

using Change = std::variant<WriteFile, RemoveFile, LinkFile, SetAttributes, InstallPackage, RunCommand, ServiceAction,
                            Check, WaitFor>;

} // namespace gw
