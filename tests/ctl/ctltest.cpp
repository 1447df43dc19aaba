// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/ctl.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <csignal>

using namespace gw;
using namespace gw::test;
using namespace Qt::StringLiterals;

class CtlTest : public QObject {
    Q_OBJECT

    Ctl m_ctl;

    QString serverFolder()
    {
        const QString root = m_ctl.path(u"root"_s);
        put(root, u"/etc/os-release"_s,
            "ID=debian\nVERSION_ID=\"12\"\nPRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\n");
        put(root, u"/etc/passwd"_s, "root:x:0:0:root:/root:/bin/bash\n");
        put(root, u"/etc/ssh/sshd_config"_s, "PermitRootLogin yes\nPasswordAuthentication yes\nUsePAM yes\n");
        put(root, u"/etc/supervisor/supervisord.conf"_s,
            "[supervisord]\n[include]\nfiles = /etc/supervisor/conf.d/*.conf\n");
        put(root, u"/etc/supervisor/conf.d/qwen.conf"_s, "[program:qwen-chat]\ncommand=python3 serve.py\n");
        return root;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(qEnvironmentVariable("GW_BUILD_DIR") + u"/gatewrightctl"_s))
            skipAll(u"gatewrightctl is not built, or GW_BUILD_DIR does not name the build folder"_s);
    }

    void unknownVerb_isTwo_withTheUsageOnStandardError()
    {
        for (const QStringList &arguments : {QStringList{u"fixx"_s}, QStringList{}, QStringList{u"--nonsense"_s}}) {
            const CtlResult result = m_ctl.run(arguments);
            QCOMPARE(result.exitCode, 2);
            QVERIFY(result.out.isEmpty());
            QVERIFY(result.err.contains("Usage: gatewrightctl"));
        }
    }

    void helpAndVersion_areResults()
    {
        for (const QStringList &arguments :
             {QStringList{u"--help"_s}, QStringList{u"--version"_s}, QStringList{u"review"_s, u"--help"_s}}) {
            const CtlResult result = m_ctl.run(arguments);
            QCOMPARE(result.exitCode, 0);
            QVERIFY(result.out.contains("gatewrightctl"));
        }
        QVERIFY(m_ctl.run({u"review"_s, u"--help"_s}).out.contains("--fail-on"));
    }

    void wrongArguments_areTwo_andNameTheMistake_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("no target") << QStringList{u"review"_s} << QByteArray("TARGET");
        QTest::newRow("two targets") << QStringList{u"review"_s, u"local"_s, u"local"_s} << QByteArray("TARGET");
        QTest::newRow("severity") << QStringList{u"review"_s, u"local"_s, u"--fail-on"_s, u"awful"_s}
                                  << QByteArray("awful");
        QTest::newRow("format") << QStringList{u"review"_s, u"local"_s, u"--format"_s, u"pdf"_s} << QByteArray("pdf");
        QTest::newRow("option") << QStringList{u"review"_s, u"local"_s, u"--colour"_s} << QByteArray("colour");
        QTest::newRow("folder") << QStringList{u"review"_s, u"--root"_s, u"/no/such/folder"_s}
                                << QByteArray("/no/such/folder");
        QTest::newRow("folder and target")
            << QStringList{u"review"_s, u"--root"_s, u"/"_s, u"local"_s} << QByteArray("--root");
        QTest::newRow("target that is an option of ssh")
            << QStringList{u"survey"_s, u"--"_s, u"-oProxyCommand=touch /tmp/x"_s} << QByteArray("ProxyCommand");
        QTest::newRow("key file") << QStringList{u"survey"_s, u"x@127.0.0.1"_s, u"--identity"_s, u"/no/such/key"_s}
                                  << QByteArray("/no/such/key: no such file");
        QTest::newRow("transport") << QStringList{u"survey"_s, u"x@127.0.0.1"_s, u"--transport"_s, u"telnet"_s}
                                   << QByteArray("telnet");
    }
    void wrongArguments_areTwo_andNameTheMistake()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, named);
        const CtlResult result = m_ctl.run(arguments);
        QCOMPARE(result.exitCode, 2);
        QVERIFY(result.out.isEmpty());
        QVERIFY2(result.err.contains(named), result.err.constData());
    }

    void folder_isReviewedWithoutAServer()
    {
        const CtlResult result = m_ctl.run({u"review"_s, u"--root"_s, serverFolder(), u"--format"_s, u"json"_s});
        QVERIFY2(result.exitCode == 1, result.err.constData());
        const QStringList rules = rulesOf(result.out);
        for (const QString &rule :
             {u"sshd.root-login"_s, u"sshd.password-authentication"_s, u"services.supervisor-root"_s})
            QVERIFY2(rules.contains(rule), qPrintable(rule + u" of " + rules.join(u' ')));
        for (const QJsonValue &value : QJsonDocument::fromJson(result.out).array()) {
            const QJsonObject finding = value.toObject();
            if (finding[u"rule"] != u"services.supervisor-root"_s)
                continue;
            QCOMPARE(finding[u"file"].toString(), u"/etc/supervisor/conf.d/qwen.conf"_s);
            QCOMPARE(finding[u"line"].toInt(), 1);
            QCOMPARE(finding[u"severity"].toString(), u"high"_s);
        }
    }

    void failOn_setsTheBar()
    {
        const QString root = serverFolder();
        const auto review = [&](const QString &bar) {
            return m_ctl.run({u"review"_s, u"--root"_s, root, u"--fail-on"_s, bar}).exitCode;
        };
        QCOMPARE(review(u"info"_s), 1);
        QCOMPARE(review(u"high"_s), 1);
        QCOMPARE(review(u"critical"_s), 0);
    }

    void everyFormat_isPrintedAlone()
    {
        const QString root = serverFolder();
        const auto review = [&](const QString &format) {
            return m_ctl.run({u"review"_s, u"--root"_s, root, u"--format"_s, format});
        };
        QVERIFY(review(u"text"_s).out.startsWith(root.toUtf8()));
        QVERIFY(QJsonDocument::fromJson(review(u"json"_s).out).isArray());
        QCOMPARE(QJsonDocument::fromJson(review(u"sarif"_s).out).object()[u"version"].toString(), u"2.1.0"_s);
        QVERIFY(review(u"html"_s).out.startsWith("<!DOCTYPE html>"));
    }

    void reviewOfAFolder_keepsNothing()
    {
        const Ctl fresh;
        QCOMPARE(fresh.run({u"review"_s, u"--root"_s, serverFolder()}).exitCode, 1);
        QVERIFY(!QFile::exists(fresh.path(u"data/gatewright/gatewright.db"_s)));
    }

    void thisComputer_isSurveyedAndKept()
    {
        const Ctl fresh;
        const CtlResult facts = fresh.run({u"survey"_s, u"local"_s, u"--format"_s, u"json"_s});
        QVERIFY2(facts.exitCode == 0, facts.err.constData());
        const QJsonObject json = QJsonDocument::fromJson(facts.out).object();
        QVERIFY(!json[u"system"].toObject()[u"kernel"].toString().isEmpty());
        QVERIFY(json[u"listeners"].isArray());

        const CtlResult diff = fresh.run({u"diff"_s, u"local"_s, u"--format"_s, u"json"_s});
        QVERIFY2(diff.exitCode == 0, diff.err.constData());
        QVERIFY(QJsonDocument::fromJson(diff.out).isArray());
        QVERIFY(diff.err.contains("since"));
    }

    void noStore_leavesNothingBehind()
    {
        const Ctl fresh;
        QCOMPARE(fresh.run({u"survey"_s, u"local"_s, u"--no-store"_s}).exitCode, 0);
        QVERIFY(!QFile::exists(fresh.path(u"data/gatewright/gatewright.db"_s)));
        QCOMPARE(fresh.run({u"diff"_s, u"local"_s, u"--no-store"_s}).exitCode, 2);
    }

    void list_startsWithThisComputer()
    {
        const CtlResult result = m_ctl.run({u"list"_s});
        QCOMPARE(result.exitCode, 0);
        QVERIFY(result.out.startsWith("This computer\tlocal\t"));
    }

    void savedServer_isFoundByItsName()
    {
        const Ctl fresh;
        Server server;
        server.id = HostId::create();
        server.name = u"gpu lab 1"_s;
        server.target = u"nobody@127.0.0.1:1"_s;
        {
            const auto store = fresh.store();
            QVERIFY(store->save(server));
        }
        QVERIFY(fresh.run({u"list"_s}).out.contains("gpu lab 1\tnobody@127.0.0.1:1"));
        const CtlResult result = fresh.run({u"review"_s, u"gpu lab 1"_s});
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.err.contains("127.0.0.1"), result.err.constData());
    }

    void acceptedRisk_isNoOpenFinding()
    {
        const Ctl fresh;
        const QStringList review{u"review"_s, u"local"_s, u"--format"_s, u"json"_s};
        const QStringList before = rulesOf(fresh.run(review).out);
        if (before.isEmpty())
            QSKIP("this computer has no findings");
        {
            const auto store = fresh.store();
            QVERIFY(
                store->accept(HostId::local(), {RuleId(before.first()), {}, u"a test"_s, QDate::currentDate(), {}}));
        }
        const CtlResult after = fresh.run(review);
        QVERIFY(!after.out.isEmpty());
        QVERIFY(!rulesOf(after.out).contains(before.first()));
    }

    void closedPort_isTwo_withTheAddress()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const QString port = QString::number(server.serverPort());
        server.close();
        const CtlResult result = m_ctl.run({u"review"_s, u"nobody@127.0.0.1:"_s + port});
        QCOMPARE(result.exitCode, 2);
        QVERIFY(result.out.isEmpty());
        QVERIFY2(result.err.contains("127.0.0.1"), result.err.constData());
    }

    /// As ssh has "Confirm user presence for key …" shown while it waits for a finger.
    void noticeOfSsh_isShownWhileItWaits()
    {
        put(m_ctl.path(u"notice_config"_s), {},
            "Host *\n ProxyCommand env SSH_ASKPASS_PROMPT=none \"$SSH_ASKPASS\" 'Confirm user presence for key X'\n"
            " UserKnownHostsFile /dev/null\n GlobalKnownHostsFile none\n");
        QProcess process;
        m_ctl.start(process, {u"review"_s, u"nobody@gpu-1"_s, u"--no-store"_s, u"--ssh-config"_s,
                              m_ctl.path(u"notice_config"_s)});
        process.setReadChannel(QProcess::StandardError);
        QByteArray shown;
        while (!shown.contains("ssh says: Confirm user presence for key X") && process.waitForReadyRead(60'000))
            shown += process.readAllStandardError();
        QVERIFY2(shown.contains("ssh says: Confirm user presence for key X"), shown.constData());
        ::kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 2);
    }

    void interrupt_endsAWaitAtOnce_withTwo()
    {
        QTcpServer silent; // accepts and never says a word
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        QProcess process;
        m_ctl.start(process, {u"review"_s, u"nobody@127.0.0.1:"_s + QString::number(silent.serverPort())});
        QVERIFY(silent.waitForNewConnection(30'000));
        QCOMPARE(::kill(pid_t(process.processId()), SIGINT), 0);
        QVERIFY(process.waitForFinished(10'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(process.readAllStandardOutput().isEmpty());
    }
};

GW_REGISTER_TEST(CtlTest)
#include "ctltest.moc"
