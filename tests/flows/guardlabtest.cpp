// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/apply/apply.h"
#include "tests/flows/labclient.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace gw;
using gw::test::LabClient;
using gw::test::LabServer;

namespace {

constexpr auto longEnough = 120'000;

Plan planOf(const QList<Change> &changes)
{
    Plan plan;
    plan.title = u"A change for the lab"_s;
    for (const Change &change : changes)
        plan.steps.append(Step{u"step %1"_s.arg(plan.steps.size() + 1), change, {}, {}});
    return plan;
}

/// Everything that a guard may leave on a server, in words; empty: nothing.
const QString leftovers = u"{ ls -d /var/lib/gatewright /etc/systemd/system/*gatewright* "
                          u"/etc/systemd/system/*/*gatewright* /etc/cron.d/*gatewright* "
                          "/run/systemd/transient/*gatewright*; find /etc /root /home -name '.gw-*'; "
                          "systemctl list-units --all --plain --no-legend 'gatewright*'; } 2>/dev/null; true"_s;

} // namespace

/// The guard on a real server: timers, boots, sessions that end, firewalls, packages.
class GuardLabTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = LabServer::own(u"plain"_s, u"guard"_s);
        m_client = std::make_unique<LabClient>(QList<const LabServer *>{m_server.get()});
    }
    void cleanupTestCase() { m_server.reset(); }
    void init() { m_server->must(u"echo old >/etc/app.conf"_s); }
    void cleanup()
    {
        QCOMPARE(m_server->must(leftovers), QByteArray());
        QCOMPARE(m_server->must(u"cat /etc/app.conf"_s), "old\n");
    }

    void timerOfSystemd_holdsTheWayBack()
    {
        const auto shell = root();
        QElapsedTimer time;
        time.start();
        const Armed armed = applied(*shell, planOf({newContent()}), 4s);
        qInfo("%lld ms from apply to armed, one file, both round trips", qlonglong(time.elapsed()));
        QCOMPARE(armed.guard, u"systemd"_s);
        QCOMPARE(armed.notCovered, QStringList{});
        QCOMPARE(m_server->must(u"cat /etc/app.conf"_s), "new\n");
        QCOMPARE(m_server->must(u"systemctl is-active gatewright-%1-1.timer"_s.arg(armed.transaction)), "active\n");
        QVERIFY(comesBack(armed));
        QVERIFY(forget(*shell, {}, armed.transaction, {}));
    }

    void kept_leavesNothing()
    {
        const Armed armed = applied(*root(), planOf({newContent()}));
        QVERIFY(keep(*root(), {}, armed.transaction, {})); // over a new login
        QCOMPARE(m_server->must(leftovers), QByteArray());
        m_server->must(u"echo old >/etc/app.conf"_s);
    }

    void moreTime_isANewTimerBeforeTheOldOneEnds()
    {
        const auto shell = root();
        const Armed armed = applied(*shell, planOf({newContent()}), 100s);
        const auto until = extend(*shell, {}, armed.transaction, 5s, {});
        QVERIFY2(until, until ? "" : qPrintable(until.error().text()));
        QVERIFY(*until < armed.returnsAt);
        QCOMPARE(m_server->must(u"systemctl list-timers --all --no-legend 'gatewright*' | wc -l"_s), "1\n");
        QVERIFY(comesBack(armed));
        QVERIFY(forget(*shell, {}, armed.transaction, {}));
    }

    void secondClient_isToldWhoHoldsIt()
    {
        const Armed armed = applied(*root(), planOf({newContent()}));
        const auto second = m_client->connected(*m_server, u"ops"_s);
        const auto refused = apply(*second, {}, planOf({RunCommand{"touch /root/second", {}, {}, false}}),
                                   {newTransactionId(), u"bob on desktop"_s, 60s}, {}, {});
        QVERIFY(refused && std::holds_alternative<NotStarted>(*refused));
        QCOMPARE(std::get<NotStarted>(*refused).heldBy, u"ada on laptop"_s);
        QVERIFY(m_server->exec(u"test -e /root/second"_s).exitCode != 0);
        QVERIFY(undo(*second, {}, armed.transaction, {})); // whoever is root may take it back
    }

    /// Power cut with the new file on the disk.
    void boot_returnsBeforeSshdStarts()
    {
        const Armed armed = applied(*root(), planOf({newContent()}), 600s);
        m_server->must(u"sync"_s);
        m_server->kill();
        m_server->boot();
        const auto shell = root();
        QCOMPARE(m_server->must(u"cat /etc/app.conf"_s), "old\n");
        const auto open = openChanges(*shell, {}, {});
        QVERIFY(open && open->size() == 1);
        QCOMPARE(open->at(0).state, OpenChange::State::CameBack);
        QVERIFY2(open->at(0).returned.cause.contains(u"restarted"_s), qPrintable(open->at(0).returned.cause));
        QVERIFY(open->at(0).returned.complete);
        const QByteArray order = m_server->must(
            u"systemctl show -P ExecMainExitTimestampMonotonic gatewright-recover-%1.service; systemctl show -P "
            "ExecMainStartTimestampMonotonic ssh.service"_s.arg(armed.transaction));
        const QByteArrayList times = order.trimmed().split('\n');
        QCOMPARE(times.size(), 2);
        QVERIFY2(times[0].toLongLong() > 0 && times[0].toLongLong() < times[1].toLongLong(), order.constData());
        qInfo("recovery ended %lld ms before sshd started", (times[1].toLongLong() - times[0].toLongLong()) / 1000);
        QVERIFY(forget(*shell, {}, armed.transaction, {}));
        m_server->must(u"systemctl daemon-reload"_s); // systemd forgets the unit when it next reads its files
    }

    /// What needs a running system follows once it runs.
    void bootAfterACommand_undoesItToo()
    {
        const Armed armed = applied(
            *root(), planOf({newContent(), RunCommand{"touch /root/made", QByteArray("rm -f /root/made"), {}, false},
                             ServiceAction{ServiceUnit(u"supervisor.service"_s), ServiceAction::Verb::Disable},
                             ServiceAction{ServiceUnit(u"supervisor.service"_s), ServiceAction::Verb::Stop}}));
        m_server->must(u"sync"_s);
        m_server->kill();
        m_server->boot();
        QVERIFY(comesBack(armed));
        // The boot has waited for the files, and for nothing that itself waits for the boot.
        QCOMPARE(m_server->must(u"systemctl show -P Result gatewright-recover-%1.service"_s.arg(armed.transaction)),
                 "success\n");
        QVERIFY(m_server->exec(u"test -e /root/made"_s).exitCode != 0);
        QCOMPARE(m_server->must(u"systemctl is-enabled supervisor; systemctl is-active supervisor"_s),
                 "enabled\nactive\n");
        QVERIFY(forget(*root(), {}, armed.transaction, {}));
        m_server->must(u"systemctl daemon-reload"_s);
    }

    /// logind ends everything that a login has started when it is over.
    void endOfTheSession_doesNotEndTheWayBack()
    {
        killUserProcesses(u"yes"_s);
        auto shell = m_client->connected(*m_server, u"ops"_s);
        const Armed armed = applied(*shell, planOf({newContent()}), 6s);
        shell.reset();
        m_server->must(u"loginctl terminate-user ops || true"_s);
        QVERIFY(comesBack(armed));
        QVERIFY(forget(*root(), {}, armed.transaction, {}));
        killUserProcesses(u"no"_s);
    }

    /// The same without systemd-run: the process that waits dies with the session, as was said before; whoever looks
    /// next has the change return, and so would a boot.
    void processInsteadOfATimer_saysWhatItDoesNotCover()
    {
        m_server->must(u"chmod -x /usr/bin/systemd-run"_s);
        killUserProcesses(u"yes"_s);
        auto shell = m_client->connected(*m_server, u"ops"_s);
        const Armed armed = applied(*shell, planOf({newContent()}), 3s);
        QCOMPARE(armed.guard, u"process"_s);
        QVERIFY2(armed.notCovered.join(u' ').contains(u"KillUserProcesses"_s), qPrintable(armed.notCovered.join(u' ')));
        shell.reset();
        m_server->must(u"loginctl terminate-user ops || true; pkill -KILL -u ops || true"_s);
        m_server->must(u"pkill -KILL -f 'guard.sh [w]atch' || true; chmod +x /usr/bin/systemd-run"_s);
        killUserProcesses(u"no"_s);
        QTRY_VERIFY_WITH_TIMEOUT(openChanges(*root(), {}, {}) && hasReturned(armed), longEnough);
        QVERIFY(forget(*root(), {}, armed.transaction, {}));
    }

    void sshdThatMovedAway_comesBack()
    {
        const QByteArray before = m_server->must(u"ls -l /etc/ssh/sshd_config.d; ss -Hltn 'sport = :22' | wc -l"_s);
        const Armed armed = applied(*root(),
                                    planOf({WriteFile{RemotePath(QByteArray("/etc/ssh/sshd_config.d/10-away.conf")),
                                                      {},
                                                      "Port 2222\nListenAddress 127.0.0.1\n",
                                                      FileAttributes{0600, "root", "root"},
                                                      {}},
                                            Check{Check::Kind::Sshd, {}},
                                            ServiceAction{ServiceUnit(u"ssh.service"_s), ServiceAction::Verb::Reload}}),
                                    8s);
        QTRY_VERIFY_WITH_TIMEOUT(!m_server->must(u"ss -Hltn 'sport = :2222'"_s).isEmpty(), longEnough);
        QVERIFY(m_server->must(u"ss -Hltn 'sport = :22'"_s).isEmpty());
        QVERIFY(comesBack(armed));
        QTRY_COMPARE_WITH_TIMEOUT(m_server->must(u"ls -l /etc/ssh/sshd_config.d; ss -Hltn 'sport = :22' | wc -l"_s),
                                  before, longEnough);
        QVERIFY(forget(*root(), {}, armed.transaction, {}));
    }

    void brokenConfiguration_neverReachesTheRealFolder()
    {
        const auto result =
            apply(*root(), {},
                  planOf({WriteFile{RemotePath(QByteArray("/etc/nginx/conf.d/bad.conf")), {}, "nonsense;\n", {}, {}},
                          Check{Check::Kind::Nginx, {}},
                          ServiceAction{ServiceUnit(u"nginx.service"_s), ServiceAction::Verb::Reload}}),
                  {newTransactionId(), u"ada on laptop"_s, 60s}, {}, {});
        QVERIFY2(result, result ? "" : qPrintable(result.error().text()));
        QVERIFY(std::holds_alternative<NotStarted>(*result));
        QVERIFY2(std::get<NotStarted>(*result).checkFailed.contains(u"nonsense"_s),
                 qPrintable(std::get<NotStarted>(*result).checkFailed));
        QVERIFY(m_server->exec(u"test -e /etc/nginx/conf.d/bad.conf"_s).exitCode != 0);
    }

    void firewallThatIsSwitchedOn_leavesTheRulesAsTheyWere()
    {
        const QString state =
            u"nft -s list ruleset; find /etc/ufw /etc/default/ufw -type f -exec sha256sum {} + | sort -k2; "
            "cat /proc/sys/net/ipv4/conf/all/log_martians /proc/sys/net/ipv4/tcp_syncookies; ufw status"_s;
        const QByteArray before = m_server->must(state);
        const Armed armed = applied(
            *root(), planOf({RunCommand{"ufw allow 22/tcp", QByteArray("ufw delete allow 22/tcp || true"), {}, true},
                             RunCommand{"ufw --force enable", {}, {}, true}}));
        QVERIFY(m_server->must(u"ufw status"_s).contains("Status: active"));
        QVERIFY(m_server->must(state) != before);
        const auto returned = undo(*root(), {}, armed.transaction, {});
        QVERIFY2(returned, returned ? "" : qPrintable(returned.error().text()));
        QVERIFY2(returned->complete, qPrintable(returned->remarks.join(u'\n')));
        QCOMPARE(m_server->must(state), before);
    }

    /// A table of somebody else's, and sets, which ufw knows nothing about.
    void rulesBesideTheFirewall_survive()
    {
        m_server->must(
            u"printf 'table inet other {\\nset s { type ipv4_addr; elements = { 203.0.113.7 }; }\\n"
            "chain in { type filter hook input priority 10; ip saddr @s counter drop; tcp dport 8080 accept; "
            "}\\n}\\n' | nft -f -"_s);
        const QByteArray before = m_server->must(u"nft -s list ruleset"_s);
        const Armed armed = applied(
            *root(),
            planOf({RunCommand{"nft add rule inet other in tcp dport 9090 drop && nft add table ip more", {}, {}, true},
                    RunCommand{"nft delete set inet other s || nft flush chain inet other in", {}, {}, true}}));
        QVERIFY(m_server->must(u"nft -s list ruleset"_s) != before);
        const auto returned = undo(*root(), {}, armed.transaction, {});
        QVERIFY(returned);
        QVERIFY2(returned->complete, qPrintable(returned->remarks.join(u'\n')));
        QCOMPARE(m_server->must(u"nft -s list ruleset"_s), before);
        m_server->must(u"nft delete table inet other"_s);
    }

    void packageThatWasInstalled_goesAgainWithWhatCameAlong()
    {
        makeRepository();
        const QString state = u"dpkg-query -W -f '${binary:Package} ${db:Status-Abbrev}\\n'; ls /etc"_s;
        const QByteArray before = m_server->must(state);
        const Armed armed = applied(*root(), planOf({InstallPackage{u"gw-one"_s}}));
        QCOMPARE(m_server->must(u"cat /etc/gw-one.conf; dpkg-query -W -f '${db:Status-Status}' gw-two"_s),
                 "one\ninstalled");
        const auto returned = undo(*root(), {}, armed.transaction, {});
        QVERIFY2(returned && returned->complete, returned ? qPrintable(returned->remarks.join(u'\n')) : "");
        QCOMPARE(m_server->must(state), before);
        // What was there before is not taken away.
        m_server->must(u"apt-get install -y gw-two"_s);
        const QByteArray with = m_server->must(state);
        const Armed again = applied(*root(), planOf({InstallPackage{u"gw-one"_s}, InstallPackage{u"gw-two"_s}}));
        QVERIFY(undo(*root(), {}, again.transaction, {}));
        QCOMPARE(m_server->must(state), with);
        m_server->must(u"apt-get purge -y gw-two; rm -rf /srv/repository /etc/apt/sources.list.d/gw.list"_s);
    }

    /// systemd refuses to restart a socket while its service runs.
    void socketOfARunningService_comesBack()
    {
        m_server->must(u"systemctl disable --now ssh.service && systemctl enable --now ssh.socket"_s);
        const auto shell = root(); // socket activation starts ssh.service with this
        const QString state =
            u"systemctl is-active ssh.socket ssh.service; ss -Hltn 'sport = :22 or sport = :2222' | awk "
            "'{ print $4 }' | sort"_s;
        const QByteArray before = m_server->must(state);
        const RemotePath path(QByteArray("/etc/systemd/system/ssh.socket.d/port.conf"));
        const Armed armed = applied(
            *shell,
            planOf({WriteFile{path, {}, "[Socket]\nListenStream=\nListenStream=22\nListenStream=2222\n", {}, {}},
                    ServiceAction{{}, ServiceAction::Verb::DaemonReload},
                    ServiceAction{ServiceUnit(u"ssh.service"_s), ServiceAction::Verb::Stop},
                    ServiceAction{ServiceUnit(u"ssh.socket"_s), ServiceAction::Verb::Restart}}));
        (void)root(); // the next connection starts the service again
        QVERIFY(m_server->must(state).contains(":2222"));
        const auto returned = undo(*root(), {}, armed.transaction, {});
        QVERIFY(returned);
        QVERIFY2(returned->complete, qPrintable(returned->remarks.join(u'\n')));
        QCOMPARE(m_server->must(state), before);
        m_server->must(
            u"rmdir /etc/systemd/system/ssh.socket.d 2>/dev/null; systemctl disable --now ssh.socket; systemctl "
            "enable --now ssh.service"_s);
    }

    void racesOfKeepAndTimer_neverEndInBetween()
    {
        const auto shell = root();
        int kept = 0;
        for (int round = 0; round < 10; ++round) {
            m_server->must(u"echo old >/etc/app.conf"_s);
            const Armed armed = applied(*shell, planOf({newContent()}), 2s);
            QTest::qWait(1700 + 60 * round);
            const bool isKept = keep(*shell, {}, armed.transaction, {}).has_value();
            QVERIFY(isKept || comesBack(armed));
            QCOMPARE(m_server->must(u"cat /etc/app.conf"_s), isKept ? "new\n" : "old\n");
            if (!isKept)
                QVERIFY(forget(*shell, {}, armed.transaction, {}));
            kept += isKept;
        }
        qInfo("%d of 10 were kept", kept);
        m_server->must(u"echo old >/etc/app.conf"_s);
    }

