// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/quoting.h"
#include "backend/plan/confinement.h"
#include "backend/plan/intents/confine.h"
#include "backend/plan/intents/loopback.h"
#include "backend/plan/intents/parts.h"
#include "backend/plan/intents/unitfile.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Intents)
};

QString unitName(const ConfineService &wish)
{
    return wish.name.endsWith(QLatin1String(".service")) ? wish.name : wish.name + QStringLiteral(".service");
}

const SystemdUnit *unitNamed(const Facts &facts, const QString &name)
{
    if (!facts.services.units)
        return nullptr;
    for (const SystemdUnit &unit : *facts.services.units) {
        if (unit.name.raw() == name)
            return &unit;
    }
    return nullptr;
}

/// Drop-ins are read in the order of their names: what a service is confined with overrules its address alone.
RemotePath overridePath(const ConfineService &wish)
{
    return RemotePath("/etc/systemd/system/" + unitName(wish).toLatin1() + ".d/50-gatewright" +
                      (wish.user.isEmpty() ? "-address.conf" : ".conf"));
}

/// Units of a package know themselves why they run as root.
bool isFromPackage(const SystemdUnit &unit)
{
    const QByteArray &path = unit.fragment.bytes();
    return path.startsWith("/lib/") || path.startsWith("/usr/");
}

/// What the unit file of an administrator says, as far as confining needs it.
struct Unit {
    QStringList commands; ///< ExecStart=
    QStringList environment;
    QString folder;            ///< WorkingDirectory=
    bool isOverridden = false; ///< a drop-in of somebody else says another command
};

/// The survey may have masked a value of a secret option: words are compared only as far as neither is masked.
bool isSameCommand(const QStringList &commands, const SystemdUnit &unit)
{
    const QStringList said = unit.execStart.raw().simplified().split(u' ');
    const QStringList written = commands.join(QLatin1String("; ")).simplified().split(u' ');
    if (said.size() != written.size())
        return false;
    for (qsizetype i = 0; i < said.size(); ++i) {
        QString plain = written[i];
        plain.remove(u'"').remove(u'\'');
        if (said[i] != plain && !said[i].contains(QLatin1String("****")))
            return false;
    }
    return true;
}

Result<Unit> readUnit(PlanMaker &maker, const ConfineService &wish, const SystemdUnit &unit)
{
    const FileState state = GW_TRY(maker.file(unit.fragment));
    Unit read;
    read.commands = serviceValues(state.content, QStringLiteral("ExecStart"));
    read.environment = serviceValues(state.content, QStringLiteral("Environment"));
    read.folder = serviceValues(state.content, QStringLiteral("WorkingDirectory")).value(0);
    if (read.commands.isEmpty())
        return invalidIntent(triedToConfine(wish), Text::tr("%1 starts nothing").arg(unit.fragment.shown()));
    const QStringList ours = serviceValues(GW_TRY(maker.file(overridePath(wish))).content, QStringLiteral("ExecStart"));
    read.isOverridden = !isSameCommand(read.commands, unit) && !isSameCommand(ours, unit);
    return read;
}

bool listensBelow1024(const Facts &facts, const QString &unit)
{
    return facts.listeners &&
           std::any_of(facts.listeners->cbegin(), facts.listeners->cend(),
                       [&](const Listener &each) { return each.unit.raw() == unit && each.port < 1024; });
}

bool isAtOwnHome(const Facts &facts, const ConfineService &wish, const Unit &unit)
{
    if (!facts.users)
        return false;
    return std::any_of(facts.users->cbegin(), facts.users->cend(), [&](const UserAccount &user) {
        const QString home = user.home.raw() + u'/';
        return user.name.raw() == wish.user &&
               (unit.commands.join(u' ').contains(home) || QString(unit.folder + u'/').startsWith(home));
    });
}

/// Devices stay reachable, for there may be a GPU among them; memory may be made executable, for compilers of models.
QByteArray hardening(bool bindsLowPorts)
{
    const QByteArray capabilities = bindsLowPorts ? "CAP_NET_BIND_SERVICE" : "";
    return "NoNewPrivileges=yes\n"
           "PrivateTmp=yes\n"
           "ProtectSystem=strict\n"
           "ProtectKernelTunables=yes\n"
           "ProtectKernelModules=yes\n"
           "ProtectKernelLogs=yes\n"
           "ProtectControlGroups=yes\n"
           "ProtectClock=yes\n"
           "ProtectHostname=yes\n"
           "RestrictSUIDSGID=yes\n"
           "RestrictRealtime=yes\n"
           "RestrictNamespaces=yes\n"
           "LockPersonality=yes\n"
           "SystemCallArchitectures=native\n"
           "RemoveIPC=yes\n"
           "CapabilityBoundingSet=" +
           capabilities + "\nAmbientCapabilities=" + capabilities + '\n';
}

