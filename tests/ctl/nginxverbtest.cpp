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

const QByteArray good = "events {}\nhttp {\nserver {\nlisten   127.0.0.1:8080;\n}\n}\n";

QJsonArray read(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).array();
}

} // namespace

/// `gatewrightctl nginx`, as a pipeline runs it: 0 accepted, 1 rejected, 2 could not do it.
class NginxVerbTest : public QObject {
    Q_OBJECT

    Ctl m_ctl;

    CtlResult nginx(const QString &command, const QString &file, const QStringList &options = {}) const
    {
        return m_ctl.run(QStringList{u"nginx"_s, command, m_ctl.path(file)} + options);
    }
    CtlResult nginxOf(const QString &command, const QByteArray &standardInput) const
    {
        QProcess process;
        process.start(qEnvironmentVariable("GW_BUILD_DIR") + u"/gatewrightctl"_s, {u"nginx"_s, command, u"-"_s});
        process.write(standardInput);
        process.closeWriteChannel();
        process.waitForFinished(90'000);
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    void write(const QString &name, const QByteArray &text) const { put(m_ctl.path(name), {}, text); }

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(qEnvironmentVariable("GW_BUILD_DIR") + u"/gatewrightctl"_s))
            skipAll(u"gatewrightctl is not built, or GW_BUILD_DIR does not name the build folder"_s);
        write(u"good.conf"_s, good);
        write(u"unknown.conf"_s, "events {}\nhttp {\nlissten 80;\n}\n");
        write(u"broken.conf"_s, "events {}\nhttp {\nserver \n");
        write(u"outer.conf"_s, "events {}\nhttp {\ninclude inner.conf;\n}\n");
        write(u"inner.conf"_s, "index a\nb;\nindexx c;\n");
        write(u"warned.conf"_s, "events {}\nhttp {\nallow 10.0.0.1/8;\n}\n");
        write(u"new.conf"_s, "events {}\nhttp {\nhttp2 on;\n}\n");
    }

    void check_isZeroForWhatNginxAccepts()
    {
        const CtlResult result = nginx(u"check"_s, u"good.conf"_s);
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(result.out.isEmpty() && result.err.isEmpty(), QByteArray(result.out + result.err).constData());
        QCOMPARE(nginxOf(u"check"_s, good).exitCode, 0);
    }

    void check_isOneForWhatNginxRefuses_inItsWords()
    {
        const CtlResult result = nginx(u"check"_s, u"unknown.conf"_s);
        QCOMPARE(result.exitCode, 1);
        QCOMPARE(result.out,
                 "[emerg] unknown directive \"lissten\" in " + m_ctl.path(u"unknown.conf"_s).toUtf8() + ":3\n");
        const CtlResult broken = nginx(u"check"_s, u"broken.conf"_s);
        QCOMPARE(broken.exitCode, 1);
        QVERIFY2(broken.out.startsWith("[emerg] unexpected end of file, expecting \";\" or \"}\" in "),
                 broken.out.constData());
    }

    void check_namesTheIncludedFile_unlessItIsNotToBeFollowed()
    {
        const CtlResult result = nginx(u"check"_s, u"outer.conf"_s);
        QCOMPARE(result.exitCode, 1);
        QCOMPARE(result.out,
                 "[emerg] unknown directive \"indexx\" in " + m_ctl.path(u"inner.conf"_s).toUtf8() + ":3\n");
        QCOMPARE(nginx(u"check"_s, u"outer.conf"_s, {u"--no-includes"_s}).exitCode, 0);
    }

    void check_warnsWithoutRefusing()
    {
        const CtlResult result = nginx(u"check"_s, u"warned.conf"_s);
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(result.out.startsWith("[warn] low address bits of 10.0.0.1/8"), result.out.constData());
    }

    void check_knowsVersions()
    {
        QCOMPARE(nginx(u"check"_s, u"new.conf"_s).exitCode, 0);
        QCOMPARE(nginx(u"check"_s, u"new.conf"_s, {u"--nginx-version"_s, u"1.25.1"_s}).exitCode, 0);
        QCOMPARE(nginx(u"check"_s, u"new.conf"_s, {u"--nginx-version"_s, u"1.22.1"_s}).exitCode, 1);
    }

