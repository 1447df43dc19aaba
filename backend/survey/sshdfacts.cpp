// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/survey/readers.h"

namespace gw {
namespace {

/// "OpenSSH_9.2p1 Debian-2+deb12u7, OpenSSL 3.0.17": what stands before the comma. The second line is the client's;
/// it counts where it says more about the same release.
UntrustedText versionFrom(QByteArrayView said)
{
    QByteArrayView version;
    for (const QByteArrayView line : linesOf(said)) {
        const QByteArrayView one = partsOf(line, ',').value(0).trimmed();
        if (one.startsWith("OpenSSH") && one.startsWith(version))
            version = one;
    }
    return untrusted(version);
}

/// The upstream part of a package's version: "1:9.2p1-2+deb12u5" gives "OpenSSH_9.2p1".
UntrustedText versionOfPackage(const Known<PackageFacts> &packages)
{
    if (!packages)
        return {};
    for (const Package &package : packages->installed) {
        if (package.name != u"openssh-server" && package.name != u"openssh")
            continue;
        QString version = package.version.raw().section(u'-', 0, 0);
        version = version.mid(version.indexOf(u':') + 1);
        return UntrustedText(QStringLiteral("OpenSSH_") + version.replace(QLatin1String("_p"), QLatin1String("p")));
    }
    return {};
}

Known<QList<HostKeyFact>> hostKeysFrom(const Sections &sections)
{
    QList<HostKeyFact> keys;
    for (const SurveySection *file : sections.all("sshd.hostkey.file")) {
        QByteArray path = pathOf(*file).bytes();
        if (path.endsWith(".pub"))
            path.chop(4);
        const auto key = publicKeyFrom(QByteArrayView(file->content).trimmed());
        if (!key)
            continue;
        const Stat stat = sections.statOf(path);
        keys.append(HostKeyFact{RemotePath(path), untrusted(key->type), key->bits, untrusted(key->fingerprint),
                                stat.mode, stat.owner});
    }
    return keys;
}

/// systemctl show ssh.socket: "Listen=[::]:22 (Stream)"
void readSocket(const Sections &sections, SshdFacts &sshd)
{
    const SurveySection *section = sections.find("sshd.socket");
    if (!section || sections.gapOf(section))
        return;
    for (const auto &unit : shownUnits(section->content)) {
        if (unit.value("ActiveState").value(0) != "active")
            continue;
        sshd.socketActivated = true;
        for (const QByteArray &listen : unit.value("Listen")) {
            const qsizetype kind = listen.indexOf(" (");
            const UntrustedText address = untrusted(QByteArrayView(listen).first(kind < 0 ? listen.size() : kind));
            if (!sshd.socketListens.contains(address))
                sshd.socketListens.append(address);
        }
    }
}

bool hasMatchBlock(const QList<FileFact> &files)
{
    for (const FileFact &file : files) {
        for (const QByteArrayView line : linesOf(file.content)) {
            if (wordsOf(line).value(0).compare("match", Qt::CaseInsensitive) == 0)
                return true;
        }
    }
    return false;
}

void readEffectiveFor(const Sections &sections, const Known<QList<UserAccount>> &users, SshdFacts &sshd)
{
    if (!sshd.effective)
        return;
    if (!hasMatchBlock(sshd.files)) {
        // The same for everybody.
        sshd.effectiveFor.insert(QStringLiteral("root"), *sshd.effective);
        if (users) {
            for (const UserAccount &user : *users)
                sshd.effectiveFor.insert(user.name.raw(), *sshd.effective);
        }
        return;
    }
    for (const SurveySection *section : sections.all("sshd.effective.for")) {
        if (!sections.gapOf(section))
            sshd.effectiveFor.insert(QString::fromUtf8(restAfterBlank(section->name)),
                                     SshdEffective::parse(section->content));
    }
}

} // namespace

Known<SshdFacts> sshdFrom(const Sections &sections, const Known<QList<UserAccount>> &users,
                          const Known<PackageFacts> &packages)
{
    const auto files = sections.all("sshd.file");
    const SurveySection *version = sections.find("sshd.version");
    if (files.isEmpty() && !sections.find("sshd.effective")) {
        if (version)
            return sections.gapOf(version).value_or(Gap());
        return Gap{sections.find("users") ? Gap::Reason::NotInstalled : Gap::Reason::NotAsked, {}};
    }
    SshdFacts sshd;
    sshd.version = version ? versionFrom(version->content) : versionOfPackage(packages);
    for (const SurveySection *section : files) {
        if (sections.gapOf(section))
            continue;
        sshd.files.append(fileOf(sections, *section));
    }
    if (!files.isEmpty())
        sshd.mainFile = pathOf(*files.first());
    sshd.effective =
        sections.known("sshd.effective", [](QByteArrayView printed) { return SshdEffective::parse(printed); });
    readEffectiveFor(sections, users, sshd);
    if (const SurveySection *test = sections.find("sshd.test"); test && test->exitCode != 126 && !test->timedOut) {
        sshd.tested = true;
        sshd.testPassed = test->exitCode == 0;
        sshd.testResult = untrusted(QByteArrayView(test->content).trimmed());
    }
    // sshd -T says only values: why there are none was said by sshd -t.
    if (!sshd.effective && sshd.tested && !sshd.testPassed)
        sshd.effective = Gap{Gap::Reason::Failed, UntrustedText(sshd.testResult.raw().section(u'\n', 0, 0))};
    readSocket(sections, sshd);
    sshd.hostKeys = hostKeysFrom(sections);
    const auto moduli = sections.known("sshd.moduli", [](QByteArrayView printed) { return printed.trimmed().toInt(); });
    sshd.smallestModulus = moduli && *moduli <= 0 ? Known<int>(Gap{Gap::Reason::Failed, {}}) : moduli;
    return sshd;
}

} // namespace gw
