// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxheaders.h"
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/servicesites.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

/// A location where every request asks for an upgrade.
bool isForSockets(NginxSetting location)
{
    static const QRegularExpression sockets(
        u"(^|[^a-z])(wss?|websockets?|websockify|socket(\\.io)?|sockjs|kernels|terminals|channels|hmr|live|signalr|hub|"
        "cable|mqtt|stream|events?|queue|subscriptions|ttyd?|rtc|_hcm|vnc)([^a-z]|$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return location && (NginxLocation::of(location).kind == NginxLocation::Kind::Exact ||
                        sockets.match(QString::fromLatin1(NginxLocation::of(location).name)).hasMatch());
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const NginxSetting setting : view.named("proxy_set_header")) {
        const NginxHeader header = headerOf(setting);
        if (header.name != "connection" || header.value.toLower() != "upgrade" ||
            isForSockets(setting.enclosing("location")))
            continue;
        findings.append(view.finding(
            setting, Severity::Low,
            QCoreApplication::translate("nginx", "Every request tells the service that its connection is upgraded"),
            QCoreApplication::translate(
                "nginx", "Requests that ask for no upgrade say so too: connections to the service are not kept, and "
                         "some services answer 400. A map of $http_upgrade says “upgrade” only where it is true.")));
    }
    return findings;
}

QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxSetting setting = view.settingAt(finding.where);
    if (!setting)
        return {};
    const UpgradeVariable variable = upgradeVariable(view, setting);
    if (variable.name.isEmpty())
        return {};
    return variable.edits + QList{nginxWithArgument(setting.node(), 1, variable.name)};
}

} // namespace

const NginxRule nginx::connectionUpgrade{
    "nginx.connection-upgrade",
    QT_TRANSLATE_NOOP("rules", "Only connections that are upgraded say so"),
    "nginx.org, WebSocket proxying; RFC 9110, 7.8",
    everyProfile,
    check,
    fix,
};

} // namespace gw
