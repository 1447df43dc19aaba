// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleet.h"
#include "app/storage/storewriter.h"
#include "app/translation/translation.h"
#include "widgets/settings/preferences.h"

namespace gw {

class AddServerPage;
class ChangeDesk;
class FleetOverviewPage;
class FleetReviewPage;
class HistoryDesk;
class HistoryPage;
class MainWindow;
class PublishDesk;
class RolloutDesk;
class RolloutPage;
class ServerPage;
class SettingsPage;
class SshDesk;
class WebDesk;

/// Connects the window's pages with the fleet: wishes of pages become work of sessions, changes of sessions become
/// values of pages. It decides nothing else.
class Window : public QObject {
    Q_OBJECT

public:
    Window(Fleet &fleet, SecretStore &secrets, Storage storage, Theme &theme, Translation &translation);
    ~Window() override;

    void show();
    MainWindow &frame() { return *m_frame; }

Q_SIGNALS:
    /// The window is on the screen with the list of servers: it can be used.
    void ready();

private:
    void makePages();
    void connectFrame();
    void connectFleetPages();
    void connectServerPage();
    void connectAddPage();
    void connectSettings();
    void makeDesks();

    void follow(Session *session);
    void refresh(Session *session);
    /// In the fleet's review and the command palette.
    void showFindings(Session *session);
    void openServer(const HostId &id);
    void openHistory(const HostId &id, qint64 number);
    void openAddPage(const Server *edited);
    void fillServerPage(Session *session);
    void fillAddPage(Session *session);
    void saveServer(const Server &server);
    void withSession(const HostId &id, const std::function<void(Session *)> &act);
    void showError(const Error &error);

    void loadPreferences();
    void applyPreferences(const Preferences &preferences);
    void keep(const QString &key, const QString &value);
    void mirrorJournal(bool wanted);

    Fleet &m_fleet;
    SecretStore &m_secrets;
    Storage m_storage;
    Theme &m_theme;
    Translation &m_translation;
    std::unique_ptr<MainWindow> m_frame;
    FleetOverviewPage *m_overview;
    FleetReviewPage *m_fleetReview;
    HistoryPage *m_fleetHistory;
    RolloutPage *m_rollout;
    ServerPage *m_server;
    AddServerPage *m_add;
    SettingsPage *m_settings;
    Preferences m_preferences;
    Session *m_adding = nullptr; ///< the session that the add-server page follows
    Job<QMap<QString, QString>> m_loading;
    Job<QStringList> m_aliases;
    StoreWriter m_writer;
    std::unique_ptr<ChangeDesk> m_changes;
    std::unique_ptr<HistoryDesk> m_history;
    std::unique_ptr<RolloutDesk> m_rollouts;
    std::unique_ptr<SshDesk> m_ssh;
    std::unique_ptr<WebDesk> m_web;
    std::unique_ptr<PublishDesk> m_publish;
};

} // namespace gw
