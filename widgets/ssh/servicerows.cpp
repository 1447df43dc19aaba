// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ssh/servicerows.h"

#include "backend/exposure/service.h"
#include "widgets/parts/format.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ServiceRows)
};

bool isRoot(const UntrustedText &user)
{
    return user == u"root" || user == u"0";
}

bool isOnAllAddresses(const Listener &listener)
{
    return listener.address == QHostAddress::Any || listener.address == QHostAddress::AnyIPv4 ||
           listener.address == QHostAddress::AnyIPv6;
}

/// Interpreters and application servers, as the rule services.runs-as-root knows them; programs of the system that need
/// root are none of them.
bool isApplication(const Listener &listener, const ServiceIdentity &service)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(python[0-9.]*|pypy3?|node|deno|bun|java|ruby|php[0-9.-]*|perl|uvicorn|gunicorn|hypercorn|"
                       "streamlit|gradio|flask|celery|puma|dotnet|beam\\.smp|mono)"));
    if (service.kind == ServiceKind::Ai)
        return true;
    return service.kind == ServiceKind::Other && pattern.match(listener.process.raw()).hasMatch();
}

const SupervisorProgram *programOf(const Facts &facts, const UntrustedText &commandLine)
{
    if (!facts.services.supervisor)
        return nullptr;
    for (const SupervisorProgram &program : *facts.services.supervisor) {
        // An interpreter may stand before it, and the folder of the program is not always written.
        const QString written = program.command.raw().simplified();
        const QString name = written.section(u' ', 0, 0).section(u'/', -1);
        const QString arguments = written.section(u' ', 1);
        const QString command = arguments.isEmpty() ? name : QStringLiteral("%1 %2").arg(name, arguments);
        if (!name.isEmpty() && commandLine.raw().simplified().endsWith(command))
            return &program;
    }
    return nullptr;
}

/// Units that start other people's programs; a user for them would not be one for the program.
bool isStarter(const UntrustedText &unit)
{
    static const QRegularExpression starter(
        QStringLiteral("^(cron|crond|supervisor|supervisord|docker|containerd|ssh|sshd|user@\\d+)\\.service$"));
    return !unit.raw().endsWith(QLatin1String(".service")) || starter.match(unit.raw()).hasMatch();
}

LooseService serviceOf(const Facts &facts, const Listener &listener, const ServiceIdentity &identity)
{
    LooseService service;
    service.product = identity.name;
    service.commandLine = listener.commandLine;
    if (const SupervisorProgram *program = programOf(facts, listener.commandLine)) {
        service.startedBy = ConfineService::Kind::Supervisor;
        service.name = program->name;
    } else if (!listener.unit.isEmpty() && !isStarter(listener.unit)) {
        service.startedBy = ConfineService::Kind::Systemd;
        service.name = listener.unit;
    } else {
        service.name = identity.name.isEmpty() ? listener.process : identity.name;
        service.unit = listener.unit;
    }
    return service;
}

/// Supervisor's programs that were not seen to listen run as root all the same.
void addSilentPrograms(const Facts &facts, QList<LooseService> &services)
{
    if (!facts.services.supervisor)
        return;
    for (const SupervisorProgram &program : *facts.services.supervisor) {
        LooseService service;
        service.startedBy = ConfineService::Kind::Supervisor;
        service.name = program.name;
        service.commandLine = program.command;
        service.runsAsRoot = program.user.isEmpty() || isRoot(program.user);
        const bool isListed = std::any_of(services.cbegin(), services.cend(),
                                          [&](const LooseService &other) { return other.key() == service.key(); });
        if (service.runsAsRoot && !isListed)
            services << service;
    }
}

QString origin(const LooseService &service)
{
    if (service.startedBy == ConfineService::Kind::Supervisor)
        return Text::tr("supervisor");
    if (service.startedBy == ConfineService::Kind::Systemd)
        return Text::tr("systemd");
    if (service.unit.raw().startsWith(QLatin1String("cron")))
        return Text::tr("started by cron: make a unit of it first");
    return Text::tr("started by hand: make a unit of it first");
}

} // namespace