private:
    std::unique_ptr<Transport> root() const { return m_client->connected(*m_server, u"root"_s); }

    static WriteFile newContent()
    {
        const FileState before{FileState::Kind::Regular, "old\n", {}, {0644, "root", "root"}};
        return {RemotePath(QByteArray("/etc/app.conf")), before, "new\n", {}, Secrecy::Public};
    }

    static Armed applied(Shell &shell, const Plan &plan, std::chrono::seconds window = 300s)
    {
        const auto result = apply(shell, {}, plan, {newTransactionId(), u"ada on laptop"_s, window}, {}, {});
        if (!result)
            qFatal("%s", qPrintable(result.error().text()));
        if (const auto *returned = std::get_if<Returned>(&*result))
            qFatal("%s; %s", qPrintable(returned->cause), qPrintable(returned->remarks.join(u"; "_s)));
        if (!std::holds_alternative<Armed>(*result))
            qFatal("it was not started");
        return std::get<Armed>(*result);
    }

    bool hasReturned(const Armed &armed) const
    {
        return m_server->exec(u"test -d /var/lib/gatewright/reverted/%1"_s.arg(armed.transaction)).exitCode == 0;
    }
    bool comesBack(const Armed &armed) const
    {
        return QTest::qWaitFor([&] { return hasReturned(armed); }, longEnough);
    }

    void killUserProcesses(const QString &value) const
    {
        m_server->must(u"mkdir -p /etc/systemd/logind.conf.d && printf '[Login]\\nKillUserProcesses=%1\\n' "
                       ">/etc/systemd/logind.conf.d/kill.conf && systemctl restart systemd-logind"_s.arg(value));
    }

    /// Two packages, the first needs the second, where apt finds them without a network.
    void makeRepository() const
    {
        m_server->must(QString::fromUtf8(R"sh(set -e
mkdir -p /srv/repository && cd /srv/repository
for name in one two; do
    mkdir -p $name/DEBIAN $name/etc
    echo $name >$name/etc/gw-$name.conf
    echo /etc/gw-$name.conf >$name/DEBIAN/conffiles
    printf 'Package: gw-%s\nVersion: 1\nArchitecture: all\nMaintainer: lab\nDescription: for a test\n' $name >$name/DEBIAN/control
    [ $name = two ] || echo 'Depends: gw-two' >>$name/DEBIAN/control
    dpkg-deb --root-owner-group -b $name gw-$name.deb >/dev/null
    { dpkg-deb -f gw-$name.deb; printf 'Filename: ./gw-%s.deb\nSize: %s\nSHA256: %s\n\n' $name "$(stat -c %s gw-$name.deb)" \
        "$(sha256sum <gw-$name.deb | cut -d ' ' -f 1)"; } >>Packages
    rm -rf $name
done
echo 'deb [trusted=yes] file:/srv/repository ./' >/etc/apt/sources.list.d/gw.list
apt-get -o Dir::Etc::sourcelist=/etc/apt/sources.list.d/gw.list -o Dir::Etc::sourceparts=- update >/dev/null 2>&1
)sh"));
    }

    std::unique_ptr<LabServer> m_server;
    std::unique_ptr<LabClient> m_client;
};

GW_REGISTER_TEST(GuardLabTest)
#include "guardlabtest.moc"
