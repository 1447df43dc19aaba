// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/acceptcomments.h"
#include "backend/findings/rules.h"

#include <QCoreApplication>

namespace gw {
namespace {

RuleOutcome check(const Facts &facts)
{
    QList<Finding> findings;
    const QList<AcceptComment> comments = acceptComments(facts);
    if (comments.isEmpty())
        return NotApplicable{QCoreApplication::translate("rules", "no comment accepts a finding")};
    for (const AcceptComment &comment : comments) {
        if (!comment.reason.isEmpty())
            continue;
        Finding finding;
        finding.where = lineOf(comment.file, comment.line);
        finding.subject = comment.rule.text();
        finding.title =
            QCoreApplication::translate("rules", "A comment accepts %1 without a reason").arg(comment.rule.text());
        finding.explanation = QCoreApplication::translate(
            "rules", "A comment that accepts a finding counts only with a reason behind the name of the rule, so that "
                     "the next reader knows why. Until then the finding stays open.");
        findings.append(finding);
    }
    return findings;
}

} // namespace

const Rule reviewing::acceptWithoutReason{
    "review.accept-without-reason",
    QT_TRANSLATE_NOOP("rules", "Comments that accept findings give a reason"),
    "Gatewright",
    check,
};

} // namespace gw
