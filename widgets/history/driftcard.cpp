// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/history/driftcard.h"

#include "widgets/parts/button.h"
#include "widgets/parts/format.h"
#include "widgets/parts/rowlist.h"

#include <QEvent>
#include <QVBoxLayout>

namespace gw {
namespace {

constexpr int rowHeight = 52;
constexpr qsizetype fewRows = 2;
constexpr qsizetype mostRows = 6; ///< more of them scroll

QString valuesOf(const OutsideChange &change)
{
    if (change.before.isEmpty())
        return change.after.isEmpty() ? DriftCard::tr("changed") : DriftCard::tr("new: %1").arg(change.after.shown());
    if (change.after.isEmpty())
        return DriftCard::tr("gone: %1").arg(change.before.shown());
    return QStringLiteral("%1 \u2192 %2").arg(change.before.shown(), change.after.shown());
}

Row rowOf(const OutsideChange &change)
{
    Row row;
    row.key = change.explainedBy ? QString::number(*change.explainedBy) : QString();
    row.title = change.subject;
    row.detail = valuesOf(change);
    if (change.explainedBy) {
        row.icon = QStringLiteral("check");
        row.pill = DriftCard::tr("by #%1").arg(*change.explainedBy);
        row.pillTone = Tone::Muted;
    } else {
        row.severity = Severity::Medium;
        row.pill = DriftCard::tr("not by Gatewright");
        row.pillTone = Tone::Warning;
    }
    return row;
}

} // namespace

qsizetype unexplained(const Drift &drift)
{
    return std::count_if(drift.changes.cbegin(), drift.changes.cend(),
                         [](const OutsideChange &change) { return !change.explainedBy; });
}

DriftCard::DriftCard(QWidget *parent) : Card(parent)
{
    setObjectName(QStringLiteral("driftCard"));
    m_more = new Button(Button::Kind::Link, this);
    m_more->setObjectName(QStringLiteral("showAllDrift"));
    addToHeader(m_more);
    m_list = new RowList(RowList::Size::Scroll, this);
    m_list->setObjectName(QStringLiteral("driftList"));
    m_list->setInteractive(true);
    body()->addWidget(m_list);
    connect(m_more, &Button::clicked, this, [this] {
        m_all = !m_all;
        refresh();
    });
    connect(m_list, &RowList::rowActivated, this, [this](const QString &key) {
        if (!key.isEmpty())
            Q_EMIT changeRequested(key.toLongLong());
    });
    refresh();
}

void DriftCard::setDrift(const Drift &drift)
{
    m_drift = drift;
    // What nobody accounts for comes first.
    std::stable_partition(m_drift.changes.begin(), m_drift.changes.end(),
                          [](const OutsideChange &change) { return !change.explainedBy; });
    refresh();
}

void DriftCard::refresh()
{
    QList<Row> rows;
    for (const OutsideChange &change : std::as_const(m_drift.changes))
        rows << rowOf(change);
    const qsizetype count = rows.size();
    m_list->setRows(rows);
    m_list->setFixedHeight(int(qMin(count, m_all ? mostRows : fewRows)) * rowHeight);
    m_more->setText(m_all ? tr("Show fewer") : tr("Show all %1").arg(count));
    m_more->setVisible(count > fewRows);
    setTitle(tr("Changed outside of Gatewright since the last survey"),
             m_drift.since.isValid() ? format::shortTime(m_drift.since) : QString());
    m_list->setAccessibleName(tr("Changed outside of Gatewright since the last survey"));
    setVisible(unexplained(m_drift) > 0);
}

void DriftCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace gw
