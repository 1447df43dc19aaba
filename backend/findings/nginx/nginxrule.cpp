// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxrule.h"

#include "backend/findings/nginx/nginxview.h"

#include <set>
#include <tuple>

namespace gw {
namespace {

using Place = std::tuple<RemotePath, int, int, QString, QString>;

/// A file that is included twice brings each of its lines twice.
void dropRepeated(QList<Finding> &findings)
{
    std::set<Place> seen;
    findings.removeIf([&](const Finding &finding) {
        const SourceRange &where = finding.where;
        return !seen.emplace(where.file, where.line, where.column, finding.subject, finding.title).second;
    });
}

} // namespace

QStringList optionsOf(const NginxRule &rule)
{
    return QString::fromLatin1(rule.options).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

RuleOutcome outcomeOf(const NginxRule &rule, const NginxView &view)
{
    RuleOutcome outcome = rule.check(view);
    if (auto *findings = std::get_if<QList<Finding>>(&outcome)) {
        dropRepeated(*findings);
        return withRest(*findings, view.unread());
    }
    if (auto *part = std::get_if<PartlyChecked>(&outcome))
        dropRepeated(part->findings);
    return outcome;
}

RuleOutcome outcomeOf(const NginxRule &rule, const Facts &facts)
{
    const Known<NginxView> view = NginxView::of(facts);
    return view ? outcomeOf(rule, *view) : withoutFacts(view.gap());
}

} // namespace gw
