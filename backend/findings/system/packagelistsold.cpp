// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/rules.h"

#include <QCoreApplication>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

constexpr int freshDays = 7;

RuleOutcome check(const Facts &facts)
{
    if (!facts.packages)
        return withoutFacts(facts.packages.gap());
    if (!facts.packages->listsUpdated)
        return notChecked(facts.packages->listsUpdated.gap());
    const QDateTime now = facts.system.serverTime.isValid() ? facts.system.serverTime : facts.takenAt;
    const qint64 days = facts.packages->listsUpdated->secsTo(now) / 86400;
    if (days <= freshDays)
        return QList<Finding>{};
    Finding finding;
    finding.severity = Severity::Low;
    finding.subject = facts.packages->manager.shown();
    finding.title = QCoreApplication::translate("rules", "The lists of packages are old: fetched on %1")
                        .arg(facts.packages->listsUpdated->toUTC().date().toString(Qt::ISODate));
    finding.explanation = QCoreApplication::translate(
        "rules",
        "Whether security updates are missing cannot be told from lists this old: the server has not asked since. "
        "Fetch them (apt update) and let the system do it daily.");
    finding.effective = UntrustedText(facts.packages->listsUpdated->toUTC().toString(u"yyyy-MM-dd hh:mm 'UTC'"_s));
    if (facts.packages->manager == u"apt")
        finding.proof = {{u"date -u '+%F %H:%M UTC' -d @$(stat -c %Y /var/lib/apt/periodic/update-success-stamp "
                          "/var/lib/apt/lists/partial /var/lib/apt/lists 2>/dev/null | sort -n | tail -n 1)"_s,
                          finding.effective}};
    return QList<Finding>{finding};
}

} // namespace

const Rule system::packageListsOld{
    "system.package-lists-old",
    QT_TRANSLATE_NOOP("rules", "The lists of packages are fresh enough to know about security updates"),
    "apt(8), update",
    check,
};

} // namespace gw
