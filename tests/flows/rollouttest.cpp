// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/rolling.h"
#include "tests/flows/labclient.h"
#include "tests/flows/labconnector.h"
#include "tests/support/testmain.h"

using namespace gw;
using namespace Qt::StringLiterals;
using gw::test::LabClient;
using gw::test::LabServer;
using Stage = RolloutState::Stage;
using State = RolloutMember::State;

/// One change of three real servers, as the window does it.
class RolloutTest : public QObject {
    Q_OBJECT

    static constexpr int count = 3;
    static HostId idOf(int number) { return HostId(u"lab-%1"_s.arg(number)); }

    static RolloutWish keysOnly()
    {
        RolloutWish wish;
        wish.title = u"Keys only"_s;
        wish.concern = [](const Session &session) { return RolloutWish::Concern{!session.server().isLocal()}; };
        wish.intents = [](const Facts &, const Review &) {
            return QList<Intent>{SetSshd{u"PasswordAuthentication"_s, u"no"_s},
                                 SetSshd{u"PermitRootLogin"_s, u"prohibit-password"_s}};
        };
        return wish;
    }

    struct Stand {
        explicit Stand(const QList<const LabServer *> &servers)
            : client(servers), storage(client.file(u"gatewright.db"_s)),
              fleet(storage, secrets, gw::test::connectorWith(client.config())),
              rolling(fleet, journalIn(storage.path()))
        {
            (void)storage.use([&servers](Store &store) -> Result<void> {
                for (int i = 0; i < servers.size(); ++i) {
                    Server server;
                    server.id = idOf(i);
                    server.name = u"gpu-%1"_s.arg(i);
                    server.target = LabClient::target(*servers[i], u"root"_s);
                    server.transport = u"automatic"_s;
                    GW_TRY(store.save(server));
                }
                return {};
            });
            fleet.load();
        }
        const RolloutState &state() const { return rolling.state(); }
        bool planned()
        {
            if (!QTest::qWaitFor([this] { return fleet.sessions().size() == count + 1; }, 30'000))
                return false;
            rolling.begin(keysOnly());
            rolling.connectTo({idOf(0), idOf(1), idOf(2)});
            const auto all = [this] { // all but this computer, which nobody has surveyed
                return count == std::count_if(state().candidates.cbegin(), state().candidates.cend(),
                                              [](const RolloutCandidate &each) { return each.obstacle.isEmpty(); });
            };
            if (!QTest::qWaitFor(all, 60'000))
                return false;
            rolling.makePlans();
            return QTest::qWaitFor(
                [this] {
                    return std::all_of(state().members.cbegin(), state().members.cend(),
                                       [](const RolloutMember &each) { return each.state == State::Ready; });
                },
                60'000);
        }
        bool ended()
        {
            rolling.start();
            return rolling.isRunning() && QTest::qWaitFor([this] { return state().stage == Stage::Ended; }, 180'000);
        }
        QList<std::optional<Outcome>> outcomes() const
        {
            QList<std::optional<Outcome>> outcomes;
            for (const RolloutMember &member : state().members)
                outcomes << member.change.outcome;
            return outcomes;
        }
        QString details() const
        {
            QStringList lines;
            for (const RolloutMember &member : state().members)
                lines << member.name + u": "_s + member.why + member.change.detail;
            return lines.join(u'\n');
        }

        LabClient client;
        Storage storage;
        SecretStore secrets;
        Fleet fleet;
        Rolling rolling;
    };

    QByteArray files(int number) const
    {
        return m_servers[size_t(number)]->must(
            u"cd /etc/ssh && find . -type f -name '*.conf' -exec sha256sum {} + | sort; sha256sum sshd_config"_s);
    }

    QList<const LabServer *> servers() const
    {
        QList<const LabServer *> servers;
        for (const auto &server : m_servers)
            servers << server.get();
        return servers;
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (int i = 0; i < count; ++i)
            m_servers.push_back(LabServer::own(u"tutorial"_s, u"rollout-%1"_s.arg(i)));
    }
    void cleanupTestCase() { m_servers.clear(); }
    void cleanup()
    {
        for (const auto &server : m_servers)
            server->must(u"rm -f /etc/ssh/sshd_config.d/00-gatewright.conf /etc/ssh/sshd_config.d/99-other.conf && "
                         "systemctl reload ssh"_s);
    }

    void everyServer_isProvenAndKeepsIt()
    {
        Stand stand(servers());
        QVERIFY2(stand.planned(), qPrintable(stand.details()));
        QVERIFY(stand.ended());
        QVERIFY2(stand.outcomes() == QList<std::optional<Outcome>>(count, Outcome::Kept), qPrintable(stand.details()));
        for (int i = 0; i < count; ++i) {
            const QByteArray effective = m_servers[size_t(i)]->must(u"sshd -T"_s);
            QVERIFY(effective.contains("\npasswordauthentication no\n"));
            for (const ProofRecord &proof : stand.state().members[i].change.proofs)
                QVERIFY(proof.held);
        }
    }

    /// Somebody has shut the door of the second server, for the next time sshd reads its files.
    void serverThatLetsNobodyInAnyMore_goesBack_andTheThirdIsNotTouched()
    {
        Stand stand(servers());
        QVERIFY2(stand.planned(), qPrintable(stand.details()));
        m_servers[1]->must(u"echo DenyUsers root > /etc/ssh/sshd_config.d/99-other.conf"_s);
        const QByteArray second = files(1);
        const QByteArray third = files(2);
        QVERIFY(stand.ended());
        QVERIFY2(stand.outcomes() == (QList<std::optional<Outcome>>{Outcome::Kept, Outcome::Undone, std::nullopt}),
                 qPrintable(stand.details()));
        QCOMPARE(stand.state().members[2].state, State::NotReached);
        QCOMPARE(files(1), second);
        QCOMPARE(files(2), third);
    }

    void fileEditedSinceThePlan_isRefused_andNobodyFollows()
    {
        Stand stand(servers());
        QVERIFY2(stand.planned(), qPrintable(stand.details()));
        m_servers[0]->must(u"echo '# mine' > /etc/ssh/sshd_config.d/00-gatewright.conf"_s);
        const QByteArray first = files(0);
        QVERIFY(stand.ended());
        QVERIFY2(stand.outcomes() == (QList<std::optional<Outcome>>{Outcome::Refused, std::nullopt, std::nullopt}),
                 qPrintable(stand.details()));
        QVERIFY(!stand.state().members[0].change.conflicts.isEmpty());
        QCOMPARE(files(0), first);
    }

private:
    std::vector<std::unique_ptr<LabServer>> m_servers;
};

GW_REGISTER_TEST(RolloutTest)
#include "rollouttest.moc"
