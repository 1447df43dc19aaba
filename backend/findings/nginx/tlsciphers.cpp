// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/tlsciphers.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <functional>
#include <optional>

namespace gw {
namespace {

using Exchange = TlsCipher::Exchange;
using Proof = TlsCipher::Proof;
using Encryption = TlsCipher::Encryption;

// `openssl ciphers ALL:COMPLEMENTOFALL` of 3.0 without TLS 1.3 ...
constexpr const char *present[] = {
    "ADH-AES128-GCM-SHA256",
    "ADH-AES128-SHA",
    "ADH-AES128-SHA256",
    "ADH-AES256-GCM-SHA384",
    "ADH-AES256-SHA",
    "ADH-AES256-SHA256",
    "ADH-CAMELLIA128-SHA",
    "ADH-CAMELLIA128-SHA256",
    "ADH-CAMELLIA256-SHA",
    "ADH-CAMELLIA256-SHA256",
    "AECDH-AES128-SHA",
    "AECDH-AES256-SHA",
    "AECDH-NULL-SHA",
    "AES128-CCM",
    "AES128-CCM8",
    "AES128-GCM-SHA256",
    "AES128-SHA",
    "AES128-SHA256",
    "AES256-CCM",
    "AES256-CCM8",
    "AES256-GCM-SHA384",
    "AES256-SHA",
    "AES256-SHA256",
    "ARIA128-GCM-SHA256",
    "ARIA256-GCM-SHA384",
    "CAMELLIA128-SHA",
    "CAMELLIA128-SHA256",
    "CAMELLIA256-SHA",
    "CAMELLIA256-SHA256",
    "DHE-DSS-AES128-GCM-SHA256",
    "DHE-DSS-AES128-SHA",
    "DHE-DSS-AES128-SHA256",
    "DHE-DSS-AES256-GCM-SHA384",
    "DHE-DSS-AES256-SHA",
    "DHE-DSS-AES256-SHA256",
    "DHE-DSS-ARIA128-GCM-SHA256",
    "DHE-DSS-ARIA256-GCM-SHA384",
    "DHE-DSS-CAMELLIA128-SHA",
    "DHE-DSS-CAMELLIA128-SHA256",
    "DHE-DSS-CAMELLIA256-SHA",
    "DHE-DSS-CAMELLIA256-SHA256",
    "DHE-PSK-AES128-CBC-SHA",
    "DHE-PSK-AES128-CBC-SHA256",
    "DHE-PSK-AES128-CCM",
    "DHE-PSK-AES128-CCM8",
    "DHE-PSK-AES128-GCM-SHA256",
    "DHE-PSK-AES256-CBC-SHA",
    "DHE-PSK-AES256-CBC-SHA384",
    "DHE-PSK-AES256-CCM",
    "DHE-PSK-AES256-CCM8",
    "DHE-PSK-AES256-GCM-SHA384",
    "DHE-PSK-ARIA128-GCM-SHA256",
    "DHE-PSK-ARIA256-GCM-SHA384",
    "DHE-PSK-CAMELLIA128-SHA256",
    "DHE-PSK-CAMELLIA256-SHA384",
    "DHE-PSK-CHACHA20-POLY1305",
    "DHE-PSK-NULL-SHA",
    "DHE-PSK-NULL-SHA256",
    "DHE-PSK-NULL-SHA384",
    "DHE-RSA-AES128-CCM",
    "DHE-RSA-AES128-CCM8",
    "DHE-RSA-AES128-GCM-SHA256",
    "DHE-RSA-AES128-SHA",
    "DHE-RSA-AES128-SHA256",
    "DHE-RSA-AES256-CCM",
    "DHE-RSA-AES256-CCM8",
    "DHE-RSA-AES256-GCM-SHA384",
    "DHE-RSA-AES256-SHA",
    "DHE-RSA-AES256-SHA256",
    "DHE-RSA-ARIA128-GCM-SHA256",
    "DHE-RSA-ARIA256-GCM-SHA384",
    "DHE-RSA-CAMELLIA128-SHA",
    "DHE-RSA-CAMELLIA128-SHA256",
    "DHE-RSA-CAMELLIA256-SHA",
    "DHE-RSA-CAMELLIA256-SHA256",
    "DHE-RSA-CHACHA20-POLY1305",
    "ECDHE-ARIA128-GCM-SHA256",
    "ECDHE-ARIA256-GCM-SHA384",
    "ECDHE-ECDSA-AES128-CCM",
    "ECDHE-ECDSA-AES128-CCM8",
    "ECDHE-ECDSA-AES128-GCM-SHA256",
    "ECDHE-ECDSA-AES128-SHA",
    "ECDHE-ECDSA-AES128-SHA256",
    "ECDHE-ECDSA-AES256-CCM",
    "ECDHE-ECDSA-AES256-CCM8",
    "ECDHE-ECDSA-AES256-GCM-SHA384",
    "ECDHE-ECDSA-AES256-SHA",
    "ECDHE-ECDSA-AES256-SHA384",
    "ECDHE-ECDSA-ARIA128-GCM-SHA256",
    "ECDHE-ECDSA-ARIA256-GCM-SHA384",
    "ECDHE-ECDSA-CAMELLIA128-SHA256",
    "ECDHE-ECDSA-CAMELLIA256-SHA384",
    "ECDHE-ECDSA-CHACHA20-POLY1305",
    "ECDHE-ECDSA-NULL-SHA",
    "ECDHE-PSK-AES128-CBC-SHA",
    "ECDHE-PSK-AES128-CBC-SHA256",
    "ECDHE-PSK-AES256-CBC-SHA",
    "ECDHE-PSK-AES256-CBC-SHA384",
    "ECDHE-PSK-CAMELLIA128-SHA256",
    "ECDHE-PSK-CAMELLIA256-SHA384",
    "ECDHE-PSK-CHACHA20-POLY1305",
    "ECDHE-PSK-NULL-SHA",
    "ECDHE-PSK-NULL-SHA256",
    "ECDHE-PSK-NULL-SHA384",
    "ECDHE-RSA-AES128-GCM-SHA256",
    "ECDHE-RSA-AES128-SHA",
    "ECDHE-RSA-AES128-SHA256",
    "ECDHE-RSA-AES256-GCM-SHA384",
    "ECDHE-RSA-AES256-SHA",
    "ECDHE-RSA-AES256-SHA384",
    "ECDHE-RSA-CAMELLIA128-SHA256",
    "ECDHE-RSA-CAMELLIA256-SHA384",
    "ECDHE-RSA-CHACHA20-POLY1305",
    "ECDHE-RSA-NULL-SHA",
    "NULL-MD5",
    "NULL-SHA",
    "NULL-SHA256",
    "PSK-AES128-CBC-SHA",
    "PSK-AES128-CBC-SHA256",
    "PSK-AES128-CCM",
    "PSK-AES128-CCM8",
    "PSK-AES128-GCM-SHA256",
    "PSK-AES256-CBC-SHA",
    "PSK-AES256-CBC-SHA384",
    "PSK-AES256-CCM",
    "PSK-AES256-CCM8",
    "PSK-AES256-GCM-SHA384",
    "PSK-ARIA128-GCM-SHA256",
    "PSK-ARIA256-GCM-SHA384",
    "PSK-CAMELLIA128-SHA256",
    "PSK-CAMELLIA256-SHA384",
    "PSK-CHACHA20-POLY1305",
    "PSK-NULL-SHA",
    "PSK-NULL-SHA256",
    "PSK-NULL-SHA384",
    "RSA-PSK-AES128-CBC-SHA",
    "RSA-PSK-AES128-CBC-SHA256",
    "RSA-PSK-AES128-GCM-SHA256",
    "RSA-PSK-AES256-CBC-SHA",
    "RSA-PSK-AES256-CBC-SHA384",
    "RSA-PSK-AES256-GCM-SHA384",
    "RSA-PSK-ARIA128-GCM-SHA256",
    "RSA-PSK-ARIA256-GCM-SHA384",
    "RSA-PSK-CAMELLIA128-SHA256",
    "RSA-PSK-CAMELLIA256-SHA384",
    "RSA-PSK-CHACHA20-POLY1305",
    "RSA-PSK-NULL-SHA",
    "RSA-PSK-NULL-SHA256",
    "RSA-PSK-NULL-SHA384",
    "SRP-AES-128-CBC-SHA",
    "SRP-AES-256-CBC-SHA",
    "SRP-DSS-AES-128-CBC-SHA",
    "SRP-DSS-AES-256-CBC-SHA",
    "SRP-RSA-AES-128-CBC-SHA",
    "SRP-RSA-AES-256-CBC-SHA",
};

// ... and what 1.0.2 had beside them.
constexpr const char *removed[] = {
    "ADH-DES-CBC-SHA",
    "ADH-DES-CBC3-SHA",
    "ADH-RC4-MD5",
    "ADH-SEED-SHA",
    "AECDH-DES-CBC3-SHA",
    "AECDH-RC4-SHA",
    "DES-CBC-SHA",
    "DES-CBC3-MD5",
    "DES-CBC3-SHA",
    "DHE-DSS-DES-CBC3-SHA",
    "DHE-DSS-SEED-SHA",
    "DHE-RSA-DES-CBC-SHA",
    "DHE-RSA-DES-CBC3-SHA",
    "DHE-RSA-SEED-SHA",
    "ECDH-ECDSA-AES128-GCM-SHA256",
    "ECDH-ECDSA-AES128-SHA",
    "ECDH-ECDSA-AES128-SHA256",
    "ECDH-ECDSA-AES256-GCM-SHA384",
    "ECDH-ECDSA-AES256-SHA",
    "ECDH-ECDSA-AES256-SHA384",
    "ECDH-ECDSA-DES-CBC3-SHA",
    "ECDH-ECDSA-NULL-SHA",
    "ECDH-ECDSA-RC4-SHA",
    "ECDH-RSA-AES128-GCM-SHA256",
    "ECDH-RSA-AES128-SHA",
    "ECDH-RSA-AES128-SHA256",
    "ECDH-RSA-AES256-GCM-SHA384",
    "ECDH-RSA-AES256-SHA",
    "ECDH-RSA-AES256-SHA384",
    "ECDH-RSA-DES-CBC3-SHA",
    "ECDH-RSA-NULL-SHA",
    "ECDH-RSA-RC4-SHA",
    "ECDHE-ECDSA-DES-CBC3-SHA",
    "ECDHE-ECDSA-RC4-SHA",
    "ECDHE-RSA-DES-CBC3-SHA",
    "ECDHE-RSA-RC4-SHA",
    "EDH-DSS-DES-CBC-SHA",
    "EDH-DSS-DES-CBC3-SHA",
    "EDH-RSA-DES-CBC-SHA",
    "EDH-RSA-DES-CBC3-SHA",
    "EXP-ADH-DES-CBC-SHA",
    "EXP-ADH-RC4-MD5",
    "EXP-DES-CBC-SHA",
    "EXP-EDH-DSS-DES-CBC-SHA",
    "EXP-EDH-RSA-DES-CBC-SHA",
    "EXP-RC2-CBC-MD5",
    "EXP-RC4-MD5",
    "IDEA-CBC-SHA",
    "PSK-3DES-EDE-CBC-SHA",
    "PSK-RC4-SHA",
    "RC4-MD5",
    "RC4-SHA",
    "SEED-SHA",
};

/// "ECDHE-RSA-" and what it says of key exchange and proof; the longest first.
struct Prefix {
    const char *text;
    Exchange exchange;
    Proof proof;
};
constexpr std::array prefixes{
    Prefix{"ECDHE-ECDSA-", Exchange::Ecdhe, Proof::Ecdsa},
    Prefix{"ECDHE-RSA-", Exchange::Ecdhe, Proof::Rsa},
    Prefix{"ECDHE-PSK-", Exchange::Psk, Proof::Psk},
    Prefix{"ECDHE-", Exchange::Ecdhe, Proof::Rsa},
    Prefix{"ECDH-ECDSA-", Exchange::StaticEcdh, Proof::Ecdsa},
    Prefix{"ECDH-RSA-", Exchange::StaticEcdh, Proof::Rsa},
    Prefix{"DHE-RSA-", Exchange::Dhe, Proof::Rsa},
    Prefix{"EDH-RSA-", Exchange::Dhe, Proof::Rsa},
    Prefix{"DHE-DSS-", Exchange::Dhe, Proof::Dss},
    Prefix{"EDH-DSS-", Exchange::Dhe, Proof::Dss},
    Prefix{"DHE-PSK-", Exchange::Psk, Proof::Psk},
    Prefix{"RSA-PSK-", Exchange::Psk, Proof::Rsa},
    Prefix{"PSK-", Exchange::Psk, Proof::Psk},
    Prefix{"SRP-RSA-", Exchange::Srp, Proof::Rsa},
    Prefix{"SRP-DSS-", Exchange::Srp, Proof::Dss},
    Prefix{"SRP-", Exchange::Srp, Proof::Srp},
    Prefix{"AECDH-", Exchange::Ecdhe, Proof::None},
    Prefix{"ADH-", Exchange::Dhe, Proof::None},
};

struct Cipher {
    const char *text; ///< in the name
    Encryption encryption;
    int bits; ///< 0: as the name says
};
constexpr std::array encryptions{
    Cipher{"NULL", Encryption::None, 0},         Cipher{"CCM8", Encryption::AesCcm8, 0},
    Cipher{"CCM", Encryption::AesCcm, 0},        Cipher{"ARIA", Encryption::Aria, 0},
    Cipher{"CAMELLIA", Encryption::Camellia, 0}, Cipher{"CHACHA20", Encryption::ChaCha20, 256},
    Cipher{"3DES", Encryption::TripleDes, 112},  Cipher{"DES-CBC3", Encryption::TripleDes, 112},
    Cipher{"DES-CBC", Encryption::Des, 56},      Cipher{"RC4", Encryption::Rc4, 128},
    Cipher{"RC2", Encryption::Rc2, 40},          Cipher{"IDEA", Encryption::Idea, 128},
    Cipher{"SEED", Encryption::Seed, 128},       Cipher{"GCM", Encryption::AesGcm, 0},
    Cipher{"AES", Encryption::Aes, 0},
};

TlsCipher cipherNamed(const char *name, bool isRemoved)
{
    TlsCipher cipher;
    cipher.name = name;
    cipher.isRemoved = isRemoved;
    QByteArray rest = cipher.name;
    if (rest.startsWith("EXP-")) {
        cipher.isExport = true;
        rest.remove(0, 4);
    }
    for (const Prefix &prefix : prefixes) {
        if (rest.startsWith(prefix.text)) {
            cipher.exchange = prefix.exchange;
            cipher.proof = prefix.proof;
            rest.remove(0, qsizetype(qstrlen(prefix.text)));
            break;
        }
    }
    for (const Cipher &each : encryptions) {
        if (rest.contains(each.text)) {
            cipher.encryption = each.encryption;
            cipher.bits = each.encryption == Encryption::None             ? 0
                          : each.bits                                     ? each.bits
                          : rest.contains("256") && !rest.contains("128") ? 256
                                                                          : 128;
            break;
        }
    }
    const bool isAead = rest.contains("GCM") || rest.contains("CCM") || rest.contains("POLY1305");
    cipher.mac = isAead                    ? "AEAD"
                 : rest.endsWith("SHA256") ? "SHA256"
                 : rest.endsWith("SHA384") ? "SHA384"
                 : rest.endsWith("MD5")    ? "MD5"
                                           : "SHA1";
    const bool hasNewMac = cipher.mac == "SHA256" || cipher.mac == "SHA384";
    cipher.isTls12 = isAead || (hasNewMac && cipher.exchange != Exchange::Psk);
    return cipher;
}

bool isHigh(const TlsCipher &cipher)
{
    return cipher.encryption >= Encryption::Aes && cipher.encryption <= Encryption::ChaCha20;
}

bool isAes(const TlsCipher &cipher)
{
    return cipher.encryption >= Encryption::Aes && cipher.encryption <= Encryption::AesCcm8;
}

using Belongs = std::function<bool(const TlsCipher &)>;

/// The groups of ciphers(1), CIPHER STRINGS.
const QHash<QByteArray, Belongs> &groups()
{
    using C = const TlsCipher &;
    static const QHash<QByteArray, Belongs> table = [] {
        QHash<QByteArray, Belongs> all;
        const auto add = [&all](std::initializer_list<const char *> names, const Belongs &belongs) {
            for (const char *name : names)
                all.insert(name, belongs);
        };
        add({"ALL"}, [](C c) { return c.encryption != Encryption::None; });
        add({"DEFAULT"},
            [](C c) { return c.encryption != Encryption::None && c.proof != Proof::None && !c.isRemoved; });
        add({"COMPLEMENTOFALL", "eNULL", "NULL"}, [](C c) { return c.encryption == Encryption::None; });
        add({"COMPLEMENTOFDEFAULT", "aNULL"}, [](C c) { return c.proof == Proof::None; });
        add({"HIGH"}, isHigh);
        add({"MEDIUM"}, [](C c) {
            return !c.isExport && (c.encryption == Encryption::TripleDes || c.encryption == Encryption::Rc4 ||
                                   c.encryption == Encryption::Idea || c.encryption == Encryption::Seed);
        });
        add({"LOW"}, [](C c) { return !c.isExport && c.encryption == Encryption::Des; });
        add({"EXP", "EXPORT", "EXPORT40", "EXPORT56"}, [](C c) { return c.isExport; });
        add({"kRSA"}, [](C c) { return c.exchange == Exchange::Rsa; });
        add({"aRSA"}, [](C c) { return c.proof == Proof::Rsa; });
        add({"RSA"}, [](C c) { return c.exchange == Exchange::Rsa && c.proof == Proof::Rsa; });
        add({"kDHE", "kEDH", "DH"}, [](C c) { return c.exchange == Exchange::Dhe; });
        add({"DHE", "EDH"}, [](C c) { return c.exchange == Exchange::Dhe && c.proof != Proof::None; });
        add({"kECDHE", "kEECDH", "ECDH"},
            [](C c) { return c.exchange == Exchange::Ecdhe || c.exchange == Exchange::StaticEcdh; });
        add({"ECDHE", "EECDH"}, [](C c) { return c.exchange == Exchange::Ecdhe && c.proof != Proof::None; });
        add({"kECDH", "kECDHr", "kECDHe", "aECDH"}, [](C c) { return c.exchange == Exchange::StaticEcdh; });
        add({"ADH"}, [](C c) { return c.exchange == Exchange::Dhe && c.proof == Proof::None; });
        add({"AECDH"}, [](C c) { return c.exchange == Exchange::Ecdhe && c.proof == Proof::None; });
        add({"aDSS", "DSS"}, [](C c) { return c.proof == Proof::Dss; });
        add({"aECDSA", "ECDSA"}, [](C c) { return c.proof == Proof::Ecdsa; });
        add({"PSK", "kPSK", "kECDHEPSK", "kDHEPSK", "kRSAPSK", "aPSK"},
            [](C c) { return c.exchange == Exchange::Psk; });
        add({"SRP", "kSRP", "aSRP"}, [](C c) { return c.exchange == Exchange::Srp; });
        add({"TLSv1.2"}, [](C c) { return c.isTls12; });
        add({"TLSv1.0", "TLSv1", "SSLv3"}, [](C c) { return !c.isTls12; });
        add({"SSLv2"}, [](C) { return false; });
        add({"AES"}, isAes);
        add({"AES128"}, [](C c) { return isAes(c) && c.bits == 128; });
        add({"AES256"}, [](C c) { return isAes(c) && c.bits == 256; });
        add({"AESGCM"}, [](C c) { return c.encryption == Encryption::AesGcm; });
        add({"AESCCM"}, [](C c) { return c.encryption == Encryption::AesCcm || c.encryption == Encryption::AesCcm8; });
        add({"AESCCM8"}, [](C c) { return c.encryption == Encryption::AesCcm8; });
        add({"ARIA", "ARIAGCM"}, [](C c) { return c.encryption == Encryption::Aria; });
        add({"ARIA128"}, [](C c) { return c.encryption == Encryption::Aria && c.bits == 128; });
        add({"ARIA256"}, [](C c) { return c.encryption == Encryption::Aria && c.bits == 256; });
        add({"CAMELLIA"}, [](C c) { return c.encryption == Encryption::Camellia; });
        add({"CAMELLIA128"}, [](C c) { return c.encryption == Encryption::Camellia && c.bits == 128; });
        add({"CAMELLIA256"}, [](C c) { return c.encryption == Encryption::Camellia && c.bits == 256; });
        add({"CHACHA20", "CHACHA"}, [](C c) { return c.encryption == Encryption::ChaCha20; });
        add({"CBC"}, [](C c) { return !c.isAead() && c.encryption != Encryption::Rc4; });
        add({"3DES"}, [](C c) { return c.encryption == Encryption::TripleDes; });
        add({"DES"}, [](C c) { return c.encryption == Encryption::Des; });
        add({"RC4"}, [](C c) { return c.encryption == Encryption::Rc4; });
        add({"RC2"}, [](C c) { return c.encryption == Encryption::Rc2; });
        add({"IDEA"}, [](C c) { return c.encryption == Encryption::Idea; });
        add({"SEED"}, [](C c) { return c.encryption == Encryption::Seed; });
        add({"MD5"}, [](C c) { return c.mac == "MD5"; });
        add({"SHA1", "SHA"}, [](C c) { return c.mac == "SHA1"; });
        add({"SHA256"}, [](C c) { return c.mac == "SHA256"; });
        add({"SHA384"}, [](C c) { return c.mac == "SHA384"; });
        add({"FIPS"}, isHigh);
        for (const char *name : {"GOST94",  "GOST89MAC", "GOST",          "GOST12",    "GOST89",      "kGOST",
                                 "kGOST18", "aGOST",     "aGOST01",       "aGOST12",   "GOST2012",    "KRB5",
                                 "kFZA",    "FZA",       "DHr",           "kDHr",      "kDHd",        "aDH",
                                 "kDH",     "SUITEB128", "SUITEB128ONLY", "SUITEB192", "SUITEB128C2", "SUITEB192C2"})
            all.insert(name, [](C) { return false; });
        return all;
    }();
    return table;
}

/// What one word ("ECDHE+AESGCM", "AES128-SHA") means; nothing: OpenSSL knows
/// no such word.
std::optional<Belongs> meaningOf(const QByteArray &word)
{
    const QList<TlsCipher> &all = tlsCiphers();
    if (std::any_of(all.cbegin(), all.cend(), [&](const TlsCipher &cipher) { return cipher.name == word; }))
        return [word](const TlsCipher &cipher) { return cipher.name == word; };
    QList<Belongs> parts;
    for (const QByteArray &part : word.split('+')) {
        const auto group = groups().constFind(part);
        if (group == groups().cend())
            return std::nullopt;
        parts.append(*group);
    }
    return [parts](const TlsCipher &cipher) {
        return std::all_of(parts.cbegin(), parts.cend(), [&](const Belongs &belongs) { return belongs(cipher); });
    };
}

} // namespace

bool TlsCipher::isBroken() const
{
    return encryption == Encryption::None || proof == Proof::None || isExport || mac == "MD5" ||
           encryption >= Encryption::TripleDes;
}

const QList<TlsCipher> &tlsCiphers()
{
    static const QList<TlsCipher> all = [] {
        QList<TlsCipher> made;
        for (const char *name : present)
            made.append(cipherNamed(name, false));
        for (const char *name : removed)
            made.append(cipherNamed(name, true));
        return made;
    }();
    return all;
}

CipherString cipherStringOf(const QByteArray &text)
{
    CipherString result;
    QByteArray separated = text;
    for (const char separator : {',', ' ', ';'})
        separated.replace(separator, ':');
    QList<const TlsCipher *> killed;
    for (QByteArray word : separated.split(':')) {
        const char sign = word.isEmpty() ? 0 : word.front();
        if (sign == '!' || sign == '-' || sign == '+')
            word.remove(0, 1);
        // "@STRENGTH" orders; names of TLS 1.3 are set elsewhere.
        if (word.isEmpty() || word.startsWith('@') || word.startsWith("TLS_"))
            continue;
        const std::optional<Belongs> belongs = meaningOf(word);
        if (!belongs) {
            result.unknown.append(word);
            continue;
        }
        if (sign == '+')
            continue;
        for (const TlsCipher &cipher : tlsCiphers()) {
            if (!(*belongs)(cipher))
                continue;
            if (sign == '!' || sign == '-')
                result.ciphers.removeAll(&cipher);
            else if (!killed.contains(&cipher) && !result.ciphers.contains(&cipher))
                result.ciphers.append(&cipher);
            if (sign == '!')
                killed.append(&cipher);
        }
    }
    return result;
}

} // namespace gw
