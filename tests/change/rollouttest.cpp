// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/rollout.h"
#include "tests/support/testmain.h"

#include <atomic>
#include <mutex>
#include <thread>

using namespace gw;
using namespace Qt::StringLiterals;

using Waves = QList<QList<int>>;
using State = RolloutEntry::State;

class RolloutTest : public QObject {
    Q_OBJECT

    static QList<Server> servers(int count)
    {
        QList<Server> out(count);
        for (int i = 0; i < count; ++i) {
            out[i].id = HostId(QString::number(i));
            out[i].name = QString::number(i);
        }
        return out;
    }
    static ChangeRecord ending(Outcome outcome)
    {
        ChangeRecord record;
        record.outcome = outcome;
        return record;
    }
    static QList<State> statesOf(const QList<RolloutEntry> &entries)
    {
        QList<State> states;
        for (const RolloutEntry &entry : entries)
            states += entry.state;
        return states;
    }
    static QList<RolloutEntry> rolledOut(int count, const ChangeOne &changeOne, std::stop_token stop = {})
    {
        return rollOut(
            servers(count), changeOne, [](int, const RolloutEntry &) {}, stop);
    }

private Q_SLOTS:
    void canary_thenAQuarter_thenTheRest_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<Waves>("waves");
        QTest::newRow("none") << 0 << Waves{};
        QTest::newRow("one") << 1 << Waves{{0}};
        QTest::newRow("two") << 2 << Waves{{0}, {1}};
        QTest::newRow("three") << 3 << Waves{{0}, {1}, {2}};
        QTest::newRow("eight") << 8 << Waves{{0}, {1, 2}, {3, 4, 5, 6, 7}};
        QTest::newRow("twelve") << 12 << Waves{{0}, {1, 2, 3}, {4, 5, 6, 7, 8, 9, 10, 11}};
    }
    void canary_thenAQuarter_thenTheRest()
    {
        QFETCH(int, count);
        QFETCH(Waves, waves);
        QCOMPARE(wavesOf(count), waves);
    }

    void everyServer_isInOneWave()
    {
        for (int count = 0; count < 200; ++count) {
            QList<int> all;
            for (const QList<int> &wave : wavesOf(count))
                all += wave;
            QCOMPARE(all.size(), count);
            QVERIFY(std::is_sorted(all.begin(), all.end()));
        }
    }

    void allKept_isAllKept_andTheCanaryWasFirstAndAlone()
    {
        std::atomic<int> atWork = 0;
        std::atomic<bool> canaryAlone = true;
        const auto entries = rolledOut(9, [&](const Server &server, std::stop_token) {
            if (atWork++ != 0 && server.name == u"0"_s)
                canaryAlone = false;
            std::this_thread::yield();
            --atWork;
            return Result<std::optional<ChangeRecord>>(ending(Outcome::Kept));
        });
        QVERIFY(canaryAlone);
        QCOMPARE(statesOf(entries), QList<State>(9, State::Kept));
    }

    void canaryThatCameBack_endsIt()
    {
        std::atomic<int> changed = 0;
        const auto entries = rolledOut(8, [&](const Server &, std::stop_token) {
            ++changed;
            return Result<std::optional<ChangeRecord>>(ending(Outcome::CameBack));
        });
        QCOMPARE(changed, 1);
        QCOMPARE(entries.first().state, State::Ended);
        QCOMPARE(entries.first().record->outcome, Outcome::CameBack);
        QCOMPARE(statesOf(entries.mid(1)), QList<State>(7, State::NotReached));
    }

    void failureInASecondWave_letsTheOthersOfItEnd_andStartsNoFurther()
    {
        std::atomic<bool> thirdAtWork = false;
        const auto entries =
            rolledOut(12, [&](const Server &server, std::stop_token) -> Result<std::optional<ChangeRecord>> {
                if (server.name == u"2"_s) {
                    thirdAtWork = true;
                } else if (server.name == u"1"_s) {
                    while (!thirdAtWork)
                        std::this_thread::yield();
                    return Error{Error::Kind::Unreachable, {}, {}, {}, {}};
                }
                return std::optional(ending(Outcome::Kept));
            });
        QCOMPARE(entries[0].state, State::Kept);
        QCOMPARE(entries[1].state, State::Failed);
        QCOMPARE(entries[2].state, State::Kept);
        QCOMPARE(statesOf(entries.mid(4)), QList<State>(8, State::NotReached));
    }

    void nothingToDo_isNoReasonToStop()
    {
        const auto entries = rolledOut(
            3, [](const Server &, std::stop_token) { return Result<std::optional<ChangeRecord>>(std::nullopt); });
        QCOMPARE(statesOf(entries), QList<State>(3, State::Kept));
        QVERIFY(!entries.first().record);
    }

    void stop_reachesThoseAtWork_andNoOtherBegins()
    {
        std::stop_source stop;
        const auto entries = rolledOut(
            5,
            [&](const Server &, std::stop_token token) -> Result<std::optional<ChangeRecord>> {
                stop.request_stop();
                return token.stop_requested() ? std::optional(ending(Outcome::Undone)) : std::nullopt;
            },
            stop.get_token());
        QCOMPARE(entries.first().record->outcome, Outcome::Undone);
        QCOMPARE(statesOf(entries.mid(1)), QList<State>(4, State::NotReached));
    }

    void eachEntry_isToldInOrder()
    {
        QMap<int, QList<State>> told;
        rollOut(
            servers(4),
            [](const Server &, std::stop_token) { return Result<std::optional<ChangeRecord>>(ending(Outcome::Kept)); },
            [&](int index, const RolloutEntry &entry) { told[index] += entry.state; }, {});
        QCOMPARE(told.size(), 4);
        for (const QList<State> &states : told)
            QCOMPARE(states, (QList<State>{State::Working, State::Kept}));
    }
};

GW_REGISTER_TEST(RolloutTest)
#include "rollouttest.moc"
