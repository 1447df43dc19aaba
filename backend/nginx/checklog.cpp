// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/checklog.h"

#include "backend/nginx/checkscript.h"
#include "backend/nginx/checkvalues.h"

#include <algorithm>

namespace gw::nginxcheck {
namespace {

constexpr QByteArrayView levels[] = {"emerg", "alert", "crit", "error", "warn", "notice", "info", "debug"};
constexpr QByteArrayView debugLevels[] = {"debug_core", "debug_alloc", "debug_mutex", "debug_event",
                                          "debug_http", "debug_mail",  "debug_stream"};

/// What was asked of a buffer.
struct Buffer {
    qint64 size = 0;
    qint64 flush = 0;
};

/// What nginx says of a parameter of access_log behind the format; empty: nothing.
QByteArray wordsOnParameter(QByteArrayView parameter, Buffer &buffer)
{
    const auto invalid = [](const char *what, QByteArrayView value) -> QByteArray {
        return QByteArray("invalid ") + what + " \"" + value.toByteArray() + '"';
    };
    if (parameter.startsWith("buffer=")) {
        buffer.size = size(parameter.sliced(7)).value_or(0);
        return buffer.size ? QByteArray() : invalid("buffer size", parameter.sliced(7));
    }
    if (parameter.startsWith("flush=")) {
        buffer.flush = duration(parameter.sliced(6), TimeUnit::Milliseconds).value_or(0);
        return buffer.flush ? QByteArray() : invalid("flush time", parameter.sliced(6));
    }
    if (parameter == "gzip" || parameter.startsWith("gzip=")) {
        if (buffer.size == 0)
            buffer.size = 64 * 1024;
        const qint64 level = parameter.size() == 4 ? 1 : number(parameter.sliced(5)).value_or(0);
        return level >= 1 && level <= 9 ? QByteArray() : invalid("compression level", parameter.sliced(5));
    }
    return invalid("parameter", parameter);
}

} // namespace

void checkAccessLog(State &state, const Use &use)
{
    const QByteArray &path = use.argument(0);
    if (path == "off") {
        if (use.count() > 1)
            state.refuse({use.setting, 1}, "invalid parameter \"" + use.argument(1) + '"');
        return;
    }
    const bool isSyslog = path.startsWith("syslog:");
    if (!isSyslog && !checkScript(state, use, 0))
        return;
    const QByteArray format = use.count() > 1 ? use.argument(1) : QByteArray("combined");
    if (!state.logFormats.contains(format.toLower()) && !state.hasGaps) {
        state.refuse({use.setting, 1}, "unknown log format \"" + format + '"');
        return;
    }
    Buffer buffer;
    for (int i = 2; i < use.count(); ++i) {
        const QByteArrayView parameter = use.argument(i);
        if (parameter.startsWith("if=")) {
            if (!checkScript(state, use, i, parameter.sliced(3)))
                return;
        } else if (const QByteArray words = wordsOnParameter(parameter, buffer); !words.isEmpty()) {
            state.refuse({use.setting, i}, words);
            return;
        }
    }
    if (buffer.flush && !buffer.size)
        state.refuse({use.setting}, "no buffer is defined for access_log \"" + path + '"');
    else if (buffer.size && !isSyslog && path.contains('$'))
        state.refuse({use.setting}, "buffered logs cannot have variables in name");
    else if (buffer.size && isSyslog)
        state.refuse({use.setting}, "logs to syslog cannot be buffered");
}

void checkLogFormat(State &state, const Use &use)
{
    const QByteArray &name = use.argument(0);
    // The names of formats are told apart by their case, those of "access_log" are not.
    QSet<QByteArray> &seen = state.blocks().front().keys;
    const QByteArray key = "log_format " + name;
    if (seen.contains(key) || name == "combined") {
        state.refuse({use.setting, 0}, "duplicate \"log_format\" name \"" + name + '"');
        return;
    }
    seen.insert(key);
    state.logFormats.insert(name.toLower());
    int first = 1;
    if (use.count() > 1 && use.argument(1).startsWith("escape=")) {
        const QByteArray escape = use.argument(1).mid(7);
        if (escape != "json" && escape != "none" && escape != "default") {
            state.refuse({use.setting, 1}, "unknown log format escaping \"" + escape + '"');
            return;
        }
        ++first;
    }
    for (int i = first; i < use.count(); ++i) {
        const QByteArrayView text = use.argument(i);
        Script script = scriptIn(text);
        for (const QByteArrayView variable : std::as_const(script.variables))
            refer(state, {use.setting, i}, variable);
        if (script.error.isEmpty())
            continue;
        if (script.error == "invalid variable name")
            script.error = "invalid parameter \"" + text.sliced(script.errorOffset).toByteArray() + '"';
        state.refuse({use.setting, i}, script.error);
        return;
    }
}

void checkErrorLog(State &state, const Use &use)
{
    int plain = 0;
    for (int i = 1; i < use.count(); ++i) {
        const QByteArrayView level = use.argument(i);
        const bool isDebug = std::ranges::find(debugLevels, level) != std::end(debugLevels);
        if (isDebug && plain == 0)
            continue;
        if (!isDebug && std::ranges::find(levels, level) != std::end(levels)) {
            if (i == 1)
                ++plain;
            else {
                state.refuse({use.setting, i}, "duplicate log level \"" + use.argument(i) + '"');
                return;
            }
            continue;
        }
        if (level == "json" && !state.build().isKnown()) // commercial
            continue;
        state.refuse({use.setting, i}, "invalid log level \"" + use.argument(i) + '"');
        return;
    }
}

} // namespace gw::nginxcheck
