// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/web/problemlist.h"

#include "widgets/parts/button.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/rowlist.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>
#include <tuple>

namespace gw {
namespace {

constexpr int listHeight = 150;

/// The worst first, then by place.
bool comesBefore(const ProblemList::Entry &a, const ProblemList::Entry &b)
{
    return std::tie(a.kind, b.severity, a.place.path, a.place.offset) <
           std::tie(b.kind, a.severity, b.place.path, b.place.offset);
}

} // namespace

ProblemList::ProblemList(QWidget *parent) : CardFoot(parent)
{
    setObjectName(QStringLiteral("problemList"));
    m_first = new PlainLabel(PlainLabel::Role::Small, Tone::Critical, this);
    m_first->setObjectName(QStringLiteral("webProblemText"));
    m_first->setOverflow(PlainLabel::Overflow::Elide);
    m_all = new Button(Button::Kind::Link, this);
    m_all->setObjectName(QStringLiteral("allProblems"));
    m_go = new Button(Button::Kind::Link, this);
    m_go->setObjectName(QStringLiteral("goToProblem"));
    m_list = new RowList(RowList::Size::Scroll, this);
    m_list->setObjectName(QStringLiteral("problemRows"));
    m_list->setInteractive(true);
    m_list->setInset(14);
    m_list->setFixedHeight(listHeight);
    m_list->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 7, 0, 3);
    column->setSpacing(3);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(14, 0, 12, 0);
    line->addWidget(m_first, 1);
    line->addWidget(m_all);
    line->addWidget(m_go);
    column->addLayout(line);
    column->addWidget(m_list);
    connect(m_all, &Button::clicked, this, [this] {
        m_isOpen = !m_isOpen;
        retranslate();
    });
    // What is gone to may bring other entries.
    const auto choose = [this](qsizetype index) {
        const FilePlace place = m_entries.value(index).place;
        Q_EMIT chosen(place);
    };
    connect(m_go, &Button::clicked, this, [choose] { choose(0); });
    connect(m_list, &RowList::rowActivated, this, [choose](const QString &key) { choose(key.toInt()); });
}

void ProblemList::setEntries(QList<Entry> entries, const RemotePath &file)
{
    m_entries = std::move(entries);
    m_file = file;
    std::stable_sort(m_entries.begin(), m_entries.end(), comesBefore);
    retranslate();
}

QString ProblemList::lineOf(const Entry &entry) const
{
    return entry.place.path == m_file ? QString::number(entry.line)
                                      : QStringLiteral("%1:%2").arg(nginxFileName(entry.place.path)).arg(entry.line);
}

void ProblemList::changeEvent(QEvent *event)
{
    CardFoot::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProblemList::retranslate()
{
    const qsizetype count = m_entries.size();
    m_all->setVisible(count > 1);
    m_all->setText(m_isOpen ? tr("Hide the list") : tr("All %1").arg(count));
    m_go->setText(tr("Go there"));
    m_list->setVisible(m_isOpen && count > 1);
    m_list->setAccessibleName(tr("What is wrong in this file"));
    QList<Row> rows;
    for (qsizetype i = 0; i < count; ++i) {
        const Entry &entry = m_entries[i];
        Row row;
        row.key = QString::number(i);
        row.severity = entry.severity;
        row.lead = lineOf(entry);
        row.leadMono = true;
        row.title = entry.message;
        row.trailing = entry.kind == Entry::Kind::Finding ? tr("review") : QStringLiteral("nginx -t");
        rows.append(row);
    }
    m_list->setRows(rows);
    if (count == 0)
        return m_first->setText(QString());
    const Entry &first = m_entries.first();
    m_first->setTone(first.kind == Entry::Kind::Error ? Tone::Critical : toneOf(first.severity));
    m_first->setText(tr("Line %1: %2").arg(lineOf(first), first.message));
}

} // namespace gw
