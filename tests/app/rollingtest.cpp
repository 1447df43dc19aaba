// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/rolling.h"
#include "tests/app/fakefleet.h"
#include "tests/app/fakeguards.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace gw;
using namespace gw::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Stage = RolloutState::Stage;
using State = RolloutMember::State;

namespace {

QList<Intent> someChange(const Facts &, const Review &)
{
    FileAttributes before;
    before.owner = before.group = "root";
    before.mode = 0644;
    FileAttributes after = before;
    after.mode = 0600;
    return {SetFileMode{RemotePath("/etc/ssh/sshd_config"), before, after}};
}

} // namespace

/// A change of several servers, against a made-up network with made-up guards and the real journal.
class RollingTest : public QObject {
    Q_OBJECT

    /// The fleet as the store has it: this computer, and s0, s1, …
    struct Stand {
        explicit Stand(int servers)
        {
            network.answer = recordedAnswer(u"debian-12-tutorial"_s);
            network.delay = 1ms;
            (void)storage.use([servers](Store &store) -> Result<void> {
                for (int i = 0; i < servers; ++i) {
                    Server server;
                    server.id = HostId(u"id-%1"_s.arg(i));
                    server.name = server.target = u"s%1"_s.arg(i);
                    server.transport = u"automatic"_s;
                    GW_TRY(store.save(server));
                }
                return {};
            });
            open();
        }

        /// The program starts, with what the store holds.
        void open()
        {
            rolling.reset();
            fleet = std::make_unique<Fleet>(storage, secrets, network.connector());
            rolling = std::make_unique<Rolling>(*fleet, journalIn(storage.path()), guards.contacts());
            QSignalSpy loaded(fleet.get(), &Fleet::loaded);
            fleet->load();
            loaded.wait();
        }

        RolloutWish wish(RolloutWish::Choice choice = RolloutWish::Choice::All) const
        {
            RolloutWish wish;
            wish.title = u"Close it"_s;
            wish.concern = [](const Session &) { return RolloutWish::Concern(); };
            wish.intents = someChange;
            wish.choice = choice;
            return wish;
        }
        const RolloutState &state() const { return rolling->state(); }
        const RolloutCandidate *candidate(const QString &name) const
        {
            for (const RolloutCandidate &each : state().candidates) {
                if (each.name == name)
                    return &each;
            }
            return nullptr;
        }
        void connectAll()
        {
            QList<HostId> ids;
            for (const Session *session : fleet->sessions()) {
                if (!session->server().isLocal())
                    ids << session->server().id;
            }
            rolling->connectTo(ids);
        }
        int available() const
        {
            return int(std::count_if(state().candidates.cbegin(), state().candidates.cend(),
                                     [](const RolloutCandidate &each) { return each.obstacle.isEmpty(); }));
        }
        int in(State wanted) const
        {
            return int(std::count_if(state().members.cbegin(), state().members.cend(),
                                     [wanted](const RolloutMember &each) { return each.state == wanted; }));
        }
        QStringList journal() const
        {
            const auto changes = storage.use([](Store &store) { return store.history({}); });
            QStringList outcomes;
            for (const ChangeRecord &change : changes ? *changes : QList<ChangeRecord>())
                outcomes << change.serverName + u' ' + outcomeId(change.outcome);
            outcomes.sort();
            return outcomes;
        }

        FakeNetwork network;
        QTemporaryDir folder;
        Storage storage{folder.filePath(u"gatewright.db"_s)};
        SecretStore secrets{std::make_unique<NoKeychain>()};
        FakeGuards guards;
        std::unique_ptr<Fleet> fleet;
        std::unique_ptr<Rolling> rolling;
    };

