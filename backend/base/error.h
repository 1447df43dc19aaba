// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/question.h"

#include <QString>

namespace gw {

/// A failure of the world (a bug is an assertion, something wrong on a server is a Finding).
/// Says what was tried, where, what came back and what to do next; texts are translated and ready to show
/// (server text inside went through UntrustedText::shown()).
struct Error {
    enum class Kind {
        Failed,         ///< none of the others
        Invalid,        ///< input that cannot be used
        Cancelled,      ///< somebody pressed stop
        TimedOut,       ///< a deadline passed
        Unreachable,    ///< no TCP connection, or it broke
        Refused,        ///< authentication was refused
        HostKeyChanged, ///< the server shows another key than the known one
        HostKeyRevoked, ///< the key is marked @revoked
        NeedsAnswer,    ///< `question` is open: answer it and try again
        Protocol,       ///< the peer broke the protocol or a frame is damaged
        TooLarge,       ///< a bound was reached
        Unsupported,    ///< this transport or server cannot do it
    };
    Kind kind = Kind::Failed;
    QString tried;  ///< "Connect to gpu-1 (203.0.113.7 port 22)"
    QString cause;  ///< "The server closed the connection before its banner"
    QString advice; ///< "Check the address and whether sshd runs"; may be empty
    Question question;

    /// Everything in one paragraph, for logs and the terminal.
    QString text() const;
    friend bool operator==(const Error &, const Error &) = default;
};

/// A bound in an error, for people: "48 MiB".
QString shownSize(qint64 bytes);

} // namespace gw
