// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/findings/factsbuilder.h"
#include "tests/plan/plannedserver.h"
#include "tests/support/testmain.h"

using namespace gw;
using namespace gw::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray mainFile = "/etc/ssh/sshd_config";
const QByteArray dropIn = "/etc/ssh/sshd_config.d/00-gatewright.conf";

AuthorizedKey ed25519(const QString &user)
{
    AuthorizedKey key;
    key.file = RemotePath(u"/home/%1/.ssh/authorized_keys"_s.arg(user));
    key.line = 1;
    key.type = UntrustedText(u"ssh-ed25519"_s);
    key.bits = 256;
    key.fingerprint = UntrustedText(u"SHA256:"_s + user);
    return key;
}

/// dev logs in with a key and becomes root with sudo.
FactsBuilder debian()
{
    FactsBuilder builder;
    builder.sshdConfig(debianSshdConfig())
        .user(u"dev"_s, {u"dev"_s, u"sudo"_s}, {ed25519(u"dev"_s)})
        .with([](Facts &facts) {
            facts.access.user = UntrustedText(u"dev"_s);
            facts.access.way = Access::Root::SudoNoPassword;
            facts.access.clientAddress = UntrustedText(u"192.0.2.10"_s);
        });
    return builder;
}

QList<Intent> setting(const char *keyword, const QString &value)
{
    return {SetSshd{QString::fromLatin1(keyword), value}};
}

QString effective(const PlannedServer &server, const char *keyword)
{
    return server.facts().sshd->effective->value(QString::fromLatin1(keyword));
}

} // namespace

