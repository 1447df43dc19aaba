// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/change/login.h"
#include "app/ctl/verb.h"
#include "backend/base/server.h"

#include <memory>

namespace gw::ctl {

/// A connection that is open, and the way that led there.
struct Connection {
    std::unique_ptr<Shell> shell;
    Way way;
};

/// Opens the connection. Unknown host keys, passwords and prompts are asked for on the terminal; without one, the error
/// says which option answers.
Result<Connection> connectTo(const Server &server, const QCommandLineParser &parser, std::stop_token stop);

/// Asks on the terminal what the error (NeedsAnswer) is about, and adds the answer. The error of this function ends the
/// attempt.
Result<void> answer(const Error &error, Answers &answers, const QCommandLineParser &parser, std::stop_token stop);

/// How to become root: by itself, or with the password that --ask-root-password asks for. Where
/// nobody would take one, that is said and the survey goes on without root.
Result<Elevation> elevationFor(Shell &shell, const QCommandLineParser &parser, std::stop_token stop);

} // namespace gw::ctl
