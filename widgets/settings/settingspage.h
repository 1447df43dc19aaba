// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/settings/preferences.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace gw {

class Button;
class Card;
class PlainLabel;
class SegmentedControl;

/// Language, appearance, where secrets and data are kept. Every change holds at once.
class SettingsPage : public QWidget {
    Q_OBJECT

public:
    enum class SecretStorage { Keychain, ThisRun };

    explicit SettingsPage(QWidget *parent = nullptr);

    void setPreferences(const Preferences &preferences);
    void setSecretStorage(SecretStorage storage, const QString &reason = {});
    void setDataFolder(const QString &folder);
    void setVersion(const QString &version);

Q_SIGNALS:
    void preferencesChanged(const gw::Preferences &preferences);
    void dataFolderRequested();    ///< show it in the file manager
    void forgetSecretsRequested(); ///< remove every kept secret from the keychain

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void edited();
    PlainLabel *addRow(Card *card, QWidget *control, PlainLabel **explanation);

    Preferences m_preferences;
    SecretStorage m_storage = SecretStorage::Keychain;
    QString m_storageReason;
    PlainLabel *m_title, *m_subtitle;
    Card *m_windowCard, *m_secretsCard, *m_dataCard, *m_aboutCard;
    PlainLabel *m_languageLabel, *m_languageHelp, *m_appearanceLabel, *m_appearanceHelp, *m_secretsText, *m_folderLabel,
        *m_folder, *m_keepLabel, *m_keepHelp, *m_about;
    QComboBox *m_language;
    SegmentedControl *m_appearance;
    QSpinBox *m_keep;
    PlainLabel *m_mirrorLabel, *m_mirrorHelp;
    QCheckBox *m_mirror;
    Button *m_openFolder, *m_forget;
    QString m_version;
    bool m_filling = false;
};

} // namespace gw
