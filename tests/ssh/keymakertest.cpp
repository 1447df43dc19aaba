// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ssh/keymaker.h"
#include "backend/ssh/agent.h"
#include "backend/ssh/hostkey.h"
#include "tests/ssh/loopbacksshd.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <sys/stat.h>

using namespace gw;
using namespace gw::test;

/// Keys that are made on this computer, tried with the real ssh-keygen, sshd and ssh-agent.
class KeyMakerTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString file(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    static Result<KeyPair> make(const KeyPairRequest &request)
    {
        return makeKeyPair(request, Clock::now() + std::chrono::seconds(60), {});
    }

    static mode_t modeOf(const QString &path)
    {
        struct stat info {};
        return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_mode & 07777 : 0;
    }

    /// What `ssh-keygen -y` makes of the private file; empty if it cannot open it.
    static QByteArray publicPartBySshKeygen(const QString &path, const QString &passphrase)
    {
        QProcess keygen;
        keygen.start(QStringLiteral("ssh-keygen"),
                     {QStringLiteral("-y"), QStringLiteral("-P"), passphrase, QStringLiteral("-f"), path});
        keygen.waitForFinished(60'000);
        return keygen.exitCode() == 0 ? keygen.readAllStandardOutput().trimmed() : QByteArray();
    }

    /// The entries of the folder, and what they hold.
    QMap<QString, QByteArray> contents() const
    {
        QMap<QString, QByteArray> found;
        for (const QString &name :
             QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot))
            found.insert(name, readFile(m_folder.filePath(name)));
        return found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = LoopbackSshd::missing(); !missing.isEmpty())
            skipAll(missing);
    }

    void madeKey_opensTheDoor()
    {
        const auto made = make({file("opens"), QStringLiteral("lin@laptop"), Secret(), QString()});
        QVERIFY2(made, qPrintable(made ? QString() : made.error().text()));
        LoopbackSshd sshd;
        sshd.authorizedKeys = made->publicLine + '\n';
        QVERIFY(sshd.start());
        Answers answers;
        const auto opened = openAccepting(routeOver({sshd.hop(made->file, file("known_hosts"))}), answers);
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().text()));
        QCOMPARE((*opened)->info().authentication, QStringLiteral("publickey opens"));
    }

    void files_areReadByOthersNoMoreThanNeeded()
    {
        const mode_t before = ::umask(0);
        const auto restore = qScopeGuard([before] { ::umask(before); });
        const auto made = make({file("new-folder/id"), QString(), Secret(), QString()});
        QVERIFY2(made, qPrintable(made ? QString() : made.error().text()));
        QCOMPARE(modeOf(file("new-folder")), mode_t(0700));
        QCOMPARE(modeOf(made->file), mode_t(0600));
        QCOMPARE(modeOf(made->file + u".pub"), mode_t(0644));
    }

    void publicPart_isWhatSshKeygenSays()
    {
        const auto made = make({file("public"), QStringLiteral("  Lin’s key  "), Secret(), QString()});
        QVERIFY2(made, qPrintable(made ? QString() : made.error().text()));
        QVERIFY(made->publicLine.startsWith("ssh-ed25519 AAAA"));
        QVERIFY(made->publicLine.endsWith(" Lin’s key"));
        QCOMPARE(readFile(made->file + u".pub"), QByteArray(made->publicLine + '\n'));
        QCOMPARE(publicPartBySshKeygen(made->file, QString()).split(' ').value(1),
                 made->publicLine.split(' ').value(1));
        QCOMPARE(made->fingerprint, fingerprintOf(made->file + u".pub"));
    }

    void passphrase_locksTheFile()
    {
        const auto made = make({file("locked"), QString(), Secret("open sesame"), QString()});
        QVERIFY2(made, qPrintable(made ? QString() : made.error().text()));
        QVERIFY(publicPartBySshKeygen(made->file, QStringLiteral("wrong")).isEmpty());
        QVERIFY(publicPartBySshKeygen(made->file, QString()).isEmpty());
        QCOMPARE(publicPartBySshKeygen(made->file, QStringLiteral("open sesame")), made->publicLine);
    }

    void whatIsThere_isNeverWrittenOver_data()
    {
        QTest::addColumn<QString>("taken");
        QTest::newRow("private file") << QStringLiteral("taken");
        QTest::newRow("public file") << QStringLiteral("taken.pub");
    }

    void whatIsThere_isNeverWrittenOver()
    {
        QFETCH(const QString, taken);
        for (const bool asLink : {false, true}) {
            const QString path = m_folder.filePath(taken);
            if (asLink)
                QVERIFY(QFile::link(file("nowhere"), path));
            else
                writeFile(path, "precious");
            const auto before = contents();
            const auto made = make({file("taken"), QString(), Secret(), QString()});
            QVERIFY(!made);
            QCOMPARE(made.error().kind, Error::Kind::Invalid);
            QCOMPARE(contents(), before);
            QVERIFY(QFile::remove(path));
        }
    }

    void badRequests_areRefused_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("comment");
        QTest::newRow("relative") << QStringLiteral("id_relative") << QString();
        QTest::newRow("folder") << m_folder.path() + u'/' << QString();
        QTest::newRow("two lines") << file("two-lines") << QStringLiteral("a\nssh-ed25519 AAAA");
    }

    void badRequests_areRefused()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, comment);
        const auto before = contents();
        const auto made = make({path, comment, Secret(), QString()});
        QVERIFY(!made);
        QCOMPARE(made.error().kind, Error::Kind::Invalid);
        QCOMPARE(contents(), before);
    }

    void folderThatTakesNoFile_isSaid()
    {
        const auto made = make({QStringLiteral("/proc/self/id"), QString(), Secret(), QString()});
        QVERIFY(!made);
        QVERIFY(!made.error().cause.isEmpty());
    }

    /// A passphrase in the arguments of a program would be seen by every process of the computer.
    void making_startsNoProgram()
    {
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", "/nowhere");
        const auto restore = qScopeGuard([&path] { qputenv("PATH", path); });
        const QByteArray started = childrenEverStarted();
        const auto made = make({file("alone"), QString(), Secret("open sesame"), QString()});
        QVERIFY2(made, qPrintable(made ? QString() : made.error().text()));
        QCOMPARE(childrenEverStarted(), started);
    }

    void agent_signsWithTheKey()
    {
        LoopbackAgent agent(m_folder.path());
        const auto made =
            make({file("held"), QStringLiteral("held by the agent"), Secret("open sesame"), agent.socket()});
        QVERIFY2(made, qPrintable(made ? QString() : made.error().text()));
        QVERIFY2(made->agentProblem.isEmpty(), qPrintable(made->agentProblem));
        auto client = AgentClient::open(agent.socket(), Clock::now() + std::chrono::seconds(60), {});
        QVERIFY(client);
        const auto keys = client->keys();
        QVERIFY(keys);
        QCOMPARE(keys->size(), 1);
        QCOMPARE(keys->first().comment, QStringLiteral("held by the agent"));
        QCOMPARE(HostKey::fromBlob(keys->first().blob)->fingerprint(), made->fingerprint);

        LoopbackSshd sshd;
        sshd.authorizedKeys = made->publicLine + '\n';
        QVERIFY(sshd.start());
        HopSettings hop = sshd.hop(file("nowhere"), file("known_hosts_agent"));
        hop.identityFiles.clear();
        hop.identitiesOnly = false;
        hop.identityAgent = agent.socket();
        Answers answers;
        const auto opened = openAccepting(routeOver({hop}), answers);
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().text()));
        QVERIFY2((*opened)->info().authentication.contains(QLatin1String("held by the agent")),
                 qPrintable((*opened)->info().authentication));
    }

    void agentThatIsGone_leavesTheFilesAndSaysSo()
    {
        const auto made = make({file("without"), QString(), Secret(), file("no-such-socket")});
        QVERIFY2(made, qPrintable(made ? QString() : made.error().text()));
        QVERIFY(!made->agentProblem.isEmpty());
        QVERIFY(QFile::exists(made->file));
    }

private:
    /// Processes that this one started and has ended since: their page faults are added up by the kernel (proc(5)).
    static QByteArray childrenEverStarted()
    {
        const QByteArray stat = readFile(QStringLiteral("/proc/self/stat"));
        return stat.mid(stat.lastIndexOf(')') + 2).split(' ').value(8); // cminflt
    }
};

GW_REGISTER_TEST(KeyMakerTest)
#include "keymakertest.moc"
