// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/hostnames.h"
#include "backend/nginx/pattern.h"
#include "backend/nginx/uri.h"
#include "backend/nginx/value.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>

using namespace gw;

/// URIs, hosts, values and patterns as nginx reads them. That nginx does so too is in routeoracletest.cpp.
class RouteUriTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void path_isDecodedAndCleaned_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("args");
        const auto row = [](const char *target, const char *path, const char *args = "") {
            QTest::newRow(target) << QByteArray(target) << QByteArray(path) << QByteArray(args);
        };
        row("/", "/");
        row("//a//b/", "/a/b/");
        row("/a/./b/../c", "/a/c");
        row("/a/b/..", "/a/");
        row("/a/..", "/");
        row("/a/.", "/a/");
        row("/%2e%2E/a", "");
        row("/a/%2e%2e/b%2fc", "/b/c");
        row("/a%3Fb%23c%25d?e?f", "/a?b#c%d", "e?f");
        row("/a?b#c", "/a", "b");
        row("/a#b?c", "/a");
        row("/...", "/...");
        row("/..", "");
        row("a", "");
        row("/%", "");
        row("/%0", "");
        row("/%00", "");
        row("/%xx", "");
        row("/a b", "");
        row("/a\tb", "");
    }

    void path_isDecodedAndCleaned()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, args);
        const auto uri = NginxUri::parse(target);
        QCOMPARE(bool(uri), !path.isEmpty());
        QCOMPARE(uri ? uri->path : QByteArray(), path);
        QCOMPARE(uri ? uri->args : QByteArray(), args);
    }

    void cleanPath_staysAsItIs()
    {
        QRandomGenerator random(20261127);
        for (int round = 0; round < 2000; ++round) {
            QByteArray target = "/";
            for (int i = random.bounded(12); i > 0; --i)
                target += "/.a%2fZ?+"[random.bounded(9)];
            const auto once = NginxUri::parse(target);
            if (!once)
                continue;
            QVERIFY2(once->path.startsWith('/') && !once->path.contains("//"), target.constData());
            const auto twice = NginxUri::parse(nginxEscaped(once->path, NginxEscape::Uri));
            QVERIFY2(twice && twice->path == once->path, target.constData());
            QCOMPARE(nginxUnescaped(nginxEscaped(once->path, NginxEscape::Arguments)), once->path);
        }
    }

    void redirects_areUnescapedUpToTheQuestionMark()
    {
        QCOMPARE(nginxRedirectUnescaped("/a%41%20%3f%41?%41"), QByteArray("/aA%20?%41?%41"));
        QCOMPARE(nginxRedirectUnescaped("%4"), QByteArray());
        QCOMPARE(nginxRedirectUnescaped("%zz%4z."), QByteArray("zz."));
        QCOMPARE(nginxUnescaped("%41%zz?%2f"), QByteArray("Azz?/"));
    }

    void host_isWithoutPortAndLastDot()
    {
        QCOMPARE(nginxHost("A.Test:80"), QByteArray("a.test"));
        QCOMPARE(nginxHost("a.test."), QByteArray("a.test"));
        QCOMPARE(nginxHost("[::1]:80"), QByteArray("[::1]"));
        QVERIFY(!nginxHost(""));
        QVERIFY(!nginxHost(":80"));
        QVERIFY(!nginxHost("a..b"));
        QVERIFY(!nginxHost("a/b"));
        QVERIFY(!nginxHost("a b"));
        QVERIFY(!nginxHost("."));
    }

    void argument_isTheFirstOfItsName()
    {
        QCOMPARE(nginxArgument("a=1&A=2", "a"), QByteArray("1"));
        QCOMPARE(nginxArgument("xa=1&a=", "a"), QByteArray());
        QVERIFY(nginxArgument("a=", "A"));
        QVERIFY(!nginxArgument("a", "a"));
        QVERIFY(!nginxArgument("", "a"));
        QCOMPARE(nginxArgument("b&a=1=2", "a"), QByteArray("1=2"));
    }

    void hostNames_preferTheExactThenTheLongest()
    {
        NginxHostNames names;
        QVERIFY(names.add("a.test", 1));
        QVERIFY(names.add("*.test", 2));
        QVERIFY(names.add(".B.test", 3));
        QVERIFY(names.add("a.*", 4));
        QVERIFY(names.add("a.b.*", 5));
        QVERIFY(!names.add("A.TEST", 6));
        QVERIFY(!names.add(".a.test", 7));
        QVERIFY(!names.add("b.test", 8));
        const auto number = [&](const char *host) {
            const auto found = names.find(host);
            return found ? found->number : 0;
        };
        QCOMPARE(number("a.test"), 1);
        QCOMPARE(number("x.y.test"), 2);
        QCOMPARE(number("test"), 0);
        QCOMPARE(number("b.test"), 3);
        QCOMPARE(number("x.b.test"), 3);
        QCOMPARE(number("a.org"), 4);
        QCOMPARE(number("a.b.org.uk"), 5);
        QCOMPARE(number("a"), 0);
        QCOMPARE(number(""), 0);
    }

    void values_fallIntoTextAndVariables()
    {
        using Kind = NginxValuePart::Kind;
        using Parts = QList<NginxValuePart>;
        QCOMPARE(nginxValueParts("a$B_1-${c}d$1$10"), Parts({{Kind::Text, "a"},
                                                             {Kind::Variable, "b_1"},
                                                             {Kind::Text, "-"},
                                                             {Kind::Variable, "c"},
                                                             {Kind::Text, "d"},
                                                             {Kind::Capture, "1"},
                                                             {Kind::Capture, "1"},
                                                             {Kind::Text, "0"}}));
        QCOMPARE(nginxValueParts("${a $ $"), Parts({{Kind::Text, "${a $ $"}}));
        QVERIFY(nginxValueParts("").isEmpty());
    }

    void patterns_areMatchedByteByByte()
    {
        NginxMatch match;
        QCOMPARE(NginxPattern("^/(?<Who>.)(x)?$").match("/\xe9", &match), NginxPattern::Outcome::Matches);
        QCOMPARE(match.groups, QByteArrayList({"/\xe9", "\xe9"}));
        QCOMPARE(match.named.size(), 1);
        QCOMPARE(match.named.first(), std::make_pair(QByteArray("who"), QByteArray("\xe9")));
        QCOMPARE(NginxPattern("^a$", RegexCase::Insensitive).match("A"), NginxPattern::Outcome::Matches);
        QCOMPARE(NginxPattern("a").match("b"), NginxPattern::Outcome::DoesNotMatch);
        QCOMPARE(NginxPattern("(").match("a"), NginxPattern::Outcome::Unknown);
        QCOMPARE(NginxPattern("\xc9", RegexCase::Insensitive).match("\xe9"), NginxPattern::Outcome::Unknown);
        QCOMPARE(NginxPattern("^[^a]$", RegexCase::Insensitive).match("\xe9"), NginxPattern::Outcome::Matches);
    }

    void costlyPattern_endsUnknown()
    {
        QCOMPARE(NginxPattern("^(a+)+$").match(QByteArray(60, 'a') + 'b'), NginxPattern::Outcome::Unknown);
    }
};

GW_REGISTER_TEST(RouteUriTest)
#include "routeuritest.moc"