    void check_saysPlacesAsJson()
    {
        const CtlResult result = nginx(u"check"_s, u"unknown.conf"_s, {u"--format"_s, u"json"_s});
        QCOMPARE(result.exitCode, 1);
        const QJsonObject complaint = read(result.out).first().toObject();
        QCOMPARE(complaint["severity"_L1].toString(), u"emerg"_s);
        QCOMPARE(complaint["file"_L1].toString(), m_ctl.path(u"unknown.conf"_s));
        QCOMPARE(complaint["message"_L1].toString(), u"unknown directive \"lissten\""_s);
        QCOMPARE(complaint["line"_L1].toInt(), 3);
        QCOMPARE(complaint["column"_L1].toInt(), 1);
        QCOMPARE(complaint["start"_L1].toInt(), 17);
        QCOMPARE(complaint["end"_L1].toInt(), 24);
        QCOMPARE(nginx(u"check"_s, u"good.conf"_s, {u"--format"_s, u"json"_s}).out.simplified(), QByteArray("[ ]"));
    }

    /// What `nginx -T` printed on another machine.
    void check_takesADumpApart()
    {
        const QByteArray dump = "# configuration file /etc/nginx/nginx.conf:\nevents {}\nhttp {\n"
                                "    include sites/*;\n}\n\n# configuration file /etc/nginx/sites/a:\nserver { listen "
                                "a b; }\n\n";
        const CtlResult result = nginxOf(u"check"_s, dump);
        QCOMPARE(result.exitCode, 1);
        QCOMPARE(result.out, QByteArray("[emerg] invalid parameter \"b\" in /etc/nginx/sites/a:1\n"));
    }

    void dump_isJsonOfAllFiles()
    {
        const CtlResult result = nginx(u"dump"_s, u"outer.conf"_s);
        QCOMPARE(result.exitCode, 0);
        const QJsonObject payload = QJsonDocument::fromJson(result.out).object();
        QCOMPARE(payload["status"_L1].toString(), u"ok"_s);
        QCOMPARE(payload["config"_L1].toArray().size(), 2);
        QCOMPARE(payload["config"_L1][1]["parsed"_L1][0]["args"_L1].toArray(), QJsonArray({u"a"_s, u"b"_s}));
        const CtlResult alone = nginx(u"dump"_s, u"outer.conf"_s, {u"--no-includes"_s});
        QCOMPARE(QJsonDocument::fromJson(alone.out)["config"_L1].toArray().size(), 1);
        QVERIFY(nginx(u"dump"_s, u"outer.conf"_s, {u"--positions"_s}).out.contains("\"column\":"));
    }

    void print_isTheInput_alsoWithErrors()
    {
        for (const QByteArray &text : {good, QByteArray("a\r\n{ 'b\xff' ;}\t# c"), QByteArray()}) {
            const CtlResult result = nginxOf(u"print"_s, text);
            QCOMPARE(result.exitCode, 0);
            QCOMPARE(result.out, text);
        }
        const CtlResult broken = nginxOf(u"print"_s, "a }\n {\n");
        QCOMPARE(broken.exitCode, 2);
        QCOMPARE(broken.out, QByteArray("a }\n {\n"));
        QVERIFY2(broken.err.contains("unexpected \"}\""), broken.err.constData());
    }

