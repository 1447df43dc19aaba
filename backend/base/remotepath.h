// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHashFunctions>
#include <QString>

namespace gw {

/// An absolute path on a server. Bytes, as the kernel has them; never used to build a local path.
class RemotePath {
public:
    RemotePath() = default;
    explicit RemotePath(QByteArray bytes) : m_bytes(std::move(bytes)) {}
    explicit RemotePath(QStringView text) : m_bytes(text.toUtf8()) {}

    const QByteArray &bytes() const { return m_bytes; }
    bool isEmpty() const { return m_bytes.isEmpty(); }
    /// For people: control and bidi characters visible.
    QString shown() const;
    /// The last component, for people.
    QString shownName() const;

    friend bool operator==(const RemotePath &, const RemotePath &) = default;
    friend bool operator<(const RemotePath &a, const RemotePath &b) { return a.m_bytes < b.m_bytes; }
    friend size_t qHash(const RemotePath &path, size_t seed = 0) { return qHash(path.m_bytes, seed); }

private:
    QByteArray m_bytes;
};

} // namespace gw
