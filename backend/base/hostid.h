// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace gw {

/// Identifies a server for as long as it is in the list: "local", or a UUID given when it was added.
class HostId {
public:
    HostId() = default;
    explicit HostId(QString id) : m_id(std::move(id)) {}
    static HostId local() { return HostId(QStringLiteral("local")); }
    static HostId create();

    const QString &text() const { return m_id; }
    bool isEmpty() const { return m_id.isEmpty(); }
    friend bool operator==(const HostId &, const HostId &) = default;
    friend bool operator<(const HostId &a, const HostId &b) { return a.m_id < b.m_id; }
    friend size_t qHash(const HostId &id, size_t seed = 0) { return qHash(id.m_id, seed); }

private:
    QString m_id;
};

} // namespace gw
