// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ssh/transport.h"
#include "tests/ssh/opensshserver.h"

#include <QFile>
#include <functional>

using namespace gw;
using namespace gw::test;

/// Jump hosts by the system's ssh: whichever hop fails is named, and only its answer is blamed.
class OpenSshJumpTest : public QObject {
    Q_OBJECT

    struct Way {
        OpenSshServer jump;
        OpenSshServer server;
        QByteArray jumpKey = jump.clientKey().toUtf8();
        QByteArray serverKey = server.clientKey().toUtf8();
        QByteArray jumpPort = QByteArray::number(jump.port());
        QByteArray serverPort = QByteArray::number(server.port());
        QByteArray more;

        Way() { writeFile(server.knownHosts(), jump.knownHostsLine() + server.knownHostsLine()); }

        Result<std::unique_ptr<Transport>> open(const Answers &answers = {}) const
        {
            RouteOptions options;
            options.transport = TransportKind::OpenSsh;
            options.configFile = server.file(QStringLiteral("jump_config"));
            writeFile(options.configFile,
                      more + "Host outer\n HostName 127.0.0.1\n Port " + jumpPort + "\n IdentityFile " + jumpKey +
                          "\nHost inner\n HostName 127.0.0.1\n Port " + serverPort +
                          "\n ProxyJump outer\n IdentityFile " + serverKey + "\nHost *\n UserKnownHostsFile " +
                          server.knownHosts().toUtf8() +
                          "\n GlobalKnownHostsFile none\n IdentitiesOnly yes\n IdentityAgent none\n");
            const Route route = GW_TRY(gw::routeTo(*Target::parse(QStringLiteral("inner")), options, {}));
            return openTransport(route, answers, {}, {});
        }
        /// "user@127.0.0.1:port"
        static QString label(const QByteArray &port)
        {
            return QStringLiteral("%1@127.0.0.1:%2").arg(currentUser(), QString::fromLatin1(port));
        }
        QString jumpLabel() const { return label(jumpPort); }
        QString serverLabel() const { return label(serverPort); }
    };

    static Error errorOf(const Result<std::unique_ptr<Transport>> &opened) { return opened ? Error{} : opened.error(); }

    static QByteArray freePort()
    {
        const LoopbackSshd nobody; // reserves a number and is never started
        return QByteArray::number(nobody.port());
    }

    static QString lockedKey(const OpenSshServer &server)
    {
        const QString key = makeKey(server.folder(), QStringLiteral("locked_key"), QStringLiteral("ed25519"),
                                    QStringLiteral("open sesame"), 0, {QStringLiteral("-a"), QStringLiteral("4")});
        return key;
    }

    static void authorize(const OpenSshServer &server, const QByteArray &publicKeys)
    {
        writeFile(server.file(QStringLiteral("authorized_keys")), publicKeys);
    }

    static Answers passphrase(const QString &key, const char *text)
    {
        Answers answers;
        answers.answer({SecretQuestion::Kind::Passphrase, {}, key, {}, {{}}}, {Secret(QByteArrayView(text))});
        return answers;
    }

    static SecretQuestion passwordOf(const QString &hop)
    {
        return {SecretQuestion::Kind::Password, hop, {}, {}, {{UntrustedText(), false}}};
    }

    using Spoil = std::function<void(Way &)>;

private Q_SLOTS:
    void initTestCase()
    {
        qunsetenv("SSH_AUTH_SOCK");
        qunsetenv("DISPLAY");
    }

    void failingHop_isNamed_data()
    {
        QTest::addColumn<Spoil>("spoil");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<bool>("atJumpHost");
        const auto row = [](const char *name, Error::Kind kind, bool atJumpHost, const Spoil &spoil) {
            QTest::newRow(name) << spoil << kind << atJumpHost;
        };
        row("jump host takes no key", Error::Kind::Refused, true, [](Way &way) { authorize(way.jump, {}); });
        row("jump host is not there", Error::Kind::Unreachable, true, [](Way &way) { way.jump.stop(); });
        row("jump host has another key", Error::Kind::HostKeyChanged, true, [](Way &way) {
            writeFile(way.server.knownHosts(), "[127.0.0.1]:" + way.jumpPort + ' ' + way.server.hostKeyWords());
        });
        row("server takes no key", Error::Kind::Refused, false, [](Way &way) { authorize(way.server, {}); });
        row("server is not there", Error::Kind::Unreachable, false, [](Way &way) { way.serverPort = freePort(); });
        row("server has another key", Error::Kind::HostKeyChanged, false, [](Way &way) {
            writeFile(way.server.knownHosts(),
                      way.jump.knownHostsLine() + "[127.0.0.1]:" + way.serverPort + ' ' + way.jump.hostKeyWords());
        });
    }
    void failingHop_isNamed()
    {
        QFETCH(Spoil, spoil);
        QFETCH(Error::Kind, kind);
        QFETCH(bool, atJumpHost);
        Way way;
        spoil(way);
        const Error error = errorOf(way.open());
        QVERIFY2(error.kind == kind, qPrintable(error.text()));
        const QString expected = atJumpHost
                                     ? QStringLiteral("Connect to the jump host %1 by OpenSSH").arg(way.jumpLabel())
                                     : QStringLiteral("Connect to %1 through the jump host %2 by OpenSSH")
                                           .arg(way.serverLabel(), way.jumpLabel());
        QCOMPARE(error.tried, expected);
        QVERIFY(std::holds_alternative<std::monostate>(error.question));
    }

