// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/intent.h"
#include "backend/sshd/algorithms.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Intents)
};

using Kind = SshdAlgorithm::Kind;
using Verdict = SshdAlgorithm::Verdict;

struct List {
    const char *keyword;
    Kind kind;
};
constexpr List lists[] = {
    {"KexAlgorithms", Kind::KeyExchange},
    {"Ciphers", Kind::Cipher},
    {"MACs", Kind::Mac},
    {"HostKeyAlgorithms", Kind::HostKey},
    {"PubkeyAcceptedAlgorithms", Kind::HostKey},
};

/// The order of ssh-audit's policies: the longer key first among equals.
constexpr const char *preferred[] = {
    "mlkem768x25519-sha256",
    "sntrup761x25519-sha512",
    "sntrup761x25519-sha512@openssh.com",
    "curve25519-sha256",
    "curve25519-sha256@libssh.org",
    "diffie-hellman-group18-sha512",
    "diffie-hellman-group16-sha512",
    "diffie-hellman-group-exchange-sha256",
    "chacha20-poly1305@openssh.com",
    "aes256-gcm@openssh.com",
    "aes256-ctr",
    "aes192-ctr",
    "aes128-gcm@openssh.com",
    "aes128-ctr",
    "hmac-sha2-512-etm@openssh.com",
    "hmac-sha2-256-etm@openssh.com",
    "umac-128-etm@openssh.com",
};

/// Names that every build of this release has; those without a fixed name (GSSAPI) and withdrawn ones are none.
bool isKnown(const SshdAlgorithm &algorithm, const SshdVersion &version)
{
    return !QByteArrayView(algorithm.name).endsWith('-') && (!version.isKnown() || algorithm.since <= version.release);
}

qsizetype rank(const char *name)
{
    const auto found = std::find_if(std::begin(preferred), std::end(preferred),
                                    [name](const char *each) { return qstrcmp(each, name) == 0; });
    return found - std::begin(preferred);
}

/// Groups of the server's own choice may be short: the fixed ones are not (review of /etc/ssh/moduli).
bool isLeftOut(const SshdAlgorithm &algorithm, SshdProfile profile)
{
    return profile == SshdProfile::Modern && qstrcmp(algorithm.name, "diffie-hellman-group-exchange-sha256") == 0;
}

} // namespace

QString sshdProfileName(SshdProfile profile)
{
    return profile == SshdProfile::Modern ? Text::tr("Modern", "a profile of algorithms")
                                          : Text::tr("Compatible", "a profile of algorithms");
}

QList<Intent> algorithmProfile(SshdProfile profile, const SshdVersion &version)
{
    const Verdict worst = profile == SshdProfile::Modern ? Verdict::Classical : Verdict::Dated;
    QList<Intent> intents;
    for (const List &list : lists) {
        QList<const SshdAlgorithm *> chosen;
        for (const SshdAlgorithm &algorithm : sshdAlgorithms()) {
            const bool fits = algorithm.kind == list.kind && algorithm.verdict <= worst && isKnown(algorithm, version);
            if (fits && !isLeftOut(algorithm, profile))
                chosen.append(&algorithm);
        }
        std::stable_sort(chosen.begin(), chosen.end(),
                         [](const SshdAlgorithm *a, const SshdAlgorithm *b) { return rank(a->name) < rank(b->name); });
        QStringList names;
        for (const SshdAlgorithm *algorithm : std::as_const(chosen))
            names.append(QString::fromLatin1(algorithm->name));
        intents.append(SetSshd{QString::fromLatin1(list.keyword), names.join(QLatin1Char(','))});
    }
    return intents;
}

} // namespace gw
