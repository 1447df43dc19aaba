// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/error.h"
#include "backend/base/untrustedtext.h"

#include <QDateTime>
#include <QString>
#include <chrono>
#include <variant>

namespace gw {

// The state of the connection to one server, as the window shows it.

struct Offline {
    friend bool operator==(const Offline &, const Offline &) = default;
};

struct Connecting {
    int attempt = 1;           ///< more than 1: reconnecting
    QDateTime nextTry;         ///< valid while waiting between two attempts
    UntrustedText notice = {}; ///< what ssh wants the person to do meanwhile ("Confirm user presence for key …")
    friend bool operator==(const Connecting &, const Connecting &) = default;
};

/// A question is open: unknown host key, password, passphrase, prompts, root password.
struct Asking {
    Question question;
    friend bool operator==(const Asking &, const Asking &) = default;
};

struct Online {
    QString transport; ///< "libssh", "OpenSSH", "this computer"
    QString transportReason;
    QString details;             ///< user, address, host key, authentication, cipher: one fact a line
    QString authentication = {}; ///< "publickey id_ed25519", "password"
    std::chrono::milliseconds roundTrip{0};
    bool isRoot = false;
    bool rootWantsPassword = false;
    friend bool operator==(const Online &, const Online &) = default;
};

struct Failed {
    Error error;
    bool circuitOpen = false; ///< no more attempts by itself: the person presses "Try again"
    friend bool operator==(const Failed &, const Failed &) = default;
};

using ConnectionState = std::variant<Offline, Connecting, Asking, Online, Failed>;

} // namespace gw
