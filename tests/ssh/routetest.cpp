// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ssh/route.h"
#include "backend/ssh/sshconfig.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace gw;

namespace {

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

class RouteTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    Result<Route> way(const QByteArray &config, const char *target, RouteOptions options = {})
    {
        // Known hosts of the person who runs the test must not decide.
        const QByteArray defaults = "Host *\n UserKnownHostsFile none\n GlobalKnownHostsFile none\n";
        options.configFile = m_folder.filePath(QStringLiteral("config"));
        write(options.configFile, config + defaults);
        return routeTo(*Target::parse(QString::fromUtf8(target)), options, {});
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("KRB5CCNAME", "/nonexistent/ticket");
        qunsetenv("SSH_AUTH_SOCK");
    }

    void target_isParsed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::addColumn<QString>("again");
        const auto row = [](const char *text, const char *user, const char *host, int port,
                            const char *again = nullptr) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(user) << QString::fromUtf8(host) << port
                                << QString::fromUtf8(again ? again : text);
        };
        row("gpu-1", "", "gpu-1", 0);
        row("dev@gpu-1", "dev", "gpu-1", 0);
        row("dev@gpu-1:2222", "dev", "gpu-1", 2222);
        row("203.0.113.7:22", "", "203.0.113.7", 22);
        row("::1", "", "::1", 0);
        row("root@fe80::1%eth0", "root", "fe80::1%eth0", 0);
        row("[2001:db8::1]:2222", "", "2001:db8::1", 2222);
        row("dev@[2001:db8::1]", "dev", "2001:db8::1", 0, "dev@2001:db8::1");
        row("dev@[203.0.113.7]:2222", "dev", "203.0.113.7", 2222, "dev@203.0.113.7:2222");
        row("ssh://dev@gpu-1:2222/", "dev", "gpu-1", 2222, "dev@gpu-1:2222");
        row("dev@corp.example@gpu-1", "dev@corp.example", "gpu-1", 0);
        row("训练机", "", "训练机", 0);
        row("  gpu-1 ", "", "gpu-1", 0, "gpu-1");
    }
    void target_isParsed()
    {
        QFETCH(QString, text);
        const auto target = Target::parse(text);
        QVERIFY2(target, target ? "" : qPrintable(target.error().text()));
        QTEST(target->user, "user");
        QTEST(target->host, "host");
        QTEST(int(target->port), "port");
        QTEST(target->text(), "again");
        QCOMPARE(*Target::parse(target->text()), *target);
    }

    void hostileTarget_isRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"",
                                 "-oProxyCommand=id",
                                 "dev@-oProxyCommand=id",
                                 "-l@host",
                                 "@host",
                                 "dev@",
                                 "a b",
                                 "a;id",
                                 "a$(id)",
                                 "`id`@host",
                                 "a|b",
                                 "a/b",
                                 "host:0",
                                 "host:65536",
                                 "host:x",
                                 "host:",
                                 "[::1",
                                 "[::1]x",
                                 "[host]:22",
                                 "a\nb",
                                 "a\x1b[0m",
                                 "a'b",
                                 "a\\b",
                                 "a*b",
                                 "host%eth0",
                                 "ssh://",
                                 "::g",
                                 "a,b"})
            QTest::newRow(text) << QString::fromUtf8(text);
        QTest::newRow("bidi") << QStringLiteral("gpu\u202E1");
        QTest::newRow("long") << QString(254, u'a');
    }
    void hostileTarget_isRefused()
    {
        QFETCH(QString, text);
        const auto target = Target::parse(text);
        QVERIFY(!target);
        QCOMPARE(target.error().kind, Error::Kind::Invalid);
        QVERIFY(!target.error().cause.isEmpty());
    }

    void settings_comeFromSshItself()
    {
        const auto route = way("Host gpu\n HostName 203.0.113.7\n User dev\n Port 2222\n IdentityFile ~/keys/%r\n"
                               " IdentitiesOnly yes\n HostKeyAlias lab\n ConnectTimeout 7\n AddressFamily inet\n"
                               " UserKnownHostsFile /x/kh1 \"/x/k h2\"\n PreferredAuthentications publickey,password\n",
                               "gpu");
        QVERIFY2(route, route ? "" : qPrintable(route.error().text()));
        QCOMPARE(route->hops.size(), 1);
        const HopSettings &hop = route->hops[0];
        QCOMPARE(hop.label(), QStringLiteral("dev@203.0.113.7:2222"));
        QCOMPARE(hop.alias, QStringLiteral("gpu"));
        QCOMPARE(hop.identityFiles, QStringList{QDir::homePath() + QStringLiteral("/keys/dev")});
        QVERIFY(hop.identitiesOnly);
        QCOMPARE(hop.hostKeyAlias, QStringLiteral("lab"));
        QCOMPARE(hop.connectTimeoutSeconds, 7);
        QCOMPARE(hop.addressFamily, QStringLiteral("inet"));
        QCOMPARE(hop.userKnownHosts, (QStringList{QStringLiteral("/x/kh1"), QStringLiteral("/x/k h2")}));
        QCOMPARE(hop.preferredAuthentications, (QStringList{QStringLiteral("publickey"), QStringLiteral("password")}));
        QCOMPARE(route->transport, TransportKind::Libssh);
        QVERIFY(!route->reason.isEmpty());
    }

    void hashKnownHosts_isAskedForByThePerson()
    {
        QVERIFY(!way("Host gpu\n HashKnownHosts no\n", "gpu")->hops[0].hashKnownHosts);
        QVERIFY(way("Host gpu\n HashKnownHosts yes\n", "gpu")->hops[0].hashKnownHosts);
    }

    void methodsThatAreSwitchedOff_areNotTried()
    {
        const auto methods = [this](const QByteArray &config) {
            return way("Host gpu\n" + config, "gpu")->hops[0].preferredAuthentications;
        };
        QVERIFY(methods({}).isEmpty()); // all, in our order
        const QStringList without = methods(" PubkeyAuthentication no\n");
        QVERIFY(!without.contains(QStringLiteral("publickey")));
        QVERIFY(without.contains(QStringLiteral("password")));
        QCOMPARE(methods(" PreferredAuthentications password,publickey\n PasswordAuthentication no\n"),
                 QStringList{QStringLiteral("publickey")});
        QVERIFY(!methods(" PreferredAuthentications publickey\n PubkeyAuthentication no\n").isEmpty());
    }

    void userAndPortOfTheTarget_win()
    {
        const auto route = way("Host gpu\n User dev\n Port 2222\n", "root@gpu:22");
        QCOMPARE(route->hops[0].label(), QStringLiteral("root@gpu:22"));
    }

    void pickedKey_comesFirst()
    {
        RouteOptions options;
        options.identityFile = m_folder.filePath(QStringLiteral("mine"));
        write(options.identityFile, "a key");
        const auto route = way("Host gpu\n IdentityFile /keys/other\n", "gpu", options);
        QCOMPARE(route->hops[0].identityFiles, (QStringList{options.identityFile, QStringLiteral("/keys/other")}));
        QCOMPARE(route->identityFile, options.identityFile);
    }

    void pickedKeyThatIsNotThere_isAnErrorAtOnce()
    {
        RouteOptions options;
        options.identityFile = QStringLiteral("/keys/none");
        const auto route = way("", "gpu", options);
        QVERIFY(!route);
        QCOMPARE(route.error().kind, Error::Kind::Invalid);
        QCOMPARE(route.error().cause, QStringLiteral("/keys/none: no such file"));
    }

    void jumpHosts_areEvaluatedEachForItself()
    {
        const auto route = way("Host gpu\n ProxyJump ops@bastion:2200\n User dev\n"
                               "Host bastion\n HostName 203.0.113.1\n ProxyJump outer\n IdentityFile /keys/bastion\n"
                               "Host outer\n User guest\n",
                               "gpu");
        QVERIFY2(route, route ? "" : qPrintable(route.error().text()));
        QStringList labels;
        for (const HopSettings &hop : route->hops)
            labels += hop.label();
        QCOMPARE(labels, (QStringList{QStringLiteral("guest@outer:22"), QStringLiteral("ops@203.0.113.1:2200"),
                                      QStringLiteral("dev@gpu:22")}));
        QCOMPARE(route->hops[1].identityFiles, QStringList{QStringLiteral("/keys/bastion")});
    }

    void listOfJumpHosts_keepsItsOrderAndHidesTheirOwn()
    {
        const auto route = way("Host gpu\n ProxyJump a@one,b@two\nHost two\n ProxyJump other\n", "c@gpu");
        QVERIFY2(route, route ? "" : qPrintable(route.error().text()));
        QStringList labels;
        for (const HopSettings &hop : route->hops)
            labels += hop.label();
        QCOMPARE(labels,
                 (QStringList{QStringLiteral("a@one:22"), QStringLiteral("b@two:22"), QStringLiteral("c@gpu:22")}));
    }

    void jumpHost_mayBeAnAddress_data()
    {
        QTest::addColumn<QByteArray>("jump");
        QTest::addColumn<QString>("label");
        QTest::newRow("IPv4") << QByteArray("dev@203.0.113.1") << QStringLiteral("dev@203.0.113.1:22");
        QTest::newRow("IPv4 and port") << QByteArray("dev@203.0.113.1:2200") << QStringLiteral("dev@203.0.113.1:2200");
        QTest::newRow("IPv6") << QByteArray("dev@[2001:db8::1]:2200") << QStringLiteral("dev@[2001:db8::1]:2200");
    }

    void jumpHost_mayBeAnAddress()
    {
        QFETCH(QByteArray, jump);
        const auto route = way("Host gpu\n ProxyJump " + jump + "\n", "gpu");
        QVERIFY2(route, route ? "" : qPrintable(route.error().text()));
        QCOMPARE(route->hops.size(), 2);
        QTEST(route->hops[0].label(), "label");
    }

    void loopOfJumpHosts_isRefused()
    {
        const auto loop = way("Host a\n ProxyJump b\nHost b\n ProxyJump a\n", "a");
        QVERIFY(!loop);
        QCOMPARE(loop.error().kind, Error::Kind::Invalid);
        QVERIFY(!way("Host *\n ProxyJump b\n", "a"));
    }

    void brokenConfiguration_isToldInSshsWords()
    {
        const auto route = way("Nonsense yes\n", "gpu");
        QVERIFY(!route);
        QCOMPARE(route.error().kind, Error::Kind::Invalid);
        QVERIFY2(route.error().cause.contains(u"nonsense"), qPrintable(route.error().text()));
    }

    void openSsh_isChosenWhereLibsshCannot_data()
    {
        QTest::addColumn<QByteArray>("config");
        QTest::newRow("ProxyCommand") << QByteArray("Host gpu\n ProxyCommand nc %h %p\n");
        QTest::newRow("PKCS#11") << QByteArray("Host gpu\n PKCS11Provider /usr/lib/card.so\n");
        QTest::newRow("GSSAPI first") << QByteArray(
            "Host gpu\n GSSAPIAuthentication yes\n PreferredAuthentications gssapi-with-mic,publickey\n");
        QTest::newRow("ProxyCommand of the jump host")
            << QByteArray("Host gpu\n ProxyJump bastion\nHost bastion\n ProxyCommand nc %h %p\n");
        QTest::newRow("host certificate")
            << QByteArray("Host gpu\n UserKnownHostsFile " + m_folder.filePath(QStringLiteral("ca")).toUtf8() + "\n");
        QTest::newRow("security key") << QByteArray("Host gpu\n IdentityFile " +
                                                    m_folder.filePath(QStringLiteral("id_sk")).toUtf8() + "\n");
        write(m_folder.filePath(QStringLiteral("ca")),
              "@cert-authority gpu ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f\n");
        write(m_folder.filePath(QStringLiteral("id_sk.pub")), "sk-ssh-ed25519@openssh.com AAAA x\n");
    }
    void openSsh_isChosenWhereLibsshCannot()
    {
        QFETCH(QByteArray, config);
        const auto route = way(config, "gpu");
        QVERIFY2(route, route ? "" : qPrintable(route.error().text()));
        QCOMPARE(route->transport, TransportKind::OpenSsh);
        QVERIFY(!route->reason.isEmpty());
    }

    void gssapiAllowedByDebian_isNoReason()
    {
        QCOMPARE(way("Host gpu\n GSSAPIAuthentication yes\n", "gpu")->transport, TransportKind::Libssh);
    }

    void kerberosTicket_isAReason()
    {
        write(m_folder.filePath(QStringLiteral("ticket")), "x");
        qputenv("KRB5CCNAME", "FILE:" + m_folder.filePath(QStringLiteral("ticket")).toLocal8Bit());
        const auto route = way("Host gpu\n GSSAPIAuthentication yes\n", "gpu");
        qputenv("KRB5CCNAME", "/nonexistent/ticket");
        QCOMPARE(route->transport, TransportKind::OpenSsh);
    }

    void choiceOfThePerson_wins()
    {
        RouteOptions options;
        options.transport = TransportKind::OpenSsh;
        QCOMPARE(way("", "gpu", options)->transport, TransportKind::OpenSsh);
        options.transport = TransportKind::Libssh;
        QCOMPARE(way("Host gpu\n GSSAPIAuthentication yes\n", "gpu", options)->transport, TransportKind::Libssh);
    }

    void libsshThatWouldLeaveSomethingOut_isRefused_data()
    {
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<QString>("named");
        QTest::newRow("ProxyCommand") << QByteArray("Host gpu\n ProxyCommand nc %h %p\n")
                                      << QStringLiteral("ProxyCommand");
        QTest::newRow("of a jump host") << QByteArray("Host gpu\n ProxyJump gate\nHost gate\n ProxyCommand nc %h %p\n")
                                        << QStringLiteral("ProxyCommand");
        QTest::newRow("smart card") << QByteArray("Host gpu\n PKCS11Provider /usr/lib/opensc.so\n")
                                    << QStringLiteral("PKCS11Provider");
    }
    void libsshThatWouldLeaveSomethingOut_isRefused()
    {
        QFETCH(QByteArray, config);
        QFETCH(QString, named);
        RouteOptions options;
        options.transport = TransportKind::Libssh;
        const auto route = way(config, "gpu", options);
        QVERIFY(!route);
        QCOMPARE(route.error().kind, Error::Kind::Unsupported);
        QVERIFY2(route.error().cause.contains(named), qPrintable(route.error().text()));
        QVERIFY2(route.error().advice.contains(u"OpenSSH"), qPrintable(route.error().text()));
    }

    void withoutSsh_defaultsServePlainTargets()
    {
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", m_folder.path().toLocal8Bit());
        const auto route = routeTo(*Target::parse(QStringLiteral("dev@gpu:2222")), {}, {});
        qputenv("PATH", path);
        QVERIFY(route);
        QCOMPARE(route->hops[0].label(), QStringLiteral("dev@gpu:2222"));
        QVERIFY(!route->hops[0].identityFiles.isEmpty());
        QVERIFY(!route->hops[0].userKnownHosts.isEmpty());
    }

    void aliases_areTheNamesWithoutPatterns()
    {
        const QString config = m_folder.filePath(QStringLiteral("aliases"));
        write(config, "# Host commented\nHost one two *.lab !three\n HostName x\nHOST=four\nHost \"five\" one # six\n"
                      "Include " +
                          m_folder.filePath(QStringLiteral("more-*")).toUtf8() + "\nMatch host seven\nHost -bad a;b\n");
        write(m_folder.filePath(QStringLiteral("more-1")), "Host eight\nInclude " + config.toUtf8() + "\n");
        QCOMPARE(configuredAliases(config),
                 (QStringList{QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("four"),
                              QStringLiteral("five"), QStringLiteral("eight")}));
        QCOMPARE(configuredAliases(QStringLiteral("/nonexistent/config")), QStringList());
    }
};

GW_REGISTER_TEST(RouteTest)
#include "routetest.moc"
