// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleet.h"
#include "widgets/web/webreading.h"

#include <QTimer>

namespace gw {

class ServerPage;
class WebPage;

/// Takes the wishes of the tab "Web" to the server that is shown: plans from what was typed, and what became of them.
/// Reads what is typed on a worker whenever somebody pauses: what nginx would say of it, and what a review finds.
class WebDesk : public QObject {
    Q_OBJECT

public:
    WebDesk(Fleet &fleet, Storage storage, ServerPage &server, WebPage &page);

    void fill(Session *session);

private:
    Session *session() const;
    Changing *changing() const;
    void readLog(const RemotePath &log);
    void readDraft();

    Fleet &m_fleet;
    Storage m_storage;
    ServerPage &m_server;
    WebPage &m_page;
    HostId m_shown;
    Job<QByteArray> m_reading;
    QTimer m_pause;        ///< nobody types
    int m_draftAsked = -1; ///< the revision that was read last, or is being read
    Job<std::shared_ptr<const WebReading>> m_draft;
};

} // namespace gw
