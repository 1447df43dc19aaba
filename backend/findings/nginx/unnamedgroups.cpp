// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxlanguage.h"
#include "backend/findings/nginx/nginxreleases.h"
#include "backend/findings/nginx/nginxrules.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

const NginxHole &hole()
{
    static const NginxHole hole{{0, 6, 27}, {1, 30, 0}, {{1, 30, 1}, {1, 31, 0}}};
    return hole;
}

bool hasGroup(const QByteArray &value)
{
    const QList<NginxValuePart> parts = value.contains('$') ? nginxValueParts(value) : QList<NginxValuePart>();
    return std::any_of(parts.cbegin(), parts.cend(),
                       [](const NginxValuePart &part) { return part.kind == NginxValuePart::Kind::Capture; });
}

/// Nothing of the rewrite module runs behind it once it matched.
bool ends(NginxSetting rewrite)
{
    const QByteArray flag = rewrite.argument(2);
    const QByteArray target = rewrite.argument(1);
    return !flag.isEmpty() || target.startsWith("http://") || target.startsWith("https://") ||
           target.startsWith("$scheme");
}

/// What puts a numbered group together outside of a rewrite.
NginxSetting usingGroup(NginxSetting setting)
{
    if (setting.is("set"))
        return hasGroup(setting.argument(1)) ? setting : NginxSetting();
    if (!setting.is("if"))
        return {};
    const NginxCondition condition = conditionOf(setting);
    const bool isFile = condition.comparison.contains('-');
    const bool compares = condition.comparison == "=" || condition.comparison == "!=";
    if ((isFile && hasGroup(condition.left)) || (compares && hasGroup(condition.right)))
        return setting;
    for (const NginxSetting child : setting.children()) {
        if (const NginxSetting found = usingGroup(child))
            return found;
    }
    return {};
}

/// The first one that runs after the rewrite, in its block and behind the `if`s around it.
NginxSetting usedAfter(NginxSetting rewrite)
{
    for (NginxSetting level = rewrite; level && !level.isRoot(); level = level.parent()) {
        for (NginxSetting next = level.next(); next; next = next.next()) {
            if (next.is("return") || next.is("break"))
                return {};
            if (const NginxSetting found = usingGroup(next))
                return found;
        }
        if (!level.parent().is("if"))
            break;
    }
    return {};
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    const NginxExposure exposure = exposureOf(hole(), view.version());
    if (exposure == NginxExposure::No)
        return findings;
    for (const NginxSetting rewrite : view.named("rewrite")) {
        if (!rewrite.argument(1).contains('?') || ends(rewrite))
            continue;
        const NginxSetting used = usedAfter(rewrite);
        if (!used)
            continue;
        const bool isSure = exposure == NginxExposure::Yes && !isOfDistribution(view);
        Finding finding = view.finding(
            rewrite, isSure ? Severity::Medium : Severity::Info,
            QCoreApplication::translate("nginx", "A group by its number behind this rewrite meets a fault of nginx "
                                                 "(CVE-2026-42945)"),
            QCoreApplication::translate("nginx",
                                        "A rewrite with “?” leaves nginx in the mind to escape what it writes next, "
                                        "and $1 in a “set” or “if” behind it then overflows its buffer. %1 Until "
                                        "then, name the group ((?<name>…)) and write $name.")
                .arg(howToTell(view, hole())));
        finding.proof.append(view.lines(used));
        findings.append(finding);
    }
    return findings;
}

} // namespace

const NginxRule nginx::unnamedGroups{
    "nginx.unnamed-groups",
    QT_TRANSLATE_NOOP("rules", "No rewrite meets the fault of nginx with numbered groups (CVE-2026-42945)"),
    "nginx.org, security advisories, CVE-2026-42945",
    everyProfile,
    check,
};

} // namespace gw
