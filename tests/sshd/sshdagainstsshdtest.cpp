// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/sshd/tree.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <unistd.h>

using namespace gw;

namespace {

struct Ran {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

Ran ran(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(20000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

/// One run of a configuration: its files and the connection that is asked for.
struct Case {
    QMap<QString, QByteArray> files; ///< name → text; "main" is the main file
    SshdContext context;
};

} // namespace

/// The same questions to our reader and to the sshd that is installed.
class SshdAgainstSshdTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_sshd = QStandardPaths::findExecutable(QStringLiteral("sshd"),
                                                {QStringLiteral("/usr/sbin"), QStringLiteral("/sbin")});
        if (m_sshd.isEmpty())
            test::skipAll(QStringLiteral("sshd is not installed"));
        if (geteuid() != 0)
            test::skipAll(QStringLiteral("needs root: sshd -T asks for its own folder"));
        QVERIFY(m_folder.isValid());
        QDir().mkpath(QStringLiteral("/run/sshd")); // what systemd makes for ssh.service
        const Ran key =
            ran(QStringLiteral("ssh-keygen"), {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"),
                                               QStringLiteral("-N"), QString(), QStringLiteral("-f"), hostKey()});
        if (key.exitCode != 0)
            test::skipAll(QStringLiteral("ssh-keygen did not make a key"));
        const Ran version = ran(QStringLiteral("ssh"), {QStringLiteral("-V")});
        m_version = SshdVersion::parse(QString::fromUtf8(version.err));
        QVERIFY(m_version.isKnown());
        if (!m_version.isAtLeast(9, 2) || m_version.isAtLeast(9, 3))
            test::skipAll(QStringLiteral("the expectations are those of OpenSSH 9.2"));
    }

    void everyDefault_isTheDefaultOfSshd()
    {
        const Case empty{{{QStringLiteral("main"), QByteArray("\n")}}, {}};
        const SshdEffective theirs = asked(empty);
        QVERIFY(theirs.has(QStringLiteral("permitrootlogin")));
        const SshdEffective ours = computed(empty);
        for (auto it = theirs.values.cbegin(); it != theirs.values.cend(); ++it) {
            QVERIFY2(sshdKeyword(it.key()), qPrintable(it.key()));
            if (it.key() != QLatin1String("hostkey") && sshdKeyword(it.key())->kind == SshdKeyword::Kind::Current)
                QCOMPARE(shown(ours, it.key()), shown(theirs, it.key()));
        }
        for (auto it = ours.values.cbegin(); it != ours.values.cend(); ++it)
            QVERIFY2(theirs.has(it.key()), qPrintable(it.key()));
    }

    void everyKeyword_isKnownToSshd()
    {
        for (const SshdKeyword &keyword : sshdKeywords()) {
            const bool isHere = keyword.kind != SshdKeyword::Kind::Vendor && keyword.since <= m_version.release;
            if (!isHere || keyword.value == SshdKeyword::Value::Block)
                continue;
            const Case one{{{QStringLiteral("main"), QByteArray(keyword.name) + " x\n"}}, {}};
            const Ran said = run(one);
            QVERIFY2(!said.err.contains("Bad configuration option"), keyword.name);
        }
    }

    void everyScope_isTheScopeOfSshd()
    {
        for (const SshdKeyword &keyword : sshdKeywords()) {
            const bool isHere = keyword.kind == SshdKeyword::Kind::Current && keyword.since <= m_version.release;
            if (!isHere || keyword.value == SshdKeyword::Value::Block)
                continue;
            const Case one{{{QStringLiteral("main"), QByteArray("Match User a\n") + keyword.name + " x\n"}}, {}};
            const bool refused = run(one).err.contains("is not allowed within a Match block");
            // Subsystem is allowed in Match blocks since 9.5.
            const bool global = keyword.scope == SshdKeyword::Scope::Global || qstrcmp(keyword.name, "Subsystem") == 0;
            QVERIFY2(refused == global, keyword.name);
        }
    }

