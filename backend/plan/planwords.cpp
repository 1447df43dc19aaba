// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/overloaded.h"
#include "backend/base/quoting.h"
#include "backend/base/untrustedtext.h"
#include "backend/plan/plan.h"

#include <QCoreApplication>
#include <QSet>
#include <algorithm>
#include <cctype>

namespace gw {
namespace {

constexpr qsizetype longestTitle = 60; // bytes of a command that still fit into one

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Plan)
};

using Verb = ServiceAction::Verb;

/// One word of a command line, quoted only where a person would quote it.
QByteArray shellWord(const QByteArray &bytes)
{
    static const QByteArray signs = "_./:=@%+,-";
    const auto isPlain = [](char c) { return isalnum(uchar(c)) != 0 || signs.contains(c); };
    if (!bytes.isEmpty() && std::all_of(bytes.begin(), bytes.end(), isPlain))
        return bytes;
    const auto word = quoted(bytes);
    return word ? *word : QByteArray();
}

QByteArray modeOf(const FileAttributes &attributes)
{
    return QByteArray::number(attributes.mode, 8).rightJustified(4, '0');
}

QByteArray ownerOf(const FileAttributes &attributes)
{
    return attributes.owner + ':' + attributes.group;
}

QString shownLine(const QByteArray &line)
{
    return UntrustedText::fromBytes(line).shown(80);
}

/// "ssh.service" as people say it: "ssh".
QString shownUnit(const ServiceUnit &unit)
{
    QString name = unit.name();
    if (name.endsWith(QStringLiteral(".service")))
        name.chop(8);
    return UntrustedText(name).shown(80);
}

QString titleOfAction(const ServiceAction &action)
{
    const QString unit = shownUnit(action.unit);
    switch (action.verb) {
    case Verb::Reload: return Text::tr("Reload %1").arg(unit);
    case Verb::Restart: return Text::tr("Restart %1").arg(unit);
    case Verb::Start: return Text::tr("Start %1").arg(unit);
    case Verb::Stop: return Text::tr("Stop %1").arg(unit);
    case Verb::Enable: return Text::tr("Start %1 at boot").arg(unit);
    case Verb::Disable: return Text::tr("Do not start %1 at boot").arg(unit);
    case Verb::DaemonReload: break;
    }
    return Text::tr("Let systemd read its units again");
}

QByteArray verbOf(Verb verb)
{
    switch (verb) {
    case Verb::Reload: return "reload";
    case Verb::Restart: return "restart";
    case Verb::Start: return "start";
    case Verb::Stop: return "stop";
    case Verb::Enable: return "enable";
    case Verb::Disable: return "disable";
    case Verb::DaemonReload: break;
    }
    return "daemon-reload";
}

QByteArray commandOfAction(const ServiceAction &action)
{
    if (action.verb == Verb::DaemonReload)
        return "systemctl daemon-reload";
    static const QString supervised = QStringLiteral("supervisor:");
    const QString name = action.unit.name();
    if (name.startsWith(supervised)) {
        const QByteArray program = shellWord(name.mid(supervised.size()).toUtf8());
        // supervisord does not reload a program: it reads its files and restarts what changed in them.
        const QByteArray verb = action.verb == Verb::Reload ? "update" : verbOf(action.verb);
        return "supervisorctl " + verb + ' ' + program;
    }
    return "systemctl " + verbOf(action.verb) + ' ' + shellWord(name.toUtf8());
}

QByteArray commandOfCheck(const Check &check)
{
    switch (check.kind) {
    case Check::Kind::Sshd: return "sshd -t";
    case Check::Kind::Nginx: return "nginx -t";
    case Check::Kind::Sudoers: return "visudo -c";
    case Check::Kind::Command: break;
    }
    return check.line;
}

QString titleOfLogin(const LoginProof &login)
{
    if (login.user.isEmpty() && login.port == 0)
        return Text::tr("Log in once more");
    if (login.user.isEmpty())
        return Text::tr("Log in once more, on port %1").arg(login.port);
    const QString user = UntrustedText(login.user).shown(80);
    return login.port == 0 ? Text::tr("Log in as %1").arg(user)
                           : Text::tr("Log in as %1, on port %2").arg(user).arg(login.port);
}

void appendOnce(QStringList &list, const QString &text)
{
    if (!list.contains(text))
        list.append(text);
}

} // namespace

QString titleOf(const Change &change)
{
    return std::visit(
        Overloaded{
            [](const WriteFile &write) {
                return (write.before.exists() ? Text::tr("Write %1") : Text::tr("Create %1")).arg(write.path.shown());
            },
            [](const RemoveFile &remove) { return Text::tr("Remove %1").arg(remove.path.shown()); },
            [](const LinkFile &link) {
                return Text::tr("Link %1 to %2").arg(link.path.shown(), shownLine(link.target));
            },
            [](const SetAttributes &set) {
                return Text::tr("Set %1 to %2 %3", "a file, its mode, its owner")
                    .arg(set.path.shown(), QString::fromLatin1(modeOf(set.after)), shownLine(ownerOf(set.after)));
            },
            [](const InstallPackage &install) {
                return Text::tr("Install %1").arg(UntrustedText(install.name).shown(80));
            },
            [](const RunCommand &run) { return Text::tr("Run %1").arg(shownLine(run.line)); },
            [](const ServiceAction &action) { return titleOfAction(action); },
            [](const Check &check) {
                const QByteArray line = commandOfCheck(check); // a long one is shown beside the title anyway
                return line.size() > longestTitle ? Text::tr("Check the result")
                                                  : Text::tr("Check: %1").arg(shownLine(line));
            },
            [](const WaitFor &wait) { return Text::tr("Wait for: %1").arg(shownLine(wait.line)); },
        },
        change);
}

