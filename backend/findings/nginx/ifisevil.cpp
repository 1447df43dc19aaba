// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/nginxview.h"

#include <QCoreApplication>

namespace gw {
namespace {

/// What ends the matter there and then; nothing else of the block comes to hold.
bool isSafe(NginxSetting setting)
{
    if (setting.is("return"))
        return true;
    const QByteArray flag = setting.argument(2);
    return setting.is("rewrite") && (flag == "last" || flag == "redirect" || flag == "permanent");
}

/// Directives of the rewrite module run on their own, before the location is carried out.
bool onlyRewrites(NginxSetting setting)
{
    return setting.is("set") || setting.is("break") || setting.is("rewrite");
}

Finding findingFor(const NginxView &view, NginxSetting setting)
{
    const bool onlySets = onlyRewrites(setting);
    const bool triesFiles = view.has(setting.parent().parent(), "try_files");
    const QString explanation =
        onlySets && triesFiles
            ? QCoreApplication::translate(
                  "nginx",
                  "Where the condition holds, the request is carried out in the block of the “if”, and try_files "
                  "of the location is not inherited by it: it does nothing then. Use a map instead.")
        : onlySets
            ? QCoreApplication::translate(
                  "nginx", "“if” in a location is a nested location of its own: some directives of the outer one "
                           "do not hold in it. In it only “return” and “rewrite … last” are sure to do what they "
                           "say; a map does the same without surprise.")
            : QCoreApplication::translate(
                  "nginx", "“if” in a location is a nested location of its own: where two conditions hold, only "
                           "the last block counts, and headers, handlers and files of the outer one may not "
                           "hold in it. Use a map, or locations, or “return” in the “if”.");
    return view.finding(
        setting, onlySets && !triesFiles ? Severity::Low : Severity::Medium,
        QCoreApplication::translate("nginx", "“%1” stands in an “if” of a location").arg(shownText(setting.name())),
        explanation);
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const NginxSetting condition : view.named("if")) {
        if (!condition.hasBlock() || !condition.parent().is("location"))
            continue;
        for (const NginxSetting setting : condition.children()) {
            if (!isSafe(setting))
                findings.append(findingFor(view, setting));
        }
    }
    return findings;
}

} // namespace

const NginxRule nginx::ifIsEvil{
    "nginx.if-is-evil",
    QT_TRANSLATE_NOOP("rules", "“if” in locations only returns or rewrites"),
    "nginx.org, ngx_http_rewrite_module, if; nginx wiki, If is Evil",
    everyProfile,
    check,
};

} // namespace gw
