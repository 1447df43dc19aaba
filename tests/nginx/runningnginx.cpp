// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/nginx/runningnginx.h"

#include "tests/nginx/installednginx.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>

#include <csignal>
#include <sys/prctl.h>

namespace gw::test {
namespace {

constexpr int patience = 20000;

RunningNginx::Reply replyIn(const QByteArray &received)
{
    RunningNginx::Reply reply;
    reply.isConnected = true;
    const qsizetype end = received.indexOf("\r\n\r\n");
    if (end < 0)
        return reply;
    const QByteArrayList lines = received.first(end).split('\n');
    reply.status = lines.first().split(' ').value(1).toInt();
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        reply.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
    }
    reply.body = received.sliced(end + 4);
    return reply;
}

RunningNginx::Reply exchange(QTcpSocket &socket, const QByteArray &request)
{
    socket.write(request);
    QByteArray received;
    while (socket.state() == QTcpSocket::ConnectedState && socket.waitForReadyRead(patience))
        received += socket.readAll();
    received += socket.readAll();
    return replyIn(received);
}

} // namespace

RunningNginx::RunningNginx()
{
    for (const char *const name : {"logs", "body", "proxy", "fastcgi", "uwsgi", "scgi"})
        QDir(folder()).mkpath(QString::fromLatin1(name));
    write(QStringLiteral("common.conf"),
          "access_log off; default_type text/plain;\n"
          "client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;\n"
          "uwsgi_temp_path uwsgi; scgi_temp_path scgi;\n");
}

RunningNginx::~RunningNginx()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(patience))
        m_process.kill();
    m_process.waitForFinished(patience);
}

quint16 RunningNginx::port(int number)
{
    quint16 &port = m_ports[number];
    // One that was given before may be free again at once: all must be different.
    const QList<quint16> taken = m_ports.values();
    while (port == 0) {
        QTcpServer server;
        if (!server.listen(QHostAddress::AnyIPv4))
            qFatal("no port is free");
        if (!taken.contains(server.serverPort()))
            port = server.serverPort();
    }
    return port;
}

QByteArray RunningNginx::filled(QByteArray text)
{
    for (int number = 1; number <= 9; ++number) {
        const QByteArray name = "PORT" + QByteArray::number(number);
        if (text.contains(name))
            text.replace(name, QByteArray::number(port(number)));
    }
    return text.replace("FOLDER", folder().toUtf8());
}

void RunningNginx::write(const QString &name, const QByteArray &content)
{
    const QString path = folder() + QLatin1Char('/') + name;
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

bool RunningNginx::start(int probePort)
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); }); // a test that crashes leaves none
    m_process.start(InstalledNginx::program(),
                    {QStringLiteral("-p"), folder(), QStringLiteral("-c"), folder() + QStringLiteral("/nginx.conf"),
                     QStringLiteral("-g"),
                     QStringLiteral("daemon off; master_process off; error_log stderr; pid %1/pid;").arg(folder())});
    QDeadlineTimer deadline(patience);
    while (!deadline.hasExpired() && m_process.state() != QProcess::NotRunning) {
        QTcpSocket probe;
        probe.connectToHost(QHostAddress::LocalHost, port(probePort));
        if (probe.waitForConnected(1000))
            return true;
        m_process.waitForFinished(10);
    }
    return false;
}

QByteArray RunningNginx::log()
{
    return m_process.readAll();
}

RunningNginx::Reply RunningNginx::send(const QHostAddress &address, quint16 port, const QByteArray &request)
{
    QTcpSocket socket;
    socket.connectToHost(address, port);
    if (!socket.waitForConnected(patience))
        return {};
    return exchange(socket, request);
}

RunningNginx::Reply RunningNginx::sendTls(const QHostAddress &address, quint16 port, const QString &serverName,
                                          const QByteArray &request)
{
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.connectToHostEncrypted(address.toString(), port, serverName);
    if (!socket.waitForEncrypted(patience))
        return {};
    return exchange(socket, request);
}

bool RunningNginx::writeCertificate()
{
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-nodes"), QStringLiteral("-newkey"),
                   QStringLiteral("ec"), QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:prime256v1"),
                   QStringLiteral("-subj"), QStringLiteral("/CN=test"), QStringLiteral("-keyout"),
                   folder() + QStringLiteral("/key.pem"), QStringLiteral("-out"),
                   folder() + QStringLiteral("/cert.pem")});
    return QSslSocket::supportsSsl() && openssl.waitForFinished(patience) && openssl.exitCode() == 0;
}

} // namespace gw::test
