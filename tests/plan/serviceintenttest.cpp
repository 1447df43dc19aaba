// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/confinement.h"
#include "backend/plan/intents/inifile.h"
#include "backend/plan/intents/loopback.h"
#include "backend/plan/intents/unitfile.h"
#include "tests/findings/factsbuilder.h"
#include "tests/plan/plannedserver.h"
#include "tests/support/testmain.h"

using namespace gw;
using namespace gw::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray jailFile = "/etc/fail2ban/jail.d/gatewright.local";
const QByteArray unitFile = "/etc/systemd/system/web.service";
const QByteArray overrideFile = "/etc/systemd/system/web.service.d/50-gatewright.conf";
const QByteArray programFile = "/etc/supervisor/conf.d/chat.conf";

FactsBuilder server(const std::function<void(Facts &)> &change = [](Facts &) {})
{
    FactsBuilder builder;
    builder.sshdConfig("Port 22\nPort 2222\n").with([change](Facts &facts) {
        facts.access.clientAddress = UntrustedText(u"203.0.113.9"_s);
        facts.system.initSystem = UntrustedText(u"systemd"_s);
        facts.listeners = QList<Listener>{};
        change(facts);
    });
    return builder;
}

FileFact fileFact(const QByteArray &path, const QByteArray &content)
{
    FileFact fact;
    fact.path = RemotePath(path);
    fact.content = content;
    return fact;
}

Facts withFail2ban(const QList<FileFact> &files, const QString &state = u"failed"_s)
{
    return server([=](Facts &facts) {
               Fail2banFacts fail2ban;
               fail2ban.enabled = true;
               fail2ban.activeState = UntrustedText(state);
               fail2ban.jails = QList<UntrustedText>{UntrustedText(u"sshd"_s)};
               fail2ban.files = files;
               facts.fail2ban = fail2ban;
           })
        .facts();
}

/// web.service, started by root; `command` is what systemd says it runs.
PlannedServer withUnit(const QByteArray &text, const QString &command, const QByteArray &path = unitFile)
{
    const Facts facts = server([&](Facts &it) {
                            SystemdUnit unit;
                            unit.name = UntrustedText(u"web.service"_s);
                            unit.activeState = UntrustedText(u"active"_s);
                            unit.fragment = RemotePath(path);
                            unit.execStart = UntrustedText(command);
                            it.services.units = QList{unit};
                            Listener listener;
                            listener.address = QHostAddress(u"0.0.0.0"_s);
                            listener.port = 8000;
                            listener.unit = unit.name;
                            it.listeners = QList{listener};
                        }).facts();
    PlannedServer made(facts);
    made.file(path, text);
    return made;
}

PlannedServer withProgram(const QByteArray &text, const QString &command)
{
    const Facts facts = server([&](Facts &it) {
                            SupervisorProgram program;
                            program.name = UntrustedText(u"chat"_s);
                            program.command = UntrustedText(command);
                            program.file = RemotePath(programFile);
                            it.services.supervisor = QList{program};
                            Listener listener;
                            listener.address = QHostAddress(u"0.0.0.0"_s);
                            listener.port = 3001;
                            listener.commandLine = UntrustedText(u"/usr/bin/"_s + command);
                            it.listeners = QList{listener};
                        }).facts();
    PlannedServer made(facts);
    made.file(programFile, text);
    return made;
}

QList<Intent> confineWeb(const QString &user = u"web"_s)
{
    return {ConfineService{ConfineService::Kind::Systemd, u"web.service"_s, user, true}};
}

QList<Intent> confineChat()
{
    return {ConfineService{ConfineService::Kind::Supervisor, u"chat"_s, u"chat"_s, true}};
}

} // namespace

