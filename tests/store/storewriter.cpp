// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Not a test by itself: the other process of concurrencytest.cpp.
#include "tests/store/journalrecords.h"
#include "tests/support/testmain.h"

using namespace gw;

class StoreWriter : public QObject {
    Q_OBJECT

    /// Open first, then kept: both in the journal.
    static void change(Store &store, const HostId &host, int number)
    {
        ChangeRecord record = test::recordOf(QStringLiteral("%1-%2").arg(host.text()).arg(number));
        record.host = host;
        for (const Outcome outcome : {Outcome::Open, Outcome::Kept}) {
            record.outcome = outcome;
            const auto appended = store.append(record);
            QVERIFY2(appended, appended ? "" : qPrintable(appended.error().text()));
        }
    }

private Q_SLOTS:
    void writes()
    {
        const QString path = qEnvironmentVariable("GW_STORE_PATH");
        const HostId host(qEnvironmentVariable("GW_STORE_HOST"));
        const auto store = Store::open(path);
        QVERIFY2(store, store ? "" : qPrintable(store.error().text()));
        for (int i = 0; i < 40; ++i) {
            SurveyAnswer answer{QDateTime::fromMSecsSinceEpoch(i, Qt::UTC), {}, {}};
            answer.sections.append(SurveySection{"shared", 0, false, false, QByteArray(2000, 's')});
            answer.sections.append(SurveySection{"own", 0, false, false, host.text().toUtf8() + QByteArray::number(i)});
            const auto kept = (*store)->keep(host, answer);
            QVERIFY2(kept, kept ? "" : qPrintable(kept.error().text()));
            QVERIFY((*store)->setSetting(QStringLiteral("last"), host.text()));
            if (i % 4 == 0)
                change(**store, host, i);
            if (i % 10 == 9)
                QVERIFY((*store)->forgetOlderThan(QDateTime::fromMSecsSinceEpoch(0, Qt::UTC)));
        }
    }
};

GW_REGISTER_TEST(StoreWriter)
#include "storewriter.moc"
