// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/parts/notice.h"

#include "widgets/parts/button.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/theme/paint.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace gw {

Notice::Notice(QWidget *parent) : QFrame(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 8, 10, 8);
    row->setSpacing(8);
    m_text = new PlainLabel(PlainLabel::Role::Body, Tone::Neutral, this);
    m_text->setOverflow(PlainLabel::Overflow::Wrap);
    m_text->setObjectName(QStringLiteral("noticeText"));
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(8);
    m_dismiss = new Button(Button::Kind::Icon, this);
    m_dismiss->setIconName(QStringLiteral("close"));
    m_dismiss->setObjectName(QStringLiteral("noticeDismiss"));
    m_dismiss->hide();
    row->addWidget(m_text, 1);
    row->addLayout(m_buttons);
    row->addWidget(m_dismiss);
    setMinimumHeight(44);
    connect(m_dismiss, &Button::clicked, this, &Notice::dismissed);
    retranslate();
}

void Notice::setMessage(Tone tone, const QString &message, const QList<Action> &actions)
{
    m_tone = tone;
    m_text->setText(message);
    setAccessibleName(message);
    update();
    if (std::exchange(m_actions, actions) == actions)
        return;
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Action &action : actions) {
        auto *button = new Button(Button::Kind::Secondary, withoutMnemonic(action.text), this);
        button->setObjectName(QStringLiteral("noticeAction.") + action.id);
        m_buttons->addWidget(button);
        connect(button, &Button::clicked, this, [this, id = action.id] { Q_EMIT actionChosen(id); });
    }
}

void Notice::setDismissable(bool dismissable)
{
    m_dismiss->setVisible(dismissable);
}

void Notice::paintEvent(QPaintEvent *)
{
    const Tokens &t = Tokens::of(this);
    QPainter painter(this);
    paint::box(&painter, rect(), 8, t.ground(m_tone), m_tone == Tone::Muted ? t.border : QColor());
}

void Notice::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Notice::retranslate()
{
    m_dismiss->setAccessibleName(tr("Dismiss"));
    m_dismiss->setToolTip(tr("Dismiss"));
}

} // namespace gw
