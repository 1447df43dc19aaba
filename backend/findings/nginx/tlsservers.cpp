// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/tlsservers.h"

#include <algorithm>

namespace gw {

bool servesTls(const NginxView &view, NginxSetting server)
{
    const QList<const NginxSocket *> sockets = view.socketsOf(server);
    return view.held(server, "ssl") == "on" ||
           std::any_of(sockets.cbegin(), sockets.cend(),
                       [](const NginxSocket *socket) { return socket->isTls || socket->isQuic; });
}

bool turnsAway(const NginxView &view, NginxSetting server)
{
    if (view.held(server, "ssl_reject_handshake") == "on")
        return true;
    const NginxSetting answer = view.firstIn(server, "return");
    return answer && answer.argument(0).size() == 3 && answer.argument(0).startsWith('4');
}

QList<NginxSetting> tlsServers(const NginxView &view)
{
    QList<NginxSetting> servers;
    for (const NginxSetting server : view.servers()) {
        if (servesTls(view, server))
            servers.append(server);
    }
    return servers;
}

QByteArray defaultProtocols(NginxVersion version)
{
    // CHANGES of 1.23.4 and 1.27.3
    if (version >= NginxVersion{1, 27, 3})
        return "TLSv1.2 TLSv1.3";
    return version >= NginxVersion{1, 23, 4} ? "TLSv1 TLSv1.1 TLSv1.2 TLSv1.3" : "TLSv1 TLSv1.1 TLSv1.2";
}

} // namespace gw
