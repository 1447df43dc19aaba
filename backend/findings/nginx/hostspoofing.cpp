// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxheaders.h"
#include "backend/findings/nginx/nginxlanguage.h"
#include "backend/findings/nginx/nginxrules.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

/// What a client may write as it likes, whatever name the request was taken for.
bool isClients(const NginxValuePart &part)
{
    return part.kind == NginxValuePart::Kind::Variable &&
           (part.text.startsWith("http_") || part.text.startsWith("arg_") || part.text.startsWith("cookie_") ||
            part.text == "args" || part.text == "query_string");
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const NginxSetting setting : view.named("proxy_set_header")) {
        const NginxHeader header = headerOf(setting);
        if (header.name != "host" || !header.value.contains('$'))
            continue;
        const QList<NginxValuePart> parts = nginxValueParts(header.value);
        const auto part = std::find_if(parts.cbegin(), parts.cend(), isClients);
        if (part == parts.cend())
            continue;
        const bool isHeaderOfHost = part->text == "http_host";
        findings.append(view.finding(
            setting, isHeaderOfHost ? Severity::Medium : Severity::High,
            QCoreApplication::translate("nginx", "A client chooses the host name that the service sees (%1)")
                .arg(shownPart(*part)),
            isHeaderOfHost
                ? QCoreApplication::translate(
                      "nginx", "$http_host is what the client wrote, also where nginx took the request for another "
                               "name (an absolute URI) or for none. Links, password mails and caches of the service "
                               "then carry a foreign name. Send $host.")
                : QCoreApplication::translate(
                      "nginx", "The service believes to be whatever name stands there: its links, mails and caches "
                               "carry it. Send $host.")));
    }
    return findings;
}

/// A service on another port than the usual ones is told the port, as $http_host did.
QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxSetting setting = view.settingAt(finding.where);
    if (!setting || setting.argumentCount() != 2)
        return {};
    const NginxSetting server = setting.enclosing("server");
    bool isUsual = true;
    for (const NginxSocket *socket : server ? view.socketsOf(server) : QList<const NginxSocket *>())
        isUsual = isUsual && (socket->address.port == 0 || socket->address.port == 80 || socket->address.port == 443);
    return {nginxWithArgument(setting.node(), 1, isUsual ? "$host" : "$host:$server_port")};
}

} // namespace

const NginxRule nginx::hostSpoofing{
    "nginx.host-spoofing",
    QT_TRANSLATE_NOOP("rules", "Services see the host name that nginx took the request for"),
    "nginx.org, ngx_http_core_module, $host; CWE-644",
    everyProfile,
    check,
    fix,
};

} // namespace gw
