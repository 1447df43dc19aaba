// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdremedies.h"

#include "backend/findings/sshd/sshdview.h"
#include "backend/sshd/algorithms.h"
#include "backend/sshd/fixes.h"

#include <algorithm>

namespace gw {
namespace {

/// Whether the finding is about a line that holds for some connections only.
bool isInMatch(const SshdView &sshd, const Finding &finding)
{
    const auto &settings = sshd.config().settings();
    return std::any_of(settings.cbegin(), settings.cend(), [&](const SshdSetting &setting) {
        return setting.origin.file == finding.where.file && setting.origin.line == finding.where.line &&
               !setting.isGlobal() && !setting.isAlways();
    });
}

bool isKnown(const SshdView &sshd, const char *keyword)
{
    const SshdKeyword *known = sshdKeyword(QString::fromLatin1(keyword));
    if (!known || !sshd.version().isKnown() || known->since <= sshd.version().release)
        return known;
    // Under an older name perhaps.
    const QList<SshdKeyword> &all = sshdKeywords();
    return std::any_of(all.cbegin(), all.cend(), [&](const SshdKeyword &alias) {
        return alias.kind == SshdKeyword::Kind::Alias && qstrcmp(alias.instead, known->name) == 0;
    });
}

SshdAlgorithm::Kind kindOf(const QString &keyword)
{
    if (keyword == QLatin1String("kexalgorithms"))
        return SshdAlgorithm::Kind::KeyExchange;
    if (keyword == QLatin1String("ciphers"))
        return SshdAlgorithm::Kind::Cipher;
    return keyword == QLatin1String("macs") ? SshdAlgorithm::Kind::Mac : SshdAlgorithm::Kind::HostKey;
}

/// sshd.moduli: groups of the server's own file that are short.
bool hasShortGroups(const SshdView &sshd)
{
    return sshd.sshd().smallestModulus && *sshd.sshd().smallestModulus > 0 && *sshd.sshd().smallestModulus < 3071;
}

/// sshd.terrapin: nothing but leaving these ciphers out helps an sshd without strict key exchange.
bool isOpenToTerrapin(const SshdView &sshd, const QByteArray &cipher)
{
    return cipher == "chacha20-poly1305@openssh.com" &&
           fixState(sshd.version(), SshdFix::StrictKeyExchange) == FixState::Missing;
}

bool isUnsound(const SshdView &sshd, const QString &keyword, const QByteArray &name)
{
    const SshdAlgorithm *algorithm = sshdAlgorithm(kindOf(keyword), name);
    if (algorithm && algorithm->verdict >= SshdAlgorithm::Verdict::Dated)
        return true;
    if (keyword == QLatin1String("ciphers"))
        return isOpenToTerrapin(sshd, name);
    return keyword == QLatin1String("kexalgorithms") && name.startsWith("diffie-hellman-group-exchange-") &&
           hasShortGroups(sshd);
}

/// Key exchanges that withstand quantum computers: what this release knows, best first.
QByteArrayList postQuantum(const SshdVersion &version)
{
    QByteArrayList names;
    for (const SshdAlgorithm &algorithm : sshdAlgorithms()) {
        const bool isOne =
            algorithm.kind == SshdAlgorithm::Kind::KeyExchange && algorithm.verdict == SshdAlgorithm::Verdict::Good;
        if (isOne && version.isKnown() && algorithm.since <= version.release)
            names.append(algorithm.name);
    }
    return names;
}

/// Whether a host key is left that one of the signatures can be made with.
bool servesHostKey(const SshdView &sshd, const QByteArrayList &signatures)
{
    if (!sshd.sshd().hostKeys)
        return false;
    return std::any_of(sshd.sshd().hostKeys->cbegin(), sshd.sshd().hostKeys->cend(), [&](const HostKeyFact &key) {
        const QByteArray type = key.type.raw().toLower().toLatin1();
        return std::any_of(signatures.cbegin(), signatures.cend(), [&](const QByteArray &name) {
            return !name.startsWith("sk-") && !name.contains("-cert-") &&
                   ((type.contains("ed25519") && name.contains("ed25519")) ||
                    (type.contains("rsa") && name.contains("rsa")));
        });
    });
}

} // namespace

QList<Intent> sshdSetting(const Facts &facts, const Finding &finding, const char *keyword, const char *value)
{
    if (!facts.sshd)
        return {};
    const SshdView sshd(facts, *facts.sshd);
    if (isInMatch(sshd, finding) || !isKnown(sshd, keyword))
        return {};
    return {SetSshd{QString::fromLatin1(keyword), QString::fromLatin1(value)}};
}

QList<Intent> soundAlgorithms(const Facts &facts, const Finding &finding, const char *keyword)
{
    if (!facts.sshd)
        return {};
    const SshdView sshd(facts, *facts.sshd);
    const QString name = QString::fromLatin1(keyword);
    const SshdKeyword *known = sshdKeyword(name);
    if (isInMatch(sshd, finding) || !isKnown(sshd, keyword))
        return {};
    const QByteArrayList offered = sshd.value(keyword).toLatin1().split(',');
    QByteArrayList sound;
    QByteArrayList unsound;
    for (const QByteArray &each : offered)
        (isUnsound(sshd, name, each) ? unsound : sound).append(each);
    QByteArrayList added;
    if (name == QLatin1String("kexalgorithms")) {
        const QByteArrayList better = postQuantum(sshd.version());
        const bool hasOne = std::any_of(offered.cbegin(), offered.cend(),
                                        [&](const QByteArray &each) { return better.contains(each); });
        added = hasOne ? QByteArrayList() : better;
    }
    if (sound.isEmpty() || (unsound.isEmpty() && added.isEmpty()))
        return {};
    if (name == QLatin1String("hostkeyalgorithms") && !servesHostKey(sshd, sound))
        return {};
    // From the defaults, where they hold: a later release then offers what it knows.
    const bool isDefault = !sshd.config().decidingSetting(name) &&
                           offered == sshdDefaultAlgorithms(name, sshd.version()) && added.isEmpty();
    const QByteArray value = isDefault ? QByteArray("-" + unsound.join(',')) : (added + sound).join(',');
    return {SetSshd{QString::fromLatin1(known->name), QString::fromLatin1(value)}};
}

SetFileMode onlyOwnerWrites(const RemotePath &path, const FileAttributes &before, const QByteArray &owner)
{
    FileAttributes after = before;
    after.mode &= ~quint32(022);
    after.owner = owner;
    return {path, before, after};
}

} // namespace gw
