// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/change/outside.h"

#include <QElapsedTimer>
#include <QSslSocket>
#include <QUrl>

#include <optional>

namespace gw {

/// One request over one connection (RFC 9112) to a site of a server: by its name, at an address that name service need
/// not know yet. Where something fails, failure() says what. Blocks, bounded in time; on any thread.
class SiteConnection {
public:
    /// `patience` in ms, for everything.
    SiteConnection(const SiteProof &proof, int patience, std::stop_token stop);

    /// The certificate must be the one that the proof names, or one that this computer trusts.
    bool open(const QString &address);
    /// "GET" at `target`: path and query. Host, who asks and the password of the proof are in it already.
    void send(const QByteArray &method, const QByteArray &target, const QByteArrayList &headers,
              const QByteArray &body = {});
    /// "HTTP/1.1 200 OK": 200.
    std::optional<int> status();
    /// Passes over the rest of the head.
    bool skipHead();
    /// What arrived next; empty: the server has ended, or time has.
    QByteArray piece();
    const Observation &failure() const { return m_failure; }

    /// Path and query of the proof's URL, as they are sent.
    QByteArray target() const;
    /// "https://lora.example.com:8443"
    QByteArray origin() const;

private:
    bool isTls() const { return m_url.scheme() == QLatin1String("https"); }
    QByteArray hostAndPort() const;
    template <typename Condition>
    bool waitUntil(const Condition &holds);
    bool fails(const QString &detail);
    bool breaks();

    const SiteProof &m_proof;
    QUrl m_url;
    int m_patience;
    std::stop_token m_stop;
    QSslSocket m_socket;
    QElapsedTimer m_passed;
    Observation m_failure;
};

} // namespace gw
