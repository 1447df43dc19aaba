// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ssh/sshddraft.h"
#include "tests/scenes/samplessh.h"
#include "tests/support/testmain.h"

using namespace gw;

/// What the form of sshd knows, without a widget.
class SshdDraftTest : public QObject {
    Q_OBJECT

    static UntrustedText u(const char *text) { return UntrustedText(QString::fromUtf8(text)); }

    static SshdDraft draftOf(Facts facts)
    {
        SshdDraft draft;
        const auto shared = std::make_shared<const Facts>(std::move(facts));
        draft.setFacts(shared, std::make_shared<const Review>(review(*shared)));
        return draft;
    }

    static SshdDraft tutorial() { return draftOf(sample::loggedInAsDev()); }

    static UserAccount &account(Facts &facts, const QString &name)
    {
        return *std::find_if(facts.users->begin(), facts.users->end(),
                             [&](const UserAccount &user) { return user.name == name; });
    }

    static QString key(const char *keyword) { return QString::fromLatin1(keyword); }

private Q_SLOTS:
    void everyValue_hasItsPlace_data()
    {
        QTest::addColumn<QString>("keyword");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("origin");
        QTest::newRow("drop-in wins") << key("passwordauthentication") << QStringLiteral("yes")
                                      << QStringLiteral("sshd_config.d/50-cloud-init.conf:1");
        QTest::newRow("main file") << key("permitrootlogin") << QStringLiteral("yes")
                                   << QStringLiteral("sshd_config:5");
        QTest::newRow("old name in the file")
            << key("kbdinteractiveauthentication") << QStringLiteral("yes") << QStringLiteral("sshd_config:7");
        QTest::newRow("default") << key("maxauthtries") << QStringLiteral("6")
                                 << QStringLiteral("default of OpenSSH 9.2");
        QTest::newRow("nothing") << key("allowusers") << QString() << QStringLiteral("no line sets it");
    }

    void everyValue_hasItsPlace()
    {
        QFETCH(const QString, keyword);
        const SshdDraft draft = tutorial();
        QTEST(draft.effective(keyword), "value");
        QTEST(draft.origin(keyword), "origin");
        QVERIFY(!draft.isChanged(keyword));
    }

    void everyFieldOfTheForm_isAKeywordOfSshd()
    {
        for (const SshdField &field : sshdFields()) {
            const SshdKeyword *known = sshdKeyword(QString::fromLatin1(field.keyword));
            QVERIFY2(known && known->kind == SshdKeyword::Kind::Current, field.keyword);
            QVERIFY(sshdPrintedName(*known) == QLatin1String(field.keyword));
            for (const SshdField::Choice &choice : field.choices) {
                SshdDraft draft = tutorial();
                draft.wish(key(field.keyword), QString::fromLatin1(choice.value));
                QCOMPARE(draft.problem(key(field.keyword)), QString());
            }
        }
    }

    void sameValueInOtherWords_isNoChange_data()
    {
        QTest::addColumn<QString>("keyword");
        QTest::addColumn<QString>("typed");
        QTest::newRow("minutes") << key("logingracetime") << QStringLiteral("2m");
        QTest::newRow("blanks") << key("maxauthtries") << QStringLiteral(" 6 ");
        QTest::newRow("zero") << key("clientaliveinterval") << QStringLiteral("0s");
        QTest::newRow("no banner") << key("banner") << QString();
        QTest::newRow("case") << key("permitrootlogin") << QStringLiteral("YES");
    }

    void sameValueInOtherWords_isNoChange()
    {
        QFETCH(const QString, keyword);
        QFETCH(const QString, typed);
        SshdDraft draft = tutorial();
        draft.wish(keyword, typed);
        QVERIFY(!draft.isChanged(keyword));
        QCOMPARE(draft.problem(keyword), QString());
        QVERIFY(draft.intents().isEmpty());
    }

