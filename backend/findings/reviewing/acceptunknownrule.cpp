// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/acceptcomments.h"
#include "backend/findings/rules.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

bool exists(const RuleId &id)
{
    return std::any_of(rules().cbegin(), rules().cend(),
                       [&](const Rule &rule) { return id.text() == QLatin1String(rule.id); });
}

/// A misspelt name accepts nothing, and whoever wrote it believes otherwise.
RuleOutcome check(const Facts &facts)
{
    QList<Finding> findings;
    const QList<AcceptComment> comments = acceptComments(facts);
    if (comments.isEmpty())
        return NotApplicable{QCoreApplication::translate("rules", "no comment accepts a finding")};
    for (const AcceptComment &comment : comments) {
        if (exists(comment.rule))
            continue;
        Finding finding;
        finding.where = lineOf(comment.file, comment.line);
        finding.subject = comment.rule.text();
        finding.title =
            QCoreApplication::translate("rules", "A comment accepts %1, which is no rule").arg(comment.rule.text());
        finding.explanation = QCoreApplication::translate(
            "rules", "No rule has this name, so the comment accepts nothing. The name stands beside each finding.");
        findings.append(finding);
    }
    return findings;
}

} // namespace

const Rule reviewing::acceptUnknownRule{
    "review.accept-unknown-rule",
    QT_TRANSLATE_NOOP("rules", "Comments that accept findings name rules that exist"),
    "Gatewright",
    check,
};

} // namespace gw
