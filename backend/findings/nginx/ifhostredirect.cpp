// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxlanguage.h"
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/nginxview.h"

#include <QCoreApplication>

namespace gw {
namespace {

/// Of “if ($host = a.example) { return 301 https://$host$request_uri; }” the name; nothing: it is something else.
std::optional<QByteArray> redirectedHost(NginxSetting setting)
{
    if (!setting.is("if") || !setting.hasBlock())
        return std::nullopt;
    const NginxCondition condition = conditionOf(setting);
    const NginxSetting answer = setting.firstChild();
    if (!isVariable(condition.left, "host") || condition.comparison != "=" || !answer || answer.next() ||
        !answer.is("return") || answer.argumentCount() != 2)
        return std::nullopt;
    const bool isSame = answer.argument(0).startsWith('3') && answer.argument(1) == "https://$host$request_uri";
    return isSame ? std::optional(condition.right) : std::nullopt;
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const NginxSetting server : view.servers()) {
        for (const NginxSetting setting : view.in(server, "if")) {
            if (redirectedHost(setting))
                findings.append(
                    view.finding(setting, Severity::Info,
                                 QCoreApplication::translate("nginx", "The name is compared again before the redirect"),
                                 QCoreApplication::translate(
                                     "nginx", "Certbot writes it so, to leave what it finds as it is. server_name has "
                                              "chosen by the name already: a server with one “return” is enough.")));
        }
    }
    return findings;
}

/// A server of nothing but such lines, one for each of its names, becomes one that redirects.
QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxSetting setting = view.settingAt(finding.where);
    const NginxSetting server = setting ? setting.parent() : NginxSetting();
    if (!server || !server.is("server"))
        return {};
    QByteArrayList names;
    for (const NginxSetting directive : view.in(server, "server_name"))
        names += directive.arguments();
    const NginxTree &tree = view.treeAt(finding.where);
    QList<NginxEdit> edits;
    NginxSetting answer;
    for (const NginxSetting each : server.children()) {
        if (each.node().parent() != server.node())
            return {};
        const std::optional<QByteArray> host = redirectedHost(each);
        if (host && names.removeAll(*host) > 0)
            edits.append(nginxRemoved(tree, each.node()));
        else if (each.is("return") && !answer)
            answer = each;
        else if (!each.is("listen") && !each.is("server_name"))
            return {};
    }
    if (!names.isEmpty() || !answer || answer.argument(0) != "404")
        return {};
    edits.append(nginxWithArguments(answer.node(), {"301", "https://$host$request_uri"}));
    return edits;
}

} // namespace

const NginxRule nginx::ifHostRedirect{
    "nginx.if-host-redirect",
    QT_TRANSLATE_NOOP("rules", "Redirects are servers of their own"),
    "nginx.org, Converting rewrite rules",
    everyProfile,
    check,
    fix,
};

} // namespace gw
