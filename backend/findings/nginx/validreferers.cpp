// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxlanguage.h"
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/nginxview.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace gw {
namespace {

/// Whether it is about pictures and the like: there "none" spares those who open one directly, as nginx's own
/// documentation has it.
bool guardsMedia(NginxSetting setting)
{
    static const QRegularExpression media(
        QStringLiteral(
            "\\b(gif|jpe?g|png|webp|avif|svg|ico|mp[34]|webm|woff2?|css|js|images?|img|media|video|static)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    const NginxSetting location = setting.enclosing("location");
    return location && media.match(QString::fromLatin1(NginxLocation::of(location).name)).hasMatch();
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const NginxSetting setting : view.named("valid_referers")) {
        const QList<QByteArray> words = setting.arguments();
        const bool none = words.contains("none");
        if (!none && !words.contains("blocked"))
            continue;
        const bool isMedia = guardsMedia(setting);
        if (isMedia && !view.isThorough("nginx.valid-referers"))
            continue;
        findings.append(view.finding(
            setting, isMedia ? Severity::Low : Severity::Medium,
            none ? QCoreApplication::translate("nginx", "Requests without a Referer are taken as valid")
                 : QCoreApplication::translate("nginx", "Requests with an unreadable Referer are taken as valid"),
            QCoreApplication::translate(
                "nginx",
                "Any page can have its requests sent without a Referer (Referrer-Policy: no-referrer), so that "
                "the check stops nobody. As a guard against forged requests it is worth nothing with “none” or "
                "“blocked”.")));
    }
    return findings;
}

QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxNode node = view.nodeAt(finding.where);
    if (!node)
        return {};
    QList<QByteArray> words = node.arguments();
    const qsizetype removed =
        words.removeIf([](const QByteArray &word) { return word == "none" || word == "blocked"; });
    if (removed == 0 || words.isEmpty())
        return {};
    QList<NginxEdit> edits;
    for (int i = 0; i < node.argumentCount(); ++i) {
        if (node.argument(i) == "none" || node.argument(i) == "blocked")
            edits.append(nginxWithoutArgument(node, i));
    }
    return edits;
}

} // namespace

const NginxRule nginx::validReferers{
    "nginx.valid-referers",
    QT_TRANSLATE_NOOP("rules", "Checks of the Referer cannot be passed without one"),
    "nginx.org, ngx_http_referer_module; Referrer Policy (W3C)",
    everyProfile,
    check,
    fix,
};

} // namespace gw
