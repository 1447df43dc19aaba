// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/survey/readers.h"

namespace gw {
namespace {

/// "Inst openssl [3.0.15-1] (3.0.17-1 Debian-Security:12/stable-security [amd64])", as apt-get -s prints it
std::optional<Package> aptUpdate(QByteArrayView line)
{
    const QList<QByteArrayView> words = wordsOf(line);
    const qsizetype open = line.indexOf('(');
    if (words.size() < 3 || words[0] != "Inst" || open < 0)
        return {};
    return Package{untrusted(words[1]), untrusted(wordsOf(line.sliced(open + 1)).value(0))};
}

/// "openssl-1:3.0.7-27.el9.x86_64": name, version, release, architecture
std::optional<Package> fromNevra(QByteArrayView nevra)
{
    const qsizetype dot = nevra.lastIndexOf('.');
    if (dot <= 0)
        return {};
    const QByteArrayView body = nevra.first(dot);
    const qsizetype release = body.lastIndexOf('-');
    const qsizetype version = release > 0 ? body.first(release).lastIndexOf('-') : -1;
    if (version <= 0)
        return {};
    return Package{untrusted(body.first(version)), untrusted(body.sliced(version + 1))};
}

/// dnf 4: "RLSA-2024:1 Important/Sec. openssl-1:3.0.7-27.el9.x86_64"; dnf 5: "FEDORA-1 security Important openssl-…
/// date"
std::optional<Package> dnfUpdate(QByteArrayView line)
{
    const QList<QByteArrayView> words = wordsOf(line);
    if (words.size() >= 3 && words[1].endsWith("Sec."))
        return fromNevra(words[2]);
    if (words.size() >= 4 && words[1] == "security")
        return fromNevra(words[3]);
    return {};
}

/// "openssl-3.1.4-r5            < 3.1.4-r6"
std::optional<Package> apkUpdate(QByteArrayView line)
{
    const QList<QByteArrayView> words = wordsOf(line);
    if (words.size() < 3 || words[1] != "<")
        return {};
    const qsizetype release = words[0].lastIndexOf('-');
    const qsizetype version = release > 0 ? words[0].first(release).lastIndexOf('-') : -1;
    if (version <= 0)
        return {};
    return Package{untrusted(words[0].first(version)), untrusted(words[2])};
}

/// "openssl 3.3.0-1 -> 3.3.1-1"
std::optional<Package> pacmanUpdate(QByteArrayView line)
{
    const QList<QByteArrayView> words = wordsOf(line);
    if (words.size() < 4 || words[2] != "->")
        return {};
    return Package{untrusted(words[0]), untrusted(words[3])};
}

using ReadUpdate = std::optional<Package> (*)(QByteArrayView line);

ReadUpdate readerOf(const UntrustedText &manager)
{
    if (manager == u"apt")
        return aptUpdate;
    if (manager == u"dnf")
        return dnfUpdate;
    if (manager == u"apk")
        return apkUpdate;
    return pacmanUpdate;
}

QList<Package> updatesFrom(QByteArrayView printed, ReadUpdate read)
{
    QList<Package> updates;
    QHash<QString, qsizetype> placeOf; // dnf lists a package once per advisory: the last one is the newest
    for (const QByteArrayView line : linesOf(printed)) {
        const auto update = read(line);
        if (!update)
            continue;
        if (const auto place = placeOf.constFind(update->name.raw()); place != placeOf.cend()) {
            updates[*place] = *update;
        } else {
            placeOf.insert(update->name.raw(), updates.size());
            updates.append(*update);
        }
    }
    return updates;
}

} // namespace

Known<PackageFacts> packagesFrom(const Sections &sections)
{
    return sections.known("packages", [&sections](QByteArrayView printed) {
        PackageFacts facts;
        for (const QByteArrayView line : linesOf(printed)) {
            if (line.startsWith("manager=")) {
                facts.manager = untrusted(line.sliced(8));
            } else if (const qsizetype blank = line.indexOf(' '); blank > 0) {
                facts.installed.append(Package{untrusted(line.first(blank)), untrusted(line.sliced(blank + 1))});
            }
        }
        const ReadUpdate read = readerOf(facts.manager);
        facts.securityUpdates =
            sections.known("packages.updates", [read](QByteArrayView said) { return updatesFrom(said, read); });
        const SurveySection *lists = sections.find("packages.lists");
        if (const auto gap = sections.gapOf(lists)) {
            facts.listsUpdated = *gap;
        } else {
            constexpr qint64 latest = 253'402'300'799; // 9999-12-31
            const qint64 seconds = QByteArrayView(lists->content).trimmed().toLongLong();
            facts.listsUpdated = QDateTime::fromSecsSinceEpoch(qBound(qint64(0), seconds, latest), Qt::UTC);
        }
        return facts;
    });
}

} // namespace gw
