// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/parts/questionpanel.h"

#include "backend/base/overloaded.h"
#include "widgets/parts/button.h"
#include "widgets/parts/factgrid.h"
#include "widgets/parts/plainlabel.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace gw {
namespace {

PlainLabel *paragraph(const QString &text, QVBoxLayout *column, Tone tone = Tone::Neutral)
{
    auto *label = new PlainLabel(PlainLabel::Role::Body, tone);
    label->setOverflow(PlainLabel::Overflow::Wrap);
    label->setText(text);
    column->addWidget(label);
    return label;
}

QHBoxLayout *buttonRow(QVBoxLayout *column, Button *first, Button *second)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(first);
    row->addWidget(second);
    row->addStretch(1);
    column->addSpacing(4);
    column->addLayout(row);
    return row;
}

} // namespace

QuestionPanel::QuestionPanel(QWidget *parent) : Card(parent)
{
    setObjectName(QStringLiteral("questionPanel"));
    hide();
}

void QuestionPanel::setQuestion(const Question &question)
{
    if (m_question == question && m_content)
        return; // somebody may be typing the answer
    m_question = question;
    m_refused.clear();
    rebuild();
}

void QuestionPanel::setKeychainAvailable(bool available)
{
    if (std::exchange(m_keychain, available) != available)
        rebuild();
}

void QuestionPanel::setRefused(const QString &why)
{
    if (std::exchange(m_refused, why) != why)
        rebuild();
}

void QuestionPanel::rebuild()
{
    clearFields();
    m_fields.clear();
    m_keep = nullptr;
    delete std::exchange(m_content, nullptr);
    const bool open = !std::holds_alternative<std::monostate>(m_question);
    if (open) {
        m_content = new QWidget(this);
        auto *column = new QVBoxLayout(m_content);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(8);
        body()->addWidget(m_content);
        std::visit(Overloaded{[](std::monostate) {}, [this](const HostKeyQuestion &question) { showHostKey(question); },
                              [this](const SecretQuestion &question) { showSecret(question); }},
                   m_question);
    }
    setVisible(open);
    if (open && !m_fields.isEmpty())
        m_fields.first()->setFocus();
}

void QuestionPanel::showHostKey(const HostKeyQuestion &question)
{
    setTitle(tr("Is this the right server?"));
    auto *column = static_cast<QVBoxLayout *>(m_content->layout());
    paragraph(tr("Nobody has connected from this computer to %1 before, so its key is not known yet. Compare it once; "
                 "from then on a changed key is refused.")
                  .arg(question.hop),
              column);
    auto *facts = new FactGrid(m_content);
    facts->setObjectName(QStringLiteral("hostKeyFacts"));
    facts->setFacts({{tr("Server"), question.hop, Tone::Neutral, false},
                     {tr("Address"), question.address, Tone::Neutral, true},
                     {tr("Key type"), question.keyType, Tone::Neutral, false},
                     {tr("Fingerprint"), question.fingerprint, Tone::Neutral, true}});
    column->addWidget(facts);
    paragraph(tr("To check, run this on the server's console, or look in your provider's panel:"), column, Tone::Muted);
    auto *command = new PlainLabel(PlainLabel::Role::Mono, Tone::Neutral, m_content);
    command->setText(QStringLiteral("for k in /etc/ssh/ssh_host_*_key.pub; do ssh-keygen -lf \"$k\"; done"));
    command->setOverflow(PlainLabel::Overflow::Wrap);
    command->setCopyable();
    column->addWidget(command);
    auto *accept = new Button(Button::Kind::Primary, tr("The key is right, connect"), m_content);
    accept->setObjectName(QStringLiteral("acceptHostKey"));
    auto *cancel = new Button(Button::Kind::Secondary, tr("Do not connect"), m_content);
    cancel->setObjectName(QStringLiteral("rejectHostKey"));
    buttonRow(column, accept, cancel);
    connect(accept, &Button::clicked, this, [this, question] { Q_EMIT hostKeyAccepted(question); });
    connect(cancel, &Button::clicked, this, &QuestionPanel::cancelled);
}

