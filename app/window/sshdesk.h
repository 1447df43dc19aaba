// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleet.h"
#include "backend/ssh/keymaker.h"
#include "backend/survey/protection.h"
#include "widgets/ssh/keyguide.h"
#include "widgets/ssh/keyrows.h"
#include "widgets/ssh/keywish.h"

namespace gw {

class ServerPage;
class SshPage;

/// Takes the wishes of the tab "SSH" to the server that is shown: plans from its forms, keys made on this computer and
/// proven, what fail2ban and systemd say just now.
class SshDesk : public QObject {
    Q_OBJECT

public:
    SshDesk(Fleet &fleet, Storage storage, ServerPage &server, SshPage &page);

    void fill(Session *session);
    /// Somebody looks at the tab: what takes long is asked for now.
    void opened();

Q_SIGNALS:
    void failed(const gw::Error &error);
    /// The key of that user with this fingerprint is wanted on other servers too.
    void rollOutRequested(const gw::HostId &from, const QString &user, const QString &fingerprint);

private:
    Session *session() const;
    Changing *changing() const;
    void plan(const QList<Intent> &intents);
    void makeKey(const KeyWish &wish);
    void useKey(const QString &path);
    void install(KeyGuide guide);
    void proveKey();
    void askProtection();
    void readFirstSeen();
    void readPublicKey(const QString &path);
    void showGuide(std::optional<KeyGuide> guide);

    Fleet &m_fleet;
    Storage m_storage;
    ServerPage &m_server;
    SshPage &m_page;
    HostId m_shown;
    QMap<HostId, KeyGuide> m_guides; ///< of keys that were made or chosen here
    Job<KeyPair> m_making;
    Job<KeyGuide> m_choosing;
    Job<QString> m_proving;
    Job<Protection> m_asking;
    Job<FirstSeen> m_firstSeen;
    Job<QString> m_reading;
};

} // namespace gw
