// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxheaders.h"
#include "backend/findings/nginx/nginxlanguage.h"
#include "backend/findings/nginx/nginxrules.h"

#include <QCoreApplication>

namespace gw {
namespace {

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const NginxSetting setting : view.named("add_header")) {
        if (headerOf(setting).name != "content-type")
            continue;
        findings.append(view.finding(
            setting, Severity::Low, QCoreApplication::translate("nginx", "Answers get a second Content-Type"),
            QCoreApplication::translate("nginx",
                                        "nginx (or the service) sends one already, and add_header adds another: "
                                        "which of them counts is up to the client. Write “default_type”, or set "
                                        "the type where the answer is made.")));
    }
    return findings;
}

/// For an answer of the location's own, default_type says the same.
QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxSetting setting = view.settingAt(finding.where);
    if (!setting)
        return {};
    const NginxSetting block = setting.parent();
    const NginxSetting answer = view.firstIn(block, "return");
    if (!answer || answer.argumentCount() != 2 || view.has(block, "default_type") || !block.is("location") ||
        view.in(block, "add_header").size() != 1 || hasVariables(setting.argument(1)))
        return {};
    const NginxTree &tree = view.treeAt(finding.where);
    const NginxEdit removed = nginxRemoved(tree, setting.node());
    NginxEdit inserted =
        nginxInsertedBefore(tree, setting.node(), nginxDirective("default_type", {setting.argument(1)}));
    return {inserted, removed};
}

} // namespace

const NginxRule nginx::addHeaderContentType{
    "nginx.add-header-content-type",
    QT_TRANSLATE_NOOP("rules", "Answers have one Content-Type"),
    "nginx.org, ngx_http_core_module, default_type; RFC 9110, 8.3",
    everyProfile,
    check,
    fix,
};

} // namespace gw
