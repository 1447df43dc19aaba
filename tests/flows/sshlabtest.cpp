// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/changerun.h"
#include "app/change/planning.h"
#include "app/fleet/fleet.h"
#include "backend/survey/survey.h"
#include "tests/flows/labclient.h"
#include "tests/flows/labconnector.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace gw;
using gw::test::LabClient;
using gw::test::LabServer;
using gw::test::Ran;

namespace {

constexpr quint16 newPort = 2222;
constexpr int longEnough = 120'000;

template <typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().text()));
    return std::move(*result);
}

/// A connection as root, and what was surveyed over it.
struct Reached {
    std::shared_ptr<Shell> shell;
    Way way;
    Facts facts;

    Contact contact() const { return {*shell, {}, outsideOf(way)}; }
};

qsizetype placeOf(const Plan &plan, const std::function<bool(const Change &)> &isIt)
{
    const auto found =
        std::find_if(plan.steps.begin(), plan.steps.end(), [&isIt](const Step &step) { return isIt(step.change); });
    return found - plan.steps.begin();
}

/// Made by hand: the program itself refuses to plan the like. Shut by a line of sshd, or by the firewall where there is
/// none.
Plan lockout(const QByteArray &line)
{
    Plan plan;
    plan.title = u"Shut everybody out"_s;
    const auto add = [&plan](const Change &change) {
        plan.steps.append(Step{u"step %1"_s.arg(plan.steps.size() + 1), change, {}, {}});
    };
    if (line.isEmpty()) {
        add(RunCommand{"ufw deny 22/tcp",
                       QByteArray("ufw allow 22/tcp"),
                       {RemotePath(QByteArray("/etc/ufw/user.rules")), RemotePath(QByteArray("/etc/ufw/user6.rules"))},
                       true});
        return plan;
    }
    const RemotePath dropIn(QByteArray("/etc/ssh/sshd_config.d/00-gatewright.conf"));
    add(WriteFile{dropIn, {}, line + '\n', FileAttributes{0600, "root", "root"}, {}});
    add(Check{Check::Kind::Sshd, {}});
    add(ServiceAction{ServiceUnit(u"ssh.service"_s), ServiceAction::Verb::Reload});
    return plan;
}

} // namespace

