// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/change/changerun.h"
#include "app/ctl/server.h"

namespace gw::ctl {

/// The options of every verb that changes a server; describeConnection() comes with them.
void describeChanging(QCommandLineParser &parser);
/// A mistake in --format alone.
Result<void> checkFormat(const QCommandLineParser &parser);
/// A mistake in any of them is told before a server is asked.
Result<void> checkChanging(const QCommandLineParser &parser);
/// Nothing is to be changed: the plan is what is wanted.
bool wantsPlanOnly(const QCommandLineParser &parser);

/// How the server is reached during a change. What a new login asks is asked on the terminal.
Contact contactOf(const Connection &connection, const QCommandLineParser &parser);
/// Where the change is written down; an Error where it could not be.
Result<ChangeJournal> journalOf(const Session &session, const QCommandLineParser &parser);

/// Connects to a server that is to be changed. What ended there since this computer last heard of it goes into the
/// journal first. An Error where a change is open: what is planned beside it would rest on what may return.
Result<Connection> reachToChange(const Session &session, const QCommandLineParser &parser, std::stop_token stop);

/// A plan for one server that is connected.
struct PlannedChange {
    const Session &session;
    const Connection &connection;
    Plan plan;
    std::optional<qint64> undoes = {};
};
/// As the options say: prints or writes the plan, or shows it, asks, applies and proves it, and asks whether to keep.
/// The exit code.
int carryOut(const PlannedChange &change, const QCommandLineParser &parser, std::stop_token stop);

/// Goes on at "keep?" with a change that is in force: as far as the options and the person allow. The exit code.
int decide(ChangeRun &run, Result<ChangeState> state, const Contact &contact, const QCommandLineParser &parser,
           std::stop_token stop);

/// One line for each step and proof as it ends, on standard error; `name` before it where several servers are at work.
OnChange narration(const Plan &plan, const QString &name = {});

/// What a kept change has made of the way to its server: told on standard error, and written down where the server is
/// saved.
void follow(const ChangeEnded &ended, const QCommandLineParser &parser);

/// The result on standard output, and follow(); the exit code for it.
int report(const ChangeEnded &ended, const QCommandLineParser &parser);

} // namespace gw::ctl
