// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/rolloutdesk.h"
#include "tests/app/fakefleet.h"
#include "tests/app/fakeguards.h"
#include "tests/support/testmain.h"
#include "widgets/frame/mainwindow.h"
#include "widgets/parts/button.h"
#include "widgets/parts/notice.h"
#include "widgets/rollout/rolloutpage.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace gw;
using namespace gw::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Stage = RolloutState::Stage;
using State = RolloutMember::State;

/// From a wish to its page and back: three servers, s0 and s2 with the same keys, s1 with another one.
class RolloutDeskTest : public QObject {
    Q_OBJECT

    static constexpr auto key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIKW+4TkYyS4tAusbPhejwD/x477/LiNQ5iQz7jB203W";

    static Connector connector()
    {
        FakeNetwork same, other;
        same.delay = other.delay = 1ms;
        same.answer = other.answer = recordedAnswer(u"debian-12-tutorial"_s);
        other.answer.replace("LiNQ5iQz7jB203W", "LiNQ5iQz7jB204W");
        const Connector known = same.connector();
        return {known.route,
                [known, lacking = other.connector()](const Server &server, const Route &route, const Answers &answers,
                                                     const ShowNotice &notice, std::stop_token stop) {
                    const Connector &chosen = server.name == u"s1"_s ? lacking : known;
                    return chosen.open(server, route, answers, notice, stop);
                }};
    }

