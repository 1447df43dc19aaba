// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxheaders.h"
#include "backend/findings/nginx/nginxlanguage.h"
#include "backend/findings/nginx/nginxrules.h"

#include <QCoreApplication>

namespace gw {
namespace {

/// Inside of an `if` that looks at the origin; whom its pattern lets in is another rule's matter.
bool isCompared(NginxSetting setting)
{
    for (NginxSetting level = setting.parent(); level && !level.isRoot(); level = level.parent()) {
        if (level.is("if") && isVariable(conditionOf(level).left, "http_origin"))
            return true;
    }
    return false;
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const NginxSetting setting : view.named("add_header")) {
        const NginxHeader header = headerOf(setting);
        if (header.name != "access-control-allow-origin" || !isVariable(header.value, "http_origin") ||
            isCompared(setting))
            continue;
        const auto credentials = headerNamed(answersOf(view, setting.parent()), "access-control-allow-credentials");
        const bool isGrave = credentials && credentials->value.toLower() == "true";
        findings.append(view.finding(
            setting, isGrave ? Severity::High : Severity::Low,
            QCoreApplication::translate("nginx", "Scripts of every site may read the answers"),
            isGrave ? QCoreApplication::translate(
                          "nginx", "Whatever origin asks is told that it may, and with the cookies and passwords of "
                                   "whoever visits it. Answer with those that are on a list: a map of $http_origin.")
                    : QCoreApplication::translate(
                          "nginx", "Whatever origin asks is told that it may. If that is meant, “*” says so and can be "
                                   "cached; else answer with those that are on a list: a map of $http_origin.")));
    }
    return findings;
}

} // namespace

const NginxRule nginx::corsReflection{
    "nginx.cors-reflection",
    QT_TRANSLATE_NOOP("rules", "Only known sites may read answers by scripts"),
    "Fetch Standard, CORS protocol and credentials; OWASP, HTML5 Security Cheat Sheet",
    everyProfile,
    check,
};

} // namespace gw
