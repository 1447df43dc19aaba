// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxlanguage.h"
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/nginxview.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

/// The location that a proxy_pass belongs to, over an `if` or limit_except in between.
NginxSetting locationOfPass(NginxSetting pass)
{
    NginxSetting block = pass.parent();
    if (block.is("if") || block.is("limit_except"))
        block = block.parent();
    return block.is("location") ? block : NginxSetting();
}

/// "rewrite ^ $request_uri;" without a condition: the URI is then as it was sent.
bool restoresUri(const NginxView &view, NginxSetting pass)
{
    for (NginxSetting level = pass.parent(); level && !level.isRoot(); level = level.parent()) {
        for (const NginxSetting rewrite : view.in(level, "rewrite")) {
            if (rewrite.argument(0) == "^" && isVariable(rewrite.argument(1), "request_uri"))
                return true;
        }
        if (level.is("location"))
            break;
    }
    return false;
}

bool uses(const QByteArray &text, QByteArrayView variable)
{
    const QList<NginxValuePart> parts = nginxValueParts(text);
    return std::any_of(parts.cbegin(), parts.cend(), [&](const NginxValuePart &part) { return part.text == variable; });
}

bool usesUri(const QByteArray &text)
{
    const QList<NginxValuePart> parts = nginxValueParts(text);
    return std::any_of(parts.cbegin(), parts.cend(), [](const NginxValuePart &part) {
        return part.kind == NginxValuePart::Kind::Capture ||
               (part.kind == NginxValuePart::Kind::Variable && (part.text == "uri" || part.text == "document_uri"));
    });
}

bool changesUri(const NginxView &view, NginxSetting pass)
{
    const QByteArray value = pass.argument(0);
    const NginxTarget target = targetOf(value);
    if (uses(value, "request_uri"))
        return false;
    if (restoresUri(view, pass))
        return !usesUri(value); // encoded once more
    if (target.uri.isEmpty() || (value.startsWith('$') && !value.contains('/')))
        return false;
    return true;
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const NginxSetting pass : view.named("proxy_pass")) {
        const NginxSetting location = locationOfPass(pass);
        if (!location || !view.isHttp(pass) || NginxLocation::of(location).kind == NginxLocation::Kind::Exact ||
            !changesUri(view, pass))
            continue;
        findings.append(view.finding(
            pass, Severity::Low,
            QCoreApplication::translate("nginx", "The service sees another URI than was asked for"),
            QCoreApplication::translate(
                "nginx",
                "With a path behind the host, nginx decodes the URI, puts the path in and encodes it anew: “%2F”, "
                "“//” and “%00” arrive changed, and what nginx looked at is not what the service looks at. Leave "
                "the path out where the service can have the URI as it is.")));
    }
    return findings;
}

} // namespace

const NginxRule nginx::proxyPassNormalized{
    "nginx.proxy-pass-normalized",
    QT_TRANSLATE_NOOP("rules", "Services see the URI as it was asked for"),
    "nginx.org, ngx_http_proxy_module, proxy_pass",
    ReviewProfile::Strict,
    check,
};

} // namespace gw
