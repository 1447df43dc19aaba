// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/intents/sshentry.h"
#include "tests/findings/factsbuilder.h"
#include "tests/plan/plannedserver.h"
#include "tests/support/testmain.h"

#include <QCryptographicHash>

using namespace gw;
using namespace gw::test;
using namespace Qt::StringLiterals;

namespace {

AuthorizedKey keyOf(const QString &home, const char *type = "ssh-ed25519", int bits = 256)
{
    AuthorizedKey key;
    key.file = RemotePath(QString(home + u"/.ssh/authorized_keys"_s));
    key.line = 1;
    key.type = UntrustedText(QString::fromLatin1(type));
    key.bits = bits;
    key.fingerprint = UntrustedText(u"SHA256:%1%2"_s.arg(home).arg(bits));
    return key;
}

enum class Password { Has, HasNot };

/// Debian 12 that dev reaches over SSH, with these keys.
FactsBuilder reachedByDev(const QList<AuthorizedKey> &keys, Password password = Password::Has)
{
    FactsBuilder builder;
    builder.sshdConfig(debianSshdConfig()).user(u"dev"_s, {u"dev"_s, u"sudo"_s}, keys).with([password](Facts &facts) {
        facts.access.user = UntrustedText(u"dev"_s);
        facts.access.way = Access::Root::SudoNoPassword;
        facts.access.clientAddress = UntrustedText(u"192.0.2.10"_s);
        facts.users->last().hasPassword = password == Password::Has;
    });
    return builder;
}

/// The same, reached by root.
FactsBuilder reachedByRoot(const QList<AuthorizedKey> &keysOfRoot, const QList<AuthorizedKey> &keysOfDev)
{
    FactsBuilder builder = reachedByDev(keysOfDev);
    builder.with([keysOfRoot](Facts &facts) {
        facts.access.user = UntrustedText(u"root"_s);
        facts.access.way = Access::Root::Login;
        facts.users->first().keys = keysOfRoot;
    });
    return builder;
}

const QList<AuthorizedKey> devsKey{keyOf(u"/home/dev"_s)};
const QList<AuthorizedKey> rootsKey{keyOf(u"/root"_s)};

QList<Intent> settings(std::initializer_list<std::pair<const char *, const char *>> pairs)
{
    QList<Intent> intents;
    for (const auto &[keyword, value] : pairs)
        intents.append(SetSshd{QString::fromLatin1(keyword), QString::fromLatin1(value)});
    return intents;
}

QString refusal(const FactsBuilder &builder, std::initializer_list<std::pair<const char *, const char *>> pairs)
{
    return PlannedServer(builder.facts()).refusal(settings(pairs));
}

} // namespace

