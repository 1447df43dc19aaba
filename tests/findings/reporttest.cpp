// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/report.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace gw;
using namespace Qt::StringLiterals;

namespace {

/// What a hostile server could put into every text.
const QString hostile = u"<script>alert(1)</script>\u202E\x1b[2J & \"quoted\" %1"_s;

Review sample()
{
    Finding open;
    open.rule = RuleId(u"services.supervisor-root"_s);
    open.severity = Severity::Critical;
    open.where.file = RemotePath(QByteArray("/etc/supervisor/conf.d/a b#c.conf"));
    open.where.line = open.where.endLine = 12;
    open.where.column = 3;
    open.subject = UntrustedText(hostile).shown();
    open.title = u"Supervisor runs %1 as root"_s.arg(open.subject);
    open.explanation = u"Why it matters."_s;
    open.effective = UntrustedText(hostile);
    open.proof = {{u"cat file"_s, UntrustedText(hostile + u"\nsecond line"_s)}};
    open.source = u"CWE-250"_s;

    Finding server;
    server.rule = RuleId(u"exposure.open-port"_s);
    server.severity = Severity::Low;
    server.subject = u"3001/tcp"_s;
    server.title = u"Something answers"_s;
    server.explanation = u"Because."_s;

    Review review;
    review.findings = {open, server};
    Finding accepted = server;
    accepted.subject = u"8000/tcp"_s;
    review.accepted = {{accepted, {accepted.rule, {}, u"behind a VPN"_s, QDate(2026, 12, 31), u"ann"_s}}};
    review.passed = {{RuleId(u"users.second-root"_s), u"Only root has the number 0"_s, {}}};
    review.notChecked = {{RuleId(u"sshd.root-login"_s), u"Root does not log in"_s, u"needs root"_s}};
    review.notApplicable = {{RuleId(u"ai.jupyter-no-password"_s), u"Jupyter asks"_s, u"no Jupyter runs"_s}};
    return review;
}

const ReportSubject subject{u"gpu-1"_s, QDateTime(QDate(2026, 11, 22), QTime(2, 10), Qt::UTC),
                            UntrustedText(u"Debian 12"_s)};

QJsonObject sarifRun(const Review &review = sample())
{
    const QJsonObject log = QJsonDocument::fromJson(sarifReport(review, subject, u"0.1.0"_s)).object();
    return log[u"runs"].toArray().first().toObject();
}

/// A translation names its own language.
class TaggedTranslation : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *text, const char *, int) const override
    {
        return QByteArray(context) == "report" && QByteArray(text) == "en" ? u"zh-CN"_s : QString();
    }
};

/// How tests/findings/validate-sarif ends: 0 valid, 1 not, 77 cannot tell.
int schemaVerdict(const QByteArray &report)
{
    QProcess validator;
    validator.setProcessChannelMode(QProcess::ForwardedChannels);
    validator.start(QStringLiteral("/usr/bin/python3"),
                    {QStringLiteral(GW_SOURCE_DIR "/tests/findings/validate-sarif")});
    validator.write(report);
    validator.closeWriteChannel();
    return validator.waitForFinished(60'000) && validator.exitStatus() == QProcess::NormalExit ? validator.exitCode()
                                                                                               : -1;
}

} // namespace

class ReportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void json_isTheArrayOfTheContract()
    {
        const QJsonArray findings = QJsonDocument::fromJson(jsonReport(sample())).array();
        QCOMPARE(findings.size(), 2); // accepted findings are not open
        const QJsonObject first = findings.first().toObject();
        QCOMPARE(first[u"rule"].toString(), u"services.supervisor-root"_s);
        QCOMPARE(first[u"severity"].toString(), u"critical"_s);
        QCOMPARE(first[u"file"].toString(), u"/etc/supervisor/conf.d/a b#c.conf"_s);
        QCOMPARE(first[u"line"].toInt(), 12);
        QCOMPARE(first[u"column"].toInt(), 3);
        QVERIFY(first[u"fixable"].isBool());
        for (const QString &key : {u"title"_s, u"explanation"_s, u"subject"_s, u"effective"_s, u"source"_s})
            QVERIFY2(first[key].isString(), qPrintable(key));
        QVERIFY(first[u"proof"].isArray());
        QCOMPARE(QJsonDocument::fromJson(jsonReport({})).array().size(), 0);
        QVERIFY(QJsonDocument::fromJson(jsonReport({})).isArray());
    }

    void sarif_hasWhatTheStandardRequires()
    {
        const QJsonObject log = QJsonDocument::fromJson(sarifReport(sample(), subject, u"0.1.0"_s)).object();
        QCOMPARE(log[u"version"].toString(), u"2.1.0"_s);
        QVERIFY(log[u"$schema"].toString().contains(u"sarif-2.1.0"_s));
        const QJsonObject driver = sarifRun()[u"tool"].toObject()[u"driver"].toObject();
        QCOMPARE(driver[u"name"].toString(), u"Gatewright"_s);
        QCOMPARE(driver[u"rules"].toArray().size(), rules().size());
        for (const QJsonValue &rule : driver[u"rules"].toArray())
            QVERIFY(!rule.toObject()[u"shortDescription"].toObject()[u"text"].toString().isEmpty());
    }

    void sarif_isValidByTheSchemaOfTheStandard()
    {
        const QByteArray broken = R"({"version": "2.1.0", "runs": [{}]})"; // 3.14.6: a run names its tool
        const int verdict = schemaVerdict(broken);
        if (verdict == 77)
            QSKIP("python3-jsonschema is not installed");
        QCOMPARE(verdict, 1);
        QCOMPARE(schemaVerdict(sarifReport(sample(), subject, u"0.1.0"_s)), 0);
        QCOMPARE(schemaVerdict(sarifReport({}, {}, u"0.1.0"_s)), 0);
    }

    void sarifResults_pointAtTheirRule()
    {
        const QJsonArray rules = sarifRun()[u"tool"].toObject()[u"driver"].toObject()[u"rules"].toArray();
        const QJsonArray results = sarifRun()[u"results"].toArray();
        QCOMPARE(results.size(), 3);
        for (const QJsonValue &value : results) {
            const QJsonObject result = value.toObject();
            QVERIFY(QStringList({u"error"_s, u"warning"_s, u"note"_s}).contains(result[u"level"].toString()));
            QVERIFY(!result[u"message"].toObject()[u"text"].toString().isEmpty());
            QCOMPARE(rules[result[u"ruleIndex"].toInt()].toObject()[u"id"], result[u"ruleId"]);
            QVERIFY(!result[u"partialFingerprints"].toObject().isEmpty());
            QVERIFY(result.contains(u"suppressions"_s)); // in all results or in none
        }
    }

    void sarifLocation_isAUriUnderTheServersRoot()
    {
        const QJsonObject physical = sarifRun()[u"results"]
                                         .toArray()[0]
                                         .toObject()[u"locations"]
                                         .toArray()[0]
                                         .toObject()[u"physicalLocation"]
                                         .toObject();
        const QJsonObject artifact = physical[u"artifactLocation"].toObject();
        QCOMPARE(artifact[u"uri"].toString(), u"etc/supervisor/conf.d/a%20b%23c.conf"_s);
        QVERIFY(sarifRun()[u"originalUriBaseIds"].toObject().contains(artifact[u"uriBaseId"].toString()));
        QCOMPARE(physical[u"region"].toObject()[u"startLine"].toInt(), 12);
        const QJsonObject noFile = sarifRun()[u"results"].toArray()[1].toObject()[u"locations"].toArray()[0].toObject();
        QVERIFY(!noFile.contains(u"physicalLocation"_s));
    }

    void sarifFingerprint_survivesAMovedLine()
    {
        Review moved = sample();
        moved.findings.first().where.line += 40;
        const auto print = [](const QJsonObject &run) {
            return run[u"results"].toArray()[0].toObject()[u"partialFingerprints"].toObject();
        };
        QCOMPARE(print(sarifRun(moved)), print(sarifRun()));
        moved.findings.first().subject = u"other"_s;
        QVERIFY(print(sarifRun(moved)) != print(sarifRun()));
    }

    void sarif_keepsAcceptedAndNotChecked()
    {
        const QJsonArray suppressions = sarifRun()[u"results"].toArray()[2].toObject()[u"suppressions"].toArray();
        QCOMPARE(suppressions.size(), 1);
        QCOMPARE(suppressions[0].toObject()[u"kind"].toString(), u"external"_s);
        QCOMPARE(suppressions[0].toObject()[u"justification"].toString(), u"behind a VPN"_s);
        const QJsonArray notifications =
            sarifRun()[u"invocations"].toArray()[0].toObject()[u"toolExecutionNotifications"].toArray();
        QCOMPARE(notifications.size(), 1);
        QCOMPARE(notifications[0].toObject()[u"associatedRule"].toObject()[u"id"].toString(), u"sshd.root-login"_s);
    }

    void html_isSelfContainedAndEscaped()
    {
        const QByteArray page = htmlReport(sample(), {hostile, subject.takenAt, UntrustedText(hostile)});
        QVERIFY(!page.contains("<script"));
        QVERIFY(!page.contains('\x1b'));
        QVERIFY(!QString::fromUtf8(page).contains(QChar(0x202E)));
        QVERIFY(!page.contains("http://") && !page.contains("https://") && !page.contains(" src=") &&
                !page.contains("url("));
        QVERIFY(page.contains("Content-Security-Policy"));
        QVERIFY(page.contains("default-src 'none'"));
        QVERIFY(page.contains("prefers-color-scheme: dark"));
        QVERIFY(page.contains("needs root"));
        QVERIFY(page.contains("behind a VPN"));
    }

    void htmlLanguage_isThatOfTheTexts()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany)); // there is no German translation
        QVERIFY(htmlReport(sample(), subject).contains("<html lang=\"en\">"));
        TaggedTranslation chinese;
        QCoreApplication::installTranslator(&chinese);
        QVERIFY(htmlReport(sample(), subject).contains("<html lang=\"zh-CN\">"));
        QCoreApplication::removeTranslator(&chinese);
        QLocale::setDefault(before);
    }

    void htmlTables_haveHeads_forScreenReadersAndPaper()
    {
        const QByteArray page = htmlReport(sample(), subject);
        QCOMPARE(page.count("<thead>"), page.count("<table>"));
        QCOMPARE(page.count("<table>"), 4);
        QVERIFY(page.contains("@media print") && page.contains("(max-width: 640px)"));
    }

    void htmlTags_areBalanced()
    {
        QString body = QString::fromUtf8(htmlReport(sample(), subject));
        body = body.mid(body.indexOf(u"<body>"_s)).remove(u"</html>"_s).replace(u"<br>"_s, u"<br/>"_s);
        QXmlStreamReader reader(body);
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    }

    void text_saysEverythingInPlainCharacters()
    {
        const QString text = QString::fromUtf8(textReport(sample(), {hostile, subject.takenAt, subject.system}));
        QVERIFY(!text.contains(QChar(0x1b)) && !text.contains(QChar(0x202E)));
        for (const QString &needed : {u"CRITICAL (1)"_s, u"LOW (1)"_s, u"/etc/supervisor/conf.d/a b#c.conf:12:3"_s,
                                      u"Accepted"_s, u"behind a VPN"_s, u"Not checked"_s, u"needs root"_s,
                                      u"1 critical, 1 low"_s, u"1 passed"_s, u"$ cat file"_s, u"> second line"_s})
            QVERIFY2(text.contains(needed), qPrintable(needed));
        QVERIFY(text.indexOf(u"CRITICAL"_s) < text.indexOf(u"LOW"_s));
    }

    void longTexts_areWrapped_chineseToo_andWordsStayWhole()
    {
        Review review = sample();
        const QString path = u"/very/long"_s.repeated(15);
        review.findings.first().explanation =
            u"word "_s.repeated(60) + path + u" 谁发现这个端口，谁就能使用它。"_s.repeated(20);
        const QStringList lines = QString::fromUtf8(textReport(review, subject)).split(u'\n');
        QVERIFY(std::any_of(lines.cbegin(), lines.cend(), [&](const QString &line) { return line.trimmed() == path; }));
        for (const QString &line : lines) {
            const auto wide = std::count_if(line.cbegin(), line.cend(), [](QChar c) { return c.unicode() >= 0x2E80; });
            QVERIFY2(line.size() + wide <= 102 || line.trimmed() == path,
                     qPrintable(line)); // a full stop may hang over
            QVERIFY2(!line.trimmed().startsWith(u'，') && !line.trimmed().startsWith(u'。'), qPrintable(line));
        }
    }

    void aLineThatProves_isShownOnce()
    {
        Facts facts;
        NginxFacts nginx;
        nginx.tree = QList<FileFact>{{RemotePath("/etc/nginx/nginx.conf"_ba),
                                      "user root;\nevents {}\nhttp {\n    server {\n        listen 80;\n"
                                      "        server_name a.example b.example;\n    }\n    server {\n"
                                      "        listen 80;\n        server_name a.example;\n    }\n}\n",
                                      0644,
                                      {},
                                      {}}};
        facts.nginx = nginx;
        const QString text = QString::fromUtf8(textReport(review(facts, {}, {}, {.only = {u"nginx"_s}}), subject));
        QCOMPARE(text.count(u"user root"_s), 1);
        QCOMPARE(text.count(u"server_name a.example;"_s), 1);
        QVERIFY(text.contains(u"> user root;"_s));
    }

    void nothingFound_isSaidInEveryFormat()
    {
        QVERIFY(textReport({}, subject).contains("no findings"));
        QVERIFY(htmlReport({}, subject).contains("Nothing is open"));
        QCOMPARE(sarifRun({})[u"results"].toArray().size(), 0);
    }
};

GW_REGISTER_TEST(ReportTest)
#include "reporttest.moc"
