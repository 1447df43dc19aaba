// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connection/connector.h"

#include "backend/shell/localshell.h"
#include "backend/ssh/transport.h"

namespace gw {
namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Connector", text);
}

TransportKind transportOf(const Server &server)
{
    if (server.transport == QLatin1String("libssh"))
        return TransportKind::Libssh;
    if (server.transport == QLatin1String("openssh"))
        return TransportKind::OpenSsh;
    return TransportKind::Automatic;
}

Result<Route> routeOf(const Server &server, std::stop_token stop)
{
    if (server.isLocal())
        return Route{};
    const Target target = GW_TRY(Target::parse(server.target));
    RouteOptions options;
    options.transport = transportOf(server);
    options.identityFile = server.identityFile;
    return routeTo(target, options, stop);
}

/// One fact a line, for the card "Connection".
QString detailsOf(const ConnectionInfo &info)
{
    QStringList lines;
    const auto add = [&lines](const QString &what, const QString &value) {
        if (!value.isEmpty())
            lines += QStringLiteral("%1: %2").arg(what, value);
    };
    add(translated(QT_TRANSLATE_NOOP("Connector", "User")), info.user);
    add(translated(QT_TRANSLATE_NOOP("Connector", "Address")), info.address);
    add(translated(QT_TRANSLATE_NOOP("Connector", "Host key")), info.hostKey);
    add(translated(QT_TRANSLATE_NOOP("Connector", "Authentication")), info.authentication);
    add(translated(QT_TRANSLATE_NOOP("Connector", "Cipher")), info.cipher);
    add(translated(QT_TRANSLATE_NOOP("Connector", "Key exchange")), info.keyExchange);
    add(translated(QT_TRANSLATE_NOOP("Connector", "Server")), info.serverVersion.shown());
    for (const QString &warning : info.warnings)
        add(translated(QT_TRANSLATE_NOOP("Connector", "Warning")), warning);
    return lines.join(QLatin1Char('\n'));
}

/// How long a command takes that does nothing.
Result<std::chrono::milliseconds> roundTrip(Shell &shell, std::stop_token stop)
{
    Command nothing;
    nothing.line = "true";
    nothing.timeout = std::chrono::seconds(15);
    const auto start = std::chrono::steady_clock::now();
    GW_TRY(shell.run(nothing, stop));
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
}

Result<OpenedShell> openLocal()
{
    Online online;
    online.transport = translated(QT_TRANSLATE_NOOP("Connector", "this computer"));
    return OpenedShell{std::make_shared<LocalShell>(), online};
}

Result<OpenedShell> open(const Server &server, const Route &route, const Answers &answers, const ShowNotice &notice,
                         std::stop_token stop)
{
    if (server.isLocal())
        return openLocal();
    ConnectOptions options;
    options.notice = notice;
    std::shared_ptr<Transport> transport = GW_TRY(openTransport(route, answers, options, stop));
    const ConnectionInfo &info = transport->info();
    Online online;
    online.transport = info.transport == TransportKind::OpenSsh ? QStringLiteral("OpenSSH") : QStringLiteral("libssh");
    online.transportReason = info.reason;
    online.details = detailsOf(info);
    online.authentication = info.authentication;
    online.roundTrip = GW_TRY(roundTrip(*transport, stop));
    return OpenedShell{transport, online};
}

} // namespace

Connector realConnector()
{
    return {routeOf, open};
}

} // namespace gw
