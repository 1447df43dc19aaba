// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/intent.h"

namespace gw::test {

/// A server that exists only as facts and files: what a plan finds there, and what it would leave.
class PlannedServer {
public:
    explicit PlannedServer(const Facts &facts);

    /// A file that the facts do not show.
    PlannedServer &file(const QByteArray &path, const QByteArray &content, const FileAttributes &attributes = {});
    /// The same, behind a symbolic link.
    PlannedServer &link(const QByteArray &path, const QByteArray &target, const QByteArray &content,
                        const FileAttributes &attributes = {});
    QByteArray content(const QByteArray &path) const { return m_files.value(RemotePath(path)).content; }
    bool has(const QByteArray &path) const { return m_files.contains(RemotePath(path)); }
    const Facts &facts() const { return m_facts; }

    Result<Plan> plan(const QList<Intent> &intents) const;
    /// A plan that must be; fails the test with the error otherwise.
    Plan planned(const QList<Intent> &intents) const;
    /// Why there is no plan; empty: there is one.
    QString refusal(const QList<Intent> &intents) const;

    /// The server with the files of the plan, and the facts about sshd and its files read anew.
    PlannedServer after(const Plan &plan) const;

private:
    Facts m_facts;
    QMap<RemotePath, FileState> m_files;
};

/// The steps as one text, a line for each: id, then what needs what.
QStringList idsOf(const Plan &plan);
const Step *stepOf(const Plan &plan, const QString &id);
/// The command lines of RunCommand, Check and WaitFor steps.
QByteArrayList commandsOf(const Plan &plan);
/// What `path` holds after the plan; fails the test when the plan does not write it.
QByteArray writtenBy(const Plan &plan, const QByteArray &path);
template <typename T>
bool proves(const Plan &plan, const T &proof)
{
    return plan.proofs.contains(Proof(proof));
}

} // namespace gw::test
