// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/findings/factsbuilder.h"
#include "tests/plan/plannedserver.h"
#include "tests/support/testmain.h"

#include <QCryptographicHash>

using namespace gw;
using namespace gw::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray file = "/home/dev/.ssh/authorized_keys";
const QByteArray ada = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f ada@laptop";
const QByteArray ben = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIB8eHRwbGhkYFxYVFBMSERAPDg0MCwoJCAcGBQQDAgEA ben@desk";

QString fingerprintOf(const QByteArray &line)
{
    const QByteArray blob = QByteArray::fromBase64(line.split(' ')[1]);
    return u"SHA256:"_s +
           QString::fromLatin1(
               QCryptographicHash::hash(blob, QCryptographicHash::Sha256).toBase64(QByteArray::OmitTrailingEquals));
}

Facts facts(const std::function<void(Facts &)> &change = [](Facts &) {})
{
    FactsBuilder builder;
    builder.sshdConfig(debianSshdConfig()).user(u"dev"_s, {u"staff"_s, u"sudo"_s}).with([&change](Facts &it) {
        it.access.user = UntrustedText(u"dev"_s);
        it.access.clientAddress = UntrustedText(u"192.0.2.10"_s);
        change(it);
    });
    return builder.facts();
}

} // namespace

/// Keys that come and go.
class KeyIntentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void firstKey_bringsAFileThatIsTheUsersAlone()
    {
        const Plan plan = PlannedServer(facts()).planned({AddAuthorizedKey{u"dev"_s, ada + "\n"}});
        QCOMPARE(idsOf(plan), QStringList{u"write /home/dev/.ssh/authorized_keys"_s});
        const auto &write = std::get<WriteFile>(plan.steps.first().change);
        QCOMPARE(write.after, ada + "\n");
        QCOMPARE(*write.attributes, (FileAttributes{0600, "dev", "staff"}));
        QVERIFY(proves(plan, LoginProof{}));
    }

    void otherLines_keepTheirBytes()
    {
        const QByteArray before = "# team\r\n\r\nfrom=\"10.0.0.0/8\",no-pty " + ben + "\r\nnonsense";
        PlannedServer server(facts());
        server.file(file, before, {0640, "dev", "dev"});
        const Plan plan = server.planned({AddAuthorizedKey{u"dev"_s, ada}});
        QCOMPARE(writtenBy(plan, file), before + "\r\n" + ada + "\r\n");
        QVERIFY(!std::get<WriteFile>(plan.steps.first().change).attributes);
        PlannedServer after = server.after(plan);
        QCOMPARE(writtenBy(after.planned({RemoveAuthorizedKey{u"dev"_s, fingerprintOf(ben)}}), file),
                 "# team\r\n\r\nnonsense\r\n" + ada + "\r\n");
    }

    void keyThatIsThere_isNotAddedAgain()
    {
        PlannedServer server(facts());
        server.file(file, "restrict " + ada + " again\n");
        QVERIFY(server.planned({AddAuthorizedKey{u"dev"_s, ada}}).steps.isEmpty());
        QVERIFY(server.planned({RemoveAuthorizedKey{u"dev"_s, fingerprintOf(ben)}}).steps.isEmpty());
    }

    /// Root would write, and show, whatever the user's link leads to.
    void linkToAFileOfSomebodyElse_isRefused()
    {
        PlannedServer server(facts());
        server.link(file, "/etc/shadow", "root:$y$j9T$CANARY\n", {0640, "root", "shadow"});
        const QString refusal = server.refusal({AddAuthorizedKey{u"dev"_s, ada}});
        QVERIFY2(refusal.contains(u"/etc/shadow"_s), qPrintable(refusal));
        QVERIFY(!refusal.contains(u"CANARY"_s));
        server.link(file, "/home/ben/.ssh/authorized_keys", ben + "\n", {0600, "ben", "ben"});
        QVERIFY(!server.refusal({RemoveAuthorizedKey{u"dev"_s, fingerprintOf(ben)}}).isEmpty());
        server.link(file, "../keys", ben + "\n", {0600, "dev", "dev"});
        QCOMPARE(writtenBy(server.planned({AddAuthorizedKey{u"dev"_s, ada}}), file), ben + "\n" + ada + "\n");
    }

    void withoutKnowingSshd_itIsSaidThatOnlyTheLoginWillShow()
    {
        PlannedServer server(facts([](Facts &it) { it.sshd = Gap{Gap::Reason::NeedsRoot, {}}; }));
        server.file("/home/dev/.ssh/authorized_keys", ada + "\n", {0600, "dev", "dev"});
        server.file("/home/dev/.ssh/authorized_keys2", {});
        const Plan plan = server.planned({RemoveAuthorizedKey{u"dev"_s, fingerprintOf(ada)}});
        QCOMPARE(plan.warnings.size(), 1);
        QVERIFY(proves(plan, LoginProof{}));
    }

    void severalKeys_areOneWrite()
    {
        const Plan plan = PlannedServer(facts()).planned(
            {AddAuthorizedKey{u"dev"_s, ada}, AddAuthorizedKey{u"dev"_s, ben}, AddAuthorizedKey{u"dev"_s, ada}});
        QCOMPARE(writtenBy(plan, file), ada + "\n" + ben + "\n");
        QCOMPARE(plan.steps.size(), 1);
    }

    void sameKey_isNotAddedAndRemoved()
    {
        PlannedServer server(facts());
        const Intent add = AddAuthorizedKey{u"dev"_s, ada};
        const Intent remove = RemoveAuthorizedKey{u"dev"_s, fingerprintOf(ada)};
        QCOMPARE(server.refusal({add, remove}), u"The same key is to be added and removed"_s);
        server.file(file, ada + "\n");
        QCOMPARE(server.refusal({remove, add}), u"The same key is to be added and removed"_s);
    }

    void newKeyForOldOne_isOneWrite()
    {
        PlannedServer server(facts());
        server.file(file, ben + "\n");
        const Plan plan =
            server.planned({AddAuthorizedKey{u"dev"_s, ada}, RemoveAuthorizedKey{u"dev"_s, fingerprintOf(ben)}});
        QCOMPARE(writtenBy(plan, file), ada + "\n");
    }

    void keys_standWhereSshdLooksForThem()
    {
        const Facts it = facts([](Facts &its) {
            for (SshdEffective *effective : {&*its.sshd->effective, &its.sshd->effectiveFor[u"dev"_s]})
                effective->values[u"authorizedkeysfile"_s] = {UntrustedText(u"/etc/ssh/keys/%u"_s)};
        });
        const Plan plan = PlannedServer(it).planned({AddAuthorizedKey{u"dev"_s, ada}});
        QCOMPARE(writtenBy(plan, "/etc/ssh/keys/dev"), ada + "\n");
        QCOMPARE(*std::get<WriteFile>(plan.steps.first().change).attributes, FileAttributes{});
    }

    void whatIsNoKey_isRefused_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("cause");
        const QString none = u"This is no line with a public key"_s;
        QTest::newRow("private") << QByteArray("-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n")
                                 << u"This is a private key: it never leaves your computer"_s;
        QTest::newRow("words") << QByteArray("hello world") << none;
        QTest::newRow("two lines") << ada + "\n" + ben << none;
        QTest::newRow("cut") << ada.left(60) << none;
        QTest::newRow("another kind inside") << "ssh-rsa " + ada.split(' ')[1] << none;
        QTest::newRow("comment") << "# " + ada << none;
        QTest::newRow("DSA") << QByteArray("ssh-dss AAAAB3NzaC1kc3MAAAABAQ==")
                             << u"ssh-dss keys can be broken: DSA with 1024 bits and SHA-1"_s;
        QTest::newRow("unknown kind") << QByteArray("ssh-xyz AAAAB3NzaC14eXo=")
                                      << u"ssh-xyz is no kind of key that sshd takes from this file"_s;
    }

    void whatIsNoKey_isRefused()
    {
        QFETCH(QByteArray, line);
        QTEST(PlannedServer(facts()).refusal({AddAuthorizedKey{u"dev"_s, line}}), "cause");
    }

    void accountThatIsNotThere_isRefused()
    {
        QCOMPARE(PlannedServer(facts()).refusal({AddAuthorizedKey{u"nobody"_s, ada}}),
                 u"There is no account of this name with a shell"_s);
    }

    void options_areKeptAsTheyAre()
    {
        const QByteArray line = "command=\"/usr/bin/rrsync -ro \\\"/srv\\\"\",restrict,future-option=\"x\" " + ada;
        QCOMPARE(writtenBy(PlannedServer(facts()).planned({AddAuthorizedKey{u"dev"_s, line}}), file), line + "\n");
    }
};

GW_REGISTER_TEST(KeyIntentTest)
#include "keyintenttest.moc"
