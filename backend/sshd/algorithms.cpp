// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/sshd/algorithms.h"

#include "backend/sshd/patterns.h"

#include <QCoreApplication>

namespace gw {
namespace {

using A = SshdAlgorithm;
using Kind = A::Kind;
using Verdict = A::Verdict;

constexpr const char *nothing = "";
constexpr const char *classical =
    QT_TRANSLATE_NOOP("algorithms", "a recording made today can be opened once quantum computers can");
constexpr const char *nistCurve =
    QT_TRANSLATE_NOOP("algorithms", "NIST curve: hard to implement safely, and its constants are unexplained");
constexpr const char *smallGroup =
    QT_TRANSLATE_NOOP("algorithms", "2048-bit group: below what is advised for the coming years");
constexpr const char *sha1Exchange = QT_TRANSLATE_NOOP("algorithms", "SHA-1 is broken");
constexpr const char *group1 = QT_TRANSLATE_NOOP("algorithms", "1024-bit group (Logjam): can be computed in advance");
constexpr const char *experiment = QT_TRANSLATE_NOOP("algorithms", "withdrawn experiment");
constexpr const char *smallRsa = QT_TRANSLATE_NOOP("algorithms", "1024-bit RSA key exchange");
constexpr const char *sha1Signature = QT_TRANSLATE_NOOP("algorithms", "signs with SHA-1, which is broken");
constexpr const char *dsa = QT_TRANSLATE_NOOP("algorithms", "DSA with 1024 bits and SHA-1");
constexpr const char *cbc =
    QT_TRANSLATE_NOOP("algorithms", "CBC mode: plaintext can be recovered in SSH (CVE-2008-5161)");
constexpr const char *smallBlock = QT_TRANSLATE_NOOP("algorithms", "64-bit blocks (Sweet32)");
constexpr const char *rc4 = QT_TRANSLATE_NOOP("algorithms", "RC4 is broken");
constexpr const char *noCipher = QT_TRANSLATE_NOOP("algorithms", "nothing is encrypted");
constexpr const char *noMac = QT_TRANSLATE_NOOP("algorithms", "nothing is protected against changes");
constexpr const char *encryptAndMac = QT_TRANSLATE_NOOP("algorithms", "the MAC is made before encryption");
constexpr const char *sha1Mac = QT_TRANSLATE_NOOP("algorithms", "SHA-1: not broken in this use, but to be retired");
constexpr const char *shortTag = QT_TRANSLATE_NOOP("algorithms", "a tag of 64 bits is short");
constexpr const char *md5 = QT_TRANSLATE_NOOP("algorithms", "MD5 is broken");
constexpr const char *cutTag = QT_TRANSLATE_NOOP("algorithms", "truncated to 96 bits");
constexpr const char *ripemd = QT_TRANSLATE_NOOP("algorithms", "RIPEMD-160 is out of use");

// Verdicts: RFC 9142, RFC 8758, RFC 8332, the release notes of OpenSSH and the database of ssh-audit; classical key
// exchange is no weakness today, so it is kept apart; security keys make their NIST signatures in hardware.
const QList<A> &table()
{
    static const QList<A> algorithms{
        {Kind::KeyExchange, "mlkem768x25519-sha256", Verdict::Good, nothing, {9, 9}},
        {Kind::KeyExchange, "sntrup761x25519-sha512", Verdict::Good, nothing, {9, 9}},
        {Kind::KeyExchange, "sntrup761x25519-sha512@openssh.com", Verdict::Good, nothing, {8, 5}},
        {Kind::KeyExchange, "curve25519-sha256", Verdict::Classical, classical, {7, 4}},
        {Kind::KeyExchange, "curve25519-sha256@libssh.org", Verdict::Classical, classical, {6, 5}},
        {Kind::KeyExchange, "diffie-hellman-group-exchange-sha256", Verdict::Classical, classical, {}},
        {Kind::KeyExchange, "diffie-hellman-group16-sha512", Verdict::Classical, classical, {7, 3}},
        {Kind::KeyExchange, "diffie-hellman-group18-sha512", Verdict::Classical, classical, {7, 3}},
        {Kind::KeyExchange, "diffie-hellman-group14-sha256", Verdict::Dated, smallGroup, {7, 3}},
        {Kind::KeyExchange, "ecdh-sha2-nistp256", Verdict::Dated, nistCurve, {5, 7}},
        {Kind::KeyExchange, "ecdh-sha2-nistp384", Verdict::Dated, nistCurve, {5, 7}},
        {Kind::KeyExchange, "ecdh-sha2-nistp521", Verdict::Dated, nistCurve, {5, 7}},
        {Kind::KeyExchange, "diffie-hellman-group14-sha1", Verdict::Weak, sha1Exchange, {}},
        {Kind::KeyExchange, "diffie-hellman-group-exchange-sha1", Verdict::Weak, sha1Exchange, {}},
        {Kind::KeyExchange, "diffie-hellman-group1-sha1", Verdict::Broken, group1, {}},
        {Kind::KeyExchange, "sntrup4591761x25519-sha512@tinyssh.org", Verdict::Weak, experiment, {8, 0}},
        {Kind::KeyExchange, "rsa1024-sha1", Verdict::Broken, smallRsa, {}},
        {Kind::KeyExchange, "gss-group1-sha1-", Verdict::Broken, group1, {}},
        {Kind::KeyExchange, "gss-group14-sha1-", Verdict::Weak, sha1Exchange, {}},
        {Kind::KeyExchange, "gss-gex-sha1-", Verdict::Weak, sha1Exchange, {}},

        {Kind::HostKey, "ssh-ed25519", Verdict::Good, nothing, {6, 5}},
        {Kind::HostKey, "sk-ssh-ed25519@openssh.com", Verdict::Good, nothing, {8, 2}},
        {Kind::HostKey, "rsa-sha2-512", Verdict::Good, nothing, {7, 2}},
        {Kind::HostKey, "rsa-sha2-256", Verdict::Good, nothing, {7, 2}},
        {Kind::HostKey, "ssh-ed25519-cert-v01@openssh.com", Verdict::Good, nothing, {6, 5}},
        {Kind::HostKey, "sk-ssh-ed25519-cert-v01@openssh.com", Verdict::Good, nothing, {8, 2}},
        {Kind::HostKey, "rsa-sha2-512-cert-v01@openssh.com", Verdict::Good, nothing, {7, 8}},
        {Kind::HostKey, "rsa-sha2-256-cert-v01@openssh.com", Verdict::Good, nothing, {7, 8}},
        {Kind::HostKey, "ecdsa-sha2-nistp256", Verdict::Dated, nistCurve, {5, 7}},
        {Kind::HostKey, "ecdsa-sha2-nistp384", Verdict::Dated, nistCurve, {5, 7}},
        {Kind::HostKey, "ecdsa-sha2-nistp521", Verdict::Dated, nistCurve, {5, 7}},
        {Kind::HostKey, "sk-ecdsa-sha2-nistp256@openssh.com", Verdict::Good, nothing, {8, 2}},
        {Kind::HostKey, "ecdsa-sha2-nistp256-cert-v01@openssh.com", Verdict::Dated, nistCurve, {5, 7}},
        {Kind::HostKey, "ecdsa-sha2-nistp384-cert-v01@openssh.com", Verdict::Dated, nistCurve, {5, 7}},
        {Kind::HostKey, "ecdsa-sha2-nistp521-cert-v01@openssh.com", Verdict::Dated, nistCurve, {5, 7}},
        {Kind::HostKey, "sk-ecdsa-sha2-nistp256-cert-v01@openssh.com", Verdict::Good, nothing, {8, 2}},
        {Kind::HostKey, "ssh-rsa", Verdict::Weak, sha1Signature, {}},
        {Kind::HostKey, "ssh-rsa-cert-v01@openssh.com", Verdict::Weak, sha1Signature, {}},
        {Kind::HostKey, "ssh-dss", Verdict::Broken, dsa, {}},
        {Kind::HostKey, "ssh-dss-cert-v01@openssh.com", Verdict::Broken, dsa, {}},

        {Kind::Cipher, "chacha20-poly1305@openssh.com", Verdict::Good, nothing, {6, 5}},
        {Kind::Cipher, "aes128-gcm@openssh.com", Verdict::Good, nothing, {6, 2}},
        {Kind::Cipher, "aes256-gcm@openssh.com", Verdict::Good, nothing, {6, 2}},
        {Kind::Cipher, "aes128-ctr", Verdict::Good, nothing, {}},
        {Kind::Cipher, "aes192-ctr", Verdict::Good, nothing, {}},
        {Kind::Cipher, "aes256-ctr", Verdict::Good, nothing, {}},
        {Kind::Cipher, "aes128-cbc", Verdict::Weak, cbc, {}},
        {Kind::Cipher, "aes192-cbc", Verdict::Weak, cbc, {}},
        {Kind::Cipher, "aes256-cbc", Verdict::Weak, cbc, {}},
        {Kind::Cipher, "rijndael-cbc@lysator.liu.se", Verdict::Weak, cbc, {}},
        {Kind::Cipher, "3des-cbc", Verdict::Broken, smallBlock, {}},
        {Kind::Cipher, "blowfish-cbc", Verdict::Broken, smallBlock, {}},
        {Kind::Cipher, "cast128-cbc", Verdict::Broken, smallBlock, {}},
        {Kind::Cipher, "arcfour", Verdict::Broken, rc4, {}},
        {Kind::Cipher, "arcfour128", Verdict::Broken, rc4, {}},
        {Kind::Cipher, "arcfour256", Verdict::Broken, rc4, {}},
        {Kind::Cipher, "none", Verdict::Broken, noCipher, {}},

        {Kind::Mac, "hmac-sha2-256-etm@openssh.com", Verdict::Good, nothing, {6, 2}},
        {Kind::Mac, "hmac-sha2-512-etm@openssh.com", Verdict::Good, nothing, {6, 2}},
        {Kind::Mac, "umac-128-etm@openssh.com", Verdict::Good, nothing, {6, 2}},
        {Kind::Mac, "hmac-sha2-256", Verdict::Dated, encryptAndMac, {5, 9}},
        {Kind::Mac, "hmac-sha2-512", Verdict::Dated, encryptAndMac, {5, 9}},
        {Kind::Mac, "umac-128@openssh.com", Verdict::Dated, encryptAndMac, {6, 2}},
        {Kind::Mac, "umac-64-etm@openssh.com", Verdict::Dated, shortTag, {6, 2}},
        {Kind::Mac, "umac-64@openssh.com", Verdict::Dated, shortTag, {}},
        {Kind::Mac, "hmac-sha1-etm@openssh.com", Verdict::Dated, sha1Mac, {6, 2}},
        {Kind::Mac, "hmac-sha1", Verdict::Dated, sha1Mac, {}},
        {Kind::Mac, "hmac-sha1-96", Verdict::Weak, cutTag, {}},
        {Kind::Mac, "hmac-sha1-96-etm@openssh.com", Verdict::Weak, cutTag, {}},
        {Kind::Mac, "hmac-ripemd160", Verdict::Weak, ripemd, {}},
        {Kind::Mac, "hmac-ripemd160@openssh.com", Verdict::Weak, ripemd, {}},
        {Kind::Mac, "hmac-ripemd160-etm@openssh.com", Verdict::Weak, ripemd, {}},
        {Kind::Mac, "hmac-md5", Verdict::Weak, md5, {}},
        {Kind::Mac, "hmac-md5-etm@openssh.com", Verdict::Weak, md5, {}},
        {Kind::Mac, "hmac-md5-96", Verdict::Weak, md5, {}},
        {Kind::Mac, "hmac-md5-96-etm@openssh.com", Verdict::Weak, md5, {}},
        {Kind::Mac, "none", Verdict::Broken, noMac, {}},
    };
    return algorithms;
}

/// Debian 12 offers sntrup761x25519-sha512 under its final name since 2+deb12u4.
bool hasBackportedSntrup(const SshdVersion &version)
{
    const QString revision = version.vendor.section(u'-', 1);
    return version.release == SshdRelease{9, 2} && revision.startsWith(QLatin1String("2+deb12")) &&
           comparePackageVersions(revision, QStringLiteral("2+deb12u4")) >= 0;
}

// myproposal.h of the releases named.
QByteArrayList defaultKeyExchanges(const SshdVersion &version)
{
    const bool known = version.isKnown();
    QByteArrayList names;
    if (!known || version.isAtLeast(10, 0))
        names << "mlkem768x25519-sha256";
    if (!known || version.isAtLeast(9, 9) || hasBackportedSntrup(version))
        names << "sntrup761x25519-sha512";
    if (!known || version.isAtLeast(9, 0))
        names << "sntrup761x25519-sha512@openssh.com";
    if (known && version.isAtLeast(9, 9) && !version.isAtLeast(10, 0))
        names << "mlkem768x25519-sha256";
    names << "curve25519-sha256"
          << "curve25519-sha256@libssh.org"
          << "ecdh-sha2-nistp256"
          << "ecdh-sha2-nistp384"
          << "ecdh-sha2-nistp521";
    if (known && !version.isAtLeast(10, 0)) {
        names << "diffie-hellman-group-exchange-sha256"
              << "diffie-hellman-group16-sha512"
              << "diffie-hellman-group18-sha512"
              << "diffie-hellman-group14-sha256";
    }
    if (known && !version.isAtLeast(8, 2))
        names << "diffie-hellman-group14-sha1";
    return names;
}

QByteArrayList defaultCiphers(const SshdVersion &version)
{
    if (!version.isKnown() || version.isAtLeast(10, 0)) {
        return {"chacha20-poly1305@openssh.com",
                "aes128-gcm@openssh.com",
                "aes256-gcm@openssh.com",
                "aes128-ctr",
                "aes192-ctr",
                "aes256-ctr"};
    }
    return {"chacha20-poly1305@openssh.com", "aes128-ctr", "aes192-ctr", "aes256-ctr", "aes128-gcm@openssh.com",
            "aes256-gcm@openssh.com"};
}

QByteArrayList defaultMacs()
{
    return {"umac-64-etm@openssh.com",
            "umac-128-etm@openssh.com",
            "hmac-sha2-256-etm@openssh.com",
            "hmac-sha2-512-etm@openssh.com",
            "hmac-sha1-etm@openssh.com",
            "umac-64@openssh.com",
            "umac-128@openssh.com",
            "hmac-sha2-256",
            "hmac-sha2-512",
            "hmac-sha1"};
}

enum class Certificates { With, Without };

QByteArrayList defaultSignatures(const SshdVersion &version, Certificates certificates)
{
    const bool known = version.isKnown();
    const bool securityKeys = !known || version.isAtLeast(8, 2);
    const bool sha1 = known && !version.isAtLeast(8, 8);
    QByteArrayList names;
    if (certificates == Certificates::With) {
        names << "ssh-ed25519-cert-v01@openssh.com"
              << "ecdsa-sha2-nistp256-cert-v01@openssh.com"
              << "ecdsa-sha2-nistp384-cert-v01@openssh.com"
              << "ecdsa-sha2-nistp521-cert-v01@openssh.com";
        if (securityKeys)
            names << "sk-ssh-ed25519-cert-v01@openssh.com"
                  << "sk-ecdsa-sha2-nistp256-cert-v01@openssh.com";
        if (!known || version.isAtLeast(7, 8))
            names << "rsa-sha2-512-cert-v01@openssh.com"
                  << "rsa-sha2-256-cert-v01@openssh.com";
        if (sha1)
            names << "ssh-rsa-cert-v01@openssh.com";
    }
    names << "ssh-ed25519"
          << "ecdsa-sha2-nistp256"
          << "ecdsa-sha2-nistp384"
          << "ecdsa-sha2-nistp521";
    if (securityKeys)
        names << "sk-ssh-ed25519@openssh.com"
              << "sk-ecdsa-sha2-nistp256@openssh.com";
    names << "rsa-sha2-512"
          << "rsa-sha2-256";
    // Certificates signed with SHA-1 went out of the defaults before plain signatures did (release notes of 8.2).
    if (sha1 && (certificates == Certificates::With || !version.isAtLeast(8, 2)))
        names << "ssh-rsa";
    return names;
}

/// GSSAPI names end in a digest of the mechanism: "gss-group14-sha1-toWM5Slw5Ew8Mqkay+al2g==".
bool isNamed(const A &algorithm, QByteArrayView name)
{
    const QByteArrayView known(algorithm.name);
    return name == known || (known.endsWith('-') && name.startsWith(known));
}

} // namespace

const QList<SshdAlgorithm> &sshdAlgorithms()
{
    return table();
}

const SshdAlgorithm *sshdAlgorithm(SshdAlgorithm::Kind kind, QByteArrayView name)
{
    for (const A &algorithm : table()) {
        if (algorithm.kind == kind && isNamed(algorithm, name))
            return &algorithm;
    }
    return nullptr;
}

QString sshdAlgorithmReason(const SshdAlgorithm &algorithm)
{
    return *algorithm.why ? QCoreApplication::translate("algorithms", algorithm.why) : QString();
}

QByteArrayList sshdDefaultAlgorithms(const QString &keyword, const SshdVersion &version)
{
    if (keyword == QLatin1String("kexalgorithms"))
        return defaultKeyExchanges(version);
    if (keyword == QLatin1String("ciphers"))
        return defaultCiphers(version);
    if (keyword == QLatin1String("macs"))
        return defaultMacs();
    if (keyword == QLatin1String("casignaturealgorithms"))
        return defaultSignatures(version, Certificates::Without);
    return defaultSignatures(version, Certificates::With);
}

QByteArrayList sshdAssembledAlgorithms(const QByteArray &written, const QByteArrayList &defaults)
{
    if (written.isEmpty())
        return defaults;
    const QByteArrayList names = written.mid(1).split(',');
    QByteArrayList result;
    const auto append = [&result](const QByteArrayList &more) {
        for (const QByteArray &name : more) {
            if (!name.isEmpty() && !result.contains(name))
                result.append(name);
        }
    };
    switch (written[0]) {
    case '+':
        append(defaults);
        append(names);
        return result;
    case '^':
        append(names);
        append(defaults);
        return result;
    case '-':
        for (const QByteArray &name : defaults) {
            if (sshdMatchesList(name, written.mid(1)) == SshdMatchResult::No)
                result.append(name);
        }
        return result;
    default: append(written.split(',')); return result;
    }
}

} // namespace gw
