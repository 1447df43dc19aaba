// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/edit.h"
#include "backend/nginx/routetext.h"
#include "tests/nginx/installednginx.h"
#include "tests/nginx/routecase.h"
#include "tests/nginx/runningnginx.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>

using namespace gw;
using test::RouteCase;
using test::RunningNginx;

namespace {

enum class Marks { AsWritten, EveryBlock };

/// How many requests ended where the tracer said.
struct Agreement {
    qsizetype requests = 0;
    qsizetype asWritten = 0;
    qsizetype marked = 0;
    qsizetype mixed = 0;
};

/// More requests of each configuration.
constexpr int mixedRequests = 200;

NginxFiles filesOf()
{
    NginxFiles files;
    files.content = [](const RemotePath &path) -> NginxFiles::Content {
        QFile file(QFile::decodeName(path.bytes()));
        return file.open(QFile::ReadOnly) ? NginxFiles::Content{file.readAll(), 0} : NginxFiles::Content{{}, ENOENT};
    };
    files.names = [](const QByteArray &folder) {
        QList<QByteArray> names;
        for (const QString &name : QDir(QFile::decodeName(folder)).entryList(QDir::Files))
            names.append(QFile::encodeName(name));
        return names;
    };
    return files;
}

NginxRouteOptions::Path pathOf(const QByteArray &path)
{
    const QFileInfo info(QFile::decodeName(path));
    if (!info.exists() || (info.isFile() && path.endsWith('/')))
        return NginxRouteOptions::Path::Nothing;
    return info.isDir() ? NginxRouteOptions::Path::Folder : NginxRouteOptions::Path::File;
}

NginxConfig configIn(const RunningNginx &nginx)
{
    return NginxConfig::read(filesOf(), RemotePath(QString(nginx.folder() + QStringLiteral("/nginx.conf"))));
}

/// Every server, location and `if` of a location adds a header of its own. Lines stay where they are.
void markBlocks(RunningNginx &nginx)
{
    const NginxConfig config = configIn(nginx);
    const NginxEffective effective(config);
    QMap<int, QList<NginxEdit>> edits;
    for (const auto context : {NginxContext::Server, NginxContext::Location, NginxContext::LocationIf}) {
        for (const NginxSetting &block : effective.blocks(context)) {
            const QByteArray mark = QByteArray::number(block.file()) + '-' + QByteArray::number(block.node().index());
            const NginxEdit edit{block.node().inside().start, 0, " add_header X-Block " + mark + " always;"};
            if (!edits[block.file()].contains(edit)) // a file may be included more than once
                edits[block.file()].append(edit);
        }
    }
    for (auto it = edits.cbegin(); it != edits.cend(); ++it) {
        const NginxFile &file = config.files()[it.key()];
        nginx.write(QDir(nginx.folder()).relativeFilePath(QFile::decodeName(file.path.bytes())),
                    nginxEdited(file.tree.text(), *it));
    }
}

/// What a reply is compared by.
struct Seen {
    bool isConnected = true;
    int status = 0;
    QByteArray location;
    std::optional<QByteArray> body; ///< nothing: nginx's own words, or none
    QMap<QByteArray, QByteArray> marks;

    QByteArray shown() const
    {
        QByteArray text = (isConnected ? "" : "not reached ") + QByteArray::number(status) + " location[" + location +
                          "] body[" + body.value_or("-") + "]";
        for (auto it = marks.cbegin(); it != marks.cend(); ++it)
            text += ' ' + it.key() + ':' + it.value();
        return text;
    }
};

/// The headers that the block which answers adds, as the effective view has them.
QMap<QByteArray, QByteArray> marksOf(const NginxRoute &route, const NginxEffective &effective)
{
    QMap<QByteArray, QByteArray> marks;
    for (const NginxSetting &header : effective.of(route.scope, "add_header").settings)
        marks.insert(header.argument(0).toLower(), header.argument(1));
    return marks;
}

Seen expected(const NginxRequest &request, const NginxRoute &route, const NginxEffective &effective)
{
    const NginxAnswer &answer = route.answer;
    Seen seen;
    seen.status = answer.status;
    switch (answer.kind) {
    case NginxAnswer::Kind::NotReached:
    case NginxAnswer::Kind::TlsRefused: seen.isConnected = false; return seen;
    case NginxAnswer::Kind::Closed: return seen;
    case NginxAnswer::Kind::Redirect: seen.location = answer.text; break;
    case NginxAnswer::Kind::Response:
        if (answer.at && answer.at.is("return") && answer.at.argumentCount() > 1)
            seen.body = answer.text;
        break;
    case NginxAnswer::Kind::Upstream:
        seen.status = answer.status > 0 ? answer.status : 200;
        seen.body = request.method + ' ' + answer.uri;
        break;
    case NginxAnswer::Kind::File: seen.body = QFile::encodeName(QDir::cleanPath(QFile::decodeName(answer.path))); break;
    case NginxAnswer::Kind::Folder:
    case NginxAnswer::Kind::Module: seen.status = 200; break;
    }
    if (request.method == "HEAD" || seen.status == 204)
        seen.body = QByteArray();
    seen.marks = marksOf(route, effective);
    return seen;
}

Seen seenIn(const RunningNginx::Reply &reply, const Seen &comparable)
{
    Seen seen;
    seen.isConnected = reply.isConnected;
    seen.status = reply.status;
    // One that is left from a redirect whose error page answers means nothing.
    if (reply.status / 100 == 3)
        seen.location = reply.headers.value("location");
    if (comparable.body)
        seen.body = reply.body;
    for (auto it = reply.headers.cbegin(); it != reply.headers.cend(); ++it) {
        if (it.key().startsWith("x-"))
            seen.marks.insert(it.key(), it.value());
    }
    return seen;
}

} // namespace

