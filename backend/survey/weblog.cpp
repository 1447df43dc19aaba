// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/survey/weblog.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

constexpr char script[] = R"sh(
[ -f "$1" ] && [ -r "$1" ] || exit 2
tail -c 524288 -- "$1" | tail -n 5000
)sh";

constexpr qint64 limit = 600 * 1024;

/// What stands up to `end`; the text goes on behind it. Nothing where there is no such end.
std::optional<QByteArrayView> taken(QByteArrayView &text, QByteArrayView end)
{
    const qsizetype at = text.indexOf(end);
    if (at < 0)
        return {};
    const QByteArrayView part = text.first(at);
    text = text.sliced(at + end.size());
    return part;
}

std::optional<double> secondsIn(QByteArrayView rest)
{
    for (const QByteArrayView key : {QByteArrayView("request_time="), QByteArrayView("rt=")}) {
        const qsizetype at = rest.indexOf(key);
        if (at < 0)
            continue;
        QByteArrayView value = rest.sliced(at + key.size());
        const qsizetype end = value.indexOf(' ');
        bool isNumber = false;
        const QByteArray digits = (end < 0 ? value : value.first(end)).toByteArray();
        const double seconds = QByteArray(digits).replace('"', "").toDouble(&isNumber);
        if (isNumber && seconds >= 0)
            return seconds;
    }
    const QByteArrayView last = rest.sliced(rest.lastIndexOf(' ') + 1);
    bool isNumber = false;
    const double seconds = last.toByteArray().toDouble(&isNumber);
    return isNumber && last.contains('.') && seconds >= 0 ? std::optional(seconds) : std::nullopt;
}

void addFile(QList<RemotePath> &files, const QByteArray &path)
{
    if (path.startsWith('/') && !path.contains('$') && !files.contains(RemotePath(path)))
        files.append(RemotePath(path));
}

} // namespace

WebLogFiles webLogFiles(const NginxConfig &config)
{
    WebLogFiles files;
    for (quint32 i = 1; i < config.settingCount(); ++i) {
        const NginxSetting setting = config.setting(i);
        if (setting.is("access_log") && setting.argument(0) != "off")
            addFile(files.access, setting.argument(0));
        else if (setting.is("error_log"))
            addFile(files.errors, setting.argument(0));
    }
    if (files.access.isEmpty())
        addFile(files.access, "/var/log/nginx/access.log");
    if (files.errors.isEmpty())
        addFile(files.errors, "/var/log/nginx/error.log");
    return files;
}

Result<QByteArray> askLogTail(Shell &shell, const Elevation &elevation, const RemotePath &log, std::stop_token stop)
{
    Script asking;
    asking.text = script;
    asking.arguments = {log.bytes()};
    asking.outputLimit = limit;
    const Output output = GW_TRY(runScript(shell, asking, elevation, stop));
    if (output.exitCode != 0) {
        return Error{Error::Kind::Failed,
                     QCoreApplication::translate("WebLog", "Read %1").arg(log.shown()),
                     QCoreApplication::translate("WebLog", "It is not there, or may not be read"),
                     {},
                     {}};
    }
    return output.out;
}

std::optional<AccessLine> accessLineFrom(QByteArrayView line)
{
    AccessLine read;
    const auto client = taken(line, " ");
    const auto user = client ? taken(line, "[") : std::nullopt;
    const auto time = user ? taken(line, "] \"") : std::nullopt;
    const auto request = time ? taken(line, "\" ") : std::nullopt;
    const auto status = request ? taken(line, " ") : std::nullopt;
    if (!status)
        return {};
    bool isNumber = false;
    read.client = client->toByteArray();
    read.time = time->toByteArray();
    read.request = request->toByteArray();
    read.status = status->toInt(&isNumber);
    if (!isNumber || read.status < 100 || read.status > 599)
        return {};
    const qsizetype end = line.indexOf(' ');
    read.bytes = (end < 0 ? line : line.first(end)).toLongLong();
    read.seconds = end < 0 ? std::nullopt : secondsIn(line.sliced(end + 1));
    return read;
}

AccessSummary accessSummary(const QList<AccessLine> &lines, qsizetype most)
{
    AccessSummary summary;
    summary.lines = int(lines.size());
    QMap<QByteArray, int> clients;
    for (const AccessLine &line : lines) {
        ++clients[line.client];
        ++summary.statuses[line.status];
        if (line.seconds)
            summary.slowest.append(line);
    }
    for (auto it = clients.cbegin(); it != clients.cend(); ++it)
        summary.clients.append({it.key(), it.value()});
    std::stable_sort(summary.clients.begin(), summary.clients.end(),
                     [](const LogCount &a, const LogCount &b) { return a.times > b.times; });
    std::stable_sort(summary.slowest.begin(), summary.slowest.end(),
                     [](const AccessLine &a, const AccessLine &b) { return *a.seconds > *b.seconds; });
    summary.clients = summary.clients.first(std::min(most, summary.clients.size()));
    summary.slowest = summary.slowest.first(std::min(most, summary.slowest.size()));
    return summary;
}

} // namespace gw
