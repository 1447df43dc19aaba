// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace gw::test {

/// What a certificate made for a test is like; by default a good self-signed one.
struct CertificateRecipe {
    QByteArray key = "ec:P-256";               ///< "rsa:2048", "ec:P-384", "ed25519", "ed448", "rsa-pss:2048"
    QByteArray commonName = "www.example.org"; ///< UTF-8, any bytes; empty: no common name
    QByteArray organisation = {};
    QByteArray alternativeNames = {};    ///< as x509v3_config(5): "DNS:a.example.org,IP:203.0.113.7"
    QByteArray rawAlternativeNames = {}; ///< DER put there as it is
    QDateTime notBefore = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
    QDateTime notAfter = QDateTime(QDate(2026, 4, 1), QTime(12, 30, 5), Qt::UTC);
    QByteArray serialHex = "0A1B2C";
    QByteArray issuer = {}; ///< common name of another issuer; empty: self-signed
};

/// DER of the certificate; ends the test program if OpenSSL cannot make it.
QByteArray makeDer(const CertificateRecipe &recipe = {});
QByteArray toPem(const QByteArray &der, const QByteArray &label = "CERTIFICATE");
QByteArray makePem(const CertificateRecipe &recipe = {});
/// A private key in PEM, to be passed over.
QByteArray makePrivateKeyPem();

} // namespace gw::test
