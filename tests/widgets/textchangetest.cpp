// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/web/textchange.h"
#include "tests/support/testmain.h"

using namespace gw;

class TextChangeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void change_isTheSmallest_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<TextChange>("change");
        QTest::newRow("nothing") << QByteArray("abc") << QByteArray("abc") << TextChange{3, 0, 0};
        QTest::newRow("typed") << QByteArray("ac") << QByteArray("abc") << TextChange{1, 0, 1};
        QTest::newRow("one more of the same") << QByteArray("aa") << QByteArray("aaa") << TextChange{2, 0, 1};
        QTest::newRow("deleted") << QByteArray("abc") << QByteArray("ac") << TextChange{1, 1, 0};
        QTest::newRow("replaced") << QByteArray("a12c") << QByteArray("ax3yc") << TextChange{1, 2, 3};
        QTest::newRow("from nothing") << QByteArray() << QByteArray("abc") << TextChange{0, 0, 3};
        QTest::newRow("to nothing") << QByteArray("abc") << QByteArray() << TextChange{0, 3, 0};
    }
    void change_isTheSmallest()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, after);
        QFETCH(const TextChange, change);
        QCOMPARE(TextChange::between(before, after), change);
    }

    void spans_moveAlong_data()
    {
        QTest::addColumn<TextChange>("change");
        QTest::addColumn<QString>("where"); // 10 to 20 is there
        QTest::newRow("nothing changed") << TextChange{30, 0, 0} << QStringLiteral("10-20");
        QTest::newRow("typed before") << TextChange{3, 0, 2} << QStringLiteral("12-22");
        QTest::newRow("typed where it begins") << TextChange{10, 0, 2} << QStringLiteral("12-22");
        QTest::newRow("typed into it") << TextChange{12, 0, 2} << QStringLiteral("10-22");
        QTest::newRow("typed where it ends") << TextChange{20, 0, 2} << QStringLiteral("10-20");
        QTest::newRow("typed behind") << TextChange{25, 0, 2} << QStringLiteral("10-20");
        QTest::newRow("deleted in it") << TextChange{12, 3, 0} << QStringLiteral("10-17");
        QTest::newRow("deleted up to it") << TextChange{5, 5, 0} << QStringLiteral("5-15");
        QTest::newRow("its head deleted") << TextChange{5, 7, 0} << QStringLiteral("5-13");
        QTest::newRow("its end deleted") << TextChange{15, 9, 0} << QStringLiteral("10-15");
        QTest::newRow("deleted") << TextChange{10, 10, 0} << QString();
        QTest::newRow("replaced with what is around it") << TextChange{5, 30, 40} << QString();
    }
    void spans_moveAlong()
    {
        QFETCH(const TextChange, change);
        QFETCH(const QString, where);
        const auto moved = change.moved({10, 20});
        QCOMPARE(moved ? QStringLiteral("%1-%2").arg(moved->start).arg(moved->end) : QString(), where);
    }
};

GW_REGISTER_TEST(TextChangeTest)
#include "textchangetest.moc"
