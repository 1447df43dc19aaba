// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/shell/script.h"

namespace gw {

/// The marks of one run: random, so that nothing a server prints by chance or from a file can be taken for them.
struct ScriptMarks {
    QByteArray frame;  ///< around the output; only ever sent on standard input
    QByteArray ready;  ///< "send the script now"
    QByteArray prompt; ///< what sudo is told to ask, or what is printed right before doas asks
    static ScriptMarks create();
};

/// The command line that becomes root and then reads a script from standard input. bash, dash, zsh, fish, tcsh and
/// busybox ash read it alike: two words in single quotes without ' ! \\ or a line break.
QByteArray bootstrapLine(Elevation::Method method, bool terminal, const ScriptMarks &marks,
                         std::chrono::milliseconds remoteLimit);

/// Header and script, as the bootstrap reads them.
QByteArray bootstrapInput(const QByteArray &script, const ScriptMarks &marks);

/// What the frame holds.
struct ScriptAnswer {
    int exitCode = 0;
    QByteArray out;
};

/// Takes the verified output out of everything that came. The error's `tried` is left empty.
Result<ScriptAnswer> unframed(QByteArrayView printed, const ScriptMarks &marks);

/// Finds the script's output in the stream as it comes, for progress.
class FrameProgress {
public:
    FrameProgress(const ScriptMarks &marks, const Shell::Progress &progress);
    void receive(QByteArrayView bytes);

private:
    QByteArray m_begin;
    QByteArray m_end;
    Shell::Progress m_progress;
    QByteArray m_held;
    enum class State { Before, Inside, After } m_state = State::Before;
};

} // namespace gw
