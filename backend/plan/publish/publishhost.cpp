// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/publish/publishhost.h"

#include "backend/nginx/edit.h"
#include "backend/nginx/effective.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Publish)
};

QByteArray nameOf(const Publish &wish)
{
    return wish.domains.value(0).toLatin1().toLower();
}

bool hasTls(const NginxSite::Server &server)
{
    return std::any_of(server.listens.cbegin(), server.listens.cend(), [](const NginxListen &it) { return it.isTls; });
}

/// Of the server blocks that share a name the one that visitors end up in: the one with TLS, else the first that does
/// not send them away.
const NginxSite::Server *mainServer(const NginxSite &site, const std::function<bool(const NginxSite::Server &)> &isLeft)
{
    for (const NginxSite::Server &server : site.servers) {
        if (hasTls(server))
            return &server;
    }
    for (const NginxSite::Server &server : site.servers) {
        if (!isLeft(server))
            return &server;
    }
    return site.servers.isEmpty() ? nullptr : &site.servers.first();
}

NginxSetting settingOf(const NginxEffective &effective, const RemotePath &path, quint32 node)
{
    for (NginxSetting block : effective.blocks(NginxContext::Server)) {
        if (block.path() == path && block.node().index() == node)
            return block;
    }
    return {};
}

/// What this program wrote into a server block: a location whose first line says so.
bool isPart(NginxNode location)
{
    const NginxNode first = location.firstChild();
    return location.is("location") && first && first.kind() == NginxNode::Kind::Comment &&
           first.text().startsWith(publishMark);
}

QByteArray pathOf(NginxNode location)
{
    return location.argumentCount() > 0 ? location.argument(location.argumentCount() - 1) : QByteArray();
}

/// The part itself, and the redirect of its path without the slash.
bool isFor(NginxNode location, const QByteArray &path)
{
    return location.is("location") && (pathOf(location) == path || pathOf(location) == path.chopped(1));
}

/// The server block in the text of a file.
NginxNode serverIn(const NginxTree &tree, const QByteArray &text, const QByteArray &name)
{
    const auto sites = nginxSitesIn(RemotePath(), text);
    const auto site =
        std::find_if(sites.cbegin(), sites.cend(), [&](const NginxSite &each) { return each.names.contains(name); });
    if (site == sites.cend())
        return {};
    const auto *server =
        mainServer(*site, [&](const NginxSite::Server &each) { return bool(tree.node(each.node).child("return")); });
    return server ? tree.node(server->node) : NginxNode();
}

QByteArray withLast(const QByteArray &text, const Publish &wish, const QByteArray &part)
{
    const NginxTree tree = NginxTree::parse(text);
    const NginxNode server = serverIn(tree, text, nameOf(wish));
    return server ? nginxEdited(text, {nginxInsertedInto(tree, server, NginxPosition::Last, part)}) : text;
}

Error refused(const QString &cause, const QString &advice)
{
    return {Error::Kind::Invalid, Text::tr("Publish below a site"), cause, advice, {}};
}

} // namespace

std::optional<PublishHost> PublishHost::of(const Facts &facts, const PublishPlace &place, const Publish &wish)
{
    if (wish.path == u"/" || wish.domains.isEmpty())
        return {};
    const QByteArray own = publishMark + QByteArray(": ") + publishSubject(wish) + ' ';
    const NginxEffective effective(place.config, nginxBuildOf(facts));
    for (const WebSite &each : place.sites) {
        if (!each.isEnabled || !each.site.names.contains(nameOf(wish)))
            continue;
        const auto *server = mainServer(each.site, [&](const NginxSite::Server &it) {
            return bool(settingOf(effective, each.site.path, it.node).child("return"));
        });
        const NginxSetting block = server ? settingOf(effective, each.site.path, server->node) : NginxSetting();
        if (!block || place.config.files()[block.file()].tree.text().startsWith(own))
            continue; // it is the very site, about to be written anew
        PublishHost host;
        host.path = each.site.path;
        host.line = server->line;
        host.isTls = hasTls(*server);
        host.port = server->listens.isEmpty() ? 80 : server->listens.first().port;
        if (each.certificate)
            host.certificate = each.certificate->sha256;
        host.asksForPassword =
            effective.of(block, "auth_basic").isSet() && effective.value(block, "auth_basic") != "off";
        host.looksAtAddress = effective.of(block, "deny").isSet();
        for (NginxSetting header : effective.of(block, "add_header").settings)
            host.headers.append(nginxDirective("add_header", header.arguments()));
        return host;
    }
    return {};
}

QByteArray publishPartName(const Publish &wish)
{
    return publishFileName(wish) + wish.path.chopped(1).toLatin1().replace('/', ',');
}

Result<QByteArray> withPublishedPart(const QByteArray &text, const Publish &wish, const QByteArray &part)
{
    const NginxTree tree = NginxTree::parse(text);
    const NginxNode server = serverIn(tree, text, nameOf(wish));
    const QString name = UntrustedText(wish.domains.value(0)).shown(100);
    if (!server || !server.isClosed())
        return refused(Text::tr("The file does not hold %1 any more").arg(name), Text::tr("Survey the server again"));
    QList<NginxEdit> older;
    for (NginxNode location : server.directives()) {
        if (!isFor(location, wish.path.toLatin1()))
            continue;
        if (!isPart(location))
            return refused(Text::tr("%1 has %2 for something else, in line %3")
                               .arg(name, UntrustedText(wish.path).shown(100))
                               .arg(location.line()),
                           Text::tr("Choose another path"));
        older.append(nginxRemoved(tree, location));
    }
    return withLast(nginxEdited(text, older), wish, part);
}

QByteArray withPublishedPartsOf(const QByteArray &old, const QByteArray &fresh, const Publish &wish)
{
    const NginxTree tree = NginxTree::parse(old);
    const NginxNode server = serverIn(tree, old, nameOf(wish));
    QByteArrayList parts;
    if (server) {
        for (NginxNode location : server.directives()) {
            if (isPart(location) && !isFor(location, wish.path.toLatin1()))
                parts.append(location.text().toByteArray().replace("\n    ", "\n")); // as it was handed in
        }
    }
    QByteArray text = fresh;
    for (const QByteArray &part : std::as_const(parts))
        text = withLast(text, wish, part);
    return text;
}

} // namespace gw