    /// Every server connected, every plan made.
    static std::unique_ptr<Stand> planned(int servers)
    {
        auto stand = std::make_unique<Stand>(servers);
        stand->rolling->begin(stand->wish());
        stand->connectAll();
        if (!QTest::qWaitFor([&] { return stand->available() == servers; }, 60'000))
            return stand;
        stand->rolling->makePlans();
        (void)QTest::qWaitFor([&] { return stand->in(State::Planning) == 0; }, 60'000);
        return stand;
    }
    static bool started(Stand &stand)
    {
        stand.rolling->start();
        return stand.rolling->isRunning() &&
               QTest::qWaitFor([&] { return stand.guards.calls().contains(u"apply s0"_s); }, 60'000);
    }
    static bool ended(const Stand &stand)
    {
        return QTest::qWaitFor([&] { return stand.state().stage == Stage::Ended; }, 60'000);
    }

private Q_SLOTS:
    void whoIsNotConnected_isOfferedOnceItIsConnectedAndSurveyed()
    {
        Stand stand(2);
        stand.rolling->begin(stand.wish());
        QVERIFY(stand.candidate(u"s0"_s));
        QVERIFY(!stand.candidate(u"s0"_s)->obstacle.isEmpty());
        QVERIFY(stand.candidate(u"s0"_s)->mayConnect);
        QVERIFY(stand.state().chosen.isEmpty());
        stand.rolling->makePlans();
        QCOMPARE(stand.state().stage, Stage::Choosing); // there is nobody to plan for
        stand.connectAll();
        QTRY_COMPARE_WITH_TIMEOUT(stand.available(), 2, 60'000);
        QCOMPARE(stand.state().chosen.size(), 2);
        QVERIFY(!stand.candidate(u"s0"_s)->mayConnect);
    }

    void wishOfOne_isOfferedToThoseConcerned_andChoosesNobody()
    {
        Stand stand(2);
        RolloutWish wish = stand.wish(RolloutWish::Choice::None);
        wish.concern = [](const Session &session) {
            return session.server().name == u"s0"_s ? RolloutWish::Concern{false}
                                                    : RolloutWish::Concern{true, u"has it already"_s};
        };
        stand.connectAll();
        for (const Session *session : stand.fleet->sessions()) {
            if (!session->server().isLocal())
                QTRY_VERIFY_WITH_TIMEOUT(session->facts() && !session->progress(), 60'000);
        }
        stand.rolling->begin(wish);
        QVERIFY(!stand.candidate(u"s0"_s));
        QCOMPARE(stand.candidate(u"s1"_s)->obstacle, u"has it already"_s);
        QVERIFY(stand.state().chosen.isEmpty());
    }

    void waves_comeOneAfterAnother_andAllKeepIt()
    {
        const auto stand = planned(6);
        QCOMPARE(stand->in(State::Ready), 6);
        QSignalSpy told(stand->rolling.get(), &Rolling::serverEnded);
        QVERIFY(started(*stand));
        QVERIFY(ended(*stand));
        const QStringList calls = stand->guards.calls();
        QVERIFY(calls.indexOf(u"apply s1"_s) > calls.indexOf(u"keep s0"_s));
        for (const QString &later : {u"apply s2"_s, u"apply s3"_s, u"apply s4"_s, u"apply s5"_s})
            QVERIFY(calls.indexOf(later) > calls.indexOf(u"keep s1"_s));
        for (const RolloutMember &member : stand->state().members) {
            QCOMPARE(member.change.outcome, std::optional(Outcome::Kept));
            QVERIFY(member.change.journalNumber > 0);
        }
        QCOMPARE(told.size(), 6);
        QCOMPARE(stand->journal().filter(u"kept"_s).size(), 6);
    }

    void otherCanary_isChangedFirst()
    {
        const auto stand = planned(3);
        stand->rolling->makeCanary(HostId(u"id-2"_s));
        QCOMPARE(stand->state().members.first().name, u"s2"_s);
        QCOMPARE(stand->state().members.first().wave, 0);
        QCOMPARE(stand->state().members[1].wave, 1);
        stand->rolling->start();
        QVERIFY(ended(*stand));
        QCOMPARE(stand->guards.calls().first(), u"apply s2"_s);
    }

    void firstThatIsNotKept_endsIt_data()
    {
        QTest::addColumn<int>("way");
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("step") << int(FakeGuards::Way::StepFails) << Outcome::Failed;
        QTest::newRow("proof") << int(FakeGuards::Way::ProofFails) << Outcome::Undone;
    }
    void firstThatIsNotKept_endsIt()
    {
        QFETCH(int, way);
        QFETCH(Outcome, outcome);
        const auto stand = planned(5);
        stand->guards.behave(u"s1"_s, FakeGuards::Way(way));
        QVERIFY(started(*stand));
        QVERIFY(ended(*stand));
        QCOMPARE(stand->state().members[0].change.outcome, std::optional(Outcome::Kept));
        QCOMPARE(stand->state().members[1].change.outcome, std::optional(outcome));
        QCOMPARE(stand->in(State::NotReached), 3);
        QVERIFY(stand->guards.calls().filter(QRegularExpression(u"s[234]"_s)).isEmpty());
    }

    void othersOfTheWave_goOnToTheirOwnEnd()
    {
        const auto stand = planned(8); // 1, 2, 5
        stand->guards.behave(u"s1"_s, FakeGuards::Way::StepFails);
        QVERIFY(started(*stand));
        QVERIFY(ended(*stand));
        QCOMPARE(stand->state().members[1].change.outcome, std::optional(Outcome::Failed));
        QCOMPARE(stand->state().members[2].change.outcome, std::optional(Outcome::Kept));
        QCOMPARE(stand->in(State::NotReached), 5);
        // Those that do not keep it are chosen again.
        stand->rolling->backToChoice();
        QCOMPARE(stand->state().stage, Stage::Choosing);
        QCOMPARE(stand->state().chosen.size(), 6);
        QVERIFY(!stand->state().chosen.contains(HostId(u"id-0"_s)));
    }

    void stopAfterTheWave_letsItEnd_andBeginsNoOther()
    {
        const auto stand = planned(4);
        stand->guards.hold();
        QVERIFY(started(*stand));
        QCOMPARE(stand->in(State::Working), 1);
        stand->rolling->stopAfterWave();
        stand->guards.let();
        QVERIFY(ended(*stand));
        QCOMPARE(stand->state().members[0].change.outcome, std::optional(Outcome::Kept));
        QCOMPARE(stand->in(State::NotReached), 3);
    }

    void stopNow_leadsBackWhatIsAtWork()
    {
        const auto stand = planned(4);
        stand->guards.hold();
        QVERIFY(started(*stand));
        stand->rolling->stopNow();
        QVERIFY(ended(*stand));
        QCOMPARE(stand->state().members[0].change.outcome, std::optional(Outcome::Undone));
        QCOMPARE(stand->in(State::NotReached), 3);
        QVERIFY(!stand->guards.calls().contains(u"keep s0"_s));
    }

    void endOfTheProgram_leadsBackWhatIsAtWork()
    {
        const auto stand = planned(2);
        stand->guards.hold();
        QVERIFY(started(*stand));
        stand->rolling.reset();
        QVERIFY(workerPool().waitForDone(60'000)); // as at exit
        QVERIFY(!stand->guards.calls().contains(u"keep s0"_s));
        QVERIFY(!stand->guards.calls().contains(u"apply s1"_s));
    }

    void whoIsLostBeforeItsTurn_endsIt()
    {
        const auto stand = planned(3);
        stand->guards.hold();
        QVERIFY(started(*stand));
        stand->fleet->session(HostId(u"id-1"_s))->disconnectNow();
        stand->guards.let();
        QVERIFY(ended(*stand));
        QCOMPARE(stand->state().members[0].change.outcome, std::optional(Outcome::Kept));
        QCOMPARE(stand->state().members[1].change.outcome, std::optional(Outcome::Refused));
        QCOMPARE(stand->in(State::NotReached), 1);
    }

    void removedServer_endsItsOwnPart()
    {
        const auto stand = planned(2);
        stand->guards.hold();
        QVERIFY(started(*stand));
        stand->fleet->remove(HostId(u"id-0"_s));
        stand->guards.let();
        QVERIFY(ended(*stand));
        QVERIFY(stand->state().members[0].change.outcome != std::optional(Outcome::Kept));
    }

    /// After a restart of the program a server is known and connected before anybody has asked it what is open on it.
    void whoIsSurveyedWhileItIsAtWork_isNotAskedWhatIsOpenOnIt()
    {
        Stand stand(1);
        stand.connectAll();
        Session *session = stand.fleet->session(HostId(u"id-0"_s));
        QTRY_VERIFY_WITH_TIMEOUT(session->review() && !session->progress(), 60'000);
        stand.open();
        session = stand.fleet->session(HostId(u"id-0"_s));
        QTRY_VERIFY_WITH_TIMEOUT(session->review(), 60'000);
        Job<int> greeting;
        session->use<int>(
            greeting, [](const auto &, const Route &, std::stop_token) { return 1; }, [](Result<int>) {});
        stand.rolling->begin(stand.wish());
        QTRY_COMPARE_WITH_TIMEOUT(stand.available(), 1, 60'000);
        stand.rolling->makePlans();
        QTRY_COMPARE_WITH_TIMEOUT(stand.in(State::Ready), 1, 60'000);
        *stand.network.lookups = 0;
        stand.guards.hold();
        QVERIFY(started(stand));
        const QDateTime before = session->facts()->takenAt;
        session->rescan();
        QTRY_VERIFY_WITH_TIMEOUT(session->facts()->takenAt > before && !session->progress(), 60'000);
        QVERIFY(workerPool().activeThreadCount() <= 1 ||
                QTest::qWaitFor([] { return workerPool().activeThreadCount() <= 1; }));
        QCOMPARE(stand.network.lookups->load(), 0);
        QVERIFY(!stand.fleet->changing(HostId(u"id-0"_s))->state());
        stand.guards.let();
        QVERIFY(ended(stand));
        QCOMPARE(stand.state().members[0].change.outcome, std::optional(Outcome::Kept));
        session->rescan(); // as whoever hears of its end does
        QTRY_COMPARE_WITH_TIMEOUT(stand.network.lookups->load(), 1, 60'000);
        QVERIFY(workerPool().waitForDone(60'000));
    }

    void nothingToDo_takesNoPart()
    {
        Stand stand(2);
        RolloutWish wish = stand.wish();
        wish.intents = [](const Facts &, const Review &) { return QList<Intent>(); };
        stand.rolling->begin(wish);
        stand.connectAll();
        QTRY_COMPARE_WITH_TIMEOUT(stand.available(), 2, 60'000);
        stand.rolling->makePlans();
        QTRY_COMPARE_WITH_TIMEOUT(stand.in(State::Planning), 0, 60'000);
        QCOMPARE(stand.in(State::NothingToDo), 2);
        stand.rolling->start();
        QVERIFY(!stand.rolling->isRunning());
    }

    void refusedPlan_takesNoPart_andSaysWhy()
    {
        Stand stand(1);
        RolloutWish wish = stand.wish();
        wish.intents = [](const Facts &, const Review &) {
            return QList<Intent>{AddAuthorizedKey{u"dev"_s, "no key at all"}};
        };
        stand.rolling->begin(wish);
        stand.connectAll();
        QTRY_COMPARE_WITH_TIMEOUT(stand.available(), 1, 60'000);
        stand.rolling->makePlans();
        QTRY_COMPARE_WITH_TIMEOUT(stand.in(State::NoPlan), 1, 60'000);
        QCOMPARE(stand.state().members[0].wave, -1);
        QVERIFY(!stand.state().members[0].why.isEmpty());
    }

    void whatCannotBeProvenFromHere_isNotEvenBegun()
    {
        Stand stand(1);
        stand.guards.behave(u"s0"_s, FakeGuards::Way::ProofCannotBeTried);
        RolloutWish wish = stand.wish();
        wish.intents = [](const Facts &, const Review &) { return QList<Intent>{EnableFirewall{}}; };
        stand.rolling->begin(wish);
        stand.connectAll();
        QTRY_COMPARE_WITH_TIMEOUT(stand.available(), 1, 60'000);
        stand.rolling->makePlans();
        QTRY_COMPARE_WITH_TIMEOUT(stand.in(State::Planning), 0, 60'000);
        QVERIFY2(stand.guards.calls().contains(u"port s0"_s), qPrintable(stand.state().members[0].why));
        QCOMPARE(stand.state().members[0].state, State::NoPlan);
        QVERIFY(stand.state().members[0].why.contains(u"behind a jump host"_s));
    }
};

GW_REGISTER_TEST(RollingTest)
#include "rollingtest.moc"