    void changes_becomeIntentsInTheWordsOfSshd()
    {
        SshdDraft draft = tutorial();
        draft.wish(key("allowusers"), QStringLiteral("dev, ops"));
        draft.wish(key("permitrootlogin"), QStringLiteral("prohibit-password"));
        draft.wish(key("port"), QStringLiteral("2222"));
        draft.wish(key("logingracetime"), QStringLiteral("30"));
        draft.wish(key("banner"), QStringLiteral("/etc/issue.net"));
        const QList<Intent> wanted{MoveSshPort{2222},
                                   SetSshd{QStringLiteral("PermitRootLogin"), QStringLiteral("prohibit-password")},
                                   SetSshd{QStringLiteral("AllowUsers"), QStringLiteral("dev ops")},
                                   SetSshd{QStringLiteral("LoginGraceTime"), QStringLiteral("30")},
                                   SetSshd{QStringLiteral("Banner"), QStringLiteral("/etc/issue.net")}};
        QCOMPARE(draft.changes(), 5);
        QVERIFY(draft.intents() == wanted);
        QCOMPARE(draft.changedLines().value(1), QStringLiteral("PermitRootLogin prohibit-password"));
        draft.resetAll();
        QCOMPARE(draft.changes(), 0);
        QVERIFY(draft.intents().isEmpty());
    }

    void clearedList_goesBackToTheOtherFiles()
    {
        Facts facts = sample::loggedInAsDev();
        facts.sshd->effective->values[key("allowusers")] = {u("dev"), u("ops")};
        SshdDraft draft = draftOf(facts);
        QCOMPARE(draft.effective(key("allowusers")), QStringLiteral("dev ops"));
        draft.wish(key("allowusers"), QString());
        QVERIFY(draft.intents() == QList<Intent>({SetSshd{QStringLiteral("AllowUsers"), QString()}}));
    }

    void whatSshdWouldNotTake_isSaidAndNotPlanned_data()
    {
        QTest::addColumn<QString>("keyword");
        QTest::addColumn<QString>("typed");
        for (const char *port : {"0", "70000", "ssh", "", "22 23", "-1"})
            QTest::newRow(qPrintable(QStringLiteral("port %1").arg(QLatin1String(port)))) << key("port") << key(port);
        QTest::newRow("attempts") << key("maxauthtries") << QStringLiteral("few");
        QTest::newRow("negative") << key("maxauthtries") << QStringLiteral("-1");
        QTest::newRow("time") << key("logingracetime") << QStringLiteral("soon");
        QTest::newRow("relative banner") << key("banner") << QStringLiteral("issue.net");
        QTest::newRow("two banners") << key("banner") << QStringLiteral("/etc/a /etc/b");
        QTest::newRow("comment") << key("allowusers") << QStringLiteral("dev # and nobody else");
        QTest::newRow("second line") << key("banner") << QStringLiteral("/etc/a\nPermitRootLogin yes");
        QTest::newRow("no cipher") << key("ciphers") << QString();
    }

    void whatSshdWouldNotTake_isSaidAndNotPlanned()
    {
        QFETCH(const QString, keyword);
        QFETCH(const QString, typed);
        SshdDraft draft = tutorial();
        draft.wish(key("x11forwarding"), QStringLiteral("no"));
        draft.wish(keyword, typed);
        QVERIFY(!draft.problem(keyword).isEmpty());
        QVERIFY(draft.isChanged(keyword));
        QVERIFY(draft.hasProblem());
        QVERIFY(draft.intents().isEmpty());
    }

