// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connection/connector.h"

namespace gw::test {

/// The real way to a server, but with a person's ssh_config of a test instead of ~/.ssh.
inline Connector connectorWith(const QString &config)
{
    Connector connector = realConnector();
    connector.route = [config](const Server &server, std::stop_token stop) -> Result<Route> {
        if (server.isLocal())
            return Route{};
        RouteOptions options;
        options.configFile = config;
        return routeTo(GW_TRY(Target::parse(server.target)), options, stop);
    };
    return connector;
}

} // namespace gw::test
