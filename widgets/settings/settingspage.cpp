// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/settingspage.h"

#include "widgets/parts/button.h"
#include "widgets/parts/card.h"
#include "widgets/parts/formcolumn.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/segmentedcontrol.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QSpinBox>
#include <QVBoxLayout>

namespace gw {
namespace {

constexpr int longestKeeping = 3650;

} // namespace

SettingsPage::SettingsPage(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("settingsPage"));
    QVBoxLayout *column = makeFormColumn(this);
    QWidget *body = column->parentWidget();
    m_title = new PlainLabel(PlainLabel::Role::Title, Tone::Neutral, body);
    m_subtitle = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, body);
    auto *heading = new QVBoxLayout;
    heading->setSpacing(2);
    heading->addWidget(m_title);
    heading->addWidget(m_subtitle);
    column->addLayout(heading);
    column->addSpacing(4);
    const auto card = [&] {
        auto *made = new Card(body);
        made->body()->setSpacing(12);
        column->addWidget(made);
        return made;
    };

    m_windowCard = card();
    m_language = new QComboBox(body);
    m_language->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_language->setObjectName(QStringLiteral("language"));
    m_language->addItem(QString(), QString());
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en")); // each in its own language
    m_language->addItem(QStringLiteral("简体中文"), QStringLiteral("zh_CN"));
    m_languageLabel = addRow(m_windowCard, m_language, &m_languageHelp);
    m_appearance = new SegmentedControl(body);
    m_appearance->setObjectName(QStringLiteral("appearance"));
    m_appearanceLabel = addRow(m_windowCard, m_appearance, &m_appearanceHelp);

    m_secretsCard = card();
    m_secretsText = new PlainLabel(PlainLabel::Role::Body, Tone::Neutral, m_secretsCard);
    m_secretsText->setObjectName(QStringLiteral("secretStorage"));
    m_secretsText->setOverflow(PlainLabel::Overflow::Wrap);
    m_forget = new Button(Button::Kind::Danger, m_secretsCard);
    m_forget->setObjectName(QStringLiteral("forgetSecrets"));
    m_secretsCard->body()->addWidget(m_secretsText);
    m_secretsCard->body()->addWidget(m_forget, 0, Qt::AlignLeft);

    m_dataCard = card();
    m_openFolder = new Button(Button::Kind::Secondary, body);
    m_openFolder->setObjectName(QStringLiteral("openDataFolder"));
    m_folderLabel = addRow(m_dataCard, m_openFolder, &m_folder);
    m_folder->setObjectName(QStringLiteral("dataFolder"));
    m_folder->setCopyable();
    m_keep = new QSpinBox(body);
    m_keep->setObjectName(QStringLiteral("keepSurveys"));
    m_keep->setRange(1, longestKeeping);
    m_keep->setMinimumWidth(130);
    m_keepLabel = addRow(m_dataCard, m_keep, &m_keepHelp);

    m_mirror = new QCheckBox(body);
    m_mirror->setObjectName(QStringLiteral("mirrorJournal"));
    m_mirrorLabel = addRow(m_dataCard, m_mirror, &m_mirrorHelp);

    m_aboutCard = card();
    m_about = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, m_aboutCard);
    m_about->setOverflow(PlainLabel::Overflow::Wrap);
    m_about->setCopyable();
    m_aboutCard->body()->addWidget(m_about);
    column->addStretch(1);

    connect(m_language, &QComboBox::currentIndexChanged, this, &SettingsPage::edited);
    connect(m_appearance, &SegmentedControl::currentChanged, this, &SettingsPage::edited);
    connect(m_keep, &QSpinBox::valueChanged, this, &SettingsPage::edited);
    connect(m_mirror, &QCheckBox::toggled, this, &SettingsPage::edited);
    connect(m_openFolder, &Button::clicked, this, &SettingsPage::dataFolderRequested);
    connect(m_forget, &Button::clicked, this, &SettingsPage::forgetSecretsRequested);
    retranslate();
    setPreferences({});
}

