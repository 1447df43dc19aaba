// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/services/confining.h"

#include "backend/plan/intents/loopback.h"
#include "backend/plan/intents/sshentry.h"

#include <QRegularExpression>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

bool isRoot(const UntrustedText &user)
{
    return user.isEmpty() || user == u"root" || user == u"0";
}

bool startsFromHome(const UntrustedText &command)
{
    static const QRegularExpression home(u"(^|[\\s=\"'])/(root|home)/"_s);
    return home.match(command.raw()).hasMatch();
}

const SupervisorProgram *programOf(const Facts &facts, const Listener &listener)
{
    if (!facts.services.supervisor)
        return nullptr;
    for (const SupervisorProgram &program : *facts.services.supervisor) {
        if (isStartedBy(listener, program))
            return &program;
    }
    return nullptr;
}

/// A unit that an administrator wrote; those of packages know why they run as they do.
const SystemdUnit *unitOf(const Facts &facts, const Listener &listener)
{
    if (!facts.services.units || listener.unit.isEmpty())
        return nullptr;
    for (const SystemdUnit &unit : *facts.services.units) {
        if (unit.name == listener.unit && unit.fragment.bytes().startsWith("/etc/systemd/system/"))
            return &unit;
    }
    return nullptr;
}

} // namespace

QString userForService(const Facts &facts, const QString &service)
{
    static const QRegularExpression others(u"[^a-z0-9_-]+"_s);
    static const QRegularExpression start(u"^[^a-z_]+"_s);
    QString name = service.section(u".service"_s, 0, 0).toLower();
    name.replace(others, u"-"_s).remove(start);
    name.truncate(24);
    if (name.isEmpty())
        name = u"service"_s;
    return accountNamed(facts, name) ? name + u"-svc"_s : name;
}

QList<Intent> confining(const Facts &facts, const Listener &listener)
{
    if (!listener.container.isEmpty())
        return {};
    if (const SupervisorProgram *program = programOf(facts, listener)) {
        if (startsFromHome(program->command))
            return {};
        const QString user = isRoot(program->user) ? userForService(facts, program->name.raw()) : program->user.raw();
        return {ConfineService{ConfineService::Kind::Supervisor, program->name.raw(), user, true}};
    }
    const SystemdUnit *unit = unitOf(facts, listener);
    if (!unit || startsFromHome(unit->execStart))
        return {};
    const QString user = isRoot(unit->user) ? userForService(facts, unit->name.raw()) : unit->user.raw();
    return {ConfineService{ConfineService::Kind::Systemd, unit->name.raw(), user, true}};
}

QList<Intent> confiningToLoopback(const Facts &facts, const QString &port)
{
    if (!facts.listeners || !port.endsWith(u"/tcp"_s))
        return {};
    const quint16 number = port.section(u'/', 0, 0).toUShort();
    for (const Listener &listener : *facts.listeners) {
        if (listener.port != number || listener.protocol != Listener::Protocol::Tcp || listener.address.isLoopback())
            continue;
        if (onLoopback(listener.commandLine.raw()))
            return confining(facts, listener);
    }
    return {};
}

} // namespace gw
