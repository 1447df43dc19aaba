// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/fakefleet.h"

#include <QCryptographicHash>
#include <QFile>
#include <QThread>

namespace gw::test {

Result<Output> FakeServer::run(const Command &command, std::stop_token stop, const Progress &progress)
{
    for (auto left = m_delay; left.count() > 0; left -= std::chrono::milliseconds(5)) {
        if (stop.stop_requested())
            return Error{Error::Kind::Cancelled, QStringLiteral("Run a command"), QStringLiteral("Stopped"), {}, {}};
        QThread::msleep(5);
    }
    if (m_lookups && command.input.contains("/armed/*/guard.sh"))
        ++*m_lookups;
    if (command.input.isEmpty())
        return Output{};
    if (command.promptReply && command.promptReply->reply.bytes() != QByteArrayView(m_rootPassword))
        return Output{1, {}, "sudo: 1 incorrect password attempt\n"};
    const QByteArray mark = command.input.left(command.input.indexOf(' '));
    const QByteArray hash = QCryptographicHash::hash(m_answer, QCryptographicHash::Sha256).toHex();
    Output output;
    output.out = mark + " begin\n" + m_answer + '\n' + mark + " end x0 " + QByteArray::number(m_answer.size()) + ' ' +
                 hash + " - .\n";
    if (progress)
        progress(output.out);
    return output;
}

QByteArray recordedAnswer(const QString &name)
{
    QFile file(QStringLiteral(GW_SOURCE_DIR "/tests/survey/data/%1.answer").arg(name));
    const bool there = file.open(QFile::ReadOnly);
    Q_ASSERT(there);
    return there ? file.readAll() : QByteArray();
}

Connector FakeNetwork::connector() const
{
    const auto route = [](const Server &server, std::stop_token) -> Result<Route> {
        Route route;
        if (!server.isLocal()) {
            HopSettings hop;
            hop.host = server.target;
            hop.user = QStringLiteral("dev");
            route.hops = {hop};
        }
        return route;
    };
    const auto open = [network = *this](const Server &server, const Route &, const Answers &answers,
                                        const ShowNotice &notice, std::stop_token) -> Result<OpenedShell> {
        ++*network.attempts;
        notice(network.notice);
        QThread::msleep(ulong(network.delay.count()));
        if (network.refuse) {
            if (const auto error = network.refuse(server, answers))
                return *error;
        }
        Online online;
        online.transport = QStringLiteral("fake");
        return OpenedShell{
            std::make_shared<FakeServer>(network.answer, network.delay, network.rootPassword, network.lookups), online};
    };
    return {route, open};
}

} // namespace gw::test
