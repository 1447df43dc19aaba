// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ssh/knownhosts.h"
#include "backend/ssh/transport.h"

namespace gw {

/// What the files of ssh say about the host key of one hop, and the verdict on the key that the server shows.
class HostKeyCheck {
public:
    static Result<HostKeyCheck> prepare(const HopSettings &hop);

    /// For SSH_OPTIONS_HOSTKEYS: the types that are known for this host first, so that the known key is the one shown.
    QByteArray algorithms() const;

    /// Success only for a known key, or one that the answers accept; that one is added to the person's known hosts.
    /// `address` is for the question. The error leaves `tried` to the caller. The value warns of an accepted key that
    /// could not be added; else it is empty.
    Result<QString> verify(const HostKey &key, const QString &address, const Answers &answers) const;

    /// Why only OpenSSH can prove this host (a certificate authority, a binary revocation list); empty: libssh can.
    QString needsOpenSsh() const;

private:
    HopSettings m_hop;
    QByteArray m_name; ///< as the files have it
    KnownHost m_known;
    KnownHost m_withoutPort; ///< ssh takes a key that is filed without the port, too
};

/// HostKeyCheck::needsOpenSsh() for choosing the transport beforehand; an unreadable file is left to the connection.
QString hostKeyNeedsOpenSsh(const HopSettings &hop);

/// What to do about a changed key: compare, then remove the old line. `kind` as in "ed25519", `name` as in the file.
QString adviceForChangedKey(const QString &kind, const QString &fingerprint, const QString &file, const QString &name);

/// "~/x" with the person's home folder, as ssh's settings have it.
QString expandedPath(const QString &path);

} // namespace gw
