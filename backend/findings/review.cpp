// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/review.h"

#include "backend/base/overloaded.h"
#include "backend/findings/acceptcomments.h"
#include "backend/findings/nginx/nginxrule.h"
#include "backend/findings/nginx/nginxview.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <tuple>

namespace gw {
namespace {

/// Worst first; the rest of the key makes the order the same in every run.
bool comesBefore(const Finding &a, const Finding &b)
{
    if (a.severity != b.severity)
        return a.severity > b.severity;
    return std::tie(a.rule, a.where.file, a.where.line, a.where.column, a.subject, a.title) <
           std::tie(b.rule, b.where.file, b.where.line, b.where.column, b.subject, b.title);
}

bool concerns(const AcceptedRisk &risk, const Finding &finding)
{
    if (risk.rule != finding.rule)
        return false;
    return risk.subject.isEmpty() || risk.subject == finding.subject || risk.subject == finding.where.file.shown();
}

bool holds(const AcceptedRisk &risk, const QDate &today)
{
    return !risk.until.isValid() || risk.until >= today;
}

QString endedAcceptance(const Finding &finding, const AcceptedRisk &risk)
{
    return QCoreApplication::translate("review", "%1 This was accepted until %2 (%3); the acceptance has ended.",
                                       "%1 is the explanation of the finding, %3 the reason that was given")
        .arg(finding.explanation, QLocale().toString(risk.until, QLocale::ShortFormat), risk.reason);
}

bool isAsked(const Rule &rule, const RuleId &id, const ReviewScope &scope)
{
    if (scope.only.contains(id.text()))
        return true;
    return (scope.only.isEmpty() || scope.only.contains(id.topic())) && rule.profiles.testFlag(scope.profile);
}

/// Two lines of one finding may be the same one.
void dropRepeated(QList<Evidence> &proof)
{
    QList<Evidence> once;
    for (const Evidence &evidence : proof) {
        if (!once.contains(evidence))
            once.append(evidence);
    }
    proof = once;
}

/// Asks rules; the configuration of nginx is read once, when the first rule about it is asked.
class Asker {
public:
    Asker(const Facts &facts, const ReviewScope &scope) : m_facts(facts), m_scope(scope) {}

    RuleOutcome outcomeOf(const Rule &rule)
    {
        if (!rule.nginx)
            return rule.check(m_facts);
        const Known<NginxView> &view = nginx();
        return view ? gw::outcomeOf(*rule.nginx, *view) : withoutFacts(view.gap());
    }
    bool isFixable(const Rule &rule, const Finding &finding)
    {
        if (rule.nginx)
            return rule.nginx->fix && nginx() && !rule.nginx->fix(*nginx(), finding).isEmpty();
        return rule.remedy && !rule.remedy(m_facts, finding).isEmpty();
    }

private:
    const Known<NginxView> &nginx()
    {
        if (!m_nginx)
            m_nginx = NginxView::of(m_facts, m_scope);
        return *m_nginx;
    }

    const Facts &m_facts;
    const ReviewScope &m_scope;
    std::optional<Known<NginxView>> m_nginx;
};

class Sorter {
public:
    Sorter(Review &review, const QList<AcceptedRisk> &risks, QList<AcceptComment> comments, const QDate &today)
        : m_review(review), m_risks(risks), m_comments(std::move(comments)), m_today(today)
    {
    }

    void add(Finding finding)
    {
        for (const AcceptComment &comment : m_comments) {
            if (accepts(comment, finding)) {
                AcceptedRisk risk{finding.rule, finding.where.file.shown(), comment.reason, {}, {}};
                m_review.accepted.append({std::move(finding), std::move(risk)});
                return;
            }
        }
        const AcceptedRisk *ended = nullptr;
        for (const AcceptedRisk &risk : m_risks) {
            if (!concerns(risk, finding))
                continue;
            if (holds(risk, m_today)) {
                m_review.accepted.append({std::move(finding), risk});
                return;
            }
            ended = &risk;
        }
        if (ended)
            finding.explanation = endedAcceptance(finding, *ended);
        m_review.findings.append(std::move(finding));
    }

private:
    Review &m_review;
    const QList<AcceptedRisk> &m_risks;
    QList<AcceptComment> m_comments;
    QDate m_today;
};

} // namespace

int Review::count(Severity severity) const
{
    return int(std::count_if(findings.cbegin(), findings.cend(),
                             [severity](const Finding &finding) { return finding.severity == severity; }));
}

std::optional<Severity> Review::worst() const
{
    if (findings.isEmpty())
        return std::nullopt;
    return findings.first().severity;
}

Review review(const Facts &facts, const QList<AcceptedRisk> &accepted, const QDate &today, const ReviewScope &scope)
{
    Review result;
    Asker asker(facts, scope);
    Sorter sorter(result, accepted, acceptComments(facts), today);
    const auto sort = [&](const Rule &rule, const RuleId &id, const QList<Finding> &findings) {
        for (Finding finding : findings) {
            finding.rule = id;
            if (finding.source.isEmpty())
                finding.source = QString::fromUtf8(rule.source);
            dropRepeated(finding.proof);
            finding.fixable = asker.isFixable(rule, finding);
            sorter.add(std::move(finding));
        }
    };
    for (const Rule &rule : rules()) {
        const RuleId id(QString::fromLatin1(rule.id));
        if (!isAsked(rule, id, scope))
            continue;
        const QString title = QCoreApplication::translate("rules", rule.title);
        std::visit(Overloaded{
                       [&](const QList<Finding> &findings) {
                           if (findings.isEmpty())
                               result.passed.append({id, title, {}});
                           sort(rule, id, findings);
                       },
                       [&](const PartlyChecked &part) {
                           sort(rule, id, part.findings);
                           result.notChecked.append({id, title, part.reason});
                       },
                       [&](const NotChecked &why) {
                           result.notChecked.append({id, title, why.reason});
                       },
                       [&](const NotApplicable &why) {
                           result.notApplicable.append({id, title, why.reason});
                       },
                   },
                   asker.outcomeOf(rule));
    }
    std::sort(result.findings.begin(), result.findings.end(), comesBefore);
    std::sort(result.accepted.begin(), result.accepted.end(),
              [](const AcceptedFinding &a, const AcceptedFinding &b) { return comesBefore(a.finding, b.finding); });
    return result;
}

} // namespace gw
