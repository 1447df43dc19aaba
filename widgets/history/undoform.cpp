// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/history/undoform.h"

#include "widgets/parts/button.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/theme/paint.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace gw {

UndoForm::UndoForm(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("undoForm"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(8);
    const auto label = [&](PlainLabel::Role role, Tone tone) {
        auto *made = new PlainLabel(role, tone, this);
        made->setOverflow(PlainLabel::Overflow::Wrap);
        return made;
    };
    m_title = label(PlainLabel::Role::Strong, Tone::Neutral);
    m_help = label(PlainLabel::Role::Small, Tone::Muted);
    m_files = new QVBoxLayout;
    m_files->setSpacing(4);
    m_result = label(PlainLabel::Role::Small, Tone::Muted);
    m_result->setObjectName(QStringLiteral("undoResult"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    m_undo = new Button(Button::Kind::Primary, this);
    m_undo->setObjectName(QStringLiteral("confirmUndo"));
    m_cancel = new Button(Button::Kind::Secondary, this);
    m_cancel->setObjectName(QStringLiteral("cancelUndo"));
    buttons->addWidget(m_undo);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    column->addWidget(m_title);
    column->addWidget(m_help);
    column->addLayout(m_files);
    column->addWidget(m_result);
    column->addLayout(buttons);
    connect(m_undo, &Button::clicked, this,
            [this] { Q_EMIT undoRequested(isWhole() ? QList<RemotePath>() : chosen()); });
    connect(m_cancel, &Button::clicked, this, &UndoForm::cancelled);
    setFocusProxy(m_undo);
    retranslate();
}

void UndoForm::setChange(const ChangeRecord &change)
{
    for (const Choice &choice : std::exchange(m_choices, {}))
        delete choice.box;
    for (const FileRecord &file : change.files) {
        auto *box = new QCheckBox(this);
        box->setObjectName(QStringLiteral("undo:%1").arg(file.path.shown()));
        const bool secret = file.secrecy == Secrecy::Secret;
        box->setChecked(!secret);
        box->setEnabled(!secret);
        box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // a long path must not widen the page
        box->setToolTip(plainToolTip(file.path.shown()));
        m_files->addWidget(box);
        m_choices.append({file.path, secret, box});
        connect(box, &QCheckBox::toggled, this, &UndoForm::refresh);
    }
    retranslate();
}

QList<RemotePath> UndoForm::chosen() const
{
    QList<RemotePath> paths;
    for (const Choice &choice : m_choices) {
        if (choice.box->isChecked())
            paths << choice.path;
    }
    return paths;
}

bool UndoForm::isWhole() const
{
    return std::all_of(m_choices.cbegin(), m_choices.cend(),
                       [](const Choice &choice) { return choice.secret || choice.box->isChecked(); });
}

void UndoForm::refresh()
{
    const bool whole = isWhole();
    const bool some = !chosen().isEmpty();
    m_undo->setEnabled(whole || some);
    m_result->setText(whole  ? tr("The whole change is taken back, its commands too.")
                      : some ? tr("Only the chosen files are rolled back; commands stay as they are.")
                             : tr("Choose at least one file."));
}

void UndoForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void UndoForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT cancelled();
    else
        QWidget::keyPressEvent(event);
}

void UndoForm::paintEvent(QPaintEvent *)
{
    const Tokens &t = Tokens::of(this);
    QPainter painter(this);
    paint::box(&painter, rect(), 8, t.raised, t.border);
}

void UndoForm::retranslate()
{
    m_title->setText(tr("Undo this change"));
    m_help->setText(
        tr("You see the plan before anything runs. Where a file was edited since, the edits are kept if both "
           "fit together; if not, the plan is refused and shows why."));
    m_undo->setText(tr("Show the plan…"));
    m_cancel->setText(tr("Cancel"));
    for (const Choice &choice : m_choices) {
        const QString path = choice.path.shown();
        choice.box->setText(
            withoutMnemonic(choice.secret ? tr("%1 (secret, its content was not kept)").arg(path) : path));
    }
    refresh();
}

} // namespace gw
