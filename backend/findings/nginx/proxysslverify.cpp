// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxbackends.h"
#include "backend/findings/nginx/nginxrules.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

bool isHere(const NginxView &view, NginxSetting pass)
{
    const QList<NginxPeer> peers = peersOf(view, pass);
    return std::all_of(peers.cbegin(), peers.cend(),
                       [](const NginxPeer &peer) { return peer.target.isUnix() || isLoopback(peer.target); });
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const NginxSetting pass : view.named("proxy_pass")) {
        const bool isTls = targetOf(pass.argument(0)).scheme.toLower() == "https";
        if (!isTls || view.held(pass.parent(), "proxy_ssl_verify", "off") == "on" || isHere(view, pass))
            continue;
        findings.append(view.finding(
            pass, Severity::Low, QCoreApplication::translate("nginx", "nginx does not look who answers behind TLS"),
            QCoreApplication::translate(
                "nginx", "By default any certificate will do: whoever gets between nginx and the service "
                         "can answer in its place. Set proxy_ssl_verify on, "
                         "proxy_ssl_trusted_certificate and, where the name is not that of the "
                         "address, proxy_ssl_name with proxy_ssl_server_name on.")));
    }
    return findings;
}

} // namespace

const NginxRule nginx::proxySslVerify{
    "nginx.proxy-ssl-verify",
    QT_TRANSLATE_NOOP("rules", "nginx checks the certificates of services on other machines"),
    "CIS NGINX 2.1.0 4.1.10; nginx.org, ngx_http_proxy_module, proxy_ssl_verify",
    ReviewProfiles(ReviewProfile::Strict) | ReviewProfile::Cis,
    check,
};

} // namespace gw
