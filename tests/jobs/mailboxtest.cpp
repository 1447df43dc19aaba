// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/jobs/mailbox.h"

#include "tests/support/testmain.h"

#include <QThread>
#include <thread>

using namespace gw;

class MailboxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newestValue_arrivesOnTheReceiversThread()
    {
        QList<int> values;
        QThread *heardOn = nullptr;
        Mailbox<int> mailbox([&](const int &value) {
            values.append(value);
            heardOn = QThread::currentThread();
        });
        std::thread([send = mailbox.sender()] {
            for (int i = 1; i <= 1000; ++i)
                send(i);
        }).join();
        QVERIFY(values.isEmpty());
        QTRY_VERIFY(!values.isEmpty());
        QCOMPARE(values, QList<int>{1000}); // one delivery for all that came before it
        QCOMPARE(heardOn, QThread::currentThread());
        mailbox.sender()(1001);
        QTRY_COMPARE(values.last(), 1001);
    }

    void deadReceiver_hearsNothing()
    {
        bool heard = false;
        auto mailbox = std::make_unique<Mailbox<int>>([&](const int &) { heard = true; });
        const auto send = mailbox->sender();
        send(1);
        mailbox.reset();
        send(2);
        QCoreApplication::processEvents();
        QVERIFY(!heard);
    }

    void receiver_mayDestroyTheMailbox()
    {
        int heard = 0;
        std::unique_ptr<Mailbox<int>> mailbox;
        mailbox = std::make_unique<Mailbox<int>>([&](const int &value) {
            mailbox.reset();
            heard = value;
        });
        const auto send = mailbox->sender();
        send(3);
        QTRY_COMPARE(heard, 3);
        send(4);
        QCoreApplication::processEvents();
        QCOMPARE(heard, 3);
    }

    void deathWhileAWorkerSends_isSafe()
    {
        for (int round = 0; round < 100; ++round) {
            auto mailbox = std::make_unique<Mailbox<QByteArray>>([](const QByteArray &) {});
            std::thread worker([send = mailbox->sender()] {
                for (int i = 0; i < 50; ++i)
                    send(QByteArray::number(i));
            });
            if (round % 2)
                QCoreApplication::processEvents();
            mailbox.reset();
            worker.join();
        }
    }
};

GW_REGISTER_TEST(MailboxTest)
#include "mailboxtest.moc"
