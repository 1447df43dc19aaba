// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/result.h"

#include <QByteArray>
#include <chrono>
#include <functional>
#include <optional>
#include <stop_token>

namespace gw {

/// A prompt that a command may print (sudo's, doas'), and what to answer. The secret is written only after the
/// prompt was seen, once: a second prompt ends the command with Error::Kind::Refused.
struct PromptReply {
    QByteArray prompt; ///< exact bytes, a nonce where the program allows one (sudo -p)
    Secret reply;
};

/// One command line for the server's shell. Names in it came through quoted().
struct Command {
    QByteArray line;       ///< run by the login shell: keep it to what every shell understands
    QByteArray input;      ///< standard input, closed after it
    QByteArray inputAfter; ///< if set, input is sent only once these bytes came on standard error
    std::optional<PromptReply> promptReply;
    std::chrono::milliseconds timeout{60'000}; ///< absolute: from start to exit status
    std::chrono::milliseconds silence{30'000}; ///< longest time without a single byte from the server
    qint64 outputLimit = 16 * 1024 * 1024;     ///< bytes of standard output and error together; more is TooLarge
    bool terminal = false;                     ///< needs a pty (doas asks only on one)
};

struct Output {
    int exitCode = 0; ///< 128 + n for signal n
    QByteArray out;
    QByteArray err;
    friend bool operator==(const Output &, const Output &) = default;
};

/// The port to a server: runs commands. Thread-safe: several commands may run side by side.
/// A stop ends the wait at once with Error::Kind::Cancelled; the connection stays usable.
class Shell {
public:
    virtual ~Shell() = default;
    using Progress = std::function<void(QByteArrayView standardOutput)>; ///< called on the calling thread
    virtual Result<Output> run(const Command &command, std::stop_token stop, const Progress &progress = {}) = 0;
    /// For people: "dev@gpu-1:22 by libssh", "this computer".
    virtual QString description() const = 0;
    /// False once the connection is known to be gone: open another.
    virtual bool isAlive() const = 0;
};

} // namespace gw
