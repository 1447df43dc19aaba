// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/faultbench.h"
#include "tests/support/testmain.h"

#include <QThread>
#include <mutex>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace gw;
using namespace gw::test;

namespace {

constexpr int window = 6; // seconds until the server returns by itself

/// What must be found afterwards.
enum class End { Old, New, OldButForeign };

struct Strike {
    FaultBench &bench;
    ApplyClient &client;
    int step; ///< that has just ended, -1: none yet
};

struct Fault {
    QString name;
    End end = End::Old;
    std::function<void(Strike &)> strike = [](Strike &) {};
    std::function<void(FaultBench &)> prepare = [](FaultBench &) {};
    std::function<void(FaultBench &)> mend = [](FaultBench &) {};
    std::function<void(Plan &, int step)> change = [](Plan &, int) {};
};

void waitForTheWindow()
{
    QThread::sleep(window + 1);
}

void goOnToTheEnd(Strike &strike, const QByteArray &word)
{
    if (!strike.client.waitFor({"proven", "returned", "refused", "error"}).startsWith("proven"))
        return;
    if (!word.isEmpty())
        strike.client.tell(word);
    strike.client.waitForEnd();
}

/// The steps up to `step` with its pause, then `last`.
void cutAfter(Plan &plan, int step, const std::optional<Step> &last)
{
    plan.steps = plan.steps.mid(0, 2 * (step + 1));
    if (last)
        plan.steps += *last;
}

const QString fillScript = u"for d in /etc/nginx /var/lib/gatewright; do dd if=/dev/zero of=$d/.filler bs=4k "
                           "2>/dev/null; dd if=/dev/zero of=$d/.filler2 bs=1 2>/dev/null; done; true"_s;

const QString smallDisks = uR"sh(
mkdir -p -m 700 /var/lib/gatewright
cp -a /etc/nginx /root/nginx.copy
mount -t tmpfs -o size=512k,mode=755 tmpfs /etc/nginx
cp -a /root/nginx.copy/. /etc/nginx/
mount -t tmpfs -o size=2m,mode=700 tmpfs /var/lib/gatewright
rm -rf /root/nginx.copy
)sh"_s;

