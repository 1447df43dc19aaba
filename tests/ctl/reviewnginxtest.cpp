// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/ctl.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace gw;
using namespace gw::test;
using namespace Qt::StringLiterals;

namespace {

/// "nginx.alias-traversal main.conf:4"
QStringList placesOf(const QByteArray &json)
{
    QStringList places;
    for (const QJsonValue &each : QJsonDocument::fromJson(json).array())
        places += u"%1 %2:%3"_s.arg(each[u"rule"].toString(), each[u"file"].toString().section(u'/', -1))
                      .arg(each[u"line"].toInt());
    places.sort();
    return places;
}

} // namespace

/// `gatewrightctl review --nginx FILE`, as a pipeline runs it.
class ReviewNginxTest : public QObject {
    Q_OBJECT

    Ctl m_ctl;

    CtlResult review(const QString &file, const QStringList &options = {}) const
    {
        return m_ctl.run(QStringList{u"review"_s, u"--format"_s, u"json"_s, u"--nginx"_s, m_ctl.path(file)} + options);
    }
    void write(const QString &name, const QByteArray &text) const { put(m_ctl.path(name), {}, text); }

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(qEnvironmentVariable("GW_BUILD_DIR") + u"/gatewrightctl"_s))
            skipAll(u"gatewrightctl is not built, or GW_BUILD_DIR does not name the build folder"_s);
        write(u"main.conf"_s, "events {}\nworker_processes auto;\nhttp {\n    server_tokens off;\n"
                              "    include site.conf;\n}\n");
        write(u"site.conf"_s, "server {\n    listen 80;\n    location /files {\n        alias /srv/files/;\n    }\n"
                              "    location /pictures {\n        alias /srv/pictures/;\n    }\n}\n");
        write(u"quiet.conf"_s, "server {\n    listen 80;\n    merge_slashes on;\n}\n");
        write(u"broken.conf"_s, "server {\n    listen 80\n}\n");
        write(u"outer.conf"_s, "include broken.conf;\n");
        write(u"lonely.conf"_s, "include nowhere.conf;\n");
        write(u"accepted.conf"_s, "location /files {\n    # gatewright: accept nginx.alias-traversal a demo\n"
                                  "    alias /srv/files/;\n}\n");
        write(u"taste.conf"_s, "# gatewright: accept nginx.merge-slashes-on we say it aloud\nmerge_slashes on;\n");
        write(u"cors.conf"_s, "if ($http_origin ~ ^https?://(www\\.)?example\\.org$) {\n    set $ok 1;\n}\n");
    }

    void everyOccurrence_isAFindingAtItsLine()
    {
        const CtlResult result = review(u"main.conf"_s);
        QCOMPARE(result.exitCode, 1);
        QCOMPARE(placesOf(result.out),
                 (QStringList{u"nginx.alias-traversal site.conf:4"_s, u"nginx.alias-traversal site.conf:7"_s}));
        const QJsonValue first = QJsonDocument::fromJson(result.out).array().first();
        QCOMPARE(first[u"severity"].toString(), u"high"_s);
        QCOMPARE(first[u"fixable"].toBool(), true);
        QVERIFY(!first[u"title"].toString().isEmpty() && !first[u"explanation"].toString().isEmpty());
    }

    void includes_canBeLeftAside()
    {
        const CtlResult result = review(u"main.conf"_s, {u"--no-includes"_s});
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.out.simplified(), QByteArray("[ ]"));
    }

    void whatDoesNotParse_isTwo_andNeverNoFindings()
    {
        for (const QString &file : {u"broken.conf"_s, u"outer.conf"_s}) {
            const CtlResult result = review(file);
            QCOMPARE(result.exitCode, 2);
            QVERIFY(result.out.isEmpty());
            QVERIFY2(result.err.contains("unexpected \"}\" in ") && result.err.contains("broken.conf:3"),
                     result.err.constData());
        }
        QCOMPARE(review(u"nowhere.conf"_s).exitCode, 2);
    }

    void missingInclude_isSaid_andNothingHasPassedThen()
    {
        const CtlResult result = review(u"lonely.conf"_s);
        QCOMPARE(result.exitCode, 2);
        QCOMPARE(result.out.simplified(), QByteArray("[ ]"));
        QVERIFY2(result.err.contains("nowhere.conf\" failed"), result.err.constData());
        QCOMPARE(review(u"lonely.conf"_s, {u"--no-includes"_s}).exitCode, 0);
    }

    void profiles_askDifferently_andOnlyAsksWhateverTheProfile()
    {
        const QString rule = u"nginx.merge-slashes-on"_s;
        QVERIFY(!rulesOf(review(u"quiet.conf"_s).out).contains(rule));
        QVERIFY(rulesOf(review(u"quiet.conf"_s, {u"--profile"_s, u"strict"_s}).out).contains(rule));
        QCOMPARE(rulesOf(review(u"quiet.conf"_s, {u"--only"_s, rule}).out), QStringList{rule});
        QCOMPARE(rulesOf(review(u"main.conf"_s, {u"--only"_s, u"nginx.ssrf,nginx.origins"_s}).out), QStringList());
    }

    void options_areSetForOneRule()
    {
        const QStringList only{u"--only"_s, u"nginx.origins"_s};
        QVERIFY(placesOf(review(u"cors.conf"_s, only).out).isEmpty());
        QCOMPARE(
            placesOf(review(u"cors.conf"_s, only + QStringList{u"--option"_s, u"nginx.origins.https-only=true"_s}).out),
            QStringList{u"nginx.origins cors.conf:1"_s});
        QCOMPARE(
            placesOf(
                review(u"cors.conf"_s, only + QStringList{u"--option"_s, u"nginx.origins.domains=example.net"_s}).out),
            QStringList{u"nginx.origins cors.conf:1"_s});
    }

    void whatIsNoRuleOptionOrProfile_isRefused_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("rule") << QStringList{u"--only"_s, u"nginx.alias"_s};
        QTest::newRow("second rule") << QStringList{u"--only"_s, u"nginx.ssrf,nginx.alias"_s};
        QTest::newRow("option") << QStringList{u"--option"_s, u"nginx.origins.names=x"_s};
        QTest::newRow("option without value") << QStringList{u"--option"_s, u"nginx.origins.domains"_s};
        QTest::newRow("option of no rule") << QStringList{u"--option"_s, u"domains=x"_s};
        QTest::newRow("profile") << QStringList{u"--profile"_s, u"best"_s};
        QTest::newRow("version") << QStringList{u"--nginx-version"_s, u"new"_s};
        QTest::newRow("target") << QStringList{u"local"_s};
    }
    void whatIsNoRuleOptionOrProfile_isRefused()
    {
        QFETCH(QStringList, options);
        const CtlResult result = review(u"main.conf"_s, options);
        QCOMPARE(result.exitCode, 2);
        QVERIFY(result.out.isEmpty());
        QVERIFY2(result.err.contains(options.last().section(u',', -1).toUtf8()) || options.size() == 1,
                 result.err.constData());
    }

    void acceptedWithAReason_isNoFinding_inAnyProfile()
    {
        QCOMPARE(placesOf(review(u"accepted.conf"_s).out), QStringList());
        QCOMPARE(placesOf(review(u"taste.conf"_s).out), QStringList());
        QCOMPARE(placesOf(review(u"taste.conf"_s, {u"--profile"_s, u"strict"_s}).out), QStringList());
    }
};

GW_REGISTER_TEST(ReviewNginxTest)
#include "reviewnginxtest.moc"
