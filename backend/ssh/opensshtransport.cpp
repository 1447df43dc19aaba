// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ssh/opensshtransport.h"

#include "backend/shell/process.h"
#include "backend/ssh/opensshconnect.h"
#include "backend/ssh/opensshlog.h"

#include <QFile>

namespace gw {
namespace {

using namespace std::chrono_literals;

constexpr int sshFailed = 255; // ssh(1), EXIT STATUS: also what the command itself may have returned

QString takeFile(const QByteArray &path)
{
    QFile file(QFile::decodeName(path));
    const QString text = file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.read(64 * 1024)) : QString();
    file.remove();
    return text.trimmed();
}

} // namespace

Result<std::unique_ptr<Transport>> OpenSshTransport::open(const Route &route, const Answers &answers,
                                                          const ConnectOptions &options, std::stop_token stop)
{
    auto master = GW_TRY(OpenSshMaster::create());
    ConnectionInfo info = GW_TRY(connectMaster(*master, route, answers, options, stop));
    master->hold();
    return std::unique_ptr<Transport>(
        new OpenSshTransport(std::move(master), std::move(info), route.hops.last().label()));
}

OpenSshTransport::OpenSshTransport(std::unique_ptr<OpenSshMaster> master, ConnectionInfo info, QString label)
    : m_master(std::move(master)), m_info(std::move(info)), m_label(std::move(label))
{
}

QString OpenSshTransport::description() const
{
    return tr("%1 by OpenSSH").arg(m_label);
}

bool OpenSshTransport::isAlive() const
{
    return !m_closed && m_master->isThere();
}

void OpenSshTransport::close()
{
    if (m_closed.exchange(true))
        return;
    m_master->close();
}

Error OpenSshTransport::lost(const QString &cause) const
{
    return Error{
        Error::Kind::Unreachable, tr("Run a command on %1").arg(description()), cause, tr("Connect again"), {}};
}

Result<Output> OpenSshTransport::run(const Command &command, std::stop_token stop, const Progress &progress)
{
    if (!isAlive())
        return lost(tr("The connection is gone"));
    while (!m_sessions.try_acquire_for(50ms))
        if (stop.stop_requested())
            return Error{Error::Kind::Cancelled, tr("Run a command on %1").arg(description()), tr("Stopped"), {}, {}};
    const QByteArray log = m_master->file("run-") + QByteArray::number(++m_runs);
    Program ssh{m_master->client(), environmentWith({"LC_ALL=C.UTF-8", "TERM=dumb"})};
    ssh.arguments << "-E" << log << "-o"
                  << "LogLevel=ERROR"
                  << "-e"
                  << "none" << (command.terminal ? "-tt" : "-T") << "--" << OpenSshMaster::destination()
                  << command.line;
    const auto output = runProgram(ssh, command, description(), stop, progress);
    m_sessions.release();
    const QString said = takeFile(log);
    if (!output)
        return output.error();
    return checked(*output, said);
}

/// 255 is ssh's own failure, or the command's exit code: the log and the master tell which.
Result<Output> OpenSshTransport::checked(const Output &output, const QString &log) const
{
    if (output.exitCode != sshFailed)
        return output;
    if (!log.isEmpty())
        return lost(UntrustedText(log.section(u'\n', -1)).shown());
    if (m_closed || !m_master->answers())
        return lost(tr("The connection broke"));
    return output;
}

} // namespace gw
