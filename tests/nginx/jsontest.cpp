// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/json.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace gw;
using namespace Qt::StringLiterals;

namespace {

QJsonObject read(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("%s: %s", qPrintable(error.errorString()), json.constData());
    return document.object();
}

NginxConfig configOf(const QByteArray &text)
{
    return NginxConfig::ofOneFile(RemotePath("/n/nginx.conf"), text);
}

/// JSON with "'" for quotes, to be read more easily.
QByteArray written(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray compact(const QJsonValue &value)
{
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return document.toJson(QJsonDocument::Compact);
}

/// The one file of the configuration.
QByteArray parsed(const QByteArray &text)
{
    const QJsonArray files = read(nginxJson(configOf(text)))["config"_L1].toArray();
    return compact(files.first()["parsed"_L1]);
}

} // namespace

/// The layout that `crossplane parse --include-comments` prints. Members come sorted by name here.
class JsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void payload_namesFilesIncludesAndNodes()
    {
        const NginxFiles files = NginxFiles::of({
            {RemotePath("/n/nginx.conf"), "events {}\nhttp {\n    include b/*.conf;\n}\n"},
            {RemotePath("/n/b/1.conf"), "index a;"},
            {RemotePath("/n/b/2.conf"), "# two\n"},
        });
        const QByteArray json = nginxJson(NginxConfig::read(files, RemotePath("/n/nginx.conf")));
        const QByteArray wanted =
            written("{'config':[{'errors':[],'file':'/n/nginx.conf','parsed':["
                    "{'args':[],'block':[],'directive':'events','line':1},"
                    "{'args':[],'block':[{'args':['b/*.conf'],'directive':'include','includes':[1,2],'line':3}],"
                    "'directive':'http','line':2}],'status':'ok'},"
                    "{'errors':[],'file':'/n/b/1.conf','parsed':[{'args':['a'],'directive':'index','line':1}],"
                    "'status':'ok'},"
                    "{'errors':[],'file':'/n/b/2.conf','parsed':["
                    "{'args':[],'comment':' two','directive':'#','line':1}],'status':'ok'}],"
                    "'errors':[],'status':'ok'}");
        QCOMPARE(compact(read(json)), wanted);
    }

    void errors_areOfThePayload_andOfTheFile_andTheRestIsThere()
    {
        const QJsonObject payload = read(nginxJson(configOf("a 1;\n}\nb 2;\n")));
        const QByteArray error = "\"error\":\"unexpected \\\"}\\\" in /n/nginx.conf:2\"";
        QCOMPARE(payload["status"_L1].toString(), u"failed"_s);
        QCOMPARE(compact(payload["errors"_L1]), "[{" + error + ",\"file\":\"/n/nginx.conf\",\"line\":2}]");
        const QJsonValue file = payload["config"_L1].toArray().first();
        QCOMPARE(file["status"_L1].toString(), u"failed"_s);
        QCOMPARE(compact(file["errors"_L1]), "[{" + error + ",\"line\":2}]");
        QCOMPARE(file["parsed"_L1].toArray().size(), 2);
    }

    void arguments_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("wanted");
        const auto row = [](const char *name, const QByteArray &text, const QByteArray &wanted) {
            QTest::newRow(name) << text << wanted;
        };
        row("quotes", "a 'b c' \"\" d;", written("['b c','','d']"));
        row("escapes", "a \"x\\\"y\\n\\\\\" 'x\\'y\\\"' \\{\\;;",
            "[\"x\\\"y\\\\n\\\\\\\\\",\"x'y\\\\\\\"\",\"\\\\{\\\\;\"]");
        row("of if", "if ($a = \"b c\") {}", written("['$a','=','b c']"));
        row("of if, apart", "if ( $a ) {}", written("['$a']"));
        row("of if, file", "if (!-f $a/b) {}", written("['!-f','$a/b']"));
        row("of if, none", "if {}", "[]");
        row("not of if", "iff ($a) {}", "[\"($a)\"]");
        row("Lua", "content_by_lua_block { a = '}' }", "[\" a = '}' \"]");
        row("Lua with a variable", "set_by_lua_block $a { return {} }", written("['$a',' return {} ']"));
        row("UTF-8", "a \xd1\x84\xc2\xa0\xf0\x9f\x98\x80;", "[\"\xd1\x84\xc2\xa0\xf0\x9f\x98\x80\"]");
        row("Latin-1", "a \xe4;", "[\"\xef\xbf\xbd\"]");
    }

    void arguments()
    {
        QFETCH(QByteArray, text);
        const QJsonArray files = read(nginxJson(configOf(text)))["config"_L1].toArray();
        const QJsonValue directive = files.first()["parsed"_L1].toArray().first();
        QTEST(compact(directive["args"_L1]), "wanted");
    }

    /// nginx reads entries of a map like directives, and so does crossplane.
    void entries_areInTheirBlock()
    {
        const QByteArray wanted = written("[{'args':['$a','$b'],'block':[{'args':['0'],'directive':'default','line':2},"
                                          "{'args':['1'],'directive':'','line':3}],'directive':'map','line':1}]");
        QCOMPARE(parsed("map $a $b {\ndefault 0;\n'' 1; }"), wanted);
    }

    void commentsBetweenWords_comeBehindTheirDirective()
    {
        const QByteArray one = written("{'args':['b'],'directive':'a','line':1},"
                                       "{'args':[],'comment':'one','directive':'#','line':1}");
        QCOMPARE(parsed("a #one\nb;"), '[' + one + ']');
        const QByteArray wanted =
            written("[{'args':['b'],'block':[{'args':[],'directive':'c','line':3}],'directive':'a','line':1},"
                    "{'args':[],'comment':'one','directive':'#','line':1},"
                    "{'args':[],'directive':'d','line':4}]");
        QCOMPARE(parsed("a #one\nb\n{ c; }\nd;"), wanted);
    }

    void positions_areOfBytes()
    {
        const QByteArray text = "a;\n \xc3\xa4 {\nb c; }\n";
        const QJsonArray files = read(nginxJson(configOf(text), NginxPositions::Bytes))["config"_L1].toArray();
        const QJsonValue block = files.first()["parsed"_L1].toArray()[1];
        QCOMPARE(block["line"_L1].toInt(), 2);
        QCOMPARE(block["column"_L1].toInt(), 2);
        QCOMPARE(block["start"_L1].toInt(), 4);
        QCOMPARE(block["end"_L1].toInt(), text.size() - 1);
        QVERIFY(!nginxJson(configOf(text)).contains("column"));
    }

    /// A configuration is somebody else's text.
    void output_drivesNoTerminal()
    {
        const QByteArray json = nginxJson(configOf("a \"\x1b[31m\xe2\x80\xae\x07\";#\x1b]0;x\x07\n"));
        QVERIFY(!json.contains('\x1b') && !json.contains('\x07') && !json.contains("\xe2\x80\xae"));
        const QJsonValue directive = read(json)["config"_L1][0]["parsed"_L1][0];
        QCOMPARE(directive["args"_L1][0].toString(), u"\u001b[31m\u202e\u0007"_s);
    }

    void hostileNesting_costsNoStack()
    {
        const QByteArray json = nginxJson(configOf(QByteArray("a{").repeated(200000)));
        QCOMPARE(json.count("\"block\":["), 200000);
        QCOMPARE(json.count('['), json.count(']'));
    }
};

GW_REGISTER_TEST(JsonTest)
#include "jsontest.moc"
