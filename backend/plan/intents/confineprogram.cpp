// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/intents/confine.h"
#include "backend/plan/intents/inifile.h"
#include "backend/plan/intents/loopback.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Intents)
};

const SupervisorProgram *programNamed(const Facts &facts, const QString &name)
{
    if (!facts.services.supervisor)
        return nullptr;
    for (const SupervisorProgram &program : *facts.services.supervisor) {
        if (program.name.raw() == name)
            return &program;
    }
    return nullptr;
}

/// supervisord sets neither HOME nor USER (supervisord.org, Subprocess Environment).
QByteArray withHome(const std::optional<QByteArray> &environment, const ConfineService &wish)
{
    const QByteArray home = "HOME=\"" + stateFolder(wish) + '"';
    const QByteArray user = "USER=\"" + wish.user.toLatin1() + '"';
    if (!environment || environment->isEmpty())
        return home + ',' + user;
    static const QRegularExpression homeOfRoot(QStringLiteral("\\bHOME=\"?/root/?\"?(?=,|$)"));
    static const QRegularExpression anyHome(QStringLiteral("(^|,)\\s*HOME="));
    QString value = QString::fromUtf8(*environment);
    if (value.contains(homeOfRoot))
        return value.replace(homeOfRoot, QString::fromLatin1(home)).toUtf8();
    return value.contains(anyHome) ? *environment : *environment + ',' + home + ',' + user;
}

Secrecy secrecyOf(const QByteArray &content)
{
    static const QRegularExpression environment(QStringLiteral("^environment\\s*="),
                                                QRegularExpression::MultilineOption);
    return mayHoldSecret(content) || QString::fromUtf8(content).contains(environment) ? Secrecy::Secret
                                                                                      : Secrecy::Public;
}

/// It runs as `wish.user`, in a place where that user may write.
Result<void> giveUser(PlanMaker &maker, const ConfineService &wish, const SupervisorProgram &program,
                      const QByteArray &command, IniFile &file, const QByteArray &section)
{
    const QByteArray folder = file.value(section, "directory").value_or(QByteArray());
    const auto environment = file.value(section, "environment");
    GW_TRY(refuseForeignHomes(maker.facts(), wish,
                              {QString::fromUtf8(command), QString::fromUtf8(folder),
                               QString::fromUtf8(environment.value_or(QByteArray()))}));
    file.set(section, "user", wish.user.toLatin1());
    if (isRootsHome(folder)) {
        file.set(section, "directory", stateFolder(wish));
        maker.warn(Text::tr("%1 worked in /root, from now on it works in %2: copy what it needs there.")
                       .arg(program.name.shown(60), QString::fromLatin1(stateFolder(wish))));
    }
    file.set(section, "environment", withHome(environment, wish));
    return {};
}

/// The user and its folder; what must be there before the file names them.
QStringList makeUserAndFolder(PlanMaker &maker, const ConfineService &wish)
{
    QStringList needs{makeUser(maker, wish)};
    const QByteArray home = stateFolder(wish);
    const QByteArray user = wish.user.toLatin1();
    needs.append(maker.add(
        Phase::Prepare, QStringLiteral("make %1").arg(QString::fromLatin1(home)),
        RunCommand{"[ -d " + home + " ] || install -d -m 0750 -o " + user + " -g \"$(id -gn " + user + ")\" " + home,
                   "rmdir " + home + " 2>/dev/null || :"},
        Text::tr("A folder of its own, for what it writes"), {needs.first()}));
    return needs;
}

} // namespace

Result<void> confineProgram(PlanMaker &maker, const ConfineService &wish)
{
    const Facts &facts = maker.facts();
    const SupervisorProgram *program = programNamed(facts, wish.name);
    if (!program)
        return invalidIntent(triedToConfine(wish), Text::tr("supervisord has no program of this name"));
    const FileState state = GW_TRY(maker.file(program->file));
    IniFile file(state.content);
    QByteArray section = "program:" + wish.name.toUtf8();
    if (!file.hasSection(section))
        section = "fcgi-" + section;
    const auto command = file.value(section, "command");
    if (!command)
        return invalidIntent(triedToConfine(wish),
                             Text::tr("%1 does not name its command any more").arg(program->file.shown()),
                             Text::tr("Survey the server again"));
    const bool getsUser = !wish.user.isEmpty();
    if (getsUser)
        GW_TRY(giveUser(maker, wish, *program, *command, file, section));
    const auto loopback = wish.toLoopback ? onLoopback(QString::fromUtf8(*command)) : std::nullopt;
    if (loopback)
        file.set(section, "command", loopback->toUtf8());
    else if (!getsUser)
        return refuseSilentCommand(wish);

    const QStringList needs = getsUser ? makeUserAndFolder(maker, wish) : QStringList();
    const QString write = maker.write(program->file, file.printed(),
                                      getsUser ? Text::tr("%1 runs as %2: a hole in it gives away its own files only")
                                                     .arg(program->name.shown(60), wish.user)
                                               : Text::tr("%1 answers this server alone").arg(program->name.shown(60)),
                                      {}, secrecyOf(state.content));
    for (const QString &each : needs) {
        if (!each.isEmpty())
            maker.need(write, each);
    }
    const QString restart = maker.act(QStringLiteral("supervisor:%1").arg(wish.name), ServiceAction::Verb::Reload,
                                      Text::tr("supervisord reads its files again and restarts what changed"), {write});
    const QByteArray name = wish.name.toUtf8();
    maker.add(Phase::Verify, QStringLiteral("wait for %1").arg(wish.name),
              WaitFor{"supervisorctl status | awk '$1 == \"" + name + "\" || $1 ~ /:" + name +
                          "$/ { n++; if ($2 != \"RUNNING\") down = 1 } END { exit !n || down }'",
                      std::chrono::seconds(30)},
              Text::tr("It must run"), {restart});
    proveConfined(maker, wish,
                  openPortsOf(facts, [program](const Listener &listener) { return isStartedBy(listener, *program); }),
                  loopback.has_value(), restart);
    return {};
}

} // namespace gw