    void connection_outlivesWhatTheJumpHostWouldStillSay()
    {
        Way way;
        const auto transport = way.open();
        QVERIFY2(transport, qPrintable(errorOf(transport).text()));
        Command command;
        command.line = "head -c 3000000 /dev/zero";
        for (int turns = 0; turns < 3; ++turns) {
            const auto output = (*transport)->run(command, {});
            QVERIFY2(output, output ? "" : qPrintable(output.error().text()));
            QCOMPARE(output->out.size(), 3'000'000);
        }
    }

    void unknownKeyOfTheServer_isAskedByIt()
    {
        Way way;
        writeFile(way.server.knownHosts(), way.jump.knownHostsLine());
        const Error error = errorOf(way.open());
        QCOMPARE(error.kind, Error::Kind::NeedsAnswer);
        QVERIFY2(error.tried.startsWith(QStringLiteral("Connect to ") + way.serverLabel()), qPrintable(error.tried));
    }

    void wrongPassword_isOfTheHopThatAsked_data()
    {
        QTest::addColumn<bool>("atJumpHost");
        QTest::newRow("jump host") << true;
        QTest::newRow("server") << false;
    }
    void wrongPassword_isOfTheHopThatAsked()
    {
        QFETCH(bool, atJumpHost);
        Way way;
        OpenSshServer &asking = atJumpHost ? way.jump : way.server;
        asking.stop();
        asking.configuration = "PubkeyAuthentication no\nMatch all\n PasswordAuthentication yes";
        QVERIFY(asking.start());
        Answers answers;
        for (const QString &hop : {way.jumpLabel(), way.serverLabel()})
            answers.answer(passwordOf(hop), {Secret("surely not the password")});
        const Error error = errorOf(way.open(answers));
        QVERIFY2(error.kind == Error::Kind::Refused, qPrintable(error.text()));
        const auto *refused = std::get_if<SecretQuestion>(&error.question);
        QVERIFY(refused);
        QCOMPARE(refused->key(), passwordOf(atJumpHost ? way.jumpLabel() : way.serverLabel()).key());
        QCOMPARE(asking.log().count("Failed password"), 1);
    }

    void rightPassphraseOfTheJumpHost_isNotBlamedForTheServer()
    {
        Way way;
        const QString key = lockedKey(way.jump);
        authorize(way.jump, publicKey(key));
        way.jumpKey = key.toUtf8();
        authorize(way.server, {});
        const Error error = errorOf(way.open(passphrase(key, "open sesame")));
        QVERIFY2(error.kind == Error::Kind::Refused, qPrintable(error.text()));
        QVERIFY(error.tried.contains(way.serverLabel()));
        QVERIFY(std::holds_alternative<std::monostate>(error.question));

        const Error wrong = errorOf(way.open(passphrase(key, "wrong")));
        QVERIFY2(wrong.kind == Error::Kind::Refused, qPrintable(wrong.text()));
        const auto *refused = std::get_if<SecretQuestion>(&wrong.question);
        QVERIFY(refused);
        QCOMPARE(refused->subject, key);
        QCOMPARE(refused->hop, way.jumpLabel());
    }

    void oneLockedKeyForBothHops_opensBoth()
    {
        Way way;
        const QString key = lockedKey(way.jump);
        authorize(way.jump, publicKey(key));
        authorize(way.server, publicKey(key));
        way.jumpKey = way.serverKey = key.toUtf8();
        const auto transport = way.open(passphrase(key, "open sesame"));
        QVERIFY2(transport, qPrintable(errorOf(transport).text()));
    }

    /// Its ProxyCommand may not survive a closed standard error: it is left alone, and nobody is blamed.
    void proxyCommandUnderAJumpHost_leavesTheWholeWayNamed()
    {
        Way way;
        way.more = "Host outer\n ProxyCommand exit 1\n";
        const Error error = errorOf(way.open());
        QCOMPARE(error.kind, Error::Kind::Unreachable);
        QVERIFY2(error.tried.contains(way.jumpLabel() + QStringLiteral(" → ") + way.serverLabel()),
                 qPrintable(error.tried));
    }
};

GW_REGISTER_TEST(OpenSshJumpTest)
#include "opensshjumptest.moc"
