// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxaccess.h"
#include "backend/findings/nginx/nginxlanguage.h"
#include "backend/findings/nginx/nginxrules.h"

#include <QCoreApplication>

namespace gw {
namespace {

/// What an answer of the rewrite phase gives away: a page, or where something is; nothing where it refuses or is empty.
std::optional<Severity> severityOf(NginxSetting setting)
{
    if (setting.is("rewrite")) {
        const QByteArray flag = setting.argument(2);
        return flag == "redirect" || flag == "permanent" ? std::optional(Severity::Low) : std::nullopt;
    }
    const QByteArray status = setting.argument(0);
    const bool isNumber = status.size() == 3 && status[0] >= '1' && status[0] <= '5';
    if (!isNumber)
        return Severity::Low; // "return https://…"
    if (status.startsWith('3'))
        return Severity::Low;
    return status.startsWith('2') && status != "204" ? std::optional(Severity::Medium) : std::nullopt;
}

/// Only what nginx itself sends there comes in, after it was let in elsewhere.
bool isInternal(const NginxView &view, NginxSetting setting)
{
    for (NginxSetting level = setting.parent(); level && !level.isRoot(); level = level.parent()) {
        if (level.is("location") &&
            (NginxLocation::of(level).kind == NginxLocation::Kind::Named || view.has(level, "internal")))
            return true;
    }
    return false;
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const char *name : {"return", "rewrite"}) {
        for (const NginxSetting setting : view.named(name)) {
            const std::optional<Severity> severity = severityOf(setting);
            if (!severity || !view.isHttp(setting) || isInternal(view, setting))
                continue;
            const NginxAccess access = accessAt(view, setting.parent());
            if (!access.isRestricted())
                continue;
            Finding finding = view.finding(
                setting, *severity,
                QCoreApplication::translate("nginx", "The list of addresses does not hold for this answer"),
                QCoreApplication::translate(
                    "nginx",
                    "“return” and “rewrite” answer before nginx looks at allow and deny: everybody gets this. Let "
                    "the answer come from a file or a named location (try_files), or compare the address with a "
                    "geo variable."));
            for (const NginxSetting entry : access.addresses.mid(0, 3))
                finding.proof.append(view.lines(entry));
            findings.append(finding);
        }
    }
    return findings;
}

} // namespace

const NginxRule nginx::returnBypassesAllowDeny{
    "nginx.return-bypasses-allow-deny",
    QT_TRANSLATE_NOOP("rules", "No answer comes before the list of addresses is looked at"),
    "nginx.org, Development guide, HTTP phases",
    everyProfile,
    check,
};

} // namespace gw
