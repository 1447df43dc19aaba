// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ssh/identities.h"

#include "backend/ssh/hostkeycheck.h"

#include <QFile>
#include <QFileInfo>

namespace gw {
namespace {

constexpr auto certificateMark = "-cert-v01@openssh.com";

QByteArray encoded(const QString &path)
{
    return QFile::encodeName(path);
}

SshKey publicKeyFrom(const QString &path)
{
    ssh_key key = nullptr;
    if (ssh_pki_import_pubkey_file(encoded(path).constData(), &key) != SSH_OK)
        return nullptr;
    return SshKey(key);
}

/// "ssh-ed25519" and its fields, without certificate wrapping.
struct PlainKey {
    QByteArray type;
    QByteArrayView fields;
    bool isCertificate = false;
};

std::optional<PlainKey> plainKey(const QByteArray &blob)
{
    WireReader reader(blob);
    const auto type = reader.string();
    if (!type)
        return {};
    PlainKey plain{type->toByteArray(), reader.rest(), false};
    if (plain.type.endsWith(certificateMark)) {
        // "ssh-rsa-cert-v01@openssh.com" certifies an "ssh-rsa" key, "sk-…-cert-v01@openssh.com" an "sk-…@openssh.com"
        plain.type.chop(qsizetype(qstrlen(certificateMark)));
        if (plain.type.startsWith("sk-"))
            plain.type += "@openssh.com";
        reader.string(); // nonce
        plain.fields = reader.rest();
        plain.isCertificate = true;
    }
    return plain;
}

/// What libssh calls instead of asking on the terminal.
int noPassphrase(const char *, char *, size_t, int, int, void *wasAsked)
{
    *static_cast<bool *>(wasAsked) = true;
    return -1;
}

bool isPlainFile(const QString &path)
{
    const QFileInfo info(path);
    return info.isFile() && info.size() < 1024 * 1024;
}

} // namespace

QByteArray Identity::type() const
{
    const auto type = WireReader(publicBlob).string();
    return type ? type->toByteArray() : QByteArray();
}

QByteArray blobOf(ssh_key key)
{
    char *text = nullptr;
    QByteArray blob;
    if (key && ssh_pki_export_pubkey_base64(key, &text) == SSH_OK)
        blob = QByteArray::fromBase64(text);
    ssh_string_free_char(text);
    return blob;
}

bool isSameKey(const QByteArray &blob, const QByteArray &other)
{
    const auto a = plainKey(blob), b = plainKey(other);
    if (!a || !b || a->type != b->type)
        return false;
    if (a->isCertificate && !b->isCertificate)
        return a->fields.startsWith(b->fields) && !b->fields.isEmpty();
    if (b->isCertificate && !a->isCertificate)
        return b->fields.startsWith(a->fields) && !a->fields.isEmpty();
    return blob == other;
}

SshKey loadPublicKey(const Identity &identity)
{
    SshKey key = publicKeyFrom(identity.path); // also from an OpenSSH private key, whose public part is not locked
    return key ? std::move(key) : publicKeyFrom(identity.path + u".pub");
}

SshKey loadCertificate(const QString &path)
{
    ssh_key key = nullptr;
    if (ssh_pki_import_cert_file(encoded(path).constData(), &key) != SSH_OK)
        return nullptr;
    return SshKey(key);
}

LoadedKey loadPrivateKey(const QString &path)
{
    LoadedKey loaded;
    ssh_key key = nullptr;
    if (ssh_pki_import_privkey_file(encoded(path).constData(), nullptr, noPassphrase, &loaded.isLocked, &key) == SSH_OK)
        loaded.key.reset(key);
    return loaded;
}

SshKey loadPrivateKey(const QString &path, const char *passphrase)
{
    ssh_key key = nullptr;
    bool ignored = false;
    if (ssh_pki_import_privkey_file(encoded(path).constData(), passphrase, noPassphrase, &ignored, &key) != SSH_OK)
        return nullptr;
    return SshKey(key);
}

SshKey certified(ssh_key privateKey, ssh_key certificate)
{
    SshKey copy(ssh_key_dup(privateKey));
    if (!copy || ssh_pki_copy_cert_to_privkey(certificate, copy.get()) != SSH_OK)
        return nullptr;
    return copy;
}

QList<Identity> identitiesOf(const HopSettings &hop)
{
    QList<Identity> identities;
    for (const QString &file : hop.identityFiles) {
        const QString path = expandedPath(file);
        if (file == u"none" || file.startsWith(u"pkcs11:") || (!isPlainFile(path) && !isPlainFile(path + u".pub")))
            continue;
        Identity identity{path, {}, {}};
        identity.publicBlob = blobOf(loadPublicKey(identity).get());
        QStringList candidates{path + u"-cert.pub"};
        for (const QString &certificate : hop.certificateFiles)
            candidates.append(expandedPath(certificate));
        candidates.removeDuplicates();
        for (const QString &candidate : candidates) {
            if (!isPlainFile(candidate))
                continue;
            const QByteArray blob = blobOf(loadCertificate(candidate).get());
            if (!blob.isEmpty() && (identity.publicBlob.isEmpty() || isSameKey(blob, identity.publicBlob)))
                identity.certificateFiles.append(candidate);
        }
        identities.append(std::move(identity));
    }
    return identities;
}

} // namespace gw
