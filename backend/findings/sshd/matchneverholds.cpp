// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/sshdview.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

bool isOnlyNegated(const SshdCriterion &criterion)
{
    const QByteArrayList parts = criterion.pattern.split(',');
    return !criterion.pattern.isEmpty() &&
           std::all_of(parts.cbegin(), parts.cend(), [](const QByteArray &part) { return part.startsWith('!'); });
}

RuleOutcome check(const Facts &facts)
{
    return withSshd(facts, [](const SshdView &sshd) -> RuleOutcome {
        if (sshd.config().files().isEmpty())
            return NotChecked{QCoreApplication::translate("sshd", "the configuration files could not be read")};
        QList<Finding> findings;
        QList<SshdOrigin> seen;
        for (const SshdSetting &setting : sshd.config().settings()) {
            for (const SshdMatch &match : setting.matches) {
                const bool never = std::any_of(match.criteria.cbegin(), match.criteria.cend(), isOnlyNegated);
                if (!never || seen.contains(match.origin))
                    continue;
                seen.append(match.origin);
                Finding finding;
                finding.severity = Severity::Medium;
                finding.where = lineOf(match.origin.file, match.origin.line);
                finding.where.column = match.origin.column;
                finding.title = QCoreApplication::translate("sshd", "This Match block never applies");
                finding.explanation =
                    QCoreApplication::translate("sshd", "A pattern with “!” only takes something away from what "
                                                        "another pattern allowed. To mean “everybody "
                                                        "but alice” write “Match User *,!alice”.");
                finding.effective = UntrustedText::fromBytes(match.text());
                finding.proof = {sshd.lineEvidence(match.origin)};
                findings.append(finding);
            }
        }
        return findings;
    });
}

} // namespace

const Rule sshd::matchNeverHolds{
    "sshd.match-never-holds",
    QT_TRANSLATE_NOOP("rules", "Every Match block can apply"),
    "ssh_config(5) PATTERNS: a negated match never produces a positive result by itself",
    check,
};

} // namespace gw
