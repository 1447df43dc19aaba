// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/parts/errorpanel.h"

#include "widgets/parts/button.h"
#include "widgets/parts/plainlabel.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace gw {

ErrorPanel::ErrorPanel(QWidget *parent) : Card(parent)
{
    setObjectName(QStringLiteral("errorPanel"));
    setGround(Tone::Critical);
    const auto paragraph = [this](PlainLabel::Role role, const char *name) {
        auto *label = new PlainLabel(role, Tone::Neutral, this);
        label->setObjectName(QLatin1String(name));
        label->setOverflow(PlainLabel::Overflow::Wrap);
        label->setCopyable();
        body()->addWidget(label);
        return label;
    };
    m_cause = paragraph(PlainLabel::Role::Body, "errorCause");
    m_explanation = paragraph(PlainLabel::Role::Body, "errorExplanation");
    m_advice = paragraph(PlainLabel::Role::Body, "errorAdvice");
    m_retry = new Button(Button::Kind::Primary, this);
    m_retry->setObjectName(QStringLiteral("retry"));
    m_edit = new Button(Button::Kind::Secondary, this);
    m_edit->setObjectName(QStringLiteral("edit"));
    m_copy = new Button(Button::Kind::Link, this);
    m_copy->setObjectName(QStringLiteral("copyError"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_retry);
    row->addWidget(m_edit);
    row->addStretch(1);
    row->addWidget(m_copy);
    body()->addSpacing(4);
    body()->addLayout(row);
    connect(m_retry, &Button::clicked, this, &ErrorPanel::retryRequested);
    connect(m_edit, &Button::clicked, this, &ErrorPanel::editRequested);
    connect(m_copy, &Button::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_error.text()); });
    hide();
    retranslate();
}

void ErrorPanel::setError(const Error &error)
{
    m_error = error;
    retranslate();
    show();
}

void ErrorPanel::setEditable(bool editable)
{
    m_edit->setVisible(editable);
}

void ErrorPanel::retranslate()
{
    m_retry->setText(tr("Try again"));
    m_edit->setText(tr("Edit server…"));
    m_copy->setText(tr("Copy"));
    const bool changed = m_error.kind == Error::Kind::HostKeyChanged;
    const bool revoked = m_error.kind == Error::Kind::HostKeyRevoked;
    setTitle(changed                   ? tr("The server shows another key than before")
             : revoked                 ? tr("The server shows a key that was revoked")
             : m_error.tried.isEmpty() ? QString()
                                       : tr("Failed: %1").arg(m_error.tried));
    QString explanation;
    if (changed)
        explanation = tr("Nothing was sent to the server. Ask whoever runs it whether its keys were made anew.");
    else if (revoked)
        explanation =
            tr("Your known hosts file marks this key as @revoked: it must not be trusted any more. Nothing was sent "
               "to the server.");
    m_cause->setText(changed || revoked ? QStringList{m_error.tried, m_error.cause}.join(u'\n') : m_error.cause);
    m_explanation->setText(explanation);
    m_advice->setText(m_error.advice);
    for (PlainLabel *label : {m_cause, m_explanation, m_advice})
        label->setVisible(!label->text().trimmed().isEmpty());
}

void ErrorPanel::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace gw
