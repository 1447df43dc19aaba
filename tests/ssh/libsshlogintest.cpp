// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ssh/loopbacksshd.h"
#include "tests/ssh/rawserver.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QProcess>
#include <thread>

using namespace gw;
using namespace gw::test;
using Misdeed = Manners::Misdeed;

/// Every way of logging in.
class LibsshLoginTest : public QObject {
    Q_OBJECT

    LoopbackSshd m_sshd;
    QTemporaryDir m_folder;
    QByteArray m_knownHosts;

    QString key(const QByteArray &name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    Result<std::unique_ptr<Transport>> open(const HopSettings &hop, const Answers &given = {}) const
    {
        Answers answers = given;
        return openAccepting(routeOver({hop}), answers);
    }

    HopSettings hop(const QString &identity) const { return m_sshd.hop(identity, key("known_hosts")); }

    QString authenticationBy(const HopSettings &hop, const Answers &answers = {}) const
    {
        const auto opened = open(hop, answers);
        return opened ? (*opened)->info().authentication : opened.error().text();
    }

    HopSettings rawHop(const RawServer &server) const
    {
        HopSettings hop;
        hop.alias = hop.host = QStringLiteral("127.0.0.1");
        hop.user = QStringLiteral("somebody");
        hop.port = server.port();
        hop.identityAgent = QStringLiteral("none");
        hop.userKnownHosts = {m_folder.filePath(QStringLiteral("raw_%1").arg(server.port()))};
        return hop;
    }

    /// Answers every question of the server, at most ten.
    Result<std::unique_ptr<Transport>> openAnswering(const HopSettings &hop, const QMap<QString, QByteArray> &known,
                                                     QList<SecretQuestion> *asked = nullptr) const
    {
        Answers answers;
        for (int i = 0; i < 10; ++i) {
            auto opened = openAccepting(routeOver({hop}), answers);
            const auto *question = opened ? nullptr : std::get_if<SecretQuestion>(&opened.error().question);
            if (!question || opened.error().kind != Error::Kind::NeedsAnswer)
                return opened;
            if (asked)
                asked->append(*question);
            QList<Secret> given;
            for (const SecretQuestion::Prompt &prompt : question->prompts)
                given.append(Secret(known.value(prompt.text.raw(), "?")));
            answers.answer(*question, given);
        }
        return Error{};
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = LoopbackSshd::missing(); !missing.isEmpty())
            skipAll(missing);
        const auto make = [&](const char *name, const char *type, int bits = 0, const char *passphrase = "",
                              QStringList more = {}) {
            m_sshd.authorizedKeys +=
                publicKey(makeKey(m_folder.path(), QString::fromLatin1(name), QString::fromLatin1(type),
                                  QString::fromLatin1(passphrase), bits, more));
        };
        make("ed25519", "ed25519");
        make("rsa2048", "rsa", 2048);
        make("rsapem", "rsa", 2048, "", {QStringLiteral("-m"), QStringLiteral("PEM")});
        make("ecdsa256", "ecdsa", 256);
        make("ecdsa384", "ecdsa", 384);
        make("ecdsa521", "ecdsa", 521);
        make("locked", "ed25519", 0, "open sesame");
        make("lockedrsa", "rsa", 2048, "open sesame");
        make("lockedpem", "rsa", 2048, "open sesame", {QStringLiteral("-m"), QStringLiteral("PEM")});
        make("weak", "rsa", 1024);
        makeKey(m_folder.path(), QStringLiteral("stranger"));
        makeKey(m_folder.path(), QStringLiteral("lockedstranger"), QStringLiteral("ed25519"), QStringLiteral("other"));
        makeKey(m_folder.path(), QStringLiteral("ca"));
        m_sshd.configuration = "TrustedUserCAKeys " + key("ca.pub").toUtf8() + '\n';
        QVERIFY(m_sshd.start());
    }