/// fail2ban and services as plans.
class ServiceIntentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void deadJail_isOverruled_notEdited()
    {
        const Facts facts = withFail2ban(
            {fileFact("/etc/fail2ban/jail.local", "[sshd]\nenabled = true\nlogpath = /var/log/auth.log\n")});
        const Plan plan = PlannedServer(facts).planned({ProtectByFail2ban{}});
        QVERIFY(writtenBy(plan, jailFile)
                    .endsWith("\n[sshd]\nenabled = true\nbackend = systemd\nport = 22,2222\n"
                              "ignoreip = 127.0.0.1/8 ::1 203.0.113.9\n"));
        QCOMPARE(idsOf(plan), (QStringList{u"write /etc/fail2ban/jail.d/gatewright.local"_s, u"check fail2ban"_s,
                                           u"start fail2ban.service"_s, u"wait for fail2ban"_s}));
        QVERIFY(proves(plan, UnitProof{ServiceUnit(u"fail2ban.service"_s)}));
    }

    void whoWasSpared_staysSpared()
    {
        const Facts facts =
            withFail2ban({fileFact("/etc/fail2ban/jail.local", "[DEFAULT]\nignoreip = 127.0.0.1/8,\n  10.9.0.0/16\n"),
                          fileFact("/etc/fail2ban/jail.d/z.conf", "[DEFAULT]\nignoreip = 10.1.1.1\n")});
        const QList<Intent> wish{ProtectByFail2ban{{u"sshd"_s}, {u"2001:db8::/32"_s}}};
        QVERIFY(writtenBy(PlannedServer(facts).planned(wish), jailFile)
                    .contains("ignoreip = 127.0.0.1/8 ::1 10.9.0.0/16 203.0.113.9 2001:db8::/32\n"));
    }

    void jailsOfNginx_readTheirLogs()
    {
        const Plan plan = PlannedServer(withFail2ban({})).planned({ProtectByFail2ban{{u"nginx-http-auth"_s}}});
        QVERIFY(writtenBy(plan, jailFile).contains("[nginx-http-auth]\nenabled = true\nbackend = auto\n"));
    }

    void missingFail2ban_isInstalledFirst()
    {
        const Plan plan = PlannedServer(server().facts()).planned({ProtectByFail2ban{}});
        QCOMPARE(idsOf(plan).mid(0, 2), (QStringList{u"install fail2ban"_s, u"install python3-systemd"_s}));
        QVERIFY(stepOf(plan, u"write /etc/fail2ban/jail.d/gatewright.local"_s)->needs.contains(u"install fail2ban"_s));
    }

    void protectionThatIsAtWork_isNoStep()
    {
        const PlannedServer dead(withFail2ban({}));
        const QByteArray written = writtenBy(dead.planned({ProtectByFail2ban{}}), jailFile);
        const PlannedServer working(withFail2ban({fileFact(jailFile, written)}, u"active"_s));
        QVERIFY(working.planned({ProtectByFail2ban{}}).steps.isEmpty());
        Facts untilReboot = working.facts();
        untilReboot.fail2ban->enabled = false;
        QVERIFY(stepOf(PlannedServer(untilReboot).planned({ProtectByFail2ban{}}), u"enable fail2ban.service"_s));
    }

    /// What starts or enables it is taken back by stopping and disabling it: so neither stands where it did already.
    void fail2ban_goesBackToWhatItDid()
    {
        const QStringList running = idsOf(PlannedServer(withFail2ban({}, u"active"_s)).planned({ProtectByFail2ban{}}));
        QCOMPARE(running.filter(u"fail2ban.service"_s), QStringList{u"restart fail2ban.service"_s});
        const QStringList fresh = idsOf(PlannedServer(server().facts()).planned({ProtectByFail2ban{}}));
        QCOMPARE(
            fresh.filter(u"fail2ban.service"_s),
            (QStringList{u"enable fail2ban.service"_s, u"start fail2ban.service"_s, u"restart fail2ban.service"_s}));
    }

    void ban_isLifted_andComesBackOnUndo()
    {
        const Plan plan = PlannedServer(server().facts()).planned({LiftBan{u"sshd"_s, u"198.51.100.7"_s}});
        const auto &run = std::get<RunCommand>(plan.steps.first().change);
        QCOMPARE(run.line, QByteArray("fail2ban-client set sshd unbanip 198.51.100.7"));
        QCOMPARE(*run.undo, QByteArray("fail2ban-client set sshd banip 198.51.100.7"));
    }

    void namesThatAreNone_areRefused()
    {
        const PlannedServer it(server().facts());
        QVERIFY(!it.refusal({LiftBan{u"sshd; reboot"_s, u"198.51.100.7"_s}}).isEmpty());
        QVERIFY(!it.refusal({LiftBan{u"sshd"_s, u"fe80::1%;reboot"_s}}).isEmpty());
        QVERIFY(!it.refusal({ProtectByFail2ban{{u"a]\n[b"_s}}}).isEmpty());
        QVERIFY(!it.refusal({ProtectByFail2ban{{u"sshd"_s}, {u"10.0.0.1\nenabled = false"_s}}}).isEmpty());
        QVERIFY(!it.refusal({ConfineService{ConfineService::Kind::Systemd, u"a b.service"_s, u"web"_s}}).isEmpty());
        QVERIFY(!it.refusal(confineWeb(u"root"_s)).isEmpty());
        QVERIFY(!it.refusal(confineWeb(u"Web;x"_s)).isEmpty());
    }

    void addressAlone_leavesTheRestAsItIs()
    {
        const PlannedServer it = withUnit("[Service]\nUser=web\nExecStart=/usr/bin/python3 serve.py --host 0.0.0.0\n",
                                          u"/usr/bin/python3 serve.py --host 0.0.0.0"_s);
        const Plan plan = it.planned(confineWeb({}));
        QCOMPARE(writtenBy(plan, "/etc/systemd/system/web.service.d/50-gatewright-address.conf"),
                 QByteArray("# Written by Gatewright.\n[Service]\nExecStart=\n"
                            "ExecStart=/usr/bin/python3 serve.py --host 127.0.0.1\n"));
        QVERIFY(idsOf(plan).contains(u"restart web.service"_s) && idsOf(plan).contains(u"wait for port 8000"_s));
        QVERIFY(proves(plan, PortProof{8000, PortProof::Expect::Closed}));

        const PlannedServer chat = withProgram("[program:chat]\ncommand=python3 serve.py --host 0.0.0.0\nuser=root\n",
                                               u"python3 serve.py --host 0.0.0.0"_s);
        const QList<Intent> toLoopback{ConfineService{ConfineService::Kind::Supervisor, u"chat"_s, {}, true}};
        QCOMPARE(writtenBy(chat.planned(toLoopback), programFile),
                 QByteArray("[program:chat]\ncommand=python3 serve.py --host 127.0.0.1\nuser=root\n"));
    }

    void commandWithoutAnAddress_isNotGuessedAt()
    {
        QVERIFY(!withUnit("[Service]\nExecStart=/usr/bin/python3 serve.py\n", u"/usr/bin/python3 serve.py"_s)
                     .refusal(confineWeb({}))
                     .isEmpty());
        QVERIFY(!withProgram("[program:chat]\ncommand=python3 serve.py\n", u"python3 serve.py"_s)
                     .refusal({ConfineService{ConfineService::Kind::Supervisor, u"chat"_s, {}, true}})
                     .isEmpty());
    }

    void unit_getsAUserOfItsOwn_andLoopback()
    {
        const PlannedServer it = withUnit("[Unit]\nDescription=x\n[Service]\nWorkingDirectory=/opt/web\n"
                                          "ExecStart=/usr/bin/python3 serve.py \\\n    --host 0.0.0.0 --port 8000\n",
                                          u"/usr/bin/python3 serve.py --host 0.0.0.0 --port 8000"_s);
        const Plan plan = it.planned(confineWeb());
        const QByteArray text = writtenBy(plan, overrideFile);
        for (const char *line :
             {"User=web", "StateDirectory=web", "Environment=HOME=/var/lib/web",
              "ExecStart=\nExecStart=/usr/bin/python3 serve.py", "--host 127.0.0.1 --port 8000", "NoNewPrivileges=yes",
              "ProtectSystem=strict", "ProtectHome=yes", "ReadWritePaths=/opt/web", "CapabilityBoundingSet=\n"})
            QVERIFY2(text.contains(line), line);
        QVERIFY(!text.contains("PrivateDevices")); // there may be a GPU
        QCOMPARE(idsOf(plan),
                 (QStringList{u"security of web.service, before"_s, u"make user web"_s,
                              u"write /etc/systemd/system/web.service.d/50-gatewright.conf"_s, u"check web.service"_s,
                              u"daemon-reload"_s, u"restart web.service"_s, u"wait for web.service"_s,
                              u"wait for port 8000"_s, u"security of web.service, after"_s}));
        QVERIFY(proves(plan, PortProof{8000, PortProof::Expect::Closed}));
        QVERIFY(proves(plan, UnitProof{ServiceUnit(u"web.service"_s)}));
        QVERIFY(plan.window > std::chrono::seconds(180)); // models load slowly
        QVERIFY(std::get<RunCommand>(stepOf(plan, u"make user web"_s)->change)
                    .touches.contains(RemotePath(u"/etc/shadow")));
    }

    void unitBelow1024_keepsTheRightToBindItsPort()
    {
        PlannedServer it = withUnit("[Service]\nExecStart=/opt/web/web\n", u"/opt/web/web"_s);
        Facts facts = it.facts();
        facts.listeners->first().port = 80;
        PlannedServer low(facts);
        low.file(unitFile, "[Service]\nExecStart=/opt/web/web\n");
        QVERIFY(
            writtenBy(low.planned(confineWeb()), overrideFile).contains("AmbientCapabilities=CAP_NET_BIND_SERVICE\n"));
        QVERIFY(low.planned(confineWeb()).warnings.join(u' ').contains(u"does not say where it listens"_s));
    }

    void unitInTheHomeOfRoot_isRefused_withAdvice()
    {
        const auto refusal = [](const QByteArray &service, const QString &command) {
            return withUnit("[Service]\n" + service, command).refusal(confineWeb());
        };
        QCOMPARE(
            refusal("ExecStart=/usr/bin/python3 /root/build/server.py\n", u"/usr/bin/python3 /root/build/server.py"_s),
            u"It starts from /root/build/server.py, which web may not read"_s);
        QVERIFY(!refusal("WorkingDirectory=/root/build\nExecStart=/opt/x\n", u"/opt/x"_s).isEmpty());
        QVERIFY(!refusal("Environment=HF_HOME=/root/.cache/hf\nExecStart=/opt/x\n", u"/opt/x"_s).isEmpty());
        QCOMPARE(refusal("Environment=HOME=/root\nWorkingDirectory=/root\nExecStart=/opt/x\n", u"/opt/x"_s), QString());
    }

    void unitInAHome_mayRunAsItsOwner()
    {
        const PlannedServer it =
            withUnit("[Service]\nExecStart=/home/operator/venv/bin/python app.py --listen 0.0.0.0\n",
                     u"/home/operator/venv/bin/python app.py --listen 0.0.0.0"_s);
        QVERIFY(!it.refusal(confineWeb()).isEmpty());
        const QByteArray text = writtenBy(it.planned(confineWeb(u"operator"_s)), overrideFile);
        QVERIFY(!text.contains("ProtectHome") && !text.contains("HOME="));
        QVERIFY(text.contains("--listen 127.0.0.1\n"));
        QVERIFY(!stepOf(it.planned(confineWeb(u"operator"_s)), u"make user operator"_s));
    }

    void workingFolderOfRoot_movesToTheStateFolder()
    {
        const PlannedServer it = withUnit("[Service]\nWorkingDirectory=/root\nExecStart=/opt/x\n", u"/opt/x"_s);
        const Plan plan = it.planned(confineWeb());
        QVERIFY(writtenBy(plan, overrideFile).contains("WorkingDirectory=/var/lib/web\n"));
        QVERIFY(plan.warnings.first().contains(u"does not say where it listens"_s) ||
                plan.warnings.join(u' ').contains(u"worked in /root"_s));
    }

    void commandOfAnotherDropIn_isLeftAlone()
    {
        const PlannedServer it = withUnit("[Service]\nExecStart=/opt/x --host 0.0.0.0\n", u"/opt/y --host 0.0.0.0"_s);
        const Plan plan = it.planned(confineWeb());
        QVERIFY(!writtenBy(plan, overrideFile).contains("ExecStart="));
        QVERIFY(plan.warnings.first().contains(u"its command is left alone"_s));
    }

    /// Our own drop-in is no other file: whoever confines it again must not open it to everybody.
    void unitThatIsConfined_staysOnLoopback()
    {
        const QByteArray unit = "[Service]\nExecStart=/opt/x --host 0.0.0.0\n";
        const QByteArray ours =
            writtenBy(withUnit(unit, u"/opt/x --host 0.0.0.0"_s).planned(confineWeb()), overrideFile);
        PlannedServer it = withUnit(unit, u"/opt/x --host 127.0.0.1"_s);
        it.file(overrideFile, ours);
        const QByteArray again = writtenBy(it.planned(confineWeb(u"other"_s)), overrideFile);
        QVERIFY2(again.contains("ExecStart=/opt/x --host 127.0.0.1\n"), again.constData());
    }

    void maskedCommand_countsAsTheSame()
    {
        const PlannedServer it = withUnit("[Service]\nExecStart=/opt/x --api-key s3cret --host 0.0.0.0\n",
                                          u"/opt/x --api-key **** --host 0.0.0.0"_s);
        QVERIFY(writtenBy(it.planned(confineWeb()), overrideFile).contains("--api-key s3cret --host 127.0.0.1\n"));
    }

    void unitOfAPackage_isRefused()
    {
        const PlannedServer it = withUnit("[Service]\nExecStart=/usr/sbin/sshd -D\n", u"/usr/sbin/sshd -D"_s,
                                          "/lib/systemd/system/web.service");
        QVERIFY(it.refusal(confineWeb()).startsWith(u"It came with a package"_s));
    }

    void program_isChangedInItsSectionAlone()
    {
        const QByteArray before = "; mine\n[program:other]\ncommand=/x\n\n[program:chat]\n"
                                  "command=python3 -m vllm --host 0.0.0.0 --port 3001 ; all\ndirectory=/root\n"
                                  "autostart=true\n\n[program:last]\ncommand=/y\n";
        const PlannedServer it = withProgram(before, u"python3 -m vllm --host 0.0.0.0 --port 3001"_s);
        const Plan plan = it.planned(confineChat());
        QCOMPARE(writtenBy(plan, programFile),
                 QByteArray("; mine\n[program:other]\ncommand=/x\n\n[program:chat]\n"
                            "command=python3 -m vllm --host 127.0.0.1 --port 3001\ndirectory=/var/lib/chat\n"
                            "autostart=true\nuser=chat\nenvironment=HOME=\"/var/lib/chat\",USER=\"chat\"\n\n"
                            "[program:last]\ncommand=/y\n"));
        QCOMPARE(std::get<WriteFile>(stepOf(plan, u"write "_s + QString::fromLatin1(programFile))->change).secrecy,
                 Secrecy::Public);
        QVERIFY(stepOf(plan, u"reload supervisor:chat"_s));
        QVERIFY(proves(plan, PortProof{3001, PortProof::Expect::Closed}));
    }

    /// The command moves into a file of ours with all that it holds.
    void commandWithAKey_isSecret_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<Secrecy>("secrecy");
        for (const char *secret : {"/opt/x --api-key s3cret", "/opt/x --api-key=s3cret", "/opt/x -t --token s3cret",
                                   "/usr/bin/env HF_TOKEN=s3cret /opt/x", "/opt/x --PASSWORD s3cret"})
            QTest::newRow(secret) << QByteArray(secret) << Secrecy::Secret;
        for (const char *harmless : {"/opt/x", "/opt/x --ssl-keyfile /etc/x.key", "/opt/x --no-auth --port 1"})
            QTest::newRow(harmless) << QByteArray(harmless) << Secrecy::Public;
    }
    void commandWithAKey_isSecret()
    {
        QFETCH(QByteArray, command);
        QFETCH(Secrecy, secrecy);
        command += " --host 0.0.0.0";
        const PlannedServer unit = withUnit("[Service]\nExecStart=" + command + '\n', QString::fromLatin1(command));
        const Plan plan = unit.planned(confineWeb());
        const auto &write = std::get<WriteFile>(stepOf(plan, u"write "_s + QString::fromLatin1(overrideFile))->change);
        QVERIFY(write.after.contains("ExecStart=/"));
        QCOMPARE(write.secrecy, secrecy);
        const PlannedServer program =
            withProgram("[program:chat]\ncommand=" + command + '\n', QString::fromLatin1(command));
        const Plan other = program.planned(confineChat());
        QCOMPARE(std::get<WriteFile>(stepOf(other, u"write "_s + QString::fromLatin1(programFile))->change).secrecy,
                 secrecy);
    }

    void programWithAnEnvironment_isSecret_andKeepsIt()
    {
        const PlannedServer it = withProgram(
            "[program:chat]\ncommand=/opt/chat\nenvironment=API_KEY=\"k\",HOME=\"/root\"\n", u"/opt/chat"_s);
        const Plan plan = it.planned(confineChat());
        const auto &write = std::get<WriteFile>(stepOf(plan, u"write "_s + QString::fromLatin1(programFile))->change);
        QCOMPARE(write.secrecy, Secrecy::Secret);
        QVERIFY(write.after.contains("environment=API_KEY=\"k\",HOME=\"/var/lib/chat\"\n"));
    }

    void wishesForTheSameService_mustAgree()
    {
        const PlannedServer it = withUnit("[Service]\nExecStart=/opt/x\n", u"/opt/x"_s);
        QCOMPARE(it.refusal(confineWeb(u"a"_s) + confineWeb(u"b"_s)),
                 u"“Run web.service as a” and “Run web.service as b” contradict each other"_s);
        QCOMPARE(it.refusal(confineWeb() + confineWeb()), QString());
    }

    void protections_areOne()
    {
        const Plan plan = PlannedServer(withFail2ban({}))
                              .planned({ProtectByFail2ban{{u"sshd"_s}, {u"10.0.0.1"_s}},
                                        ProtectByFail2ban{{u"nginx-http-auth"_s}, {u"10.0.0.2"_s}}});
        QCOMPARE(writtenBy(plan, jailFile).count("ignoreip = 127.0.0.1/8 ::1 203.0.113.9 10.0.0.1 10.0.0.2\n"), 2);
        QCOMPARE(idsOf(plan).filter(u"start fail2ban"_s).size(), 1);
    }

    void permissions_areSetOnce()
    {
        const SetFileMode wish{RemotePath(u"/etc/ssh/sshd_config"), {0666, "root", "root"}, {0644, "root", "root"}};
        const PlannedServer it(server().facts());
        QCOMPARE(it.planned({wish, wish}).steps.size(), 1);
        QVERIFY(it.refusal({wish, SetFileMode{wish.path, wish.before, {0600, "root", "root"}}})
                    .startsWith(u"They contradict each other"_s));
        QVERIFY(it.planned({SetFileMode{wish.path, wish.after, wish.after}}).steps.isEmpty());
    }

    void everyAddress_becomesLoopback_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        const auto row = [](const QString &before, const QString &after) {
            QTest::newRow(qPrintable(before)) << before << after;
        };
        row(u"vllm serve m --host 0.0.0.0 --port 1"_s, u"vllm serve m --host 127.0.0.1 --port 1"_s);
        row(u"jupyter-lab --ip=* --no-browser"_s, u"jupyter-lab --ip=127.0.0.1 --no-browser"_s);
        row(u"jupyter-lab --ip='*'"_s, u"jupyter-lab --ip='127.0.0.1'"_s);
        row(u"jupyter --ServerApp.ip=0.0.0.0"_s, u"jupyter --ServerApp.ip=127.0.0.1"_s);
        row(u"gunicorn -b 0.0.0.0:8000 app"_s, u"gunicorn -b 127.0.0.1:8000 app"_s);
        row(u"gunicorn --bind [::]:8000 app"_s, u"gunicorn --bind 127.0.0.1:8000 app"_s);
        row(u"python webui.py --listen --port 7860"_s, u"python webui.py --port 7860"_s);
        row(u"python main.py --listen"_s, u"python main.py"_s);
        row(u"python main.py --listen 0.0.0.0"_s, u"python main.py --listen 127.0.0.1"_s);
        row(u"tensorboard --logdir x --bind_all"_s, u"tensorboard --logdir x"_s);
        row(u"streamlit run a.py --server.address 0.0.0.0"_s, u"streamlit run a.py --server.address 127.0.0.1"_s);
        row(u"app --host 10.0.0.1"_s, {});
        row(u"app --host 127.0.0.1"_s, {});
        row(u"app --ghost 0.0.0.0"_s, {});
        row(u"app --note \"0.0.0.0\""_s, {});
    }

    void everyAddress_becomesLoopback()
    {
        QFETCH(QString, before);
        QTEST(onLoopback(before).value_or(QString()), "after");
    }

    void iniFile_givesTheLastValue_andKeepsEverythingElse()
    {
        const QByteArray text = "# top\n[a]\nx = 1\nX=2 ; two\n y goes on\n\n[b]\nx: 3\n";
        IniFile file(text);
        QCOMPARE(file.printed(), text);
        QCOMPARE(file.value("a", "x"), std::optional<QByteArray>("2 y goes on"));
        QCOMPARE(file.value("b", "x"), std::optional<QByteArray>("3"));
        QCOMPARE(file.value("c", "x"), std::nullopt);
        file.set("a", "x", "9");
        file.set("b", "z", "1");
        file.set("c", "k", "v");
        QCOMPARE(file.printed(), QByteArray("# top\n[a]\nx = 1\nX=9\n\n[b]\nx: 3\nz = 1\n\n[c]\nk = v\n"));
    }

    void unitFile_givesWhatSystemdReads()
    {
        const QByteArray text =
            "[Unit]\nExecStart=no\n[Service]\nExecStart=/a\n# c\nExecStart=\nExecStart=/b \\\n# in\n  -x\n"
            "ExecStart = /c\n";
        QCOMPARE(serviceValues(text, u"ExecStart"_s), (QStringList{u"/b  -x"_s, u"/c"_s}));
    }

    void confinement_isForetold_andMeasured()
    {
        const PlannedServer it = withUnit("[Service]\nExecStart=/opt/x\n", u"/opt/x"_s);
        const FileStates files{{it.facts().services.units->first().fragment,
                                FileState{FileState::Kind::Regular, "[Service]\nExecStart=/opt/x\n", {}, {}}}};
        Plan plan = it.planned(confineWeb());
        const QList<ConfinedUnit> units = confinedUnits(plan, it.facts(), files);
        QCOMPARE(units.size(), 1);
        QCOMPARE(units[0].unit, u"web.service"_s);
        QCOMPARE(units[0].text, "[Service]\nExecStart=/opt/x\n\n" + writtenBy(plan, overrideFile));
        foretell(plan, {u"web.service"_s, 9.6, 4.25});
        QVERIFY(stepOf(plan, u"security of web.service, before"_s)->reason.contains(u"9.6 of 10"_s));
        QVERIFY(stepOf(plan, u"security of web.service, after"_s)->reason.contains(u"4.3 of 10 is expected"_s));

        QList<StepRecord> steps;
        for (const Step &step : std::as_const(plan.steps)) {
            const bool isLast = step.id.endsWith(u", after"_s);
            steps += StepRecord{step.id,
                                StepRecord::State::Done,
                                {},
                                QByteArray("→ Overall exposure level for web.service: ") +
                                    (isLast ? "4.1 OK" : "9.6 UNSAFE")};
        }
        const QList<Confinement> measured = confinementsIn(steps);
        QCOMPARE(measured, (QList<Confinement>{{u"web.service"_s, 9.6, 4.1}}));
        QCOMPARE(titleOf(measured[0]), u"web.service: exposure 9.6 → 4.1 of 10"_s);
        steps.last().output = "Failed to get unit";
        QCOMPARE(titleOf(confinementsIn(steps).first()), QString());
    }

    void securityCommand_quotesTheUnit()
    {
        QCOMPARE(*securityCommandOf(u"a b.service"_s),
                 QByteArray("systemd-analyze security --no-pager -- 'a b.service' | tail -n 1"));
    }
};

GW_REGISTER_TEST(ServiceIntentTest)
#include "serviceintenttest.moc"
