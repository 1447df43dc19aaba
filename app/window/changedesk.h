// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleet.h"

namespace gw {

class MainWindow;
class ServerPage;

/// Connects what the server page shows of plans and changes with the fleet, and holds the window open while a server
/// waits for a decision.
class ChangeDesk : public QObject {
    Q_OBJECT

public:
    ChangeDesk(Fleet &fleet, MainWindow &frame, ServerPage &page);

    /// All that the page shows of the changes of this server.
    void fill(Session *session);

    // A question that a proof asks; false: none is open, it is the session's.
    bool answer(const HostId &id, const HostKeyQuestion &question);
    bool answer(const HostId &id, const SecretQuestion &question, const QList<Secret> &secrets);
    bool decline(const HostId &id);

Q_SIGNALS:
    void failed(const gw::Error &error);
    /// Somebody wants to see this server.
    void serverRequested(const gw::HostId &id);
    void historyRequested(const gw::HostId &id, qint64 number);
    void refreshed(const gw::HostId &id);
    /// The journal has grown.
    void changeEnded(const gw::HostId &id);

private:
    Changing *asking(const HostId &id) const;
    void follow(Session *session, Changing *changing);
    void connectPage();
    void connectClosing();
    void holdClose();
    void exportPlan(const HostId &id, const Plan &plan, PlanFormat format);

    Fleet &m_fleet;
    MainWindow &m_frame;
    ServerPage &m_page;
    bool m_leaving = false; ///< the person wants to close although a change is open
};

} // namespace gw