QByteArray commandLines(const QStringList &commands)
{
    QByteArray text = "ExecStart=\n"; // takes back the ones of the unit
    for (const QString &command : commands)
        text += "ExecStart=" + command.toUtf8() + '\n';
    return text;
}

QByteArray overrideText(const ConfineService &wish, const Unit &unit, const QStringList &commands, bool atHome,
                        bool bindsLowPorts)
{
    const QByteArray user = wish.user.toLatin1();
    QByteArray text = "# Written by Gatewright.\n[Service]\nUser=" + user + "\nStateDirectory=" + user +
                      "\nStateDirectoryMode=0750\n";
    if (!atHome) {
        text += "Environment=HOME=" + stateFolder(wish) + '\n';
        if (isRootsHome(unit.folder.toUtf8()))
            text += "WorkingDirectory=" + stateFolder(wish) + '\n';
    }
    if (commands != unit.commands)
        text += commandLines(commands);
    text += hardening(bindsLowPorts);
    if (!atHome)
        text += "ProtectHome=yes\n";
    const bool hasFolder =
        unit.folder.startsWith(u'/') && unit.folder != QLatin1String("/") && !isRootsHome(unit.folder.toUtf8());
    if (hasFolder)
        text += "ReadWritePaths=" + unit.folder.toUtf8() + '\n';
    return text;
}

QStringList commandsOnLoopback(const QStringList &commands)
{
    QStringList changed;
    for (const QString &command : commands)
        changed.append(onLoopback(command).value_or(command));
    return changed;
}

void measure(PlanMaker &maker, Moment moment, const QString &name, const QString &reason, const QStringList &needs)
{
    const Phase phase = moment == Moment::Before ? Phase::Install : Phase::Verify;
    if (const auto line = securityCommandOf(name))
        maker.add(phase, measuringStepId(name, moment), Check{Check::Kind::Command, *line}, reason, needs);
}

/// systemd calls a program active as soon as it was started, also one that it starts again and again.
QByteArray staysUp(const QByteArray &unit)
{
    const QByteArray isActive = "systemctl is-active --quiet " + unit;
    const QByteArray restarts = "$(systemctl show -P NRestarts " + unit + ')';
    return "n=" + restarts + "; " + isActive + " && sleep 2 && " + isActive + " && [ \"$n\" = \"" + restarts + "\" ]";
}

void warnOfFiles(PlanMaker &maker, const ConfineService &wish, const Unit &unit)
{
    if (isRootsHome(unit.folder.toUtf8())) {
        maker.warn(Text::tr("%1 worked in /root, from now on it works in %2: copy what it needs there.")
                       .arg(unitName(wish), QString::fromLatin1(stateFolder(wish))));
    }
    maker.warn(Text::tr("%1 can then write only to %2%3. Files that it made as root stay root’s.")
                   .arg(unitName(wish), QString::fromLatin1(stateFolder(wish)),
                        unit.folder.isEmpty() || isRootsHome(unit.folder.toUtf8())
                            ? QString()
                            : Text::tr(" and, where their owner is changed, to %1").arg(unit.folder)));
}

/// From the drop-in that is written to the unit that runs by it; the step that restarts it.
Result<QString> restartWith(PlanMaker &maker, const ConfineService &wish, const QByteArray &text, const QString &reason,
                            const QString &user)
{
    const QString name = unitName(wish);
    const QString write =
        maker.write(overridePath(wish), text, reason, {}, mayHoldSecret(text) ? Secrecy::Secret : Secrecy::Public);
    if (!user.isEmpty())
        maker.need(write, user);
    const QByteArray quotedName = GW_TRY(quoted(name.toUtf8()));
    const QString check = maker.add(Phase::Check, QStringLiteral("check %1").arg(name),
                                    Check{Check::Kind::Command, "systemd-analyze verify " + quotedName},
                                    Text::tr("systemd must accept the unit"), {write});
    const QString reread =
        maker.act({}, ServiceAction::Verb::DaemonReload, Text::tr("systemd reads the new unit"), {check});
    const QString restart = maker.act(name, ServiceAction::Verb::Restart, reason, {write, reread});
    maker.add(Phase::Verify, QStringLiteral("wait for %1").arg(name),
              WaitFor{staysUp(quotedName), std::chrono::seconds(15)}, Text::tr("It must run, and go on running"),
              {restart});
    return restart;
}

