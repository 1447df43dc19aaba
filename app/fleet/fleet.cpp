// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/fleet.h"

namespace gw {

Fleet::Fleet(Storage storage, SecretStore &secrets, Connector connector)
    : m_services{storage, secrets, m_gate, std::move(connector)}, m_writer(storage)
{
}

Fleet::~Fleet() = default;

void Fleet::load()
{
    m_services.storage.start<QList<Server>>(
        m_loading, [](Store &store) { return store.servers(); },
        [this](Result<QList<Server>> servers) {
            if (!servers) {
                Q_EMIT failed(servers.error());
                add(thisComputer()); // the main job needs no store
            } else {
                for (const Server &server : *servers)
                    add(server)->load();
            }
            Q_EMIT loaded();
        });
}

Session *Fleet::add(const Server &server)
{
    auto session = std::make_unique<Session>(server, Session::Listed::Yes, m_services);
    Session *added = session.get();
    m_sessions.emplace(server.id, std::move(session));
    m_order.append(added);
    addChanging(added);
    Q_EMIT sessionAdded(added);
    return added;
}

Session *Fleet::session(const HostId &id) const
{
    if (m_unsaved && m_unsaved->server().id == id)
        return m_unsaved.get();
    const auto found = m_sessions.find(id);
    return found == m_sessions.end() ? nullptr : found->second.get();
}

void Fleet::addChanging(Session *session)
{
    auto changing = std::make_unique<Changing>(*session, m_services.storage);
    Changing *added = changing.get();
    m_changing[session->server().id] = std::move(changing);
    Q_EMIT changeAdded(session, added);
}

Changing *Fleet::changing(const HostId &id) const
{
    const auto found = m_changing.find(id);
    return found == m_changing.end() ? nullptr : found->second.get();
}

QList<Session *> Fleet::withOpenChange() const
{
    QList<Session *> open;
    for (const auto &[id, changing] : m_changing) {
        if (changing->isOpen())
            open += session(id);
    }
    return open;
}

QStringList Fleet::groups() const
{
    QStringList groups;
    for (const Session *session : m_order) {
        const QString &group = session->server().group;
        if (!group.isEmpty() && !groups.contains(group))
            groups.append(group);
    }
    groups.sort(Qt::CaseInsensitive);
    return groups;
}

Session *Fleet::startUnsaved(const Server &server)
{
    dismissUnsaved();
    m_unsaved = std::make_unique<Session>(server, Session::Listed::NotYet, m_services);
    addChanging(m_unsaved.get());
    return m_unsaved.get();
}

void Fleet::dismissUnsaved()
{
    if (m_unsaved)
        m_changing.erase(m_unsaved->server().id);
    m_unsaved.reset();
}

void Fleet::save(const Server &server, std::function<void(Result<void>)> done)
{
    m_writer.write([server](Store &store) { return store.save(server); },
                   [this, server, done = std::move(done)](Result<void> result) {
                       if (result && m_unsaved && m_unsaved->server().id == server.id) {
                           Session *session = m_unsaved.get();
                           m_sessions.emplace(server.id, std::move(m_unsaved));
                           m_order.append(session);
                           session->setServer(server);
                           session->setListed();
                           Q_EMIT sessionAdded(session);
                       } else if (result) {
                           if (Session *known = session(server.id))
                               known->setServer(server);
                           else
                               add(server);
                       }
                       done(std::move(result));
                   });
}

void Fleet::remove(const HostId &id)
{
    Session *session = this->session(id);
    if (!session || session->server().isLocal())
        return;
    m_writer.write([id](Store &store) { return store.remove(id); },
                   [this](Result<void> result) {
                       if (!result)
                           Q_EMIT failed(result.error());
                   });
    m_order.removeOne(session);
    Q_EMIT sessionRemoved(id);
    m_changing.erase(id);
    m_sessions.erase(id);
}

void Fleet::rescanAll()
{
    for (Session *session : std::as_const(m_order))
        session->rescan();
}

void Fleet::reviewAgain()
{
    for (Session *session : std::as_const(m_order))
        session->reviewAgain();
    if (m_unsaved)
        m_unsaved->reviewAgain();
}

void Fleet::forgetSurveys(int days)
{
    m_writer.write(
        [days](Store &store) { return store.forgetOlderThan(QDateTime::currentDateTimeUtc().addDays(-days)); },
        [this](Result<void> result) {
            if (!result)
                Q_EMIT failed(result.error());
        });
}

} // namespace gw
