// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ssh/hostkeycheck.h"
#include "tests/ssh/loopbacksshd.h"
#include "tests/support/testmain.h"

using namespace gw;
using namespace gw::test;

/// What becomes of the key that a real sshd shows.
class HostKeyTest : public QObject {
    Q_OBJECT

    LoopbackSshd m_sshd;
    QString m_key;
    QTemporaryDir m_folder;

    HopSettings hopKnowing(const QByteArray &knownHosts, const QString &name = QStringLiteral("known_hosts")) const
    {
        writeFile(m_folder.filePath(name), knownHosts);
        return m_sshd.hop(m_key, m_folder.filePath(name));
    }

    static Error failureOf(const HopSettings &hop, const Answers &answers = {})
    {
        const auto opened = openLibssh(routeOver({hop}), answers, {}, {});
        return opened ? Error{} : opened.error();
    }

    static bool opens(const HopSettings &hop)
    {
        const auto opened = openLibssh(routeOver({hop}), {}, {}, {});
        if (!opened)
            qWarning() << opened.error().text();
        return opened.has_value();
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = LoopbackSshd::missing(); !missing.isEmpty())
            skipAll(missing);
        m_key = makeKey(m_sshd.folder(), QStringLiteral("id"));
        m_sshd.authorizedKeys = publicKey(m_key);
        // Three host keys: which one is shown is the client's choice.
        for (const char *type : {"rsa", "ecdsa"}) {
            const QString file = makeKey(m_sshd.folder(), QStringLiteral("host_%1").arg(QString::fromLatin1(type)),
                                         QString::fromLatin1(type));
            m_sshd.configuration += "HostKey " + file.toUtf8() + '\n';
        }
        QVERIFY(m_sshd.start());
    }

    void unknownKey_isAQuestion()
    {
        const Error error = failureOf(hopKnowing({}));
        QCOMPARE(error.kind, Error::Kind::NeedsAnswer);
        const auto *question = std::get_if<HostKeyQuestion>(&error.question);
        QVERIFY(question);
        QCOMPARE(question->hop, QStringLiteral("127.0.0.1:%1").arg(m_sshd.port()));
        QCOMPARE(question->keyType, QStringLiteral("ED25519"));
        QCOMPARE(question->fingerprint, fingerprintOf(m_sshd.hostKey() + u".pub"));
        QCOMPARE(question->address, QStringLiteral("127.0.0.1"));
        QVERIFY(error.advice.contains(QStringLiteral("ssh-keygen -lf")));
        QVERIFY(readFile(m_folder.filePath(QStringLiteral("known_hosts"))).isEmpty()); // nothing is filed unasked
    }

    void acceptedKey_isFiledAndKnownFromThenOn()
    {
        const HopSettings hop = hopKnowing("# mine");
        Answers answers;
        answers.accept(std::get<HostKeyQuestion>(failureOf(hop).question));
        QVERIFY(openLibssh(routeOver({hop}), answers, {}, {}));
        QCOMPARE(readFile(hop.userKnownHosts.first()), "# mine\n" + m_sshd.knownHostsLine());
        QVERIFY(opens(hop));
    }

    void acceptedKey_isFiledHashedIfThePersonWantsIt()
    {
        HopSettings hop = hopKnowing({}, QStringLiteral("hashed_known_hosts"));
        hop.hashKnownHosts = true;
        Answers answers;
        answers.accept(std::get<HostKeyQuestion>(failureOf(hop).question));
        QVERIFY(openLibssh(routeOver({hop}), answers, {}, {}));
        const QByteArray content = readFile(hop.userKnownHosts.first());
        QVERIFY2(content.startsWith("|1|") && !content.contains("127.0.0.1"), content.constData());
        QVERIFY(runs(QStringLiteral("ssh-keygen"),
                     {QStringLiteral("-F"), QStringLiteral("[127.0.0.1]:%1").arg(m_sshd.port()), QStringLiteral("-f"),
                      hop.userKnownHosts.first()}));
        QVERIFY(opens(hop));
    }

    void acceptingAnotherKey_doesNotHelp()
    {
        Answers answers;
        answers.accept(
            HostKeyQuestion{QStringLiteral("127.0.0.1:%1").arg(m_sshd.port()), {}, QStringLiteral("SHA256:wrong"), {}});
        QCOMPARE(failureOf(hopKnowing({}), answers).kind, Error::Kind::NeedsAnswer);
    }

    void changedKey_isRefusedAndExplained()
    {
        const QByteArray other = publicKey(makeKey(m_folder.path(), QStringLiteral("other")));
        const QByteArray name = "[127.0.0.1]:" + QByteArray::number(m_sshd.port());
        const HopSettings hop = hopKnowing("# one\n" + name + ' ' + other);
        Error error = failureOf(hop);
        QCOMPARE(error.kind, Error::Kind::HostKeyChanged);
        QVERIFY(std::holds_alternative<std::monostate>(error.question)); // no way to accept it here
        QVERIFY2(error.cause.contains(hop.userKnownHosts.first() + u":2"), qPrintable(error.cause));
        QVERIFY(error.cause.contains(fingerprintOf(m_folder.filePath(QStringLiteral("other.pub")))));
        QVERIFY(error.cause.contains(fingerprintOf(m_sshd.hostKey() + u".pub")));
        QVERIFY2(error.advice.contains(QStringLiteral("ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub")),
                 qPrintable(error.advice));
        QVERIFY(error.advice.contains(QStringLiteral("-R '[127.0.0.1]:")));
        // Not even an answer for this key gets it through.
        Answers answers;
        answers.accept(HostKeyQuestion{
            QStringLiteral("127.0.0.1:%1").arg(m_sshd.port()), {}, fingerprintOf(m_sshd.hostKey() + u".pub"), {}});
        QCOMPARE(failureOf(hop, answers).kind, Error::Kind::HostKeyChanged);
    }

    void revokedKey_isRefusedThoughListed()
    {
        const QByteArray line = m_sshd.knownHostsLine();
        const QByteArray key = line.mid(line.indexOf(' ') + 1);
        QCOMPARE(failureOf(hopKnowing(line + "@revoked * " + key)).kind, Error::Kind::HostKeyRevoked);
        HopSettings hop = hopKnowing(line);
        hop.globalKnownHosts = {m_folder.filePath(QStringLiteral("global"))};
        writeFile(hop.globalKnownHosts.first(), "@revoked * " + key);
        QCOMPARE(failureOf(hop).kind, Error::Kind::HostKeyRevoked);
        HopSettings listed = hopKnowing(line);
        listed.revokedHostKeys = m_folder.filePath(QStringLiteral("revoked"));
        writeFile(listed.revokedHostKeys, key);
        QCOMPARE(failureOf(listed).kind, Error::Kind::HostKeyRevoked);
    }

    void certificateAuthority_needsOpenSsh()
    {
        const QByteArray line = m_sshd.knownHostsLine();
        const HopSettings hop = hopKnowing("@cert-authority [127.0.0.*]:* " + line.mid(line.indexOf(' ') + 1));
        const Error error = failureOf(hop);
        QCOMPARE(error.kind, Error::Kind::Unsupported);
        QVERIFY(error.advice.contains(QStringLiteral("OpenSSH")));
        QVERIFY(!hostKeyNeedsOpenSsh(hop).isEmpty());
        QVERIFY(hostKeyNeedsOpenSsh(hopKnowing(line)).isEmpty());
    }

    void hashedAndGlobalFiles_areRead()
    {
        HopSettings hop = hopKnowing({});
        const QString hashed = m_folder.filePath(QStringLiteral("hashed"));
        writeFile(hashed, m_sshd.knownHostsLine());
        QVERIFY(runs(QStringLiteral("ssh-keygen"),
                     {QStringLiteral("-q"), QStringLiteral("-H"), QStringLiteral("-f"), hashed}));
        hop.globalKnownHosts = {m_folder.filePath(QStringLiteral("does-not-exist")), hashed};
        QVERIFY(opens(hop));
    }

    void knownType_isPreferred()
    {
        const QByteArrayList rsa = publicKey(m_sshd.file(QStringLiteral("host_rsa"))).split(' ');
        const QByteArray name = "[127.0.0.1]:" + QByteArray::number(m_sshd.port());
        const HopSettings hop = hopKnowing(name + ' ' + rsa[0] + ' ' + rsa[1] + '\n');
        const auto opened = openLibssh(routeOver({hop}), {}, {}, {});
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().text()));
        QVERIFY((*opened)->info().hostKey.startsWith(QStringLiteral("RSA 3072 SHA256:")));
    }

    void weakRsaHostKey_isRefused()
    {
        LoopbackSshd weak;
        weak.hostKeyType = QStringLiteral("rsa");
        makeKey(weak.folder(), QStringLiteral("host_rsa"), QStringLiteral("rsa"), {}, 1024);
        weak.authorizedKeys = publicKey(m_key);
        weak.configuration = "RequiredRSASize 1024\n";
        if (!weak.start())
            QSKIP("this sshd does not take such a key either");
        const Error error = failureOf(weak.hop(m_key, m_folder.filePath(QStringLiteral("weak"))));
        QCOMPARE(error.kind, Error::Kind::Protocol);
        QVERIFY2(error.advice.contains(QStringLiteral("2048")), qPrintable(error.text()));
    }

    void hostKeyAlias_isTheNameThatCounts()
    {
        const QByteArray line = m_sshd.knownHostsLine();
        HopSettings hop = hopKnowing("gpu-1" + line.mid(line.indexOf(' ')));
        QCOMPARE(failureOf(hop).kind, Error::Kind::NeedsAnswer);
        hop.hostKeyAlias = QStringLiteral("gpu-1");
        QVERIFY(opens(hop));
    }

    void keyFiledWithoutThePort_isTakenAsSshTakesIt()
    {
        const QByteArray line = m_sshd.knownHostsLine();
        QVERIFY(opens(hopKnowing("127.0.0.1" + line.mid(line.indexOf(' ')))));
        const QByteArray other = publicKey(makeKey(m_folder.path(), QStringLiteral("another")));
        QCOMPARE(failureOf(hopKnowing("127.0.0.1 " + other)).kind, Error::Kind::NeedsAnswer);
    }
};

GW_REGISTER_TEST(HostKeyTest)
#include "hostkeytest.moc"
