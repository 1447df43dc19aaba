// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/servicesites.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

/// A long prompt, or a model that is loaded first, may stay silent for so long.
constexpr qint64 enoughSeconds = 300;

bool handsPiecesOn(const NginxView &view, NginxSetting pass)
{
    return view.held(pass.parent(), "proxy_buffering", "on") == "off";
}

bool isPatient(const NginxView &view, NginxSetting pass)
{
    const qint64 seconds = secondsOf(view.held(pass.parent(), "proxy_read_timeout", "60s"));
    return seconds < 0 || seconds >= enoughSeconds;
}

bool isSomewhere(const ServiceSite &site, const NginxView &view, bool (*holds)(const NginxView &, NginxSetting))
{
    return std::any_of(site.passes.cbegin(), site.passes.cend(), [&](NginxSetting pass) { return holds(view, pass); });
}

/// `directive` tells the two findings of one place apart.
Finding findingOf(const NginxView &view, const ServiceSite &site, const char *directive, const QString &title,
                  const QString &explanation)
{
    const Severity severity = site.service.isApi ? Severity::Medium : Severity::Low;
    Finding finding = view.finding(site.widest(), severity, title, explanation);
    finding.subject = QLatin1String(directive);
    return finding;
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const ServiceSite &site : serviceSites(view)) {
        if (!site.service.streams)
            continue;
        if (!isSomewhere(site, view, handsPiecesOn))
            findings.append(findingOf(
                view, site, "proxy_buffering",
                QCoreApplication::translate("nginx", "nginx holds back what %1 streams").arg(site.service.name),
                QCoreApplication::translate("nginx",
                                            "Answers come piece by piece (server-sent events), and nginx gathers them "
                                            "in its buffers: words appear late and in heaps. Set “proxy_buffering "
                                            "off;” here.")));
        if (!isSomewhere(site, view, isPatient))
            findings.append(
                findingOf(view, site, "proxy_read_timeout",
                          QCoreApplication::translate("nginx", "Long answers of %1 are cut off").arg(site.service.name),
                          QCoreApplication::translate(
                              "nginx", "nginx gives up when the service is silent for the time of "
                                       "proxy_read_timeout, 60 seconds by default: the client gets 504, or half an "
                                       "answer. Give it some minutes.")));
    }
    return unlessServicesUnknown(view, findings);
}

QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxSetting pass = view.settingAt(finding.where);
    if (!pass)
        return {};
    // Both are mended together: of the two findings at this place either asks for it.
    QList<NginxEdit> edits;
    if (!handsPiecesOn(view, pass))
        edits += withSetting(view, pass, "proxy_buffering", "off");
    if (!isPatient(view, pass))
        edits += withSetting(view, pass, "proxy_read_timeout", "600s");
    return edits;
}

} // namespace

const NginxRule nginx::streamingProxy{
    "nginx.streaming-proxy",
    QT_TRANSLATE_NOOP("rules", "Streamed answers come through in pieces and to their end"),
    "nginx.org, ngx_http_proxy_module, proxy_buffering, proxy_read_timeout; vLLM, OpenAI-compatible server",
    everyProfile,
    check,
    fix,
};

} // namespace gw
