// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/untrustedtext.h"
#include "backend/plan/changemerge.h"
#include "backend/plan/plan.h"

#include <QCoreApplication>
#include <QMap>
#include <QSet>
#include <algorithm>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PlanMerge)
};

using Verb = ServiceAction::Verb;

template <typename List>
void appendNew(List &list, const List &more)
{
    for (const auto &item : more) {
        if (!list.contains(item))
            list.append(item);
    }
}

/// A step of the merged plan, made from the steps of one or more plans.
struct Node {
    Step step;
    QStringList reasons;
    QSet<qsizetype> after; ///< the nodes that stand before it in some plan
};

/// What waits for the others where the plans leave it open: checks see every file, services come last, and systemd
/// reads its units before it acts on them.
int rankOf(const Change &change)
{
    if (std::holds_alternative<Check>(change))
        return 1;
    const auto *action = std::get_if<ServiceAction>(&change);
    if (action == nullptr)
        return 0;
    switch (action->verb) {
    case Verb::DaemonReload: return 2;
    case Verb::Enable:
    case Verb::Disable: return 3;
    case Verb::Start:
    case Verb::Stop: return 4;
    case Verb::Reload:
    case Verb::Restart: break;
    }
    return 5;
}

/// Joins steps by their subjects and keeps the order of each plan.
class StepMerge {
public:
    void add(const Plan &plan)
    {
        QMap<QByteArray, int> seen;
        QMap<QString, QString> ids; // of this plan to those of the merged one
        QList<qsizetype> nodes;
        for (const Step &step : plan.steps) {
            // A plan may check or restart twice, with something in between: the second one is another subject.
            const QByteArray subject = subjectOf(step.change);
            const int time = changedFile(step.change).isEmpty() ? seen[subject]++ : 0;
            const qsizetype node = nodeFor(subject + '\0' + QByteArray::number(time), step);
            ids.insert(step.id, m_nodes[node].step.id);
            if (!nodes.isEmpty() && nodes.last() != node)
                m_nodes[node].after.insert(nodes.last());
            nodes.append(node);
        }
        for (qsizetype i = 0; i < nodes.size(); ++i)
            addNeeds(m_nodes[nodes[i]].step, plan.steps[i].needs, ids);
    }

    QStringList conflicts() const { return m_conflicts; }

    /// Each step behind those that stand before it in any plan. Nothing when the plans contradict each other.
    std::optional<QList<Step>> ordered()
    {
        QList<Step> steps;
        QSet<qsizetype> done;
        while (done.size() < m_nodes.size()) {
            const qsizetype next = nextNode(done);
            if (next < 0)
                return std::nullopt;
            done.insert(next);
            Step step = m_nodes[next].step;
            step.reason = m_nodes[next].reasons.join(betweenReasons());
            steps.append(step);
        }
        return steps;
    }

private:
    qsizetype nodeFor(const QByteArray &subject, const Step &step)
    {
        const auto known = m_bySubject.constFind(subject);
        if (known == m_bySubject.constEnd()) {
            m_bySubject.insert(subject, m_nodes.size());
            m_nodes.append(Node{{freeId(step.id), step.change, {}, {}}, reasonsOf(step), {}});
            return m_nodes.size() - 1;
        }
        Node &node = m_nodes[*known];
        appendNew(node.reasons, reasonsOf(step));
        const Result<Change> both = mergedChange(node.step.change, step.change);
        if (both)
            node.step.change = *both;
        else
            m_conflicts.append(both.error().cause);
        return *known;
    }

    static QString betweenReasons() { return Text::tr("; ", "between reasons"); }
    /// More than one when its plan was merged before.
    static QStringList reasonsOf(const Step &step) { return step.reason.split(betweenReasons(), Qt::SkipEmptyParts); }

    QString freeId(const QString &wished)
    {
        QString id = wished;
        for (int number = 2; m_ids.contains(id); ++number)
            id = QStringLiteral("%1 (%2)").arg(wished).arg(number);
        m_ids.insert(id);
        return id;
    }