PlainLabel *SettingsPage::addRow(Card *card, QWidget *control, PlainLabel **explanation)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    auto *name = new PlainLabel(PlainLabel::Role::Strong, Tone::Neutral, card);
    *explanation = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, card);
    (*explanation)->setOverflow(PlainLabel::Overflow::Wrap);
    texts->addWidget(name);
    texts->addWidget(*explanation);
    row->addLayout(texts, 1);
    row->addWidget(control, 0, Qt::AlignVCenter);
    card->body()->addLayout(row);
    return name;
}

void SettingsPage::setPreferences(const Preferences &preferences)
{
    m_preferences = preferences;
    m_filling = true;
    m_language->setCurrentIndex(qMax(0, m_language->findData(preferences.language)));
    m_appearance->setCurrent(int(preferences.appearance));
    m_keep->setValue(preferences.keepSurveysDays);
    m_mirror->setChecked(preferences.mirrorsJournal);
    m_filling = false;
}

void SettingsPage::setSecretStorage(SecretStorage storage, const QString &reason)
{
    m_storage = storage;
    m_storageReason = reason;
    retranslate();
}

void SettingsPage::setDataFolder(const QString &folder)
{
    m_folder->setText(folder);
}

void SettingsPage::setVersion(const QString &version)
{
    m_version = version;
    retranslate();
}

void SettingsPage::edited()
{
    if (m_filling)
        return;
    Preferences changed = m_preferences;
    changed.language = m_language->currentData().toString();
    changed.appearance = Theme::Mode(m_appearance->current());
    changed.keepSurveysDays = m_keep->value();
    changed.mirrorsJournal = m_mirror->isChecked();
    if (changed == m_preferences)
        return;
    m_preferences = changed;
    Q_EMIT preferencesChanged(changed);
}

void SettingsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SettingsPage::retranslate()
{
    m_title->setText(tr("Settings"));
    m_subtitle->setText(tr("Every change holds at once."));
    m_windowCard->setTitle(tr("Window"));
    m_languageLabel->setText(tr("Language"));
    m_languageHelp->setText(tr("Switches while the program runs."));
    m_language->setAccessibleName(tr("Language"));
    m_language->setItemText(0, tr("As the system"));
    m_appearanceLabel->setText(tr("Appearance"));
    m_appearanceHelp->setText(tr("The system's wish, or always the same."));
    m_appearance->setAccessibleName(tr("Appearance"));
    m_appearance->setSegments({tr("System"), tr("Light"), tr("Dark")});
    m_secretsCard->setTitle(tr("Passwords and passphrases"));
    m_secretsText->setText(m_storage == SecretStorage::Keychain
                               ? tr("What you choose to keep lies in the system's keychain, and nowhere else.")
                           : m_storageReason.isEmpty()
                               ? tr("There is no keychain on this computer. Answers are kept in memory until the "
                                    "program ends and are never written to disk.")
                               : tr("The keychain cannot be used (%1). Answers are kept in memory until the program "
                                    "ends and are never written to disk.")
                                     .arg(m_storageReason));
    m_forget->setText(tr("Forget all"));
    m_forget->setAccessibleDescription(tr("Removes every password and passphrase of this program from the keychain"));
    m_dataCard->setTitle(tr("Data"));
    m_folderLabel->setText(tr("Folder"));
    m_openFolder->setText(tr("Open folder"));
    m_keepLabel->setText(tr("Keep surveys"));
    m_keepHelp->setText(tr("Older ones are removed, except the last of each server."));
    m_keep->setAccessibleName(tr("Days to keep surveys"));
    m_keep->setSuffix(tr(" days"));
    m_mirrorLabel->setText(tr("Keep the journal as a git repository too"));
    m_mirrorHelp->setText(tr("journal.git in this folder: one commit for each kept change, a folder for each server."));
    m_mirror->setAccessibleName(tr("Keep the journal as a git repository too"));
    m_aboutCard->setTitle(tr("About"));
    m_about->setText(
        QStringList{m_version.isEmpty() ? QStringLiteral("Gatewright") : QStringLiteral("Gatewright %1").arg(m_version),
                    tr("Free software under the GNU General Public License, version 3 or later.")}
            .join(u'\n'));
}

} // namespace gw
