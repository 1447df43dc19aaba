// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/publish/publishaccessfield.h"

#include "widgets/parts/plainlabel.h"
#include "widgets/publish/wordlist.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>

namespace gw {
namespace {

constexpr int longestPassword = 200;

/// Stands for the hash of what was typed until that is made.
const QByteArray hashToCome = "$2y$06$";

} // namespace

PublishAccessField::PublishAccessField(QWidget *parent) : PublishField({PublishProblem::Field::Access}, parent)
{
    const auto box = [&](const char *name) {
        auto *made = new QCheckBox(this);
        made->setObjectName(QLatin1String(name));
        connect(made, &QCheckBox::clicked, this, &PublishAccessField::chosenByHand);
        return made;
    };
    const auto line = [&](QWidget *parent, const char *name, int longest) {
        auto *made = new QLineEdit(parent);
        made->setObjectName(QLatin1String(name));
        made->setMaxLength(longest);
        connect(made, &QLineEdit::textEdited, this, &PublishAccessField::chosenByHand);
        return made;
    };
    m_byPassword = box("publishByPassword");
    m_byNetwork = box("publishByNetwork");
    auto *boxes = new QHBoxLayout;
    boxes->setSpacing(16);
    boxes->addWidget(m_byPassword);
    boxes->addWidget(m_byNetwork);
    boxes->addStretch(1);
    m_login = new QWidget(this);
    auto *login = new QHBoxLayout(m_login);
    login->setContentsMargins(0, 0, 0, 0);
    login->setSpacing(8);
    m_user = line(m_login, "publishUser", 64);
    m_password = line(m_login, "publishPassword", longestPassword);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    login->addWidget(m_user, 1);
    login->addWidget(m_password, 1);
    m_networks = line(this, "publishNetworks", 4000);
    m_satisfy = new QComboBox(this);
    m_satisfy->setObjectName(QStringLiteral("publishSatisfy"));
    m_satisfy->addItem(QString(), int(Publish::Satisfy::Any));
    m_satisfy->addItem(QString(), int(Publish::Satisfy::All));
    m_satisfy->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    body()->addLayout(boxes);
    body()->addWidget(m_login);
    body()->addWidget(m_networks);
    body()->addWidget(m_satisfy);
    connect(m_satisfy, &QComboBox::activated, this, &PublishAccessField::chosenByHand);
    clear();
    retranslate();
}

void PublishAccessField::suggestFor(PublishKind kind, const QString &ownAddress)
{
    if (m_isChosen)
        return;
    const bool isApi = kind == PublishKind::OpenAi || kind == PublishKind::Ollama;
    const bool byNetwork = isApi && !ownAddress.isEmpty();
    m_byNetwork->setChecked(byNetwork);
    m_networks->setText(byNetwork ? ownAddress : QString());
    m_byPassword->setChecked(!isApi && kind != PublishKind::Static);
    refresh();
}

void PublishAccessField::clear()
{
    m_isChosen = false;
    m_hash.clear();
    m_user->clear();
    m_password->clear();
    m_networks->clear();
    m_byPassword->setChecked(true);
    m_byNetwork->setChecked(false);
    m_satisfy->setCurrentIndex(0);
    refresh();
}

Secret PublishAccessField::password() const
{
    return m_byPassword->isChecked() ? Secret(m_password->text().toUtf8()) : Secret();
}

void PublishAccessField::setHash(const QByteArray &hash)
{
    m_hash = hash;
    m_password->clear();
    refresh();
}

void PublishAccessField::take(Publish &wish) const
{
    wish.logins.clear();
    wish.networks.clear();
    if (m_byPassword->isChecked())
        wish.logins.append(
            {m_user->text().trimmed(), m_password->text().isEmpty() ? m_hash : hashToCome + "typed", {}});
    if (m_byNetwork->isChecked())
        wish.networks = wordsIn(m_networks->text());
    wish.satisfy = Publish::Satisfy(m_satisfy->currentData().toInt());
}

void PublishAccessField::chosenByHand()
{
    m_isChosen = true;
    refresh();
    Q_EMIT edited();
}

void PublishAccessField::refresh()
{
    m_login->setVisible(m_byPassword->isChecked());
    m_networks->setVisible(m_byNetwork->isChecked());
    m_satisfy->setVisible(m_byPassword->isChecked() && m_byNetwork->isChecked());
    m_password->setPlaceholderText(m_hash.isEmpty() ? tr("Password") : tr("Set; type to change it"));
}

void PublishAccessField::changeEvent(QEvent *event)
{
    PublishField::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PublishAccessField::retranslate()
{
    setCaption(tr("Who may enter"));
    m_byPassword->setText(tr("Password (Basic Auth)"));
    m_byNetwork->setText(tr("Only these networks"));
    m_user->setPlaceholderText(tr("Name"));
    m_user->setAccessibleName(tr("Name to log in with"));
    m_password->setAccessibleName(tr("Password"));
    m_networks->setPlaceholderText(QStringLiteral("192.168.10.0/24, 10.0.5.100"));
    m_networks->setAccessibleName(tr("Addresses and networks"));
    m_satisfy->setItemText(0, tr("Either one is enough · satisfy any"));
    m_satisfy->setItemText(1, tr("Both are needed · satisfy all"));
    m_satisfy->setAccessibleName(tr("Password and network"));
    refresh();
}

} // namespace gw
