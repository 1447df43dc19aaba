// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/publish/publishaccessfield.h"

#include "widgets/parts/button.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/publish/publishloginrow.h"
#include "widgets/publish/wordlist.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace gw {
namespace {

constexpr qsizetype mostLogins = 50; // more are a matter of a file, not of a form

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
    m_logins = new QWidget(this);
    auto *logins = new QVBoxLayout(m_logins);
    logins->setContentsMargins(0, 0, 0, 0);
    logins->setSpacing(6);
    m_rowsLayout = new QVBoxLayout;
    m_rowsLayout->setSpacing(6);
    m_add = new Button(Button::Kind::Link, m_logins);
    m_add->setObjectName(QStringLiteral("publishAddLogin"));
    m_keep = new QCheckBox(m_logins);
    m_keep->setObjectName(QStringLiteral("publishKeepLogins"));
    auto *below = new QHBoxLayout;
    below->setSpacing(16);
    below->addWidget(m_add);
    below->addWidget(m_keep);
    below->addStretch(1);
    logins->addLayout(m_rowsLayout);
    logins->addLayout(below);
    connect(m_add, &Button::clicked, this, [this] {
        addRow();
        m_rows.last()->setFocus();
        chosenByHand();
    });
    connect(m_keep, &QCheckBox::clicked, this, &PublishAccessField::chosenByHand);
    m_networks = line(this, "publishNetworks", 4000);
    m_satisfy = new QComboBox(this);
    m_satisfy->setObjectName(QStringLiteral("publishSatisfy"));
    m_satisfy->addItem(QString(), int(Publish::Satisfy::Any));
    m_satisfy->addItem(QString(), int(Publish::Satisfy::All));
    m_satisfy->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    body()->addLayout(boxes);
    body()->addWidget(m_logins);
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
    while (m_rows.size() > 1)
        delete m_rows.takeLast();
    if (m_rows.isEmpty())
        addRow();
    m_rows.first()->clear();
    m_keep->setChecked(true);
    m_networks->clear();
    m_byPassword->setChecked(true);
    m_byNetwork->setChecked(false);
    m_satisfy->setCurrentIndex(0);
    refresh();
}

void PublishAccessField::addRow()
{
    auto *row = new PublishLoginRow(m_logins);
    setTabOrder(m_rows.isEmpty() ? static_cast<QWidget *>(m_byNetwork) : m_rows.last(), row);
    m_rows.append(row);
    m_rowsLayout->addWidget(row);
    connect(row, &PublishLoginRow::edited, this, &PublishAccessField::chosenByHand);
    connect(row, &PublishLoginRow::removed, this, [this, row] {
        m_rows.removeOne(row);
        row->hide();
        row->deleteLater(); // its button is at work
        chosenByHand();
    });
}

QList<Secret> PublishAccessField::passwords() const
{
    QList<Secret> passwords;
    if (m_byPassword->isChecked()) {
        for (const PublishLoginRow *row : m_rows)
            passwords.append(row->password());
    }
    return passwords;
}

void PublishAccessField::setHashes(const QList<PublishLogin> &logins)
{
    for (PublishLoginRow *row : std::as_const(m_rows)) {
        const auto made = std::find_if(logins.cbegin(), logins.cend(),
                                       [user = row->login().user](const auto &login) { return login.user == user; });
        if (made != logins.cend())
            row->setHash(made->hash);
    }
}

void PublishAccessField::take(Publish &wish) const
{
    wish.logins.clear();
    wish.networks.clear();
    if (m_byPassword->isChecked()) {
        for (const PublishLoginRow *row : m_rows)
            wish.logins.append(row->login());
    }
    wish.keepLogins = m_keep->isChecked();
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
    m_logins->setVisible(m_byPassword->isChecked());
    for (PublishLoginRow *row : std::as_const(m_rows))
        row->setRemovable(m_rows.size() > 1);
    m_add->setEnabled(m_rows.size() < mostLogins);
    m_networks->setVisible(m_byNetwork->isChecked());
    m_satisfy->setVisible(m_byPassword->isChecked() && m_byNetwork->isChecked());
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
    for (PublishLoginRow *row : std::as_const(m_rows))
        row->retranslate();
    m_add->setText(tr("Add a name"));
    m_keep->setText(tr("Names of an earlier time stay"));
    m_keep->setToolTip(plainToolTip(tr("Where the site has a password file already, those who stand in it and not here "
                                       "may go on entering.")));
    m_networks->setPlaceholderText(QStringLiteral("192.168.10.0/24, 10.0.5.100"));
    m_networks->setAccessibleName(tr("Addresses and networks"));
    m_satisfy->setItemText(0, tr("Either one is enough · satisfy any"));
    m_satisfy->setItemText(1, tr("Both are needed · satisfy all"));
    m_satisfy->setAccessibleName(tr("Password and network"));
    refresh();
}

} // namespace gw