/// sshd of a real server behind an active firewall: its port moves by two changes, each with a way back, and what shuts
/// everybody out comes back by itself.
class SshLabTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = LabServer::own(u"plain"_s, u"ssh"_s);
        m_client = std::make_unique<LabClient>(QList<const LabServer *>{m_server.get()});
        m_server->must(u"ufw allow 22/tcp; ufw --force enable"_s);
    }
    void cleanupTestCase() { m_server.reset(); }

    void firewall_isSwitchedOn_andTakenBackFromTheHistory()
    {
        m_server->must(u"ufw disable; ufw delete allow 22/tcp"_s);
        m_server->must(u"ufw allow 8080/tcp"_s); // somebody's, from before
        const QByteArray before = state();
        const Reached reached = reach();
        const Plan plan = must(makePlan(reached.contact(), m_id, reached.facts, {EnableFirewall{}}, {}));
        const qint64 number = kept(reached, plan);
        QVERIFY(m_server->must(u"ufw status"_s).contains("Status: active"));
        takeBack(number);
        QVERIFY(m_server->must(u"ufw status"_s).contains("Status: inactive"));
        QCOMPARE(changedSince(before), QByteArray());
        m_server->must(u"ufw delete allow 8080/tcp; ufw allow 22/tcp; ufw --force enable"_s);
    }

    void port_isMovedInTwoChanges_andTakenBackFromTheHistory_data()
    {
        QTest::addColumn<QString>("begin");
        QTest::addColumn<QString>("end");
        QTest::newRow("ssh.service") << u"true"_s << u"true"_s;
        QTest::newRow("port that is closed") << u"ufw deny 2222/tcp"_s << u"ufw delete deny 2222/tcp"_s;
        QTest::newRow("ssh.socket")
            << u"systemctl disable --now ssh.service; systemctl enable --now ssh.socket"_s
            << u"systemctl stop ssh.service; systemctl disable --now ssh.socket; systemctl enable --now ssh.service"_s;
    }
    void port_isMovedInTwoChanges_andTakenBackFromTheHistory()
    {
        QFETCH(QString, begin);
        QFETCH(QString, end);
        m_server->must(begin);
        const QByteArray before = state();

        const Reached first = reach();
        const Plan moving = must(makePlan(first.contact(), m_id, first.facts, {MoveSshPort{newPort}}, {}));
        const auto opens = [](const Change &change) {
            const auto *command = std::get_if<RunCommand>(&change);
            return command && command->line.contains("allow 2222/tcp");
        };
        const auto acts = [](const Change &change) {
            return std::holds_alternative<WriteFile>(change) || std::holds_alternative<ServiceAction>(change);
        };
        QVERIFY(placeOf(moving, opens) < placeOf(moving, acts));
        int proofs = 0;
        const qint64 moved = kept(first, moving, [&](const ProofRecord &proof) {
            ++proofs;
            QVERIFY2(proof.held, qPrintable(proof.detail));
            QCOMPARE(sshPorts(), QByteArray("22 2222"));
        });
        QCOMPARE(proofs, 2);
        QCOMPARE(sshPorts(), QByteArray("22 2222"));
        QVERIFY(m_client->open(*m_server, u"root"_s));

        const Reached second = reach(newPort);
        const Plan closing = must(makePlan(second.contact(), m_id, second.facts, {CloseSshPort{22}}, {}));
        const qint64 closed = kept(second, closing);
        QCOMPARE(sshPorts(), QByteArray("2222"));
        QVERIFY(!m_server->must(u"ufw status"_s).contains("\n22/tcp"));
        QCOMPARE(m_server->must(u"mkdir -p /run/sshd; sshd -T | grep '^port '"_s), QByteArray("port 2222\n"));

        takeBack(closed, newPort);
        QCOMPARE(sshPorts(), QByteArray("22 2222"));
        QVERIFY(m_client->open(*m_server, u"root"_s));
        takeBack(moved);
        QCOMPARE(changedSince(before), QByteArray());
        QVERIFY(m_client->open(*m_server, u"root"_s));
        m_server->must(end);
    }

    /// The window goes on over the new port, and so does its next start.
    void movedPort_isKnownToTheWindow()
    {
        const QByteArray before = state();
        const Storage storage(m_client->file(u"window.db"_s));
        const Server server = savedServer();
        QVERIFY(storage.use([&server](Store &store) { return store.save(server); }));
        SecretStore secrets;
        Fleet fleet(storage, secrets, gw::test::connectorWith(m_client->config()));
        fleet.load();
        QTRY_VERIFY_WITH_TIMEOUT(fleet.session(server.id), longEnough);
        Session *session = fleet.session(server.id);
        Changing *changing = fleet.changing(server.id);
        const auto survey = [session] {
            session->rescan();
            return QTest::qWaitFor(
                [session] {
                    return !session->progress() && std::holds_alternative<Online>(session->connection()) &&
                           session->facts();
                },
                longEnough);
        };
        const auto isAt = [changing](ApplyState::Phase phase) {
            return QTest::qWaitFor([=] { return changing->state() && changing->state()->phase == phase; }, longEnough);
        };
        const auto keepPlanned = [&] {
            if (!isAt(ApplyState::Phase::Preview))
                return false;
            changing->apply(changing->state()->plan);
            if (!isAt(ApplyState::Phase::AskingToKeep))
                return false;
            changing->keep();
            return isAt(ApplyState::Phase::Ended) && changing->state()->outcome == Outcome::Kept;
        };
        QVERIFY(survey());
        changing->plan({MoveSshPort{newPort}});
        QVERIFY(keepPlanned());
        const QString target = u"root@%1:2222"_s.arg(m_server->address());
        QVERIFY(changing->state()->remarks.join(u' ').contains(target));
        QCOMPARE(session->server().target, target);
        QTRY_COMPARE(must(must(Store::open(storage.path()))->servers()).last().target, target);

        QVERIFY(survey());
        changing->dismiss();
        changing->plan({CloseSshPort{22}});
        QVERIFY(keepPlanned());
        QCOMPARE(sshPorts(), QByteArray("2222"));
        for (const qint64 number : {2, 1}) {
            QVERIFY(survey());
            changing->dismiss();
            changing->planUndo(number, {});
            QVERIFY(keepPlanned());
        }
        QCOMPARE(session->server().target, server.target);
        QCOMPARE(changedSince(before), QByteArray());
    }

    /// A server whose address was typed is kept with the new one; the person's ssh configuration is the person's.
    void movedPort_isKnownToTheTerminal()
    {
        const QByteArray before = state();
        const Server server = savedServer();
        const QString path = m_client->file(u"data/gatewright/gatewright.db"_s);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        const auto store = must(Store::open(path));
        QVERIFY(store->save(server));
        const auto ctl = [this](const QStringList &arguments) {
            return m_client->ctl(arguments + QStringList{u"--yes"_s, u"--keep-if-proven"_s});
        };
        const Ran moved = ctl({u"ssh"_s, u"gpu-1"_s, u"--add-port"_s, u"2222"_s});
        QVERIFY2(moved.exitCode == 0, moved.all().constData());
        const QString target = u"root@%1:2222"_s.arg(m_server->address());
        QVERIFY2(moved.err.contains(target.toUtf8()), moved.all().constData());
        QCOMPARE(must(store->servers()).last().target, target);
        const Ran closed = ctl({u"ssh"_s, u"gpu-1"_s, u"--close-port"_s, u"22"_s});
        QVERIFY2(closed.exitCode == 0, closed.all().constData());
        QCOMPARE(sshPorts(), QByteArray("2222"));

        const Ran reopened = ctl({u"undo"_s, u"2"_s});
        QVERIFY2(reopened.exitCode == 0, reopened.all().constData());
        const Ran back = ctl({u"undo"_s, u"1"_s});
        QVERIFY2(back.exitCode == 0, back.all().constData());
        QCOMPARE(must(store->servers()).last().target, LabClient::target(*m_server, u"root"_s));
        QCOMPARE(changedSince(before), QByteArray());
    }

    void whatShutsEverybodyOut_isUndoneAtOnce_data() { lockouts(); }
    void whatShutsEverybodyOut_isUndoneAtOnce()
    {
        QFETCH(QByteArray, line);
        const QByteArray before = state();
        const Reached reached = reach();
        Contact contact = reached.contact();
        contact.outside.patience = 0ms;
        QElapsedTimer time;
        ChangeRun run = runOf(reached, lockout(line));
        const auto ended = must(run.apply(contact,
                                          [&time](const ChangeProgress &progress) {
                                              if (progress.proof >= 0 && progress.tried)
                                                  time.start();
                                          },
                                          {}));
        qInfo("%lld ms from the failed login to the old state", qlonglong(time.elapsed()));
        QVERIFY(std::holds_alternative<ChangeEnded>(ended));
        QVERIFY2(run.record().outcome == Outcome::Undone, qPrintable(run.record().detail));
        QVERIFY2(run.record().detail.startsWith(u"A proof failed"), qPrintable(run.record().detail));
        QVERIFY(!run.record().proofs.last().held);
        QCOMPARE(changedSince(before), QByteArray());
        QVERIFY(m_client->open(*m_server, u"root"_s));
    }

    void whatShutsEverybodyOut_comesBackByItself_data() { lockouts(); }
    void whatShutsEverybodyOut_comesBackByItself()
    {
        QFETCH(QByteArray, line);
        const QByteArray before = state();
        auto shell = m_client->connected(*m_server, u"root"_s);
        const auto applied =
            must(apply(*shell, {}, lockout(line), {newTransactionId(), u"ada on laptop"_s, 5s}, {}, {}));
        QVERIFY(std::holds_alternative<Armed>(applied));
        const Armed &armed = std::get<Armed>(applied);
        m_server->cut(); // the client is gone, and the server hears nothing of it
        shell.reset();
        QVERIFY(m_server->must(state_) != before);
        const QString returned = u"test -d /var/lib/gatewright/reverted/%1"_s.arg(armed.transaction);
        QTRY_COMPARE_WITH_TIMEOUT(m_server->exec(returned).exitCode, 0, longEnough);
        const qint64 late = armed.returnsAt.msecsTo(QDateTime::currentDateTimeUtc());
        qInfo("back %lld ms after the time that was said", qlonglong(late));
        QVERIFY(late < 30'000); // seconds, not minutes
        m_server->heal();
        const auto again = m_client->connected(*m_server, u"root"_s);
        const QList<OpenChange> open = must(openChanges(*again, {}, {}));
        QCOMPARE(open.size(), 1);
        QCOMPARE(open.first().state, OpenChange::State::CameBack);
        QVERIFY2(open.first().returned.complete, qPrintable(open.first().returned.remarks.join(u'\n')));
        QVERIFY(forget(*again, {}, armed.transaction, {}));
        QCOMPARE(changedSince(before), QByteArray());
    }

private:
    static void lockouts()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("firewall") << QByteArray();
        QTest::newRow("AllowUsers") << QByteArray("AllowUsers nobody");
        QTest::newRow("ListenAddress") << QByteArray("ListenAddress 127.0.0.1");
        QTest::newRow("AuthorizedKeysFile") << QByteArray("AuthorizedKeysFile /nonexistent");
    }

    Reached reach(quint16 port = 22) const
    {
        Route route = m_client->route(*m_server, u"root"_s);
        route.target.port = route.hops.last().port = port;
        std::shared_ptr<Transport> shell = must(openTransport(route, {}, {}, {}));
        Reached reached{shell, {}, factsFrom(must(survey(*shell, {}, {})))};
        reached.way = wayOf(route, {}, {}, *shell, &reached.facts);
        return reached;
    }

    Server savedServer() const
    {
        Server server;
        server.id = HostId::create();
        server.name = u"gpu-1"_s;
        server.target = LabClient::target(*m_server, u"root"_s);
        server.transport = u"automatic"_s;
        return server;
    }

    ChangeRun runOf(const Reached &reached, const Plan &plan, std::optional<qint64> undoes = {}) const
    {
        Server server;
        server.id = m_id;
        server.name = u"gpu-1"_s;
        ChangeRequest request = requestFor(server, plan, reached.way, *reached.shell);
        request.undoes = undoes;
        return {std::move(request), journalIn(m_client->file(u"gatewright.db"_s))};
    }

    /// Applied, proven whole and kept; its number in the journal.
    qint64 kept(const Reached &reached, const Plan &plan, const std::function<void(const ProofRecord &)> &onProof = {},
                std::optional<qint64> undoes = {}) const
    {
        ChangeRun run = runOf(reached, plan, undoes);
        const auto waiting = must(run.apply(reached.contact(),
                                            [&onProof](const ChangeProgress &progress) {
                                                if (onProof && progress.tried)
                                                    onProof(*progress.tried);
                                            },
                                            {}));
        if (!std::holds_alternative<AwaitingKeep>(waiting) || !std::get<AwaitingKeep>(waiting).proven)
            qFatal("%s: %s: %s", qPrintable(plan.title), qPrintable(outcomeName(run.record().outcome)),
                   qPrintable(run.record().detail));
        (void)must(run.keepIt(reached.contact(), {}));
        if (run.record().outcome != Outcome::Kept)
            qFatal("%s", qPrintable(run.record().detail));
        return run.record().number;
    }

    void takeBack(qint64 number, quint16 port = 22) const
    {
        const Reached reached = reach(port);
        const auto store = must(Store::open(m_client->file(u"gatewright.db"_s)));
        const Plan plan = must(makeUndoPlan(reached.contact(), must(store->change(number)), {}, {}));
        QCOMPARE(plan.warnings, QStringList());
        kept(reached, plan, {}, number);
    }

    /// Files with owners, modes and contents, doors, units, what a guard would have left, and the rules of an active
    /// firewall: an inactive ufw leaves chains of its own behind, which do nothing. So does systemd's empty folder.
    QByteArray state() const { return m_server->must(state_); }
    const QString state_ =
        u"folders='/etc/ssh /etc/ufw /etc/default/ufw /etc/systemd/system'; "
        "find $folders ! -path '*/ssh.socket.d' -printf '%p %y %m %u:%g %l\n' | sort; "
        "find $folders -type f -exec sha256sum {} + | sort -k 2; ufw status | grep -q inactive || nft -s list ruleset; "
        "ss -Hltn | awk '{ print $4 }' | sort; systemctl is-active ssh.socket; "
        "systemctl is-enabled ssh.socket ssh.service; ls -A /var/lib/gatewright 2>/dev/null; true"_s;

    /// Lines of state() that are gone, and that are new.
    QByteArray changedSince(const QByteArray &before) const
    {
        const QByteArrayList then = before.split('\n');
        const QByteArrayList now = state().split('\n');
        QByteArray changed;
        for (const QByteArray &line : then)
            changed += now.contains(line) ? QByteArray() : "-" + line + '\n';
        for (const QByteArray &line : now)
            changed += then.contains(line) ? QByteArray() : "+" + line + '\n';
        return changed;
    }

    /// Ports on which ssh is reached from anywhere.
    QByteArray sshPorts() const
    {
        return m_server
            ->must(u"ss -Hltn 'sport = :22 or sport = :2222' | awk '{ sub(\".*:\", \"\", $4); print $4 }' | sort -nu"_s)
            .simplified();
    }

    const HostId m_id{u"lab"_s};
    std::unique_ptr<LabServer> m_server;
    std::unique_ptr<LabClient> m_client;
};

GW_REGISTER_TEST(SshLabTest)
#include "sshlabtest.moc"
