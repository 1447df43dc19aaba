// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMutex>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <atomic>
#include <memory>
#include <thread>
#include <vector>

namespace gw::test {

/// Says what it was told to say to whoever connects, from a thread of its own, since the one who asks waits.
class TalkingServer {
public:
    struct Piece {
        QByteArray text;
        int pause = 0; ///< ms, before it
    };
    using Answer = std::vector<Piece>;

    /// The same to all. Empty: nothing, and it stays.
    explicit TalkingServer(QByteArray answer) : TalkingServer(std::vector<Answer>{{Piece{std::move(answer)}}}) {}
    /// The nth answer to the nth guest, the last one to all that come later. Who got one is shown the door.
    explicit TalkingServer(std::vector<Answer> answers) : m_answers(std::move(answers))
    {
        m_thread = std::jthread([this](std::stop_token stop) { serve(stop); });
        while (m_port == 0)
            QThread::yieldCurrentThread();
    }
    quint16 port() const { return m_port; }
    QString url(const QString &scheme = QStringLiteral("http")) const
    {
        return QStringLiteral("%1://127.0.0.1:%2/").arg(scheme).arg(m_port);
    }
    /// What the guests said, in their order.
    QByteArrayList questions() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_questions;
    }

private:
    void serve(std::stop_token stop)
    {
        QTcpServer server;
        if (!server.listen(QHostAddress::LocalHost))
            qFatal("no port");
        m_port = server.serverPort();
        std::vector<std::unique_ptr<QTcpSocket>> guests;
        while (!stop.stop_requested()) {
            if (!server.waitForNewConnection(10))
                continue;
            const size_t number = std::min(guests.size(), m_answers.size() - 1);
            guests.emplace_back(server.nextPendingConnection());
            talk(*guests.back(), m_answers[number]);
        }
    }
    void talk(QTcpSocket &guest, const Answer &answer)
    {
        if (!guest.waitForReadyRead(5000))
            return;
        {
            const QMutexLocker lock(&m_mutex);
            m_questions += guest.readAll();
        }
        if (answer.front().text.isEmpty())
            return;
        for (const Piece &piece : answer) {
            QThread::msleep(piece.pause);
            guest.write(piece.text);
            guest.waitForBytesWritten(5000);
        }
        guest.disconnectFromHost();
    }

    std::vector<Answer> m_answers;
    std::atomic<quint16> m_port = 0;
    mutable QMutex m_mutex;
    QByteArrayList m_questions;
    std::jthread m_thread; // last: it is joined before the others go
};

} // namespace gw::test