/// The tracer against a running nginx: each configuration as it was written, then with a header in every block that
/// says which one it is, so that two of the same answer are told apart.
class RouteOracleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = test::InstalledNginx::missing(); !missing.isEmpty())
            test::skipAll(missing);
    }

    void everyRequest_endsWhereTheTracerSays_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<Marks>("marks");
        for (const QFileInfo &info :
             QDir(QStringLiteral(GW_TEST_DATA "/routes")).entryInfoList({QStringLiteral("*.conf")})) {
            QTest::addRow("%s", qPrintable(info.baseName())) << info.filePath() << Marks::AsWritten;
            QTest::addRow("%s, every block marked", qPrintable(info.baseName()))
                << info.filePath() << Marks::EveryBlock;
        }
    }

    void everyRequest_endsWhereTheTracerSays()
    {
        QFETCH(QString, path);
        QFETCH(Marks, marks);
        const RouteCase routes = RouteCase::read(path);
        RunningNginx nginx;
        writeFiles(nginx, routes);
        if (routes.config.contains("cert.pem") && !nginx.writeCertificate())
            QSKIP("no openssl here");
        if (marks == Marks::EveryBlock)
            markBlocks(nginx);
        QVERIFY2(nginx.start(1), nginx.log().constData());

        const NginxConfig config = configIn(nginx);
        QVERIFY(config.problems().isEmpty());
        NginxRouteOptions options;
        options.files = pathOf;
        options.prefix = nginx.folder().toUtf8() + '/';
        const NginxRouter router(config, options);
        QByteArrayList differences = differencesOf(nginx, router, routes.requests);
        Agreement &agreement = m_table[QFileInfo(path).baseName()];
        agreement.requests = routes.requests.size();
        (marks == Marks::AsWritten ? agreement.asWritten : agreement.marked) = agreement.requests - differences.size();
        if (marks == Marks::EveryBlock) {
            const QByteArrayList others = differencesOf(nginx, router, routes.mixed(mixedRequests));
            agreement.mixed = mixedRequests - others.size();
            differences += others;
        }
        QVERIFY2(differences.isEmpty(), differences.join('\n').constData());
    }

    void cleanupTestCase()
    {
        Agreement all;
        qInfo("%-14s %8s %11s %10s %12s", "configuration", "requests", "same answer", "same block", "of 200 mixed");
        for (auto it = m_table.cbegin(); it != m_table.cend(); ++it) {
            print(it.key(), *it);
            all.requests += it->requests;
            all.asWritten += it->asWritten;
            all.marked += it->marked;
            all.mixed += it->mixed;
        }
        print(QStringLiteral("all %1").arg(m_table.size()), all);
        QVERIFY(m_table.size() >= 20);
        QVERIFY(all.requests >= 200);
        QCOMPARE(all.asWritten, all.requests);
        QCOMPARE(all.marked, all.requests);
        QCOMPARE(all.mixed, m_table.size() * mixedRequests);
    }

private:
    static void writeFiles(RunningNginx &nginx, const RouteCase &routes)
    {
        nginx.write(QStringLiteral("nginx.conf"), nginx.filled(routes.config));
        for (auto it = routes.files.cbegin(); it != routes.files.cend(); ++it) {
            const QByteArray itself = nginx.folder().toUtf8() + '/' + it.key().toUtf8();
            nginx.write(it.key(), it.value().isEmpty() ? itself : nginx.filled(it.value()));
        }
    }

    static QByteArrayList differencesOf(RunningNginx &nginx, const NginxRouter &router,
                                        const QList<RouteCase::Request> &requests)
    {
        QByteArrayList differences;
        for (const RouteCase::Request &request : requests)
            differences += difference(nginx, router, request);
        return differences;
    }

    static QByteArrayList difference(RunningNginx &nginx, const NginxRouter &router, const RouteCase::Request &request)
    {
        NginxRequest asked = request.asked;
        asked.port = nginx.port(request.portNumber);
        const NginxRoute route = router.route(asked);
        const Seen ours = expected(asked, route, router.effective());
        const QHostAddress address(QString::fromUtf8(asked.address));
        const RunningNginx::Reply reply =
            asked.scheme == NginxRequest::Scheme::Https
                ? nginx.sendTls(address, asked.port, QString::fromUtf8(asked.host), request.bytes())
                : nginx.send(address, asked.port, request.bytes());
        const Seen theirs = seenIn(reply, ours);
        // With files and address given there is nothing left to ask, but for headers that were not sent.
        const bool isOpen = std::ranges::any_of(route.questions, [](const NginxQuestion &question) {
            return question.kind != NginxQuestion::Kind::Condition;
        });
        if (ours.shown() == theirs.shown() && !isOpen)
            return {};
        return {request.line + "\n  nginx: " + theirs.shown() + "\n  ours:  " + ours.shown() + "\n    " +
                routeLines(route).join(QStringLiteral("\n    ")).toUtf8()};
    }

    static void print(const QString &name, const Agreement &agreement)
    {
        qInfo("%-14s %8d %11d %10d %12d", qPrintable(name), int(agreement.requests), int(agreement.asWritten),
              int(agreement.marked), int(agreement.mixed));
    }

    QMap<QString, Agreement> m_table;
};

GW_REGISTER_TEST(RouteOracleTest)
#include "routeoracletest.moc"