void QuestionPanel::showSecret(const SecretQuestion &question)
{
    auto *column = static_cast<QVBoxLayout *>(m_content->layout());
    QString title;
    QString label;
    switch (question.kind) {
    case SecretQuestion::Kind::Password:
        title = tr("Password for %1").arg(question.hop);
        label = tr("Password");
        break;
    case SecretQuestion::Kind::Passphrase:
        title = tr("Passphrase of %1").arg(question.subject);
        label = tr("Passphrase");
        paragraph(tr("The key is used to sign in to %1. It stays on this computer.").arg(question.hop), column,
                  Tone::Muted);
        break;
    case SecretQuestion::Kind::KeyboardInteractive: title = tr("%1 asks").arg(question.hop); break;
    case SecretQuestion::Kind::RootPassword:
        title = tr("Password for %1 on %2").arg(question.subject, question.hop);
        label = tr("Password");
        paragraph(
            tr("It is asked once for this connection and given to %1 only. Without it everything readable is still "
               "looked at, and what is missing says \"needs root\".")
                .arg(question.subject),
            column, Tone::Muted);
        break;
    }
    setTitle(title);
    if (!question.remark.isEmpty())
        paragraph(question.remark, column)->setObjectName(QStringLiteral("questionRemark"));
    if (!question.instruction.isEmpty())
        paragraph(question.instruction.shown(), column)->setObjectName(QStringLiteral("serverInstruction"));

    QList<SecretQuestion::Prompt> prompts = question.prompts;
    if (prompts.isEmpty())
        prompts.append({UntrustedText(label), false});
    for (const SecretQuestion::Prompt &prompt : prompts) {
        auto *caption = new PlainLabel(PlainLabel::Role::Caption, Tone::Muted, m_content);
        caption->setText(question.kind == SecretQuestion::Kind::KeyboardInteractive ? prompt.text.shown() : label);
        auto *edit = new QLineEdit(m_content);
        edit->setObjectName(QStringLiteral("answer%1").arg(m_fields.size()));
        edit->setAccessibleName(caption->text());
        edit->setEchoMode(prompt.echo ? QLineEdit::Normal : QLineEdit::Password);
        edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
        edit->setMaximumWidth(420);
        column->addWidget(caption);
        column->addWidget(edit);
        connect(edit, &QLineEdit::returnPressed, this, &QuestionPanel::accept);
        m_fields << edit;
    }
    if (!m_refused.isEmpty())
        paragraph(m_refused, column, Tone::Critical)->setObjectName(QStringLiteral("refused"));

    // A one-time code is worth nothing tomorrow; the root password is asked once per connection.
    const bool mayKeep = question.kind != SecretQuestion::Kind::KeyboardInteractive &&
                         question.kind != SecretQuestion::Kind::RootPassword;
    if (mayKeep && m_keychain) {
        m_keep = new QCheckBox(tr("Keep it in the keychain"), m_content);
        m_keep->setObjectName(QStringLiteral("keepSecret"));
        column->addWidget(m_keep);
    } else if (mayKeep) {
        paragraph(tr("There is no keychain on this computer: the answer is kept in memory until the program ends."),
                  column, Tone::Muted);
    }
    auto *go = new Button(Button::Kind::Primary, tr("Continue"), m_content);
    go->setObjectName(QStringLiteral("giveAnswer"));
    auto *cancel = new Button(Button::Kind::Secondary, tr("Cancel"), m_content);
    cancel->setObjectName(QStringLiteral("cancelQuestion"));
    buttonRow(column, go, cancel);
    connect(go, &Button::clicked, this, &QuestionPanel::accept);
    connect(cancel, &Button::clicked, this, [this] {
        clearFields();
        Q_EMIT cancelled();
    });
}

void QuestionPanel::accept()
{
    const auto *question = std::get_if<SecretQuestion>(&m_question);
    if (!question)
        return;
    QList<Secret> secrets;
    for (const QLineEdit *field : std::as_const(m_fields)) {
        QByteArray bytes = field->text().toUtf8();
        secrets << Secret(bytes);
        bytes.fill('\0');
    }
    const Keep keep = m_keep && m_keep->isChecked() ? Keep::Keychain : Keep::ThisRun;
    clearFields();
    const SecretQuestion asked = *question; // the receiver may set another question
    Q_EMIT secretsGiven(asked, secrets, keep);
}

void QuestionPanel::clearFields()
{
    for (QLineEdit *field : std::as_const(m_fields))
        field->clear();
}

void QuestionPanel::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_content)
        rebuild();
}

} // namespace gw
