// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/flows/labclient.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using gw::Error;
using gw::test::LabClient;
using gw::test::LabServer;
using gw::test::Ran;
using gw::test::readFile;
using gw::test::writeFile;

/// Who the server is and who we are: keys that are unknown, changed, revoked or wrong.
class TrustTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = LabServer::own(u"plain"_s, u"trust"_s);
        m_hostKeys = m_server->hostKeys();
    }
    void cleanupTestCase() { m_server.reset(); }

    void unknownKey_isAskedOnceAndKept_data() { transports(); }
    void unknownKey_isAskedOnceAndKept()
    {
        QFETCH(int, transport);
        const LabClient client({m_server.get()});
        writeFile(client.knownHosts(), {});
        const auto refused = open(client, transport);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::NeedsAnswer);
        const auto *question = std::get_if<gw::HostKeyQuestion>(&refused.error().question);
        QVERIFY(question);
        QVERIFY2(fingerprints().contains(question->fingerprint), qPrintable(question->fingerprint));
        QCOMPARE(question->address, m_server->address());
        QCOMPARE(readFile(client.knownHosts()), QByteArray()); // nobody has said yes

        gw::Answers answers;
        answers.accept(*question);
        const auto opened = open(client, transport, answers);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().text()));
        QCOMPARE(readFile(client.knownHosts()).count('\n'), 1);
        QVERIFY(open(client, transport)); // known from now on
    }

    void changedKey_isRefusedWithPlaceAndBothFingerprints_data() { transports(); }
    void changedKey_isRefusedWithPlaceAndBothFingerprints()
    {
        QFETCH(int, transport);
        const LabClient client({m_server.get()});
        const QString old = fingerprintOf(u"ed25519"_s);
        writeFile(client.knownHosts(), "# mine\n" + ed25519Line());
        m_server->must(
            u"cd /etc/ssh && mkdir -p kept && cp -p ssh_host_* kept/ && rm ssh_host_*_key* && ssh-keygen -q -A && "
            "systemctl restart ssh"_s);
        const QString fresh = fingerprintOf(u"ed25519"_s);
        QVERIFY(fresh != old);
        const QByteArray before = readFile(client.knownHosts());
        const auto opened = open(client, transport);
        const Ran ran = client.ctl(
            {u"review"_s, LabClient::target(*m_server, u"root"_s), u"--no-store"_s, u"--accept-host-key"_s, fresh});
        m_server->must(u"cd /etc/ssh && cp -p kept/* . && rm -r kept && systemctl restart ssh"_s);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Error::Kind::HostKeyChanged);
        const QString text = opened.error().text();
        QVERIFY2(text.contains(client.knownHosts() + u":2"_s), qPrintable(text));
        QVERIFY2(text.contains(old) && text.contains(fresh), qPrintable(text));
        QVERIFY(!opened.error().advice.isEmpty());
        QVERIFY(std::holds_alternative<std::monostate>(opened.error().question)); // nothing to click away
        QCOMPARE(ran.exitCode, 2);                                                // nor an option that gives in
        QCOMPARE(readFile(client.knownHosts()), before);
        QVERIFY(open(client, transport)); // the old key is back, and so is trust
    }

    void revokedKey_isRefused_data() { transports(); }
    void revokedKey_isRefused()
    {
        QFETCH(int, transport);
        const LabClient client({m_server.get()});
        QByteArray revoked;
        for (const QByteArray &line : m_hostKeys.trimmed().split('\n'))
            revoked += "@revoked * " + line.mid(line.indexOf(' ') + 1) + '\n';
        writeFile(client.knownHosts(), m_hostKeys + revoked); // the known line does not outweigh it
        const auto opened = open(client, transport);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Error::Kind::HostKeyRevoked);
        QVERIFY(!opened.error().advice.isEmpty());
    }

    void wrongKey_isRefusedWithAdvice_data() { transports(); }
    void wrongKey_isRefusedWithAdvice()
    {
        QFETCH(int, transport);
        const LabClient client({m_server.get()}, "Host *\n  PreferredAuthentications publickey\n");
        const QString stranger = client.file(u"stranger"_s);
        QCOMPARE(gw::test::runToEnd(u"ssh-keygen"_s, {u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, {}, u"-f"_s, stranger})
                     .exitCode,
                 0);
        writeFile(client.config(),
                  readFile(client.config()).replace(m_server->value(u"KEY"_s).toUtf8(), stranger.toUtf8()));
        const auto opened = open(client, transport);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Error::Kind::Refused);
        QVERIFY2(opened.error().text().contains(u"root@"_s), qPrintable(opened.error().text()));
        QVERIFY(!opened.error().advice.isEmpty());
        const Ran ran = client.ctl({u"review"_s, LabClient::target(*m_server, u"root"_s), u"--no-store"_s});
        QCOMPARE(ran.exitCode, 2);
        QVERIFY(ran.out.isEmpty());
        QVERIFY2(!ran.err.isEmpty(), ran.err.constData());
    }

    void wrongPassword_isOneAttempt_data() { transports(); }
    void wrongPassword_isOneAttempt()
    {
        QFETCH(int, transport);
        const LabClient client({m_server.get()}, "Host *\n  PubkeyAuthentication no\n");
        const int before = failedLogins();
        const auto asked = client.open(*m_server, u"dev"_s, gw::TransportKind(transport));
        QVERIFY(!asked);
        QCOMPARE(asked.error().kind, Error::Kind::NeedsAnswer);
        const auto *question = std::get_if<gw::SecretQuestion>(&asked.error().question);
        QVERIFY(question);
        QVERIFY2(question->hop.contains(u"dev@"_s), qPrintable(question->hop));
        gw::Answers answers;
        answers.answer(*question, {gw::Secret("wrong")});
        const auto refused = client.open(*m_server, u"dev"_s, gw::TransportKind(transport), answers);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Refused);
        QTRY_COMPARE_WITH_TIMEOUT(failedLogins() - before, 1, 10'000);
        QTest::qWait(300);
        QCOMPARE(failedLogins() - before, 1);
    }

private:
    static void transports()
    {
        QTest::addColumn<int>("transport");
        QTest::newRow("libssh") << int(gw::TransportKind::Libssh);
        QTest::newRow("OpenSSH") << int(gw::TransportKind::OpenSsh);
    }

    gw::Result<std::unique_ptr<gw::Transport>> open(const LabClient &client, int transport,
                                                    const gw::Answers &answers = {}) const
    {
        return client.open(*m_server, u"root"_s, gw::TransportKind(transport), answers);
    }

    /// As the server's own console prints them.
    QString fingerprints() const
    {
        return QString::fromUtf8(m_server->must(u"for key in /etc/ssh/ssh_host_*.pub; do ssh-keygen -lf $key; done"_s));
    }
    QString fingerprintOf(const QString &type) const
    {
        return QString::fromUtf8(m_server->must(u"ssh-keygen -lf /etc/ssh/ssh_host_%1_key.pub"_s.arg(type)))
            .section(u' ', 1, 1);
    }
    QByteArray ed25519Line() const
    {
        for (const QByteArray &line : m_hostKeys.split('\n')) {
            if (line.contains(" ssh-ed25519 "))
                return line + '\n';
        }
        return {};
    }
    int failedLogins() const
    {
        return int(
            m_server->exec(u"journalctl --no-pager -o cat | grep 'pam_unix(sshd:auth): authentication failure'; true"_s)
                .out.count('\n'));
    }

    std::unique_ptr<LabServer> m_server;
    QByteArray m_hostKeys;
};

GW_REGISTER_TEST(TrustTest)
#include "trusttest.moc"
