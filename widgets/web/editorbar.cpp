// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/web/editorbar.h"

#include "widgets/parts/button.h"
#include "widgets/parts/plainlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace gw {

EditorBar::EditorBar(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("editorBar"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 0, 12, 9);
    row->setSpacing(6);
    m_field = new QLineEdit(this);
    m_field->setObjectName(QStringLiteral("editorBarText"));
    m_note = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, this);
    m_note->setObjectName(QStringLiteral("editorBarNote"));
    const auto makeIcon = [this](const char *name, const char *icon) {
        auto *button = new Button(Button::Kind::Icon, this);
        button->setObjectName(QLatin1String(name));
        button->setIconName(QLatin1String(icon));
        return button;
    };
    m_previous = makeIcon("findPrevious", "chevron-up");
    m_next = makeIcon("findNext", "chevron-down");
    m_take = new Button(Button::Kind::Secondary, this);
    m_take->setObjectName(QStringLiteral("renameAccept"));
    m_close = makeIcon("editorBarClose", "close");
    row->addWidget(m_field, 1);
    row->addWidget(m_note);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(m_take);
    row->addWidget(m_close);
    connect(m_field, &QLineEdit::textEdited, this, &EditorBar::textEdited);
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        if (m_mode == Mode::Rename)
            Q_EMIT accepted(text());
        else
            Q_EMIT nextRequested();
    });
    connect(m_previous, &Button::clicked, this, &EditorBar::previousRequested);
    connect(m_next, &Button::clicked, this, &EditorBar::nextRequested);
    connect(m_take, &Button::clicked, this, [this] { Q_EMIT accepted(text()); });
    connect(m_close, &Button::clicked, this, &EditorBar::close);
    retranslate();
    hide();
}

QString EditorBar::text() const
{
    return m_field->text();
}

void EditorBar::open(Mode mode, const QString &text)
{
    m_mode = mode;
    if (!text.isEmpty())
        m_field->setText(text);
    setNote(QString());
    retranslate();
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    Q_EMIT textEdited(m_field->text());
}

void EditorBar::close()
{
    hide();
    Q_EMIT closed();
}

void EditorBar::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void EditorBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

void EditorBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void EditorBar::retranslate()
{
    const bool renames = m_mode == Mode::Rename;
    m_field->setPlaceholderText(renames                          ? tr("New name")
                                : m_mode == Mode::FindEverywhere ? tr("Find in all files")
                                                                 : tr("Find in this file"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_previous->setVisible(!renames);
    m_next->setVisible(!renames);
    m_take->setVisible(renames);
    m_take->setText(tr("Rename"));
    m_previous->setAccessibleName(tr("Previous place"));
    m_next->setAccessibleName(tr("Next place"));
    m_close->setAccessibleName(tr("Close"));
}

} // namespace gw
