// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/servicesites.h"

#include "backend/findings/nginx/nginxheaders.h"
#include "backend/plan/driftmatch.h"

#include <algorithm>

namespace gw {
namespace {

/// How much a location takes: patterns and exact ones little, prefixes the more the shorter they are.
qsizetype narrownessOf(NginxSetting pass)
{
    const NginxSetting location = pass.enclosing("location");
    if (!location)
        return 0;
    const NginxLocation parsed = NginxLocation::of(location);
    return isPrefix(parsed) ? parsed.name.size() : 10'000 + parsed.name.size();
}

/// Written in the very block that it belongs to, where an edit reaches it.
bool isOwn(NginxSetting setting)
{
    return setting.node().parent() == setting.parent().node() && setting.file() == setting.parent().file();
}

NginxSetting blockOf(NginxSetting pass)
{
    const NginxSetting location = pass.enclosing("location");
    return location ? location : pass.parent();
}

} // namespace

QList<ServiceSite> serviceSites(const NginxView &view)
{
    QList<ServiceSite> sites;
    if (!view.facts().listeners)
        return sites;
    QHash<std::pair<quint32, QString>, qsizetype> known;
    for (const NginxSetting pass : view.named("proxy_pass")) {
        const NginxSetting server = pass.enclosing("server");
        const auto service = server && view.isHttp(pass) ? surveyedService(view, pass) : std::optional<NginxService>();
        if (!service)
            continue;
        const std::pair key(server.index(), service->name);
        if (!known.contains(key)) {
            known.insert(key, sites.size());
            sites.append({server, *service, {}});
        }
        sites[known.value(key)].passes.append(pass);
    }
    for (ServiceSite &site : sites) {
        std::stable_sort(site.passes.begin(), site.passes.end(),
                         [](NginxSetting a, NginxSetting b) { return narrownessOf(a) < narrownessOf(b); });
    }
    return sites;
}

RuleOutcome unlessServicesUnknown(const NginxView &view, const QList<Finding> &findings)
{
    if (view.facts().listeners || view.named("proxy_pass").isEmpty())
        return findings;
    return withRest(findings, notChecked(view.facts().listeners.gap()));
}

QList<NginxEdit> withSetting(const NginxView &view, NginxSetting pass, const QByteArray &name,
                             const QByteArray &argument)
{
    const NginxSetting own = view.firstIn(blockOf(pass), name);
    if (own)
        return isOwn(own) ? QList<NginxEdit>{nginxWithArgument(own.node(), 0, argument)} : QList<NginxEdit>();
    if (!isOwn(pass) || pass.parent() != blockOf(pass))
        return {};
    return {nginxInsertedAfter(view.treeAt(pass.path()), pass.node(), nginxDirective(name, {argument}))};
}

QList<NginxEdit> withHttp11(const NginxView &view, NginxSetting pass, QByteArrayList headers)
{
    const NginxSetting block = blockOf(pass);
    if (pass.parent() != block || !isOwn(pass))
        return {};
    const auto isReplaced = [&headers](const QByteArray &name) {
        return std::any_of(headers.cbegin(), headers.cend(), [&](const QByteArray &line) {
            return line.split(' ').value(1).compare(name, Qt::CaseInsensitive) == 0;
        });
    };
    QList<NginxEdit> edits;
    if (view.held(block, "proxy_http_version") != "1.1")
        edits += withSetting(view, pass, "proxy_http_version", "1.1");
    NginxSetting last = pass;
    QByteArrayList lines;
    const QList<NginxSetting> own = view.in(block, "proxy_set_header");
    if (own.isEmpty()) { // lines of its own would replace those that hold here
        for (const NginxHeader &header : headersIn(view, block, "proxy_set_header")) {
            if (!isReplaced(header.name))
                lines.append(header.setting.node().text().toByteArray());
        }
    }
    for (const NginxSetting header : own) {
        if (!isOwn(header))
            return {};
        if (isReplaced(header.argument(0)))
            edits.append(nginxRemoved(view.treeAt(header.path()), header.node()));
        else
            last = header;
    }
    lines += headers;
    for (const QByteArray &line : lines) {
        if (isMasked(line) || line.contains('\n'))
            return {};
    }
    edits.append(nginxInsertedAfter(view.treeAt(last.path()), last.node(), lines.join('\n')));
    return edits;
}

QList<NginxEdit> withUpgrade(const NginxView &view, NginxSetting pass)
{
    const UpgradeVariable variable = upgradeVariable(view, pass);
    if (variable.name.isEmpty())
        return {};
    const QList<NginxEdit> edits = withHttp11(
        view, pass, {"proxy_set_header Upgrade $http_upgrade;", "proxy_set_header Connection " + variable.name + ';'});
    return edits.isEmpty() ? edits : variable.edits + edits;
}

UpgradeVariable upgradeVariable(const NginxView &view, NginxSetting user)
{
    for (const NginxSetting map : view.named("map")) {
        if (map.hasBlock() && map.argument(0).toLower() == "$http_upgrade")
            return {map.argument(1), {}};
    }
    for (const NginxSetting server : view.servers()) {
        const bool isOutermost =
            server.node().parent() == server.parent().node() || server.node().parent().kind() == NginxNode::Kind::File;
        if (server.file() == user.file() && isOutermost)
            return {"$connection_upgrade",
                    {nginxInsertedBefore(
                        view.treeAt(server.path()), server.node(),
                        "map $http_upgrade $connection_upgrade {\n    default upgrade;\n    '' close;\n}")}};
    }
    return {};
}

} // namespace gw
