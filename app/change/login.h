// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/plan.h"
#include "backend/shell/script.h"
#include "backend/ssh/transport.h"
#include "backend/survey/facts.h"

#include <QSet>

namespace gw {

/// How a server was reached and who we became there: what every new login starts from.
struct Way {
    Route route; ///< no hops: this computer
    Answers answers;
    Elevation elevation;
    QString address;         ///< that answered; empty: not known, go by name
    bool byPassword = false; ///< it was opened by what somebody typed, not by a key
    /// "SHA256:…" of the host keys that the server has shown to be its own: the key of the open connection, and those
    /// that it named over that connection. A key of these is accepted on another port of the same server without a
    /// question: whoever can show it holds the private half of a key that is trusted already. Any other is refused.
    QSet<QString> hostKeys;
    std::function<void(const UntrustedText &)> notice = {}; ///< as ConnectOptions::notice
};

/// The way of a connection that is open. `facts`, where there are some, add the host keys that the server named.
Way wayOf(const Route &route, const Answers &answers, const Elevation &elevation, const Shell &shell,
          const Facts *facts = nullptr);

/// Adds the host keys that the server named when it was surveyed.
void trustHostKeysOf(Way &way, const Facts &facts);

/// What an open connection knows about itself; null: it is no SSH connection.
const ConnectionInfo *connectionInfoOf(const Shell &shell);

/// A new connection with a new authentication, on which we are root.
struct Login {
    std::shared_ptr<Shell> shell;
    Elevation elevation;
    QString detail; ///< "dev@gpu-1:22 by publickey id_ed25519, root, in 0.4 s"; safe to show
};

/// Connects as the proof says and becomes root there. A user without root rights is an Error: nobody could administer
/// the server over this login; so is a question for a password where a key did before. What else only the person knows
/// is Error::Kind::NeedsAnswer, and goes into Way::answers.
Result<Login> logInAgain(const Way &way, const LoginProof &proof, std::stop_token stop);

} // namespace gw