/// No plan shuts out whoever makes it.
class LockoutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsOfUsers_mustLeaveUsIn_data()
    {
        QTest::addColumn<QString>("keyword");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("cause");
        const auto row = [](const char *name, const char *keyword, const char *value, const QString &cause) {
            QTest::newRow(name) << QString::fromLatin1(keyword) << QString::fromLatin1(value)
                                << (cause.isEmpty() ? QString() : u"This would shut you out: "_s + cause);
        };
        row("without us", "AllowUsers", "ops", u"AllowUsers does not name dev"_s);
        row("with us", "AllowUsers", "ops dev", {});
        row("by a pattern", "AllowUsers", "d*", {});
        row("from our network", "AllowUsers", "dev@192.0.2.0/24", {});
        row("from another network", "AllowUsers", "dev@10.0.0.0/8", u"AllowUsers does not name dev"_s);
        row("from a name", "AllowUsers", "dev@*.example.org", {});
        row("denied", "DenyUsers", "dev", u"DenyUsers names dev"_s);
        row("others denied", "DenyUsers", "ops", {});
        row("denied from elsewhere", "DenyUsers", "dev@10.0.0.0/8", {});
        row("no group of ours", "AllowGroups", "admins", u"AllowGroups names no group of dev"_s);
        row("a group of ours", "AllowGroups", "sudo", {});
        row("our group denied", "DenyGroups", "sudo", u"DenyGroups names a group of dev"_s);
    }

    void listsOfUsers_mustLeaveUsIn()
    {
        QFETCH(QString, keyword);
        QFETCH(QString, value);
        QTEST(PlannedServer(reachedByDev(devsKey).facts()).refusal({SetSshd{keyword, value}}), "cause");
    }

    void passwords_goOnlyWhenAKeyOfOursIsTaken()
    {
        const auto off = {std::pair("PasswordAuthentication", "no")};
        const QString cause =
            u"This would shut you out: passwords are not accepted from dev, and there is no key of dev "
            "that sshd takes"_s;
        QCOMPARE(refusal(reachedByDev(devsKey), off), QString());
        QCOMPARE(refusal(reachedByDev({}), off), cause);
        QCOMPARE(refusal(reachedByDev({keyOf(u"/home/dev"_s, "ssh-dss", 1024)}), off), cause);
        QCOMPARE(refusal(reachedByDev({keyOf(u"/home/elsewhere"_s)}), off), cause);
        const FactsBuilder rsa = reachedByDev({keyOf(u"/home/dev"_s, "ssh-rsa", 2048)});
        QCOMPARE(refusal(rsa, off), QString());
        QCOMPARE(refusal(rsa, {{"PasswordAuthentication", "no"}, {"RequiredRSASize", "3072"}}), cause);
        QCOMPARE(refusal(rsa, {{"PasswordAuthentication", "no"}, {"PubkeyAcceptedAlgorithms", "ssh-ed25519"}}), cause);
        QCOMPARE(refusal(reachedByDev(devsKey), {{"PasswordAuthentication", "no"}, {"PubkeyAuthentication", "no"}}),
                 u"This would shut you out: passwords are not accepted from dev, and no key is accepted"_s);
    }

    void keyboardInteractive_isAWayInToo()
    {
        FactsBuilder builder = reachedByDev({});
        builder.sshdConfig("UsePAM yes\n");
        QCOMPARE(refusal(builder, {{"PasswordAuthentication", "no"}}), QString());
        QVERIFY(
            !refusal(builder, {{"PasswordAuthentication", "no"}, {"KbdInteractiveAuthentication", "no"}}).isEmpty());
    }

    void methodsThatNobodyCanPass_areRefused()
    {
        QCOMPARE(refusal(reachedByDev(devsKey), {{"AuthenticationMethods", "publickey"}}), QString());
        QCOMPARE(refusal(reachedByDev(devsKey), {{"AuthenticationMethods", "publickey,password"}}), QString());
        QCOMPARE(refusal(reachedByDev(devsKey, Password::HasNot), {{"AuthenticationMethods", "publickey,password"}}),
                 u"This would shut you out: passwords are not accepted from dev, and a key alone does not suffice"_s);
        QVERIFY(!refusal(reachedByDev({}), {{"AuthenticationMethods", "publickey"}}).isEmpty());
    }

    void passwordsOff_togetherWithAKeyThatIsAdded_isFine()
    {
        const PlannedServer server(reachedByDev({}).facts());
        const QByteArray line = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f dev";
        const QList<Intent> intents{AddAuthorizedKey{u"dev"_s, line}, SetSshd{u"PasswordAuthentication"_s, u"no"_s}};
        QCOMPARE(server.refusal(intents), QString());
    }

    void lastKey_isNotRemoved_onceNoPasswordIsTaken()
    {
        const QByteArray line =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f dev\n";
        AuthorizedKey key = keyOf(u"/home/dev"_s);
        key.fingerprint = UntrustedText(
            u"SHA256:"_s + QString::fromLatin1(QCryptographicHash::hash(QByteArray::fromBase64(line.split(' ')[1]),
                                                                        QCryptographicHash::Sha256)
                                                   .toBase64(QByteArray::OmitTrailingEquals)));
        const QList<Intent> removal{RemoveAuthorizedKey{u"dev"_s, key.fingerprint.raw()}};
        FactsBuilder builder = reachedByDev({key});
        PlannedServer open(builder.facts());
        open.file("/home/dev/.ssh/authorized_keys", line, {0600, "dev", "dev"});
        QCOMPARE(open.refusal(removal), QString()); // the password is left
        builder.sshdLines("PasswordAuthentication no\n");
        PlannedServer closed(builder.facts());
        closed.file("/home/dev/.ssh/authorized_keys", line, {0600, "dev", "dev"});
        QCOMPARE(closed.refusal(removal), u"This would shut you out: passwords are not accepted from dev, and there is "
                                          "no key of dev that sshd takes"_s);
    }

    void root_givesUpItsLoginOnlyToSomebodyWhoCanTakeOver()
    {
        const auto off = {std::pair("PermitRootLogin", "no")};
        QCOMPARE(refusal(reachedByRoot(rootsKey, {}), off),
                 u"This would shut you out: root may not log in: PermitRootLogin no"_s);
        const Plan plan = PlannedServer(reachedByRoot(rootsKey, devsKey).facts()).planned(settings(off));
        QVERIFY(proves(plan, LoginProof{u"dev"_s, 0}));
        QVERIFY(plan.warnings.contains(u"Root gives up its login: from then on log in as dev, who may become root."_s));
    }

    void successorWhomRootsKeyOpensAndSudoAsksNothing_isBest()
    {
        FactsBuilder builder = reachedByRoot(rootsKey, devsKey);
        const auto with = [&builder](const QString &name, bool asksNothing) {
            AuthorizedKey key = keyOf(u"/home/"_s + name);
            key.fingerprint = rootsKey.first().fingerprint;
            builder.user(name, {name, u"sudo"_s}, {key}).with([name, asksNothing](Facts &facts) {
                for (UserAccount &user : *facts.users) {
                    if (user.name.raw() == name)
                        user.rootWithoutPassword = asksNothing;
                }
            });
        };
        with(u"ada"_s, false);
        with(u"ben"_s, true);
        const Plan plan = PlannedServer(builder.facts()).planned(settings({{"PermitRootLogin", "no"}}));
        QVERIFY(proves(plan, LoginProof{u"ben"_s, 0}));
    }

    void root_withoutAKey_keepsItsPassword()
    {
        const auto keysOnly = {std::pair("PermitRootLogin", "prohibit-password")};
        FactsBuilder builder = reachedByRoot({}, devsKey);
        builder.sshdLines("PermitRootLogin yes\n");
        QCOMPARE(refusal(builder, keysOnly),
                 u"This would shut you out: passwords are not accepted from root, and there "
                 "is no key of root that sshd takes"_s);
    }

    void whatTheFactsCannotTell_isWarnedOf()
    {
        FactsBuilder builder = reachedByDev({});
        builder.with([](Facts &facts) { facts.users->last().keys = Gap{Gap::Reason::NeedsRoot, {}}; });
        const Plan plan = PlannedServer(builder.facts()).planned(settings({{"PasswordAuthentication", "no"}}));
        QVERIFY(plan.warnings.contains(u"Whether dev can still log in is not certain: the keys of dev are not known: "
                                       "needs root. The new login will show it."_s));
    }

    void keyThatIsRestricted_isNotCertain()
    {
        AuthorizedKey key = keyOf(u"/home/dev"_s);
        key.options = UntrustedText(u"from=\"10.0.0.0/8\""_s);
        const Plan plan =
            PlannedServer(reachedByDev({key}).facts()).planned(settings({{"PasswordAuthentication", "no"}}));
        QVERIFY(
            plan.warnings.contains(u"Whether dev can still log in is not certain: it is not certain that sshd takes "
                                   "a key of dev. The new login will show it."_s));
    }

    void othersWhoLoseTheirWayIn_areNamed()
    {
        FactsBuilder builder = reachedByDev(devsKey);
        builder.user(u"ben"_s, {u"ben"_s});
        const Plan plan = PlannedServer(builder.facts()).planned(settings({{"AllowUsers", "dev operator"}}));
        QVERIFY(plan.warnings.contains(u"ben can then no longer log in over SSH: AllowUsers does not name ben."_s));
        QVERIFY(!plan.warnings.join(u' ').contains(u"operator can"_s));
    }

    void whoIsNotOverSsh_isWarnedOnly()
    {
        FactsBuilder builder = reachedByDev({});
        builder.with([](Facts &facts) { facts.access.clientAddress = {}; });
        QCOMPARE(refusal(builder, {{"PasswordAuthentication", "no"}}), QString());
    }

    void matchForOurAddress_counts()
    {
        FactsBuilder builder = reachedByDev({});
        builder.sshdLines("Match Address 192.0.2.0/24\n  PasswordAuthentication yes\n");
        QCOMPARE(refusal(builder, {{"PasswordAuthentication", "no"}}), QString());
    }

    void sshd_mustListenWhereWeComeFrom_data()
    {
        QTest::addColumn<QString>("keyword");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("isRefused");
        QTest::newRow("loopback") << u"ListenAddress"_s << u"127.0.0.1 ::1"_s << true;
        QTest::newRow("the other family") << u"ListenAddress"_s << u"2001:db8::7"_s << true;
        QTest::newRow("an address of ours") << u"ListenAddress"_s << u"192.0.2.7"_s << false;
        QTest::newRow("everywhere") << u"ListenAddress"_s << u"0.0.0.0"_s << false;
        QTest::newRow("IPv6 only") << u"AddressFamily"_s << u"inet6"_s << true;
        QTest::newRow("IPv4 only") << u"AddressFamily"_s << u"inet"_s << false;
    }

    void sshd_mustListenWhereWeComeFrom()
    {
        QFETCH(QString, keyword);
        QFETCH(QString, value);
        const QString cause = PlannedServer(reachedByDev(devsKey).facts()).refusal({SetSshd{keyword, value}});
        QTEST(cause == u"sshd would listen on no address that you can reach from 192.0.2.10"_s, "isRefused");
        QVERIFY(cause.isEmpty() || cause.startsWith(u"sshd would listen"_s));
    }

    void filesOfKeys_areFoundAsSshdFindsThem()
    {
        UserAccount user;
        user.name = UntrustedText(u"dev"_s);
        user.uid = 1000;
        user.home = UntrustedText(u"/home/dev"_s);
        const auto effective = SshdEffective::parse("authorizedkeysfile .ssh/keys %h/k /etc/ssh/%u/%U/%%\n");
        QCOMPARE(authorizedKeysFiles(effective, user),
                 (QList<RemotePath>{RemotePath(u"/home/dev/.ssh/keys"), RemotePath(u"/home/dev/k"),
                                    RemotePath(u"/etc/ssh/dev/1000/%")}));
        QCOMPARE(authorizedKeysFiles(SshdEffective::parse("authorizedkeysfile none\n"), user), QList<RemotePath>());
    }
};

GW_REGISTER_TEST(LockoutTest)
#include "lockouttest.moc"
