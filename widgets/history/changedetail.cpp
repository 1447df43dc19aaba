// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/history/changedetail.h"

#include "widgets/history/changereport.h"
#include "widgets/history/entryrow.h"
#include "widgets/history/outcomepill.h"
#include "widgets/history/undoform.h"
#include "widgets/parts/button.h"
#include "widgets/parts/factgrid.h"
#include "widgets/parts/followcurrent.h"
#include "widgets/parts/format.h"
#include "widgets/parts/pill.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/plan/plantext.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QVBoxLayout>

namespace gw {
namespace {

constexpr qsizetype filesShownAtOnce = 3;
constexpr qsizetype longestCommand = 4000;

/// What was done to a file is told by its diff; everything else by its command line.
bool isAboutAFile(const Change &change)
{
    return std::holds_alternative<WriteFile>(change) || std::holds_alternative<RemoveFile>(change) ||
           std::holds_alternative<LinkFile>(change) || std::holds_alternative<SetAttributes>(change);
}

bool canBeUndone(const ChangeRecord &change)
{
    return change.outcome == Outcome::Kept || change.outcome == Outcome::Broken;
}

} // namespace

void ChangeDetail::Section::clear() const
{
    while (QLayoutItem *item = entries->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void ChangeDetail::Section::setVisible(bool visible) const
{
    caption->setVisible(visible);
    area->setVisible(visible);
}

ChangeDetail::ChangeDetail(HistoryModel::Scope scope, QWidget *parent) : QScrollArea(parent), m_scope(scope)
{
    setObjectName(QStringLiteral("changeDetail"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // drawn only when needed; its room is the margin
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(16, 12, 6, 14);
    column->setSpacing(8);
    setWidget(content);
    content->setAutoFillBackground(false); // the card shows through
    followFocus(this);
    makeHead(column);
    makeButtons(column);
    m_proofs = makeSection(column);
    m_files = makeSection(column);
    m_steps = makeSection(column);
    column->addStretch(1);
    retranslate();
}

void ChangeDetail::makeHead(QVBoxLayout *column)
{
    QWidget *content = widget();
    const auto label = [&](PlainLabel::Role role, Tone tone, const char *name) {
        auto *made = new PlainLabel(role, tone, content);
        made->setObjectName(QLatin1String(name));
        made->setOverflow(PlainLabel::Overflow::Wrap);
        column->addWidget(made);
        return made;
    };
    m_empty = label(PlainLabel::Role::Body, Tone::Muted, "changeEmpty");
    m_title = label(PlainLabel::Role::Heading, Tone::Neutral, "changeTitle");
    m_title->setCopyable();
    m_pills = new QWidget(content);
    auto *pills = new QHBoxLayout(m_pills);
    pills->setContentsMargins(0, 0, 0, 0);
    pills->setSpacing(6);
    m_outcome = new OutcomePill(m_pills);
    m_outcome->setObjectName(QStringLiteral("changeOutcome"));
    m_number = new Pill(m_pills);
    m_server = new Pill(m_pills);
    m_left = new PlainLabel(PlainLabel::Role::Caption, Tone::Accent, m_pills);
    m_left->setObjectName(QStringLiteral("changeCountdown"));
    pills->addWidget(m_outcome);
    pills->addWidget(m_number);
    pills->addWidget(m_server);
    pills->addWidget(m_left);
    pills->addStretch(1);
    column->addWidget(m_pills);
    m_why = label(PlainLabel::Role::Body, Tone::Neutral, "changeWhy");
    m_why->setCopyable();
    m_facts = new FactGrid(content);
    m_facts->setObjectName(QStringLiteral("changeFacts"));
    column->addWidget(m_facts);
}

void ChangeDetail::makeButtons(QVBoxLayout *column)
{
    QWidget *content = widget();
    auto *links = new QHBoxLayout;
    links->setSpacing(12);
    const auto button = [&](Button::Kind kind, const char *name, QHBoxLayout *row) {
        auto *made = new Button(kind, content);
        made->setObjectName(QLatin1String(name));
        row->addWidget(made);
        return made;
    };
    m_undoes = button(Button::Kind::Link, "showUndoneChange", links);
    m_undone = button(Button::Kind::Link, "showUndoingChange", links);
    links->addStretch(1);
    column->addLayout(links);
    m_buttons = new QWidget(content);
    auto *row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 2, 0, 2);
    row->setSpacing(8);
    m_decide = button(Button::Kind::Primary, "decideChange", row);
    m_undo = button(Button::Kind::Secondary, "undoChange", row);
    m_copy = button(Button::Kind::Secondary, "copyChange", row);
    m_export = button(Button::Kind::Secondary, "exportChange", row);
    row->addStretch(1);
    column->addWidget(m_buttons);
    m_form = new UndoForm(content);
    m_form->hide();
    column->addWidget(m_form);

    connect(m_decide, &Button::clicked, this, &ChangeDetail::decisionRequested);
    connect(m_undo, &Button::clicked, this, [this] {
        m_form->setChange(*m_change);
        m_form->show();
        m_undo->hide();
        m_form->setFocus();
    });
    connect(m_form, &UndoForm::cancelled, this, [this] {
        m_form->hide();
        m_undo->show();
        m_undo->setFocus();
    });
    connect(m_form, &UndoForm::undoRequested, this, &ChangeDetail::undoRequested);
    connect(m_copy, &Button::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(shortReportOf(*m_change)); });
    connect(m_export, &Button::clicked, this,
            [this] { Q_EMIT exportRequested(reportFileNameOf(*m_change), markdownReportOf(*m_change)); });
    connect(m_undoes, &Button::clicked, this, [this] { Q_EMIT changeRequested(*m_change->undoes); });
    connect(m_undone, &Button::clicked, this, [this] { Q_EMIT changeRequested(*m_surroundings.takenBackBy); });
}

ChangeDetail::Section ChangeDetail::makeSection(QVBoxLayout *column)
{
    Section section;
    column->addSpacing(4);
    section.caption = new PlainLabel(PlainLabel::Role::Caption, Tone::Muted, widget());
    column->addWidget(section.caption);
    section.area = new QWidget(widget());
    section.entries = new QVBoxLayout(section.area);
    section.entries->setContentsMargins(0, 0, 0, 0);
    section.entries->setSpacing(0);
    column->addWidget(section.area);
    return section;
}

void ChangeDetail::showNothing()
{
    m_change.reset();
    refresh();
}

void ChangeDetail::showChange(const ChangeRecord &change, const Surroundings &surroundings, FileEntry::Content content)
{
    const bool same = m_change && m_change->number == change.number && m_change->host == change.host;
    if (same && *m_change == change && m_surroundings == surroundings && m_content == content)
        return;
    m_change = change;
    m_surroundings = surroundings;
    m_content = content;
    if (!same) {
        m_form->hide();
        m_countdown.clear();
        verticalScrollBar()->setValue(0);
    }
    refresh();
}

void ChangeDetail::setCountdown(const QString &text)
{
    m_countdown = text;
    refreshHead();
}

void ChangeDetail::setVersion(const ChangeRecord &change)
{
    for (auto *entry : m_files.area->findChildren<FileEntry *>(QString(), Qt::FindDirectChildrenOnly)) {
        for (const FileRecord &file : change.files) {
            if (entry->path() == file.path)
                entry->setVersion(change.number, file);
        }
    }
}

void ChangeDetail::refresh()
{
    const bool something = m_change.has_value();
    m_empty->setVisible(!something);
    for (QWidget *part : {static_cast<QWidget *>(m_title), m_pills, static_cast<QWidget *>(m_facts), m_buttons})
        part->setVisible(something);
    for (const Section &section : {m_proofs, m_files, m_steps})
        section.clear();
    refreshHead();
    showProofs();
    showFiles();
    showSteps();
}

QString ChangeDetail::outcomeText() const
{
    if (!m_change->detail.isEmpty())
        return m_change->detail;
    switch (m_change->outcome) {
    case Outcome::Open: return tr("Applied. The server takes it back by itself unless somebody keeps it.");
    case Outcome::Kept: return {};
    case Outcome::Undone: return tr("It was taken back before it was kept.");
    case Outcome::CameBack: return tr("Nobody confirmed it in time, so the server took it back by itself.");
    case Outcome::Failed: return tr("A step failed. Everything was put back.");
    case Outcome::Refused: return tr("Nothing was changed.");
    case Outcome::Broken: return tr("Not everything could be put back. Compare the files below with the server.");
    }
    Q_UNREACHABLE();
}

void ChangeDetail::refreshHead()
{
    const bool something = m_change.has_value();
    const bool open = something && m_change->outcome == Outcome::Open;
    const bool takenBack = something && m_surroundings.takenBackBy.has_value();
    const QString why = something ? outcomeText() : QString();
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
    m_decide->setVisible(open);
    m_undo->setVisible(something && canBeUndone(*m_change) && !takenBack && m_form->isHidden());
    m_undone->setVisible(takenBack);
    m_undoes->setVisible(something && m_change->undoes.has_value());
    m_left->setVisible(open && !m_countdown.isEmpty());
    if (!something)
        return;
    const bool there = m_content == FileEntry::Content::There;
    m_undo->setEnabled(there);
    m_copy->setEnabled(there);
    m_export->setEnabled(there);
    m_title->setText(m_change->plan.title);
    m_outcome->setOutcome(m_change->outcome);
    m_number->setText(QStringLiteral("#%1").arg(m_change->number));
    m_number->setVisible(m_change->number > 0);
    m_server->setText(m_change->serverName);
    m_server->setVisible(m_scope == HistoryModel::Scope::Fleet);
    m_left->setText(tr("%1 left").arg(m_countdown));
    if (takenBack)
        m_undone->setText(tr("Taken back by #%1").arg(*m_surroundings.takenBackBy));
    if (m_change->undoes)
        m_undoes->setText(tr("Takes back #%1").arg(*m_change->undoes));

    QList<FactGrid::Fact> facts{
        {tr("When"), format::joined({momentName(m_change->at), format::age(m_change->at)})},
        {tr("Who"), m_change->who},
        {tr("Plan"), plantext::summary(m_change->plan)},
    };
    if (!m_change->hostKey.isEmpty())
        facts.append({tr("Host key"), m_change->hostKey});
    m_facts->setFacts(facts);
}

void ChangeDetail::showProofs()
{
    m_proofs.setVisible(m_change && !m_change->proofs.isEmpty());
    if (!m_change)
        return;
    for (const ProofRecord &proof : m_change->proofs) {
        auto *row = new EntryRow(m_proofs.area);
        row->setMark(proof.held ? EntryRow::Mark::Good : EntryRow::Mark::Bad,
                     proof.held ? tr("held") : tr("did not hold"));
        row->setTexts(titleOf(proof.proof), {},
                      format::joined({proof.held ? tr("held") : tr("did not hold"), proof.detail}));
        m_proofs.entries->addWidget(row);
    }
}

void ChangeDetail::showSteps()
{
    m_steps.setVisible(m_change && !m_change->plan.steps.isEmpty());
    if (!m_change)
        return;
    for (const Step &step : m_change->plan.steps) {
        const auto found = std::find_if(m_change->steps.cbegin(), m_change->steps.cend(),
                                        [&](const StepRecord &record) { return record.id == step.id; });
        const bool known = found != m_change->steps.cend();
        const auto state = known ? found->state : StepRecord::State::NotRun;
        const bool ran = state != StepRecord::State::NotRun;
        auto *row = new EntryRow(m_steps.area);
        row->setMark(!ran                               ? EntryRow::Mark::NotRun
                     : state == StepRecord::State::Done ? EntryRow::Mark::Good
                                                        : EntryRow::Mark::Bad,
                     !ran                               ? tr("not run")
                     : state == StepRecord::State::Done ? tr("done")
                                                        : tr("failed"));
        row->setTexts(titleOf(step.change), step.reason, ran ? format::seconds(found->took) : tr("not run"));
        row->setCode(isAboutAFile(step.change) ? QString()
                                               : UntrustedText::fromBytes(commandOf(step.change)).shown(longestCommand),
                     known ? UntrustedText::fromBytes(found->output) : UntrustedText());
        m_steps.entries->addWidget(row);
    }
}

void ChangeDetail::showFiles()
{
    m_files.setVisible(m_change && !m_change->files.isEmpty());
    if (!m_change)
        return;
    for (const FileRecord &file : m_change->files) {
        auto *entry = new FileEntry(file, m_change->number, m_surroundings.versions.value(file.path), m_files.area);
        entry->setFile(file, m_content);
        entry->setExpanded(m_files.entries->count() < filesShownAtOnce);
        m_files.entries->addWidget(entry);
        connect(entry, &FileEntry::versionRequested, this, &ChangeDetail::versionRequested);
    }
}

void ChangeDetail::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ChangeDetail::retranslate()
{
    m_empty->setText(tr("Choose a change to see what it did, what proved it and how to take it back."));
    m_proofs.caption->setText(tr("Proofs"));
    m_steps.caption->setText(tr("Steps"));
    m_files.caption->setText(tr("Files"));
    m_decide->setText(tr("Keep or undo…"));
    m_undo->setText(tr("Undo this change…"));
    m_copy->setText(tr("Copy as text"));
    m_export->setText(tr("Export as Markdown…"));
    refresh();
}

} // namespace gw
