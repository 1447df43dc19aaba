// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/publish/publishdefaults.h"

#include "backend/nginx/edit.h"
#include "backend/nginx/sockets.h"
#include "backend/survey/websites.h"

#include <QCoreApplication>
#include <QMap>
#include <algorithm>

namespace gw {
namespace {

/// The `listen` by which `server` is on that socket.
NginxSetting listenOf(const NginxSocket &socket, NginxSetting server)
{
    const qsizetype index = socket.servers.indexOf(server);
    return index < 0 ? NginxSetting() : socket.listens.value(index);
}

/// A line of an included file may be read by several servers, and one for a range of ports makes several sockets: a
/// word there would say more than what holds.
bool standsForOne(const QList<NginxSocket> &sockets, NginxSetting listen)
{
    qsizetype count = 0;
    for (const NginxSocket &socket : sockets) {
        count += std::count_if(socket.listens.cbegin(), socket.listens.cend(), [&](NginxSetting each) {
            return each && each.file() == listen.file() && each.node().index() == listen.node().index();
        });
    }
    return count == 1;
}

} // namespace

PublishDefaults PublishDefaults::of(const Facts &facts, const PublishPlace &place, const Publish &wish)
{
    PublishDefaults defaults;
    const RemotePath site = publishReadPath(place, wish);
    const NginxEffective effective(place.config, nginxBuildOf(facts));
    const QList<NginxSocket> sockets = NginxSockets(effective).all();
    QMap<int, QList<NginxEdit>> edits; // by file
    for (const NginxSocket &socket : sockets) {
        const bool isTaken = socket.address.port == wish.httpPort ||
                             (wish.tls.source != PublishTls::Source::None && socket.address.port == wish.httpsPort);
        if (!isTaken || !socket.address.isWildcard() || socket.isQuic || !socket.defaultServer)
            continue;
        const NginxSetting listen = listenOf(socket, socket.defaultServer);
        const auto isOwn = [&](NginxSetting server) { return server.path() == site; };
        if (isOwn(socket.defaultServer)) {
            if (socket.hasDefaultServer || !std::all_of(socket.servers.cbegin(), socket.servers.cend(), isOwn))
                defaults.own.append(socket.name());
        } else if (!socket.hasDefaultServer && listen && standsForOne(sockets, listen)) {
            edits[listen.file()].append(nginxWithAddedArgument(listen.node(), "default_server"));
        }
    }
    for (auto file = edits.cbegin(); file != edits.cend(); ++file) {
        const NginxFile &edited = place.config.files()[file.key()];
        PublishFile change;
        change.path = edited.path;
        change.seen = edited.tree.text();
        change.text = nginxEdited(change.seen, file.value());
        change.reason =
            QCoreApplication::translate("Publish", "It goes on answering names that no site has, whatever is added");
        defaults.edits.append(change);
    }
    return defaults;
}

} // namespace gw
