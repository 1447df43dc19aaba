// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/findings/factsbuilder.h"
#include "tests/plan/plannedserver.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <unistd.h>

using namespace gw;
using namespace gw::test;
using namespace Qt::StringLiterals;

namespace {

struct Ran {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

struct Wish {
    const char *keyword;
    const char *value;
};

/// Values that a default sshd does not have, of keywords that are merged in every way.
constexpr Wish wishes[] = {
    {"PermitRootLogin", "no"},
    {"PermitRootLogin", "prohibit-password"},
    {"PasswordAuthentication", "no"},
    {"KbdInteractiveAuthentication", "no"},
    {"MaxAuthTries", "4"},
    {"LoginGraceTime", "30"},
    {"LoginGraceTime", "1m"},
    {"MaxStartups", "10:30:60"},
    {"AllowUsers", "ada ben@192.0.2.0/24"},
    {"AllowGroups", "sudo"},
    {"X11Forwarding", "yes"},
    {"ClientAliveInterval", "300"},
    {"LogLevel", "verbose"},
    {"Ciphers", "aes256-gcm@openssh.com,aes256-ctr"},
    {"MACs", "-hmac-sha1,hmac-sha1-etm@openssh.com,umac-64*"},
    {"KexAlgorithms", "^curve25519-sha256"},
    {"PubkeyAcceptedAlgorithms", "+ssh-rsa"},
    {"Banner", "/etc/issue.net"},
    {"AcceptEnv", "LANG LC_*"},
    {"AuthenticationMethods", "publickey,password publickey"},
    {"Subsystem", "sftp internal-sftp"},
    {"HostKeyAlgorithms", "ssh-ed25519"},
    {"IPQoS", "af21 cs1"},
    {"RekeyLimit", "1G 1h"},
    {"RequiredRSASize", "3072"},
    {"PermitTunnel", "no"},
};

/// Lines that stand in the way, one by one.
const QByteArrayList obstacles{
    "PermitRootLogin yes",
    "permitrootlogin yes # for now",
    "PasswordAuthentication yes",
    "ChallengeResponseAuthentication yes",
    "KbdInteractiveAuthentication=yes",
    "MaxAuthTries 9",
    "LoginGraceTime 0",
    "MaxStartups 100",
    "MaxStartups 50:30:200",
    "AllowUsers root",
    "AllowUsers ben",
    "AllowGroups wheel adm",
    "X11Forwarding no",
    "Ciphers aes128-ctr,3des-cbc",
    "MACs hmac-sha1",
    "#MaxAuthTries 6",
    "# a remark",
    "",
    "Banner none",
    "AcceptEnv FOO",
    "Subsystem sftp /usr/lib/openssh/sftp-server",
    "IPQoS lowdelay",
    "LogLevel QUIET",
    "PermitTunnel yes",
};
const QByteArrayList blocks{"Match User git\n  PasswordAuthentication yes\n  X11Forwarding no\n",
                            "Match all\n  MaxAuthTries 8\n  PermitRootLogin yes\n",
                            "Match Address 10.0.0.0/8\n  AllowUsers ops\n"};

} // namespace

/// What plans write is put before the sshd of this machine: it must accept it, and say what was wished.
class SshdOracleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_sshd = QStandardPaths::findExecutable(u"sshd"_s, {u"/usr/sbin"_s, u"/sbin"_s});
        if (m_sshd.isEmpty())
            skipAll(u"sshd is not installed"_s);
        if (geteuid() != 0)
            skipAll(u"needs root: sshd -T asks for its own folder"_s);
        QVERIFY(m_folder.isValid());
        QDir().mkpath(u"/run/sshd"_s); // what systemd makes for ssh.service
        QDir().mkpath(pathOf(u"sshd_config.d"_s));
        QDir().mkpath(pathOf(u"bin"_s));
        const Ran key = run(u"ssh-keygen -q -t ed25519 -N '' -f '%1'"_s.arg(pathOf(u"hostkey"_s)));
        if (key.exitCode != 0)
            skipAll(u"ssh-keygen did not make a key"_s);
        m_version = QString::fromUtf8(run(u"ssh -V"_s).err).section(u',', 0, 0);
        if (!SshdVersion::parse(m_version).isAtLeast(9, 2))
            skipAll(u"the wishes are for OpenSSH 9.2 and newer"_s);
        // The checks of a plan say "sshd": here it reads the files of the test.
        write(pathOf(u"bin/sshd"_s), "#!/bin/sh\nexec " + m_sshd.toUtf8() + " -f " + mainFile() + " -h " +
                                         pathOf(u"hostkey"_s).toUtf8() + " \"$@\"\n");
        QFile::setPermissions(pathOf(u"bin/sshd"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    void everyWish_isWhatSshdSays_whateverStandsInTheWay()
    {
        int proven = 0;
        int already = 0;
        for (quint32 seed = 1; seed <= 90; ++seed) {
            QRandomGenerator random(seed);
            const PlannedServer server = generated(random);
            put(server);
            const Wish &wish = wishes[random.bounded(int(std::size(wishes)))];
            const QList<Intent> intents{SetSshd{QString::fromLatin1(wish.keyword), QString::fromLatin1(wish.value)}};
            const QString what = u"seed %1, %2 %3\n%4"_s.arg(seed).arg(
                QLatin1String(wish.keyword), QLatin1String(wish.value), QString::fromUtf8(server.content(mainFile())));
            QVERIFY2(run(u"sshd -t"_s).exitCode == 0, qPrintable(what));
            const Result<Plan> plan = server.plan(intents);
            QVERIFY2(plan, qPrintable(plan ? QString() : what + plan.error().text()));
            if (plan->steps.isEmpty()) {
                ++already;
                continue;
            }
            put(server.after(*plan));
            const Ran tested = run(u"sshd -t"_s);
            QVERIFY2(tested.exitCode == 0, qPrintable(what + QString::fromUtf8(tested.err)));
            for (const QByteArray &line : commandsOf(*plan)) {
                const Ran checked = run(QString::fromUtf8(line));
                QVERIFY2(checked.exitCode == 0, qPrintable(what + QString::fromUtf8(line)));
                ++proven;
            }
            // Asked again, there is nothing left to do.
            const PlannedServer after = known(server.after(*plan));
            QVERIFY2(after.planned(intents).steps.isEmpty(), qPrintable(what));
        }
        qInfo("%d plans proven by sshd, %d wishes held already", proven, already);
        QVERIFY(proven > 60);
    }

    void check_failsWhereTheWishDoesNotHold()
    {
        const PlannedServer server = serverWith("Include " + folder() + "*.conf\nUsePAM no\n", {});
        put(server);
        const Plan plan = server.planned({SetSshd{u"PermitRootLogin"_s, u"no"_s}, SetSshd{u"MACs"_s, u"-hmac-sha1"_s},
                                          SetSshd{u"AllowUsers"_s, u"ada ben"_s}});
        for (const QByteArray &line : commandsOf(plan))
            QVERIFY2(run(QString::fromUtf8(line)).exitCode != 0, line.constData());
    }

    void profiles_areAcceptedBySshd()
    {
        for (const SshdProfile profile : {SshdProfile::Modern, SshdProfile::Compatible}) {
            const PlannedServer server = serverWith("Include " + folder() + "*.conf\nUsePAM no\n", {});
            put(server);
            const Plan plan = server.planned(algorithmProfile(profile, SshdVersion::parse(m_version)));
            put(server.after(plan));
            const Ran tested = run(u"sshd -t"_s);
            QVERIFY2(tested.exitCode == 0, tested.err.constData());
            QCOMPARE(run(QString::fromUtf8(commandsOf(plan).first())).exitCode, 0);
        }
    }

    void movedPort_isListenedOnBesideTheOldOne_thenAlone()
    {
        const PlannedServer server = serverWith("Include " + folder() + "*.conf\nUsePAM no\n", {});
        put(server);
        const Plan opening = server.planned({MoveSshPort{2222}});
        put(server.after(opening));
        QCOMPARE(run(u"sshd -T | grep '^port '"_s).out, QByteArray("port 22\nport 2222\n"));
        const PlannedServer moved = known(server.after(opening));
        const Plan closing = moved.planned({CloseSshPort{22}});
        put(moved.after(closing));
        QCOMPARE(run(u"sshd -T | grep '^port '"_s).out, QByteArray("port 2222\n"));
        for (const QByteArray &line : commandsOf(closing))
            QCOMPARE(run(QString::fromUtf8(line)).exitCode, 0);
    }

private:
    QString pathOf(const QString &name) const { return m_folder.filePath(name); }
    QByteArray mainFile() const { return pathOf(u"sshd_config"_s).toUtf8(); }
    QByteArray folder() const { return mainFile() + ".d/"; }

    static void write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(content);
    }

    Ran run(const QString &line) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"PATH"_s, u"%1:%2"_s.arg(pathOf(u"bin"_s), environment.value(u"PATH"_s)));
        process.setProcessEnvironment(environment);
        process.start(u"/bin/sh"_s, {u"-c"_s, line});
        process.waitForFinished(60000);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    PlannedServer serverWith(const QByteArray &main, const QMap<QByteArray, QByteArray> &dropIns) const
    {
        FactsBuilder builder;
        builder.sshdVersion(m_version).with([&](Facts &facts) {
            SshdFacts &sshd = *facts.sshd;
            sshd.mainFile = RemotePath(mainFile());
            FileFact file = sshd.files.first();
            sshd.files.clear();
            const auto add = [&](const QByteArray &path, const QByteArray &content) {
                file.path = RemotePath(path);
                file.content = content;
                sshd.files.append(file);
            };
            add(mainFile(), main);
            for (auto it = dropIns.cbegin(); it != dropIns.cend(); ++it)
                add(folder() + it.key(), it.value());
        });
        const PlannedServer server(builder.facts());
        put(server);
        return known(server);
    }

