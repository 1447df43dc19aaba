// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/login.h"
#include "tests/ssh/loopbacksshd.h"
#include "tests/support/testmain.h"

#include <unistd.h>

using namespace gw;
using namespace gw::test;
using namespace Qt::StringLiterals;

/// A second login by a real sshd, also on another port than the first one.
class LoginTest : public QObject {
    Q_OBJECT

    std::unique_ptr<LoopbackSshd> m_sshd;
    QString m_key;
    QString m_known;

    std::unique_ptr<Transport> shellOf(const LoopbackSshd &sshd) const
    {
        Answers none;
        auto shell = openAccepting(routeOver({sshd.hop(m_key, m_known)}), none);
        if (!shell)
            qFatal("%s", qPrintable(shell.error().text()));
        return std::move(*shell);
    }
    Way wayTo(const LoopbackSshd &sshd, const Facts *facts = nullptr) const
    {
        return wayOf(routeOver({sshd.hop(m_key, m_known)}), {}, {}, *shellOf(sshd), facts);
    }
    bool isKnown(quint16 port) const
    {
        const QByteArray name = "[127.0.0.1]:" + QByteArray::number(port);
        return readFile(m_known).contains(name);
    }
    std::unique_ptr<LoopbackSshd> another()
    {
        auto sshd = std::make_unique<LoopbackSshd>();
        sshd->authorizedKeys = publicKey(m_key);
        return sshd->start() ? std::move(sshd) : nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = LoopbackSshd::missing(); !missing.isEmpty())
            skipAll(missing);
        if (::geteuid() != 0)
            skipAll(u"a login that becomes root needs root here"_s);
        m_sshd = std::make_unique<LoopbackSshd>();
        m_key = makeKey(m_sshd->folder(), u"key"_s);
        m_sshd->authorizedKeys = publicKey(m_key);
        QVERIFY(m_sshd->start());
    }
    void cleanupTestCase() { m_sshd.reset(); }
    void init()
    {
        m_known = m_sshd->file(u"known_hosts"_s);
        writeFile(m_known, m_sshd->knownHostsLine());
    }

    void secondLogin_isANewConnection_asRoot()
    {
        const Way way = wayTo(*m_sshd);
        const auto login = logInAgain(way, {}, {});
        QVERIFY2(login, login ? "" : qPrintable(login.error().text()));
        QVERIFY(login->shell->isAlive());
        QVERIFY2(login->detail.contains(u"publickey"_s), qPrintable(login->detail));
        const auto output = runScript(*login->shell, {"id -u\n", {}}, login->elevation, {});
        QVERIFY(output);
        QCOMPARE(output->out, "0\n"_ba);
    }

    void refusedKey_isRefused()
    {
        Way way = wayTo(*m_sshd);
        way.route.hops.last().identityFiles = {makeKey(m_sshd->folder(), u"stranger"_s)};
        const auto login = logInAgain(way, {}, {});
        QVERIFY(!login);
        QCOMPARE(login.error().kind, Error::Kind::Refused);
    }

    /// Else a change that shuts the key out would be left in force until somebody answers.
    void passwordWhereAKeyDidBefore_isARefusal_notAQuestion()
    {
        const auto asking = std::make_unique<LoopbackSshd>();
        asking->authorizedKeys = publicKey(m_key);
        asking->configuration = "Match all\n PasswordAuthentication yes";
        QVERIFY(asking->start());
        writeFile(m_known, asking->knownHostsLine());
        Way way = wayTo(*asking);
        way.route.hops.last().identityFiles = {makeKey(asking->folder(), u"stranger"_s)};
        QVERIFY(!way.byPassword);
        const auto login = logInAgain(way, {}, {});
        QVERIFY(!login);
        QCOMPARE(login.error().kind, Error::Kind::Refused);
    }

    void closedPort_isUnreachable()
    {
        const auto login = logInAgain(wayTo(*m_sshd), {{}, 1}, {});
        QVERIFY(!login);
        QCOMPARE(login.error().kind, Error::Kind::Unreachable);
    }

    /// The same sshd listens on two ports, as while it moves from one to the other; only the first is in known_hosts.
    void keyOfTheServer_isAcceptedOnItsNewPort_andRemembered()
    {
        const auto elsewhere = another();
        QVERIFY(elsewhere);
        const quint16 newPort = elsewhere->port();
        elsewhere->stop();
        m_sshd->stop();
        m_sshd->configuration = "Port " + QByteArray::number(newPort);
        QVERIFY(m_sshd->start());
        init();
        const auto login = logInAgain(wayTo(*m_sshd), {{}, newPort}, {});
        QVERIFY2(login, login ? "" : qPrintable(login.error().text()));
        QVERIFY(isKnown(newPort));
    }

    void keyOfAnotherServer_isRefused_andNeverAskedAbout()
    {
        const auto stranger = another();
        QVERIFY(stranger);
        const auto login = logInAgain(wayTo(*m_sshd), {{}, stranger->port()}, {});
        QVERIFY(!login);
        QCOMPARE(login.error().kind, Error::Kind::HostKeyChanged);
        QVERIFY(std::holds_alternative<std::monostate>(login.error().question));
        QVERIFY(!isKnown(stranger->port()));
    }

    /// The new port may show another kind of key than the one that is known.
    void keyThatTheServerNamedOverItsConnection_isAccepted()
    {
        const auto other = another();
        QVERIFY(other);
        Facts facts;
        SshdFacts sshd;
        HostKeyFact key;
        key.fingerprint = UntrustedText(fingerprintOf(other->hostKey() + u".pub"_s));
        sshd.hostKeys = QList<HostKeyFact>{key};
        facts.sshd = sshd;
        const auto login = logInAgain(wayTo(*m_sshd, &facts), {{}, other->port()}, {});
        QVERIFY2(login, login ? "" : qPrintable(login.error().text()));
    }

    void thisComputer_isANewShell()
    {
        const auto login = logInAgain({}, {}, {});
        QVERIFY2(login, login ? "" : qPrintable(login.error().text()));
        QVERIFY(!login->detail.isEmpty());
    }
};

GW_REGISTER_TEST(LoginTest)
#include "logintest.moc"
