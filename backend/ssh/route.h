// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/result.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <stop_token>

namespace gw {

/// What the person named: "host", "user@host:port", or an alias of ~/.ssh/config. Empty user / 0 port: as ssh decides.
struct Target {
    QString host;
    QString user;
    quint16 port = 0;

    /// Accepts `[user@]host[:port]` and `[v6]:port`; refuses a leading '-', control characters, shell metacharacters.
    static Result<Target> parse(const QString &text);
    QString text() const;
    friend bool operator==(const Target &, const Target &) = default;
};

/// One hop as `ssh -G` evaluates it (ssh_config(5)).
struct HopSettings {
    QString alias; ///< what was asked for
    QString host;  ///< HostName
    QString user;
    quint16 port = 22;
    QString hostKeyAlias;
    QStringList identityFiles;
    QStringList certificateFiles;
    bool identitiesOnly = false;
    QString identityAgent; ///< socket path, "SSH_AUTH_SOCK", "none", or empty
    QStringList userKnownHosts;
    QStringList globalKnownHosts;
    QString revokedHostKeys;
    bool hashKnownHosts = false;
    QStringList preferredAuthentications;
    QString addressFamily; ///< any, inet, inet6
    QString proxyCommand;
    QString pkcs11Provider;
    QString securityKeyProvider;
    bool gssapi = false;
    int connectTimeoutSeconds = 0;

    /// "user@host:port" for people and for SecretQuestion::hop.
    QString label() const;
    friend bool operator==(const HopSettings &, const HopSettings &) = default;
};

enum class TransportKind { Automatic, Libssh, OpenSsh };

/// The way to a server: jump hosts first, the server last.
struct Route {
    Target target;
    QList<HopSettings> hops;
    TransportKind transport = TransportKind::Libssh; ///< never Automatic
    QString reason;                                  ///< why this transport, translated ("ProxyCommand is set")
    QString configFile;                              ///< empty: ssh's own default; tests name another
    QString identityFile;                            ///< the extra key, already first in the last hop's identityFiles
    friend bool operator==(const Route &, const Route &) = default;
};

struct RouteOptions {
    TransportKind transport = TransportKind::Automatic;
    QString configFile;   ///< -F
    QString identityFile; ///< an extra key the person picked for this server
};

/// Asks OpenSSH itself (`ssh -G`), once per hop; works without an ssh binary for plain targets (defaults then).
Result<Route> routeTo(const Target &target, const RouteOptions &options, std::stop_token stop);

/// Aliases in ~/.ssh/config and its includes that name one host (no patterns), for the add-server page.
QStringList configuredAliases(const QString &configFile = {});

} // namespace gw