    /// With what the real `sshd -T` says.
    PlannedServer known(const PlannedServer &server) const
    {
        Facts facts = server.facts();
        facts.sshd->effective = SshdEffective::parse(run(u"sshd -T"_s).out);
        facts.sshd->effectiveFor.clear();
        return PlannedServer(facts);
    }

    PlannedServer generated(QRandomGenerator &random) const
    {
        const auto lines = [&random](int most) {
            QByteArray text;
            for (int i = random.bounded(most + 1); i > 0; --i) {
                const QByteArray line = obstacles[random.bounded(int(obstacles.size()))];
                if (!line.startsWith("Subsystem") || !text.contains("Subsystem")) // twice is an error
                    text += line + '\n';
            }
            return text;
        };
        const QByteArray block = random.bounded(3) == 0 ? blocks[random.bounded(int(blocks.size()))] : QByteArray();
        QByteArray main = random.bounded(4) == 0 ? QByteArray("MaxAuthTries 7\n") : QByteArray();
        if (random.bounded(3) != 0)
            main += "Include " + folder() + "*.conf\n";
        QMap<QByteArray, QByteArray> dropIns;
        if (random.bounded(2))
            dropIns.insert("50-cloud.conf", lines(3).replace("Subsystem", "#Subsystem"));
        if (random.bounded(4) == 0)
            dropIns.insert("00-a.conf", lines(2).replace("Subsystem", "#Subsystem"));
        return serverWith(main + lines(8) + block, dropIns);
    }

    void put(const PlannedServer &server) const
    {
        QDir(pathOf(u"sshd_config.d"_s)).removeRecursively();
        QDir().mkpath(pathOf(u"sshd_config.d"_s));
        for (const FileFact &file : server.facts().sshd->files)
            write(QString::fromUtf8(file.path.bytes()), server.content(file.path.bytes()));
    }

    QTemporaryDir m_folder;
    QString m_sshd;
    QString m_version;
};

GW_REGISTER_TEST(SshdOracleTest)
#include "sshdoracletest.moc"
