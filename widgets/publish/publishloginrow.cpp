// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/publish/publishloginrow.h"

#include "widgets/parts/button.h"
#include "widgets/parts/plainlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace gw {
namespace {

constexpr int longestUser = 64;
constexpr int longestPassword = 200;

/// Stands for the hash of what was typed until that is made.
const QByteArray hashToCome = "$2y$06$typed";

} // namespace

PublishLoginRow::PublishLoginRow(QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    const auto line = [&](const char *name, int longest) {
        auto *made = new QLineEdit(this);
        made->setObjectName(QLatin1String(name));
        made->setMaxLength(longest);
        connect(made, &QLineEdit::textEdited, this, &PublishLoginRow::edited);
        row->addWidget(made, 1);
        return made;
    };
    m_user = line("publishUser", longestUser);
    m_password = line("publishPassword", longestPassword);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    setFocusProxy(m_user);
    m_remove = new Button(Button::Kind::Icon, this);
    m_remove->setObjectName(QStringLiteral("publishRemoveLogin"));
    m_remove->setIconName(QStringLiteral("close"));
    m_remove->hide();
    row->addWidget(m_remove);
    connect(m_remove, &Button::clicked, this, &PublishLoginRow::removed);
    retranslate();
}

void PublishLoginRow::clear()
{
    m_hash.clear();
    m_known = {};
    m_user->clear();
    m_password->clear();
    refresh();
}

PublishLogin PublishLoginRow::login() const
{
    return {m_user->text().trimmed(), m_password->text().isEmpty() ? m_hash : hashToCome, {}};
}

Secret PublishLoginRow::password() const
{
    return m_password->text().isEmpty() ? m_known : Secret(m_password->text().toUtf8());
}

void PublishLoginRow::setHash(const QByteArray &hash)
{
    m_known = password();
    m_hash = hash;
    m_password->clear();
    refresh();
}

void PublishLoginRow::setRemovable(bool removable)
{
    m_remove->setVisible(removable);
}

bool PublishLoginRow::isPlaceholder(const QByteArray &hash)
{
    return hash == hashToCome;
}

void PublishLoginRow::refresh()
{
    m_password->setPlaceholderText(m_hash.isEmpty() ? tr("Password") : tr("Set; type to change it"));
}

void PublishLoginRow::retranslate()
{
    m_user->setPlaceholderText(tr("Name"));
    m_user->setAccessibleName(tr("Name to log in with"));
    m_password->setAccessibleName(tr("Password"));
    m_remove->setAccessibleName(tr("Remove this name"));
    m_remove->setToolTip(plainToolTip(tr("Remove this name")));
    refresh();
}

} // namespace gw
