// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ssh/sshsettingsview.h"

#include "widgets/parts/button.h"
#include "widgets/parts/card.h"
#include "widgets/parts/emptystate.h"
#include "widgets/parts/format.h"
#include "widgets/parts/notice.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/ssh/sshdform.h"
#include "widgets/ssh/sshdsource.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSplitter>

namespace gw {

SshSettingsView::SshSettingsView(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("sshSettings"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_notice = new Notice(this);
    m_notice->setObjectName(QStringLiteral("sshdNotice"));
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(QStringLiteral("sshColumns")); // its layout is remembered by this name
    m_splitter->setChildrenCollapsible(false);
    m_form = new SshdForm(m_splitter);
    m_form->setMinimumWidth(440);
    m_source = new SshdSource(m_splitter);
    m_source->setMinimumWidth(300);
    m_splitter->addWidget(m_form);
    m_splitter->addWidget(m_source);
    m_splitter->setStretchFactor(0, 5);
    m_splitter->setStretchFactor(1, 5);
    m_splitter->setSizes({530, 470});
    m_bar = makeBar();
    m_empty = new EmptyState(this);
    m_empty->setObjectName(QStringLiteral("noSshd"));
    m_empty->setIconName(QStringLiteral("key"));
    column->addWidget(m_notice);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_bar);
    column->addWidget(m_empty, 1);

    connect(m_form, &SshdForm::edited, this, &SshSettingsView::wish);
    connect(m_form, &SshdForm::profileChosen, this, [this](AlgorithmProfile profile) {
        m_draft.wish(profile);
        refresh();
    });
    connect(m_form, &SshdForm::resetRequested, this, [this](const QString &keyword) {
        m_draft.reset(keyword);
        refresh();
    });
    connect(m_form, &SshdForm::focused, this, [this](const QString &keyword) {
        if (std::exchange(m_keyword, keyword) != keyword)
            m_source->show(m_draft, keyword);
    });
    connect(m_source, &SshdSource::viewChanged, this, [this] { m_source->refresh(m_draft); });
    connect(m_notice, &Notice::actionChosen, this, &SshSettingsView::rootRequested);
    connect(m_empty, &EmptyState::actionRequested, this, &SshSettingsView::rootRequested);
    refresh();
}

QWidget *SshSettingsView::makeBar()
{
    auto *bar = new Card(this);
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    m_count = new PlainLabel(PlainLabel::Role::Strong, Tone::Neutral, bar);
    m_count->setObjectName(QStringLiteral("changeCount"));
    m_lines = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, bar);
    m_lines->setObjectName(QStringLiteral("changeLines"));
    m_lines->setOverflow(PlainLabel::Overflow::Elide);
    m_reset = new Button(Button::Kind::Secondary, bar);
    m_reset->setObjectName(QStringLiteral("resetChanges"));
    m_plan = new Button(Button::Kind::Primary, bar);
    m_plan->setObjectName(QStringLiteral("planChanges"));
    row->addWidget(m_count);
    row->addWidget(m_lines, 1);
    row->addWidget(m_reset);
    row->addWidget(m_plan);
    bar->body()->addLayout(row);
    connect(m_reset, &Button::clicked, this, [this] {
        m_draft.resetAll();
        m_form->focusRow(m_keyword); // this button cannot be pressed any more
        refresh();
    });
    connect(m_plan, &Button::clicked, this, [this] { Q_EMIT changesRequested(m_draft.intents()); });
    return bar;
}

void SshSettingsView::setFacts(std::shared_ptr<const Facts> facts, std::shared_ptr<const Review> review)
{
    const bool first = !m_draft.isKnown();
    m_draft.setFacts(std::move(facts), std::move(review));
    if (first)
        m_keyword = QStringLiteral("passwordauthentication");
    refresh();
    if (first) // later ones leave the file that is looked at
        m_source->show(m_draft, m_keyword);
}

void SshSettingsView::wish(const QString &keyword, const QString &value)
{
    m_draft.wish(keyword, value);
    refresh();
}

void SshSettingsView::focusRow(const QString &keyword)
{
    m_form->focusRow(keyword);
}

void SshSettingsView::setUsable(bool usable)
{
    m_form->setEnabled(usable);
    m_bar->setEnabled(usable);
}

void SshSettingsView::refresh()
{
    const bool known = m_draft.isKnown();
    m_splitter->setVisible(known);
    m_bar->setVisible(known);
    m_empty->setVisible(!known);
    m_form->show(m_draft);
    m_source->refresh(m_draft);
    refreshNotice();
    refreshBar();
}

/// What is not as it should be with the values that are shown.
void SshSettingsView::refreshNotice()
{
    const Facts *facts = m_draft.facts().get();
    m_notice->hide();
    if (!facts) {
        m_empty->setTexts(tr("Not surveyed yet"), tr("A survey tells how sshd is set up."));
        return;
    }
    const bool mayAsk = facts->access.asks != Access::Program::None && !facts->access.isRoot;
    if (!m_draft.isKnown()) {
        const Gap gap = facts->sshd ? facts->sshd->effective.gap() : facts->sshd.gap();
        if (gap.reason == Gap::Reason::NotInstalled)
            m_empty->setTexts(tr("No sshd on this server"),
                              tr("Nobody logs in here over SSH: there is nothing to set."));
        else
            m_empty->setTexts(tr("The settings are not known"), tr("They could not be read: %1.").arg(gap.text()),
                              mayAsk ? tr("Enter password…") : QString());
        return;
    }
    const SshdFacts &sshd = *facts->sshd;
    const UnreadFile *unread = firstUnread(*facts, UnreadFile::Topic::Sshd);
    QString message;
    Tone tone = Tone::Warning;
    if (sshd.tested && !sshd.testPassed) {
        message = tr("sshd refuses its configuration: %1").arg(sshd.testResult.shown(300));
        tone = Tone::Critical;
    } else if (unread) {
        message = tr("%1 could not be read (%2): what it sets is missing here.")
                      .arg(unread->path.shown(), unread->gap.text());
    } else if (!sshd.effective) {
        message = tr("The values are worked out from the files, because sshd itself could not be asked: %1.")
                      .arg(sshd.effective.gap().text());
    } else if (sshd.socketActivated) {
        message =
            tr("systemd listens for sshd (ssh.socket): Port in its files has no effect, a plan changes the socket.");
        tone = Tone::Info;
    }
    QList<Notice::Action> actions;
    if (mayAsk && (unread || !sshd.effective))
        actions << Notice::Action{QStringLiteral("root"), tr("Enter password…")};
    m_notice->setMessage(tone, message, actions);
    m_notice->setVisible(!message.isEmpty());
}

void SshSettingsView::refreshBar()
{
    const int changes = m_draft.changes();
    const int wrong = m_draft.problems();
    m_count->setText(changes == 0   ? tr("Nothing is changed")
                     : changes == 1 ? tr("1 change")
                                    : tr("%1 changes").arg(changes));
    m_lines->setTone(wrong > 0 ? Tone::Critical : Tone::Muted);
    m_lines->setText(wrong == 1     ? tr("One value cannot be used yet.")
                     : wrong > 1    ? tr("%1 values cannot be used yet.").arg(wrong)
                     : changes == 0 ? tr("Every change is shown before it is made, with its way back.")
                                    : format::joined(m_draft.changedLines()));
    m_reset->setText(tr("Reset"));
    m_reset->setEnabled(changes > 0);
    m_plan->setText(tr("Plan these changes…"));
    m_plan->setEnabled(changes > 0 && wrong == 0);
}

void SshSettingsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace gw
