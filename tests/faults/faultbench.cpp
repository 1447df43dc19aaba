// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/faultbench.h"

#include "backend/apply/apply.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QThread>

namespace gw::test {
namespace {

using namespace Qt::StringLiterals;

constexpr int patience = 240'000; // ms; the machine is shared

const QString stateScript = uR"sh(
export LC_ALL=C
find /etc/ssh /etc/nginx /etc/ufw /etc/default/ufw \( -type f -o -type l \) -printf '%p %y %m %u %g %n %l\n' | sort
find /etc/ssh /etc/nginx /etc/ufw -type d -printf '%p %y %m %u %g\n' | sort
find /etc/ssh /etc/nginx /etc/ufw /etc/default/ufw -type f -exec sha256sum {} + | sort -k2
nft -s list ruleset
ufw status
for u in ssh nginx ufw; do echo "$u $(systemctl is-active $u) $(systemctl is-enabled $u)"; done
sshd -T | sort
)sh"_s;

Step step(const QString &id, Change change)
{
    return Step{id, std::move(change), u"for the fault matrix"_s, {}};
}

} // namespace

ApplyClient::ApplyClient(const LabClient &client, const LabServer &server, const Plan &plan, int seconds)
{
    static std::atomic<int> counter = 0;
    const QString file = client.file(u"plan-%1.json"_s.arg(++counter));
    writeFile(file, QJsonDocument(toJson(plan)).toJson());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(QCoreApplication::applicationDirPath() + u"/applyclient"_s,
                    {client.config(), LabClient::target(server, u"ops"_s), file, QString::number(seconds)});
    if (!m_process.waitForStarted())
        qFatal("applyclient: %s", qPrintable(m_process.errorString()));
}

ApplyClient::~ApplyClient()
{
    kill();
}

QByteArray ApplyClient::waitFor(const QByteArrayList &beginnings)
{
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < patience) {
        while (m_process.canReadLine()) {
            const QByteArray line = m_process.readLine().trimmed();
            m_said += line + '\n';
            for (const QByteArray &beginning : beginnings) {
                if (line.startsWith(beginning))
                    return line;
            }
        }
        if (m_process.state() == QProcess::NotRunning)
            return {};
        m_process.waitForReadyRead(1000);
    }
    return {};
}

void ApplyClient::tell(const QByteArray &word)
{
    m_process.write(word + '\n');
    m_process.waitForBytesWritten();
}

void ApplyClient::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill(); // SIGKILL
    m_process.waitForFinished();
}

void ApplyClient::waitForEnd()
{
    m_process.closeWriteChannel();
    if (m_process.state() != QProcess::NotRunning)
        m_process.waitForFinished(patience);
    m_said += m_process.readAll();
}

FaultBench::FaultBench(const QString &purpose)
    : m_server(LabServer::own(u"plain"_s, purpose)),
      m_client(std::make_unique<LabClient>(QList<const LabServer *>{m_server.get()}))
{
    m_server->must(u"tar -C / -cpf /root/base.tar etc/ssh etc/nginx etc/ufw etc/default/ufw etc/sudoers.d"_s);
}

QByteArray FaultBench::state() const
{
    return m_server->must(stateScript);
}

bool FaultBench::waitUntilSettled() const
{
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < patience) {
        const Ran ran = m_server->exec(u"ls -A /var/lib/gatewright/armed /var/lib/gatewright/reverting 2>/dev/null | "
                                       "grep -v ':$' | grep -q . && echo open || echo settled"_s);
        if (ran.out.trimmed() == "settled")
            return true;
        QThread::msleep(300);
    }
    return false;
}

QByteArray FaultBench::leftovers() const
{
    const QString script = u"ls -d /etc/systemd/system/gatewright-* /etc/systemd/system/*.wants/gatewright-* "
                           "/run/systemd/transient/gatewright-* /etc/cron.d/gatewright-* 2>/dev/null; "
                           "find /etc/ssh /etc/nginx /etc/ufw -name '.gw*'; "
                           "ls -A /var/lib/gatewright/confirmed /var/lib/gatewright/armed "
                           "/var/lib/gatewright/reverting 2>/dev/null | grep -v ':$' | grep .; true"_s;
    QByteArray left;
    for (int i = 0; i < 30; ++i) { // the unit that returned needs a moment to end itself
        left = m_server->must(script).trimmed();
        if (left.isEmpty())
            break;
        QThread::msleep(300);
    }
    return left;
}

