// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ssh/loopbacksshd.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QtDebug>
#include <csignal>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gw::test {
namespace {

/// Below the range from which the kernel gives ports to outgoing connections: one of those could take it before sshd.
quint16 freePort()
{
    QTcpServer server;
    for (int tries = 0; tries < 1000; ++tries) {
        if (server.listen(QHostAddress::LocalHost, quint16(QRandomGenerator::system()->bounded(20'000, 32'000))))
            return server.serverPort();
    }
    return 0;
}

QString sshd()
{
    return QStandardPaths::findExecutable(QStringLiteral("sshd"),
                                          {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/local/sbin")});
}

bool waitForPort(quint16 port, const QProcess &process)
{
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < 20'000 && process.state() == QProcess::Running; QThread::msleep(20)) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, port);
        if (socket.waitForConnected(1000))
            return true;
    }
    return false;
}

/// The process and everything it started.
QList<qint64> treeOf(qint64 root)
{
    QMultiMap<qint64, qint64> children;
    for (const QString &entry : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        bool isNumber = false;
        const qint64 pid = entry.toLongLong(&isNumber);
        const QByteArray stat = isNumber ? readFile(QStringLiteral("/proc/%1/stat").arg(pid)) : QByteArray();
        const QByteArrayList fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
        if (fields.size() > 1)
            children.insert(fields[1].toLongLong(), pid);
    }
    QList<qint64> tree{root};
    for (qsizetype i = 0; i < tree.size(); ++i)
        tree += children.values(tree[i]);
    return tree;
}

/// Whatever happens to the test, its servers end with it.
void endWithUs(QProcess &process)
{
    process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
}

} // namespace

bool runs(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return true;
    qWarning() << program << arguments << process.errorString() << process.readAll();
    return false;
}

QString makeKey(const QString &folder, const QString &name, const QString &type, const QString &passphrase, int bits,
                const QStringList &more)
{
    const QString path = folder + u'/' + name;
    QStringList arguments{QStringLiteral("-q"),
                          QStringLiteral("-t"),
                          type,
                          QStringLiteral("-N"),
                          passphrase,
                          QStringLiteral("-f"),
                          path,
                          QStringLiteral("-C"),
                          name};
    if (bits > 0)
        arguments += {QStringLiteral("-b"), QString::number(bits)};
    runs(QStringLiteral("ssh-keygen"), arguments + more);
    return path;
}

QByteArray publicKey(const QString &privateKey)
{
    return readFile(privateKey + u".pub");
}

QString fingerprintOf(const QString &publicKeyFile)
{
    QProcess process;
    process.start(QStringLiteral("ssh-keygen"), {QStringLiteral("-lf"), publicKeyFile});
    process.waitForFinished();
    return QString::fromUtf8(process.readAll().split(' ').value(1));
}

QString LoopbackSshd::missing()
{
    if (sshd().isEmpty())
        return QStringLiteral("sshd is not installed (package openssh-server)");
    if (QStandardPaths::findExecutable(QStringLiteral("ssh-keygen")).isEmpty())
        return QStringLiteral("ssh-keygen is not installed (package openssh-client)");
    return {};
}

LoopbackSshd::LoopbackSshd() : m_port(freePort()) {}

LoopbackSshd::~LoopbackSshd()
{
    stop();
}

bool LoopbackSshd::start()
{
    if (::geteuid() == 0)
        ::mkdir("/run/sshd", 0755); // sshd's privilege separation wants it
    if (!QFile::exists(hostKey()))
        makeKey(folder(), QStringLiteral("host_") + hostKeyType, hostKeyType);
    writeFile(file(QStringLiteral("authorized_keys")), authorizedKeys);
    QFile::setPermissions(folder(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther |
                                        QFile::ExeOther | QFile::ReadGroup | QFile::ExeGroup);
    const QByteArray name = QFile::encodeName(folder());
    writeFile(file(QStringLiteral("sshd_config")),
              "ListenAddress 127.0.0.1\nPort " + QByteArray::number(m_port) + "\nHostKey " +
                  QFile::encodeName(hostKey()) + "\nAuthorizedKeysFile " + name + "/authorized_keys\nPidFile " + name +
                  "/pid\nStrictModes no\nUsePAM no\nPermitRootLogin yes\nPasswordAuthentication no\n"
                  "KbdInteractiveAuthentication no\nPrintMotd no\nMaxSessions 100\nMaxStartups 100\nUseDNS no\n" +
                  configuration + '\n');
    endWithUs(m_process);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(file(QStringLiteral("log")));
    m_process.start(sshd(), {QStringLiteral("-D"), QStringLiteral("-e"), QStringLiteral("-f"),
                             file(QStringLiteral("sshd_config"))});
    if (m_process.waitForStarted() && waitForPort(m_port, m_process))
        return true;
    qWarning() << log();
    return false;
}

void LoopbackSshd::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    const QList<qint64> tree = treeOf(m_process.processId());
    for (const qint64 pid : tree)
        ::kill(pid_t(pid), SIGCONT);
    m_process.terminate();
    m_process.waitForFinished(5000);
    for (const qint64 pid : tree)
        if (pid != m_process.processId() && readFile(QStringLiteral("/proc/%1/comm").arg(pid)).startsWith("sshd"))
            ::kill(pid_t(pid), SIGKILL);
}

void LoopbackSshd::freeze(bool frozen)
{
    for (const qint64 pid : treeOf(m_process.processId()))
        ::kill(pid_t(pid), frozen ? SIGSTOP : SIGCONT);
}

QByteArray LoopbackSshd::log() const
{
    return readFile(file(QStringLiteral("log")));
}

QByteArray LoopbackSshd::knownHostsLine() const
{
    const QByteArrayList words = publicKey(hostKey()).split(' ');
    return "[127.0.0.1]:" + QByteArray::number(m_port) + ' ' + words.value(0) + ' ' + words.value(1) + '\n';
}

HopSettings LoopbackSshd::hop(const QString &identity, const QString &knownHosts) const
{
    HopSettings hop;
    hop.alias = hop.host = QStringLiteral("127.0.0.1");
    hop.user = currentUser();
    hop.port = m_port;
    if (!identity.isEmpty())
        hop.identityFiles = {identity};
    hop.identityAgent = QStringLiteral("none");
    hop.userKnownHosts = {knownHosts};
    return hop;
}

LoopbackAgent::LoopbackAgent(const QString &folder) : m_socket(folder + u"/agent")
{
    endWithUs(m_process);
    m_process.start(QStringLiteral("ssh-agent"), {QStringLiteral("-D"), QStringLiteral("-a"), m_socket});
    m_process.waitForStarted();
    for (int i = 0; i < 200 && !QFile::exists(m_socket); ++i)
        QThread::msleep(20);
}

LoopbackAgent::~LoopbackAgent()
{
    m_process.terminate();
    m_process.waitForFinished();
}

bool LoopbackAgent::add(const QString &key) const
{
    return runs(QStringLiteral("env"),
                {QStringLiteral("SSH_AUTH_SOCK=") + m_socket, QStringLiteral("ssh-add"), QStringLiteral("-q"), key});
}

QString currentUser()
{
    const passwd *entry = ::getpwuid(::geteuid());
    return QString::fromLocal8Bit(entry ? entry->pw_name : "");
}

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qWarning() << path << file.errorString();
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Route routeOver(const QList<HopSettings> &hops)
{
    Route route;
    route.hops = hops;
    route.target.host = hops.last().host;
    route.reason = QStringLiteral("test");
    return route;
}

Result<std::unique_ptr<Transport>> openAccepting(const Route &route, Answers &answers, const ConnectOptions &options,
                                                 std::stop_token stop)
{
    for (int asked = 0;; ++asked) {
        auto opened = openLibssh(route, answers, options, stop);
        const auto *question = opened ? nullptr : std::get_if<HostKeyQuestion>(&opened.error().question);
        if (!question || answers.accepts(*question) || asked > route.hops.size())
            return opened;
        answers.accept(*question);
    }
}

} // namespace gw::test
