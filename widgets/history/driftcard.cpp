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

QString valuesOf(const FactChange &change)
{
    switch (change.kind) {
    case FactChange::Kind::Added: return DriftCard::tr("new: %1").arg(change.after.shown());
    case FactChange::Kind::Removed: return DriftCard::tr("gone: %1").arg(change.before.shown());
    case FactChange::Kind::Changed:
        return QStringLiteral("%1 \u2192 %2").arg(change.before.shown(), change.after.shown());
    }
    Q_UNREACHABLE();
}

Row rowOf(const DriftItem &item)
{
    Row row;
    row.title = item.change.subject;
    row.detail = valuesOf(item.change);
    if (item.explainedBy) {
        row.key = QString::number(*item.explainedBy);
        row.icon = QStringLiteral("check");
        row.pill = (item.proven ? DriftCard::tr("by #%1") : DriftCard::tr("fits #%1")).arg(*item.explainedBy);
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
                         [](const DriftItem &item) { return !item.explainedBy; });
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
    refresh();
}

void DriftCard::refresh()
{
    QList<Row> rows;
    for (const DriftItem &item : std::as_const(m_drift.changes))
        rows << rowOf(item);
    const qsizetype count = rows.size();
    m_list->setRows(rows);
    m_list->setFixedHeight(int(qMin(count, m_all ? mostRows : fewRows)) * rowHeight);
    m_list->setVerticalScrollBarPolicy(m_all && count > mostRows ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
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
