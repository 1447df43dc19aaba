// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/verb.h"
#include "backend/base/secret.h"

#include <optional>
#include <thread>

namespace gw::ctl {

/// Results: standard output. False if they could not be written (a full disk, a closed pipe).
bool print(const QByteArray &result);

/// Everything else: standard error, one line.
void complain(const QString &line);
/// The same without the program's name before it: a preview, a list of what was done.
void say(const QString &lines);
/// Shows an error with its advice; the exit code for it.
int fail(const Error &error);

/// A line that is overwritten by the next one; only where standard error is a terminal.
void showProgress(const QString &line);
void clearProgress();

/// Questions are asked only when standard input is a terminal.
bool canAsk();
/// No value: nobody answered (end of input, Ctrl-C).
std::optional<QString> ask(const QString &prompt, std::stop_token stop);
std::optional<Secret> askSecret(const QString &prompt, std::stop_token stop);

/// The first Ctrl-C (or SIGTERM) requests a stop, the second one ends the program at once.
class Interrupts {
public:
    Interrupts();
    ~Interrupts();
    Interrupts(const Interrupts &) = delete;
    Interrupts &operator=(const Interrupts &) = delete;
    std::stop_token token() const { return m_stop.get_token(); }

private:
    std::stop_source m_stop;
    std::thread m_waiter;
};

} // namespace gw::ctl
