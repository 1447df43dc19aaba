// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plan/applypanel.h"

#include "backend/plan/confinement.h"
#include "widgets/history/outcomepill.h"
#include "widgets/parts/button.h"
#include "widgets/parts/format.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/plan/countdownring.h"
#include "widgets/plan/plantext.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/paint.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace gw {
namespace {

using Phase = ApplyState::Phase;

constexpr int endIconSize = 56;

struct End {
    const char *heading;
    const char *sentence; ///< where the state says nothing of its own
};

End endOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Open: break;
    case Outcome::Kept:
        return {QT_TRANSLATE_NOOP("gw::ApplyPanel", "The changes are kept"),
                QT_TRANSLATE_NOOP("gw::ApplyPanel", "Nothing of the way back remains on the server.")};
    case Outcome::Undone:
        return {QT_TRANSLATE_NOOP("gw::ApplyPanel", "The changes are undone"),
                QT_TRANSLATE_NOOP("gw::ApplyPanel", "The server is as it was before.")};
    case Outcome::CameBack:
        return {QT_TRANSLATE_NOOP("gw::ApplyPanel", "The server went back by itself"),
                QT_TRANSLATE_NOOP("gw::ApplyPanel", "Nobody confirmed in time. The server is as it was before.")};
    case Outcome::Failed:
        return {QT_TRANSLATE_NOOP("gw::ApplyPanel", "It failed, and everything returned"),
                QT_TRANSLATE_NOOP("gw::ApplyPanel", "The server is as it was before.")};
    case Outcome::Refused:
        return {QT_TRANSLATE_NOOP("gw::ApplyPanel", "Nothing was changed"),
                QT_TRANSLATE_NOOP("gw::ApplyPanel", "It was stopped before the first change.")};
    case Outcome::Broken:
        return {QT_TRANSLATE_NOOP("gw::ApplyPanel", "Not everything could be restored"),
                QT_TRANSLATE_NOOP("gw::ApplyPanel", "Look at this server before anything else is done to it.")};
    }
    return {QT_TRANSLATE_NOOP("gw::ApplyPanel", "It is not known how it ended"), ""};
}

QPixmap endIcon(Outcome outcome, const QWidget *widget)
{
    const Tokens &t = Tokens::of(widget);
    const Tone tone = toneOf(outcome);
    QPixmap pixmap(QSize(endIconSize, endIconSize) * widget->devicePixelRatioF());
    pixmap.setDevicePixelRatio(widget->devicePixelRatioF());
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const QRect area(0, 0, endIconSize, endIconSize);
    paint::box(&painter, area, endIconSize / 2.0, t.ground(tone), tone == Tone::Muted ? t.border : QColor());
    icons::paint(&painter, area.adjusted(14, 14, -14, -14), iconOf(outcome), t.colour(tone));
    return pixmap;
}

QString proofSentence(const QList<ProofRecord> &proofs)
{
    QStringList sentences;
    for (const ProofRecord &proof : proofs) {
        if (proof.held)
            sentences << plantext::proven(proof);
    }
    return sentences.isEmpty() ? ApplyPanel::tr("Nothing was proven from outside. Try it yourself before you keep it.")
                               : plantext::sentences(sentences);
}

QString untried(const QList<ProofRecord> &proofs)
{
    QStringList lines;
    for (const ProofRecord &proof : proofs) {
        if (!proof.held)
            lines << plantext::proven(proof);
    }
    return lines.isEmpty() ? QString() : ApplyPanel::tr("Not proven: %1").arg(lines.join(u'\n'));
}

/// What the steps themselves measured; nothing of it holds any more where everything returned.
QString measured(const ApplyState &state)
{
    const bool holds = state.phase == Phase::AskingToKeep || state.phase == Phase::Keeping ||
                       (state.phase == Phase::Ended && state.outcome == Outcome::Kept);
    QStringList lines;
    for (const Confinement &confinement : holds ? confinementsIn(state.steps) : QList<Confinement>())
        lines << titleOf(confinement);
    lines.removeAll(QString());
    return lines.join(u'\n');
}

/// As wide as the panel, whatever it is.
void setKind(Button *button, Button::Kind kind)
{
    button->setKind(kind);
    button->setSizePolicy(kind == Button::Kind::Link ? QSizePolicy::Fixed : QSizePolicy::Expanding, QSizePolicy::Fixed);
}

} // namespace