    void generatedConfigurations_giveWhatSshdGives()
    {
        int compared = 0;
        int refused = 0;
        QStringList differences;
        for (quint32 seed = 1; seed <= 400; ++seed) {
            const Case generated = made(seed);
            const Ran said = run(generated);
            const SshdConfig config = read(generated);
            const bool weRefuse =
                std::any_of(config.problems().cbegin(), config.problems().cend(), [](const SshdProblem &problem) {
                    return problem.kind != SshdProblem::Kind::IncludeMissing;
                });
            if (weRefuse != (said.exitCode != 0)) {
                differences.append(QStringLiteral("seed %1: only one refuses; sshd said %2")
                                       .arg(seed)
                                       .arg(QString::fromUtf8(said.err)));
                continue;
            }
            if (weRefuse) {
                ++refused;
                continue;
            }
            ++compared;
            const SshdEffective theirs = SshdEffective::parse(said.out);
            const SshdEffective ours = config.effective(generated.context);
            for (auto it = theirs.values.cbegin(); it != theirs.values.cend(); ++it) {
                const SshdKeyword *keyword = sshdKeyword(it.key());
                if (!keyword || keyword->kind != SshdKeyword::Kind::Current || it.key() == QLatin1String("hostkey"))
                    continue;
                if (shown(ours, it.key()) != shown(theirs, it.key()))
                    differences.append(QStringLiteral("seed %1: ours %2, theirs %3")
                                           .arg(seed)
                                           .arg(shown(ours, it.key()), shown(theirs, it.key())));
            }
        }
        QVERIFY2(differences.isEmpty(), qPrintable(differences.mid(0, 40).join(QLatin1Char('\n'))));
        qInfo("%d configurations agree, %d are refused by both", compared, refused);
        QVERIFY(compared > 200);
        QVERIFY(refused > 20);
    }

private:
    QString hostKey() const { return m_folder.filePath(QStringLiteral("hostkey")); }
    QString pathOf(const QString &name) const { return m_folder.filePath(name); }

    static QString specification(const SshdContext &context)
    {
        QStringList parts;
        const auto add = [&](const char *name, const QByteArray &value) {
            if (!value.isEmpty())
                parts.append(QStringLiteral("%1=%2").arg(QLatin1String(name), QString::fromUtf8(value)));
        };
        add("user", context.user);
        add("host", context.host);
        add("addr", context.address);
        add("laddr", context.localAddress);
        add("lport", context.localPort ? QByteArray::number(context.localPort) : QByteArray());
        return parts.join(QLatin1Char(','));
    }

    Ran run(const Case &one)
    {
        for (auto it = one.files.cbegin(); it != one.files.cend(); ++it) {
            QFile file(pathOf(it.key()));
            if (!file.open(QIODevice::WriteOnly))
                return {};
            file.write(it.value());
        }
        QStringList arguments{QStringLiteral("-T"), QStringLiteral("-f"), pathOf(QStringLiteral("main")),
                              QStringLiteral("-h"), hostKey()};
        if (const QString wanted = specification(one.context); !wanted.isEmpty())
            arguments << QStringLiteral("-C") << wanted;
        return ran(m_sshd, arguments);
    }

    SshdEffective asked(const Case &one) { return SshdEffective::parse(run(one).out); }

    SshdConfig read(const Case &one) const
    {
        QList<SshdFile> files;
        for (auto it = one.files.cbegin(); it != one.files.cend(); ++it)
            files.append(SshdFile::parse(RemotePath(pathOf(it.key())), it.value()));
        return SshdConfig::read(files, RemotePath(pathOf(QStringLiteral("main"))), m_version);
    }

    SshdEffective computed(const Case &one) const { return read(one).effective(one.context); }

    static QString shown(const SshdEffective &effective, const QString &keyword)
    {
        QStringList lines;
        for (const UntrustedText &text : effective.values.value(keyword))
            lines.append(text.raw());
        return QStringLiteral("%1: %2").arg(keyword, lines.join(QLatin1String(" | ")));
    }

