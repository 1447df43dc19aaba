// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxlanguage.h"
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/nginxview.h"
#include "backend/regex/content.h"

#include <QCoreApplication>

namespace gw {
namespace {

/// The one URI that the pattern of a location stands for.
std::optional<QByteArray> onlyUri(const NginxView &view, NginxSetting location)
{
    const NginxLocation parsed = NginxLocation::of(location);
    const Regex *regex = isPattern(parsed) ? view.treeOf(parsed.name, parsed.letters) : nullptr;
    if (!regex || regex->captureCount > 0)
        return std::nullopt;
    const std::optional<QByteArray> uri = onlyMatch(*regex);
    return uri && uri->startsWith('/') ? uri : std::nullopt;
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const NginxSetting location : view.locations()) {
        if (const std::optional<QByteArray> uri = onlyUri(view, location))
            findings.append(view.finding(
                location, Severity::Low, QCoreApplication::translate("nginx", "The pattern stands for one URI only"),
                QCoreApplication::translate("nginx", "“location = %1” says the same, is found at once, and cannot be "
                                                     "overtaken by a pattern that stands before it.")
                    .arg(shownText(*uri))));
    }
    return findings;
}

QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxSetting location = view.settingAt(finding.where);
    const std::optional<QByteArray> uri = location ? onlyUri(view, location) : std::nullopt;
    if (!uri || !view.in(location, "location").isEmpty()) // nginx allows none in an exact one
        return {};
    for (const NginxSetting other : view.in(location.parent(), "location")) {
        const NginxLocation parsed = NginxLocation::of(other);
        if (parsed.kind == NginxLocation::Kind::Exact && parsed.name == *uri)
            return {};
    }
    return {nginxWithArguments(location.node(), {"=", *uri})};
}

} // namespace

const NginxRule nginx::regexExactMatch{
    "nginx.regex-exact-match",
    QT_TRANSLATE_NOOP("rules", "Locations for one URI are exact ones, not patterns"),
    "nginx.org, ngx_http_core_module, location",
    ReviewProfile::Strict,
    check,
    fix,
};

} // namespace gw
