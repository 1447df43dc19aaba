// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/sshdview.h"

#include <QCoreApplication>

namespace gw {
namespace {

/// An alias is outdated only for a server that knows the new name.
bool isOutdated(const SshdKeyword &keyword, const SshdVersion &version)
{
    if (keyword.kind == SshdKeyword::Kind::Current || keyword.kind == SshdKeyword::Kind::Vendor)
        return false;
    return !version.isKnown() || version.release >= keyword.since;
}

QString explanationOf(const SshdKeyword &keyword)
{
    if (keyword.kind == SshdKeyword::Kind::Alias) {
        return QCoreApplication::translate(
                   "sshd",
                   "%1 is the old name of %2; it still works, but a file with both names is easily misread, and the "
                   "first one wins. Write %2.")
            .arg(QLatin1String(keyword.name), QLatin1String(keyword.instead));
    }
    if (keyword.instead) {
        return QCoreApplication::translate("sshd",
                                           "sshd ignores this line. %1 is the keyword of today; write that instead.")
            .arg(QLatin1String(keyword.instead));
    }
    return QCoreApplication::translate("sshd", "sshd ignores this line. Remove it, so that nobody relies on it.");
}

RuleOutcome check(const Facts &facts)
{
    return withSshd(facts, [](const SshdView &sshd) -> RuleOutcome {
        if (sshd.config().files().isEmpty())
            return NotChecked{QCoreApplication::translate("sshd", "the configuration files could not be read")};
        QList<Finding> findings;
        QList<SshdOrigin> seen;
        for (const SshdSetting &setting : sshd.config().settings()) {
            const SshdKeyword *keyword = sshdKeyword(setting.written);
            if (!keyword || !isOutdated(*keyword, sshd.version()) || seen.contains(setting.origin))
                continue;
            seen.append(setting.origin); // a file may be included twice
            findings.append(sshd.findingAtLine(
                setting, Severity::Low,
                QCoreApplication::translate("sshd", "%1 is an outdated keyword").arg(QLatin1String(keyword->name)),
                explanationOf(*keyword)));
        }
        return findings;
    });
}

} // namespace

const Rule sshd::deprecatedKeyword{
    "sshd.deprecated-keyword",
    QT_TRANSLATE_NOOP("rules", "No outdated keywords are used"),
    "sshd_config(5); servconf.c of OpenSSH 10",
    check,
};

} // namespace gw
