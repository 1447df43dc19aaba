// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_nginx parse FILE          one file to its lossless tree
// bench_nginx read MAINFILE       a configuration with all it includes
// bench_nginx check MAINFILE      the same, and what nginx -t would say
// bench_nginx keystroke FILE      parse and check again after one byte in the middle was typed and taken back
// Prints the milliseconds of the best of five runs (of a keystroke: median and worst of 200), and the largest memory.
#include "backend/nginx/check.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <functional>
#include <sys/resource.h>

using namespace gw;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

NginxFiles filesOfSystem()
{
    NginxFiles files;
    files.content = [](const RemotePath &path) {
        const QString name = QFile::decodeName(path.bytes());
        return QFile::exists(name) ? NginxFiles::Content{bytesOf(name), 0} : NginxFiles::Content{{}, ENOENT};
    };
    files.names = [](const QByteArray &folder) {
        QList<QByteArray> names;
        for (const QString &name : QDir(QFile::decodeName(folder)).entryList(QDir::Files))
            names.append(QFile::encodeName(name));
        return names;
    };
    return files;
}

double milliseconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

double bestOfFive(const std::function<void()> &work)
{
    double best = milliseconds(work);
    for (int i = 1; i < 5; ++i)
        best = std::min(best, milliseconds(work));
    return best;
}

double largestMemory()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_maxrss) / 1024;
}

void keystroke(const QByteArray &text, const RemotePath &path)
{
    std::vector<double> times;
    const qsizetype middle = text.indexOf('\n', text.size() / 2);
    for (int i = 0; i < 200; ++i) {
        const QByteArray typed = i % 2 ? text : QByteArray(text).insert(middle, 'x');
        times.push_back(milliseconds([&] { checked(NginxConfig::ofOneFile(path, typed)); }));
    }
    std::ranges::sort(times);
    std::printf("median %.2f ms, worst %.2f ms, %.0f MB\n", times[times.size() / 2], times.back(), largestMemory());
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3)
        qFatal("usage: bench_nginx parse|read|check|keystroke FILE");
    const QByteArray what = argv[1];
    const QString name = QFileInfo(QFile::decodeName(argv[2])).absoluteFilePath();
    const RemotePath path(QFile::encodeName(name));
    if (what == "keystroke") {
        keystroke(bytesOf(name), path);
        return 0;
    }
    qsizetype count = 0;
    double best = 0;
    if (what == "parse") {
        const QByteArray text = bytesOf(name);
        best = bestOfFive([&] { count = NginxTree::parse(text).nodeCount(); });
    } else {
        const NginxFiles files = filesOfSystem();
        best = bestOfFive([&] {
            const NginxConfig config = NginxConfig::read(files, path);
            count = config.settingCount();
            if (what == "check" && hasEmergency(checked(config)))
                qFatal("refused");
        });
    }
    std::printf("%.1f ms, %.0f MB, %lld directives\n", best, largestMemory(), qlonglong(count));
    return 0;
}