    void everyKindOfKeyFile_works_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name : {"ed25519", "rsa2048", "rsapem", "ecdsa256", "ecdsa384", "ecdsa521"})
            QTest::newRow(name) << QByteArray(name);
    }

    void everyKindOfKeyFile_works()
    {
        QFETCH(const QByteArray, name);
        QCOMPARE(authenticationBy(hop(key(name))), u"publickey " + QString::fromLatin1(name));
    }

    void keyWithoutItsPublicFile_works()
    {
        QVERIFY(QFile::copy(key("ecdsa256"), key("alone")));
        QCOMPARE(authenticationBy(hop(key("alone"))), QStringLiteral("publickey alone"));
    }

    void lockedKey_asksForItsPassphraseByName_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name : {"locked", "lockedrsa", "lockedpem"})
            QTest::newRow(name) << QByteArray(name);
    }

    void lockedKey_asksForItsPassphraseByName()
    {
        QFETCH(const QByteArray, name);
        const auto first = open(hop(key(name)));
        QVERIFY(!first);
        QCOMPARE(first.error().kind, Error::Kind::NeedsAnswer);
        const auto *question = std::get_if<SecretQuestion>(&first.error().question);
        QVERIFY(question);
        QCOMPARE(question->kind, SecretQuestion::Kind::Passphrase);
        QCOMPARE(question->subject, key(name));
        QCOMPARE(question->hop, hop({}).label());

        Answers wrong;
        wrong.answer(*question, {Secret("wrong")});
        const auto second = open(hop(key(name)), wrong);
        QVERIFY(!second);
        QCOMPARE(second.error().kind, Error::Kind::NeedsAnswer);
        QVERIFY2(second.error().cause.contains(QStringLiteral("does not open")), qPrintable(second.error().cause));

        Answers right;
        right.answer(*question, {Secret("open sesame")});
        QCOMPARE(authenticationBy(hop(key(name)), right), u"publickey " + QString::fromLatin1(name));
    }

    void lockedKeyTheServerDoesNotWant_isNotAskedFor()
    {
        const auto opened = open(hop(key("lockedstranger")));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Error::Kind::Refused);
    }

    void keyThatNeedsNoAnswer_isTriedBeforeAsking()
    {
        HopSettings settings = hop(key("locked"));
        settings.identityFiles += key("ed25519");
        QCOMPARE(authenticationBy(settings), QStringLiteral("publickey ed25519"));
    }

    void strangersKey_isRefusedWithWhatTheServerAccepts()
    {
        const auto opened = open(hop(key("stranger")));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Error::Kind::Refused);
        QVERIFY2(opened.error().cause.contains(QStringLiteral("publickey stranger")), qPrintable(opened.error().cause));
        QVERIFY2(opened.error().advice.contains(QStringLiteral("publickey")), qPrintable(opened.error().advice));
    }

    void weakRsaKey_isNotUsed()
    {
        const auto opened = open(hop(key("weak")));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Error::Kind::Refused);
    }

    void damagedKeyFile_isNamed()
    {
        writeFile(key("damaged"), "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n");
        const auto opened = open(hop(key("damaged")));
        QVERIFY(!opened);
        QVERIFY2(opened.error().text().contains(key("damaged")), qPrintable(opened.error().text()));
    }

    void manyKeys_stayBelowTheServersLimit()
    {
        HopSettings settings = hop({});
        for (int i = 0; i < 8; ++i)
            settings.identityFiles += makeKey(m_folder.path(), QStringLiteral("many%1").arg(i));
        const auto opened = open(settings);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Error::Kind::Refused); // and not cut off for too many tries
    }

    void certificateBesideTheKey_isUsedByItself()
    {
        const QString certified = makeKey(m_folder.path(), QStringLiteral("certified"));
        QVERIFY(runs(QStringLiteral("ssh-keygen"),
                     {QStringLiteral("-q"), QStringLiteral("-s"), key("ca"), QStringLiteral("-I"),
                      QStringLiteral("test"), QStringLiteral("-n"), currentUser(), certified + u".pub"}));
        QCOMPARE(authenticationBy(hop(certified)), QStringLiteral("publickey certified-cert.pub"));
    }

    void certificateFile_isJoinedWithItsKey()
    {
        for (const char *name : {"elsewhere", "elsewherersa"}) {
            const bool isRsa = QByteArray(name).endsWith("rsa");
            const QString made = makeKey(m_folder.path(), QString::fromLatin1(name),
                                         isRsa ? QStringLiteral("rsa") : QStringLiteral("ecdsa"));
            QVERIFY(runs(QStringLiteral("ssh-keygen"),
                         {QStringLiteral("-q"), QStringLiteral("-s"), key("ca"), QStringLiteral("-I"),
                          QStringLiteral("test"), QStringLiteral("-n"), currentUser(), made + u".pub"}));
            QVERIFY(QFile::rename(made + u"-cert.pub", made + u".certificate"));
            HopSettings settings = hop(made);
            settings.certificateFiles = {key("certified-cert.pub"), made + u".certificate"};
            QCOMPARE(authenticationBy(settings), u"publickey " + QString::fromLatin1(name) + u".certificate");
        }
    }

    void agentsKeys_areUsed()
    {
        const LoopbackAgent agent(m_folder.path());
        for (const char *name : {"stranger", "ed25519"})
            QVERIFY(agent.add(key(name)));
        HopSettings settings = hop({});
        settings.identityAgent = agent.socket();
        QCOMPARE(authenticationBy(settings), QStringLiteral("agent ed25519"));
        settings.identityAgent = QStringLiteral("none");
        QVERIFY(!open(settings));
    }

    void agentWithManyKeys_showsTheConfiguredOnesOnly()
    {
        const LoopbackAgent agent(m_folder.path());
        for (int i = 0; i < 8; ++i)
            QVERIFY(agent.add(makeKey(m_folder.path(), QStringLiteral("crowd%1").arg(i))));
        QVERIFY(agent.add(key("rsa2048")));
        HopSettings settings = hop({});
        settings.identityAgent = agent.socket();
        const auto crowd = open(settings);
        QVERIFY(!crowd); // the fitting key is the ninth
        QCOMPARE(crowd.error().kind, Error::Kind::Refused);
        // Named by its public part it comes first, and with IdentitiesOnly alone.
        QVERIFY(QFile::copy(key("rsa2048.pub"), key("onlypublic.pub")));
        settings.identityFiles = {key("onlypublic")};
        QCOMPARE(authenticationBy(settings), QStringLiteral("agent rsa2048"));
        settings.identitiesOnly = true;
        QCOMPARE(authenticationBy(settings), QStringLiteral("agent rsa2048"));
        settings.identityFiles = {key("stranger")};
        QVERIFY(!open(settings));
        settings.identitiesOnly = false;
        settings.identityFiles = {key("ed25519")}; // a file outside a crowded agent still gets its turn
        QCOMPARE(authenticationBy(settings), QStringLiteral("publickey ed25519"));
    }

    void agentsCertificate_isUsed()
    {
        const LoopbackAgent agent(m_folder.path());
        const QString certified = makeKey(m_folder.path(), QStringLiteral("agentcert"));
        QVERIFY(runs(QStringLiteral("ssh-keygen"),
                     {QStringLiteral("-q"), QStringLiteral("-s"), key("ca"), QStringLiteral("-I"),
                      QStringLiteral("test"), QStringLiteral("-n"), currentUser(), certified + u".pub"}));
        QVERIFY(agent.add(certified));
        HopSettings settings = hop({});
        settings.identityAgent = agent.socket();
        QCOMPARE(authenticationBy(settings), QStringLiteral("agent agentcert"));
    }

    void deadAgent_isNoReasonToFail()
    {
        HopSettings settings = hop(key("ed25519"));
        settings.identityAgent = key("no-such-socket");
        QCOMPARE(authenticationBy(settings), QStringLiteral("publickey ed25519"));
    }

    void hangingAgent_isGivenUpAtAStop()
    {
        const QString path = key("hanging");
        QProcess hanging; // takes the connection, never answers
        hanging.start(QStringLiteral("python3"),
                      {QStringLiteral("-c"),
                       QStringLiteral("import "
                                      "socket,sys,time\ns=socket.socket(socket.AF_UNIX)\ns.bind(sys.argv[1])\ns.listen("
                                      ")\nprint('up',flush=True)\nc,_=s.accept()\ntime.sleep(600)"),
                       path});
        if (!hanging.waitForReadyRead(60'000))
            QSKIP("needs python3");
        HopSettings settings = hop(key("ed25519"));
        settings.identityAgent = path;
        std::stop_source source;
        std::jthread stopper([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(700));
            source.request_stop();
        });
        ConnectOptions options;
        options.timeout = std::chrono::seconds(300);
        Answers answers;
        const auto opened = openAccepting(routeOver({settings}), answers, options, source.get_token());
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Error::Kind::Cancelled);
        hanging.kill();
        hanging.waitForFinished();
    }

    void securityKeyWithoutAgent_pointsToOpenSsh()
    {
        // The public half of an sk key; the private half never leaves its device.
        writeFile(
            key("sk.pub"),
            "sk-ssh-ed25519@openssh.com " +
                QByteArray(QByteArray::fromHex("0000001a736b2d7373682d65643235353139406f70656e7373682e636f6d00000020") +
                           QByteArray(32, 'k') + QByteArray::fromHex("000000047373683a"))
                    .toBase64() +
                " sk\n");
        writeFile(key("sk"), "a key handle");
        const auto opened = open(hop(key("sk")));
        QVERIFY(!opened);
        QVERIFY2(opened.error().kind == Error::Kind::Unsupported, qPrintable(opened.error().text()));
        QVERIFY(opened.error().advice.contains(QStringLiteral("OpenSSH")));
    }

    void password_isAskedForThenUsedOnce()
    {
        Manners manners;
        manners.password = "correct horse";
        const RawServer server(manners);
        QList<SecretQuestion> asked;
        const auto opened = openAnswering(rawHop(server), {{QStringLiteral("Password"), "correct horse"}}, &asked);
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().text()));
        QCOMPARE((*opened)->info().authentication, QStringLiteral("password"));
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0].kind, SecretQuestion::Kind::Password);
        QCOMPARE(asked[0].hop, rawHop(server).label());
        QCOMPARE(server.attempts(), 1);
    }

    void wrongPassword_isRefusedAndNotTriedAgain()
    {
        Manners manners;
        manners.password = "correct horse";
        const RawServer server(manners);
        const auto opened = openAnswering(rawHop(server), {{QStringLiteral("Password"), "wrong"}});
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Error::Kind::Refused);
        QVERIFY(std::holds_alternative<SecretQuestion>(opened.error().question)); // for asking again
        QVERIFY(!opened.error().text().contains(QStringLiteral("wrong")));
        QCOMPARE(server.attempts(), 1);
    }

    /// Such a server ends the connection in place of a refusal: still a refusal, which is never repeated by itself.
    void serverThatHangsUpAfterAWrongPassword_hasRefusedIt()
    {
        LoopbackSshd sshd;
        sshd.configuration = "Match all\n PasswordAuthentication yes\n MaxAuthTries 1";
        QVERIFY(sshd.start());
        const HopSettings hop = sshd.hop({}, key("strict_known_hosts"));
        const auto refused = openAnswering(hop, {{QStringLiteral("Password"), "surely not the password"}});
        QVERIFY(!refused);
        QVERIFY2(refused.error().kind == Error::Kind::Refused, qPrintable(refused.error().text()));
        const auto *question = std::get_if<SecretQuestion>(&refused.error().question);
        QVERIFY(question);
        QCOMPARE(question->kind, SecretQuestion::Kind::Password);
        QCOMPARE(question->hop, hop.label());
        QCOMPARE(sshd.log().count("Failed password"), 1);
    }

    void severalPrompts_inSeveralRounds_areAsked()
    {
        Manners manners;
        manners.rounds = {{{"Password: ", "one", false}, {"Token: ", "two", true}}, {{"New PIN: ", "three", false}}};
        const RawServer server(manners);
        QList<SecretQuestion> asked;
        const auto opened = openAnswering(rawHop(server),
                                          {{QStringLiteral("Password: "), "one"},
                                           {QStringLiteral("Token: "), "two"},
                                           {QStringLiteral("New PIN: "), "three"}},
                                          &asked);
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().text()));
        QCOMPARE((*opened)->info().authentication, QStringLiteral("keyboard-interactive"));
        QCOMPARE(asked.size(), 2);
        QCOMPARE(asked[0].prompts.size(), 2);
        QCOMPARE(asked[0].prompts[0].echo, false);
        QCOMPARE(asked[0].prompts[1].echo, true);
        QCOMPARE(asked[0].subject, QStringLiteral("Lab login"));
        QCOMPARE(asked[0].instruction.raw(), QStringLiteral("Have your token ready"));
    }

    void samePromptAgain_isARefusal()
    {
        Manners manners;
        manners.misdeed = Misdeed::AsksForever;
        manners.rounds = {{{"Password: ", "one", false}}};
        const RawServer server(manners);
        const auto opened = openAnswering(rawHop(server), {{QStringLiteral("Password: "), "one"}});
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Error::Kind::Refused);
        QCOMPARE(server.attempts(), 1); // sent once, and never again
    }

    void wrongAnswer_isRefused()
    {
        Manners manners;
        manners.rounds = {{{"Token: ", "one", false}}};
        const RawServer server(manners);
        const auto opened = openAnswering(rawHop(server), {});
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Error::Kind::Refused);
        QCOMPARE(server.attempts(), 1);
    }

    void partialSuccess_goesOnWithTheNextMethod()
    {
        Manners manners;
        manners.password = "correct horse";
        manners.rounds = {{{"Token: ", "42", false}}};
        manners.wantsBoth = true;
        const RawServer server(manners);
        const auto opened = openAnswering(
            rawHop(server), {{QStringLiteral("Password"), "correct horse"}, {QStringLiteral("Token: "), "42"}});
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().text()));
        QCOMPARE((*opened)->info().authentication, QStringLiteral("keyboard-interactive + password"));
    }

    void preferredAuthentications_areKept()
    {
        Manners manners;
        manners.password = "correct horse";
        manners.rounds = {{{"Token: ", "42", false}}};
        const RawServer server(manners);
        HopSettings settings = rawHop(server);
        settings.preferredAuthentications = {QStringLiteral("password")};
        const auto opened = openAnswering(settings, {{QStringLiteral("Password"), "correct horse"}});
        QVERIFY(opened);
        QCOMPARE((*opened)->info().authentication, QStringLiteral("password"));
        settings.preferredAuthentications = {QStringLiteral("hostbased")};
        QCOMPARE(open(settings).error().kind, Error::Kind::Refused);
    }

    void twoKeysInARow_satisfyAServerThatWantsBoth()
    {
        LoopbackSshd sshd;
        sshd.authorizedKeys = publicKey(key("ed25519")) + publicKey(key("ecdsa256"));
        sshd.configuration = "AuthenticationMethods publickey,publickey\n";
        QVERIFY(sshd.start());
        HopSettings settings = sshd.hop(key("ed25519"), key("known_hosts"));
        const auto one = open(settings);
        QVERIFY(!one);
        QVERIFY2(one.error().cause.contains(QStringLiteral("wants more")), qPrintable(one.error().cause));
        settings.identityFiles += key("ecdsa256");
        QCOMPARE(authenticationBy(settings), QStringLiteral("publickey ed25519 + publickey ecdsa256"));
    }
};

GW_REGISTER_TEST(LibsshLoginTest)
#include "libsshlogintest.moc"
