// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/certificates/certificatemaker.h"

#include <memory>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

namespace gw::test {
namespace {

using KeyPointer = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

template <typename T>
T *must(T *object, const char *what)
{
    if (!object)
        qFatal("OpenSSL cannot make %s", what);
    return object;
}

EVP_PKEY *generatedKey(const QByteArray &kind)
{
    const QByteArray name = kind.left(kind.indexOf(':') < 0 ? kind.size() : kind.indexOf(':'));
    const QByteArray size = kind.mid(name.size() + 1);
    if (name == "rsa")
        return EVP_RSA_gen(size.toUInt());
    if (name == "ec")
        return EVP_EC_gen(size.constData());
    const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context(
        must(EVP_PKEY_CTX_new_from_name(nullptr, name.constData(), nullptr), name.constData()), EVP_PKEY_CTX_free);
    EVP_PKEY *key = nullptr;
    EVP_PKEY_keygen_init(context.get());
    if (!size.isEmpty())
        EVP_PKEY_CTX_set_rsa_keygen_bits(context.get(), size.toInt());
    EVP_PKEY_generate(context.get(), &key);
    return key;
}

void setName(X509_NAME *name, const char *field, const QByteArray &value)
{
    if (!value.isEmpty())
        X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8,
                                   reinterpret_cast<const unsigned char *>(value.constData()), int(value.size()), -1,
                                   0);
}

void addAlternativeNames(X509 *certificate, const CertificateRecipe &recipe)
{
    X509_EXTENSION *extension = nullptr;
    if (!recipe.rawAlternativeNames.isEmpty()) {
        ASN1_OCTET_STRING *data = ASN1_OCTET_STRING_new();
        ASN1_OCTET_STRING_set(data, reinterpret_cast<const unsigned char *>(recipe.rawAlternativeNames.constData()),
                              int(recipe.rawAlternativeNames.size()));
        extension = X509_EXTENSION_create_by_NID(nullptr, NID_subject_alt_name, 0, data);
        ASN1_OCTET_STRING_free(data);
    } else if (!recipe.alternativeNames.isEmpty()) {
        extension =
            must(X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, recipe.alternativeNames.constData()),
                 "subjectAltName");
    }
    if (extension)
        X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

void setTime(ASN1_TIME *time, const QDateTime &when)
{
    ASN1_TIME_set(time, time_t(when.toSecsSinceEpoch()));
}

} // namespace

QByteArray makeDer(const CertificateRecipe &recipe)
{
    const KeyPointer key(must(generatedKey(recipe.key), recipe.key.constData()), EVP_PKEY_free);
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(X509_new(), X509_free);
    X509_set_version(certificate.get(), X509_VERSION_3);
    BIGNUM *serial = nullptr;
    BN_hex2bn(&serial, recipe.serialHex.constData());
    BN_to_ASN1_INTEGER(serial, X509_get_serialNumber(certificate.get()));
    BN_free(serial);
    setTime(X509_getm_notBefore(certificate.get()), recipe.notBefore);
    setTime(X509_getm_notAfter(certificate.get()), recipe.notAfter);
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME *subject = X509_get_subject_name(certificate.get());
    setName(subject, "O", recipe.organisation);
    setName(subject, "CN", recipe.commonName);
    if (recipe.issuer.isEmpty())
        X509_set_issuer_name(certificate.get(), subject);
    else
        setName(X509_get_issuer_name(certificate.get()), "CN", recipe.issuer);
    addAlternativeNames(certificate.get(), recipe);
    const bool hashesItself = recipe.key.startsWith("ed");
    if (!X509_sign(certificate.get(), key.get(), hashesItself ? nullptr : EVP_sha256()))
        qFatal("OpenSSL cannot sign");
    unsigned char *bytes = nullptr;
    const int length = i2d_X509(certificate.get(), &bytes);
    const QByteArray der(reinterpret_cast<const char *>(bytes), length);
    OPENSSL_free(bytes);
    return der;
}

QByteArray toPem(const QByteArray &der, const QByteArray &label)
{
    const QByteArray base64 = der.toBase64();
    QByteArray pem = "-----BEGIN " + label + "-----\n";
    for (qsizetype i = 0; i < base64.size(); i += 64)
        pem += base64.mid(i, 64) + '\n';
    return pem + "-----END " + label + "-----\n";
}

QByteArray makePem(const CertificateRecipe &recipe)
{
    return toPem(makeDer(recipe));
}

QByteArray makePrivateKeyPem()
{
    const KeyPointer key(must(generatedKey("ed25519"), "a key"), EVP_PKEY_free);
    const std::unique_ptr<BIO, decltype(&BIO_free)> out(BIO_new(BIO_s_mem()), BIO_free);
    PEM_write_bio_PrivateKey(out.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    char *bytes = nullptr;
    const long length = BIO_get_mem_data(out.get(), &bytes);
    return QByteArray(bytes, length);
}

} // namespace gw::test
