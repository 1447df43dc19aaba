// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/changing.h"
#include "app/storage/storewriter.h"

#include <map>

namespace gw {

/// The servers and their sessions. What is in the list is what the store holds; a session that is not saved yet lives
/// until it is saved or dismissed.
class Fleet : public QObject {
    Q_OBJECT

public:
    Fleet(Storage storage, SecretStore &secrets, Connector connector = realConnector());
    ~Fleet() override;

    /// Reads the servers from the store, then `loaded` is emitted, or `failed`.
    void load();

    QList<Session *> sessions() const { return m_order; }
    Session *session(const HostId &id) const;
    /// What is being changed on that server; there for every session.
    Changing *changing(const HostId &id) const;
    /// Those that wait for "keep" or are being made.
    QList<Session *> withOpenChange() const;
    QStringList groups() const;

    /// A session for a server that is not in the list; an older one that was not saved is dismissed.
    Session *startUnsaved(const Server &server);
    void dismissUnsaved();
    /// Adds the server to the list, or changes it there. `done` gets why it could not be.
    void save(const Server &server, std::function<void(Result<void>)> done);
    void remove(const HostId &id);
    void rescanAll();
    void reviewAgain();
    /// Forgets surveys that are older than `days`.
    void forgetSurveys(int days);

Q_SIGNALS:
    void loaded();
    void sessionAdded(gw::Session *session);
    void sessionRemoved(const gw::HostId &id);
    void changeAdded(gw::Session *session, gw::Changing *changing);
    void failed(const gw::Error &error);

private:
    Session *add(const Server &server);
    void addChanging(Session *session);

    ConnectGate m_gate;
    SessionServices m_services;
    std::map<HostId, std::unique_ptr<Session>> m_sessions;
    QList<Session *> m_order;
    std::unique_ptr<Session> m_unsaved;
    std::map<HostId, std::unique_ptr<Changing>> m_changing; ///< gone before their sessions
    Job<QList<Server>> m_loading;
    StoreWriter m_writer;
};

} // namespace gw