QList<Fault> faults()
{
    QList<Fault> all;
    all += {u"client killed"_s, End::Old, [](Strike &strike) { strike.client.kill(); }};
    all += {u"cable cut"_s, End::Old, [](Strike &strike) {
                strike.bench.server().cut();
                waitForTheWindow();
                strike.bench.server().heal();
                strike.client.kill();
            }};
    all += {u"server rebooted"_s, End::Old, [](Strike &strike) {
                strike.bench.reboot();
                strike.client.kill();
            }};
    all += {u"power cut"_s, End::Old, [](Strike &strike) {
                strike.bench.server().kill();
                strike.client.kill();
                strike.bench.server().boot();
            }};
    all += {u"sshd restarted"_s, End::Old, [](Strike &strike) {
                strike.bench.server().must(u"systemctl restart ssh"_s);
                strike.client.kill();
            }};
    all += {u"sshd broken"_s,
            End::Old,
            [](Strike &strike) {
                strike.bench.server().must(u"systemctl stop ssh; pkill -KILL -x sshd; true"_s);
                waitForTheWindow();
            },
            {},
            [](FaultBench &bench) { bench.server().must(u"systemctl start ssh"_s); }};
    all += {u"sessions ended"_s, End::Old, [](Strike &strike) { // as logind does with KillUserProcesses=yes, at once
                strike.bench.server().must(u"systemctl kill --signal=KILL 'session-*.scope'"_s);
                strike.client.waitForEnd();
            }};
    all +=
        {u"disk full"_s, End::Old,
         [](Strike &strike) {
             strike.bench.server().must(fillScript);
             goOnToTheEnd(strike, {});
         },
         [](FaultBench &bench) { bench.server().must(smallDisks); },
         [](FaultBench &bench) { bench.server().must(u"rm -f /etc/nginx/.filler* /var/lib/gatewright/.filler*"_s); }};
    all += {u"edited by somebody else"_s, End::OldButForeign, [](Strike &strike) {
                strike.bench.server().must(u"echo '# by somebody else' >>/etc/nginx/nginx.conf; "
                                           "d=/etc/ssh/sshd_config.d/00-gatewright.conf; "
                                           "[ ! -e $d ] || echo '# by somebody else' >>$d"_s);
                goOnToTheEnd(strike, "undo");
            }};
    all += {u"check fails"_s,
            End::Old,
            [](Strike &strike) { goOnToTheEnd(strike, {}); },
            {},
            {},
            [](Plan &plan, int step) {
                cutAfter(plan, step, Step{u"fails"_s, Check{Check::Kind::Command, "false"}, {}, {}});
            }};
    all += {u"proof fails"_s,
            End::Old,
            [](Strike &strike) { strike.client.waitForEnd(); },
            {},
            {},
            [](Plan &plan, int step) {
                cutAfter(plan, step, {});
                plan.proofs = {LoginProof{}, PortProof{22, PortProof::Expect::Closed}};
            }};
    all += {u"timer late"_s, End::Old, [](Strike &strike) {
                strike.bench.freeze();
                strike.client.kill();
                waitForTheWindow();
                strike.bench.thaw();
            }};
    all += {u"two clients"_s, End::New, [](Strike &strike) {
                ApplyClient second(strike.bench.client(), strike.bench.server(), strike.bench.plan(), window);
                const QByteArray answer = second.waitFor({"refused", "at 0", "armed", "error"});
                if (!answer.contains("the fault matrix"))
                    qWarning("the second client was told: %s", second.said().constData());
                second.kill();
                goOnToTheEnd(strike, "keep");
            }};
    all += {u"sudo rights lost"_s,
            End::Old,
            [](Strike &strike) {
                strike.bench.server().must(u"mv /etc/sudoers.d/ops /root/sudoers.ops"_s);
                goOnToTheEnd(strike, "keep");
                waitForTheWindow();
            },
            {},
            [](FaultBench &bench) {
                bench.server().must(u"[ ! -e /root/sudoers.ops ] || mv /root/sudoers.ops /etc/sudoers.d/ops"_s);
            }};
    for (Fault &fault : all) {
        if (!fault.prepare)
            fault.prepare = [](FaultBench &) {};
        if (!fault.mend)
            fault.mend = [](FaultBench &) {};
    }
    return all;
}

/// Where it strikes.
struct Moment {
    QString name;
    QByteArray line; ///< of the client
    int step = -1;
};

QList<Moment> momentsOf(const Plan &plan)
{
    QList<Moment> all{
        {u"preparing"_s, "at preparing", -1}, {u"checking"_s, "at checking", -1}, {u"arming"_s, "at arming", -1}};
    for (int i = 0; 2 * i < plan.steps.size(); ++i)
        all += {plan.steps[2 * i].id, "at " + QByteArray::number(2 * i + 1), i};
    all += {u"asking"_s, "proven", int(plan.steps.size() / 2) - 1};
    return all;
}

struct Case {
    Fault fault;
    Moment moment;
};

