// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleet.h"
#include "widgets/history/historyvalues.h"

#include <QBasicTimer>

namespace gw {

class HistoryPage;
class MainWindow;

/// Fills the pages of the journal, the fleet's and that of one server, and takes their wishes to the fleet.
class HistoryDesk : public QObject {
    Q_OBJECT

public:
    HistoryDesk(Fleet &fleet, Storage storage, MainWindow &frame, HistoryPage &fleetPage, HistoryPage &serverPage);

    /// Reads the journal and checks its chain, on a worker.
    void reload();
    /// The page of one server shows this one from now on.
    void setServer(Session *session);

Q_SIGNALS:
    void failed(const gw::Error &error);
    /// A plan was made there, or a change waits there for a decision.
    void serverRequested(const gw::HostId &id);
    void reviewRequested();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    struct Journal {
        QList<ChangeRecord> changes;
        JournalState state;
    };

    void connectPage(HistoryPage &page);
    void show();
    void showCountdowns();

    Fleet &m_fleet;
    Storage m_storage;
    MainWindow &m_frame;
    HistoryPage &m_fleetPage;
    HistoryPage &m_serverPage;
    HostId m_server;
    Journal m_journal;
    Job<Journal> m_reading;
    Job<ChangeRecord> m_detail;
    QBasicTimer m_second;
};

} // namespace gw
