// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/change/doorbell.h"
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
    void lookFromHere();
    void lookUp(const QString &name, const Way &way);
    void knock(const QList<quint16> &doors, const Way &way);
    void plan(const Publish &wish, const QList<Secret> &passwords);

    Fleet &m_fleet;
    WebPage &m_web;
    PublishPage &m_page;
    HostId m_shown;
    bool m_hasPlanned = false; ///< the plan that is shown came from here
    QString m_asked;           ///< the name that name service was asked for last
    QList<quint16> m_knocked;  ///< the ports that were tried last
    QTimer m_pause;            ///< nobody types: a preview is made
    Job<PublishPreview> m_previewing;
    Job<Publish> m_completing;
    Job<Way> m_findingWay;
    Job<NameAnswer> m_lookingUp;
    Job<QList<PortAnswer>> m_knocking;
};

} // namespace gw
