// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/acceptcomments.h"
#include "backend/findings/nginx/nginxrule.h"
#include "backend/findings/nginx/nginxview.h"
#include "backend/findings/rules.h"

#include <QCoreApplication>
#include <QHash>
#include <algorithm>

namespace gw {
namespace {

/// What the rules find that comments name; each is asked once. Rules about comments are left out: they are none to
/// accept.
class Asked {
public:
    explicit Asked(const Facts &facts) : m_facts(facts) {}

    /// Nothing: there is no such rule, or it could not look everywhere, so that nobody knows what it would have found.
    const std::optional<QList<Finding>> &of(const RuleId &id)
    {
        auto known = m_findings.find(id);
        if (known == m_findings.end())
            known = m_findings.insert(id, ask(id));
        return *known;
    }

private:
    std::optional<QList<Finding>> ask(const RuleId &id)
    {
        for (const Rule &rule : rules()) {
            if (id.text() != QLatin1String(rule.id) || id.topic() == QLatin1String("review"))
                continue;
            RuleOutcome outcome = rule.nginx ? ofNginx(*rule.nginx) : rule.check(m_facts);
            auto *findings = std::get_if<QList<Finding>>(&outcome);
            if (!findings)
                return std::nullopt;
            for (Finding &finding : *findings)
                finding.rule = id;
            return *findings;
        }
        return std::nullopt;
    }

    /// Whatever the profile: a comment may accept what only one of the other reviews finds.
    RuleOutcome ofNginx(const NginxRule &rule)
    {
        if (!m_strict) {
            m_strict = NginxView::of(m_facts, {ReviewProfile::Strict});
            m_cis = NginxView::of(m_facts, {ReviewProfile::Cis});
        }
        if (!*m_strict)
            return withoutFacts(m_strict->gap());
        RuleOutcome outcome = outcomeOf(rule, **m_strict);
        const RuleOutcome ofCis = outcomeOf(rule, **m_cis);
        auto *findings = std::get_if<QList<Finding>>(&outcome);
        if (const auto *more = std::get_if<QList<Finding>>(&ofCis); findings && more)
            findings->append(*more);
        return outcome;
    }

    const Facts &m_facts;
    std::optional<Known<NginxView>> m_strict;
    std::optional<Known<NginxView>> m_cis;
    QHash<RuleId, std::optional<QList<Finding>>> m_findings;
};

/// Written at another line than the finding's, or left over from what was mended long ago.
RuleOutcome check(const Facts &facts)
{
    QList<Finding> findings;
    Asked asked(facts);
    const QList<AcceptComment> comments = acceptComments(facts);
    if (comments.isEmpty())
        return NotApplicable{QCoreApplication::translate("rules", "no comment accepts a finding")};
    for (const AcceptComment &comment : comments) {
        const std::optional<QList<Finding>> &found = asked.of(comment.rule);
        if (comment.reason.isEmpty() || !found)
            continue;
        const bool hits = std::any_of(found->cbegin(), found->cend(),
                                      [&](const Finding &finding) { return accepts(comment, finding); });
        if (hits)
            continue;
        Finding finding;
        finding.where = lineOf(comment.file, comment.line);
        finding.subject = comment.rule.text();
        finding.title = QCoreApplication::translate("rules", "A comment accepts %1, but nothing is found there")
                            .arg(comment.rule.text());
        finding.explanation = QCoreApplication::translate(
            "rules",
            "The comment accepts what this rule finds on its own line or the line below, or about the file as "
            "a whole. There is nothing of the kind: move the comment to the line that is meant, or remove it.");
        findings.append(finding);
    }
    return findings;
}

} // namespace

const Rule reviewing::acceptWithoutEffect{
    "review.accept-without-effect",
    QT_TRANSLATE_NOOP("rules", "Comments that accept findings accept one"),
    "Gatewright",
    check,
};

} // namespace gw
