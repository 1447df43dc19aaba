// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/result.h"
#include "backend/ssh/hostkey.h"

#include <QList>
#include <QStringList>

namespace gw {

/// One line of a known_hosts file that speaks about the host asked for (sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT").
struct KnownKey {
    HostKey key;
    QString file;
    int line = 0;
    friend bool operator==(const KnownKey &, const KnownKey &) = default;
};

/// Everything the known_hosts files say about one host.
struct KnownHost {
    QList<KnownKey> keys;
    QList<KnownKey> revoked;     ///< @revoked
    QList<KnownKey> authorities; ///< @cert-authority

    enum class Verdict {
        Known,
        Unknown,
        Changed, ///< other keys are known for this host, not this one
        Revoked,
        Authority, ///< only a host certificate could prove it
    };
    struct Answer {
        Verdict verdict = Verdict::Unknown;
        std::optional<KnownKey> reference; ///< the line that decided
    };
    Answer check(const HostKey &key) const;
};

/// Adds what `text`, the content of `file`, says about `host` ("name" or "[name]:port"). Linear, one pass; broken and
/// unknown lines are skipped as ssh does.
void collectKnownKeys(QByteArrayView text, const QString &file, const QByteArray &host, KnownHost &into);

/// The name under which a host is filed: "name", or "[name]:port" for another port than 22.
QByteArray knownHostName(const QString &host, quint16 port);

/// Reads the files, those that exist. A file that cannot be read is an error: a revocation may stand in it.
Result<KnownHost> readKnownHost(const QStringList &files, const QByteArray &host);

/// Whether RevokedHostKeys names the key. Only text files of keys; a binary list (KRL) is Error::Kind::Unsupported.
Result<bool> isRevokedIn(const QString &file, const HostKey &key);

/// HashKnownHosts of ssh_config(5): whoever reads the file does not learn which servers the person knows.
enum class HostNames { Plain, Hashed };

/// Adds a line to the file, which is made if need be (0600, its folder 0700). Locked, in one write, never a second
/// time the same line; a symbolic link stays one.
Result<void> rememberHostKey(const QString &file, const QByteArray &host, const HostKey &key,
                             HostNames names = HostNames::Plain);

} // namespace gw