QList<quint16> portsOf(const Facts &facts, const QString &unit)
{
    return openPortsOf(facts, [&](const Listener &listener) { return listener.unit.raw() == unit; });
}

/// The address alone: as whom it runs, and what it may do, stays.
Result<void> moveToLoopback(PlanMaker &maker, const ConfineService &wish, const SystemdUnit &fact)
{
    const QString name = unitName(wish);
    const Unit unit = GW_TRY(readUnit(maker, wish, fact));
    const QStringList commands = commandsOnLoopback(unit.commands);
    if (unit.isOverridden || commands == unit.commands)
        return refuseSilentCommand(wish);
    const QByteArray text = "# Written by Gatewright.\n[Service]\n" + commandLines(commands);
    const QString restart =
        GW_TRY(restartWith(maker, wish, text, Text::tr("%1 answers this server alone").arg(name), {}));
    proveConfined(maker, wish, portsOf(maker.facts(), name), true, restart);
    maker.prove(UnitProof{ServiceUnit(name)});
    return {};
}

Result<void> confine(PlanMaker &maker, const ConfineService &wish, const SystemdUnit &fact)
{
    const Facts &facts = maker.facts();
    const QString name = unitName(wish);
    const Unit unit = GW_TRY(readUnit(maker, wish, fact));
    GW_TRY(refuseForeignHomes(facts, wish, unit.commands + unit.environment + QStringList{unit.folder + u'/'}));
    const bool mayRewrite = wish.toLoopback && !unit.isOverridden;
    const QStringList commands = mayRewrite ? commandsOnLoopback(unit.commands) : unit.commands;
    if (unit.isOverridden && wish.toLoopback) {
        maker.warn(Text::tr("Another file than %1 says what %2 starts: its command is left alone.")
                       .arg(fact.fragment.shown(), name));
    }
    const QByteArray text =
        overrideText(wish, unit, commands, isAtOwnHome(facts, wish, unit), listensBelow1024(facts, name));
    if (GW_TRY(maker.file(overridePath(wish))).content == text && fact.user.raw() == wish.user)
        return {}; // it is so already
    const QString user = makeUser(maker, wish);
    const QString reason = Text::tr("%1 runs as %2 and may touch nothing but its own: a hole in it gives away no more")
                               .arg(name, wish.user);
    measure(maker, Moment::Before, name, Text::tr("How far it is confined now"), {});
    const QString restart = GW_TRY(restartWith(maker, wish, text, reason, user));
    proveConfined(maker, wish, portsOf(facts, name), commands != unit.commands, restart);
    measure(maker, Moment::After, name, Text::tr("How far it is confined then"), {restart});
    maker.prove(UnitProof{ServiceUnit(name)});
    warnOfFiles(maker, wish, unit);
    return {};
}

} // namespace

Result<QByteArray> securityCommandOf(const QString &unit)
{
    return QByteArray("systemd-analyze security --no-pager -- " + GW_TRY(quoted(unit.toUtf8())) + " | tail -n 1");
}

QList<RemotePath> confinedFilesOf(const Facts &facts, const ConfineService &wish)
{
    if (wish.kind == ConfineService::Kind::Systemd) {
        const SystemdUnit *unit = unitNamed(facts, unitName(wish));
        return unit && !unit->fragment.isEmpty() ? QList<RemotePath>{unit->fragment, overridePath(wish)}
                                                 : QList<RemotePath>{};
    }
    QList<RemotePath> paths;
    if (facts.services.supervisor) {
        for (const SupervisorProgram &program : *facts.services.supervisor) {
            if (program.name.raw() == wish.name)
                paths.append(program.file);
        }
    }
    return paths;
}

Result<void> confineUnit(PlanMaker &maker, const ConfineService &wish)
{
    const SystemdUnit *fact = unitNamed(maker.facts(), unitName(wish));
    if (!fact || fact->fragment.isEmpty())
        return invalidIntent(triedToConfine(wish), Text::tr("systemd has no such unit"));
    if (isFromPackage(*fact)) {
        return invalidIntent(triedToConfine(wish),
                             Text::tr("It came with a package, which knows why it runs as it does"),
                             Text::tr("Look for an option of the package itself"));
    }
    return wish.user.isEmpty() ? moveToLoopback(maker, wish, *fact) : confine(maker, wish, *fact);
}

} // namespace gw
