// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/shell/shell.h"

namespace gw {

/// How a script becomes root.
struct Elevation {
    enum class Method {
        Automatic,    ///< already root, else `sudo -n`, else `doas -n`, else stay as you are: no prompt, no extra round
                      ///< trip
        None,         ///< stay as you are
        SudoPassword, ///< sudo -S with `password`
        DoasPassword, ///< doas on a terminal with `password`
    };
    Method method = Method::Automatic;
    Secret password;
    friend bool operator==(const Elevation &, const Elevation &) = default;
};

/// A POSIX sh script sent over standard input: framed with its length and SHA-256, and not started unless both
/// hold on the server; nothing is written there. Runs under LC_ALL=C with an empty standard input, the sbin folders in
/// PATH, and in its environment GW_ROOT_WAY=login|sudo|doas|none (how it became root) and GW_ROOT_ASKS=sudo|doas|no
/// (which program got a password, or would take one). What it leaves in the background must not hold its standard
/// output.
struct Script {
    QByteArray text;
    QList<QByteArray> arguments; ///< $1, $2 …: any bytes but NUL
    std::chrono::milliseconds timeout{60'000};
    std::chrono::milliseconds silence{30'000}; ///< as Command::silence
    qint64 outputLimit = 16 * 1024 * 1024;
};

/// Runs the script in one round trip. What rc files of the login shell print before or after does not reach the output:
/// Output::out is exactly what the script printed, checked against the length and SHA-256 the server states at its end.
/// A damaged or unfinished frame is Error::Kind::Protocol; a server without /proc or any program for SHA-256 is
/// Unsupported. Output::err is standard error as it came, with the chatter; empty when the command needed a terminal.
/// `progress` sees the script's output as it comes. A refused root password is Error::Kind::Refused and is never tried
/// again by itself.
Result<Output> runScript(Shell &shell, const Script &script, const Elevation &elevation, std::stop_token stop,
                         const Shell::Progress &progress = {});

/// What Elevation::Method::Automatic finds on a server.
struct RootAccess {
    bool isRoot = false; ///< no password is needed
    std::optional<Elevation::Method> asks =
        std::nullopt; ///< what would become root with one: SudoPassword, DoasPassword
};
Result<RootAccess> rootAccess(Shell &shell, std::stop_token stop);

} // namespace gw