ApplyPanel::ApplyPanel(QWidget *parent) : QScrollArea(parent)
{
    setObjectName(QStringLiteral("applyPanel"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(16, 22, 16, 16);
    column->setSpacing(8);
    const auto label = [&](PlainLabel::Role role, Tone tone, const char *name) {
        auto *made = new PlainLabel(role, tone, content);
        made->setObjectName(QLatin1String(name));
        made->setOverflow(PlainLabel::Overflow::Wrap);
        made->setAlignment(Qt::AlignHCenter);
        made->setCopyable();
        column->addWidget(made);
        return made;
    };
    const auto button = [&](Button::Kind kind, const char *name) {
        auto *made = new Button(kind, content);
        made->setObjectName(QLatin1String(name));
        if (kind == Button::Kind::Link)
            column->addWidget(made, 0, Qt::AlignHCenter);
        else
            column->addWidget(made);
        setKind(made, kind);
        return made;
    };
    m_ring = new CountdownRing(content);
    column->addWidget(m_ring, 0, Qt::AlignHCenter);
    m_icon = new PlainLabel(content);
    m_icon->setAlignment(Qt::AlignHCenter);
    m_icon->setFixedHeight(endIconSize);
    column->addWidget(m_icon);
    column->addSpacing(8);
    m_heading = label(PlainLabel::Role::Heading, Tone::Neutral, "applyHeading");
    m_sentence = label(PlainLabel::Role::Body, Tone::Neutral, "applySentence");
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    column->addSpacing(8);
    m_keep = button(Button::Kind::Primary, "keepChanges");
    m_keep->installEventFilter(this);
    m_undo = button(Button::Kind::Secondary, "undoNow");
    m_done = button(Button::Kind::Primary, "closeChange");
    m_remake = button(Button::Kind::Secondary, "remakePlan");
    m_moreTime = button(Button::Kind::Link, "moreTime");
    m_history = button(Button::Kind::Link, "showInHistory");
    m_measured = label(PlainLabel::Role::Small, Tone::Good, "measuredChange");
    m_untried = label(PlainLabel::Role::Small, Tone::Warning, "untriedProofs");
    m_returnsAt = label(PlainLabel::Role::Small, Tone::Muted, "returnsAt");
    m_foot = label(PlainLabel::Role::Small, Tone::Muted, "applyFoot");
    column->addStretch(1);
    setWidget(content);
    content->setAutoFillBackground(false); // the card shows through

    connect(m_keep, &Button::clicked, this, &ApplyPanel::keepRequested);
    connect(m_undo, &Button::clicked, this, [this] {
        if (mayStop())
            Q_EMIT stopRequested();
        else
            Q_EMIT undoRequested();
    });
    connect(m_moreTime, &Button::clicked, this, &ApplyPanel::moreTimeRequested);
    connect(m_done, &Button::clicked, this, &ApplyPanel::closeRequested);
    connect(m_remake, &Button::clicked, this, &ApplyPanel::remakeRequested);
    connect(m_history, &Button::clicked, this, [this] { Q_EMIT historyRequested(m_state.journalNumber); });
    connect(m_ring, &CountdownRing::expired, this, &ApplyPanel::refresh);
    retranslate();
}

void ApplyPanel::setState(const ApplyState &state)
{
    if (state == m_state)
        return;
    const bool otherPhase = state.phase != m_state.phase;
    m_state = state;
    if (otherPhase)
        parkFocus();
    refresh();
}

bool ApplyPanel::mayStop() const
{
    return m_state.phase < Phase::AskingToKeep;
}

/// What was pressed to get here must not press what stands there now.
void ApplyPanel::parkFocus()
{
    const QWidget *focused = focusWidget();
    if (focused && focused->hasFocus())
        m_heading->setFocus(Qt::OtherFocusReason);
}

void ApplyPanel::refresh()
{
    const bool expired =
        !isOver() && m_state.returnsAt.isValid() && m_state.returnsAt <= QDateTime::currentDateTimeUtc();
    m_ring->setVisible(!isOver());
    m_icon->setVisible(isOver());
    m_ring->setDeadline(m_state.returnsAt, m_state.window);
    QString heading, sentence;
    switch (m_state.phase) {
    case Phase::Preview:
    case Phase::Preparing:
    case Phase::CheckingAside:
        heading = tr("Nothing is changed yet");
        sentence = tr("Files are compared with what the plan saw, copied, and the new ones are checked aside.");
        break;
    case Phase::Arming:
        heading = tr("Nothing is changed yet");
        sentence = tr("The server is told how to undo everything by itself.");
        break;
    case Phase::Running:
        heading = tr("Changing");
        sentence = tr("Stopping leads back to the old state at any step.");
        break;
    case Phase::Proving:
        heading = tr("Proving it from outside");
        sentence = tr("If a proof fails, everything returns at once.");
        break;
    case Phase::AskingToKeep:
        heading = tr("Keep these changes?");
        sentence = proofSentence(m_state.proofs);
        break;
    case Phase::Keeping:
        heading = tr("Keeping the changes");
        sentence = tr("The way back is taken off the server.");
        break;
    case Phase::Undoing:
        heading = tr("Undoing");
        sentence = tr("The old state returns.");
        break;
    case Phase::Ended: break;
    }
    if (expired && m_state.phase <= Phase::AskingToKeep && m_state.phase >= Phase::Running) {
        heading = tr("The time is over");
        sentence = tr("The server undoes everything by itself now.");
    }
    m_heading->setText(heading);
    m_sentence->setText(sentence);
    reserveRoom();
    m_measured->setText(measured(m_state));
    m_measured->setVisible(!m_measured->text().isEmpty());
    const QString open = m_state.phase == Phase::AskingToKeep ? untried(m_state.proofs) : QString();
    m_untried->setText(open);
    m_untried->setVisible(!open.isEmpty());
    const bool armed = !isOver() && m_state.returnsAt.isValid() && m_state.phase <= Phase::AskingToKeep;
    m_returnsAt->setVisible(armed && !expired);
    m_returnsAt->setText(armed ? tr("The old state returns at %1").arg(format::clock(m_state.returnsAt)) : QString());
    m_foot->setVisible(armed);
    m_foot->setText(tr("If this computer loses the connection or is switched off, the server undoes the changes on its "
                       "own."));
    if (isOver())
        showEnd();
    refreshButtons();
    m_keep->setEnabled(m_state.phase == Phase::AskingToKeep && !expired);
    m_moreTime->setEnabled(m_state.phase == Phase::AskingToKeep && !expired);
}

/// The buttons must not move when the question comes: what it will say has its room from the beginning.
void ApplyPanel::reserveRoom()
{
    int height = 0;
    if (!isOver()) {
        QList<ProofRecord> held;
        for (const Proof &proof : std::as_const(m_state.plan.proofs))
            held << ProofRecord{proof, true, {}};
        const QRect room(0, 0, qMax(100, m_sentence->width()), 10'000);
        for (const QString &text : {proofSentence(held), proofSentence({})})
            height = qMax(height, m_sentence->fontMetrics().boundingRect(room, Qt::TextWordWrap, text).height());
    }
    m_sentence->setMinimumHeight(height);
}

void ApplyPanel::refreshButtons()
{
    const Phase phase = m_state.phase;
    m_keep->setVisible(!isOver());
    m_undo->setVisible(!isOver() || m_state.outcome == Outcome::Broken);
    m_undo->setEnabled(phase != Phase::Keeping && phase != Phase::Undoing);
    m_undo->setText(isOver()                  ? tr("Try to undo again")
                    : phase <= Phase::Arming  ? tr("Stop")
                    : phase <= Phase::Proving ? tr("Stop and undo")
                                              : tr("Undo now"));
    m_moreTime->setVisible(!isOver()); // what stands below must not move when it can be pressed
    m_done->setVisible(isOver());
    const bool broken = m_state.outcome == Outcome::Broken;
    setKind(m_undo, broken ? Button::Kind::Primary : Button::Kind::Secondary);
    setKind(m_done, broken ? Button::Kind::Secondary : Button::Kind::Primary);
    const bool again = isOver() && m_state.outcome != Outcome::Kept && m_state.outcome != Outcome::Broken;
    m_remake->setVisible(again);
    m_history->setVisible(isOver() && m_state.journalNumber > 0);
    m_history->setText(tr("Show #%1 in History").arg(m_state.journalNumber));
}

void ApplyPanel::showEnd()
{
    const Outcome outcome = m_state.outcome.value_or(Outcome::Open);
    const End end = endOf(outcome);
    m_icon->setPixmap(endIcon(outcome, this));
    m_heading->setText(tr(end.heading));
    QStringList sentences;
    if (!m_state.heldBy.isEmpty())
        sentences << tr("%1 has a change open on this server since %2. One change at a time: wait for it, or ask.")
                         .arg(m_state.heldBy, format::shortTime(m_state.heldSince));
    sentences << m_state.detail;
    if (*end.sentence && (m_state.detail.isEmpty() || m_state.outcome != Outcome::Refused) && m_state.heldBy.isEmpty())
        sentences << tr(end.sentence);
    sentences.removeAll(QString());
    m_sentence->setText(sentences.join(u'\n'));
}

void ApplyPanel::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    reserveRoom();
}

bool ApplyPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_keep && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter)
            return true;
    }
    return QScrollArea::eventFilter(watched, event);
}

void ApplyPanel::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange && isOver())
        refresh();
}

void ApplyPanel::retranslate()
{
    m_keep->setText(tr("Keep changes"));
    m_keep->setAccessibleDescription(tr("Makes the changes last; the server forgets the way back"));
    m_undo->setAccessibleDescription(tr("Leads back to the state before"));
    m_moreTime->setText(tr("More time"));
    m_moreTime->setAccessibleDescription(tr("Starts the countdown anew"));
    m_done->setText(tr("Done"));
    m_remake->setText(tr("Make the plan again"));
    refresh();
}

} // namespace gw
