// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/shell/script.h"
#include "backend/ssh/opensshmaster.h"
#include "backend/ssh/transport.h"
#include "tests/ssh/opensshserver.h"

#include <QDir>
#include <QFile>
#include <atomic>
#include <string>
#include <thread>

using namespace gw;
using namespace std::chrono_literals;
using gw::test::makeKey;
using gw::test::OpenSshServer;
using gw::test::publicKey;
using gw::test::runs;
using gw::test::writeFile;

namespace {

Result<Route> routeTo(const OpenSshServer &server, const QByteArray &config = {}, const QString &target = {})
{
    RouteOptions options;
    options.transport = TransportKind::OpenSsh;
    options.configFile = server.clientConfig(config);
    return gw::routeTo(*Target::parse(target.isEmpty() ? server.target() : target), options, {});
}

Result<std::unique_ptr<Transport>> connectTo(const OpenSshServer &server, const Answers &answers = {},
                                             const QByteArray &config = {}, const QString &target = {})
{
    const Route route = GW_TRY(routeTo(server, config, target));
    return openTransport(route, answers, {}, {});
}

Result<Output> run(Shell &shell, const QByteArray &line, const QByteArray &input = {})
{
    Command command;
    command.line = line;
    command.input = input;
    return shell.run(command, {});
}

template <typename T>
std::string why(const Result<T> &result)
{
    return result ? std::string() : result.error().text().toStdString();
}

int privateFolders()
{
    const QString parent = qEnvironmentVariable("XDG_RUNTIME_DIR", QStringLiteral("/tmp"));
    return int(QDir(parent).entryList({QStringLiteral("gatewright-*")}, QDir::Dirs).size());
}

} // namespace

class OpenSshTransportTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_runtime;

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_RUNTIME_DIR", m_runtime.path().toLocal8Bit()); // so that folders left behind can be counted
        qunsetenv("SSH_AUTH_SOCK");
        qunsetenv("DISPLAY");
    }
    void cleanup() { QCOMPARE(privateFolders(), 0); } // whatever happened, nothing stays

    void knownServer_runsCommands()
    {
        OpenSshServer server;
        server.makeKnown();
        const auto transport = connectTo(server);
        QVERIFY2(transport, why(transport).c_str());
        QVERIFY((*transport)->isAlive());
        const auto output = run(**transport, "cat; echo err >&2; exit 3", QByteArray("a\0b\n", 4));
        QVERIFY2(output, why(output).c_str());
        QCOMPARE(output->out, QByteArray("a\0b\n", 4));
        QCOMPARE(output->err, QByteArray("err\n"));
        QCOMPARE(output->exitCode, 3);
    }

    void info_saysWhatTheConnectionIs()
    {
        OpenSshServer server;
        server.makeKnown();
        const auto transport = connectTo(server);
        QVERIFY2(transport, why(transport).c_str());
        const ConnectionInfo &info = (*transport)->info();
        QCOMPARE(info.transport, TransportKind::OpenSsh);
        QCOMPARE(info.hostKey, QStringLiteral("ssh-ed25519 ") + server.fingerprint());
        QCOMPARE(info.address, QStringLiteral("127.0.0.1"));
        QCOMPARE(info.user, gw::test::currentUser());
        QVERIFY2(info.authentication.startsWith(u"publickey"), qPrintable(info.authentication));
        QVERIFY(!info.cipher.isEmpty() && !info.keyExchange.isEmpty() && !info.reason.isEmpty());
        QVERIFY(info.serverVersion.raw().startsWith(u"OpenSSH"));
        QVERIFY((*transport)->description().contains(gw::test::currentUser()));
    }

    void manyCommands_shareOneConnection()
    {
        OpenSshServer server;
        server.makeKnown();
        const auto transport = connectTo(server);
        QVERIFY2(transport, why(transport).c_str());
        std::atomic<int> right = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 20; ++i)
                threads.emplace_back([&, i] {
                    const auto output = run(**transport, "sleep 0.1; echo " + QByteArray::number(i));
                    right += output && output->out == QByteArray::number(i) + '\n';
                });
        }
        QCOMPARE(right.load(), 20);
        QCOMPARE(server.log().count("Accepted publickey"), 1);
    }

    void exitCode255_isTheCommandsOwn()
    {
        OpenSshServer server;
        server.makeKnown();
        const auto transport = connectTo(server);
        QVERIFY2(transport, why(transport).c_str());
        QCOMPARE(run(**transport, "exit 255")->exitCode, 255);
    }

    void script_runsInAFrame()
    {
        OpenSshServer server;
        server.makeKnown();
        const auto transport = connectTo(server);
        QVERIFY2(transport, why(transport).c_str());
        Script script;
        script.text = "printf 'a\\000b'; head -c 2000000 /dev/zero; exit 5";
        const auto output = runScript(**transport, script, {}, {});
        QVERIFY2(output, why(output).c_str());
        QCOMPARE(output->exitCode, 5);
        QVERIFY(output->out == QByteArray("a\0b", 3) + QByteArray(2'000'000, '\0'));
    }

    void terminal_passesEveryByteOnceItIsRaw()
    {
        OpenSshServer server;
        server.makeKnown();
        const auto transport = connectTo(server);
        QVERIFY2(transport, why(transport).c_str());
        Command command;
        command.line = "stty raw -echo; printf READY; head -c 11 | od -An -tx1; test -t 0 && echo tty";
        command.terminal = true;
        command.inputAfter = "READY";
        command.input = "\n~.\x04\x03\x13\r\n~?x";
        const auto output = (*transport)->run(command, {});
        QVERIFY2(output, why(output).c_str());
        QVERIFY2(output->out.contains("0a 7e 2e 04 03 13 0d 0a 7e 3f 78"), output->out.constData());
        QVERIFY(output->out.contains("tty"));
    }

    void stop_leavesTheConnectionUsable()
    {
        OpenSshServer server;
        server.makeKnown();
        const auto transport = connectTo(server);
        QVERIFY2(transport, why(transport).c_str());
        std::stop_source source;
        Command command;
        command.line = "echo started; sleep 300";
        const auto output =
            (*transport)->run(command, source.get_token(), [&](QByteArrayView) { source.request_stop(); });
        QVERIFY(!output);
        QCOMPARE(output.error().kind, Error::Kind::Cancelled);
        QCOMPARE(run(**transport, "echo still here")->out, QByteArray("still here\n"));
    }

    void lostMaster_isUnreachableAndNeverReplaced()
    {
        OpenSshServer server;
        server.makeKnown();
        const auto transport = connectTo(server);
        QVERIFY2(transport, why(transport).c_str());
        const auto output =
            run(**transport, "kill $PPID; sleep 5; echo survived"); // ends sshd's side of the connection
        QVERIFY(!output);
        QCOMPARE(output.error().kind, Error::Kind::Unreachable);
        QTRY_VERIFY(!(*transport)->isAlive());
        const auto again = run(**transport, "echo x");
        QVERIFY(!again);
        QCOMPARE(again.error().kind, Error::Kind::Unreachable);
        QCOMPARE(server.log().count("Accepted publickey"), 1);
    }

    void close_endsTheMaster()
    {
        OpenSshServer server;
        server.makeKnown();
        const auto transport = connectTo(server);
        QVERIFY2(transport, why(transport).c_str());
        (*transport)->close();
        QVERIFY(!(*transport)->isAlive());
        QVERIFY(!run(**transport, "echo x"));
        QTRY_VERIFY(server.log().contains("Disconnected from") || server.log().contains("Connection closed"));
    }

    void masterOfADeadProgram_isEndedAndItsFolderRemoved()
    {
        OpenSshServer server;
        server.makeKnown();
        const QString folder = m_runtime.filePath(QStringLiteral("gatewright-abcdef"));
        QVERIFY(QDir().mkdir(folder));
        writeFile(folder + QStringLiteral("/owner"), {}); // nobody holds its lock
        const QString socket = folder + QStringLiteral("/master");
        QVERIFY(runs(QStringLiteral("ssh"),
                     {QStringLiteral("-F"), server.clientConfig({}), QStringLiteral("-S"), socket, QStringLiteral("-M"),
                      QStringLiteral("-N"), QStringLiteral("-f"), QStringLiteral("-E"), QStringLiteral("/dev/null"),
                      QStringLiteral("-p"), QString::number(server.port()), QStringLiteral("127.0.0.1")}));
        QVERIFY(QFile::exists(socket));
        gw::endOrphanedMasters();
        QVERIFY(!QFile::exists(folder));
        QTRY_VERIFY(server.log().contains("Disconnected from"));
    }

    void masterInUse_isLeftAlone()
    {
        OpenSshServer server;
        server.makeKnown();
        const auto transport = connectTo(server);
        QVERIFY2(transport, why(transport).c_str());
        gw::endOrphanedMasters();
        QVERIFY((*transport)->isAlive());
        QCOMPARE(run(**transport, "exit 3")->exitCode, 3);
    }

    void unknownHostKey_isAQuestionAndThenRemembered()
    {
        OpenSshServer server;
        const auto asked = connectTo(server);
        QVERIFY(!asked);
        QCOMPARE(asked.error().kind, Error::Kind::NeedsAnswer);
        const auto *question = std::get_if<HostKeyQuestion>(&asked.error().question);
        QVERIFY(question);
        QCOMPARE(question->fingerprint, server.fingerprint());
        QCOMPARE(question->keyType, QStringLiteral("ED25519"));
        QCOMPARE(question->address, QStringLiteral("127.0.0.1"));
        QCOMPARE(question->hop, QStringLiteral("127.0.0.1:%1").arg(server.port()));
        QVERIFY(!QFile::exists(server.knownHosts()));

        Answers answers;
        answers.accept(*question);
        {
            const auto transport = connectTo(server, answers);
            QVERIFY2(transport, why(transport).c_str());
        }
        QFile known(server.knownHosts());
        QVERIFY(known.open(QIODevice::ReadOnly));
        QVERIFY(known.readAll().contains(server.hostKeyWords().trimmed()));
        const auto again = connectTo(server);
        QVERIFY2(again, why(again).c_str());
    }

    void anotherAcceptedFingerprint_isNotEnough()
    {
        OpenSshServer server;
        Answers answers;
        answers.accept({QStringLiteral("127.0.0.1:%1").arg(server.port()),
                        QStringLiteral("ED25519"),
                        QStringLiteral("SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
                        {}});
        const auto asked = connectTo(server, answers);
        QVERIFY(!asked);
        QCOMPARE(asked.error().kind, Error::Kind::NeedsAnswer);
    }

    void strictCheckingSwitchedOff_isNotBelieved()
    {
        OpenSshServer server;
        const auto asked = connectTo(server, {}, "StrictHostKeyChecking no\n");
        QVERIFY(!asked);
        QCOMPARE(asked.error().kind, Error::Kind::NeedsAnswer);
    }

    void changedHostKey_isRefused()
    {
        OpenSshServer server;
        OpenSshServer other;
        writeFile(server.knownHosts(), "[127.0.0.1]:" + QByteArray::number(server.port()) + ' ' + other.hostKeyWords());
        const auto refused = connectTo(server);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::HostKeyChanged);
        QVERIFY2(refused.error().cause.contains(server.fingerprint()), qPrintable(refused.error().text()));
        QVERIFY2(refused.error().cause.contains(other.fingerprint()), qPrintable(refused.error().text()));
        QVERIFY(refused.error().cause.contains(QStringLiteral("known_hosts:1")));
        const QString remove =
            QStringLiteral("ssh-keygen -f %1 -R '[127.0.0.1]:%2'").arg(server.knownHosts()).arg(server.port());
        QVERIFY2(refused.error().advice.contains(remove), qPrintable(refused.error().advice));
        QVERIFY2(refused.error().advice.contains(server.fingerprint()), qPrintable(refused.error().advice));
    }

    void revokedHostKey_isRefused()
    {
        OpenSshServer server;
        writeFile(server.knownHosts(), "@revoked " + server.knownHostsLine());
        const auto refused = connectTo(server);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::HostKeyRevoked);
    }

    void hostCertificate_provesTheHost()
    {
        OpenSshServer authority, server;
        // The authority signs the server's key; the known hosts name only the authority.
        const QString key = server.hostKey();
        QVERIFY(runs(QStringLiteral("ssh-keygen"),
                     {QStringLiteral("-q"), QStringLiteral("-s"), authority.hostKey(), QStringLiteral("-I"),
                      QStringLiteral("lab"), QStringLiteral("-h"), QStringLiteral("-n"), QStringLiteral("127.0.0.1"),
                      key + QStringLiteral(".pub")}));
        server.stop();
        server.configuration = "HostCertificate " + key.toUtf8() + "-cert.pub";
        QVERIFY(server.start());
        writeFile(server.knownHosts(), "@cert-authority [127.0.0.1]:* " + authority.hostKeyWords());
        RouteOptions automatic;
        automatic.configFile = server.clientConfig({});
        const auto route = gw::routeTo(*Target::parse(server.target()), automatic, {});
        QVERIFY2(route, why(route).c_str());
        QCOMPARE(route->transport, TransportKind::OpenSsh);
        const auto transport = openTransport(*route, {}, {}, {});
        QVERIFY2(transport, why(transport).c_str());
        QCOMPARE(run(**transport, "echo x")->out, QByteArray("x\n"));
    }

    void proxyCommand_isUsed()
    {
        OpenSshServer server;
        server.makeKnown();
        const QByteArray port = QByteArray::number(server.port());
        const QByteArray config = "Host behind\n HostName 127.0.0.1\n Port " + port +
                                  "\n ProxyCommand ssh -F none -i " + server.clientKey().toUtf8() +
                                  " -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -p " + port +
                                  " -W %h:%p 127.0.0.1\n";
        RouteOptions automatic;
        automatic.configFile = server.clientConfig(config);
        const auto route = gw::routeTo(*Target::parse(QStringLiteral("behind")), automatic, {});
        QVERIFY2(route, why(route).c_str());
        QCOMPARE(route->transport, TransportKind::OpenSsh);
        const auto transport = openTransport(*route, {}, {}, {});
        QVERIFY2(transport, why(transport).c_str());
        QCOMPARE(run(**transport, "echo behind")->out, QByteArray("behind\n"));
        QCOMPARE(server.log().count("Accepted publickey"), 2);
    }

    /// The way of "Confirm user presence for key …": ssh, or a program that it starts, has it shown and taken back.
    void noticeOfSsh_isPassedOnAndTakenBack()
    {
        OpenSshServer server;
        server.makeKnown();
        const QByteArray port = QByteArray::number(server.port());
        const QByteArray seen = server.file(QStringLiteral("seen")).toUtf8();
        const QString script = server.file(QStringLiteral("proxy"));
        writeFile(script,
                  "wait_for() { while [ \"$(cat " + seen +
                      ")\" != \"$1\" ]; do sleep 0.05; done; }\n"
                      "SSH_ASKPASS_PROMPT=none \"$SSH_ASKPASS\" 'Confirm user presence for key X' & wait_for 1\n"
                      "kill $!; wait_for 2\nexec ssh -F none -i " +
                      server.clientKey().toUtf8() + " -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -p " +
                      port + " -W \"$1:$2\" 127.0.0.1\n");
        writeFile(QFile::decodeName(seen), "0");
        const auto route = routeTo(server, "ProxyCommand sh " + script.toUtf8() + " %h %p\n");
        QVERIFY2(route, why(route).c_str());
        QList<UntrustedText> notices; // of one thread, and read when that has ended
        ConnectOptions options;
        options.timeout = 60s;
        options.notice = [&](const UntrustedText &notice) {
            notices.append(notice);
            writeFile(QFile::decodeName(seen), QByteArray::number(notices.size()));
        };
        const auto transport = openTransport(*route, {}, options, {});
        QVERIFY2(transport, why(transport).c_str());
        QCOMPARE(notices, (QList<UntrustedText>{UntrustedText(QStringLiteral("Confirm user presence for key X")), {}}));
        QCOMPARE(run(**transport, "echo touched")->out, QByteArray("touched\n"));
    }

    void jumpHosts_askEachForItself()
    {
        OpenSshServer jump, server;
        const QByteArray config = "Host inner\n HostName 127.0.0.1\n Port " + QByteArray::number(server.port()) +
                                  "\n ProxyJump outer\nHost outer\n HostName 127.0.0.1\n Port " +
                                  QByteArray::number(jump.port()) + "\n IdentityFile " + jump.clientKey().toUtf8() +
                                  "\n StrictHostKeyChecking no\n";
        Answers answers;
        QStringList asked;
        for (int round = 0; round < 2; ++round) {
            const auto open = connectTo(server, answers, config, QStringLiteral("inner"));
            QVERIFY(!open);
            QVERIFY2(std::holds_alternative<HostKeyQuestion>(open.error().question), why(open).c_str());
            answers.accept(std::get<HostKeyQuestion>(open.error().question));
            asked += std::get<HostKeyQuestion>(open.error().question).hop;
        }
        QCOMPARE(asked, (QStringList{QStringLiteral("outer:%1").arg(jump.port()),
                                     QStringLiteral("inner:%1").arg(server.port())}));
        const auto transport = connectTo(server, answers, config, QStringLiteral("inner"));
        QVERIFY2(transport, why(transport).c_str());
        QCOMPARE(run(**transport, "echo inside")->out, QByteArray("inside\n"));
        QCOMPARE((*transport)->info().hostKey, QStringLiteral("ssh-ed25519 ") + server.fingerprint());
    }

    void encryptedKey_asksForItsPassphrase()
    {
        OpenSshServer server;
        server.makeKnown();
        const QString key = makeKey(server.folder(), QStringLiteral("locked_key"), QStringLiteral("ed25519"),
                                    QStringLiteral("open sesame"), 0, {QStringLiteral("-a"), QStringLiteral("4")});
        writeFile(server.file(QStringLiteral("authorized_keys")), publicKey(key));
        const QByteArray config = "IdentityFile " + key.toUtf8() + "\nPasswordAuthentication no\n";

        const auto asked = connectTo(server, {}, config);
        QVERIFY(!asked);
        QCOMPARE(asked.error().kind, Error::Kind::NeedsAnswer);
        const auto *question = std::get_if<SecretQuestion>(&asked.error().question);
        QVERIFY(question);
        QCOMPARE(question->kind, SecretQuestion::Kind::Passphrase);
        QCOMPARE(question->subject, key);

        Answers wrong;
        wrong.answer(*question, {Secret(QByteArrayView("wrong"))});
        const auto refused = connectTo(server, wrong, config);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Refused);

        Answers right;
        right.answer(*question, {Secret(QByteArrayView("open sesame"))});
        const auto transport = connectTo(server, right, config);
        QVERIFY2(transport, why(transport).c_str());
        QCOMPARE(run(**transport, "echo in")->out, QByteArray("in\n"));
    }

    void strangerKey_isRefused()
    {
        OpenSshServer server(OpenSshServer::ClientKey::Stranger);
        server.makeKnown();
        const auto refused = connectTo(server);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Refused);
        QVERIFY2(refused.error().cause.contains(u"publickey"), qPrintable(refused.error().text()));
    }

    void passwordServer_asksAndIsNeverSentAnEmptyOne()
    {
        OpenSshServer server(OpenSshServer::ClientKey::Stranger, "Match all\n PasswordAuthentication yes");
        server.makeKnown();
        const auto asked = connectTo(server);
        QVERIFY(!asked);
        QCOMPARE(asked.error().kind, Error::Kind::NeedsAnswer);
        const auto *question = std::get_if<SecretQuestion>(&asked.error().question);
        QVERIFY(question);
        QCOMPARE(question->kind, SecretQuestion::Kind::Password);
        QCOMPARE(question->hop, server.target());
        QVERIFY(!server.log().contains("Failed password"));

        Answers wrong;
        wrong.answer(*question, {Secret(QByteArrayView("surely not the password"))});
        const auto refused = connectTo(server, wrong);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Refused);
        QCOMPARE(server.log().count("Failed password"), 1);
        QVERIFY(!refused.error().text().contains(QStringLiteral("surely not")));
    }

    void nameThatLooksLikeAnOption_staysAName()
    {
        OpenSshServer server;
        const QString trap = server.file(QStringLiteral("trap"));
        Route route = *routeTo(server);
        route.target.host = QStringLiteral("-oProxyCommand=touch %1").arg(trap); // as if Target::parse had let it pass
        QVERIFY(!openTransport(route, {}, {}, {}));
        QVERIFY(!QFile::exists(trap));
    }

    void secrets_areInNoCommandLineAndNoEnvironment()
    {
        OpenSshServer server;
        server.makeKnown();
        const QString key = makeKey(server.folder(), QStringLiteral("locked_key"), QStringLiteral("ed25519"),
                                    QStringLiteral("GWCANARY"), 0, {QStringLiteral("-a"), QStringLiteral("4")});
        writeFile(server.file(QStringLiteral("authorized_keys")), publicKey(key) + publicKey(server.clientKey()));
        // The ProxyCommand is a child of ssh: it sees what ssh's children see, and what ssh was started with.
        const QByteArray seen = server.file(QStringLiteral("seen")).toUtf8();
        const QByteArray script = server.file(QStringLiteral("proxy")).toUtf8();
        writeFile(QFile::decodeName(script), "cat /proc/$PPID/environ /proc/$PPID/cmdline >" + seen +
                                                 "\nexec ssh -F none -i " + server.clientKey().toUtf8() +
                                                 " -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -p " +
                                                 QByteArray::number(server.port()) + " -W \"$1:$2\" 127.0.0.1\n");
        const QByteArray config = "IdentityFile " + key.toUtf8() + "\nProxyCommand sh " + script + " %h %p\n";
        Answers answers;
        answers.answer({SecretQuestion::Kind::Passphrase, {}, key, {}, {{}}}, {Secret(QByteArrayView("GWCANARY"))});
        const auto transport = connectTo(server, answers, config);
        QVERIFY2(transport, why(transport).c_str());
        QFile file(QFile::decodeName(seen));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray everything = file.readAll();
        QVERIFY2(everything.contains("GATEWRIGHT_ASKPASS_SOCKET="), everything.constData());
        QVERIFY(!everything.contains("GWCANARY"));
    }

    void nobodyThere_isUnreachable()
    {
        OpenSshServer server;
        server.makeKnown();
        server.stop();
        const auto refused = connectTo(server);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Unreachable);
        QVERIFY2(refused.error().cause.contains(u"refused"), qPrintable(refused.error().text()));
    }

    void stopWhileConnecting_endsAtOnce()
    {
        OpenSshServer server;
        server.makeKnown();
        std::stop_source source;
        const auto route = routeTo(server, "ProxyCommand sleep 300\n");
        QVERIFY2(route, why(route).c_str());
        std::jthread stopper([&] {
            std::this_thread::sleep_for(300ms);
            source.request_stop();
        });
        const auto stopped = openTransport(*route, {}, {}, source.get_token());
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, Error::Kind::Cancelled);
    }

    void silentServer_timesOut()
    {
        OpenSshServer server;
        server.makeKnown();
        const auto route = routeTo(server, "ProxyCommand sleep 300\n");
        QVERIFY2(route, why(route).c_str());
        ConnectOptions options;
        options.timeout = 1s;
        const auto late = openTransport(*route, {}, options, {});
        QVERIFY(!late);
        QVERIFY2(late.error().kind == Error::Kind::TimedOut || late.error().kind == Error::Kind::Unreachable,
                 why(late).c_str());
    }
};

GW_REGISTER_TEST(OpenSshTransportTest)
#include "opensshtransporttest.moc"
