// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/nginxview.h"

#include <QCoreApplication>

namespace gw {
namespace {

QString why()
{
    return QCoreApplication::translate("nginx",
                                       "Every answer and error page says which nginx this is, and scanners pick "
                                       "the servers whose holes they know by it. Write “server_tokens off;” into "
                                       "http.");
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const NginxSetting setting : view.named("server_tokens")) {
        const QByteArray value = setting.argument(0);
        if (value == "on" || value == "build")
            findings.append(view.finding(setting, Severity::Low,
                                         QCoreApplication::translate("nginx", "Answers tell the version of nginx"),
                                         why()));
    }
    if (view.isWhole() && !view.has(view.http(), "server_tokens") && !view.servers().isEmpty()) {
        Finding finding = view.finding(
            view.http(), Severity::Low,
            QCoreApplication::translate("nginx", "Answers tell the version of nginx, as it does by itself"), why());
        finding.effective = UntrustedText(QStringLiteral("server_tokens on"));
        findings.append(finding);
    }
    return findings;
}

QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxNode node = view.nodeAt(finding.where);
    if (!node)
        return {};
    if (node.is("http"))
        return {nginxInsertedInto(view.treeAt(finding.where), node, NginxPosition::First, "server_tokens off;")};
    return {nginxWithArgument(node, 0, "off")};
}

} // namespace

const NginxRule nginx::versionDisclosure{
    "nginx.version-disclosure",
    QT_TRANSLATE_NOOP("rules", "Answers do not tell the version of nginx"),
    "nginx.org, ngx_http_core_module, server_tokens; CIS NGINX 2.1.0 2.5.1",
    everyProfile,
    check,
    fix,
};

} // namespace gw
