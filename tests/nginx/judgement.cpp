// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/nginx/judgement.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace gw::test {
namespace {

/// What only the system decides. Of an include nginx names the place.
bool isOfSystem(const QByteArray &message)
{
    static const QRegularExpression place(QStringLiteral(" in /.*:[0-9]+$"));
    if (message.startsWith("open() ") && place.match(QString::fromLatin1(message)).hasMatch())
        return false;
    static constexpr QByteArrayView beginnings[] = {
        "bind() to", "socket() ",   "setsockopt(",  "listen() to", "host not found",
        "open() ",   "cannot load", "mkdir() ",     "getpwnam(",   "dlopen() ",
        "getgrnam(", "SSL_CTX",     "BIO_new_file", "no resolver", "could not build",
    };
    return std::ranges::any_of(beginnings, [&](QByteArrayView words) { return message.startsWith(words); });
}

QByteArrayList linesIn(const QByteArray &printed)
{
    // Words of the file may have line breaks in them. Before 1.19 nginx names no process here.
    static const QRegularExpression line(
        QStringLiteral("\\[(emerg|warn)\\] (?:[0-9]+#[0-9]+: )?(.*?)\\n(?=nginx: |[0-9]{4}/[0-9]{2}/|$)"),
        QRegularExpression::DotMatchesEverythingOption);
    QByteArrayList lines;
    for (auto it = line.globalMatch(QString::fromLatin1(printed)); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        if (isOfSystem(match.captured(2).toLatin1()))
            return lines;
        lines.append('[' + match.captured(1).toLatin1() + "] " + match.captured(2).toLatin1());
        if (match.captured(1) == u"emerg")
            break;
    }
    return lines;
}

QByteArrayList linesOf(const QList<NginxComplaint> &complaints)
{
    QByteArrayList lines;
    for (const NginxComplaint &complaint : complaints) {
        lines.append(complaint.text());
        if (complaint.severity == NginxComplaint::Severity::Emergency)
            break;
    }
    return lines;
}

/// What is wrong with a pattern, and where, are PCRE's own words, by its version: ours are those of this computer's.
QByteArrayList withoutWordsOfPcre(QByteArrayList lines)
{
    static const QRegularExpression words(
        QStringLiteral("(pcre2?_compile\\(\\) failed: ).*? (in \".*?\")( at \".*\")?"),
        QRegularExpression::DotMatchesEverythingOption);
    for (QByteArray &line : lines)
        line = QString::fromLatin1(line).replace(words, QStringLiteral("\\1\\2")).toLatin1();
    return lines;
}

/// Of this computer, each read when it is included.
NginxFiles filesOfSystem()
{
    NginxFiles files;
    files.content = [](const RemotePath &path) -> NginxFiles::Content {
        QFile file(QFile::decodeName(path.bytes()));
        return file.open(QFile::ReadOnly) ? NginxFiles::Content{file.readAll(), 0} : NginxFiles::Content{{}, ENOENT};
    };
    files.names = [](const QByteArray &folder) {
        QList<QByteArray> names;
        const QDir::Filters all = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
        for (QDirIterator it(QFile::decodeName(folder), all); it.hasNext();) {
            it.next();
            names.append(QFile::encodeName(it.fileName()));
        }
        return names;
    };
    return files;
}

RemotePath mainFileOf(const InstalledNginx &nginx)
{
    return RemotePath(QByteArray(QFile::encodeName(nginx.folder()) + "/nginx.conf"));
}

} // namespace

QByteArray Judgement::shown(const QByteArray &text) const
{
    return text + "\nnginx:\n" + theirs.join('\n') + "\nours:\n" + ours.join('\n');
}

bool Judgement::endsInEmergency(const QByteArrayList &lines)
{
    return !lines.isEmpty() && lines.last().startsWith("[emerg]");
}

Judgement judged(InstalledNginx &nginx, const QByteArray &text, const NginxBuild &build)
{
    const InstalledNginx::Verdict verdict = nginx.test(text);
    const NginxConfig config = NginxConfig::read(filesOfSystem(), mainFileOf(nginx));
    Judgement judgement{linesIn(verdict.printed), linesOf(checked(config, build)), verdict.isAccepted};
    if (!InstalledNginx::isOfThisComputer()) {
        judgement.theirs = withoutWordsOfPcre(judgement.theirs);
        judgement.ours = withoutWordsOfPcre(judgement.ours);
    }
    return judgement;
}

QByteArrayList ourLines(const InstalledNginx &nginx, const QByteArray &text, const NginxBuild &build)
{
    return linesOf(checked(NginxConfig::ofOneFile(mainFileOf(nginx), text), build));
}

} // namespace gw::test
