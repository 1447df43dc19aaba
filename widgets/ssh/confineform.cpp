// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ssh/confineform.h"

#include "widgets/parts/button.h"
#include "widgets/parts/plainlabel.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QRegularExpression>

namespace gw {

ConfineForm::ConfineForm(QWidget *parent) : Card(parent)
{
    setObjectName(QStringLiteral("confineForm"));
    const auto label = [this](PlainLabel::Role role, Tone tone, const char *name) {
        auto *made = new PlainLabel(role, tone, this);
        made->setObjectName(QLatin1String(name));
        made->setOverflow(PlainLabel::Overflow::Wrap);
        body()->addWidget(made);
        return made;
    };
    body()->setSpacing(6);
    m_help = label(PlainLabel::Role::Small, Tone::Muted, "confineHelp");
    m_userLabel = label(PlainLabel::Role::Caption, Tone::Muted, "confineUserLabel");
    m_user = new QLineEdit(this);
    m_user->setObjectName(QStringLiteral("confineUser"));
    m_user->setMaxLength(32);
    m_user->setMaximumWidth(280);
    body()->addWidget(m_user);
    m_problem = label(PlainLabel::Role::Small, Tone::Critical, "confineProblem");
    m_loopback = new QCheckBox(this);
    m_loopback->setObjectName(QStringLiteral("confineLoopback"));
    body()->addWidget(m_loopback);
    m_scoreText = label(PlainLabel::Role::Small, Tone::Neutral, "confineScore");
    m_plan = new Button(Button::Kind::Primary, this);
    m_plan->setObjectName(QStringLiteral("planConfine"));
    m_cancel = new Button(Button::Kind::Secondary, this);
    m_cancel->setObjectName(QStringLiteral("cancelConfine"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_plan);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    body()->addSpacing(2);
    body()->addLayout(buttons);
    connect(m_user, &QLineEdit::textChanged, this, &ConfineForm::refresh);
    connect(m_user, &QLineEdit::returnPressed, this, &ConfineForm::confine);
    connect(m_plan, &Button::clicked, this, &ConfineForm::confine);
    connect(m_cancel, &Button::clicked, this, &ConfineForm::cancelled);
    refresh();
}

void ConfineForm::open(const LooseService &service)
{
    m_service = service;
    m_user->setText(proposedUser(service));
    m_loopback->setChecked(service.onAllAddresses);
    m_loopback->setVisible(service.onAllAddresses);
    show();
    m_user->setFocus();
    refresh();
}

void ConfineForm::setScore(const std::optional<SecurityScore> &score)
{
    m_score = score;
    refresh();
}

void ConfineForm::refresh()
{
    setTitle(tr("A user of its own for %1").arg(m_service.name.shown(60)));
    const bool isUnit = m_service.startedBy == ConfineService::Kind::Systemd;
    m_help->setText(isUnit ? tr("The unit gets User= and hardening options in a drop-in; its file stays as it is.")
                           : tr("The program gets user= in its section of supervisor."));
    m_userLabel->setText(tr("User, made if it does not exist"));
    m_user->setAccessibleName(tr("User, made if it does not exist"));
    static const QRegularExpression allowed(QStringLiteral("^[a-z_][a-z0-9_-]{0,31}$"));
    const QString user = m_user->text().trimmed();
    const QString problem = user == QLatin1String("root") ? tr("root is what it shall not be.")
                            : allowed.match(user).hasMatch()
                                ? QString()
                                : tr("Small letters, digits, \"-\" and \"_\", a letter first.");
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_loopback->setText(tr("Listen on 127.0.0.1 only"));
    QString score;
    if (m_score && m_score->after)
        score = tr("systemd-analyze security: %1 → %2").arg(shownScore(m_score->before), shownScore(*m_score->after));
    else if (m_score)
        score = tr("systemd-analyze security: %1").arg(shownScore(m_score->before));
    m_scoreText->setText(score);
    m_scoreText->setTone(m_score && m_score->after && *m_score->after < m_score->before ? Tone::Good : Tone::Muted);
    m_scoreText->setVisible(!score.isEmpty());
    m_plan->setText(tr("Plan it…"));
    m_plan->setEnabled(problem.isEmpty());
    m_cancel->setText(tr("Cancel"));
}

void ConfineForm::confine()
{
    if (!m_plan->isEnabled() || !m_service.startedBy)
        return;
    Q_EMIT confineRequested({*m_service.startedBy, m_service.name.raw(), m_user->text().trimmed(),
                             m_service.onAllAddresses && m_loopback->isChecked()});
}

void ConfineForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT cancelled();
    else
        Card::keyPressEvent(event);
}

void ConfineForm::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace gw