    void whoWouldShutThemselvesOut_isTold_data()
    {
        QTest::addColumn<QString>("keyword");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("objects");
        const auto row = [](const char *keyword, const char *typed, bool objects) {
            QTest::addRow("%s %s", keyword, typed) << key(keyword) << key(typed) << objects;
        };
        row("allowusers", "ops", true);
        row("allowusers", "dev ops", false);
        row("allowusers", "d?v", false);
        row("allowusers", "dev@10.0.0.0/8", true); // comes from 203.0.113.5
        row("allowusers", "dev@203.0.113.0/24", false);
        row("allowgroups", "ops", true);
        row("allowgroups", "sudo", false);
        row("port", "443", true); // nginx
        row("port", "2222", false);
        row("maxauthtries", "0", true);
        row("maxauthtries", "3", false);
        row("permitrootlogin", "no", false); // logged in as dev
    }

    void whoWouldShutThemselvesOut_isTold()
    {
        QFETCH(const QString, keyword);
        QFETCH(const QString, typed);
        QFETCH(const bool, objects);
        SshdDraft draft = tutorial();
        draft.wish(keyword, typed);
        QCOMPARE(!draft.objection(keyword).isEmpty(), objects);
        QCOMPARE(draft.problem(keyword), QString());
        QVERIFY2(!draft.intents().isEmpty(), "the plan decides, not the form");
    }

    void passwordsOff_needsAKey()
    {
        Facts facts = sample::loggedInAsDev();
        account(facts, QStringLiteral("dev")).keys = QList<AuthorizedKey>();
        SshdDraft draft = draftOf(facts);
        draft.wish(key("passwordauthentication"), QStringLiteral("no"));
        QVERIFY(draft.objection(key("passwordauthentication")).isEmpty()); // PAM still asks
        draft.wish(key("kbdinteractiveauthentication"), QStringLiteral("no"));
        QVERIFY(draft.objection(key("passwordauthentication")).contains(QLatin1String("no key of dev")));

        SshdDraft withKey = draftOf(sample::manyKeys());
        withKey.wish(key("passwordauthentication"), QStringLiteral("no"));
        withKey.wish(key("kbdinteractiveauthentication"), QStringLiteral("no"));
        QCOMPARE(withKey.objection(key("passwordauthentication")), QString());
        withKey.wish(key("pubkeyauthentication"), QStringLiteral("no"));
        QVERIFY(withKey.objection(key("pubkeyauthentication")).contains(QLatin1String("no key is accepted")));
    }

    void rootWhoIsLoggedIn_isNotShutOutUnwarned()
    {
        Facts facts = *sample::tutorial().facts; // as root, who has a key
        SshdDraft draft = draftOf(facts);
        draft.wish(key("permitrootlogin"), QStringLiteral("no"));
        QVERIFY(!draft.objection(key("permitrootlogin")).isEmpty());
        draft.wish(key("permitrootlogin"), QStringLiteral("prohibit-password"));
        QCOMPARE(draft.objection(key("permitrootlogin")), QString());
        account(facts, QStringLiteral("root")).keys = QList<AuthorizedKey>();
        draft = draftOf(facts);
        draft.wish(key("permitrootlogin"), QStringLiteral("prohibit-password"));
        QVERIFY(!draft.objection(key("permitrootlogin")).isEmpty());
    }

    void matchBlocks_nameThoseForWhomOtherValuesHold()
    {
        const SshdDraft draft = draftOf(sample::withMatchBlocks());
        QCOMPARE(draft.exceptions(key("passwordauthentication")), QStringList{QStringLiteral("ops: no")});
        QVERIFY(draft.exceptions(key("permitrootlogin")).isEmpty());
        QVERIFY(tutorial().exceptions(key("passwordauthentication")).isEmpty());
    }

    void findings_standAtTheirSetting()
    {
        const SshdDraft draft = tutorial();
        const Finding *finding = draft.finding(key("permitrootlogin"));
        QVERIFY(finding);
        QCOMPARE(finding->rule.text(), QStringLiteral("sshd.root-login"));
        QVERIFY(!draft.finding(key("pubkeyauthentication")));
    }

