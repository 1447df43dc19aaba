// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxheaders.h"
#include "backend/findings/nginx/nginxrules.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

/// The service behind decides by them who asks, and for what name; a header that is emptied is kept from it.
bool matters(const NginxHeader &header)
{
    return header.name == "host" || header.name == "x-real-ip" || header.name == "forwarded" ||
           header.name.startsWith("x-forwarded-") || header.name == "authorization" || header.name == "upgrade" ||
           header.value.isEmpty();
}

/// Whether something in the block is sent on, so that its lines have an effect.
bool sendsOn(const NginxView &view, NginxSetting block)
{
    return !view.below(block, "proxy_pass").isEmpty();
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    NginxSetting last;
    for (const NginxSetting setting : view.named("proxy_set_header")) {
        const NginxSetting block = setting.parent();
        if (last && block == last)
            continue;
        last = block;
        const LostHeaders headers = lostIn(view, block, "proxy_set_header");
        if (headers.lost.isEmpty() || !sendsOn(view, block))
            continue;
        const bool isGrave = std::any_of(headers.lost.cbegin(), headers.lost.cend(), matters);
        Finding finding = view.finding(
            headers.own.first().setting, isGrave ? Severity::Medium : Severity::Low,
            QCoreApplication::translate("nginx", "Requests are sent on from here without %1")
                .arg(namesOf(headers.lost)),
            QCoreApplication::translate(
                "nginx",
                "proxy_set_header lines of a block replace all those of the blocks around it. Without them the "
                "service sees nginx's own values, Host as the name of the upstream and every client as nginx. "
                "Repeat them here, or put all of them into a file that both include."));
        for (const NginxHeader &lost : headers.lost)
            finding.proof.append(view.lines(lost.setting));
        findings.append(finding);
    }
    return findings;
}

QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxSetting setting = view.settingAt(finding.where);
    return setting ? repeatedIn(view, lostIn(view, setting.parent(), "proxy_set_header")) : QList<NginxEdit>();
}

} // namespace

const NginxRule nginx::proxySetHeaderRedefinition{
    "nginx.proxy-set-header-redefinition",
    QT_TRANSLATE_NOOP("rules", "No block loses request headers that the blocks around it set"),
    "nginx.org, ngx_http_proxy_module, proxy_set_header",
    everyProfile,
    check,
    fix,
};

} // namespace gw
