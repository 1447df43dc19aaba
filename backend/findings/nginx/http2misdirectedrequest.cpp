// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxlanguage.h"
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/tlsservers.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

/// Speaks HTTP/2 over TLS, and answers names that no other server has.
bool isDefaultForHttp2(const NginxView &view, NginxSetting server)
{
    const QList<const NginxSocket *> sockets = view.socketsOf(server);
    const bool isDefault = std::any_of(sockets.cbegin(), sockets.cend(), [&](const NginxSocket *socket) {
        return socket->hasDefaultServer && socket->defaultServer == server;
    });
    const QList<NginxSetting> listens = view.in(server, "listen");
    const bool hasHttp2 = view.held(server, "http2") == "on" ||
                          std::any_of(listens.cbegin(), listens.cend(),
                                      [](NginxSetting listen) { return listen.arguments().contains("http2"); });
    return isDefault && hasHttp2 && servesTls(view, server);
}

bool answers(const NginxView &view, NginxSetting server)
{
    if (view.has(server, "return"))
        return true;
    const QList<NginxSetting> locations = view.in(server, "location");
    return std::any_of(locations.cbegin(), locations.cend(), [&](NginxSetting location) {
        return NginxLocation::of(location).name == "/" && view.has(location, "return");
    });
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const NginxSetting setting : view.named("ssl_reject_handshake")) {
        const NginxSetting server = setting.parent();
        if (setting.argument(0) != "on" || !server.is("server") || !isDefaultForHttp2(view, server) ||
            answers(view, server))
            continue;
        findings.append(view.finding(
            setting, Severity::Low,
            QCoreApplication::translate("nginx",
                                        "A connection for one name can carry requests for another to this server"),
            QCoreApplication::translate("nginx",
                                        "HTTP/2 lets a browser reuse a connection whose certificate fits: such a "
                                        "request gets here past the refused handshake, and is answered with the "
                                        "default files. “location / { return 421; }” sends the browser back to "
                                        "the right connection.")));
    }
    return findings;
}

QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxSetting setting = view.settingAt(finding.where);
    if (!setting || setting.node().parent() != setting.parent().node())
        return {};
    for (const NginxSetting location : view.in(setting.parent(), "location")) {
        if (NginxLocation::of(location).name == "/")
            return {};
    }
    return {nginxInsertedInto(view.treeAt(finding.where), setting.parent().node(), NginxPosition::Last,
                              "\nlocation / {\n    return 421;\n}")};
}

} // namespace

const NginxRule nginx::http2MisdirectedRequest{
    "nginx.http2-misdirected-request",
    QT_TRANSLATE_NOOP("rules", "Requests that came over another name's connection are sent back"),
    "RFC 9110, 15.5.20; nginx.org, ngx_http_ssl_module, ssl_reject_handshake",
    everyProfile,
    check,
    fix,
};

} // namespace gw
