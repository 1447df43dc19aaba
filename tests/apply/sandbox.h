// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/apply/apply.h"
#include "backend/shell/localshell.h"

#include <QTemporaryDir>
#include <atomic>

namespace gw::test {

/// A stretch of this computer that stands for a server: its files and the guard's state lie in a temporary folder, so
/// the guard is a process (no unit, no cron line). Needs root, as the guard does; skipped with the reason where we are
/// not.
class Sandbox final : public Shell {
public:
    enum class Programs { Ours, Busybox, Bash };
    /// Busybox: /bin/sh and every program are busybox's, as on Alpine; Bash: /bin/sh is bash, as on Red Hat's.
    explicit Sandbox(Programs programs = Programs::Ours);
    ~Sandbox() override;

    QString folder() const { return m_folder.path(); }
    QString file(const QString &name) const { return m_folder.filePath(QStringLiteral("root/") + name); }
    RemotePath path(const QString &name) const { return RemotePath(file(name)); }
    QString base() const { return m_folder.filePath(stateFolder); }

    void write(const QString &name, const QByteArray &content, quint32 mode = 0644) const;
    QByteArray read(const QString &name) const;
    /// What a plan would see.
    FileState state(const QString &name);
    /// Kind, content, mode, owner and extended attributes of everything below the root, in words: equal when nothing
    /// has changed.
    QByteArray everything() const;
    /// Names of the changes in this state of the guard: "armed", "reverted" …; empty: none.
    QStringList changes(const QString &state) const;
    bool nothingRemains() const { return !QFile::exists(base()); }
    /// A line of sh, run by us in the folder of the files; must succeed.
    void must(const QByteArray &line) const;
    /// A program in front of all others.
    void putProgram(const QString &name, const QByteArray &text) const;

    WriteFile writes(const QString &name, const QByteArray &after);
    static Plan planOf(const QList<Change> &changes);
    Result<Applied> apply(const Plan &plan, std::chrono::seconds window = std::chrono::seconds(300));
    Result<Applied> apply(const Plan &plan, const std::function<void(const ApplyProgress &)> &progress,
                          std::stop_token stop, std::chrono::seconds window = std::chrono::seconds(300));
    /// The same, for what must succeed.
    Armed armed(const Plan &plan, std::chrono::seconds window = std::chrono::seconds(300));
    Returned returned(const Plan &plan);
    Returned undone(const QString &transaction);
    void kept(const QString &transaction);
    /// Waits until the guard has returned by itself.
    bool comesBack(const QString &transaction) const;
    QString lastTransaction() const { return m_transaction; }

    /// Called before a command goes to the server; what it returns is what comes back instead, if anything.
    std::function<std::optional<Result<Output>>(const Command &)> before;
    QString stateFolder = QStringLiteral("state"); ///< where the guard keeps its state
    QByteArray mounts; ///< commands of sh that run first, in a mount namespace of each command
    std::atomic<int> runs = 0;
    bool alive = true;

    Result<Output> run(const Command &command, std::stop_token stop, const Progress &progress = {}) override;
    QString description() const override { return QStringLiteral("test"); }
    bool isAlive() const override { return alive; }

private:
    QTemporaryDir m_folder;
    QString m_transaction;
};

const Elevation &asWeAre();

} // namespace gw::test
