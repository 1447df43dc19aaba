// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/certificates/certificate.h"

#include "backend/certificates/pemblocks.h"

#include <QCoreApplication>
#include <QTimeZone>
#include <arpa/inet.h>
#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/x509.h>
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
void freeText(void *text)
{
    OPENSSL_free(text);
}
using X509Pointer = std::unique_ptr<X509, Release<X509_free>>;
using BioPointer = std::unique_ptr<BIO, Release<BIO_free>>;
using NamesPointer = std::unique_ptr<GENERAL_NAMES, Release<GENERAL_NAMES_free>>;
using BignumPointer = std::unique_ptr<BIGNUM, Release<BN_free>>;

/// OpenSSL's error queue belongs to the thread: what is left in it would confuse its next user.
struct ErrorQueueGuard {
    ErrorQueueGuard() { ERR_set_mark(); }
    ~ErrorQueueGuard() { ERR_pop_to_mark(); }
};

UntrustedText textOf(const ASN1_STRING *string)
{
    unsigned char *utf8 = nullptr;
    const int length = string ? ASN1_STRING_to_UTF8(&utf8, string) : -1;
    const std::unique_ptr<unsigned char, Release<freeText>> owner(utf8);
    if (length < 0)
        return {};
    return UntrustedText::fromBytes(QByteArrayView(utf8, length));
}

/// The last common name, which is the most specific one; the whole name where there is none.
UntrustedText textOf(const X509_NAME *name)
{
    int last = -1;
    for (int at; (at = X509_NAME_get_index_by_NID(name, NID_commonName, last)) >= 0;)
        last = at;
    if (last >= 0) {
        UntrustedText common = textOf(X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, last)));
        if (!common.isEmpty())
            return common;
    }
    const BioPointer out(BIO_new(BIO_s_mem()));
    // Not ESC_MSB: letters beyond ASCII stay letters.
    X509_NAME_print_ex(out.get(), name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
    char *bytes = nullptr;
    const long length = BIO_get_mem_data(out.get(), &bytes);
    return UntrustedText::fromBytes(QByteArrayView(bytes, length));
}

UntrustedText addressText(const ASN1_OCTET_STRING *address)
{
    const unsigned char *bytes = ASN1_STRING_get0_data(address);
    const int length = ASN1_STRING_length(address);
    char text[INET6_ADDRSTRLEN] = {};
    if ((length == 4 && inet_ntop(AF_INET, bytes, text, sizeof text)) ||
        (length == 16 && inet_ntop(AF_INET6, bytes, text, sizeof text)))
        return UntrustedText(QString::fromLatin1(text));
    // RFC 5280 4.2.1.6 knows 4 and 16 bytes only.
    return UntrustedText(QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(bytes), length).toHex(':')));
}

/// DNS names and addresses of subjectAltName; nothing if the extension cannot be read.
std::optional<QList<UntrustedText>> alternativeNames(const X509 *certificate)
{
    int found = 0;
    const NamesPointer names(
        static_cast<GENERAL_NAMES *>(X509_get_ext_d2i(certificate, NID_subject_alt_name, &found, nullptr)));
    const bool absent = found == -1;
    if (!names)
        return absent ? std::optional<QList<UntrustedText>>(QList<UntrustedText>()) : std::nullopt;
    QList<UntrustedText> all;
    for (int i = 0; i < sk_GENERAL_NAME_num(names.get()); ++i) {
        const GENERAL_NAME *name = sk_GENERAL_NAME_value(names.get(), i);
        if (name->type == GEN_DNS)
            all.append(textOf(name->d.dNSName));
        else if (name->type == GEN_IPADD)
            all.append(addressText(name->d.iPAddress));
    }
    return all;
}

/// Invalid for a time that is none, such as the 30th of February.
QDateTime timeOf(const ASN1_TIME *time)
{
    tm parts{};
    if (!time || ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    return QDateTime(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
                     QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), QTimeZone::utc());
}

UntrustedText serialOf(const X509 *certificate)
{
    const BignumPointer number(ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), nullptr));
    if (!number)
        return {};
    const std::unique_ptr<char, Release<freeText>> hex(BN_bn2hex(number.get()));
    return UntrustedText(QString::fromLatin1(hex.get()));
}

