// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxheaders.h"
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/servicesites.h"

#include <QCoreApplication>

namespace gw {
namespace {

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const ServiceSite &site : serviceSites(view)) {
        for (const NginxSetting pass : site.service.isApi ? site.passes : QList<NginxSetting>()) {
            const NginxSetting login = view.heldBy(pass.parent(), "auth_basic");
            // Where nginx itself shows a token to the service, or hides the password from it, clients have one only.
            const QList<NginxHeader> headers = headersIn(view, pass.parent(), "proxy_set_header");
            if (!login || login.argument(0) == "off" || headerNamed(headers, "authorization"))
                continue;
            Finding finding = view.finding(
                pass, Severity::Medium,
                QCoreApplication::translate("nginx", "Clients of %1 cannot send both a password and their token")
                    .arg(site.service.name),
                QCoreApplication::translate(
                    "nginx", "auth_basic and the API use the same header, Authorization: programs that send “Bearer …” "
                             "are turned away here. Use a list of addresses, or the keys of the service itself."));
            finding.proof.append(view.lines(login));
            findings.append(finding);
        }
    }
    return unlessServicesUnknown(view, findings);
}

} // namespace

const NginxRule nginx::bearerCollision{
    "nginx.bearer-collision",
    QT_TRANSLATE_NOOP("rules", "No password of nginx stands before an API that takes tokens"),
    "RFC 9110, 11.6.2; RFC 6750, 2.1; RFC 7617",
    everyProfile,
    check,
};

} // namespace gw
