// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plan/plantext.h"

#include "backend/base/overloaded.h"
#include "backend/base/untrustedtext.h"
#include "backend/plan/diff.h"
#include "widgets/parts/format.h"

#include <QCoreApplication>
#include <QSet>

namespace gw::plantext {
namespace {

constexpr int mostContentLines = 6;

QString translated(const char *text)
{
    return QCoreApplication::translate("plan", text);
}

QString counted(qsizetype count, const char *one, const char *many)
{
    return count == 1 ? translated(one) : translated(many).arg(count);
}

QString shownBytes(const QByteArray &bytes)
{
    return UntrustedText::fromBytes(bytes).shown();
}

/// Whether a step changes something itself, and is no check, wait or restart that goes with a change.
bool isChange(const Change &change)
{
    return !std::holds_alternative<Check>(change) && !std::holds_alternative<WaitFor>(change) &&
           !std::holds_alternative<ServiceAction>(change);
}

QString checkName(const Check &check)
{
    switch (check.kind) {
    case Check::Kind::Sshd: return QStringLiteral("sshd -t");
    case Check::Kind::Nginx: return QStringLiteral("nginx -t");
    case Check::Kind::Sudoers: return QStringLiteral("visudo -c");
    case Check::Kind::Command: return shownBytes(check.line);
    }
    Q_UNREACHABLE();
}

bool isSsh(const ServiceUnit &unit)
{
    return unit.name().startsWith(QLatin1String("ssh.")) || unit.name().startsWith(QLatin1String("sshd."));
}

QString effectOf(const ServiceAction &action)
{
    const QString name = unitName(action.unit);
    switch (action.verb) {
    case ServiceAction::Verb::Reload:
        return isSsh(action.unit) ? translated(QT_TRANSLATE_NOOP("plan", "%1 reloads, open sessions stay")).arg(name)
                                  : translated(QT_TRANSLATE_NOOP("plan", "%1 reloads and is never away")).arg(name);
    case ServiceAction::Verb::Restart:
        return isSsh(action.unit)
                   ? translated(QT_TRANSLATE_NOOP("plan", "%1 restarts, open sessions stay")).arg(name)
                   : translated(QT_TRANSLATE_NOOP("plan", "%1 restarts and is away until it is up again")).arg(name);
    case ServiceAction::Verb::Start: return translated(QT_TRANSLATE_NOOP("plan", "%1 starts")).arg(name);
    case ServiceAction::Verb::Stop:
        return translated(QT_TRANSLATE_NOOP("plan", "%1 stops and is away from then on")).arg(name);
    case ServiceAction::Verb::Enable:
    case ServiceAction::Verb::Disable:
    case ServiceAction::Verb::DaemonReload: return {};
    }
    Q_UNREACHABLE();
}

QString wayBackOf(const FileState &before)
{
    return before.exists()
               ? translated(QT_TRANSLATE_NOOP("plan", "The file returns byte for byte, with its owner and mode."))
               : translated(QT_TRANSLATE_NOOP("plan", "The file is removed again."));
}

QString wayBackOf(const RunCommand &command)
{
    QStringList parts;
    if (command.undo)
        parts << translated(QT_TRANSLATE_NOOP("plan", "The command below is run."));
    if (!command.touches.isEmpty())
        parts << translated(QT_TRANSLATE_NOOP("plan", "The files it may change return byte for byte."));
    if (command.changesFirewall)
        parts << translated(QT_TRANSLATE_NOOP("plan", "The rules in the kernel return as they were."));
    return parts.isEmpty() ? translated(QT_TRANSLATE_NOOP("plan", "Nothing takes this back.")) : sentences(parts);
}

} // namespace

QString sentences(const QStringList &sentences)
{
    QString text;
    for (const QString &sentence : sentences) {
        if (!text.isEmpty() && !text.endsWith(QChar(0x3002))) // the full stop of Chinese brings its room with it
            text += u' ';
        text += sentence;
    }
    return text;
}

QString unitName(const ServiceUnit &unit)
{
    QString name = UntrustedText(unit.name()).shown(80);
    if (name.startsWith(QLatin1String("supervisor:")))
        return name.mid(11);
    if (name.endsWith(QLatin1String(".service")))
        name.chop(8);
    return name;
}

QString summary(const Plan &plan)
{
    qsizetype changes = 0;
    QSet<RemotePath> files;
    for (const Step &step : plan.steps) {
        changes += isChange(step.change);
        if (const RemotePath *file = path(step.change))
            files.insert(*file);
    }
    const PlanSummary known = summaryOf(plan);
    QString text = counted(changes, QT_TRANSLATE_NOOP("plan", "1 change"), QT_TRANSLATE_NOOP("plan", "%1 changes"));
    if (!files.isEmpty())
        text = translated(QT_TRANSLATE_NOOP("plan", "%1 in %2"))
                   .arg(text, counted(files.size(), QT_TRANSLATE_NOOP("plan", "1 file"),
                                      QT_TRANSLATE_NOOP("plan", "%1 files")));
    QStringList parts{text};
    if (!known.reloads.isEmpty())
        parts << counted(known.reloads.size(), QT_TRANSLATE_NOOP("plan", "1 reload"),
                         QT_TRANSLATE_NOOP("plan", "%1 reloads"));
    if (!known.restarts.isEmpty())
        parts << counted(known.restarts.size(), QT_TRANSLATE_NOOP("plan", "1 restart"),
                         QT_TRANSLATE_NOOP("plan", "%1 restarts"));
    return parts.join(translated(QT_TRANSLATE_NOOP("plan", ", ")));
}

QString services(const Plan &plan)
{
    QStringList parts;
    for (const Step &step : plan.steps) {
        if (const auto *action = std::get_if<ServiceAction>(&step.change))
            parts << effectOf(*action);
    }
    parts.removeDuplicates();
    return format::joined(parts);
}

QString checksAside(const Plan &plan)
{
    QStringList names;
    for (const Step &step : plan.steps) {
        const auto *check = std::get_if<Check>(&step.change);
        if (check && check->kind != Check::Kind::Command)
            names << checkName(*check);
    }
    names.removeDuplicates();
    return names.join(QCoreApplication::translate("plan", ", ", "between the names of checks"));
}

QString icon(const Change &change)
{
    return std::visit(Overloaded{
                          [](const WriteFile &) { return QStringLiteral("document"); },
                          [](const RemoveFile &) { return QStringLiteral("minus"); },
                          [](const LinkFile &) { return QStringLiteral("link"); },
                          [](const SetAttributes &) { return QStringLiteral("key"); },
                          [](const InstallPackage &) { return QStringLiteral("package"); },
                          [](const RunCommand &) { return QStringLiteral("action"); },
                          [](const ServiceAction &) { return QStringLiteral("refresh"); },
                          [](const Check &) { return QStringLiteral("check"); },
                          [](const WaitFor &) { return QStringLiteral("clock"); },
                      },
                      change);
}

QString effect(const Change &change)
{
    return std::visit(
        Overloaded{
            [](const ServiceAction &action) { return effectOf(action); },
            [](const Check &check) {
                return check.kind == Check::Kind::Command
                           ? translated(QT_TRANSLATE_NOOP("plan", "It changes nothing. Must pass, or everything "
                                                                  "returns."))
                           : translated(QT_TRANSLATE_NOOP("plan", "It changes nothing. It is asked about the new files "
                                                                  "before the first real one moves, and once more "
                                                                  "here; must pass, or everything returns."));
            },
            [](const WaitFor &wait) {
                return translated(QT_TRANSLATE_NOOP("plan", "It changes nothing. Tried for up to %1, or everything "
                                                            "returns."))
                    .arg(format::duration(wait.limit.count()));
            },
            [](const auto &) { return QString(); },
        },
        change);
}

QString wayBack(const Change &change)
{
    return std::visit(
        Overloaded{
            [](const WriteFile &write) { return wayBackOf(write.before); },
            [](const RemoveFile &remove) { return wayBackOf(remove.before); },
            [](const LinkFile &link) {
                return link.before.exists() ? translated(QT_TRANSLATE_NOOP("plan", "The link leads to %1 again."))
                                                  .arg(shownBytes(link.before.linkTarget))
                                            : translated(QT_TRANSLATE_NOOP("plan", "The link is removed again."));
            },
            [](const SetAttributes &set) {
                return translated(QT_TRANSLATE_NOOP("plan", "Mode and owner return to %1."))
                    .arg(attributes(set.before));
            },
            [](const InstallPackage &) {
                return translated(QT_TRANSLATE_NOOP("plan", "What this installs is removed; what was there stays."));
            },
            [](const RunCommand &command) { return wayBackOf(command); },
            [](const ServiceAction &action) {
                return action.verb == ServiceAction::Verb::DaemonReload
                           ? translated(QT_TRANSLATE_NOOP("plan", "systemd reads its files once more."))
                           : translated(QT_TRANSLATE_NOOP("plan", "%1 returns to the state it was in."))
                                 .arg(unitName(action.unit));
            },
            [](const Check &) { return QString(); },
            [](const WaitFor &) { return QString(); },
        },
        change);
}

QString attributes(const FileAttributes &attributes)
{
    return QStringLiteral("%1 %2:%3")
        .arg(attributes.mode, 4, 8, QLatin1Char('0'))
        .arg(shownBytes(attributes.owner), shownBytes(attributes.group));
}

QString content(const Change &change)
{
    const auto *write = std::get_if<WriteFile>(&change);
    if (!write)
        return {};
    if (write->secrecy == Secrecy::Secret)
        return translated(QT_TRANSLATE_NOOP("plan", "the content is secret and is not shown"));
    QStringList said;
    for (const DiffLine &line : diffOf(write->before.content, write->after)) {
        const QByteArray text = line.text.trimmed();
        if (line.kind != DiffLine::Kind::Added || text.isEmpty() || text.startsWith('#'))
            continue;
        if (said.size() == mostContentLines)
            return format::joined(said) + QStringLiteral(" …");
        said << UntrustedText::fromBytes(text.simplified()).shown(80);
    }
    return format::joined(said);
}

QString proven(const ProofRecord &record)
{
    if (!record.held)
        return format::joined({titleOf(record.proof), record.detail});
    return std::visit(
        Overloaded{
            [](const LoginProof &login) {
                return login.user.isEmpty()
                           ? translated(QT_TRANSLATE_NOOP("plan", "A second login with the new settings worked."))
                           : translated(QT_TRANSLATE_NOOP("plan", "A second login as %1 with the new settings worked."))
                                 .arg(UntrustedText(login.user).shown(60));
            },
            [](const PortProof &port) {
                return port.expect == PortProof::Expect::Open
                           ? translated(QT_TRANSLATE_NOOP("plan", "Port %1 answers.")).arg(port.port)
                           : translated(QT_TRANSLATE_NOOP("plan", "Port %1 no longer answers.")).arg(port.port);
            },
            [](const UrlProof &url) {
                return translated(QT_TRANSLATE_NOOP("plan", "%1 answers.")).arg(UntrustedText(url.url).shown(120));
            },
            [](const UnitProof &unit) {
                return translated(QT_TRANSLATE_NOOP("plan", "%1 is running.")).arg(unitName(unit.unit));
            },
            [](const SiteProof &site) {
                return translated(QT_TRANSLATE_NOOP("plan", "%1: seen.")).arg(titleOf(Proof(site)));
            },
        },
        record.proof);
}

QString stepTitle(const Plan &plan, const QString &id)
{
    for (const Step &step : plan.steps) {
        if (step.id == id)
            return titleOf(step.change);
    }
    return id;
}

const RemotePath *path(const Change &change)
{
    return std::visit(Overloaded{
                          [](const WriteFile &file) { return &file.path; },
                          [](const RemoveFile &file) { return &file.path; },
                          [](const LinkFile &file) { return &file.path; },
                          [](const SetAttributes &file) { return &file.path; },
                          [](const auto &) -> const RemotePath * { return nullptr; },
                      },
                      change);
}

bool isSecret(const Change &change)
{
    if (const auto *write = std::get_if<WriteFile>(&change))
        return write->secrecy == Secrecy::Secret;
    const auto *remove = std::get_if<RemoveFile>(&change);
    return remove && remove->secrecy == Secrecy::Secret;
}

} // namespace gw::plantext
