// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxbackends.h"
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/nginxvariables.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace gw {
namespace {

constexpr std::array passes{"proxy_pass", "grpc_pass", "fastcgi_pass", "uwsgi_pass", "scgi_pass", "memcached_pass"};

/// A name whose address does not change while nginx runs: of this machine, or of a container's network, where the
/// address is the same as long as nginx can start.
bool isSettled(const NginxTarget &target)
{
    return target.isUnix() || target.isAddress() || target.host.isEmpty() || target.host.toLower() == "localhost" ||
           target.host.toLower().endsWith(".localhost") || target.host.startsWith("ip6-");
}

/// One label: what the machine's own file of hosts or a container engine knows.
bool isLocalName(const QByteArray &host)
{
    return !host.contains('.');
}

/// Cloud load balancers change their addresses every other hour.
bool changesOften(const QByteArray &host)
{
    static constexpr std::array<QByteArrayView, 8> clouds{".elb.amazonaws.com", ".amazonaws.com", ".cloudfront.net",
                                                          ".azurewebsites.net", ".run.app",       ".trafficmanager.net",
                                                          ".appspot.com",       ".herokuapp.com"};
    const QByteArray lower = host.toLower();
    return std::any_of(clouds.begin(), clouds.end(), [&](QByteArrayView cloud) { return lower.endsWith(cloud); });
}

Finding staleFinding(const NginxView &view, NginxSetting at, const QByteArray &host)
{
    return view.finding(
        at, changesOften(host) ? Severity::Medium : Severity::Low,
        QCoreApplication::translate("nginx", "The address of %1 is asked once, when nginx starts").arg(shownText(host)),
        QCoreApplication::translate(
            "nginx",
            "When it moves, requests go to whoever has the old address until the next reload; and nginx does not "
            "start while the name cannot be resolved. Put the name into a variable and set a resolver, or, from "
            "nginx 1.27.3 on, write “resolve” behind the server of the upstream."));
}

Finding noResolver(const NginxView &view, NginxSetting at)
{
    return view.finding(
        at, Severity::Medium,
        QCoreApplication::translate("nginx", "A name is to be resolved here, and no resolver is set"),
        QCoreApplication::translate(
            "nginx", "A name that comes from a variable (or has “resolve”) is looked up for each request; without a "
                     "“resolver” nginx answers 502: “no resolver defined”."));
}

void checkServer(const NginxView &view, const NginxPeer &backend, NginxSetting pass, QList<Finding> &findings)
{
    const bool resolves = backend.at.arguments().contains("resolve");
    if (isSettled(backend.target))
        return;
    if (resolves) {
        if (!view.heldBy(backend.at, "resolver") && !view.heldBy(pass, "resolver"))
            findings.append(noResolver(view, backend.at));
    } else if (!isLocalName(backend.target.host) || view.isThorough("nginx.missing-resolver")) {
        findings.append(staleFinding(view, backend.at, backend.target.host));
    }
}

/// What the host of a value is made of decides whether nginx has to resolve at run time.
bool needsResolver(const NginxView &view, const NginxVariables &variables, NginxSetting pass)
{
    const QByteArray host = targetOf(pass.argument(0)).host;
    if (!hasVariables(host))
        return !upstreamNamed(view, host, pass) && !isSettled(targetOf(pass.argument(0)));
    const QList<NginxValuePart> parts = nginxValueParts(host);
    if (parts.size() != 1 || parts.first().kind != NginxValuePart::Kind::Variable)
        return parts.first().kind == NginxValuePart::Kind::Text || parts.size() == 1;
    // A variable that only ever holds addresses, or names of upstreams, needs none.
    const QList<NginxSetting> setters = variables.settersOf(parts.first().text);
    bool isAlwaysKnown = !setters.isEmpty();
    const auto judge = [&](const QByteArray &value) {
        const NginxTarget target = targetOf(value);
        const bool isKnown = !value.contains('$') && (isSettled(target) ? !target.host.startsWith("localhost")
                                                                        : bool(upstreamNamed(view, target.host, pass)));
        isAlwaysKnown = isAlwaysKnown && isKnown;
    };
    for (const NginxSetting setter : setters) {
        if (setter.is("set")) {
            judge(setter.argument(1));
        } else if (setter.hasBlock()) {
            for (const NginxSetting entry : setter.children()) {
                if (entry.argumentCount() > 0)
                    judge(entry.argument(0));
            }
        } else {
            isAlwaysKnown = false;
        }
    }
    return !isAlwaysKnown;
}

RuleOutcome check(const NginxView &view)
{
    const NginxVariables variables(view);
    QList<Finding> findings;
    for (const char *name : passes) {
        for (const NginxSetting pass : view.named(name)) {
            if (pass.argument(0).contains('$')) {
                if (!view.heldBy(pass, "resolver") && needsResolver(view, variables, pass))
                    findings.append(noResolver(view, pass));
                continue;
            }
            for (const NginxPeer &backend : peersOf(view, pass))
                checkServer(view, backend, pass, findings);
        }
    }
    return findings;
}

} // namespace

const NginxRule nginx::missingResolver{
    "nginx.missing-resolver",
    QT_TRANSLATE_NOOP("rules", "Names of services are resolved when their addresses change"),
    "nginx.org, ngx_http_upstream_module, resolve; ngx_http_core_module, resolver",
    everyProfile,
    check,
};

} // namespace gw
