// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/fleet.h"
#include "backend/survey/survey.h"
#include "tests/app/fakefleet.h"
#include "tests/flows/labclient.h"
#include "tests/flows/terminal.h"
#include "tests/support/testmain.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;
using gw::Elevation;
using gw::test::LabClient;
using gw::test::LabServer;
using Method = gw::Elevation::Method;
using Root = gw::Access::Root;

/// Every way to root, with the sudo, doas and PAM that servers really have.
class RootTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = LabServer::own(u"plain"_s, u"root"_s);
        m_client = std::make_unique<LabClient>(QList<const LabServer *>{m_server.get()});
        m_password = m_server->value(u"DEV_PASSWORD"_s).toUtf8();
    }
    void cleanupTestCase() { m_server.reset(); }

    void cleanup()
    {
        m_server->must(u"rm -f /etc/sudoers.d/test /usr/local/bin/sudo /usr/bin/doas; "
                       "if [ -e /usr/bin/sudo.away ]; then mv /usr/bin/sudo.away /usr/bin/sudo; fi"_s);
    }

    void everyWay_becomesRoot_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<int>("transport");
        QTest::addColumn<int>("method");
        QTest::addColumn<int>("way");
        for (const auto transport : {gw::TransportKind::Libssh, gw::TransportKind::OpenSsh}) {
            const char *name = transport == gw::TransportKind::Libssh ? "libssh" : "OpenSSH";
            const auto row = [&](const char *what, const QString &user, Method method, Root way) {
                QTest::addRow("%s, %s", what, name) << user << int(transport) << int(method) << int(way);
            };
            row("root login", u"root"_s, Method::Automatic, Root::Login);
            row("sudo without a password", u"ops"_s, Method::Automatic, Root::SudoNoPassword);
            row("sudo with a password", u"dev"_s, Method::SudoPassword, Root::SudoPassword);
            row("no way", u"dev"_s, Method::Automatic, Root::No);
        }
    }

    void everyWay_becomesRoot()
    {
        QFETCH(QString, user);
        QFETCH(int, transport);
        QFETCH(int, method);
        QFETCH(int, way);
        const auto shell = m_client->connected(*m_server, user, gw::TransportKind(transport));
        const auto answer = gw::survey(*shell, elevation(Method(method), m_password), {});
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text()));
        const gw::Facts facts = gw::factsFrom(*answer);
        QCOMPARE(int(facts.access.way), way);
        QCOMPARE(facts.access.isRoot, Root(way) != Root::No);
        QCOMPARE(facts.access.user.raw(), user);
        QCOMPARE(facts.access.asks, user == u"dev"_s ? gw::Access::Program::Sudo : gw::Access::Program::None);
        QCOMPARE(bool(facts.sudoRules), Root(way) != Root::No);
        QCOMPARE(facts.access.clientAddress.raw(), m_server->value(u"CLIENT"_s));
    }

    void wrongPassword_isRefusedAfterOneAttempt_data() { transports(); }
    void wrongPassword_isRefusedAfterOneAttempt()
    {
        QFETCH(int, transport);
        const QByteArray before = attempts();
        const auto shell = m_client->connected(*m_server, u"dev"_s, gw::TransportKind(transport));
        const auto answer = gw::survey(*shell, elevation(Method::SudoPassword, "wrong"), {});
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, gw::Error::Kind::Refused);
        QVERIFY(!answer.error().advice.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(attempts().count('\n') - before.count('\n'), 1,
                                  10'000); // the journal is written late
        QTest::qWait(300);
        QCOMPARE(attempts().count('\n') - before.count('\n'), 1);
        QVERIFY(shell->isAlive());
        QVERIFY(
            gw::survey(*shell, elevation(Method::SudoPassword, m_password), {}).has_value()); // and may be corrected
    }

    /// A false sudo: it asks once more although the password was right, and writes down what it gets.
    void sudoThatAsksTwice_getsOneAnswer_data() { transports(); }
    void sudoThatAsksTwice_getsOneAnswer()
    {
        QFETCH(int, transport);
        m_server->must(u"cat >/usr/local/bin/sudo && chmod 755 /usr/local/bin/sudo && rm -f /tmp/first /tmp/second"_s,
                       "#!/bin/sh\n[ \"$1\" = -S ] || exit 1\nprintf %s \"$3\" >&2\nread -r line; printf %s \"$line\" "
                       ">/tmp/first\n"
                       "printf %s \"$3\" >&2\nread -r line; printf %s \"$line\" >/tmp/second\nexit 1\n");
        const auto shell = m_client->connected(*m_server, u"dev"_s, gw::TransportKind(transport));
        const auto answer = gw::survey(*shell, elevation(Method::SudoPassword, m_password), {});
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, gw::Error::Kind::Refused);
        QVERIFY(!answer.error().advice.isEmpty());
        QVERIFY(shell->isAlive());
        QCOMPARE(m_server->must(u"cat /tmp/first"_s), m_password);
        QCOMPARE(m_server->must(u"cat /tmp/second 2>/dev/null; true"_s), QByteArray());
    }

    void lectureAndInsults_doNotDisturb()
    {
        m_server->must(u"printf 'Defaults lecture=always,insults,passwd_tries=1\\nDefaults passprompt=\"No: \"\\n'"
                       " >/etc/sudoers.d/test; rm -rf /var/lib/sudo/lectured /run/sudo/ts"_s);
        const gw::Facts facts = surveyedAsDev(m_password);
        QCOMPARE(facts.access.way, Root::SudoPassword);
    }

    void requiretty_isGivenOne_data() { transports(); }
    void requiretty_isGivenOne()
    {
        QFETCH(int, transport);
        m_server->must(u"echo 'Defaults requiretty' >/etc/sudoers.d/test"_s);
        const auto shell = m_client->connected(*m_server, u"dev"_s, gw::TransportKind(transport));
        const auto answer = gw::survey(*shell, elevation(Method::SudoPassword, m_password), {});
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text()));
        QCOMPARE(gw::factsFrom(*answer).access.way, Root::SudoPassword);
    }

    void requiretty_withWrongPassword_isOneAttempt()
    {
        m_server->must(u"echo 'Defaults requiretty' >/etc/sudoers.d/test"_s);
        const QByteArray before = attempts();
        const auto shell = m_client->connected(*m_server, u"dev"_s);
        const auto answer = gw::survey(*shell, elevation(Method::SudoPassword, "wrong"), {});
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, gw::Error::Kind::Refused);
        QTRY_COMPARE_WITH_TIMEOUT(attempts().count('\n') - before.count('\n'), 1, 10'000);
    }

    /// sudoers may want a terminal even from those who need no password: what can be seen without root is still seen.
    void requirettyWithoutPassword_leavesASurveyWithGaps()
    {
        m_server->must(u"echo 'Defaults requiretty' >/etc/sudoers.d/test"_s);
        const auto shell = m_client->connected(*m_server, u"ops"_s);
        const auto answer = gw::survey(*shell, {}, {});
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text()));
        const gw::Facts facts = gw::factsFrom(*answer);
        QCOMPARE(facts.access.way, Root::No);
        QCOMPARE(facts.sudoRules.gap().reason, gw::Gap::Reason::NeedsRoot);
    }

    void whoMayNotSudo_isToldSo()
    {
        m_server->must(u"useradd -m -s /bin/bash guest 2>/dev/null; echo guest:guest-1 | chpasswd; "
                       "cp -r /home/dev/.ssh /home/guest/ && chown -R guest: /home/guest/.ssh"_s);
        const auto shell = m_client->connected(*m_server, u"guest"_s);
        const auto answer = gw::survey(*shell, elevation(Method::SudoPassword, "guest-1"), {});
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, gw::Error::Kind::Refused);
        QVERIFY2(answer.error().text().contains(u"sudoers"_s), qPrintable(answer.error().text()));
    }

    void doasWithPassword_becomesRoot_data() { transports(); }
    void doasWithPassword_becomesRoot()
    {
        QFETCH(int, transport);
        if (!lendDoas("permit dev\n"))
            QSKIP("this computer has no doas to lend to the server");
        const auto shell = m_client->connected(*m_server, u"dev"_s, gw::TransportKind(transport));
        const auto answer = gw::survey(*shell, elevation(Method::DoasPassword, m_password), {});
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text()));
        QCOMPARE(gw::factsFrom(*answer).access.way, Root::DoasPassword);
        const auto refused = gw::survey(*shell, elevation(Method::DoasPassword, "wrong"), {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, gw::Error::Kind::Refused);
    }

    void doasWithoutPassword_becomesRoot()
    {
        if (!lendDoas("permit nopass dev\n"))
            QSKIP("this computer has no doas to lend to the server");
        const gw::Facts facts = surveyed(u"dev"_s, {});
        QCOMPARE(facts.access.way, Root::DoasNoPassword);
        QVERIFY(facts.access.isRoot);
    }

    void theProgramThatAsks_isFound_data()
    {
        QTest::addColumn<QByteArray>("doasRules");
        QTest::addColumn<bool>("sudo");
        QTest::addColumn<gw::Access::Program>("program");
        QTest::newRow("doas alone") << QByteArray("permit dev\n") << false << gw::Access::Program::Doas;
        QTest::newRow("both") << QByteArray("permit dev\n") << true << gw::Access::Program::Doas;
        QTest::newRow("doas for others") << QByteArray("permit ops\n") << true << gw::Access::Program::Sudo;
        QTest::newRow("doas for others, no sudo") << QByteArray("permit ops\n") << false << gw::Access::Program::None;
    }
    void theProgramThatAsks_isFound()
    {
        QFETCH(QByteArray, doasRules);
        QFETCH(bool, sudo);
        QFETCH(gw::Access::Program, program);
        if (!lendDoas(doasRules))
            QSKIP("this computer has no doas to lend to the server");
        if (!sudo)
            takeSudoAway();
        const gw::Facts facts = surveyed(u"dev"_s, {});
        QCOMPARE(facts.access.way, Root::No);
        QCOMPARE(facts.access.asks, program);
    }

    void doasThatAsks_isAskedOnTheTerminal()
    {
        if (!lendDoas("permit dev\n"))
            QSKIP("this computer has no doas to lend to the server");
        takeSudoAway();
        const QStringList words{u"survey"_s, LabClient::target(*m_server, u"dev"_s), u"--ask-root-password"_s,
                                u"--no-store"_s};
        const auto ran = gw::test::runOnTerminal(LabClient::ctlProgram(), m_client->ctlArguments(words),
                                                 m_client->environment(), {{"Password for doas on", m_password}});
        QVERIFY2(ran.exitCode == 0, ran.all().constData());
        QVERIFY2(ran.out.contains("\"doas-password\""), ran.all().constData());
        QVERIFY(!ran.out.contains(m_password));
    }

    void nobodyWhoCouldAsk_isSaidOnTheTerminal()
    {
        takeSudoAway();
        const QStringList words{u"survey"_s, LabClient::target(*m_server, u"dev"_s), u"--ask-root-password"_s,
                                u"--no-store"_s};
        const auto ran = gw::test::runOnTerminal(LabClient::ctlProgram(), m_client->ctlArguments(words),
                                                 m_client->environment(), {});
        QVERIFY2(ran.exitCode == 0, ran.all().constData()); // everything readable is surveyed
        QVERIFY2(ran.out.contains("Neither sudo nor doas"), ran.all().constData());
        QVERIFY2(ran.out.contains("\"sections\"") || ran.out.contains("\"access\""), ran.all().constData());
    }

    void whoMayNotSudo_isToldSoAndSurveyedWithoutRoot()
    {
        m_server->must(u"useradd -m -s /bin/bash guest 2>/dev/null; echo guest:guest-1 | chpasswd; "
                       "cp -r /home/dev/.ssh /home/guest/ && chown -R guest: /home/guest/.ssh"_s);
        const QStringList words{u"survey"_s, LabClient::target(*m_server, u"guest"_s), u"--ask-root-password"_s,
                                u"--no-store"_s};
        const auto ran = gw::test::runOnTerminal(LabClient::ctlProgram(), m_client->ctlArguments(words),
                                                 m_client->environment(), {{"Password for sudo on", "guest-1"}});
        QVERIFY2(ran.exitCode == 0, ran.all().constData());
        QVERIFY2(ran.out.contains("sudoers"), ran.all().constData());
        QVERIFY2(ran.out.contains("Surveyed without root"), ran.all().constData());
    }

    /// What "Become root" of the window does.
    void doasThatAsks_isAskedByTheWindow()
    {
        if (!lendDoas("permit dev\n"))
            QSKIP("this computer has no doas to lend to the server");
        takeSudoAway();
        gw::SecretStore secrets{std::make_unique<gw::test::NoKeychain>()};
        gw::Connector connector = gw::realConnector();
        connector.route = [this](const gw::Server &, std::stop_token) -> gw::Result<gw::Route> {
            return m_client->route(*m_server, u"dev"_s);
        };
        gw::Fleet fleet(gw::Storage(m_client->file(u"gatewright.db"_s)), secrets, connector);
        gw::Server server;
        server.id = gw::HostId::create();
        server.name = server.target = LabClient::target(*m_server, u"dev"_s);
        gw::Session *session = fleet.startUnsaved(server);
        session->rescan();
        QTRY_VERIFY_WITH_TIMEOUT(session->review() && !session->progress(), 60'000);
        const auto *online = std::get_if<gw::Online>(&session->connection());
        QVERIFY(online && !online->isRoot && online->rootWantsPassword);

        session->becomeRoot();
        const auto asked = questionOf(*session);
        QVERIFY(asked);
        QCOMPARE(asked->subject, u"doas"_s);
        session->answer(*asked, {gw::Secret("wrong")}, gw::Session::Keep::ThisRun);
        QTRY_VERIFY_WITH_TIMEOUT(!session->progress() && questionOf(*session), 60'000);
        QVERIFY(!session->refusal().isEmpty());
        QCOMPARE(questionOf(*session)->subject, u"doas"_s);
        session->answer(*asked, {gw::Secret(m_password)}, gw::Session::Keep::ThisRun);
        QTRY_VERIFY_WITH_TIMEOUT(!session->progress() && session->facts()->access.isRoot, 60'000);
        QCOMPARE(session->facts()->access.way, Root::DoasPassword);
        QCOMPARE(session->facts()->access.asks, gw::Access::Program::Doas);
    }

private:
    static void transports()
    {
        QTest::addColumn<int>("transport");
        QTest::newRow("libssh") << int(gw::TransportKind::Libssh);
        QTest::newRow("OpenSSH") << int(gw::TransportKind::OpenSsh);
    }

    static Elevation elevation(Method method, const QByteArray &password)
    {
        return {method, method == Method::Automatic ? gw::Secret() : gw::Secret(password)};
    }

    gw::Facts surveyed(const QString &user, const Elevation &elevation) const
    {
        const auto shell = m_client->connected(*m_server, user);
        const auto answer = gw::survey(*shell, elevation, {});
        if (!answer)
            qFatal("%s", qPrintable(answer.error().text()));
        return gw::factsFrom(*answer);
    }
    gw::Facts surveyedAsDev(const QByteArray &password) const
    {
        return surveyed(u"dev"_s, elevation(Method::SudoPassword, password));
    }

    /// The journal's lines about passwords that sudo did not take, one per attempt.
    QByteArray attempts() const
    {
        return m_server
            ->exec(u"journalctl --no-pager -o cat | grep 'pam_unix(sudo:auth): authentication failure'; true"_s)
            .out;
    }

    static std::optional<gw::SecretQuestion> questionOf(const gw::Session &session)
    {
        const auto *asking = std::get_if<gw::Asking>(&session.connection());
        const auto *question = asking ? std::get_if<gw::SecretQuestion>(&asking->question) : nullptr;
        return question ? std::optional(*question) : std::nullopt;
    }

    /// Until the end of the test.
    void takeSudoAway() const { m_server->must(u"mv /usr/bin/sudo /usr/bin/sudo.away"_s); }

    /// The lab has no doas: that of this computer, if it has one, is lent to the server.
    bool lendDoas(const QByteArray &rules) const
    {
        const QString doas = u"/usr/bin/doas"_s;
        if (!QFileInfo::exists(doas))
            return false;
        m_server->must(u"cat >/usr/bin/doas && chmod 4755 /usr/bin/doas"_s, gw::test::readFile(doas));
        m_server->must(u"cp /etc/pam.d/sudo /etc/pam.d/doas"_s);
        m_server->must(u"cat >/etc/doas.conf && chmod 0400 /etc/doas.conf"_s, rules);
        return true;
    }

    std::unique_ptr<LabServer> m_server;
    std::unique_ptr<LabClient> m_client;
    QByteArray m_password;
};

GW_REGISTER_TEST(RootTest)
#include "roottest.moc"
