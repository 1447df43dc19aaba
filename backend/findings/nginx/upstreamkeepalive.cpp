// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxbackends.h"
#include "backend/findings/nginx/nginxheaders.h"
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/servicesites.h"

#include <QCoreApplication>

namespace gw {
namespace {

/// The upstream behind a proxy_pass, if it is told to keep idle connections.
NginxSetting keepingUpstream(const NginxView &view, NginxSetting pass)
{
    const NginxSetting upstream = upstreamBehind(view, pass);
    return upstream && view.has(upstream, "keepalive") ? upstream : NginxSetting();
}

bool keepsConnections(const NginxView &view, NginxSetting pass)
{
    // With 1.1 as its default came that nginx sends no “Connection: close” of its own accord (CHANGES of 1.29.7).
    const QByteArray byItself = view.defaultOf("proxy_http_version");
    if (view.held(pass.parent(), "proxy_http_version", byItself) == "1.0")
        return false;
    const auto header = headerNamed(headersIn(view, pass.parent(), "proxy_set_header"), "connection");
    return header ? header->value.toLower() != "close" : byItself != "1.0";
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    if (view.named("keepalive").isEmpty())
        return findings;
    for (const NginxSetting pass : view.named("proxy_pass")) {
        const NginxSetting upstream = view.isHttp(pass) ? keepingUpstream(view, pass) : NginxSetting();
        if (!upstream || keepsConnections(view, pass))
            continue;
        Finding finding = view.finding(
            pass, Severity::Low,
            QCoreApplication::translate("nginx", "Every request opens a new connection to the service"),
            QCoreApplication::translate("nginx", "Its upstream is told to keep connections, which takes HTTP/1.1 and "
                                                 "no “Connection: close”: write “proxy_http_version 1.1;” and "
                                                 "“proxy_set_header Connection \"\";”."));
        finding.proof.append(view.lines(view.firstIn(upstream, "keepalive")));
        findings.append(finding);
    }
    return findings;
}

QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxSetting pass = view.settingAt(finding.where);
    return pass ? withHttp11(view, pass, {"proxy_set_header Connection \"\";"}) : QList<NginxEdit>();
}

} // namespace

const NginxRule nginx::upstreamKeepalive{
    "nginx.upstream-keepalive",
    QT_TRANSLATE_NOOP("rules", "Upstreams that keep connections are asked so that they can"),
    "nginx.org, ngx_http_upstream_module, keepalive",
    everyProfile,
    check,
    fix,
};

} // namespace gw
