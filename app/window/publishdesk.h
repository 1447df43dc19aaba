// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/change/nameservice.h"
#include "app/fleet/fleet.h"
#include "backend/findings/publishpreview.h"

#include <QTimer>

namespace gw {

class PublishPage;
class WebPage;

/// Takes what the assistant "Publish a service" wishes to the server that is shown: what would come of it while
/// somebody types, and the plan in the end. Hashes and certificates are made off the window's thread; a password is in
/// memory for the proof that it opens, and nowhere else.
class PublishDesk : public QObject {
    Q_OBJECT

public:
    PublishDesk(Fleet &fleet, WebPage &page);

    void fill(Session *session);

Q_SIGNALS:
    void failed(const gw::Error &error);

private:
    void preview();
    void askForName();
    void plan(const Publish &wish, const Secret &password);

    Fleet &m_fleet;
    WebPage &m_web;
    PublishPage &m_page;
    HostId m_shown;
    bool m_hasPlanned = false; ///< the plan that is shown came from here
    QString m_asked;           ///< the name that name service was asked for last
    QTimer m_pause;            ///< nobody types: a preview is made
    Job<PublishPreview> m_previewing;
    Job<Publish> m_completing;
    Job<Way> m_findingWay;
    Job<NameAnswer> m_lookingUp;
};

} // namespace gw
