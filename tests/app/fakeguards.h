// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/rolling.h"

#include <condition_variable>
#include <mutex>

namespace gw::test {

/// The guards of all servers of a fleet, and what is seen of them from outside, as the test wants it: no server is
/// changed. Called on any thread; a server goes by its target.
class FakeGuards {
public:
    enum class Way { Holds, StepFails, ProofFails, ProofCannotBeTried };

    void behave(const QString &server, Way way);
    /// Any other file is missing.
    void setFile(const QString &server, const RemotePath &path, const QByteArray &content);
    /// Whoever applies waits until let().
    void hold();
    void let();
    /// "apply s1", "keep s1", … in the order in which it happened.
    QStringList calls() const;
    ContactOf contacts();

private:
    Way note(const QString &what, const QString &server);
    Guard guard(const QString &server);
    Outside outside(const QString &server);

    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    QMap<QString, Way> m_ways;
    QMap<QString, FileStates> m_files;
    QStringList m_calls;
    bool m_held = false;
};

} // namespace gw::test
