// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the person set, between the settings page, the store and the program: the rest of Window is in window.cpp.
#include "app/window/window.h"

#include "app/change/journalmirror.h"
#include "app/version.h"
#include "widgets/frame/mainwindow.h"
#include "widgets/settings/settingspage.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

namespace gw {
namespace {

const QString languageKey = QStringLiteral("window.language");
const QString appearanceKey = QStringLiteral("window.appearance");
const QString layoutKey = QStringLiteral("window.layout");
const QString mirrorKey = QStringLiteral("mirror"); // kept by journalmirror
const QString keepKey = QStringLiteral("surveys.keepDays");

} // namespace

void Window::connectSettings()
{
    m_settings->setVersion(QStringLiteral(GATEWRIGHT_VERSION));
    m_settings->setDataFolder(QFileInfo(m_storage.path()).absolutePath());
    const auto showSecretStorage = [this] {
        m_settings->setSecretStorage(m_secrets.isPersistent() ? SettingsPage::SecretStorage::Keychain
                                                              : SettingsPage::SecretStorage::ThisRun,
                                     m_secrets.reason());
        if (!m_secrets.isPersistent())
            m_frame->showNotice(
                QStringLiteral("keychain"), Tone::Info,
                tr("No keychain is available: passwords are kept in memory until Gatewright is closed."));
    };
    connect(&m_secrets, &SecretStore::persistenceChanged, this, showSecretStorage);
    showSecretStorage();
    connect(m_settings, &SettingsPage::preferencesChanged, this, [this](const Preferences &preferences) {
        const int keepBefore = m_preferences.keepSurveysDays;
        const bool mirroredBefore = m_preferences.mirrorsJournal;
        applyPreferences(preferences);
        keep(languageKey, preferences.language);
        keep(appearanceKey, QString::number(int(preferences.appearance)));
        keep(keepKey, QString::number(preferences.keepSurveysDays));
        if (preferences.mirrorsJournal != mirroredBefore)
            mirrorJournal(preferences.mirrorsJournal);
        if (preferences.keepSurveysDays != keepBefore)
            m_fleet.forgetSurveys(preferences.keepSurveysDays);
    });
    connect(m_settings, &SettingsPage::dataFolderRequested, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_storage.path()).absolutePath())); });
    connect(m_settings, &SettingsPage::forgetSecretsRequested, this, [this] { m_secrets.forgetAll(); });
}

void Window::loadPreferences()
{
    m_storage.start<QMap<QString, QString>>(
        m_loading,
        [](Store &store) -> Result<QMap<QString, QString>> {
            QMap<QString, QString> values;
            for (const QString &key : {languageKey, appearanceKey, layoutKey, keepKey})
                values[key] = GW_TRY(store.setting(key));
            values[mirrorKey] = GW_TRY(mirrorFolder(store));
            return values;
        },
        [this](Result<QMap<QString, QString>> values) {
            Preferences preferences;
            if (values) {
                preferences.language = values->value(languageKey);
                preferences.appearance = Theme::Mode(qBound(0, values->value(appearanceKey).toInt(), 2));
                if (const int days = values->value(keepKey).toInt(); days > 0)
                    preferences.keepSurveysDays = days;
                preferences.mirrorsJournal = !values->value(mirrorKey).isEmpty();
                m_frame->restoreLayout(QByteArray::fromBase64(values->value(layoutKey).toLatin1()));
            }
            applyPreferences(preferences);
            m_frame->show();
            m_fleet.load();
            m_fleet.forgetSurveys(preferences.keepSurveysDays);
        });
}

void Window::applyPreferences(const Preferences &preferences)
{
    m_preferences = preferences;
    const QString language = preferences.language.isEmpty() ? Translation::systemLanguage() : preferences.language;
    if (language != m_translation.language()) {
        const QString before = thisComputer().name;
        m_translation.install(language);
        if (Session *here = m_fleet.session(HostId::local()); here && here->server().name == before) {
            Server renamed = here->server();
            renamed.name = thisComputer().name;
            here->setServer(renamed);
        }
        m_fleet.reviewAgain();
    }
    m_theme.setMode(preferences.appearance);
    m_settings->setPreferences(preferences);
}

void Window::mirrorJournal(bool wanted)
{
    const QString folder = wanted ? usualMirrorFolder(m_storage.path()) : QString();
    m_writer.write([folder](Store &store) { return setMirrorFolder(store, folder); },
                   [this](const Result<void> &mirrored) {
                       if (mirrored)
                           return;
                       Preferences preferences = m_preferences;
                       preferences.mirrorsJournal = false;
                       applyPreferences(preferences);
                       showError(mirrored.error());
                   });
}

void Window::keep(const QString &key, const QString &value)
{
    m_writer.write([key, value](Store &store) { return store.setSetting(key, value); },
                   [this](const Result<void> &kept) {
                       if (!kept)
                           showError(kept.error());
                   });
}

} // namespace gw
