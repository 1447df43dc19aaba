// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/servicesites.h"

#include <QCoreApplication>

namespace gw {
namespace {

/// A location under /v1 whose requests lose that on the way.
bool isStripped(NginxSetting pass)
{
    const NginxSetting location = pass.enclosing("location");
    if (!location || pass.parent() != location)
        return false;
    const NginxLocation parsed = NginxLocation::of(location);
    const NginxTarget target = targetOf(pass.argument(0));
    return isPrefix(parsed) && (parsed.name == "/v1" || parsed.name.startsWith("/v1/")) && !target.uri.isEmpty() &&
           !target.uri.contains("v1") && !hasVariables(target.uri);
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const ServiceSite &site : serviceSites(view)) {
        for (const NginxSetting pass : site.service.isApi ? site.passes : QList<NginxSetting>()) {
            if (!isStripped(pass))
                continue;
            findings.append(view.finding(
                pass, Severity::High,
                QCoreApplication::translate("nginx", "%1 never sees the /v1/ of its API").arg(site.service.name),
                QCoreApplication::translate(
                    "nginx", "With a path behind the address (a slash is one) nginx puts it in the place of what the "
                             "location says: /v1/chat/completions arrives as /chat/completions, and the answer is 404. "
                             "Leave the path out.")));
        }
    }
    return unlessServicesUnknown(view, findings);
}

QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxNode node = view.nodeAt(finding.where);
    if (!node)
        return {};
    const QByteArray value = node.argument(0);
    return {nginxWithArgument(node, 0, value.chopped(targetOf(value).uri.size()))};
}

} // namespace

const NginxRule nginx::apiPathStripped{
    "nginx.api-path-stripped",
    QT_TRANSLATE_NOOP("rules", "Services with an API under /v1/ see that path"),
    "nginx.org, ngx_http_proxy_module, proxy_pass; vLLM, OpenAI-compatible server",
    everyProfile,
    check,
    fix,
};

} // namespace gw
