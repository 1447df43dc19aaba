// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ssh/loopbacksshd.h"
#include "tests/ssh/rawserver.h"
#include "tests/support/testmain.h"

#include <QTcpServer>
#include <pwd.h>
#include <thread>

using namespace gw;
using namespace gw::test;
using namespace std::chrono_literals;

/// Servers behind jump hosts: two of them, each with its own account and key where that is possible.
class JumpHostTest : public QObject {
    Q_OBJECT

    LoopbackSshd m_outer;
    LoopbackSshd m_middle;
    LoopbackSshd m_inner;
    QTemporaryDir m_folder;
    QList<HopSettings> m_hops;

    QString key(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    static Result<std::unique_ptr<Transport>> open(const QList<HopSettings> &hops, ConnectOptions options = {})
    {
        Answers answers;
        return openAccepting(routeOver(hops), answers, options);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = LoopbackSshd::missing(); !missing.isEmpty())
            skipAll(missing);
        QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7755));
        const auto prepare = [&](LoopbackSshd &sshd, const char *name, const char *otherAccount) {
            const QString made = makeKey(m_folder.path(), QString::fromLatin1(name));
            sshd.authorizedKeys = publicKey(made);
            QVERIFY(sshd.start());
            HopSettings hop = sshd.hop(made, key("known_hosts"));
            // Forwarding needs no shell: any account will do where this test may log in as another one.
            if (::geteuid() == 0 && otherAccount && ::getpwnam(otherAccount))
                hop.user = QString::fromLatin1(otherAccount);
            m_hops.append(hop);
        };
        prepare(m_outer, "outer", "daemon");
        prepare(m_middle, "middle", "games");
        prepare(m_inner, "inner", nullptr);
    }

    void twoJumpHosts_leadToTheServer()
    {
        auto opened = open(m_hops);
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().text()));
        Command command;
        command.line = "cat; echo done";
        command.input = QByteArray("0123456789abcdef").repeated(128 * 1024); // 2 MiB there and back
        const auto output = (*opened)->run(command, {});
        QVERIFY2(output, qPrintable(output ? QString() : output.error().text()));
        QCOMPARE(output->out, command.input + "done\n");
        QVERIFY((*opened)->isAlive());
        QVERIFY(m_inner.log().contains(QByteArray("Accepted publickey for " + currentUser().toUtf8())));
        QVERIFY(m_outer.log().contains(QByteArray("Accepted publickey for " + m_hops[0].user.toUtf8())));
        QVERIFY(m_middle.log().contains(QByteArray("Accepted publickey for " + m_hops[1].user.toUtf8())));
    }

    void largeTransfers_areComplete_everyTime()
    {
        auto opened = open(m_hops);
        QVERIFY(opened);
        for (int i = 0; i < 5; ++i) {
            Command command;
            command.line = "head -c 2000040 /dev/zero | tr '\\0' x";
            const auto output = (*opened)->run(command, {});
            QVERIFY2(output, qPrintable(output ? QString() : output.error().text()));
            QCOMPARE(output->out.size(), 2'000'040);
        }
    }

    void newKeysInBetween_loseNothing()
    {
        LoopbackSshd outer, inner;
        for (LoopbackSshd *sshd : {&outer, &inner}) {
            sshd->authorizedKeys = publicKey(key("inner"));
            sshd->configuration = "RekeyLimit 200K\n"; // dozens of key exchanges in what follows
            QVERIFY(sshd->start());
        }
        auto opened = open({outer.hop(key("inner"), key("known_hosts")), inner.hop(key("inner"), key("known_hosts"))});
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().text()));
        Command command;
        command.line = "cat";
        command.input.resize(5'000'000);
        for (qsizetype i = 0; i < command.input.size(); ++i)
            command.input[i] = char(i * 7 + i / 251);
        const auto output = (*opened)->run(command, {});
        QVERIFY2(output, qPrintable(output ? QString() : output.error().text()));
        QVERIFY(output->out == command.input);
    }

    void commandsSideBySide_shareTheWay()
    {
        auto opened = open(m_hops);
        QVERIFY(opened);
        std::atomic<int> right = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 12; ++i)
                threads.emplace_back([&, i] {
                    Command command;
                    command.line = "head -c 300000 /dev/zero; exit " + QByteArray::number(i);
                    const auto output = (*opened)->run(command, {});
                    right += output && output->out.size() == 300'000 && output->exitCode == i;
                });
        }
        QCOMPARE(right.load(), 12);
    }

    void everyHop_isAskedForByName()
    {
        Answers answers;
        QStringList asked;
        QList<HopSettings> hops = m_hops;
        for (HopSettings &hop : hops)
            hop.userKnownHosts = {key("fresh_known_hosts")};
        for (int i = 0; i < 5; ++i) {
            const auto opened = openLibssh(routeOver(hops), answers, {}, {});
            if (opened)
                break;
            const auto *question = std::get_if<HostKeyQuestion>(&opened.error().question);
            QVERIFY2(question, qPrintable(opened.error().text()));
            asked.append(question->hop);
            answers.accept(*question);
        }
        QCOMPARE(asked, QStringList({QStringLiteral("127.0.0.1:%1").arg(m_outer.port()),
                                     QStringLiteral("127.0.0.1:%1").arg(m_middle.port()),
                                     QStringLiteral("127.0.0.1:%1").arg(m_inner.port())}));
    }

    void passwordOfAJumpHost_namesTheHop()
    {
        Manners manners;
        manners.password = "secret";
        const RawServer raw(manners);
        QList<HopSettings> hops = m_hops;
        hops[0].identityFiles.clear();
        hops[0].port = raw.port();
        const auto opened = open(hops);
        QVERIFY(!opened);
        const auto *question = std::get_if<SecretQuestion>(&opened.error().question);
        QVERIFY2(question, qPrintable(opened.error().text()));
        QCOMPARE(question->hop, hops[0].label());
        QVERIFY(opened.error().tried.contains(QStringLiteral("jump host")));
    }

    void jumpHostDown_isNamed()
    {
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        QList<HopSettings> hops = m_hops;
        hops[0].port = taken.serverPort();
        taken.close();
        const auto opened = open(hops);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Error::Kind::Unreachable);
        QVERIFY2(opened.error().tried.contains(QStringLiteral("jump host")) &&
                     opened.error().tried.contains(hops[0].label()),
                 qPrintable(opened.error().tried));
    }

    void serverBehindTheJumpHostDown_isNamed()
    {
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        QList<HopSettings> hops = m_hops;
        hops[2].port = taken.serverPort();
        taken.close();
        const auto opened = open(hops);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Error::Kind::Unreachable);
        QVERIFY2(opened.error().tried.contains(hops[2].label()) && opened.error().tried.contains(hops[1].label()),
                 qPrintable(opened.error().tried));
    }

    void forwardingForbidden_isSaid()
    {
        LoopbackSshd strict;
        strict.authorizedKeys = publicKey(key("outer"));
        strict.configuration = "AllowTcpForwarding no\n";
        QVERIFY(strict.start());
        const auto opened = open({strict.hop(key("outer"), key("known_hosts")), m_hops[2]});
        QVERIFY(!opened);
        QVERIFY2(opened.error().text().contains(QStringLiteral("AllowTcpForwarding")),
                 qPrintable(opened.error().text()));
    }

    void stalledJumpHost_isNamedWhileConnecting()
    {
        LoopbackSshd stalling;
        stalling.authorizedKeys = publicKey(key("outer"));
        QVERIFY(stalling.start());
        // It lets us in, then a server behind it never answers: first the way is fine …
        Manners manners;
        manners.misdeed = Manners::Misdeed::Silent;
        const RawServer silent(manners);
        QList<HopSettings> hops{stalling.hop(key("outer"), key("known_hosts")), m_hops[2]};
        hops[1].port = silent.port();
        ConnectOptions options;
        options.timeout = 6s; // half of it is for the sign of life that the jump host gives
        auto opened = open(hops, options);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Error::Kind::TimedOut);
        QVERIFY2(!opened.error().cause.contains(hops[0].label()), qPrintable(opened.error().cause));
        // … then the jump host itself stops in the middle of it.
        std::jthread freezer([&](std::stop_token stop) {
            while (silent.connections() < 2 && !stop.stop_requested()) // it has let us through once more
                std::this_thread::sleep_for(10ms);
            stalling.freeze(true);
        });
        opened = open(hops, options);
        freezer.request_stop();
        freezer.join();
        stalling.freeze(false);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Error::Kind::TimedOut);
        QVERIFY2(opened.error().cause.contains(hops[0].label()), qPrintable(opened.error().text()));
    }

    void stalledJumpHost_isNamedDuringACommand()
    {
        auto opened = open(m_hops);
        QVERIFY(opened);
        m_middle.freeze(true);
        Command command;
        command.line = "true";
        command.silence = 4s; // half of it is for the sign of life that the outer one gives
        const auto output = (*opened)->run(command, {});
        m_middle.freeze(false);
        QVERIFY(!output);
        QCOMPARE(output.error().kind, Error::Kind::TimedOut);
        QVERIFY2(output.error().cause.contains(m_hops[1].label()), qPrintable(output.error().cause));
        QVERIFY(!(*opened)->isAlive());
    }

    void jumpHostThatDies_endsTheCommandAndIsNamed()
    {
        LoopbackSshd dying;
        dying.authorizedKeys = publicKey(key("outer"));
        QVERIFY(dying.start());
        const QList<HopSettings> hops{dying.hop(key("outer"), key("known_hosts")), m_hops[2]};
        auto opened = open(hops);
        QVERIFY(opened);
        Command command;
        command.line = "sleep 60";
        Result<Output> output = Error{};
        std::thread runner([&] { output = (*opened)->run(command, {}); });
        std::this_thread::sleep_for(300ms);
        dying.stop();
        runner.join();
        QVERIFY(!output);
        QCOMPARE(output.error().kind, Error::Kind::Unreachable);
        QVERIFY2(output.error().cause.contains(hops[0].label()), qPrintable(output.error().cause));
    }

    void stopBehindJumpHosts_keepsTheWay()
    {
        auto opened = open(m_hops);
        QVERIFY(opened);
        std::stop_source source;
        std::jthread stopper([&] {
            std::this_thread::sleep_for(200ms);
            source.request_stop();
        });
        Command command;
        command.line = "sleep 60";
        QCOMPARE((*opened)->run(command, source.get_token()).error().kind, Error::Kind::Cancelled);
        command.line = "echo still here";
        QCOMPARE((*opened)->run(command, {})->out, QByteArray("still here\n"));
    }
};

GW_REGISTER_TEST(JumpHostTest)
#include "jumphosttest.moc"
