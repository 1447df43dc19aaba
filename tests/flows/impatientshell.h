// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/shell/shell.h"

namespace gw::test {

/// Another shell with shorter patience, so that a test of silence is over soon.
class ImpatientShell : public Shell {
public:
    explicit ImpatientShell(Shell &shell, std::chrono::milliseconds silence = std::chrono::seconds(3))
        : m_shell(shell), m_silence(silence)
    {
    }

    Result<Output> run(const Command &command, std::stop_token stop, const Progress &progress = {}) override
    {
        Command shorter = command;
        shorter.silence = m_silence;
        return m_shell.run(shorter, stop, progress);
    }
    QString description() const override { return m_shell.description(); }
    bool isAlive() const override { return m_shell.isAlive(); }

private:
    Shell &m_shell;
    std::chrono::milliseconds m_silence;
};

} // namespace gw::test
