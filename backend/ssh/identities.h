// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ssh/hostkey.h"
#include "backend/ssh/route.h"

#include <libssh/libssh.h>
#include <memory>
#include <optional>

namespace gw {

struct SshKeyFree {
    void operator()(ssh_key key) const { ssh_key_free(key); }
};
using SshKey = std::unique_ptr<ssh_key_struct, SshKeyFree>;

/// A key file of the person, with the certificates that belong to it.
struct Identity {
    QString path;
    QByteArray publicBlob;        ///< empty: only the private part could tell, and it is locked
    QStringList certificateFiles; ///< those that certify this key

    QByteArray type() const;
    bool isSecurityKey() const { return type().startsWith("sk-"); }
};

/// What loading the private part gave.
struct LoadedKey {
    SshKey key;
    bool isLocked = false; ///< a passphrase is needed
};

/// The identities of a hop that exist, in their order; `FILE-cert.pub` is taken along by itself.
QList<Identity> identitiesOf(const HopSettings &hop);

/// Never asks on a terminal.
LoadedKey loadPrivateKey(const QString &path);
SshKey loadPrivateKey(const QString &path, const char *passphrase);
SshKey loadPublicKey(const Identity &identity);
SshKey loadCertificate(const QString &path);
/// The private key with the certificate attached; null if libssh cannot join them.
SshKey certified(ssh_key privateKey, ssh_key certificate);

QByteArray blobOf(ssh_key key);

/// Whether both are the same key, one of them perhaps inside a certificate (PROTOCOL.certkeys: after the nonce come the
/// fields of the plain key).
bool isSameKey(const QByteArray &blob, const QByteArray &other);

} // namespace gw
