// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/flows/labclient.h"
#include "tests/flows/terminal.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using gw::test::LabClient;
using gw::test::LabServer;
using gw::test::Ran;
using gw::test::readFile;
using gw::test::runOnTerminal;
using gw::test::runToEnd;
using gw::test::Typed;
using gw::test::writeFile;

/// From a finding to a kept change and back, on a real server, with the real program.
class FixTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = LabServer::own(u"tutorial"_s, u"fix"_s);
        m_asFound = sshFiles(*m_server);
        QVERIFY(m_asFound.contains("sshd_config"));
    }
    void cleanupTestCase() { m_server.reset(); }
    void init() { m_client = std::make_unique<LabClient>(QList<const LabServer *>{m_server.get()}); }
    /// Whatever a test leaves behind, the next one begins on the same server.
    void cleanup()
    {
        m_server->must(u"rm -f /etc/ssh/sshd_config.d/00-gatewright.conf && systemctl reload ssh"_s);
        QCOMPARE(sshFiles(*m_server), m_asFound);
        QCOMPARE(traces(*m_server), QByteArray());
    }

    void dryRun_showsEverything_andChangesNothing()
    {
        const Ran ran = fix({u"--dry-run"_s});
        QVERIFY2(ran.exitCode == 0, ran.all().constData());
        for (const char *needed : {"+PermitRootLogin", "+PasswordAuthentication no", "sshd -t", "systemctl reload",
                                   "Log in once more", "returns after 90 s"})
            QVERIFY2(ran.out.contains(needed), ran.all().constData());
        QCOMPARE(sshFiles(*m_server), m_asFound);
        QVERIFY(history().isEmpty());
    }

    void fix_isInForce_isInTheJournal_andGoesBackByteForByte()
    {
        const Ran ran = fix({u"--yes"_s, u"--keep-if-proven"_s});
        QVERIFY2(ran.exitCode == 0, ran.all().constData());
        const QByteArray effective = m_server->must(u"sshd -T"_s);
        QVERIFY(effective.contains("\npasswordauthentication no\n"));
        QVERIFY(effective.contains("\npermitrootlogin without-password\n"));
        QCOMPARE(traces(*m_server), QByteArray()); // nothing of the guard remains
        QCOMPARE(history().size(), 1);
        QCOMPARE(history().first().toObject()[u"outcome"].toString(), u"kept"_s);

        const Ran undone = m_client->ctl({u"undo"_s, u"1"_s, u"--yes"_s, u"--keep-if-proven"_s});
        QVERIFY2(undone.exitCode == 0, undone.all().constData());
        QCOMPARE(sshFiles(*m_server), m_asFound);
        QVERIFY(m_server->must(u"sshd -T"_s).contains("\npasswordauthentication yes\n"));
        QCOMPARE(history().size(), 2);
        QCOMPARE(history().first().toObject()[u"undoes"].toInt(), 1);
        QCOMPARE(plain({u"history"_s, u"--check"_s}).exitCode, 0);
    }

    void userWithSudo_doesItToo()
    {
        const Ran ran = m_client->ctl({u"fix"_s, LabClient::target(*m_server, u"ops"_s), u"sshd.root-login"_s,
                                       u"--yes"_s, u"--keep-if-proven"_s, u"--transport"_s, u"openssh"_s});
        QVERIFY2(ran.exitCode == 0, ran.all().constData());
        QVERIFY(!m_server->must(u"sshd -T"_s).contains("\npermitrootlogin yes\n"));
    }

    void withoutAnybodyToAsk_itStaysOpen_untilAnotherRunKeepsIt()
    {
        const Ran ran = fix({u"--yes"_s});
        QVERIFY2(ran.exitCode == 1, ran.all().constData());
        const QString id = QString::fromUtf8(ran.out).trimmed();
        QVERIFY2(ran.err.contains(QByteArray("gatewrightctl keep " + id.toUtf8())), ran.all().constData());
        const Ran second = fix({u"--yes"_s}); // one change at a time
        QCOMPARE(second.exitCode, 2);
        QVERIFY2(second.err.contains(id.toUtf8()), second.all().constData());
        const Ran kept = m_client->ctl({u"keep"_s, id});
        QVERIFY2(kept.exitCode == 0, kept.all().constData());
        QVERIFY(m_server->must(u"sshd -T"_s).contains("\npasswordauthentication no\n"));
        QCOMPARE(m_client->ctl({u"keep"_s, id}).exitCode, 2); // it is over
    }

    void openChange_isUndoneByItsId()
    {
        const Ran ran = fix({u"--yes"_s});
        QVERIFY2(ran.exitCode == 1, ran.all().constData());
        const Ran undone = m_client->ctl({u"undo"_s, QString::fromUtf8(ran.out).trimmed()});
        QVERIFY2(undone.exitCode == 0, undone.all().constData());
        QCOMPARE(sshFiles(*m_server), m_asFound);
    }

    void onATerminal_itIsAskedTwice()
    {
        const Ran ran = onTerminal({{"[yes/no]", "yes"}, {"[keep/undo/more]", "more"}, {"[keep/undo/more]", "keep"}});
        QVERIFY2(ran.exitCode == 0, ran.all().constData());
        QVERIFY(m_server->must(u"sshd -T"_s).contains("\npasswordauthentication no\n"));
    }

    void no_changesNothing()
    {
        const Ran ran = onTerminal({{"[yes/no]", "no"}});
        QVERIFY2(ran.exitCode == 1, ran.all().constData());
        QCOMPARE(sshFiles(*m_server), m_asFound);
    }

    void interruptAtKeep_leadsBack()
    {
        const Ran ran = onTerminal({{"[yes/no]", "yes"}, {"[keep/undo/more]", "\x03"}});
        QVERIFY2(ran.exitCode == 1, ran.all().constData());
        QCOMPARE(sshFiles(*m_server), m_asFound);
        QCOMPARE(history().first().toObject()[u"outcome"].toString(), u"undone"_s);
    }

    void interruptWhileApplying_leadsBack()
    {
        const Ran ran = onTerminal({{"[yes/no]", "yes"}, {"Arming", "\x03"}});
        QVERIFY2(ran.exitCode == 1, ran.all().constData());
        QCOMPARE(sshFiles(*m_server), m_asFound);
    }

    /// sshd takes it, and nobody could log in any more.
    void planThatLocksOut_isUndoneAtOnce()
    {
        const QString plan = exported();
        QByteArray json = readFile(plan);
        json.replace("PasswordAuthentication no\\n", "AllowUsers nobody\\n");
        QVERIFY(json.contains("AllowUsers nobody"));
        withoutLastCheck(json);
        writeFile(plan, json);
        const Ran ran = apply(plan);
        QVERIFY2(ran.exitCode == 1, ran.all().constData());
        QVERIFY2(ran.out.contains("proof failed"), ran.all().constData());
        QCOMPARE(sshFiles(*m_server), m_asFound);
        QVERIFY(!m_server->must(u"sshd -T"_s).contains("allowusers"));
    }

    void fileThatMovedOn_stopsItBeforeTheFirstChange()
    {
        const QString plan = exported();
        m_server->must(u"echo '# mine' > /etc/ssh/sshd_config.d/00-gatewright.conf"_s);
        const Ran ran = apply(plan);
        QVERIFY2(ran.exitCode == 1, ran.all().constData());
        QVERIFY2(ran.err.contains("+# mine"), ran.all().constData());
        QVERIFY2(ran.err.contains("+PasswordAuthentication no"), ran.all().constData()); // and what was wanted
        QCOMPARE(m_server->must(u"cat /etc/ssh/sshd_config.d/00-gatewright.conf"_s), "# mine\n"_ba);
    }

    void exportedPlan_isAppliedAsItIs()
    {
        const Ran ran = apply(exported());
        QVERIFY2(ran.exitCode == 0, ran.all().constData());
        QVERIFY(m_server->must(u"sshd -T"_s).contains("\npasswordauthentication no\n"));
    }

    void port_movesInTwoSteps_andBack()
    {
        QVERIFY2(ssh({u"--add-port"_s, u"2222"_s}).exitCode == 0, "add");
        const Ran closed = ssh({u"--close-port"_s, u"22"_s});
        QVERIFY2(closed.exitCode == 0, closed.all().constData());
        const QString there = u"root@%1:2222"_s.arg(m_server->address());
        for (const QString &number : {u"2"_s, u"1"_s}) {
            const Ran back = m_client->ctl(
                {u"undo"_s, number, number == u"2"_s ? there : root(), u"--yes"_s, u"--keep-if-proven"_s});
            QVERIFY2(back.exitCode == 0, back.all().constData());
        }
    }

    void severalServers_areChangedOneAfterTheOther()
    {
        const auto second = LabServer::own(u"tutorial"_s, u"fix2"_s);
        m_client = std::make_unique<LabClient>(QList<const LabServer *>{m_server.get(), second.get()});
        const Ran ran = fix({u"--also"_s, LabClient::target(*second, u"root"_s), u"--yes"_s});
        QVERIFY2(ran.exitCode == 0, ran.all().constData());
        for (const LabServer *server : {m_server.get(), second.get()})
            QVERIFY(server->must(u"sshd -T"_s).contains("\npasswordauthentication no\n"));
        QCOMPARE(history().size(), 2);
    }

