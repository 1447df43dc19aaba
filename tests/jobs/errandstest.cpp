// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/jobs/errands.h"
#include "tests/support/testmain.h"

#include <atomic>

using namespace gw;

class ErrandsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void result_arrivesOnTheThreadThatStartedIt()
    {
        Errands errands;
        std::optional<int> got;
        QThread *where = nullptr;
        errands.run<int>([]() -> Result<int> { return 7; },
                         [&](const Result<int> &result) {
                             got = *result;
                             where = QThread::currentThread();
                         });
        QTRY_COMPARE(got, std::optional(7));
        QCOMPARE(where, thread());
    }

    void ownersDeath_neitherStopsTheWorkNorTellsAnybody()
    {
        std::atomic<int> done = 0;
        bool told = false;
        {
            Errands errands;
            for (int i = 0; i < 200; ++i) // more than the pool has threads: most have not begun yet
                errands.run<void>(
                    [&done]() -> Result<void> {
                        QThread::msleep(1);
                        ++done;
                        return {};
                    },
                    [&told](const Result<void> &) { told = true; });
        }
        QTRY_COMPARE(done.load(), 200);
        QCoreApplication::processEvents();
        QVERIFY(!told);
    }
};

GW_REGISTER_TEST(ErrandsTest)
#include "errandstest.moc"