    void newFacts_keepWhatIsStillWished()
    {
        SshdDraft draft = tutorial();
        draft.wish(key("x11forwarding"), QStringLiteral("no"));
        draft.wish(key("maxauthtries"), QStringLiteral("3"));
        Facts facts = sample::loggedInAsDev();
        facts.sshd->effective->values[key("x11forwarding")] = {u("no")};
        draft.setFacts(std::make_shared<const Facts>(facts), nullptr);
        QCOMPARE(draft.changes(), 1);
        QCOMPARE(draft.wished(key("maxauthtries")), QStringLiteral("3"));
        draft.setFacts(nullptr, nullptr);
        QVERIFY(!draft.isKnown());
        QCOMPARE(draft.changes(), 0);
    }

    void socket_decidesThePort()
    {
        Facts facts = sample::loggedInAsDev();
        facts.sshd->socketActivated = true;
        facts.sshd->socketListens = {u("0.0.0.0:2022"), u("[::]:2022")};
        SshdDraft draft = draftOf(facts);
        QCOMPARE(draft.effective(key("port")), QStringLiteral("2022"));
        QCOMPARE(draft.origin(key("port")), QStringLiteral("ssh.socket"));
        draft.wish(key("port"), QStringLiteral("22"));
        QVERIFY(draft.intents() == QList<Intent>{MoveSshPort{22}});
    }

    void oldSshd_printsOldNames()
    {
        Facts facts = sample::loggedInAsDev();
        auto &values = facts.sshd->effective->values;
        values.insert(key("challengeresponseauthentication"), values.take(key("kbdinteractiveauthentication")));
        QCOMPARE(draftOf(facts).effective(key("kbdinteractiveauthentication")), QStringLiteral("yes"));
    }

    void sshdThatDoesNotFollowItsFiles_isSaid()
    {
        Facts facts = sample::loggedInAsDev();
        facts.sshd->effective->values[key("permitrootlogin")] = {u("no")};
        const SshdDraft draft = draftOf(facts);
        QVERIFY(!draft.deciding(key("permitrootlogin")));
        QCOMPARE(draft.origin(key("permitrootlogin")), QStringLiteral("not in the files that were read"));
    }

    void withoutSshdT_theFilesTell()
    {
        const SshdDraft draft = draftOf(sample::withoutRoot());
        QVERIFY(draft.isKnown());
        QCOMPARE(draft.effective(key("maxauthtries")), QStringLiteral("6"));
    }

    void profile_isOneChangeAndKnownAgain_data()
    {
        QTest::addColumn<int>("profile");
        QTest::newRow("modern") << int(AlgorithmProfile::Modern);
        QTest::newRow("compatible") << int(AlgorithmProfile::Compatible);
    }

    void profile_isOneChangeAndKnownAgain()
    {
        QFETCH(const int, profile);
        SshdDraft draft = tutorial();
        QCOMPARE(draft.profile(), AlgorithmProfile::AsItIs);
        draft.wish(AlgorithmProfile(profile));
        QCOMPARE(draft.profile(), AlgorithmProfile(profile));
        QCOMPARE(draft.changes(), 1);
        QVERIFY(!draft.hasProblem());
        for (const char *keyword : {"kexalgorithms", "ciphers", "macs"}) {
            for (const QString &name : draft.wished(key(keyword)).split(u',')) {
                QVERIFY2(!name.contains(QLatin1String("cbc")) && !name.contains(QLatin1String("md5")),
                         qPrintable(name));
                QVERIFY2(!name.contains(QLatin1String("mlkem")), "OpenSSH 9.2 does not know it");
            }
        }
        draft.wish(key("macs"), QStringLiteral("hmac-sha2-512-etm@openssh.com"));
        QCOMPARE(draft.profile(), AlgorithmProfile::Custom);
        draft.wish(AlgorithmProfile::AsItIs);
        QCOMPARE(draft.changes(), 0);
    }
};

GW_REGISTER_TEST(SshdDraftTest)
#include "sshddrafttest.moc"
