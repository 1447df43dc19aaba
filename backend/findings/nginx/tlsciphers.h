// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace gw {

/// A cipher suite up to TLS 1.2, by the name that OpenSSL has for it; the rest
/// follows from the name.
struct TlsCipher {
    enum class Exchange { Rsa, Dhe, Ecdhe, StaticEcdh, Psk, Srp };
    enum class Proof { Rsa, Dss, Ecdsa, None, Psk, Srp };
    enum class Encryption {
        None,
        Aes,
        AesGcm,
        AesCcm,
        AesCcm8,
        Aria,
        Camellia,
        ChaCha20,
        TripleDes,
        Des,
        Rc4,
        Rc2,
        Idea,
        Seed
    };
    QByteArray name;
    Exchange exchange = Exchange::Rsa;
    Proof proof = Proof::Rsa;
    Encryption encryption = Encryption::Aes;
    int bits = 128;
    QByteArray mac; ///< "SHA1", "SHA256", "SHA384", "MD5"; "AEAD"
    bool isExport = false;
    bool isTls12 = false;   ///< not in TLS 1.1 and before
    bool isRemoved = false; ///< not in what OpenSSL 1.1.0 and later builds

    bool hasForwardSecrecy() const { return exchange == Exchange::Dhe || exchange == Exchange::Ecdhe; }
    bool isAead() const { return mac == "AEAD"; }
    /// Known attacks get at what such a connection carries, or it proves nothing
    /// about who answers.
    bool isBroken() const;
};

/// All that OpenSSL 1.0.1 to 3.x know.
const QList<TlsCipher> &tlsCiphers();

/// What a cipher string means ("HIGH:!aNULL:-RC4"; ciphers(1), CIPHER LIST
/// FORMAT).
struct CipherString {
    QList<const TlsCipher *> ciphers; ///< in no order
    QList<QByteArray> unknown;        ///< no names of ciphers, nor of groups of them:
                                      ///< OpenSSL passes over them
};
CipherString cipherStringOf(const QByteArray &text);

} // namespace gw