    void format_indents()
    {
        const QByteArray wanted = "events {}\nhttp {\n    server {\n        listen 127.0.0.1:8080;\n    }\n}\n";
        const CtlResult result = nginx(u"format"_s, u"good.conf"_s);
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.out, wanted);
        QCOMPARE(nginx(u"format"_s, u"good.conf"_s, {u"--indent"_s, u"2"_s}).out,
                 QByteArray(wanted).replace("    ", "  "));
        QCOMPARE(nginx(u"format"_s, u"good.conf"_s, {u"--indent"_s, u"tab"_s}).out,
                 QByteArray(wanted).replace("    ", "\t"));
        QCOMPARE(nginx(u"format"_s, u"good.conf"_s, {u"--lines"_s, u"4-4"_s}).out,
                 QByteArray(good).replace("listen   ", "        listen "));
    }

    void unreadable_isTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("named");
        const auto row = [](const char *name, const QStringList &arguments, const QByteArray &named) {
            QTest::newRow(name) << arguments << named;
        };
        row("dump", {u"dump"_s, u"broken.conf"_s}, "unexpected end of file");
        row("format", {u"format"_s, u"broken.conf"_s}, "unexpected end of file");
        row("print", {u"print"_s, u"broken.conf"_s}, "unexpected end of file");
        row("no file", {u"check"_s, u"none.conf"_s}, "No such file");
        row("a folder", {u"check"_s, u"."_s}, "Is a directory");
        row("no command", {}, "dump, print, format, check or route");
        row("unknown command", {u"lint"_s, u"good.conf"_s}, "dump, print, format, check or route");
        row("no name", {u"check"_s}, "FILE");
        row("two names", {u"check"_s, u"good.conf"_s, u"good.conf"_s}, "FILE");
        row("version", {u"check"_s, u"good.conf"_s, u"--nginx-version"_s, u"x"_s}, "x");
        row("format of results", {u"check"_s, u"good.conf"_s, u"--format"_s, u"xml"_s}, "xml");
        row("indent", {u"format"_s, u"good.conf"_s, u"--indent"_s, u"0"_s}, "0");
        row("lines", {u"format"_s, u"good.conf"_s, u"--lines"_s, u"3-1"_s}, "3-1");
        row("option", {u"check"_s, u"good.conf"_s, u"--fix"_s}, "fix");
    }

    void unreadable_isTwo()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, named);
        for (QString &argument : arguments) {
            if (argument.endsWith(u".conf"_s) || argument == u"."_s)
                argument = m_ctl.path(argument);
        }
        const CtlResult result = m_ctl.run(QStringList{u"nginx"_s} + arguments);
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.err.contains(named), result.err.constData());
    }

    void route_saysWhatAnswers()
    {
        write(u"route.conf"_s, "events {}\nhttp {\nserver {\nlisten 8080;\nserver_name a.test;\n"
                               "location /v1/ {\nproxy_pass http://127.0.0.1:8000/;\n}\n}\n}\n");
        const QString url = u"http://a.test:8080/v1/models?x=1"_s;
        const CtlResult json = nginx(u"route"_s, u"route.conf"_s, {url, u"--format"_s, u"json"_s});
        QCOMPARE(json.exitCode, 0);
        const QJsonObject route = QJsonDocument::fromJson(json.out).object();
        const QString file = m_ctl.path(u"route.conf"_s);
        QCOMPARE(route[u"server"].toObject(),
                 (QJsonObject{{u"file"_s, file}, {u"line"_s, 3}, {u"names"_s, QJsonArray{u"a.test"_s}}}));
        QCOMPARE(route[u"location"].toObject(),
                 (QJsonObject{{u"file"_s, file}, {u"line"_s, 6}, {u"modifier"_s, u""_s}, {u"pattern"_s, u"/v1/"_s}}));
        QCOMPARE(route[u"uri"].toString(), u"/models?x=1"_s);
        QCOMPARE(route[u"upstream"].toArray(), QJsonArray{u"127.0.0.1:8000"_s});
        const CtlResult text = nginx(u"route"_s, u"route.conf"_s, {url});
        QCOMPARE(text.exitCode, 0);
        QVERIFY2(text.out.contains("passed on to http://127.0.0.1:8000 as /models?x=1"), text.out.constData());
    }

    void route_isTwoForWhatCannotBeRead()
    {
        const CtlResult broken = nginx(u"route"_s, u"broken.conf"_s, {u"http://a.test/"_s});
        QCOMPARE(broken.exitCode, 2);
        QVERIFY(broken.out.isEmpty() && broken.err.contains("unexpected end of file"));
        QCOMPARE(nginx(u"route"_s, u"good.conf"_s, {u"ftp://a.test/"_s}).exitCode, 2);
        QCOMPARE(nginx(u"route"_s, u"good.conf"_s).exitCode, 2);
        QCOMPARE(nginx(u"check"_s, u"good.conf"_s, {u"http://a.test/"_s}).exitCode, 2);
    }

    void route_goesOnWithoutIncludedFilesThatAreNotThere()
    {
        write(u"lost.conf"_s, "events {}\nhttp {\ninclude no/such.types;\nserver {\nreturn 204;\n}\n}\n");
        const CtlResult lost = nginx(u"route"_s, u"lost.conf"_s, {u"http://a.test/"_s, u"--format"_s, u"json"_s});
        QCOMPARE(lost.exitCode, 0);
        QVERIFY2(lost.err.contains("no/such.types"), lost.err.constData());
        QCOMPARE(QJsonDocument::fromJson(lost.out).object()[u"return"].toInt(), 204);
    }
};

GW_REGISTER_TEST(NginxVerbTest)
#include "nginxverbtest.moc"
