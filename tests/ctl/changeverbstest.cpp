// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/ctl.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace gw;
using namespace gw::test;
using namespace Qt::StringLiterals;

/// The verbs that change a server, as far as no server is needed: what they refuse, and what the journal shows.
class ChangeVerbsTest : public QObject {
    Q_OBJECT

    Ctl m_ctl;

    static ChangeRecord record(const QString &transaction, Outcome outcome)
    {
        WriteFile write;
        write.path = RemotePath("/etc/motd"_ba);
        write.before.kind = FileState::Kind::Regular;
        write.before.content = "old\n";
        write.after = "new\n";
        FileState after = write.before;
        after.content = write.after;
        FileState key;
        key.kind = FileState::Kind::Regular;
        key.content = "CANARY";
        ChangeRecord record;
        record.transaction = transaction;
        record.host = HostId(u"target dev@127.0.0.1:1"_s);
        record.serverName = u"dev@127.0.0.1:1"_s;
        record.at = QDateTime::currentDateTimeUtc();
        record.who = u"ada on laptop"_s;
        record.plan.host = record.host;
        record.plan.title = u"Greet"_s;
        record.plan.steps = {{u"write /etc/motd"_s, write, u"Politeness"_s}};
        record.outcome = outcome;
        record.steps = {{u"write /etc/motd"_s, StepRecord::State::Done, {}, "it said \x1b[31mred"}};
        record.proofs = {{LoginProof{}, true, u"logged in"_s}};
        record.files = {fileRecordOf(write.path, write.before, after),
                        fileRecordOf(RemotePath("/etc/key"_ba), {}, key, Secrecy::Secret)};
        return record;
    }
    void writePlan(const QString &name, const Plan &plan) const
    {
        put(m_ctl.path(name), {}, QJsonDocument(toJson(plan)).toJson());
    }
    CtlResult dryRun(const QStringList &plans) const
    {
        QStringList arguments{u"apply"_s};
        for (const QString &plan : plans)
            arguments += m_ctl.path(plan);
        return m_ctl.run(arguments + QStringList{u"local"_s, u"--dry-run"_s, u"--no-store"_s});
    }
    static void keep(const Ctl &ctl, const ChangeRecord &record)
    {
        const auto number = ctl.store()->append(record);
        QVERIFY2(number, number ? "" : qPrintable(number.error().text()));
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(qEnvironmentVariable("GW_BUILD_DIR") + u"/gatewrightctl"_s))
            skipAll(u"gatewrightctl is not built, or GW_BUILD_DIR does not name the build folder"_s);
        put(m_ctl.path(u"text"_s), {}, "no JSON");
        put(m_ctl.path(u"list.json"_s), {}, "[]");
        put(m_ctl.path(u"other.json"_s), {}, "{\"gatewright-plan\": 99}");
        put(m_ctl.path(u"key"_s), {}, "-----BEGIN OPENSSH PRIVATE KEY-----\n");
        put(m_ctl.path(u"keys.pub"_s), {}, "ssh-ed25519 AAAA a\nssh-ed25519 AAAA b\n");
    }

    void wrongArguments_areTwo_andNameTheMistake_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("named");
        const auto row = [](const char *name, const QStringList &arguments, const QByteArray &named) {
            QTest::newRow(name) << arguments << named;
        };
        row("fix nothing", {u"fix"_s}, "TARGET");
        row("fix no rule", {u"fix"_s, u"local"_s}, "RULE");
        row("fix an unknown rule", {u"fix"_s, u"local"_s, u"sshd.rootlogin"_s, u"--dry-run"_s}, "sshd.rootlogin");
        row("nobody can say yes", {u"fix"_s, u"local"_s, u"sshd.root-login"_s}, "--yes");
        row("unknown export", {u"fix"_s, u"local"_s, u"sshd"_s, u"--export"_s, u"pdf"_s}, "pdf");
        row("output of nothing", {u"fix"_s, u"local"_s, u"sshd"_s, u"--dry-run"_s, u"--output"_s, u"x"_s}, "--export");
        row("unknown format", {u"fix"_s, u"local"_s, u"sshd"_s, u"--dry-run"_s, u"--format"_s, u"html"_s}, "html");
        row("export of several",
            {u"fix"_s, u"local"_s, u"sshd"_s, u"--also"_s, u"x@127.0.0.1"_s, u"--export"_s, u"json"_s}, "one server");
        row("apply nothing", {u"apply"_s}, "PLAN.json");
        row("apply no file", {u"apply"_s, u"/no/such/plan"_s, u"local"_s, u"--dry-run"_s}, "/no/such/plan");
        row("apply text", {u"apply"_s, m_ctl.path(u"text"_s), u"local"_s, u"--dry-run"_s}, "text");
        row("apply a list", {u"apply"_s, m_ctl.path(u"list.json"_s), u"local"_s, u"--dry-run"_s}, "no plan");
        row("apply the plan of a newer program", {u"apply"_s, m_ctl.path(u"other.json"_s), u"local"_s, u"--dry-run"_s},
            "gatewright-plan");
        row("ssh nothing", {u"ssh"_s, u"local"_s, u"--dry-run"_s}, "Nothing is to be changed");
        row("ssh without =", {u"ssh"_s, u"local"_s, u"--set"_s, u"PermitRootLogin"_s}, "PermitRootLogin");
        row("ssh no port", {u"ssh"_s, u"local"_s, u"--add-port"_s, u"0"_s}, "port");
        row("ssh a private key", {u"ssh"_s, u"local"_s, u"--add-key"_s, u"dev="_s + m_ctl.path(u"key"_s)}, ".pub");
        row("ssh two keys", {u"ssh"_s, u"local"_s, u"--add-key"_s, u"dev="_s + m_ctl.path(u"keys.pub"_s)}, "keys.pub");
        row("keep in no format", {u"keep"_s, u"tx"_s, u"--format"_s, u"html"_s}, "html");
        row("keep nothing", {u"keep"_s}, "ID");
        row("keep what is unknown", {u"keep"_s, u"20260101-abc"_s}, "TARGET");
        row("undo nothing", {u"undo"_s}, "number");
        row("undo a number that is not there", {u"undo"_s, u"4711"_s}, "4711");
        row("history of two", {u"history"_s, u"local"_s, u"local"_s}, "TARGET");
        row("history of no number", {u"history"_s, u"--show"_s, u"x"_s}, "--show");
    }
    void wrongArguments_areTwo_andNameTheMistake()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, named);
        const CtlResult result = m_ctl.run(arguments);
        QVERIFY2(result.exitCode == 2, result.err.constData());
        QVERIFY(result.out.isEmpty());
        QVERIFY2(result.err.contains(named), result.err.constData());
    }

    void everyVerb_explainsItself()
    {
        for (const QString &verb : {u"fix"_s, u"ssh"_s, u"apply"_s, u"keep"_s, u"undo"_s, u"history"_s}) {
            const CtlResult result = m_ctl.run({verb, u"--help"_s});
            QCOMPARE(result.exitCode, 0);
            QVERIFY2(result.out.contains(QByteArray("gatewrightctl " + verb.toUtf8())), result.out.constData());
        }
        QVERIFY(m_ctl.run({u"fix"_s, u"--help"_s}).out.contains("--keep-if-proven"));
    }

    void emptyJournal_isEmpty_andUnbroken()
    {
        const Ctl fresh;
        QCOMPARE(fresh.run({u"history"_s}).exitCode, 0);
        QVERIFY(fresh.run({u"history"_s}).out.isEmpty());
        const auto json = QJsonDocument::fromJson(fresh.run({u"history"_s, u"--format"_s, u"json"_s}).out);
        QVERIFY(json.isArray() && json.array().isEmpty());
        const CtlResult checked = fresh.run({u"history"_s, u"--check"_s});
        QCOMPARE(checked.exitCode, 0);
        QVERIFY(checked.out.startsWith("0 entries"));
    }

    void history_listsEachChangeOnce_newestFirst()
    {
        const Ctl fresh;
        keep(fresh, record(u"tx-1"_s, Outcome::Open));
        keep(fresh, record(u"tx-1"_s, Outcome::Kept));
        keep(fresh, record(u"tx-2"_s, Outcome::CameBack));
        const QByteArrayList lines = fresh.run({u"history"_s}).out.trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY2(lines[0].startsWith("2\t") && lines[0].contains("\tcame-back\t"), lines[0].constData());
        QVERIFY2(lines[1].startsWith("1\t") && lines[1].contains("\tkept\tGreet\tada on laptop"), lines[1].constData());
        QCOMPARE(fresh.run({u"history"_s, u"dev@127.0.0.1:1"_s}).out.trimmed().split('\n').size(), 2);
        QVERIFY(fresh.run({u"history"_s, u"local"_s}).out.isEmpty());
        const QJsonArray json =
            QJsonDocument::fromJson(fresh.run({u"history"_s, u"--format"_s, u"json"_s}).out).array();
        QCOMPARE(json.size(), 2);
        QCOMPARE(json[1].toObject()[u"outcome"].toString(), u"kept"_s);
    }

    void oneChange_isShownWithItsDiff_butWithoutSecretsAndEscapes()
    {
        const Ctl fresh;
        keep(fresh, record(u"tx-1"_s, Outcome::Kept));
        const CtlResult shown = fresh.run({u"history"_s, u"--show"_s, u"1"_s});
        QVERIFY2(shown.exitCode == 0, shown.err.constData());
        for (const char *needed : {"Greet", "ada on laptop", "-old", "+new", "--- a/etc/motd", "logged in", "/etc/key"})
            QVERIFY2(shown.out.contains(needed), shown.out.constData());
        QVERIFY(!shown.out.contains("CANARY"));
        QVERIFY(!shown.out.contains('\x1b'));
        QCOMPARE(fresh.run({u"history"_s, u"--show"_s, u"9"_s}).exitCode, 2);
    }

    void journal_isMirroredWhenWanted()
    {
        const Ctl fresh;
        keep(fresh, record(u"tx-1"_s, Outcome::Kept));
        const CtlResult result = fresh.run({u"history"_s, u"--mirror"_s, fresh.path(u"mirror"_s)});
        if (result.err.contains("Install git"))
            QSKIP("there is no git");
        QVERIFY2(result.exitCode == 0, result.err.constData());
        QVERIFY(QFile::exists(fresh.path(u"mirror/HEAD"_s)));
        QCOMPARE(fresh.run({u"history"_s, u"--mirror"_s, u"none"_s}).exitCode, 0);
        put(fresh.path(u"full"_s), u"/something"_s, "else");
        QCOMPARE(fresh.run({u"history"_s, u"--mirror"_s, fresh.path(u"full"_s)}).exitCode, 2);
    }

    /// What a plan of somebody else could hide.
    void preview_showsAllThatRunsAsRoot_eachTextOnItsLine()
    {
        WriteFile write;
        write.path = RemotePath("/etc/gatewright-preview"_ba);
        write.after = "new\n";
        write.attributes = FileAttributes{04755, "root", "adm"};
        const RunCommand command{"true", "rm -rf /srv", {RemotePath("/etc/gatewright-touched"_ba)}, true};
        Plan plan;
        plan.title = u"Greet"_s;
        plan.steps = {{u"write"_s, write, u"Politeness\n  2. Nothing else"_s}, {u"run"_s, command, {}}};
        writePlan(u"hiding.json"_s, plan);
        const CtlResult shown = dryRun({u"hiding.json"_s});
        QVERIFY2(shown.exitCode == 0, shown.err.constData());
        for (const char *needed : {"Mode 4755, owner root, group adm", "$ rm -rf /srv", "/etc/gatewright-touched",
                                   "rules of the firewall", "+new"})
            QVERIFY2(shown.out.contains(needed), shown.out.constData());
        QVERIFY2(!shown.out.contains("\n  2. Nothing else"), shown.out.constData());
    }

    void severalPlans_areOneChange_orTheirConflictIsSaid()
    {
        const auto planOf = [](const QByteArray &path, const QByteArray &content) {
            WriteFile write;
            write.path = RemotePath(path);
            write.after = content;
            const ServiceAction reload{ServiceUnit(u"ssh.service"_s)};
            Plan plan;
            plan.host = HostId(QString::fromUtf8(content));
            plan.title = QString::fromUtf8(path);
            plan.steps = {{u"write"_s, write, {}}, {u"reload"_s, reload, {}}};
            return plan;
        };
        writePlan(u"a.json"_s, planOf("/etc/gatewright-a", "a\n"));
        writePlan(u"b.json"_s, planOf("/etc/gatewright-b", "b\n"));
        writePlan(u"c.json"_s, planOf("/etc/gatewright-b", "c\n"));
        const CtlResult both = dryRun({u"a.json"_s, u"b.json"_s});
        QVERIFY2(both.exitCode == 0, both.err.constData());
        QVERIFY(both.out.contains("/etc/gatewright-a, /etc/gatewright-b on "));
        QVERIFY(both.out.contains("+a\n") && both.out.contains("+b\n"));
        QCOMPARE(both.out.count("systemctl reload"), 1);
        const CtlResult conflict = dryRun({u"b.json"_s, u"c.json"_s});
        QCOMPARE(conflict.exitCode, 2);
        QVERIFY2(conflict.err.contains("/etc/gatewright-b"), conflict.err.constData());
    }

    void historyAsJson_hasTheCommandOfEachStep()
    {
        const Ctl fresh;
        keep(fresh, record(u"tx-1"_s, Outcome::Kept));
        const CtlResult shown = fresh.run({u"history"_s, u"--show"_s, u"1"_s, u"--format"_s, u"json"_s});
        const QJsonObject step = QJsonDocument::fromJson(shown.out).object()[u"steps"].toArray().first().toObject();
        QCOMPARE(step[u"command"].toString(), u"/etc/motd"_s);
        QCOMPARE(step[u"state"].toString(), u"done"_s);
        QVERIFY(!shown.out.contains("CANARY"));
    }

    /// It would be taken back for good where only a look was asked for.
    void openChange_isNotUndoneByADryRun()
    {
        const Ctl fresh;
        keep(fresh, record(u"tx-1"_s, Outcome::Open));
        for (const QStringList &options : {QStringList{u"--dry-run"_s}, QStringList{u"--export"_s, u"json"_s}}) {
            const CtlResult result = fresh.run(QStringList{u"undo"_s, u"tx-1"_s} + options);
            QCOMPARE(result.exitCode, 2);
            QVERIFY2(result.err.contains("There is no plan for it"), result.err.constData());
        }
    }

    void changeThatIsOver_isNeitherKeptNorUndoneAgain()
    {
        const Ctl fresh;
        keep(fresh, record(u"tx-1"_s, Outcome::CameBack));
        for (const QString &verb : {u"keep"_s, u"undo"_s}) {
            const CtlResult result = fresh.run({verb, u"tx-1"_s});
            QCOMPARE(result.exitCode, 2);
            QVERIFY2(result.err.contains("It is over"), result.err.constData());
        }
    }

    void openChange_isLookedForOnItsServer()
    {
        const Ctl fresh;
        keep(fresh, record(u"tx-1"_s, Outcome::Open));
        const CtlResult result = fresh.run({u"keep"_s, u"tx-1"_s});
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.err.contains("127.0.0.1"), result.err.constData()); // nobody listens there
    }
};

GW_REGISTER_TEST(ChangeVerbsTest)
#include "changeverbstest.moc"
