// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_review FILE COUNT: all rules about nginx over a main file and what it includes, COUNT times, from the bytes to
// the findings. Prints one line: the median in milliseconds, findings, and the largest memory of the process.

#include "backend/findings/review.h"
#include "backend/nginx/config.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <sys/resource.h>

using namespace gw;

namespace {

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

Facts factsOf(const QString &path)
{
    const NginxConfig config =
        NginxConfig::read(localFiles(), RemotePath(QFile::encodeName(QDir::current().absoluteFilePath(path))));
    NginxFacts nginx;
    QList<FileFact> tree;
    for (const NginxFile &file : config.files())
        tree.append({file.path, file.tree.text(), 0, {}, {}});
    nginx.tree = tree;
    Facts facts;
    facts.nginx = nginx;
    return facts;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::fputs("usage: bench_review FILE COUNT\n", stderr);
        return 2;
    }
    const Facts facts = factsOf(QFile::decodeName(argv[1]));
    qsizetype lines = 0;
    for (const FileFact &file : *facts.nginx->tree)
        lines += file.content.count('\n');
    std::vector<double> times;
    Review result;
    for (int i = 0; i < std::max(1, std::atoi(argv[2])); ++i) {
        QElapsedTimer timer;
        timer.start();
        result = review(facts, {}, QDate(2026, 1, 15), {.only = {QStringLiteral("nginx")}});
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("%.1f ms, %lld lines in %lld files, %lld findings, %ld MB\n", times[times.size() / 2],
                static_cast<long long>(lines), static_cast<long long>(facts.nginx->tree->size()),
                static_cast<long long>(result.findings.size()), usage.ru_maxrss / 1024);
    return 0;
}