UntrustedText objectName(const ASN1_OBJECT *object)
{
    char name[128] = {};
    OBJ_obj2txt(name, sizeof name, object, 0);
    return UntrustedText(QString::fromLatin1(name));
}

QString curveName(const EVP_PKEY *key)
{
    char group[80] = {};
    size_t length = 0;
    if (EVP_PKEY_get_group_name(key, group, sizeof group, &length) != 1)
        return QCoreApplication::translate("Certificate", "%1 bits, own curve").arg(EVP_PKEY_get_bits(key));
    const char *nist = EC_curve_nid2nist(OBJ_txt2nid(group));
    return QString::fromLatin1(nist ? nist : group);
}

UntrustedText keyTypeOf(const X509 *certificate)
{
    const EVP_PKEY *key = X509_get0_pubkey(certificate);
    if (!key) { // an algorithm that OpenSSL does not know, or a damaged key
        ASN1_OBJECT *algorithm = nullptr;
        X509_PUBKEY_get0_param(&algorithm, nullptr, nullptr, nullptr, X509_get_X509_PUBKEY(certificate));
        return objectName(algorithm);
    }
    const auto withSize = [key](QLatin1String name) {
        return UntrustedText(QStringLiteral("%1 %2").arg(name).arg(EVP_PKEY_get_bits(key)));
    };
    switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_RSA: return withSize(QLatin1String("RSA"));
    case EVP_PKEY_RSA_PSS: return withSize(QLatin1String("RSA-PSS"));
    case EVP_PKEY_DSA: return withSize(QLatin1String("DSA"));
    case EVP_PKEY_EC: return UntrustedText(QStringLiteral("ECDSA %1").arg(curveName(key)));
    case EVP_PKEY_ED25519: return UntrustedText(QStringLiteral("Ed25519"));
    case EVP_PKEY_ED448: return UntrustedText(QStringLiteral("Ed448"));
    }
    return withSize(QLatin1String(EVP_PKEY_get0_type_name(key)));
}

UntrustedText signatureOf(const X509 *certificate)
{
    const X509_ALGOR *algorithm = nullptr;
    X509_get0_signature(nullptr, &algorithm, certificate);
    const ASN1_OBJECT *object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
    return objectName(object);
}

Result<CertificateInfo> certificateFromDer(const QByteArray &der, qsizetype number)
{
    const auto *position = reinterpret_cast<const unsigned char *>(der.constData());
    const X509Pointer certificate(d2i_X509(nullptr, &position, der.size()));
    if (!certificate)
        return damagedCertificate(
            number, QCoreApplication::translate("Certificate", "Its content is not an X.509 certificate"));

    CertificateInfo info;
    info.subject = textOf(X509_get_subject_name(certificate.get()));
    info.issuer = textOf(X509_get_issuer_name(certificate.get()));
    info.notBefore = timeOf(X509_get0_notBefore(certificate.get()));
    info.notAfter = timeOf(X509_get0_notAfter(certificate.get()));
    if (!info.notBefore.isValid() || !info.notAfter.isValid())
        return damagedCertificate(number,
                                  QCoreApplication::translate("Certificate", "Its dates of validity cannot be read"));
    const auto names = alternativeNames(certificate.get());
    if (!names)
        return damagedCertificate(number,
                                  QCoreApplication::translate("Certificate", "Its alternative names cannot be read"));
    info.names = *names;
    info.serial = serialOf(certificate.get());
    info.keyType = keyTypeOf(certificate.get());
    info.signature = signatureOf(certificate.get());
    info.sha256.resize(EVP_MAX_MD_SIZE);
    unsigned int length = 0;
    X509_digest(certificate.get(), EVP_sha256(), reinterpret_cast<unsigned char *>(info.sha256.data()), &length);
    info.sha256.resize(length);
    info.selfSigned = X509_self_signed(certificate.get(), 0) == 1;
    return info;
}

} // namespace

Result<QList<CertificateInfo>> certificatesFromPem(QByteArrayView pem)
{
    const ErrorQueueGuard guard;
    const QList<QByteArray> blocks = GW_TRY(certificateBlocks(pem));
    QList<CertificateInfo> certificates;
    for (const QByteArray &der : blocks)
        certificates.append(GW_TRY(certificateFromDer(der, certificates.size() + 1)));
    return certificates;
}

} // namespace gw
