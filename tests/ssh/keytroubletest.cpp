// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ssh/keytrouble.h"

#include "backend/ssh/opensshlog.h"
#include "tests/ssh/opensshserver.h"

#include <QDir>
#include <QFile>

using namespace gw;
using gw::test::makeKey;
using gw::test::OpenSshServer;
using gw::test::writeFile;

/// What became of each key, in the words of both transports.
class KeyTroubleTest : public QObject {
    Q_OBJECT

    static void transports()
    {
        QTest::addColumn<int>("transport");
        QTest::newRow("libssh") << int(TransportKind::Libssh);
        QTest::newRow("OpenSSH") << int(TransportKind::OpenSsh);
    }

    /// Connects with these keys; `more` stands first in ssh's configuration.
    static Result<std::unique_ptr<Transport>> connectTo(const OpenSshServer &server, int transport,
                                                        const QStringList &keys, const Answers &answers = {},
                                                        const QByteArray &more = {})
    {
        RouteOptions options;
        options.transport = TransportKind(transport);
        QByteArray config = more;
        for (const QString &key : keys)
            config += "\nIdentityFile " + key.toUtf8();
        options.configFile = server.clientConfig(config);
        return openTransport(GW_TRY(routeTo(*Target::parse(server.target()), options, {})), answers, {}, {});
    }

    static QString remarkOf(const Error &error)
    {
        const auto *question = std::get_if<SecretQuestion>(&error.question);
        return question ? question->remark : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        qunsetenv("SSH_AUTH_SOCK");
        qunsetenv("DISPLAY");
    }

    void trouble_isNamedWithTheFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("key"));
        QCOMPARE(keyTrouble(path), path + QStringLiteral(": no such file"));
        makeKey(folder.path(), QStringLiteral("key"));
        QCOMPARE(keyTrouble(path), QString());
        QVERIFY(keyTrouble(path + QStringLiteral(".pub")).contains(u"public half"));
        writeFile(path, "garbage\n");
        QCOMPARE(keyTrouble(path), path + QStringLiteral(": not a private key"));
        writeFile(path, "PuTTY-User-Key-File-3: ssh-ed25519\n");
        QVERIFY(keyTrouble(path).contains(u"PuTTY"));
        QFile::remove(path);
        QCOMPARE(keyTrouble(path), QString()); // the public half alone is for the agent
    }

    void homeFolder_isATilde()
    {
        QCOMPARE(keyTrouble(QDir::homePath() + QStringLiteral("/no-such-key")),
                 QStringLiteral("~/no-such-key: no such file"));
        HopSettings hop;
        hop.identityFiles = {QDir::homePath() + QStringLiteral("/.ssh/id_none"), QStringLiteral("~/no-such-key"),
                             QStringLiteral("none")};
        QCOMPARE(missingKeys(hop), QStringList{QStringLiteral("~/no-such-key: no such file")});
    }

    void passwordQuestion_tellsWhatBecameOfEachKey_data() { transports(); }
    void passwordQuestion_tellsWhatBecameOfEachKey()
    {
        QFETCH(int, transport);
        OpenSshServer server(OpenSshServer::ClientKey::Stranger, "Match all\n PasswordAuthentication yes");
        server.makeKnown();
        const QString missing = server.file(QStringLiteral("missing"));
        const QString garbage = server.file(QStringLiteral("garbage"));
        writeFile(garbage, "garbage\n");
        QFile::setPermissions(garbage, QFile::ReadOwner);
        const auto asked = connectTo(server, transport, {missing, garbage});
        QVERIFY(!asked);
        QCOMPARE(asked.error().kind, Error::Kind::NeedsAnswer);
        const QString remark = remarkOf(asked.error());
        QVERIFY2(remark.contains(missing + QStringLiteral(": no such file")), qPrintable(remark));
        QVERIFY2(remark.contains(garbage + QStringLiteral(": not a private key")), qPrintable(remark));
        QVERIFY2(remark.contains(server.clientKey() + QStringLiteral(": the server did not take it")),
                 qPrintable(remark));
        QVERIFY2(asked.error().cause.endsWith(remark), qPrintable(asked.error().cause));
    }

    void shortRsaKey_isToldByLibssh()
    {
        OpenSshServer server(OpenSshServer::ClientKey::Stranger, "Match all\n PasswordAuthentication yes");
        server.makeKnown();
        const QString key = makeKey(server.folder(), QStringLiteral("short"), QStringLiteral("rsa"), {}, 1024);
        const auto asked = connectTo(server, int(TransportKind::Libssh), {key});
        QVERIFY(!asked);
        QVERIFY2(remarkOf(asked.error()).contains(u"1024"), qPrintable(asked.error().text()));
        QVERIFY2(remarkOf(asked.error()).contains(u"too short"), qPrintable(asked.error().text()));
    }

    void keysAloneThatAreRefused_areNamedInTheRefusal_data() { transports(); }
    void keysAloneThatAreRefused_areNamedInTheRefusal()
    {
        QFETCH(int, transport);
        OpenSshServer server(OpenSshServer::ClientKey::Stranger);
        server.makeKnown();
        const QString missing = server.file(QStringLiteral("missing"));
        const auto refused = connectTo(server, transport, {missing});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Refused);
        QVERIFY2(refused.error().text().contains(missing + QStringLiteral(": no such file")),
                 qPrintable(refused.error().text()));
        QVERIFY2(refused.error().text().contains(u"client_key"), qPrintable(refused.error().text()));
    }

    void keyThatOpensTheDoor_leavesNoRemark()
    {
        const QString log = QStringLiteral("debug1: Offering public key: /k ED25519 SHA256:abc explicit\n"
                                           "debug1: Server accepts key: /k ED25519 SHA256:abc explicit\n");
        QCOMPARE(keyTroublesIn(log), QStringList());
    }

    void knownHostsThatCannotBeWritten_areAWarningAndNoObstacle_data() { transports(); }
    void knownHostsThatCannotBeWritten_areAWarningAndNoObstacle()
    {
        QFETCH(int, transport);
        OpenSshServer server;
        const QByteArray elsewhere = "UserKnownHostsFile /proc/no-known-hosts";
        Answers answers;
        auto opened = connectTo(server, transport, {}, answers, elsewhere);
        QVERIFY(!opened);
        const auto *question = std::get_if<HostKeyQuestion>(&opened.error().question);
        QVERIFY2(question, qPrintable(opened.error().text()));
        answers.accept(*question);
        opened = connectTo(server, transport, {}, answers, elsewhere);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().text()));
        const QStringList &warnings = (*opened)->info().warnings;
        QCOMPARE(warnings.size(), 1);
        QVERIFY2(warnings.first().contains(u"/proc/no-known-hosts"), qPrintable(warnings.first()));
    }
};

GW_REGISTER_TEST(KeyTroubleTest)
#include "keytroubletest.moc"
