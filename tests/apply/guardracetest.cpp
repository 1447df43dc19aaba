// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/apply/sandbox.h"
#include "tests/support/testmain.h"

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace gw;
using gw::test::asWeAre;
using gw::test::Sandbox;

/// Two who act in the same instant.
class GuardRaceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepAgainstUndo_onlyOneOfThemWins()
    {
        Sandbox server;
        int kept = 0;
        constexpr int rounds = 20;
        for (int round = 0; round < rounds; ++round) {
            server.write(u"a"_s, "a\n");
            const Armed armed = server.armed(Sandbox::planOf({server.writes(u"a"_s, "A\n")}));
            std::optional<Result<void>> keeping;
            std::jthread other([&] { keeping = keep(server, asWeAre(), armed.transaction, {}); });
            const auto undoing = undo(server, asWeAre(), armed.transaction, {});
            other.join();
            const QString said = (*keeping ? u"kept"_s : keeping->error().text()) + u"; "_s +
                                 (undoing ? u"undone"_s : undoing.error().text());
            QVERIFY2(keeping->has_value() != undoing.has_value(), qPrintable(said));
            QCOMPARE(server.read(u"a"_s), keeping->has_value() ? "A\n" : "a\n");
            QTRY_VERIFY_WITH_TIMEOUT(server.nothingRemains(), 30'000); // whoever lost may still be leaving
            kept += keeping->has_value();
        }
        qInfo("%d of %d were kept", kept, rounds);
    }

    void twoThatBeginAtOnce_neverBothGoOn()
    {
        Sandbox server;
        for (int round = 0; round < 10; ++round) {
            server.write(u"a"_s, "a\n");
            const Plan plan = Sandbox::planOf({server.writes(u"a"_s, "A\n")});
            std::atomic<int> armed = 0;
            const auto one = [&] {
                const auto applied =
                    gw::apply(server, asWeAre(), plan, {newTransactionId(), u"one of two"_s, 300s}, {}, {});
                armed += applied && std::holds_alternative<Armed>(*applied);
            };
            {
                std::jthread first(one);
                std::jthread second(one);
            }
            QVERIFY(armed <= 1);
            QCOMPARE(server.changes(u"armed"_s).size(), int(armed));
            for (const QString &transaction : server.changes(u"armed"_s))
                QVERIFY(server.undone(transaction).complete);
            QCOMPARE(server.read(u"a"_s), "a\n");
            QVERIFY(server.nothingRemains());
        }
    }
};

GW_REGISTER_TEST(GuardRaceTest)
#include "guardracetest.moc"