    static void addNeeds(Step &step, const QStringList &needs, const QMap<QString, QString> &ids)
    {
        for (const QString &need : needs) {
            const QString id = ids.value(need, need);
            if (id != step.id && !step.needs.contains(id))
                step.needs.append(id);
        }
    }

    /// The first of the lowest rank that may come now; -1: each waits for another.
    qsizetype nextNode(const QSet<qsizetype> &done) const
    {
        qsizetype best = -1;
        for (qsizetype i = 0; i < m_nodes.size(); ++i) {
            if (done.contains(i) || !done.contains(m_nodes[i].after))
                continue;
            if (best < 0 || rankOf(m_nodes[i].step.change) < rankOf(m_nodes[best].step.change))
                best = i;
        }
        return best;
    }

    QList<Node> m_nodes; ///< in the order in which the plans name them
    QMap<QByteArray, qsizetype> m_bySubject;
    QSet<QString> m_ids;
    QStringList m_conflicts;
};

bool acts(const Plan &plan, const ServiceUnit &unit, Verb verb)
{
    return std::any_of(plan.steps.begin(), plan.steps.end(), [&](const Step &step) {
        return step.change == Change(ServiceAction{unit, verb});
    });
}

/// What one plan wants and the other forbids. A plan that stops and starts a service itself wants it to run.
QStringList contradictions(const Plan &one, const Plan &other)
{
    QStringList found;
    for (const Step &step : one.steps) {
        const auto *action = std::get_if<ServiceAction>(&step.change);
        const auto opposite = action == nullptr ? std::nullopt : inverseOf(action->verb);
        if (opposite && acts(other, action->unit, *opposite) && !acts(one, action->unit, *opposite) &&
            !acts(other, action->unit, action->verb))
            found.append(
                Text::tr("one plan starts %1, another stops it").arg(UntrustedText(action->unit.name()).shown()));
    }
    for (const Proof &proof : one.proofs) {
        const auto *port = std::get_if<PortProof>(&proof);
        if (port != nullptr && port->expect == PortProof::Expect::Open &&
            other.proofs.contains(Proof(PortProof{port->port, PortProof::Expect::Closed})))
            found.append(Text::tr("one plan opens port %1, another closes it").arg(port->port));
    }
    return found;
}

Error refused(const QStringList &conflicts)
{
    return {Error::Kind::Invalid,
            Text::tr("Join the plans"),
            conflicts.join(Text::tr("; ", "between conflicts")),
            Text::tr("Apply one after the other"),
            {}};
}

QString joinedTitle(const QList<Plan> &plans)
{
    QStringList titles;
    for (const Plan &plan : plans)
        appendNew(titles, {plan.title});
    return titles.join(Text::tr(", ", "between titles of plans"));
}

} // namespace

Result<Plan> merged(const QList<Plan> &plans)
{
    if (plans.isEmpty())
        return refused({Text::tr("there is no plan")});
    if (plans.size() == 1)
        return plans.first();

    Plan all{plans.first().host, joinedTitle(plans), {}, {}, {}, std::chrono::seconds(0)};
    StepMerge steps;
    QStringList conflicts;
    for (const Plan &plan : plans) {
        if (plan.host != all.host)
            return refused({Text::tr("they are for different servers")});
        for (const Plan &other : plans)
            appendNew(conflicts, contradictions(plan, other));
        steps.add(plan);
        appendNew(all.proofs, plan.proofs);
        appendNew(all.warnings, plan.warnings);
        all.window = std::max(all.window, plan.window);
    }
    appendNew(conflicts, steps.conflicts());
    const std::optional<QList<Step>> ordered = steps.ordered();
    if (!ordered)
        conflicts.append(Text::tr("they do the same things in opposite orders"));
    if (!conflicts.isEmpty())
        return refused(conflicts);
    all.steps = *ordered;
    return all;
}

} // namespace gw
