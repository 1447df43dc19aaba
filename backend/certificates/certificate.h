// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/result.h"
#include "backend/base/untrustedtext.h"

#include <QDateTime>
#include <QList>

namespace gw {

/// The public part of one X.509 certificate (RFC 5280).
struct CertificateInfo {
    UntrustedText subject; ///< common name, or the whole subject
    UntrustedText issuer;
    QList<UntrustedText> names; ///< subjectAltName: DNS names and IP addresses
    QDateTime notBefore;        ///< UTC
    QDateTime notAfter;         ///< UTC
    UntrustedText serial;       ///< hex
    UntrustedText keyType;      ///< "RSA 2048", "ECDSA P-256", "Ed25519"
    UntrustedText signature;    ///< "sha256WithRSAEncryption"
    QByteArray sha256;          ///< fingerprint, 32 bytes
    bool selfSigned = false;
    friend bool operator==(const CertificateInfo &, const CertificateInfo &) = default;
};

/// All certificates in a PEM text, in its order; other PEM blocks are passed over. An Error if there is none or one is
/// damaged.
Result<QList<CertificateInfo>> certificatesFromPem(QByteArrayView pem);

} // namespace gw