QString titleOfSite(const SiteProof &site)
{
    const QString url = UntrustedText(site.url).shown(200);
    if (site.how == SiteProof::Try::WebSocket)
        return Text::tr("%1 opens a WebSocket", "a URL").arg(url);
    if (site.how == SiteProof::Try::Stream)
        return Text::tr("%1 answers piece by piece", "a URL").arg(url);
    if (!site.user.isEmpty())
        return Text::tr("%1 lets %2 in", "a URL and a user").arg(url, UntrustedText(site.user).shown(60));
    if (site.status == 401)
        return Text::tr("%1 asks for a password", "a URL").arg(url);
    if (site.status != 0)
        return Text::tr("%1 answers %2", "a URL and a status of HTTP").arg(url).arg(site.status);
    return Text::tr("%1 shows the service", "a URL").arg(url);
}

QString titleOf(const Proof &proof)
{
    return std::visit(Overloaded{
                          [](const LoginProof &login) { return titleOfLogin(login); },
                          [](const PortProof &port) {
                              return (port.expect == PortProof::Expect::Open ? Text::tr("Port %1 is open")
                                                                             : Text::tr("Port %1 is closed"))
                                  .arg(port.port);
                          },
                          [](const UrlProof &url) {
                              return Text::tr("%1 answers %2", "a URL and a status of HTTP")
                                  .arg(UntrustedText(url.url).shown(200))
                                  .arg(url.status);
                          },
                          [](const UnitProof &unit) { return Text::tr("%1 is active").arg(shownUnit(unit.unit)); },
                          [](const SiteProof &site) { return titleOfSite(site); },
                      },
                      proof);
}

QByteArray commandOf(const Change &change)
{
    return std::visit(
        Overloaded{
            [](const WriteFile &write) { return write.path.bytes(); },
            [](const RemoveFile &remove) { return QByteArray("rm " + shellWord(remove.path.bytes())); },
            [](const LinkFile &link) {
                return QByteArray("ln -sfn " + shellWord(link.target) + ' ' + shellWord(link.path.bytes()));
            },
            [](const SetAttributes &set) {
                const QByteArray path = shellWord(set.path.bytes());
                return QByteArray("chown " + shellWord(ownerOf(set.after)) + ' ' + path + " && chmod " +
                                  modeOf(set.after) + ' ' + path);
            },
            [](const InstallPackage &install) {
                return QByteArray("apt-get install " + shellWord(install.name.toUtf8()) + " # or dnf, apk, pacman");
            },
            [](const RunCommand &run) { return run.line; },
            [](const ServiceAction &action) { return commandOfAction(action); },
            [](const Check &check) { return commandOfCheck(check); },
            [](const WaitFor &wait) { return QByteArray("until " + wait.line + "; do sleep 1; done"); },
        },
        change);
}

RemotePath changedFile(const Change &change)
{
    return std::visit(
        Overloaded{[](const WriteFile &write) { return write.path; },
                   [](const RemoveFile &remove) { return remove.path; }, [](const LinkFile &link) { return link.path; },
                   [](const SetAttributes &set) { return set.path; }, [](const auto &) { return RemotePath(); }},
        change);
}

Secrecy secrecyOf(const Change &change)
{
    return std::visit(Overloaded{[](const WriteFile &write) { return write.secrecy; },
                                 [](const RemoveFile &remove) { return remove.secrecy; },
                                 [](const auto &) { return Secrecy::Public; }},
                      change);
}

PlanSummary summaryOf(const Plan &plan)
{
    PlanSummary summary;
    QSet<RemotePath> files;
    for (const Step &step : plan.steps) {
        if (const RemotePath path = changedFile(step.change); !path.isEmpty())
            files.insert(path);
        if (std::holds_alternative<InstallPackage>(step.change))
            ++summary.commands;
        if (const auto *run = std::get_if<RunCommand>(&step.change)) {
            ++summary.commands;
            if (!run->undo && run->touches.isEmpty() && !run->changesFirewall)
                summary.notUndone.append(UntrustedText::fromBytes(run->line).shown());
        }
        if (const auto *action = std::get_if<ServiceAction>(&step.change)) {
            if (action->verb == Verb::Restart)
                appendOnce(summary.restarts, shownUnit(action->unit));
            if (action->verb == Verb::Reload)
                appendOnce(summary.reloads, shownUnit(action->unit));
        }
    }
    summary.files = int(files.size());
    return summary;
}

} // namespace gw
