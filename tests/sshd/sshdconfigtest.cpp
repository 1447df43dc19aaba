// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/sshd/tree.h"
#include "tests/support/testmain.h"

using namespace gw;

namespace {

const SshdVersion bookworm = SshdVersion::parse(QStringLiteral("OpenSSH_9.2p1 Debian-2+deb12u5"));

SshdFile file(const char *path, const QByteArray &text)
{
    return SshdFile::parse(RemotePath(QByteArray(path)), text);
}

SshdConfig config(const QByteArray &mainText, const QList<SshdFile> &others = {})
{
    return SshdConfig::read(QList<SshdFile>{file("/etc/ssh/sshd_config", mainText)} + others,
                            RemotePath(QByteArray("/etc/ssh/sshd_config")), bookworm);
}

SshdContext user(const char *name, const QList<QByteArray> &groups = {})
{
    SshdContext context;
    context.user = name;
    context.groups = groups;
    return context;
}

SshdContext from(const char *address)
{
    SshdContext context;
    context.address = address;
    return context;
}

QString value(const SshdConfig &config, const char *keyword, const SshdContext &context = {})
{
    return config.effective(context).value(QString::fromLatin1(keyword));
}

QString place(const SshdConfig &config, const char *keyword, const SshdContext &context = {})
{
    const auto origin = config.originOf(QString::fromLatin1(keyword), context);
    return origin ? QStringLiteral("%1:%2:%3").arg(origin->file.shownName()).arg(origin->line).arg(origin->column)
                  : QStringLiteral("default");
}

QList<SshdProblem::Kind> problems(const SshdConfig &config)
{
    QList<SshdProblem::Kind> kinds;
    for (const SshdProblem &problem : config.problems())
        kinds.append(problem.kind);
    return kinds;
}

} // namespace

class SshdConfigTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void firstValue_wins()
    {
        const SshdConfig two = config("PermitRootLogin no\n  permitrootlogin yes\n");
        QCOMPARE(value(two, "permitrootlogin"), QStringLiteral("no"));
        QCOMPARE(place(two, "permitrootlogin"), QStringLiteral("sshd_config:1:1"));
        const QList<SshdSetting> shadowed = two.shadowed(QStringLiteral("permitrootlogin"));
        QCOMPARE(shadowed.size(), 1);
        QCOMPARE(shadowed[0].origin.line, 2);
        QCOMPARE(shadowed[0].origin.column, 3);
    }

    void defaultValue_hasNoPlace()
    {
        QCOMPARE(place(config("UsePAM yes\n"), "permitrootlogin"), QStringLiteral("default"));
        QCOMPARE(value(config("UsePAM yes\n"), "permitrootlogin"), QStringLiteral("without-password"));
    }

    void dropIn_winsOverTheMainFileBelowInclude()
    {
        const SshdConfig both =
            config("Include /etc/ssh/sshd_config.d/*.conf\nPasswordAuthentication no\n",
                   {file("/etc/ssh/sshd_config.d/50-cloud-init.conf", "PasswordAuthentication yes\n")});
        QCOMPARE(value(both, "passwordauthentication"), QStringLiteral("yes"));
        QCOMPARE(place(both, "passwordauthentication"), QStringLiteral("50-cloud-init.conf:1:1"));
    }

    void mainFile_winsOverIncludeBelow()
    {
        const SshdConfig both =
            config("PasswordAuthentication no\nInclude /etc/ssh/sshd_config.d/*.conf\n",
                   {file("/etc/ssh/sshd_config.d/50-cloud-init.conf", "PasswordAuthentication yes\n")});
        QCOMPARE(value(both, "passwordauthentication"), QStringLiteral("no"));
    }

    void dropIns_areReadInOrderOfTheirNames()
    {
        const SshdConfig both = config("Include sshd_config.d/*.conf\n",
                                       {file("/etc/ssh/sshd_config.d/90-late.conf", "MaxAuthTries 9\n"),
                                        file("/etc/ssh/sshd_config.d/10-early.conf", "MaxAuthTries 1\n"),
                                        file("/etc/ssh/sshd_config.d/05-other.txt", "MaxAuthTries 5\n"),
                                        file("/etc/ssh/sshd_config.d/.01-hidden.conf", "MaxAuthTries 7\n")});
        QCOMPARE(value(both, "maxauthtries"), QStringLiteral("1"));
    }

    void includeThatGoesInCircles_ends()
    {
        const SshdConfig circle =
            config("Include /etc/ssh/a.conf\n", {file("/etc/ssh/a.conf", "Include /etc/ssh/a.conf\n")});
        QVERIFY(problems(circle).contains(SshdProblem::Kind::IncludeTooDeep));
    }

    void sixteenLevelsOfInclude_areTaken()
    {
        // Tried with sshd 9.2: sixteen levels are read, the seventeenth is refused.
        const auto chain = [](int levels) {
            QList<SshdFile> files;
            for (int i = 1; i <= levels; ++i) {
                const QByteArray path = QByteArray("/etc/ssh/" + QByteArray::number(i) + ".conf");
                const QByteArray next = QByteArray("Include /etc/ssh/" + QByteArray::number(i + 1) + ".conf\n");
                files.append(SshdFile::parse(RemotePath(path), i < levels ? next : QByteArray("MaxSessions 5\n")));
            }
            return config("Include /etc/ssh/1.conf\n", files);
        };
        QCOMPARE(value(chain(16), "maxsessions"), QStringLiteral("5"));
        QVERIFY(chain(16).problems().isEmpty());
        QCOMPARE(problems(chain(17)), QList<SshdProblem::Kind>{SshdProblem::Kind::IncludeTooDeep});
    }

    void listenAddresses_takeEveryPort_inOrder()
    {
        const SshdConfig both =
            config("ListenAddress 10.0.0.1\nListenAddress ::1\nListenAddress 10.0.0.2:99\nPort 22\nPort 2222\n");
        QStringList addresses;
        for (const UntrustedText &address : both.effective().values.value(QStringLiteral("listenaddress")))
            addresses.append(address.raw());
        QCOMPARE(addresses, (QStringList{QStringLiteral("10.0.0.1:22"), QStringLiteral("10.0.0.1:2222"),
                                         QStringLiteral("[::1]:22"), QStringLiteral("[::1]:2222"),
                                         QStringLiteral("10.0.0.2:99")}));
    }

    void includesThatMultiply_areBounded()
    {
        // Each file includes the next one a hundred times: 100^10 lines.
        QList<SshdFile> files;
        for (char name = 'a'; name < 'k'; ++name) {
            const QByteArray next = QByteArray("Include /etc/ssh/") + char(name + 1) + ".conf\n";
            files.append(SshdFile::parse(RemotePath(QByteArray("/etc/ssh/") + name + ".conf"), next.repeated(100)));
        }
        const SshdConfig bomb = config("Include /etc/ssh/a.conf\nPort 22\n", files);
        QVERIFY(bomb.settings().size() <= 20000);
        QVERIFY(bomb.problems().size() <= 20000);
    }

    void missingPlainInclude_isSaid()
    {
        QCOMPARE(problems(config("Include /etc/crypto-policies/back-ends/opensshserver.config\n")),
                 QList<SshdProblem::Kind>{SshdProblem::Kind::IncludeMissing});
        QVERIFY(problems(config("Include /etc/ssh/sshd_config.d/*.conf\n")).isEmpty());
    }

    void lists_areCollected()
    {
        const SshdConfig lists = config("AllowUsers a b\nAcceptEnv LANG\nAllowUsers c\nPort 22\nPort 2222\n");
        QCOMPARE(lists.effective().values.value(QStringLiteral("allowusers")).size(), 3);
        QCOMPARE(lists.effective().values.value(QStringLiteral("port")).size(), 2);
        QCOMPARE(lists.effective().values.value(QStringLiteral("listenaddress")).size(), 4);
        QVERIFY(lists.shadowed(QStringLiteral("allowusers")).isEmpty());
    }

    void listOperators_changeTheDefault()
    {
        QVERIFY(value(config("MACs -hmac-sha1*,umac-64*\n"), "macs").startsWith(QLatin1String("umac-128-etm")));
        QVERIFY(!value(config("MACs -hmac-sha1*,umac-64*\n"), "macs").contains(QLatin1String("sha1")));
        QVERIFY(value(config("KexAlgorithms +diffie-hellman-group1-sha1\n"), "kexalgorithms")
                    .endsWith(QLatin1String(",diffie-hellman-group1-sha1")));
        QVERIFY(value(config("Ciphers ^aes256-gcm@openssh.com\n"), "ciphers")
                    .startsWith(QLatin1String("aes256-gcm@openssh.com,chacha20")));
        QCOMPARE(value(config("Ciphers aes256-ctr\n"), "ciphers"), QStringLiteral("aes256-ctr"));
    }

    void oldNames_setTheNewKeyword()
    {
        const SshdConfig old = config("ChallengeResponseAuthentication no\nKbdInteractiveAuthentication yes\n");
        QCOMPARE(value(old, "kbdinteractiveauthentication"), QStringLiteral("no"));
        QCOMPARE(place(old, "kbdinteractiveauthentication"), QStringLiteral("sshd_config:1:1"));
    }

    void matchBlock_winsOverGlobalLines()
    {
        const SshdConfig match =
            config("PasswordAuthentication no\nMatch User alice,b*\n\tPasswordAuthentication yes\n");
        QCOMPARE(value(match, "passwordauthentication"), QStringLiteral("no"));
        QCOMPARE(value(match, "passwordauthentication", user("alice")), QStringLiteral("yes"));
        QCOMPARE(value(match, "passwordauthentication", user("bob")), QStringLiteral("yes"));
        QCOMPARE(value(match, "passwordauthentication", user("carol")), QStringLiteral("no"));
        QCOMPARE(place(match, "passwordauthentication", user("bob")), QStringLiteral("sshd_config:3:2"));
    }

    void firstMatchingBlock_wins()
    {
        const SshdConfig match =
            config("Match User alice\nMaxAuthTries 1\nMatch User a*\nMaxAuthTries 2\nMaxSessions 3\n");
        QCOMPARE(value(match, "maxauthtries", user("alice")), QStringLiteral("1"));
        QCOMPARE(value(match, "maxsessions", user("alice")), QStringLiteral("3"));
    }

    void matchAll_holdsForEverybody()
    {
        const SshdConfig match =
            config("PermitRootLogin no\nMatch User bob\nX11Forwarding yes\nMatch all\nPermitRootLogin yes\nPort 44\n");
        QCOMPARE(value(match, "permitrootlogin"), QStringLiteral("yes"));
        QCOMPARE(value(match, "x11forwarding"), QStringLiteral("no"));
        QCOMPARE(value(match, "port"), QStringLiteral("44"));
        QVERIFY(problems(match).isEmpty());
    }

    void negatedPattern_onlyTakesAway()
    {
        QCOMPARE(value(config("Match User !bob\nMaxAuthTries 1\n"), "maxauthtries", user("alice")),
                 QStringLiteral("6"));
        const SshdConfig match = config("Match User *,!bob\nMaxAuthTries 1\n");
        QCOMPARE(value(match, "maxauthtries", user("alice")), QStringLiteral("1"));
        QCOMPARE(value(match, "maxauthtries", user("bob")), QStringLiteral("6"));
    }

    void groups_matchAny()
    {
        const SshdConfig match = config("Match Group sftp,!staff\nMaxAuthTries 1\n");
        QCOMPARE(value(match, "maxauthtries", user("a", {"users", "sftp"})), QStringLiteral("1"));
        QCOMPARE(value(match, "maxauthtries", user("a", {"sftp", "staff"})), QStringLiteral("6"));
        QCOMPARE(value(match, "maxauthtries", user("a")), QStringLiteral("6"));
    }

    void addresses_matchByNetwork()
    {
        const SshdConfig match =
            config("Match Address 10.0.0.0/8,192.168.1.?,2001:db8::/32,!10.9.0.0/16\nMaxAuthTries 1\n");
        QCOMPARE(value(match, "maxauthtries", from("10.1.2.3")), QStringLiteral("1"));
        QCOMPARE(value(match, "maxauthtries", from("10.9.2.3")), QStringLiteral("6"));
        QCOMPARE(value(match, "maxauthtries", from("192.168.1.7")), QStringLiteral("1"));
        QCOMPARE(value(match, "maxauthtries", from("192.168.1.77")), QStringLiteral("6"));
        QCOMPARE(value(match, "maxauthtries", from("2001:db8::1")), QStringLiteral("1"));
        QCOMPARE(value(match, "maxauthtries", from("2001:db9::1")), QStringLiteral("6"));
        QCOMPARE(value(match, "maxauthtries"), QStringLiteral("6"));
    }

    void allCriteria_mustHold()
    {
        const SshdConfig match = config("Match User=alice Address 10.0.0.0/8 LocalPort 2222\nMaxAuthTries 1\n");
        SshdContext context = user("alice");
        context.address = "10.0.0.1";
        QCOMPARE(value(match, "maxauthtries", context), QStringLiteral("6"));
        context.localPort = 2222;
        QCOMPARE(value(match, "maxauthtries", context), QStringLiteral("1"));
    }

    void hostsAndInvalidUsers_match()
    {
        SshdContext context;
        context.host = "Gate.Example";
        QCOMPARE(value(config("Match Host *.EXAMPLE\nMaxAuthTries 1\n"), "maxauthtries", context), QStringLiteral("1"));
        context.invalidUser = true;
        QCOMPARE(value(config("Match Invalid-User\nMaxAuthTries 2\n"), "maxauthtries", context), QStringLiteral("2"));
        QCOMPARE(value(config("Match Invalid-User\nMaxAuthTries 2\n"), "maxauthtries"), QStringLiteral("6"));
    }

    void includedFile_keepsItsMatchToItself()
    {
        const SshdConfig match = config("Include /etc/ssh/sshd_config.d/*.conf\nMaxAuthTries 3\n",
                                        {file("/etc/ssh/sshd_config.d/a.conf", "Match User alice\nMaxSessions 1\n")});
        QCOMPARE(value(match, "maxauthtries"), QStringLiteral("3"));
        QCOMPARE(value(match, "maxsessions", user("alice")), QStringLiteral("1"));
        QCOMPARE(value(match, "maxsessions", user("bob")), QStringLiteral("10"));
    }

    void includeInMatchBlock_holdsThereOnly()
    {
        const SshdConfig match = config(
            "Match User alice\nInclude /etc/ssh/alice.conf\nMatch User bob\nMaxSessions 2\n",
            {file("/etc/ssh/alice.conf", "MaxSessions 1\nMatch Address 10.0.0.0/8\nMaxSessions 4\nMaxAuthTries 4\n")});
        QCOMPARE(value(match, "maxsessions", user("alice")), QStringLiteral("1"));
        QCOMPARE(value(match, "maxsessions", user("bob")), QStringLiteral("2"));
        SshdContext alice = user("alice");
        alice.address = "10.0.0.1";
        QCOMPARE(value(match, "maxauthtries", alice), QStringLiteral("4"));
        SshdContext carol = user("carol");
        carol.address = "10.0.0.1";
        QCOMPARE(value(match, "maxauthtries", carol), QStringLiteral("6"));
    }

    void listsInMatch_replaceTheGlobalList()
    {
        const SshdConfig match = config("AllowUsers a b\nMatch Address 10.0.0.0/8\nAllowUsers c\nAllowUsers d\n");
        const QList<UntrustedText> inside =
            match.effective(from("10.0.0.1")).values.value(QStringLiteral("allowusers"));
        QCOMPARE(inside.size(), 2);
        QCOMPARE(inside[0].raw(), QStringLiteral("c"));
    }

    void whatSshdRefuses_isAProblem_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, const char *text, SshdProblem::Kind kind) {
            QTest::newRow(name) << QByteArray(text) << int(kind);
        };
        row("unknown keyword", "PermitRootLogn no\n", SshdProblem::Kind::UnknownKeyword);
        row("byte order mark", "\xef\xbb\xbfPort 22\n", SshdProblem::Kind::UnknownKeyword);
        row("no argument", "PermitRootLogin\n", SshdProblem::Kind::BrokenLine);
        row("bad value", "PermitRootLogin maybe\n", SshdProblem::Kind::BadValue);
        row("comment without blank", "PermitRootLogin yes#c\n", SshdProblem::Kind::BadValue);
        row("bad time", "LoginGraceTime 5x\n", SshdProblem::Kind::BadValue);
        row("global keyword in a block", "Match User a\nPort 23\n", SshdProblem::Kind::NotInMatch);
        row("unknown criterion", "Match Person a\nPermitTTY no\n", SshdProblem::Kind::BadMatch);
        row("criterion without pattern", "Match User\nPermitTTY no\n", SshdProblem::Kind::BadMatch);
        row("all with company", "Match all User a\nPermitTTY no\n", SshdProblem::Kind::BadMatch);
    }

    void whatSshdRefuses_isAProblem()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, kind);
        QCOMPARE(problems(config(text)), QList<SshdProblem::Kind>{SshdProblem::Kind(kind)});
    }

    void ordinaryConfiguration_hasNoProblems()
    {
        QVERIFY(
            problems(
                config("Protocol 2\nUsePrivilegeSeparation sandbox\nSubsystem sftp internal-sftp\nRekeyLimit 1G 1h\n"
                       "ClientAliveInterval 5m\nIPQoS af21 cs1\nMatch Group sftp\nChrootDirectory %h\nForceCommand "
                       "internal-sftp\n"))
                .isEmpty());
    }
};

GW_REGISTER_TEST(SshdConfigTest)
#include "sshdconfigtest.moc"