bool FaultBench::sshWorks() const
{
    return m_client->open(*m_server, u"ops"_s).has_value();
}

void FaultBench::reset() const
{
    m_server->must(u"umount /etc/nginx /var/lib/gatewright 2>/dev/null; ufw --force disable >/dev/null; "
                   "nft flush ruleset; rm -rf /etc/ssh/* /etc/nginx/* /etc/ufw/* /var/lib/gatewright; "
                   "tar -C / -xpf /root/base.tar; systemctl reset-failed; systemctl reload-or-restart ssh nginx"_s);
}

void FaultBench::reboot() const
{
    m_server->must(u"touch /run/before-the-reboot"_s);
    m_server->exec(u"systemctl --no-block reboot"_s);
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < patience) {
        const Ran ran = m_server->exec(u"test ! -e /run/before-the-reboot && systemctl is-active ssh"_s);
        if (ran.exitCode == 0)
            return;
        QThread::msleep(300);
    }
    qWarning("the server did not come up again");
}

void FaultBench::waitForSsh() const
{
    QElapsedTimer waited;
    waited.start();
    while (!sshWorks()) {
        if (waited.elapsed() > patience)
            return;
        QThread::msleep(300);
    }
}

void FaultBench::setFrozen(const QByteArray &value) const
{
    const QString slot = m_server->address().section(u'.', 2, 2);
    const QString group = u"/sys/fs/cgroup/gwlab"_s + slot + u"/cgroup.freeze"_s;
    writeFile(QFile::exists(group) ? group : u"/sys/fs/cgroup/unified/gwlab"_s + slot + u"/cgroup.freeze"_s, value);
}

Plan FaultBench::plan() const
{
    const RemotePath nginx(u"/etc/nginx/nginx.conf");
    const RemotePath dropIn(u"/etc/ssh/sshd_config.d/00-gatewright.conf");
    const auto shell = m_client->connected(*m_server, u"ops"_s);
    const auto files = readFileStates(*shell, {nginx, dropIn}, {}, {});
    if (!files)
        qFatal("%s", qPrintable(files.error().text()));
    QByteArray edited = (*files)[nginx].content;
    edited.replace("types_hash_max_size 2048;", "types_hash_max_size 4096;");
    const QList<RemotePath> ufw{RemotePath(u"/etc/ufw/user.rules"), RemotePath(u"/etc/ufw/user6.rules"),
                                RemotePath(u"/etc/ufw/ufw.conf")};
    const QList<Step> steps{
        step(u"drop-in"_s, WriteFile{dropIn, (*files)[dropIn], "MaxAuthTries 3\nX11Forwarding no\n", {}, {}}),
        step(u"nginx"_s, WriteFile{nginx, (*files)[nginx], edited, {}, {}}),
        step(u"allow"_s, RunCommand{"ufw allow 22/tcp", "ufw delete allow 22/tcp", ufw, true}),
        step(u"enable"_s, RunCommand{"ufw --force enable", "ufw --force disable", ufw, true}),
        step(u"check sshd"_s, Check{Check::Kind::Sshd, {}}),
        step(u"check nginx"_s, Check{Check::Kind::Nginx, {}}),
        step(u"reload ssh"_s, ServiceAction{ServiceUnit(u"ssh.service"_s), ServiceAction::Verb::Reload}),
        step(u"reload nginx"_s, ServiceAction{ServiceUnit(u"nginx.service"_s), ServiceAction::Verb::Reload}),
    };
    Plan plan;
    plan.host = HostId(u"fault-bench"_s);
    plan.title = u"Touch sshd, ufw and nginx"_s;
    for (const Step &each : steps) {
        plan.steps += each;
        plan.steps += step(u"pause after "_s + each.id, RunCommand{"sleep 1", "true", {}, false});
    }
    plan.proofs = {LoginProof{}, PortProof{22, PortProof::Expect::Open}};
    return plan;
}

} // namespace gw::test
