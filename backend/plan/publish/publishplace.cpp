// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/publish/publishplace.h"

#include <algorithm>

namespace gw {
namespace {

/// Debian's packages and nginx's own differ in whom the workers run as.
QByteArray usualGroup(const Facts &facts)
{
    const QString id = facts.system.osId.raw();
    return id == u"debian" || id == u"ubuntu" ? "www-data" : "nginx";
}

/// The group of `user NAME [GROUP]` (ngx_core_module); without the second word it is called as the user is.
QByteArray groupIn(const NginxConfig &config, const QByteArray &usual)
{
    QByteArray group = usual;
    for (NginxSetting setting : config.root().children()) {
        if (setting.name() == "user" && setting.argumentCount() > 0)
            group = setting.argument(setting.argumentCount() > 1 ? 1 : 0);
    }
    return group;
}

} // namespace

const char *const publishFolder = "gatewright";
const char *const publishMark = "# Written by Gatewright";

PublishPlace PublishPlace::of(const Facts &facts)
{
    PublishPlace place;
    place.group = usualGroup(facts);
    place.hasIpv6 = facts.listeners &&
                    std::any_of(facts.listeners->cbegin(), facts.listeners->cend(), [](const Listener &listener) {
                        return listener.address.protocol() == QAbstractSocket::IPv6Protocol;
                    });
    if (!facts.nginx || !facts.nginx->tree || facts.nginx->tree->isEmpty()) {
        const bool isDebian = place.group == "www-data"; // as its package will be
        place.readsSites = isDebian;
        place.readsConf = true;
        return place;
    }
    place.nginx = NginxVersion::fromText(facts.nginx->version.raw().toLatin1());
    place.openSsl = NginxVersion::fromText(facts.nginx->tlsLibrary.raw().toLatin1());
    const QByteArray main = facts.nginx->tree->first().path.bytes();
    place.base = main.first(main.lastIndexOf('/') + 1);
    place.config = nginxConfigOf(facts);
    place.sites = webSites(facts, place.config);
    place.group = groupIn(place.config, place.group);
    for (const NginxInclude &include : place.config.includes()) {
        place.readsSites = place.readsSites || include.target == place.base + "sites-enabled/*";
        place.readsConf = place.readsConf || include.target == place.base + "conf.d/*.conf";
    }
    return place;
}

QByteArray publishFileName(const Publish &wish)
{
    QByteArray name = wish.domains.value(0).toLatin1().toLower();
    name.replace('*', '_');
    return name;
}

RemotePath publishSitePath(const PublishPlace &place, const Publish &wish)
{
    const QByteArray name = publishFileName(wish);
    return place.file(place.readsSites ? QByteArray("sites-available/" + name)
                                       : QByteArray("conf.d/" + name + ".conf"));
}

RemotePath publishReadPath(const PublishPlace &place, const Publish &wish)
{
    return place.readsSites ? place.file("sites-enabled/" + publishFileName(wish)) : publishSitePath(place, wish);
}

} // namespace gw