    struct Stand {
        Stand()
        {
            (void)storage.use([](Store &store) -> Result<void> {
                for (int i = 0; i < 3; ++i) {
                    Server server;
                    server.id = idOf(i);
                    server.name = server.target = u"s%1"_s.arg(i);
                    server.transport = u"automatic"_s;
                    GW_TRY(store.save(server));
                }
                return {};
            });
            frame.addPage(Page::Rollout, page = new RolloutPage);
            frame.addPage(Page::FleetReview, new QWidget);
            frame.showPage(Page::FleetReview);
            fleet = std::make_unique<Fleet>(storage, secrets, connector());
            desk = std::make_unique<RolloutDesk>(*fleet, storage, frame, *page, guards.contacts());
            QSignalSpy loaded(fleet.get(), &Fleet::loaded);
            fleet->load();
            loaded.wait();
            for (int i = 0; i < 3; ++i)
                session(i)->rescan();
            surveyed = QTest::qWaitFor(
                [this] {
                    return std::all_of(std::begin(all), std::end(all),
                                       [this](int i) { return session(i)->review() && !session(i)->progress(); });
                },
                60'000);
            frame.show();
        }
        Session *session(int number) const { return fleet->session(idOf(number)); }
        const RolloutState &state() const { return page->state(); }
        QString obstacle(int number) const
        {
            for (const RolloutCandidate &candidate : state().candidates) {
                if (candidate.id == idOf(number))
                    return candidate.obstacle;
            }
            return u"not offered"_s;
        }
        QString fingerprint() const
        {
            for (const UserAccount &user : *session(0)->facts()->users) {
                for (const AuthorizedKey &each : user.keys ? *user.keys : QList<AuthorizedKey>()) {
                    if (user.name.raw() == u"dev"_s && each.comment.raw() == u"gatewright-lab"_s)
                        return each.fingerprint.raw();
                }
            }
            return {};
        }
        bool says(const char *notice) const
        {
            return frame.findChild<Notice *>(QStringLiteral("notice.") + QLatin1String(notice));
        }
        void press(const char *name) const { page->findChild<Button *>(QLatin1String(name))->click(); }
        /// The key of s0 for s1, planned.
        bool planned()
        {
            for (const FileFact &file : session(1)->facts()->sshd->files)
                guards.setFile(u"s1"_s, file.path, file.content);
            desk->rollOutKey(idOf(0), u"dev"_s, fingerprint());
            if (!QTest::qWaitFor([this] { return frame.currentPage() == Page::Rollout; }, 60'000))
                return false;
            Q_EMIT page->chosenChanged({idOf(1)});
            Q_EMIT page->plansRequested();
            return QTest::qWaitFor(
                [this] { return state().stage == Stage::Planning && state().members[0].state == State::Ready; },
                60'000);
        }

        static HostId idOf(int number) { return HostId(u"id-%1"_s.arg(number)); }
        static constexpr int all[] = {0, 1, 2};

        QTemporaryDir folder;
        Storage storage{folder.filePath(u"gatewright.db"_s)};
        SecretStore secrets{std::make_unique<NoKeychain>()};
        FakeGuards guards;
        MainWindow frame;
        RolloutPage *page = nullptr;
        std::unique_ptr<Fleet> fleet;
        std::unique_ptr<RolloutDesk> desk;
        bool surveyed = false;
    };

private Q_SLOTS:
    void keyOfAUser_goesWithItsOptions_toThoseThatLackIt()
    {
        Stand stand;
        QVERIFY(stand.surveyed);
        const QByteArray line = QByteArray("from=\"10.0.0.0/8\" ") + key + " gatewright-lab";
        const RemotePath file("/home/dev/.ssh/authorized_keys");
        stand.guards.setFile(u"s0"_s, file, "# people\n" + line + '\n');
        stand.guards.setFile(u"s1"_s, file, "# nobody\n");
        QVERIFY(stand.planned());
        QCOMPARE(stand.obstacle(0), u"not offered"_s); // it comes from there
        QCOMPARE(stand.obstacle(1), QString());
        QVERIFY(!stand.obstacle(2).isEmpty()); // has it
        QVERIFY(stand.state().title.contains(u"gatewright-lab"_s));
        const Plan &plan = stand.state().members[0].change.plan;
        const auto written = std::find_if(plan.steps.cbegin(), plan.steps.cend(), [](const Step &step) {
            return std::holds_alternative<WriteFile>(step.change);
        });
        QVERIFY(written != plan.steps.cend());
        QVERIFY(std::get<WriteFile>(written->change).after.contains(line));
    }

    void keyThatStandsNowhereAnyMore_isAnError()
    {
        Stand stand;
        QVERIFY(stand.surveyed);
        const QTemporaryDir nobodysHome;
        qputenv("HOME", nobodysHome.path().toUtf8());
        QSignalSpy failed(stand.desk.get(), &RolloutDesk::failed);
        stand.desk->rollOutKey(Stand::idOf(0), u"dev"_s, stand.fingerprint());
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 60'000);
        QVERIFY(stand.frame.currentPage() == Page::FleetReview);
    }

    void keyOfThisComputer_isTakenWhereTheServerHasItNoMore()
    {
        Stand stand;
        QVERIFY(stand.surveyed);
        const QTemporaryDir home;
        qputenv("HOME", home.path().toUtf8());
        QVERIFY(QDir(home.path()).mkdir(u".ssh"_s));
        QFile file(home.filePath(u".ssh/id_ed25519.pub"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(QByteArray(key) + " me\n");
        file.close();
        stand.guards.setFile(u"s1"_s, RemotePath("/home/dev/.ssh/authorized_keys"), "# nobody\n");
        QVERIFY(stand.planned());
    }

    void findingOfSeveralServers_isOfferedToEachThatHasIt()
    {
        Stand stand;
        QVERIFY(stand.surveyed);
        const QList<Finding> &findings = stand.session(0)->review()->findings;
        const auto finding =
            std::find_if(findings.cbegin(), findings.cend(), [](const Finding &each) { return each.fixable; });
        QVERIFY(finding != findings.cend());
        stand.desk->fixOnServers(finding->rule);
        QVERIFY(stand.frame.currentPage() == Page::Rollout);
        QVERIFY(stand.state().title.contains(finding->title));
        for (const int number : Stand::all)
            QCOMPARE(stand.obstacle(number), QString());
        QCOMPARE(stand.state().chosen.size(), 3);
        stand.press("leaveRollout");
        QVERIFY(stand.frame.currentPage() == Page::FleetReview);
    }

    void lookingElsewhere_leavesAWayBack_andTheWindowIsHeldWhileItRuns()
    {
        Stand stand;
        QVERIFY(stand.surveyed);
        const RemotePath file("/home/dev/.ssh/authorized_keys");
        stand.guards.setFile(u"s0"_s, file, QByteArray(key) + " gatewright-lab\n");
        stand.guards.setFile(u"s1"_s, file, "# nobody\n");
        QVERIFY(stand.planned());
        stand.frame.showPage(Page::FleetReview);
        QTRY_VERIFY(stand.says("rolloutElsewhere"));
        Q_EMIT stand.frame.noticeActionChosen(u"rolloutElsewhere"_s, u"show"_s);
        QVERIFY(stand.frame.currentPage() == Page::Rollout);
        QTRY_VERIFY(!stand.says("rolloutElsewhere"));

        stand.guards.hold();
        stand.press("startRollout");
        QTRY_VERIFY(stand.guards.calls().contains(u"apply s1"_s));
        QVERIFY(!stand.frame.close());
        QVERIFY(stand.says("closeRollout"));
        Q_EMIT stand.frame.noticeActionChosen(u"closeRollout"_s, u"show"_s);
        QSignalSpy ended(stand.desk.get(), &RolloutDesk::changeEnded);
        stand.guards.let();
        QTRY_COMPARE_WITH_TIMEOUT(stand.state().stage, Stage::Ended, 60'000);
        QCOMPARE(ended.size(), 1);
        QVERIFY(stand.frame.close());
    }

    void closingAnyway_leadsBackWhatIsAtWork()
    {
        Stand stand;
        QVERIFY(stand.surveyed);
        const RemotePath file("/home/dev/.ssh/authorized_keys");
        stand.guards.setFile(u"s0"_s, file, QByteArray(key) + " gatewright-lab\n");
        stand.guards.setFile(u"s1"_s, file, "# nobody\n");
        QVERIFY(stand.planned());
        stand.guards.hold();
        stand.press("startRollout");
        QTRY_VERIFY(stand.guards.calls().contains(u"apply s1"_s));
        QVERIFY(!stand.frame.close());
        Q_EMIT stand.frame.noticeActionChosen(u"closeRollout"_s, u"close"_s);
        QVERIFY(!stand.frame.isVisible());
        stand.desk.reset();
        QVERIFY(workerPool().waitForDone(60'000)); // as at exit
        QVERIFY(!stand.guards.calls().contains(u"keep s1"_s));
    }
};

GW_REGISTER_TEST(RolloutDeskTest)
#include "rolloutdesktest.moc"
