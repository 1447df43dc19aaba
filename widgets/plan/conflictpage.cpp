// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plan/conflictpage.h"

#include "backend/base/overloaded.h"
#include "widgets/parts/button.h"
#include "widgets/parts/card.h"
#include "widgets/parts/format.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/rowlist.h"
#include "widgets/plan/comparisonpanel.h"
#include "widgets/plan/plantext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSplitter>
#include <QVBoxLayout>

namespace gw {
namespace {

/// What a step makes of its file.
QByteArray wantedText(const Change &change)
{
    return std::visit(Overloaded{
                          [](const WriteFile &write) { return write.after; },
                          [](const LinkFile &link) -> QByteArray { return link.target + '\n'; },
                          [](const auto &) { return QByteArray(); },
                      },
                      change);
}

const Change *changeOf(const Plan &plan, const RemotePath &path)
{
    for (const Step &step : plan.steps) {
        const RemotePath *file = plantext::path(step.change);
        if (file && *file == path)
            return &step.change;
    }
    return nullptr;
}

QByteArray textOf(const FileState &state)
{
    return state.kind == FileState::Kind::Link && state.content.isEmpty() ? state.linkTarget + '\n' : state.content;
}

} // namespace

ConflictPage::ConflictPage(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("conflictPage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 14, 24, 20);
    column->setSpacing(12);
    auto *head = new Card(this);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    m_title = new PlainLabel(PlainLabel::Role::Heading, Tone::Neutral, head);
    m_title->setObjectName(QStringLiteral("conflictTitle"));
    m_title->setOverflow(PlainLabel::Overflow::Elide);
    m_hint = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, head);
    m_hint->setOverflow(PlainLabel::Overflow::Wrap);
    texts->addWidget(m_title);
    texts->addWidget(m_hint);
    m_discard = new Button(Button::Kind::Secondary, head);
    m_discard->setObjectName(QStringLiteral("discardPlan"));
    m_remake = new Button(Button::Kind::Primary, head);
    m_remake->setObjectName(QStringLiteral("remakePlan"));
    row->addLayout(texts, 1);
    row->addWidget(m_discard);
    row->addWidget(m_remake);
    head->body()->addLayout(row);
    column->addWidget(head);

    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    m_filesCard = new Card(splitter);
    m_filesCard->setFlush();
    m_filesCard->setMinimumWidth(220);
    m_files = new RowList(RowList::Size::Scroll, m_filesCard);
    m_files->setObjectName(QStringLiteral("conflictFiles"));
    m_files->setInset(14);
    m_files->setInteractive(true);
    m_filesCard->body()->addWidget(m_files);
    m_fileCard = new Card(splitter);
    m_fileCard->setFlush();
    m_fileCard->setMinimumWidth(400);
    m_panel = new ComparisonPanel(m_fileCard);
    m_fileCard->body()->addWidget(m_panel);
    splitter->addWidget(m_filesCard);
    splitter->addWidget(m_fileCard);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 4);
    splitter->setSizes({220, 780});
    column->addWidget(splitter, 1);

    connect(m_discard, &Button::clicked, this, &ConflictPage::discardRequested);
    connect(m_remake, &Button::clicked, this, &ConflictPage::remakeRequested);
    connect(m_files->selectionModel(), &QItemSelectionModel::currentChanged, this, &ConflictPage::showFile);
    retranslate();
}

void ConflictPage::setConflicts(const Plan &plan, const QList<PlanConflict> &conflicts)
{
    if (plan == m_plan && conflicts == m_conflicts)
        return;
    m_plan = plan;
    m_conflicts = conflicts;
    refresh();
    m_files->setCurrentIndex(m_files->rowModel()->index(0));
    showFile();
}

void ConflictPage::refresh()
{
    QList<Row> rows;
    for (const PlanConflict &conflict : std::as_const(m_conflicts)) {
        Row row;
        row.key = QString::fromUtf8(conflict.path.bytes());
        row.icon = QStringLiteral("document");
        row.iconTone = Tone::Warning;
        row.title = conflict.path.shownName();
        row.detail = conflict.path.shown();
        rows << row;
    }
    m_files->setRows(rows);
    m_title->setText(m_conflicts.size() == 1
                         ? tr("Nothing was changed: a file is not as the plan saw it")
                         : tr("Nothing was changed: %1 files are not as the plan saw them").arg(m_conflicts.size()));
    showFile();
}

void ConflictPage::showFile()
{
    const int at = m_files->currentIndex().row();
    if (at < 0 || at >= m_conflicts.size())
        return;
    const PlanConflict &conflict = m_conflicts[at];
    const Change *change = changeOf(m_plan, conflict.path);
    QStringList notes;
    if (!conflict.expected.exists())
        notes << tr("it did not exist");
    else if (!conflict.found.exists())
        notes << tr("it is gone");
    else if (conflict.expected.attributes != conflict.found.attributes)
        notes << tr("was %1, now %2")
                     .arg(plantext::attributes(conflict.expected.attributes),
                          plantext::attributes(conflict.found.attributes));
    m_fileCard->setTitle(conflict.path.shown(), format::joined(notes));
    if (change && plantext::isSecret(*change))
        m_panel->setNothing(tr("The content is secret"), tr("It is not what the plan saw, and it is not shown."));
    else
        m_panel->setThreeWay(textOf(conflict.expected), textOf(conflict.found),
                             change ? wantedText(*change) : textOf(conflict.expected));
}

void ConflictPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ConflictPage::retranslate()
{
    m_hint->setText(tr("Somebody or something wrote in between. Made again, the plan starts from what is there now and "
                       "shows you its difference once more."));
    m_discard->setText(tr("Discard"));
    m_remake->setText(tr("Make the plan again"));
    m_filesCard->setTitle(tr("Files"));
    m_files->setAccessibleName(tr("Files"));
    refresh();
}

} // namespace gw
