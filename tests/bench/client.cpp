// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The client of the benchmarks: what the program itself would do, without a window.
//   bench_client connect CONFIG COUNT THREADS   connect to COUNT loopback addresses, run one command on each
//   bench_client sessions CONFIG COUNT THREADS  keep COUNT sessions open, run one command on each, print the memory
//   bench_client survey CONFIG                  one survey of the host "bench"
// CONFIG is an ssh_config that names the key, the port and the known hosts. Prints one JSON object.

#include "backend/ssh/transport.h"
#include "backend/survey/survey.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <atomic>
#include <cstdio>
#include <mutex>
#include <thread>
#include <vector>

using namespace gw;

namespace {

/// 127.0.1.1 … : every address of 127.0.0.0/8 reaches the one sshd.
QString address(int index)
{
    return QStringLiteral("127.0.%1.%2").arg(1 + index / 250).arg(1 + index % 250);
}

qint64 memoryKb(const char *field)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QFile::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(field))
            return line.mid(qsizetype(qstrlen(field)) + 1).trimmed().split(' ').first().toLongLong();
    }
    return 0;
}

void parallel(int count, int threads, const std::function<void(int)> &work)
{
    std::atomic<int> next = 0;
    std::vector<std::jthread> workers;
    for (int i = 0; i < threads; ++i)
        workers.emplace_back([&] {
            for (int index = next++; index < count; index = next++)
                work(index);
        });
}

struct Tally {
    std::atomic<int> good = 0;
    std::mutex lock;
    QString firstError;
    void failed(const Error &error)
    {
        const std::scoped_lock guard(lock);
        if (firstError.isEmpty())
            firstError = error.text();
    }
};

/// The settings are those of one ssh -G: what differs between the targets is only the address.
Result<Route> routeFor(const Route &first, int index)
{
    Route route = first;
    route.target.host = address(index);
    route.hops.last().host = route.target.host;
    return route;
}

Result<void> runOne(Transport &transport)
{
    Command command;
    command.line = "uname -a; cat /proc/meminfo";
    const Output output = GW_TRY(transport.run(command, {}));
    if (output.exitCode != 0 || output.out.size() < 100)
        return Error{Error::Kind::Failed,
                     QStringLiteral("run one command"),
                     QStringLiteral("exit %1").arg(output.exitCode),
                     {},
                     {}};
    return {};
}

int connectMany(const Route &first, int count, int threads, bool keep)
{
    Tally tally;
    std::vector<std::unique_ptr<Transport>> sessions;
    sessions.resize(size_t(count));
    const qint64 before = memoryKb("VmRSS:");
    const auto start = std::chrono::steady_clock::now();
    parallel(count, threads, [&](int index) {
        const auto route = routeFor(first, index);
        auto transport = openTransport(*route, {}, {}, {});
        if (!transport)
            return tally.failed(transport.error());
        if (const auto done = runOne(**transport); !done)
            return tally.failed(done.error());
        ++tally.good;
        if (keep)
            sessions[size_t(index)] = std::move(*transport);
    });
    const auto wall = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
    QJsonObject result{
        {QStringLiteral("good"), tally.good.load()},       {QStringLiteral("of"), count},
        {QStringLiteral("wall_ms"), qint64(wall.count())}, {QStringLiteral("rss_before_kb"), before},
        {QStringLiteral("rss_kb"), memoryKb("VmRSS:")},    {QStringLiteral("peak_kb"), memoryKb("VmHWM:")}};
    if (keep) {
        const auto again = std::chrono::steady_clock::now();
        parallel(count, threads, [&](int index) {
            if (sessions[size_t(index)] && !runOne(*sessions[size_t(index)]))
                tally.failed({Error::Kind::Failed, QStringLiteral("run again"), {}, {}, {}});
        });
        result[QStringLiteral("poll_wall_ms")] = qint64(
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - again).count());
        result[QStringLiteral("rss_live_kb")] = memoryKb("VmRSS:");
    }
    if (!tally.firstError.isEmpty())
        result[QStringLiteral("error")] = tally.firstError;
    std::printf("%s\n", QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
    return tally.good == count ? 0 : 1;
}

int surveyOnce(const Route &route)
{
    auto transport = openTransport(route, {}, {}, {});
    if (!transport) {
        std::fprintf(stderr, "%s\n", qPrintable(transport.error().text()));
        return 1;
    }
    const auto answer = survey(**transport, {}, {});
    if (!answer) {
        std::fprintf(stderr, "%s\n", qPrintable(answer.error().text()));
        return 1;
    }
    const Facts facts = factsFrom(*answer);
    std::printf("{\"sections\": %d, \"took_ms\": %lld, \"users\": %d}\n", int(answer->sections.size()),
                static_cast<long long>(answer->took.count()), facts.users ? int(facts.users->size()) : 0);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 3)
        return 2;
    const QString host = arguments[1] == QLatin1String("survey") ? QStringLiteral("bench") : address(0);
    const auto target = Target::parse(host);
    RouteOptions options;
    options.configFile = arguments[2];
    options.transport = TransportKind::Libssh;
    const auto route = routeTo(*target, options, {});
    if (!route) {
        std::fprintf(stderr, "%s\n", qPrintable(route.error().text()));
        return 2;
    }
    if (arguments[1] == QLatin1String("survey"))
        return surveyOnce(*route);
    return connectMany(*route, arguments.value(3, QStringLiteral("100")).toInt(),
                       arguments.value(4, QStringLiteral("32")).toInt(), arguments[1] == QLatin1String("sessions"));
}
