// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/connect.h"
#include "backend/store/store.h"
#include "backend/survey/survey.h"

namespace gw::ctl {

/// The options that say how to reach a server; every verb with a TARGET takes them.
void describeConnection(QCommandLineParser &parser);

/// What a verb works with: the server that TARGET names, and its memory if there is one.
struct Session {
    Server server;
    std::unique_ptr<Store> store; ///< null with --no-store, or when it cannot be opened
};

/// A saved server's name, "local", an alias of ssh_config, or user@host:port. `store` may be null.
Result<Server> serverFor(const QString &target, const Store *store);
Result<Session> sessionFor(const QString &target, const QCommandLineParser &parser);

/// The server of a change in the journal.
Result<Session> sessionFor(const ChangeRecord &record, const QCommandLineParser &parser);

/// Connects and finds out how to become root. Questions go to the terminal, if there is one.
Result<Connection> reach(const Session &session, const QCommandLineParser &parser, std::stop_token stop);

/// Asks everything, keeps the answer. Where root is refused, the reason is said and everything readable is surveyed.
Result<SurveyAnswer> surveyServer(const Session &session, const Connection &connection, std::stop_token stop);
/// The same over a connection of its own.
Result<SurveyAnswer> surveyServer(const Session &session, const QCommandLineParser &parser, std::stop_token stop);

/// Says on standard error what could not be seen without root.
void warnAboutMissingRoot(const Facts &facts, const QCommandLineParser &parser);

} // namespace gw::ctl
