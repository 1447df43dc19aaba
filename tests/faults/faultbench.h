// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/plan.h"
#include "tests/flows/labclient.h"

#include <QProcess>
#include <memory>

namespace gw::test {

/// A client of its own process (tests/applyclient) that can be killed at any moment.
class ApplyClient {
public:
    ApplyClient(const LabClient &client, const LabServer &server, const Plan &plan, int seconds);
    ~ApplyClient();

    /// Reads on until a line begins with one of these words, or the client has ended. The line; empty: ended.
    QByteArray waitFor(const QByteArrayList &beginnings);
    /// Everything it said until now.
    const QByteArray &said() const { return m_said; }
    void tell(const QByteArray &word);
    void kill();
    void waitForEnd();

private:
    QProcess m_process;
    QByteArray m_said;
};

/// One real server on which plans are applied and faults strike: says what its state is, and whether anything of a
/// guard is left.
class FaultBench {
public:
    explicit FaultBench(const QString &purpose);

    LabServer &server() const { return *m_server; }
    const LabClient &client() const { return *m_client; }

    /// Every file that the plan may touch with content, mode, owner and links; the rules of the kernel; what runs.
    QByteArray state() const;
    /// Waits until no change is open there any more; false: it stayed open.
    bool waitUntilSettled() const;
    /// Units, timers, folders of an open guard; empty: nothing is left.
    QByteArray leftovers() const;
    bool sshWorks() const;
    /// Back to the state of the beginning, whatever happened.
    void reset() const;

    /// The whole machine stands still, clocks go on.
    void freeze() const { setFrozen("1"); }
    void thaw() const { setFrozen("0"); }
    void reboot() const;
    void waitForSsh() const;

    /// sshd, nginx and ufw: files written and edited, rules, checks, reloads; after each step a pause to strike in.
    Plan plan() const;

private:
    void setFrozen(const QByteArray &value) const;

    std::unique_ptr<LabServer> m_server;
    std::unique_ptr<LabClient> m_client;
};

} // namespace gw::test