/// Empty: it held.
QString judge(const FaultBench &bench, const Case &what, const QByteArray &before, const QByteArray &after)
{
    if (!bench.waitUntilSettled())
        return u"a change stayed open"_s;
    if (const QByteArray left = bench.leftovers(); !left.isEmpty())
        return u"left behind: "_s + QString::fromUtf8(left);
    if (!bench.sshWorks())
        return u"no login: "_s +
               QString::fromUtf8(bench.server().must(u"journalctl -u ssh -n 20 --no-pager"_s)).simplified();
    QByteArray now = bench.state();
    QByteArray wanted = what.fault.end == End::New && what.moment.line != "at preparing" ? after : before;
    if (what.fault.end == End::OldButForeign) {
        if (bench.server().exec(u"nginx -t"_s).exitCode != 0)
            return u"nginx -t fails"_s;
        // The text of somebody else stays where no way in hangs on it; everything else is as before.
        const auto withoutNginx = [](const QByteArray &state) {
            QByteArrayList lines = state.split('\n');
            lines.removeIf([](const QByteArray &line) { return line.contains("/etc/nginx/nginx.conf"); });
            return lines.join('\n');
        };
        now = withoutNginx(now);
        wanted = withoutNginx(wanted);
        if (!bench.server().must(u"cat /etc/nginx/nginx.conf"_s).contains("# by somebody else"))
            return u"the edit of somebody else is gone"_s;
    }
    if (now == wanted || (what.fault.end == End::New && (now == before || now == after)))
        return {};
    const QByteArrayList a = wanted.split('\n');
    const QByteArrayList b = now.split('\n');
    QStringList difference;
    for (const QByteArray &line : b) {
        if (!a.contains(line))
            difference += u"+ "_s + QString::fromUtf8(line);
    }
    for (const QByteArray &line : a) {
        if (!b.contains(line))
            difference += u"- "_s + QString::fromUtf8(line);
    }
    return u"another state: "_s + difference.join(u" | "_s).left(1500);
}

} // namespace

/// Every fault at every step (or, to save time, at some of them) of a plan that touches sshd, ufw and nginx, on real
/// servers: afterwards the server is as it was, or wholly as it was to be; nothing in between, nothing left behind, and
/// ssh works.
class FaultMatrixTest : public QObject {
    Q_OBJECT

    struct Ended {
        QString fault;
        QString moment;
        QString trouble; ///< empty: it held
    };

    /// What the state is once the plan was kept.
    static QByteArray keptState(FaultBench &bench)
    {
        ApplyClient client(bench.client(), bench.server(), bench.plan(), 60);
        if (!client.waitFor({"proven", "returned", "refused", "error", "disproved"}).startsWith("proven"))
            qFatal("the plan cannot be applied even without a fault: %s", client.said().constData());
        client.tell("keep");
        client.waitForEnd();
        const QByteArray state = bench.state();
        bench.reset();
        return state;
    }

