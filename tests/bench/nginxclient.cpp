// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The client of the nginx benchmarks.
//   bench_nginx parse FILE             read one file into its lossless tree
//   bench_nginx tree FILE              read a main file with all it includes
//   bench_nginx keystroke FILE         after one more letter: parse again, what holds in every block, what nginx -t
//   says bench_nginx route FILE COUNT URL…  prepare for routes, then trace each URL COUNT times
// Prints one line: milliseconds, of what is done often the median, and the largest memory of the process.

#include "backend/nginx/check.h"
#include "backend/nginx/effective.h"
#include "backend/nginx/route.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <sys/resource.h>

using namespace gw;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

NginxFiles localFiles()
{
    NginxFiles files;
    files.content = [](const RemotePath &path) {
        QFile file(QFile::decodeName(path.bytes()));
        return file.open(QFile::ReadOnly) ? NginxFiles::Content{file.readAll(), 0} : NginxFiles::Content{{}, ENOENT};
    };
    files.names = [](const QByteArray &folder) {
        QList<QByteArray> names;
        for (const QString &name : QDir(QFile::decodeName(folder)).entryList(QDir::Files))
            names.append(QFile::encodeName(name));
        return names;
    };
    return files;
}

NginxConfig configOf(const QString &path)
{
    return NginxConfig::read(localFiles(), RemotePath(QFile::encodeName(QDir::current().absoluteFilePath(path))));
}

double millisecondsOf(const auto &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[values.size() / 2];
}

long peakMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

int parse(const QString &path)
{
    NginxTree tree;
    const double time = millisecondsOf([&] { tree = NginxTree::parse(contentOf(path)); });
    const bool isSame = tree.printed() == tree.text();
    std::printf("%.1f ms, %u nodes, %lld errors, printed %s, %ld MB\n", time, tree.nodeCount(),
                qlonglong(tree.errors().size()), isSame ? "the same" : "DIFFERENT", peakMegabytes());
    return isSame ? 0 : 1;
}

int tree(const QString &path)
{
    NginxConfig config;
    const double time = millisecondsOf([&] { config = configOf(path); });
    std::printf("%.1f ms, %lld files, %u directives, %lld problems, %ld MB\n", time, qlonglong(config.files().size()),
                config.settingCount(), qlonglong(config.problems().size()), peakMegabytes());
    return config.problems().isEmpty() ? 0 : 1;
}

int keystroke(const QString &path)
{
    const QByteArray text = contentOf(path);
    std::vector<double> parses;
    std::vector<double> views;
    std::vector<double> checks;
    for (int i = 0; i < 50; ++i) {
        QByteArray typed = text;
        typed.insert(text.indexOf('\n', text.size() * i / 50), 'x');
        NginxConfig config;
        const double read =
            millisecondsOf([&] { config = NginxConfig::ofOneFile(RemotePath(QByteArray("/etc/nginx/n")), typed); });
        parses.push_back(read);
        views.push_back(millisecondsOf([&] { NginxEffective effective(config); }));
        checks.push_back(millisecondsOf([&] { checked(config, NginxBuild()); }));
    }
    std::printf("parse %.2f ms, view %.2f ms, check %.2f ms, together %.2f ms\n", median(parses), median(views),
                median(checks), median(parses) + median(views) + median(checks));
    return 0;
}

int route(const QString &path, int count, const QStringList &urls)
{
    const NginxConfig config = configOf(path);
    std::unique_ptr<NginxRouter> router;
    const double prepared = millisecondsOf([&] { router = std::make_unique<NginxRouter>(config); });
    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
        for (const QString &url : urls) {
            const NginxRequest request = NginxRequest::fromUrl(url.toUtf8()).value_or(NginxRequest());
            times.push_back(millisecondsOf([&] { router->route(request); }));
        }
    }
    std::printf("prepared in %.1f ms, a route %.3f ms, %ld MB\n", prepared, median(times), peakMegabytes());
    return 0;
}

} // namespace

int main(int count, char **words)
{
    const QStringList arguments(words + 1, words + count);
    if (arguments.value(0) == QLatin1String("parse"))
        return parse(arguments.value(1));
    if (arguments.value(0) == QLatin1String("tree"))
        return tree(arguments.value(1));
    if (arguments.value(0) == QLatin1String("keystroke"))
        return keystroke(arguments.value(1));
    if (arguments.value(0) == QLatin1String("route"))
        return route(arguments.value(1), arguments.value(2).toInt(), arguments.mid(3));
    return 2;
}