private:
    QString root() const { return LabClient::target(*m_server, u"root"_s); }
    QStringList fixing() const { return {u"fix"_s, root(), u"sshd.root-login"_s, u"sshd.password-authentication"_s}; }
    Ran fix(const QStringList &options) const { return m_client->ctl(fixing() + options); }
    Ran ssh(const QStringList &options) const
    {
        return m_client->ctl(QStringList{u"ssh"_s, root(), u"--yes"_s, u"--keep-if-proven"_s} + options);
    }
    Ran apply(const QString &plan) const
    {
        return m_client->ctl({u"apply"_s, plan, root(), u"--yes"_s, u"--keep-if-proven"_s});
    }
    QString exported() const
    {
        const QString path = m_client->file(u"plan.json"_s);
        const Ran ran = fix({u"--export"_s, u"json"_s, u"--output"_s, path});
        if (ran.exitCode != 0)
            qFatal("%s", ran.all().constData());
        return path;
    }
    /// The plan's own check that its values hold would find the change of this test.
    static void withoutLastCheck(QByteArray &json)
    {
        QJsonObject plan = QJsonDocument::fromJson(json).object();
        QJsonArray steps = plan[u"steps"_s].toArray();
        steps.removeLast();
        plan[u"steps"_s] = steps;
        json = QJsonDocument(plan).toJson();
    }
    Ran onTerminal(const QList<Typed> &typed) const
    {
        return runOnTerminal(LabClient::ctlProgram(), m_client->ctlArguments(fixing()), m_client->environment(), typed);
    }
    Ran plain(const QStringList &arguments) const
    {
        return runToEnd(LabClient::ctlProgram(), arguments, {}, m_client->environment());
    }
    QJsonArray history() const
    {
        return QJsonDocument::fromJson(plain({u"history"_s, u"--format"_s, u"json"_s}).out).array();
    }
    /// Every file with mode, owner and hash.
    static QByteArray sshFiles(const LabServer &server)
    {
        return server.must(u"cd /etc/ssh && find . -printf '%p %m %u %g %l\\n' | sort && "
                           "find . -type f -exec sha256sum {} + | sort"_s);
    }
    static QByteArray traces(const LabServer &server)
    {
        return server.must(u"ls -A /var/lib/gatewright 2>/dev/null; ls /etc/systemd/system | grep -i gatewright; "
                           "systemctl list-units --all --plain --no-legend | grep -i gatewright; true"_s);
    }

    std::unique_ptr<LabServer> m_server;
    std::unique_ptr<LabClient> m_client;
    QByteArray m_asFound;
};

GW_REGISTER_TEST(FixTest)
#include "fixtest.moc"
