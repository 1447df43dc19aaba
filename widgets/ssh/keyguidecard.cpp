// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ssh/keyguidecard.h"

#include "widgets/parts/button.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/ssh/stepmark.h"

#include <QEvent>
#include <QGridLayout>

namespace gw {

using State = KeyGuide::State;

KeyGuideCard::KeyGuideCard(QWidget *parent) : Card(parent)
{
    setObjectName(QStringLiteral("keyGuide"));
    body()->setSpacing(14);
    m_make = makeStep(1);
    m_make.button->setObjectName(QStringLiteral("makeKey"));
    m_existing = new Button(Button::Kind::Link, this);
    m_existing->setObjectName(QStringLiteral("useExistingKey"));
    auto *grid = static_cast<QGridLayout *>(m_make.mark->parentWidget()->layout());
    grid->addWidget(m_existing, 4, 1, Qt::AlignLeft);
    m_fingerprint = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, m_make.mark->parentWidget());
    m_fingerprint->setOverflow(PlainLabel::Overflow::Elide);
    m_fingerprint->setCopyable();
    grid->addWidget(m_fingerprint, 2, 1);
    m_install = makeStep(2);
    m_install.button->setObjectName(QStringLiteral("installKey"));
    m_off = makeStep(3);
    m_off.button->setObjectName(QStringLiteral("passwordsOff"));
    connect(m_make.button, &Button::clicked, this, &KeyGuideCard::makeRequested);
    connect(m_existing, &Button::clicked, this, &KeyGuideCard::useExistingRequested);
    connect(m_install.button, &Button::clicked, this, [this] {
        if (m_guide.installed == State::Done)
            Q_EMIT proveRequested();
        else
            Q_EMIT installRequested();
    });
    connect(m_off.button, &Button::clicked, this, &KeyGuideCard::passwordsOffRequested);
    refresh();
}

KeyGuideCard::Step KeyGuideCard::makeStep(int number)
{
    auto *area = new QWidget(this);
    auto *grid = new QGridLayout(area);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(5);
    Step step{new StepMark(number, area), new PlainLabel(PlainLabel::Role::Strong, Tone::Neutral, area),
              new PlainLabel(PlainLabel::Role::Small, Tone::Muted, area), new Button(Button::Kind::Primary, area)};
    step.title->setOverflow(PlainLabel::Overflow::Wrap);
    step.detail->setOverflow(PlainLabel::Overflow::Wrap);
    step.detail->setCopyable();
    grid->addWidget(step.mark, 0, 0, Qt::AlignTop);
    grid->addWidget(step.title, 0, 1, Qt::AlignVCenter);
    grid->addWidget(step.detail, 1, 1);
    grid->addWidget(step.button, 3, 1, Qt::AlignLeft);
    grid->setColumnStretch(1, 1);
    body()->addWidget(area);
    return step;
}

void KeyGuideCard::setGuide(const KeyGuide &guide)
{
    m_guide = guide;
    refresh();
}

void KeyGuideCard::setPasswords(Passwords passwords)
{
    m_passwords = passwords;
    refresh();
}

void KeyGuideCard::show(const Step &step, State state, const QString &title, const QString &detail)
{
    step.mark->setState(state);
    step.title->setText(title);
    step.title->setTone(state == State::Todo && !step.button->isEnabled() ? Tone::Muted : Tone::Neutral);
    step.detail->setText(detail);
    step.detail->setTone(state == State::Failed ? Tone::Critical : Tone::Muted);
    step.detail->setVisible(!detail.isEmpty());
}

void KeyGuideCard::refresh()
{
    setTitle(tr("From passwords to keys"));
    const KeyGuide &g = m_guide;
    const auto said = [&g](State state, const QString &otherwise) {
        return (state == State::Running || state == State::Failed) && !g.detail.isEmpty() ? g.detail : otherwise;
    };

    const bool made = g.made == State::Done;
    m_make.button->setVisible(!made);
    m_make.button->setEnabled(g.made != State::Running);
    m_make.button->setText(tr("Make a key…"));
    m_existing->setVisible(!made || (g.installed == State::Todo && !g.publicLine.isEmpty()));
    m_existing->setEnabled(g.made != State::Running);
    m_existing->setText(made ? tr("Use another one…") : tr("Use one that is there…"));
    show(m_make, g.made, made ? tr("A key on this computer") : tr("Make a key on this computer"),
         made ? g.file
              : said(g.made, tr("Ed25519, locked with a passphrase. Its private part never leaves this computer.")));

    m_fingerprint->setText(g.fingerprint);
    m_fingerprint->setVisible(made && !g.fingerprint.isEmpty());

    const State installed = g.installed != State::Done ? g.installed : g.proven;
    m_install.button->setVisible(made && installed != State::Done);
    m_install.button->setEnabled(installed != State::Running);
    m_install.button->setText(g.installed == State::Done ? tr("Prove it by a new login") : tr("Install it…"));
    show(m_install, installed,
         g.user.isEmpty() ? tr("Install it and prove it") : tr("Install it for %1 and prove it").arg(g.user),
         installed == State::Done ? tr("A login with this key alone succeeded.")
                                  : said(installed, tr("One line in authorized_keys; then a second, new login with "
                                                       "nothing but this key.")));

    const bool proven = installed == State::Done;
    const bool off = m_passwords == Passwords::Off;
    m_off.button->setVisible(proven && !off);
    m_off.button->setEnabled(proven && !off);
    m_off.button->setText(tr("Plan it…"));
    show(m_off, off ? State::Done : State::Todo, tr("Turn passwords off"),
         off      ? tr("Nobody logs in with a password any more.")
         : proven ? tr("Nobody can guess their way in any more.")
                  : tr("Offered once the key was proven: nobody is shut out."));
}

void KeyGuideCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace gw
