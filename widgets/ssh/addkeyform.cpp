// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ssh/addkeyform.h"

#include "widgets/parts/button.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/ssh/publickeydialog.h"
#include "widgets/ssh/publickeytext.h"
#include "widgets/theme/fonts.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace gw {

AddKeyForm::AddKeyForm(QWidget *parent) : Card(parent)
{
    setObjectName(QStringLiteral("addKeyForm"));
    const auto label = [this](PlainLabel::Role role, Tone tone, const char *name) {
        auto *made = new PlainLabel(role, tone, this);
        made->setObjectName(QLatin1String(name));
        made->setOverflow(PlainLabel::Overflow::Wrap);
        return made;
    };
    m_userLabel = label(PlainLabel::Role::Caption, Tone::Muted, "addKeyUserLabel");
    m_user = new QComboBox(this);
    m_user->setObjectName(QStringLiteral("addKeyUser"));
    m_keyLabel = label(PlainLabel::Role::Caption, Tone::Muted, "addKeyLabel");
    m_key = new QLineEdit(this);
    m_key->setObjectName(QStringLiteral("addKeyText"));
    m_key->setFont(fonts::mono());
    m_key->setMaxLength(20'000);
    m_read = label(PlainLabel::Role::Small, Tone::Good, "addKeyRead");
    m_fingerprint = label(PlainLabel::Role::Small, Tone::Good, "addKeyFingerprint");
    m_fingerprint->setOverflow(PlainLabel::Overflow::Elide);
    m_problem = label(PlainLabel::Role::Small, Tone::Critical, "addKeyProblem");
    m_choose = new Button(Button::Kind::Link, this);
    m_choose->setObjectName(QStringLiteral("chooseKeyFile"));
    m_add = new Button(Button::Kind::Primary, this);
    m_add->setObjectName(QStringLiteral("confirmAddKey"));
    m_cancel = new Button(Button::Kind::Secondary, this);
    m_cancel->setObjectName(QStringLiteral("cancelAddKey"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_add);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    body()->setSpacing(6);
    for (QWidget *widget : {static_cast<QWidget *>(m_userLabel), static_cast<QWidget *>(m_user),
                            static_cast<QWidget *>(m_keyLabel), static_cast<QWidget *>(m_key)})
        body()->addWidget(widget);
    body()->addWidget(m_choose, 0, Qt::AlignLeft);
    body()->addWidget(m_read);
    body()->addWidget(m_fingerprint);
    body()->addWidget(m_problem);
    body()->addSpacing(2);
    body()->addLayout(buttons);

    connect(m_key, &QLineEdit::textChanged, this, &AddKeyForm::refresh);
    connect(m_key, &QLineEdit::returnPressed, this, &AddKeyForm::add);
    connect(m_user, &QComboBox::currentIndexChanged, this, &AddKeyForm::refresh);
    connect(m_choose, &Button::clicked, this, &AddKeyForm::chooseFile);
    connect(m_add, &Button::clicked, this, &AddKeyForm::add);
    connect(m_cancel, &Button::clicked, this, &AddKeyForm::cancelled);
    retranslate();
}

void AddKeyForm::setUsers(const QList<UserAccount> &users, const QString &preferred)
{
    const QString chosen = m_user->count() > 0 ? m_user->currentData().toString() : preferred;
    m_users = users;
    m_user->clear();
    for (const UserAccount &user : users)
        m_user->addItem(user.name.shown(60), user.name.raw());
    m_user->setCurrentIndex(qMax(0, m_user->findData(chosen)));
    refresh();
}

void AddKeyForm::setText(const QString &text)
{
    m_key->setText(text.simplified());
    m_key->setCursorPosition(0);
    m_key->setFocus();
}

void AddKeyForm::open(const QString &user)
{
    m_key->clear();
    if (const int index = m_user->findData(user); index >= 0)
        m_user->setCurrentIndex(index);
    show();
    m_key->setFocus();
}

bool AddKeyForm::isThere(const QString &fingerprint) const
{
    for (const UserAccount &user : m_users) {
        if (user.name != m_user->currentData().toString() || !user.keys)
            continue;
        return std::any_of(user.keys->cbegin(), user.keys->cend(),
                           [&](const AuthorizedKey &key) { return key.fingerprint == fingerprint; });
    }
    return false;
}

void AddKeyForm::refresh()
{
    const PublicKeyText text = publicKeyText(m_key->text());
    const bool there = !text.line.isEmpty() && isThere(text.fingerprint);
    m_read->setText(text.description);
    m_read->setVisible(!text.line.isEmpty());
    m_fingerprint->setText(text.fingerprint);
    m_fingerprint->setVisible(!text.line.isEmpty());
    m_problem->setText(there ? tr("%1 has this key already.").arg(m_user->currentText()) : text.problem);
    m_problem->setTone(text.line.isEmpty() ? Tone::Critical : Tone::Warning);
    m_problem->setVisible(!m_problem->text().isEmpty());
    m_add->setEnabled(!text.line.isEmpty() && !there && m_user->count() > 0);
}

void AddKeyForm::chooseFile()
{
    connect(openPublicKeyDialog(this), &QFileDialog::fileSelected, this, &AddKeyForm::fileChosen);
}

void AddKeyForm::add()
{
    if (m_add->isEnabled())
        Q_EMIT addRequested(m_user->currentData().toString(), publicKeyText(m_key->text()).line);
}

void AddKeyForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT cancelled();
    else
        Card::keyPressEvent(event);
}

void AddKeyForm::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AddKeyForm::retranslate()
{
    setTitle(tr("Add a key"));
    m_userLabel->setText(tr("For the user"));
    m_user->setAccessibleName(tr("For the user"));
    m_keyLabel->setText(tr("Public key"));
    m_key->setAccessibleName(tr("Public key"));
    m_key->setPlaceholderText(QStringLiteral("ssh-ed25519 AAAA…"));
    m_choose->setText(tr("From a file of this computer…"));
    m_add->setText(tr("Plan it…"));
    m_cancel->setText(tr("Cancel"));
    refresh();
}

} // namespace gw
