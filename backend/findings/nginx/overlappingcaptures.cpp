// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxlanguage.h"
#include "backend/findings/nginx/nginxreleases.h"
#include "backend/findings/nginx/nginxrules.h"
#include "backend/regex/content.h"

#include <QCoreApplication>
#include <QSet>
#include <algorithm>

namespace gw {
namespace {

const NginxHole &hole()
{
    static const NginxHole hole{{0, 1, 17}, {1, 31, 0}, {{1, 30, 2}, {1, 31, 1}}};
    return hole;
}

/// The numbers that are written escaped: all of a redirect, else those of the arguments. Empty where nginx takes the
/// way that counts right: a variable, or a number that is there twice (ngx_http_rewrite()).
QSet<int> escapedGroups(NginxSetting rewrite)
{
    QByteArray replacement = rewrite.argument(1);
    if (replacement.endsWith('?'))
        replacement.chop(1);
    const QByteArray flag = rewrite.argument(2);
    const bool isRedirect = flag == "redirect" || flag == "permanent" || replacement.startsWith("http://") ||
                            replacement.startsWith("https://");
    QSet<int> all;
    QSet<int> escaped;
    bool isArguments = false;
    for (const NginxValuePart &part : nginxValueParts(replacement)) {
        if (part.kind == NginxValuePart::Kind::Variable)
            return {};
        if (part.kind == NginxValuePart::Kind::Text) {
            isArguments = isArguments || part.text.contains('?');
            continue;
        }
        const int group = captureOf(part);
        if (all.contains(group))
            return {};
        all.insert(group);
        if (isRedirect || isArguments)
            escaped.insert(group);
    }
    return escaped;
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    const NginxExposure exposure = exposureOf(hole(), view.version());
    if (exposure == NginxExposure::No)
        return findings;
    for (const NginxSetting rewrite : view.named("rewrite")) {
        const QSet<int> groups = escapedGroups(rewrite);
        const Regex *regex = groups.size() < 2 ? nullptr : view.treeOf(rewrite.argument(0), RegexCase::Sensitive);
        if (!regex)
            continue;
        const QList<std::pair<int, int>> nested = nestedCaptures(*regex);
        const bool overlaps = std::any_of(nested.cbegin(), nested.cend(), [&](const std::pair<int, int> &pair) {
            return groups.contains(pair.first) && groups.contains(pair.second);
        });
        if (!overlaps)
            continue;
        const bool isSure = exposure == NginxExposure::Yes && !isOfDistribution(view);
        findings.append(view.finding(
            rewrite, isSure ? Severity::Medium : Severity::Info,
            QCoreApplication::translate("nginx", "Groups inside each other meet a fault of nginx (CVE-2026-9256)"),
            QCoreApplication::translate("nginx",
                                        "Where both are put into a redirect or into arguments, nginx counts their "
                                        "bytes wrong and writes behind its buffer. %1 Until then, name the groups "
                                        "((?<name>…)) and write $name instead of the numbers.")
                .arg(howToTell(view, hole()))));
    }
    return findings;
}

} // namespace

const NginxRule nginx::overlappingCaptures{
    "nginx.overlapping-captures",
    QT_TRANSLATE_NOOP("rules", "No rewrite meets the fault of nginx with groups inside each other (CVE-2026-9256)"),
    "nginx.org, security advisories, CVE-2026-9256",
    everyProfile,
    check,
};

} // namespace gw
