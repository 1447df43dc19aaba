// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/parts/emptystate.h"

#include "widgets/parts/button.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/theme/icons.h"

#include <QEvent>
#include <QVBoxLayout>

namespace gw {

EmptyState::EmptyState(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(8);
    m_icon = new PlainLabel(this);
    m_icon->setAlignment(Qt::AlignCenter);
    m_icon->hide();
    m_title = new PlainLabel(PlainLabel::Role::Heading, Tone::Neutral, this);
    m_title->setObjectName(QStringLiteral("emptyTitle"));
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setOverflow(PlainLabel::Overflow::Wrap);
    m_explanation = new PlainLabel(PlainLabel::Role::Body, Tone::Muted, this);
    m_explanation->setAlignment(Qt::AlignCenter);
    m_explanation->setOverflow(PlainLabel::Overflow::Wrap);
    m_explanation->setMaximumWidth(460);
    m_action = new Button(Button::Kind::Primary, this);
    m_action->setObjectName(QStringLiteral("emptyAction"));
    column->addStretch(2);
    column->addWidget(m_icon);
    column->addWidget(m_title);
    auto *centred = new QHBoxLayout;
    centred->addWidget(m_explanation, 1);
    column->addLayout(centred);
    column->addSpacing(8);
    column->addWidget(m_action, 0, Qt::AlignCenter);
    column->addStretch(3);
    connect(m_action, &Button::clicked, this, &EmptyState::actionRequested);
}

void EmptyState::setTexts(const QString &title, const QString &explanation, const QString &action)
{
    m_title->setText(title);
    m_explanation->setText(explanation);
    m_explanation->setVisible(!explanation.isEmpty());
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
}

void EmptyState::setIconName(const QString &name)
{
    m_iconName = name;
    updateIcon();
}

void EmptyState::updateIcon()
{
    m_icon->setVisible(!m_iconName.isEmpty());
    if (!m_iconName.isEmpty())
        m_icon->setPixmap(icons::pixmap(m_iconName, Tokens::of(this).faint, 32, devicePixelRatioF()));
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateIcon();
}

} // namespace gw
