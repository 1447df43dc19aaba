// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/certificates/selfsigned.h"

#include "backend/base/untrustedtext.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <memory>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

namespace gw {
namespace {

template <auto release>
struct Release {
    template <typename T>
    void operator()(T *object) const
    {
        release(object);
    }
};
using KeyPointer = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using X509Pointer = std::unique_ptr<X509, Release<X509_free>>;
using BioPointer = std::unique_ptr<BIO, Release<BIO_free>>;
using ExtensionPointer = std::unique_ptr<X509_EXTENSION, Release<X509_EXTENSION_free>>;

Error failed(const QString &cause)
{
    return {Error::Kind::Invalid, QCoreApplication::translate("Certificate", "Make a certificate"), cause, {}, {}};
}

bool addExtension(X509 *certificate, int id, const QByteArray &value)
{
    const ExtensionPointer extension(X509V3_EXT_conf_nid(nullptr, nullptr, id, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

/// "DNS:a.example,IP:192.0.2.1"; a name is checked before: a comma would begin another one.
Result<QByteArray> alternativeNames(const QStringList &names)
{
    QByteArrayList all;
    for (const QString &name : names) {
        const bool isAddress = !QHostAddress(name).isNull();
        const bool isPlain = std::all_of(name.begin(), name.end(), [](QChar c) {
            return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u'*' || c == u'_');
        });
        if (name.isEmpty() || !(isAddress || isPlain))
            return failed(QCoreApplication::translate("Certificate", "“%1” is no name of a host")
                              .arg(UntrustedText(name).shown(80)));
        all.append((isAddress ? "IP:" : "DNS:") + name.toLatin1());
    }
    if (all.isEmpty())
        return failed(QCoreApplication::translate("Certificate", "It needs a name"));
    return all.join(',');
}

bool setSerial(X509 *certificate)
{
    unsigned char bytes[16]; // RFC 5280, 4.1.2.2: positive, at most 20 octets
    if (RAND_bytes(bytes, sizeof bytes) != 1)
        return false;
    bytes[0] &= 0x7f;
    const std::unique_ptr<BIGNUM, Release<BN_free>> number(BN_bin2bn(bytes, sizeof bytes, nullptr));
    return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate));
}

QByteArray written(BIO *out)
{
    char *bytes = nullptr;
    const long length = BIO_get_mem_data(out, &bytes);
    return QByteArray(bytes, length);
}

} // namespace

Result<CertificatePair> selfSigned(const QStringList &names, const QDateTime &now)
{
    constexpr qint64 hour = 3600;
    const QByteArray alternative = GW_TRY(alternativeNames(names));
    const KeyPointer key(EVP_EC_gen("P-256"));
    const X509Pointer certificate(X509_new());
    const QByteArray common = names.first().toLatin1().left(64); // RFC 5280, A.1: ub-common-name
    X509_NAME *subject = certificate ? X509_get_subject_name(certificate.get()) : nullptr;
    const bool isMade =
        key && subject && X509_set_version(certificate.get(), X509_VERSION_3) == 1 && setSerial(certificate.get()) &&
        ASN1_TIME_set(X509_getm_notBefore(certificate.get()), now.toSecsSinceEpoch() - hour) &&
        ASN1_TIME_set(X509_getm_notAfter(certificate.get()), now.addYears(1).toSecsSinceEpoch()) &&
        X509_NAME_add_entry_by_NID(subject, NID_commonName, MBSTRING_ASC,
                                   reinterpret_cast<const unsigned char *>(common.constData()), int(common.size()), -1,
                                   0) == 1 &&
        X509_set_issuer_name(certificate.get(), subject) == 1 && X509_set_pubkey(certificate.get(), key.get()) == 1 &&
        addExtension(certificate.get(), NID_subject_alt_name, alternative) &&
        addExtension(certificate.get(), NID_basic_constraints, "critical,CA:FALSE") &&
        addExtension(certificate.get(), NID_ext_key_usage, "serverAuth") &&
        X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0;
    const BioPointer certificateOut(BIO_new(BIO_s_mem()));
    const BioPointer keyOut(BIO_new(BIO_s_mem()));
    if (!isMade || PEM_write_bio_X509(certificateOut.get(), certificate.get()) != 1 ||
        PEM_write_bio_PKCS8PrivateKey(keyOut.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return failed(QCoreApplication::translate("Certificate", "OpenSSL refused it"));
    return CertificatePair{written(certificateOut.get()), written(keyOut.get())};
}

} // namespace gw
