// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ssh/makekeyform.h"

#include "widgets/parts/button.h"
#include "widgets/parts/plainlabel.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace gw {

MakeKeyForm::MakeKeyForm(QWidget *parent) : Card(parent)
{
    setObjectName(QStringLiteral("makeKeyForm"));
    body()->setSpacing(5);
    m_help = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, this);
    m_help->setOverflow(PlainLabel::Overflow::Wrap);
    body()->addWidget(m_help);
    m_name = addField("makeKeyName");
    m_comment = addField("makeKeyComment");
    m_passphrase = addField("makeKeyPassphrase");
    m_again = addField("makeKeyAgain");
    for (const Field &field : {m_passphrase, m_again}) {
        field.edit->setEchoMode(QLineEdit::Password);
        field.edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    }
    m_problem = new PlainLabel(PlainLabel::Role::Small, Tone::Critical, this);
    m_problem->setObjectName(QStringLiteral("makeKeyProblem"));
    m_problem->setOverflow(PlainLabel::Overflow::Wrap);
    m_agent = new QCheckBox(this);
    m_agent->setObjectName(QStringLiteral("makeKeyAgent"));
    m_agent->setChecked(true);
    m_make = new Button(Button::Kind::Primary, this);
    m_make->setObjectName(QStringLiteral("confirmMakeKey"));
    m_cancel = new Button(Button::Kind::Secondary, this);
    m_cancel->setObjectName(QStringLiteral("cancelMakeKey"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_make);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    body()->addWidget(m_problem);
    body()->addSpacing(2);
    body()->addWidget(m_agent);
    body()->addSpacing(4);
    body()->addLayout(buttons);
    connect(m_make, &Button::clicked, this, &MakeKeyForm::make);
    connect(m_cancel, &Button::clicked, this, &MakeKeyForm::cancel);
    retranslate();
}

MakeKeyForm::Field MakeKeyForm::addField(const char *name)
{
    const Field field{new PlainLabel(PlainLabel::Role::Caption, Tone::Muted, this), new QLineEdit(this)};
    field.edit->setObjectName(QLatin1String(name));
    field.edit->setMaxLength(200);
    body()->addWidget(field.label);
    body()->addWidget(field.edit);
    connect(field.edit, &QLineEdit::textChanged, this, &MakeKeyForm::refresh);
    connect(field.edit, &QLineEdit::returnPressed, this, &MakeKeyForm::make);
    return field;
}

void MakeKeyForm::open(const QString &name, const QString &comment)
{
    m_name.edit->setText(name);
    m_comment.edit->setText(comment);
    m_passphrase.edit->clear();
    m_again.edit->clear();
    show();
    m_passphrase.edit->setFocus();
    refresh();
}

/// Why it cannot be made so; empty: it can.
QString MakeKeyForm::problem() const
{
    const QString name = m_name.edit->text().trimmed();
    if (name.isEmpty() || name.contains(u'/') || name.startsWith(u'.') || name.startsWith(u'-'))
        return tr("The name of a file in ~/.ssh, without folders.");
    if (m_passphrase.edit->text() != m_again.edit->text())
        return m_again.edit->text().isEmpty() ? tr("Enter the passphrase once more.")
                                              : tr("The passphrases are not the same.");
    return {};
}

void MakeKeyForm::refresh()
{
    const QString wrong = problem();
    const bool unlocked = m_passphrase.edit->text().isEmpty();
    m_problem->setText(!wrong.isEmpty() ? wrong
                       : unlocked       ? tr("Without a passphrase whoever gets the file can log in.")
                                        : QString());
    m_problem->setTone(!wrong.isEmpty() && !m_again.edit->text().isEmpty() ? Tone::Critical
                       : unlocked                                          ? Tone::Warning
                                                                           : Tone::Muted);
    m_problem->setVisible(!m_problem->text().isEmpty());
    m_make->setEnabled(wrong.isEmpty());
}

void MakeKeyForm::make()
{
    if (!m_make->isEnabled())
        return;
    KeyWish wish;
    wish.name = m_name.edit->text().trimmed();
    wish.comment = m_comment.edit->text().simplified();
    QByteArray bytes = m_passphrase.edit->text().toUtf8();
    wish.passphrase = Secret(bytes);
    bytes.fill('\0');
    wish.agent = m_agent->isChecked() ? KeyWish::Agent::Add : KeyWish::Agent::LeaveAlone;
    m_passphrase.edit->clear();
    m_again.edit->clear();
    hide();
    Q_EMIT makeRequested(wish);
}

void MakeKeyForm::cancel()
{
    m_passphrase.edit->clear();
    m_again.edit->clear();
    Q_EMIT cancelled();
}

void MakeKeyForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        cancel();
    else
        Card::keyPressEvent(event);
}

void MakeKeyForm::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MakeKeyForm::retranslate()
{
    setTitle(tr("Make a key on this computer"));
    m_help->setText(tr("An Ed25519 key in ~/.ssh. No file is ever written over."));
    const auto name = [](const Field &field, const QString &text) {
        field.label->setText(text);
        field.edit->setAccessibleName(text);
    };
    name(m_name, tr("File name"));
    name(m_comment, tr("Comment, so that others know whose it is"));
    name(m_passphrase, tr("Passphrase"));
    name(m_again, tr("Passphrase once more"));
    m_agent->setText(tr("Add it to the running SSH agent"));
    m_make->setText(tr("Make the key"));
    m_cancel->setText(tr("Cancel"));
    refresh();
}

} // namespace gw