    /// A configuration that people might write, and some that nobody should.
    Case made(quint32 seed) const
    {
        QRandomGenerator random(seed);
        const auto pick = [&random](const QByteArrayList &from) { return from[random.bounded(int(from.size()))]; };
        const QByteArrayList users{"root", "daemon", "nobody", "alice"};
        const QByteArrayList settings{
            "PermitRootLogin no",
            "PermitRootLogin yes",
            "permitrootlogin prohibit-password",
            "PermitRootLogin=forced-commands-only",
            "PasswordAuthentication no",
            "PasswordAuthentication = yes",
            "KbdInteractiveAuthentication no",
            "ChallengeResponseAuthentication yes",
            "PermitEmptyPasswords yes",
            "X11Forwarding yes",
            "X11Forwarding no # no",
            "MaxAuthTries 3",
            "MaxAuthTries 9",
            "MaxSessions 2",
            "AllowTcpForwarding local",
            "AllowTcpForwarding ALL",
            "AllowUsers root 'a b'",
            "AllowUsers *@10.0.0.0/8",
            "DenyGroups \"staff\" users",
            "GatewayPorts clientspecified",
            "ClientAliveInterval 5m",
            "ClientAliveCountMax 0",
            "Banner /etc/issue",
            "Banner none",
            "LogLevel VERBOSE",
            "LogLevel debug",
            "AuthorizedKeysFile .ssh/a .ssh/b",
            "AuthenticationMethods publickey,password publickey",
            "PermitTunnel point-to-point",
            "RekeyLimit 1G 1h",
            "ForceCommand echo \"hi\" # x",
            "ChrootDirectory /srv/%u",
            "AcceptEnv LANG LC_*",
            "SetEnv A=1 B=2",
            "PermitOpen 10.0.0.1:80",
            "PermitListen 8080",
            "PubkeyAuthOptions verify-required",
            "IgnoreRhosts shosts-only",
            "HostbasedAuthentication yes",
            "StreamLocalBindMask 0111",
            "IPQoS af21 cs1",
            "RequiredRSASize 2048",
            "PubkeyAcceptedAlgorithms -ecdsa*",
            "UnusedConnectionTimeout 2m30",
            "PermitTTY NO",
            "DisableForwarding yes",
            "ExposeAuthInfo yes",
        };
        const QByteArrayList globals{
            "Port 2222",
            "Port 22",
            "UsePAM yes",
            "LoginGraceTime 1h30m",
            "MaxStartups 10:30:60",
            "MaxStartups 7",
            "StrictModes no",
            "UseDNS yes",
            "Compression delayed",
            "Ciphers -*cbc,aes128*",
            "MACs hmac-sha2-256,hmac-sha2-512",
            "KexAlgorithms ^curve25519-sha256",
            "HostKeyAlgorithms ssh-ed25519,rsa-sha2-512",
            "PerSourceMaxStartups 5",
            "PerSourceNetBlockSize 24:56",
            "AddressFamily inet",
            "ListenAddress 127.0.0.1",
            "ListenAddress [::1]:2022",
            "SyslogFacility AUTHPRIV",
            "PermitUserEnvironment LANG,LC_*",
            "VersionAddendum hello there",
            "TCPKeepAlive no",
            "Protocol 2",
            "UsePrivilegeSeparation sandbox",
            "PrintMotd no",
            "FingerprintHash md5",
        };
        const QByteArrayList broken{"PermitRootLogn no",
                                    "MaxAuthTries many",
                                    "LoginGraceTime 5x",
                                    "Banner \"open",
                                    "UsePAM",
                                    "PasswordAuthentication maybe",
                                    "X11Forwarding yes#c",
                                    "Port 70000",
                                    "MaxStartups 5:200:10"};
        const QByteArrayList matches{
            "Match User root",
            "Match User !root",
            "Match User *,!root",
            "Match User d*,nob?dy",
            "Match Group root,daemon",
            "Match Group *,!root",
            "Match Address 10.0.0.0/8",
            "Match Address 192.168.1.*,!192.168.1.7",
            "Match Host *.example",
            "Match LocalPort 2222",
            "Match LocalAddress 127.0.0.1",
            "Match User root Address 10.0.0.0/8",
            "Match all",
            "Match User=root",
        };
        const auto block = [&](int lines, bool global) {
            QByteArray text;
            for (int i = random.bounded(lines + 1); i > 0; --i) {
                const bool useGlobal = global && random.bounded(3) == 0;
                text += (random.bounded(2) ? "  " : "") + (useGlobal ? pick(globals) : pick(settings));
                text += random.bounded(9) == 0 ? " # because\n" : "\n";
            }
            return text;
        };
        Case one;
        one.context.localPort = 22; // without it sshd refuses "Match LocalPort", even for a test
        QByteArray included = block(4, true);
        if (random.bounded(2))
            included += pick(matches) + '\n' + block(3, false);
        one.files.insert(QStringLiteral("10-a.conf"), included);
        one.files.insert(QStringLiteral("20-b.conf"), block(3, false));
        QByteArray text = block(3, true);
        if (random.bounded(3))
            text += "Include " + pathOf(QStringLiteral("*.conf")).toUtf8() + '\n';
        text += block(8, true);
        for (int i = random.bounded(4); i > 0; --i) {
            text += pick(matches) + '\n' + block(4, false);
            if (random.bounded(5) == 0)
                text += "Include " + pathOf(QStringLiteral("20-b.conf")).toUtf8() + '\n' + block(2, false);
        }
        if (random.bounded(6) == 0)
            text += pick(broken) + '\n';
        one.files.insert(QStringLiteral("main"), text);

        if (random.bounded(4)) {
            one.context.user = pick(users);
            one.context.address = pick({"10.1.2.3", "192.168.1.7", "192.168.1.8", "2001:db8::1"});
            one.context.host = pick({"gate.example", "elsewhere.test"});
            one.context.localAddress = pick({"127.0.0.1", "10.0.0.1"});
            one.context.localPort = random.bounded(2) ? 22 : 2222;
            if (one.context.user == "nobody")
                one.context.groups = {"nogroup"};
            else if (one.context.user != "alice")
                one.context.groups = {one.context.user};
        }
        return one;
    }

    QTemporaryDir m_folder;
    QString m_sshd;
    SshdVersion m_version;
};

GW_REGISTER_TEST(SshdAgainstSshdTest)
#include "sshdagainstsshdtest.moc"