    static Ended run(FaultBench &bench, const Case &what, const QByteArray &after)
    {
        what.fault.prepare(bench);
        const QByteArray before = bench.state();
        Plan plan = bench.plan();
        if (what.fault.change)
            what.fault.change(plan, what.moment.step);
        QByteArray said;
        {
            ApplyClient client(bench.client(), bench.server(), plan, window);
            client.waitFor({what.moment.line});
            Strike strike{bench, client, what.moment.step};
            what.fault.strike(strike);
            client.kill();
            said = client.said();
        }
        QString trouble;
        what.fault.mend(bench);
        bench.waitForSsh();
        trouble = judge(bench, what, before, after);
        if (!trouble.isEmpty())
            trouble += u" (client: %1)"_s.arg(QString::fromUtf8(said).simplified());
        bench.reset();
        return {what.fault.name, what.moment.name, trouble};
    }

private Q_SLOTS:
    void everyFault_atEveryStep_leavesOldOrNew()
    {
        // GW_FAULT_MATRIX=full strikes at every moment, else each fault at every fourth one, each beginning one later
        // than the fault before, so that every moment is struck; GW_FAULTS narrows to faults or moments that hold the
        // word; GW_FAULT_SERVERS is how many servers share the work.
        const bool isFull = qEnvironmentVariable("GW_FAULT_MATRIX") == u"full"_s;
        constexpr int every = 4;
        const QString only = qEnvironmentVariable("GW_FAULTS");
        const int servers = qMax(1, qEnvironmentVariableIntValue("GW_FAULT_SERVERS") > 0
                                        ? qEnvironmentVariableIntValue("GW_FAULT_SERVERS")
                                        : 6);
        std::vector<Case> cases;
        {
            FaultBench bench(u"matrix-0"_s); // skips where there is no lab
            const QList<Moment> moments = momentsOf(bench.plan());
            int first = 0;
            for (const Fault &fault : faults()) {
                first = (first + 1) % every;
                for (int i = 0; i < moments.size(); ++i) {
                    const Moment &moment = moments[i];
                    if (!isFull && i % every != first)
                        continue;
                    if (only.isEmpty() || fault.name.contains(only) || moment.name.contains(only))
                        cases.push_back({fault, moment});
                }
            }
        }
        std::mutex mutex;
        size_t next = 0;
        QList<Ended> ended;
        const auto work = [&](int number) {
            FaultBench bench(u"matrix-%1"_s.arg(number));
            const QByteArray after = keptState(bench);
            while (true) {
                size_t mine = 0;
                {
                    const std::lock_guard lock(mutex);
                    if (next == cases.size())
                        return;
                    mine = next++;
                }
                const Ended result = run(bench, cases[mine], after);
                const std::lock_guard lock(mutex);
                ended += result;
                std::printf("%s, %s: %s\n", qPrintable(result.fault), qPrintable(result.moment),
                            result.trouble.isEmpty() ? "held" : qPrintable(result.trouble));
                std::fflush(stdout);
            }
        };
        {
            std::vector<std::jthread> workers;
            for (int i = 0; i < qMin(servers, int(cases.size())); ++i)
                workers.emplace_back(work, i);
        }
        printMatrix(ended);
        const auto held =
            std::count_if(ended.cbegin(), ended.cend(), [](const Ended &e) { return e.trouble.isEmpty(); });
        std::printf("fault matrix: %d cases run, %d held\n", int(ended.size()), int(held));
        QCOMPARE(ended.size(), qsizetype(cases.size()));
        QCOMPARE(held, std::ptrdiff_t(ended.size()));
    }

    /// The chains of iptables may come back in another order; no rule may be lost.
    void undoUnderAnActiveUfw_keepsEveryOtherRule()
    {
        const FaultBench bench(u"ufw"_s);
        const QString rules = u"iptables-save | grep -v '^#' | sed 's/ \\[.*//' | sort"_s;
        bench.server().must(u"ufw allow 22/tcp && ufw --force enable"_s);
        const QByteArray before = bench.server().must(rules);
        Plan plan;
        plan.title = u"One rule more"_s;
        plan.steps = {Step{u"allow"_s,
                           RunCommand{"ufw allow 3333/tcp",
                                      "ufw delete allow 3333/tcp",
                                      {RemotePath(u"/etc/ufw/user.rules"), RemotePath(u"/etc/ufw/user6.rules")},
                                      true},
                           {},
                           {}}};
        ApplyClient client(bench.client(), bench.server(), plan, 60);
        QVERIFY2(client.waitFor({"proven", "returned", "refused", "error"}).startsWith("proven"),
                 client.said().constData());
        QVERIFY(bench.server().must(rules) != before);
        client.tell("undo");
        QVERIFY2(!client.waitFor({"undone"}).isEmpty(), client.said().constData());
        QCOMPARE(bench.server().must(rules), before);
        QVERIFY(bench.sshWorks());
    }

private:
    static void printMatrix(const QList<Ended> &ended)
    {
        QMap<QString, QList<const Ended *>> rows;
        for (const Ended &each : ended)
            rows[each.fault] += &each;
        for (auto row = rows.cbegin(); row != rows.cend(); ++row) {
            QStringList failed;
            for (const Ended *each : row.value()) {
                if (!each->trouble.isEmpty())
                    failed += each->moment;
            }
            std::printf("%-26s %2d of %2d held%s\n", qPrintable(row.key()), int(row->size() - failed.size()),
                        int(row->size()), failed.isEmpty() ? "" : qPrintable(u", not at: "_s + failed.join(u", "_s)));
        }
    }
};

GW_REGISTER_TEST(FaultMatrixTest)
#include "faultmatrixtest.moc"
