// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/nginxview.h"

#include <QCoreApplication>
#include <QSet>
#include <array>

namespace gw {
namespace {

/// A directive that keeps a zone of shared memory, and the one that puts it to use.
struct ZoneUse {
    const char *definition;
    const char *prefix; ///< of the argument that names the zone
    const char *user;
    const char *userPrefix; ///< "" where its first argument is the name
};

constexpr std::array zoneUses{
    ZoneUse{"limit_req_zone", "zone=", "limit_req", "zone="},
    ZoneUse{"limit_conn_zone", "zone=", "limit_conn", ""},
    ZoneUse{"proxy_cache_path", "keys_zone=", "proxy_cache", ""},
    ZoneUse{"fastcgi_cache_path", "keys_zone=", "fastcgi_cache", ""},
    ZoneUse{"uwsgi_cache_path", "keys_zone=", "uwsgi_cache", ""},
    ZoneUse{"scgi_cache_path", "keys_zone=", "scgi_cache", ""},
};

/// "one" of "zone=one:10m"; empty: no argument begins so.
QByteArray zoneOf(NginxSetting setting, QByteArrayView prefix)
{
    for (const QByteArray &argument : setting.arguments()) {
        if (argument.startsWith(prefix))
            return argument.mid(prefix.size(), argument.indexOf(':') < 0 ? -1 : argument.indexOf(':') - prefix.size());
    }
    return {};
}

/// The zones that are put to use; unset: a variable chooses one.
std::optional<QSet<QByteArray>> usedZones(const NginxView &view, const ZoneUse &use)
{
    QSet<QByteArray> used;
    for (const NginxSetting user : view.named(use.user)) {
        const QByteArray name = *use.userPrefix ? zoneOf(user, use.userPrefix) : user.argument(0);
        if (name.contains('$'))
            return std::nullopt;
        used.insert(name);
    }
    return used;
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    if (!view.isWhole())
        return findings;
    for (const ZoneUse &use : zoneUses) {
        const QList<NginxSetting> definitions = view.named(use.definition);
        const auto used = definitions.isEmpty() ? std::nullopt : usedZones(view, use);
        if (!used)
            continue;
        for (const NginxSetting definition : definitions) {
            const QByteArray zone = zoneOf(definition, use.prefix);
            if (zone.isEmpty() || used->contains(zone))
                continue;
            findings.append(view.finding(
                definition, Severity::Low,
                QCoreApplication::translate("nginx", "Nothing uses the zone “%1”").arg(shownText(zone)),
                QCoreApplication::translate("nginx", "The line only sets memory aside: what it prepares begins where "
                                                     "“%1” names the zone.")
                    .arg(QLatin1String(use.user))));
        }
    }
    return findings;
}

} // namespace

const NginxRule nginx::unusedZone{
    "nginx.unused-zone",
    QT_TRANSLATE_NOOP("rules", "Limits and caches that are prepared are put to use"),
    "nginx.org, ngx_http_limit_req_module, ngx_http_limit_conn_module, ngx_http_proxy_module",
    everyProfile,
    check,
};

} // namespace gw
