// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/config.h"
#include "backend/shell/script.h"

#include <QMap>
#include <optional>

namespace gw {

/// The files that access_log and error_log name, with what holds by default where nothing does; each once.
struct WebLogFiles {
    QList<RemotePath> access;
    QList<RemotePath> errors;
    friend bool operator==(const WebLogFiles &, const WebLogFiles &) = default;
};
WebLogFiles webLogFiles(const NginxConfig &config);

/// The last lines of a log, at most 5000 and half a megabyte. One round trip.
Result<QByteArray> askLogTail(Shell &shell, const Elevation &elevation, const RemotePath &log, std::stop_token stop);

/// A line of an access log that begins as the format "combined" does (ngx_http_log_module).
struct AccessLine {
    QByteArray client;
    QByteArray time; ///< as it stands: "27/Nov/2026:14:32:10 +0000"
    QByteArray request;
    int status = 0;
    qint64 bytes = 0;
    std::optional<double> seconds; ///< "rt=0.512", "request_time=…", or a decimal number at the end
    friend bool operator==(const AccessLine &, const AccessLine &) = default;
};
std::optional<AccessLine> accessLineFrom(QByteArrayView line);

struct LogCount {
    QByteArray what;
    int times = 0;
    friend bool operator==(const LogCount &, const LogCount &) = default;
};
/// What many lines come to; the most frequent, and the slowest, first.
struct AccessSummary {
    int lines = 0;
    QList<LogCount> clients;
    QMap<int, int> statuses; ///< how often each
    QList<AccessLine> slowest;
    friend bool operator==(const AccessSummary &, const AccessSummary &) = default;
};
AccessSummary accessSummary(const QList<AccessLine> &lines, qsizetype most = 6);

} // namespace gw