/// A setting of sshd as a plan.
class SshdIntentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void setting_goesIntoADropInThatIsReadFirst()
    {
        const PlannedServer server(debian().sshdDropIn("50-cloud-init.conf", "PasswordAuthentication yes\n").facts());
        const Plan plan = server.planned(setting("PasswordAuthentication", u"no"_s));
        QCOMPARE(writtenBy(plan, dropIn).split('\n').mid(1).join('\n'), QByteArray("PasswordAuthentication no\n"));
        QCOMPARE(effective(server.after(plan), "passwordauthentication"), u"no"_s);
        QCOMPARE(idsOf(plan), (QStringList{u"write /etc/ssh/sshd_config.d/00-gatewright.conf"_s, u"check sshd"_s,
                                           u"reload ssh.service"_s, u"check sshd -T"_s}));
        QCOMPARE(commandsOf(plan), QByteArrayList{"sshd -T | grep -qxF -e 'passwordauthentication no'"});
        QVERIFY(proves(plan, LoginProof{}));
        QCOMPARE(plan.title, u"PasswordAuthentication no"_s);
    }

    void dropIn_isAsHiddenAsTheMainFile()
    {
        const Facts facts = debian().with([](Facts &it) { it.sshd->files.first().mode = 0600; }).facts();
        const Plan plan = PlannedServer(facts).planned(setting("MaxAuthTries", u"4"_s));
        const auto &write = std::get<WriteFile>(plan.steps.first().change);
        QCOMPARE(write.attributes->mode, 0600u);
        QVERIFY(!write.before.exists());
    }

    void secondSetting_joinsTheFirstInTheDropIn()
    {
        const PlannedServer first(debian().facts());
        const PlannedServer server = first.after(first.planned(setting("MaxAuthTries", u"4"_s)));
        const Plan plan = server.planned(setting("LoginGraceTime", u"30"_s));
        QVERIFY(writtenBy(plan, dropIn).contains("\nMaxAuthTries 4\nLoginGraceTime 30\n"));
        const Plan changed = server.planned(setting("MaxAuthTries", u"3"_s));
        QVERIFY(writtenBy(changed, dropIn).endsWith("first value counts.\nMaxAuthTries 3\n"));
    }

    void settingThatAnEarlierFileDecides_isChangedThere()
    {
        const PlannedServer server(
            debian().sshdDropIn("00-a.conf", "# ours\nMaxAuthTries 9 # too many\nX11Forwarding no\n").facts());
        const Plan plan = server.planned(setting("MaxAuthTries", u"4"_s));
        QCOMPARE(writtenBy(plan, "/etc/ssh/sshd_config.d/00-a.conf"),
                 QByteArray("# ours\nMaxAuthTries 4 # too many\nX11Forwarding no\n"));
        QCOMPARE(effective(server.after(plan), "maxauthtries"), u"4"_s);
        QVERIFY(!server.after(plan).has(dropIn));
    }

    void lineBeforeTheInclude_isChangedWhereItStands()
    {
        const PlannedServer server(debian().sshdConfig("PermitRootLogin yes\n" + debianSshdConfig()).facts());
        const Plan plan = server.planned(setting("PermitRootLogin", u"no"_s));
        QCOMPARE(writtenBy(plan, mainFile), "PermitRootLogin no\n" + debianSshdConfig());
    }

    void serverWithoutFolder_hasItsMainFileChanged()
    {
        const PlannedServer server(debian()
                                       .sshdConfig("#MaxAuthTries 6\r\nUsePAM yes\r\nMatch User git\r\n"
                                                   "  X11Forwarding no\r\n")
                                       .facts());
        const Plan plan = server.planned(setting("MaxAuthTries", u"4"_s));
        QCOMPARE(writtenBy(plan, mainFile), QByteArray("#MaxAuthTries 6\r\nMaxAuthTries 4\r\nUsePAM yes\r\n"
                                                       "Match User git\r\n  X11Forwarding no\r\n"));
    }

    void keywordWhoseLastLineCounts_isChangedInTheLastLine()
    {
        const PlannedServer server(debian().sshdLines("MaxStartups 100\nMaxStartups 10:30:100\n").facts());
        const PlannedServer after = server.after(server.planned(setting("MaxStartups", u"10:30:60"_s)));
        QCOMPARE(effective(after, "maxstartups"), u"10:30:60"_s);
        QCOMPARE(after.content(mainFile), debianSshdConfig() + "MaxStartups 100\nMaxStartups 10:30:60\n");
    }

    void listWhoseLinesAddUp_becomesWhatWasWished()
    {
        const PlannedServer server(
            debian().sshdLines("AllowUsers ada # boss\n").sshdDropIn("50-x.conf", "AllowUsers dev ben\n").facts());
        const Plan plan = server.planned(setting("AllowUsers", u"dev ops"_s));
        const PlannedServer after = server.after(plan);
        QCOMPARE(after.content("/etc/ssh/sshd_config.d/50-x.conf"), QByteArray("AllowUsers dev ops\n"));
        QCOMPARE(after.content(mainFile), debianSshdConfig());
        QVERIFY(commandsOf(plan).first().contains("-e 'allowusers dev' -e 'allowusers ops'"));
        QVERIFY(commandsOf(plan).first().contains("grep -c '^allowusers ' | grep -qx 2"));
    }

    void subsystem_leavesTheOthersAlone()
    {
        const PlannedServer server(debian().sshdLines("Subsystem netconf /usr/bin/netconf\n").facts());
        const PlannedServer after = server.after(server.planned(setting("Subsystem", u"sftp internal-sftp"_s)));
        QVERIFY(
            after.content(mainFile).endsWith("Subsystem\tsftp internal-sftp\nSubsystem netconf /usr/bin/netconf\n"));
    }

    void emptyValue_takesOurLineBack_andTheFileWithTheLastOne()
    {
        const PlannedServer plain(debian().facts());
        const PlannedServer server = plain.after(plain.planned(setting("MaxAuthTries", u"4"_s)));
        const Plan plan = server.planned(setting("MaxAuthTries", {}));
        QCOMPARE(plan.steps.first().id, u"remove /etc/ssh/sshd_config.d/00-gatewright.conf"_s);
        QVERIFY(!server.after(plan).has(dropIn));
    }

    void emptyValue_withoutALineOfOurs_takesEveryGlobalLine()
    {
        const PlannedServer server(
            debian().sshdLines("MaxAuthTries 9\nMaxAuthTries 8\nMatch User git\n  MaxAuthTries 1\n").facts());
        const PlannedServer after = server.after(server.planned(setting("MaxAuthTries", {})));
        QCOMPARE(after.content(mainFile), debianSshdConfig() + "Match User git\n  MaxAuthTries 1\n");
    }

    void whatHoldsAlready_isNoStep()
    {
        const PlannedServer server(debian().facts());
        QVERIFY(server.planned(setting("UsePAM", u"yes"_s)).steps.isEmpty());
        QVERIFY(server.planned(setting("PermitRootLogin", u"prohibit-password"_s)).steps.isEmpty()); // the default
        QVERIFY(server.planned(setting("LoginGraceTime", u"2m"_s)).steps.isEmpty());
        QVERIFY(server.planned({}).steps.isEmpty());
    }

    void whatTheFilesSayButSshdDoesNot_isWritten()
    {
        const Facts facts =
            debian()
                .with([](Facts &it) { it.sshd->effective->values[u"maxauthtries"_s] = {UntrustedText(u"9"_s)}; })
                .facts();
        QVERIFY(!PlannedServer(facts).planned(setting("MaxAuthTries", u"6"_s)).steps.isEmpty());
    }

    void blockThatSaysOtherwise_isWarnedOf()
    {
        const PlannedServer server(debian().sshdLines("Match User backup\n  PasswordAuthentication yes\n").facts());
        const Plan plan = server.planned(setting("PasswordAuthentication", u"no"_s));
        QVERIFY(plan.warnings.contains(u"For “Match user backup” (/etc/ssh/sshd_config, line 11) it stays "
                                       "“PasswordAuthentication yes”."_s));
    }

    void blockForEverybody_isChangedItself()
    {
        const PlannedServer server(debian().sshdLines("Match all\n  PermitRootLogin yes\n").facts());
        const PlannedServer after = server.after(server.planned(setting("PermitRootLogin", u"no"_s)));
        QVERIFY(after.content(mainFile).endsWith("Match all\n  PermitRootLogin no\n"));
    }

    void oldRelease_isWrittenInItsOwnWords()
    {
        const PlannedServer server(debian()
                                       .sshdVersion(u"OpenSSH_8.4p1 Debian-5+deb11u3"_s)
                                       .sshdConfig("UsePAM yes\nChallengeResponseAuthentication yes\n")
                                       .facts());
        const Plan plan = server.planned(setting("KbdInteractiveAuthentication", u"no"_s));
        QCOMPARE(writtenBy(plan, mainFile), QByteArray("UsePAM yes\nChallengeResponseAuthentication no\n"));
        QCOMPARE(commandsOf(plan), QByteArrayList{"sshd -T | grep -qxF -e 'challengeresponseauthentication no'"});
        const Plan types = server.planned(setting("PubkeyAcceptedAlgorithms", u"ssh-ed25519"_s));
        QVERIFY(writtenBy(types, mainFile).endsWith("PubkeyAcceptedKeyTypes ssh-ed25519\n"));
    }

    void oldRelease_hasBothSwitchesSet()
    {
        const PlannedServer server(debian()
                                       .sshdVersion(u"OpenSSH_8.4p1"_s)
                                       .sshdConfig("KbdInteractiveAuthentication yes\nUsePAM yes\n")
                                       .facts());
        const PlannedServer after = server.after(server.planned(setting("KbdInteractiveAuthentication", u"no"_s)));
        QCOMPARE(after.content(mainFile), QByteArray("KbdInteractiveAuthentication no\nUsePAM yes\n"
                                                     "ChallengeResponseAuthentication no\n"));
    }

    void newSpelling_findsTheLineWithTheOldName()
    {
        const PlannedServer server(debian().sshdConfig("UsePAM yes\nChallengeResponseAuthentication yes\n").facts());
        const PlannedServer after = server.after(server.planned(setting("KbdInteractiveAuthentication", u"no"_s)));
        QCOMPARE(after.content(mainFile), QByteArray("UsePAM yes\nChallengeResponseAuthentication no\n"));
    }

    void whatSshdDoesNotTake_isRefused_data()
    {
        QTest::addColumn<QString>("keyword");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("cause");
        QTest::newRow("no keyword") << u"PermitMagic"_s << u"yes"_s << u"PermitMagic is no setting of sshd"_s;
        QTest::newRow("a block") << u"Match"_s << u"all"_s << u"Match is no setting of sshd"_s;
        QTest::newRow("outdated") << u"Protocol"_s << u"2"_s << u"Protocol is no setting of sshd"_s;
        QTest::newRow("value") << u"PermitRootLogin"_s << u"maybe"_s << u"PermitRootLogin does not take “maybe”"_s;
        QTest::newRow("line break") << u"Banner"_s << u"/x\nPermitRootLogin yes"_s
                                    << u"Banner does not take “/x␊PermitRootLogin yes”"_s;
        QTest::newRow("comment") << u"Banner"_s << u"/x # y"_s << u"Banner does not take “/x # y”"_s;
        QTest::newRow("open quote") << u"Banner"_s << u"\"/x"_s << u"Banner does not take “\"/x”"_s;
        QTest::newRow("too new") << u"PerSourcePenalties"_s << u"yes"_s
                                 << u"OpenSSH 9.2 does not know PerSourcePenalties: it came with OpenSSH 9.8"_s;
        QTest::newRow("port") << u"Port"_s << u"2222"_s
                              << u"The port is more than a line: the firewall has a say in it"_s;
    }

    void whatSshdDoesNotTake_isRefused()
    {
        QFETCH(QString, keyword);
        QFETCH(QString, value);
        QTEST(PlannedServer(debian().facts()).refusal({SetSshd{keyword, value}}), "cause");
    }

    void wishesThatContradict_areNamed()
    {
        const PlannedServer server(debian().facts());
        QCOMPARE(server.refusal({SetSshd{u"MaxAuthTries"_s, u"4"_s}, SetSshd{u"maxauthtries"_s, u"3"_s}}),
                 u"MaxAuthTries cannot be “4” and “3” at once"_s);
        QCOMPARE(server.planned({SetSshd{u"MaxAuthTries"_s, u"4"_s}, SetSshd{u"maxauthtries"_s, u"4"_s}}).steps.size(),
                 4);
    }

    void severalWishes_areOneWriteAndOneReload()
    {
        const PlannedServer server(debian().facts());
        const Plan plan = server.planned({SetSshd{u"PermitRootLogin"_s, u"no"_s}, SetSshd{u"X11Forwarding"_s, u"no"_s},
                                          SetSshd{u"MaxAuthTries"_s, u"4"_s}});
        QCOMPARE(plan.steps.size(), 4);
        QVERIFY(plan.steps.first().reason.contains(u"PermitRootLogin no: everybody knows the name root"_s));
        QCOMPARE(commandsOf(plan).first(), QByteArray("[ \"$(sshd -T | grep -cxF -e 'permitrootlogin no' -e "
                                                      "'x11forwarding no' -e 'maxauthtries 4')\" = 3 ]"));
        QCOMPARE(plan.title, u"Change 3 settings of SSH"_s);
    }

    void listFromTheDefaults_isVerifiedByItsNames()
    {
        const PlannedServer server(debian().facts());
        const Plan plan = server.planned(setting("MACs", u"-hmac-sha1,umac-64*"_s));
        QCOMPARE(commandsOf(plan).first(), QByteArray("sshd -T | { ! sed -n 's/^macs //p' | tr , '\\n' | grep -qxF -e "
                                                      "'hmac-sha1'; }"));
    }

    void serverBehindASocket_isNotReloadedWhileSshdSleeps()
    {
        const Facts facts = debian().with([](Facts &it) { it.sshd->socketActivated = true; }).facts();
        const Plan plan = PlannedServer(facts).planned(setting("MaxAuthTries", u"4"_s));
        QVERIFY(!stepOf(plan, u"reload ssh.service"_s));
    }

    void everyStep_canBeLeftOutWithWhatNeedsIt()
    {
        const PlannedServer server(debian().facts());
        const Plan plan = server.planned(setting("MaxAuthTries", u"4"_s));
        QCOMPARE(stepOf(plan, u"reload ssh.service"_s)->needs,
                 (QStringList{u"check sshd"_s, u"write /etc/ssh/sshd_config.d/00-gatewright.conf"_s}));
        for (const Step &step : plan.steps) {
            QVERIFY(!step.reason.isEmpty());
            for (const QString &needed : step.needs)
                QVERIFY(stepOf(plan, needed));
        }
    }

    void profile_namesOnlyWhatTheReleaseKnows_andNothingWeak()
    {
        const SshdVersion version = SshdVersion::parse(u"OpenSSH_8.4p1"_s);
        const QList<Intent> modern = algorithmProfile(SshdProfile::Modern, version);
        QCOMPARE(modern.size(), 5);
        const auto kex = std::get<SetSshd>(modern.first());
        QCOMPARE(kex.value, u"curve25519-sha256,curve25519-sha256@libssh.org,diffie-hellman-group18-sha512,"
                            "diffie-hellman-group16-sha512"_s);
        const auto newest =
            std::get<SetSshd>(algorithmProfile(SshdProfile::Modern, SshdVersion::parse(u"OpenSSH_10.0p1"_s)).first());
        QVERIFY(newest.value.startsWith(u"mlkem768x25519-sha256,sntrup761x25519-sha512,"_s));
        const auto macs = std::get<SetSshd>(algorithmProfile(SshdProfile::Compatible, version)[2]);
        QVERIFY(macs.value.contains(u"hmac-sha2-256"_s) && !macs.value.contains(u"hmac-md5"_s));
    }
};

GW_REGISTER_TEST(SshdIntentTest)
#include "sshdintenttest.moc"