QString LooseService::key() const
{
    const QString kind = startedBy == ConfineService::Kind::Supervisor ? QStringLiteral("supervisor")
                         : startedBy == ConfineService::Kind::Systemd  ? QStringLiteral("systemd")
                                                                       : QStringLiteral("other");
    return QStringList{kind, name.raw(), startedBy ? QString() : commandLine.raw()}.join(u'/');
}

QList<LooseService> looseServices(const Facts &facts)
{
    QList<LooseService> services;
    if (facts.listeners) {
        for (const Listener &listener : *facts.listeners) {
            const ServiceIdentity identity = identify(facts, listener);
            const bool asRoot = isRoot(listener.user), everywhere = isOnAllAddresses(listener);
            if (!listener.container.isEmpty() || !isApplication(listener, identity) || (!asRoot && !everywhere))
                continue;
            LooseService service = serviceOf(facts, listener, identity);
            const auto known = std::find_if(services.begin(), services.end(),
                                            [&](const LooseService &other) { return other.key() == service.key(); });
            LooseService &kept = known == services.end() ? services.emplaceBack(service) : *known;
            kept.runsAsRoot = kept.runsAsRoot || asRoot;
            kept.onAllAddresses = kept.onAllAddresses || everywhere;
            kept.endpoints << format::endpoint(listener.address, listener.port);
        }
    }
    addSilentPrograms(facts, services);
    std::stable_sort(services.begin(), services.end(), [](const LooseService &a, const LooseService &b) {
        return a.startedBy.has_value() > b.startedBy.has_value();
    });
    return services;
}

QString proposedUser(const LooseService &service)
{
    // useradd(8): a lower-case letter first, then letters, digits, "-" and "_", at most 32.
    QString name = service.name.raw().section(u'.', 0, 0).toLower();
    static const QRegularExpression others(QStringLiteral("[^a-z0-9_-]+"));
    name.replace(others, QStringLiteral("-"));
    while (!name.isEmpty() && !(name[0] >= u'a' && name[0] <= u'z'))
        name.remove(0, 1);
    return name.isEmpty() ? QStringLiteral("service") : name.left(32);
}

QString shownScore(double exposure)
{
    // badness_table of systemd's analyze-security.c
    const QString word = exposure >= 10    ? Text::tr("dangerous")
                         : exposure >= 9   ? Text::tr("unsafe")
                         : exposure >= 7.5 ? Text::tr("exposed")
                         : exposure >= 5   ? Text::tr("medium")
                         : exposure >= 1   ? Text::tr("ok")
                                           : Text::tr("safe");
    return Text::tr("%1/10, %2").arg(QLocale().toString(exposure, 'f', 1), word);
}

QList<Row> serviceRows(const QList<LooseService> &services, const SecurityScores &scores)
{
    QList<Row> rows;
    for (const LooseService &service : services) {
        Row row;
        row.key = service.key();
        row.severity = service.runsAsRoot ? Severity::High : Severity::Medium;
        row.title = format::joined(
            {service.name.shown(60), service.product == service.name ? QString() : service.product.shown(40)});
        const auto score = scores.constFind(service.name.raw());
        row.detail = format::joined(
            {origin(service), service.endpoints.join(QStringLiteral(", ")),
             score == scores.cend() ? QString() : Text::tr("exposure %1").arg(shownScore(score->before))});
        row.pill = service.runsAsRoot && service.onAllAddresses ? Text::tr("root, on all addresses")
                   : service.runsAsRoot                         ? Text::tr("runs as root")
                                                                : Text::tr("on all addresses");
        row.pillTone = service.runsAsRoot ? Tone::Critical : Tone::Warning;
        row.toolTip = service.commandLine.shown(400);
        if (service.startedBy)
            row.action = Text::tr("Confine…");
        rows << row;
    }
    return rows;
}

} // namespace gw
