// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/checkstate.h"
#include "backend/regex/regex.h"

namespace gw::nginxcheck {

/// A text with variables as ngx_http_script_compile() reads it.
struct Script {
    QByteArray error;                ///< nginx's words; empty: none
    qsizetype errorOffset = 0;       ///< where the variable with it begins
    QList<QByteArrayView> variables; ///< names without "$", captures ($1) left aside
};
Script scriptIn(QByteArrayView text);

/// Notes the variables that an argument uses. False where it is no such text, and that was refused.
bool checkScript(State &state, const Use &use, int argument);
/// The same of a part of it.
bool checkScript(State &state, const Use &use, int argument, QByteArrayView text);
/// The directive uses the variable of that name, written without "$".
void refer(State &state, const Subject &subject, QByteArrayView name);

/// The directive makes a variable: `written` begins with "$". False where it may not, and that was refused.
bool checkMadeVariable(State &state, const Use &use, int argument, const QByteArray &written);

/// The pattern goes to ngx_http_regex_compile(), its named groups become variables. False where PCRE refuses it, and
/// that was said. `captures`: how many groups it has.
bool checkRegex(State &state, const Use &use, int argument, const QByteArray &pattern, RegexCase letters,
                int *captures = nullptr);

/// At the end of http: variables that nobody makes.
void checkVariables(State &state);

} // namespace gw::nginxcheck
