// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ssh/testsshd.h"

#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <pwd.h>
#include <unistd.h>

namespace gw::test {
namespace {

QString sshdProgram()
{
    const QString found = QStandardPaths::findExecutable(QStringLiteral("sshd"));
    return found.isEmpty() ? QStandardPaths::findExecutable(QStringLiteral("sshd"), {QStringLiteral("/usr/sbin")}) : found;
}

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

QByteArray run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        qFatal("%s failed: %s", qPrintable(program), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

} // namespace

TestSshd::TestSshd(const Options &options) : m_port(freePort())
{
    if (sshdProgram().isEmpty())
        skipAll(QStringLiteral("sshd is not installed"));
    QByteArray config = options.config.join('\n') + "\nPort " + QByteArray::number(m_port)
        + "\nListenAddress 127.0.0.1\nUsePAM no\nStrictModes no\nPidFile none\nLogLevel VERBOSE\nPrintMotd no"
          "\nPermitRootLogin yes\nMaxStartups 200\nMaxSessions 200\nAuthorizedKeysFile " + path("authorized_keys").toUtf8()
        + "\nSubsystem sftp internal-sftp\n";
    for (const QByteArray &type : options.hostKeyTypes) {
        const QString file = path(QByteArray("host_" + type).constData());
        keygen(file, type);
        config += "HostKey " + file.toUtf8() + '\n';
    }
    keygen(clientKey());
    QByteArray authorized;
    if (options.authorizeClientKey) {
        QFile key(clientKey() + QStringLiteral(".pub"));
        if (key.open(QIODevice::ReadOnly))
            authorized = key.readAll();
    }
    writeFile("authorized_keys", authorized);
    writeFile("sshd_config", config);
    if (::geteuid() == 0)
        QDir().mkpath(QStringLiteral("/run/sshd")); // where sshd run by root puts its unprivileged part
    start();
}

TestSshd::~TestSshd() { stop(); }

void TestSshd::start()
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(path("log"), QIODevice::Append);
    m_process.start(sshdProgram(), {QStringLiteral("-D"), QStringLiteral("-e"), QStringLiteral("-f"), path("sshd_config")});
    for (int i = 0; i < 200; ++i) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
        if (socket.waitForConnected(1000))
            return;
        if (m_process.state() == QProcess::NotRunning && i > 0)
            break;
        QTest::qSleep(25);
    }
    qFatal("sshd does not run: %s", log().constData());
}

void TestSshd::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(5000))
        m_process.kill();
    m_process.waitForFinished(5000);
}

QString TestSshd::user() const { return QString::fromLocal8Bit(::getpwuid(::getuid())->pw_name); }

QString TestSshd::target() const { return user() + QStringLiteral("@127.0.0.1:") + QString::number(m_port); }

QByteArray TestSshd::hostKeyLine(const QByteArray &type) const
{
    QFile file(path(QByteArray("host_" + type).constData()) + QStringLiteral(".pub"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no host key");
    return file.readAll().split(' ').mid(0, 2).join(' ').trimmed();
}

QString TestSshd::fingerprint(const QByteArray &type) const
{
    return QString::fromLatin1(
        run(QStringLiteral("ssh-keygen"), {QStringLiteral("-lf"), path(QByteArray("host_" + type).constData())}).split(' ').value(1));
}

QByteArray TestSshd::log() const
{
    QFile file(path("log"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestSshd::makeKnown() const
{
    writeFile("known_hosts", "[127.0.0.1]:" + QByteArray::number(m_port) + ' ' + hostKeyLine() + '\n');
}

QString TestSshd::clientConfig(const QByteArray &more) const
{
    writeFile("ssh_config", more + "\nHost *\n  UserKnownHostsFile " + knownHosts().toUtf8()
                  + "\n  GlobalKnownHostsFile none\n  IdentitiesOnly yes\n  IdentityAgent none\n  IdentityFile "
                  + clientKey().toUtf8() + '\n');
    return path("ssh_config");
}

void TestSshd::keygen(const QString &file, const QByteArray &type, const QByteArray &passphrase)
{
    QStringList arguments{QStringLiteral("-q"), QStringLiteral("-t"), QString::fromLatin1(type), QStringLiteral("-N"),
                          QString::fromUtf8(passphrase), QStringLiteral("-f"), file};
    if (!passphrase.isEmpty())
        arguments << QStringLiteral("-a") << QStringLiteral("4"); // few rounds: tests should not wait
    run(QStringLiteral("ssh-keygen"), arguments);
}

void TestSshd::writeFile(const char *name, const QByteArray &content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", name);
}

} // namespace gw::test
