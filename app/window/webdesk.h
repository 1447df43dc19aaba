// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleet.h"

namespace gw {

class ServerPage;
class WebPage;

/// Takes the wishes of the tab "Web" to the server that is shown: plans from what was typed, and what became of them.
class WebDesk : public QObject {
    Q_OBJECT

public:
    WebDesk(Fleet &fleet, ServerPage &server, WebPage &page);

    void fill(Session *session);

private:
    Session *session() const;
    Changing *changing() const;
    void readLog(const RemotePath &log);

    Fleet &m_fleet;
    ServerPage &m_server;
    WebPage &m_page;
    HostId m_shown;
    Job<QByteArray> m_reading;
};

} // namespace gw
