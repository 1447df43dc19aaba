// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

namespace gw {

/// The public key of a server, as it goes over the wire (RFC 4253, section 6.6).
struct HostKey {
    QByteArray type; ///< "ssh-ed25519"
    QByteArray blob;

    /// From "AAAAC3…" or from a wire blob; nothing if the blob does not begin with its own type.
    static std::optional<HostKey> fromBase64(QByteArrayView text);
    static std::optional<HostKey> fromBlob(const QByteArray &blob);

    QString fingerprint() const; ///< "SHA256:…" as `ssh-keygen -lf` prints it
    QString description() const; ///< "ED25519", "RSA 3072", "ECDSA 256"
    int bits() const;            ///< of RSA keys; 0 for others
    friend bool operator==(const HostKey &, const HostKey &) = default;
};

/// Reads the fields of SSH's wire format; nothing beyond the end is ever touched.
class WireReader {
public:
    explicit WireReader(QByteArrayView bytes) : m_rest(bytes) {}
    std::optional<QByteArrayView> string();
    std::optional<quint32> number();
    std::optional<quint8> byte();
    QByteArrayView rest() const { return m_rest; }

private:
    QByteArrayView m_rest;
};

} // namespace gw
