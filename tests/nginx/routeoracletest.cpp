// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
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

/// What a reply is compared by.
struct Seen {
    int status = 0;
    QByteArray location;
    std::optional<QByteArray> body; ///< nothing: nginx's own words, or none
    QMap<QByteArray, QByteArray> marks;

    QByteArray shown() const
    {
        QByteArray text = QByteArray::number(status) + " location[" + location + "] body[" + body.value_or("-") + "]";
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
    case NginxAnswer::Kind::TlsRefused:
    case NginxAnswer::Kind::Closed: return {};
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

/// The tracer against a running nginx.
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
        for (const QFileInfo &info :
             QDir(QStringLiteral(GW_TEST_DATA "/routes")).entryInfoList({QStringLiteral("*.conf")}))
            QTest::newRow(qPrintable(info.baseName())) << info.filePath();
    }

    void everyRequest_endsWhereTheTracerSays()
    {
        QFETCH(QString, path);
        const RouteCase routes = RouteCase::read(path);
        RunningNginx nginx;
        writeFiles(nginx, routes);
        QVERIFY2(nginx.start(1), nginx.log().constData());

        const NginxConfig config =
            NginxConfig::read(filesOf(), RemotePath(QString(nginx.folder() + QStringLiteral("/nginx.conf"))));
        QVERIFY(config.problems().isEmpty());
        NginxRouteOptions options;
        options.files = pathOf;
        options.prefix = nginx.folder().toUtf8() + '/';
        const NginxRouter router(config, options);
        ++m_configurations;
        QByteArrayList differences;
        for (const RouteCase::Request &request : routes.requests)
            differences += difference(nginx, router, request);
        QVERIFY2(differences.isEmpty(), differences.join('\n').constData());
    }

    void cleanupTestCase()
    {
        qInfo() << m_configurations << "configurations," << m_requests << "requests," << m_agreed << "the same answer";
        QVERIFY(m_configurations >= 20);
        QVERIFY(m_requests >= 200);
        QCOMPARE(m_agreed, m_requests);
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

    QByteArrayList difference(RunningNginx &nginx, const NginxRouter &router, const RouteCase::Request &request)
    {
        NginxRequest asked = request.asked;
        asked.port = nginx.port(request.portNumber);
        const NginxRoute route = router.route(asked);
        const Seen ours = expected(asked, route, router.effective());
        const RunningNginx::Reply reply =
            nginx.send(QHostAddress(QString::fromUtf8(asked.address)), asked.port, request.bytes());
        const Seen theirs = seenIn(reply, ours);
        ++m_requests;
        // With everything given there is nothing left to ask.
        const bool isSame = ours.shown() == theirs.shown() && route.questions.isEmpty();
        m_agreed += isSame;
        if (isSame)
            return {};
        return {request.line + "\n  nginx: " + theirs.shown() + "\n  ours:  " + ours.shown() + "\n    " +
                routeLines(route).join(QStringLiteral("\n    ")).toUtf8()};
    }

    int m_configurations = 0;
    int m_requests = 0;
    int m_agreed = 0;
};

GW_REGISTER_TEST(RouteOracleTest)
#include "routeoracletest.moc"
