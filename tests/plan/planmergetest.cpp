// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/plan.h"
#include "tests/plan/randomtext.h"
#include "tests/support/testmain.h"

using namespace gw;
using namespace Qt::StringLiterals;
using Verb = ServiceAction::Verb;

namespace {

const QByteArray original = "Port 22\nPermitRootLogin yes\nX11Forwarding yes\nUseDNS no\nMaxAuthTries 6\n";
const RemotePath sshdConfig(u"/etc/ssh/sshd_config");

FileState regular(const QByteArray &content)
{
    return {FileState::Kind::Regular, content, {}, {}};
}

Step step(const QString &id, const Change &change, const QStringList &needs = {})
{
    return {id, change, u"why "_s + id, needs};
}

Step write(const QByteArray &after, const RemotePath &path = sshdConfig, const QByteArray &before = original)
{
    return step(u"write "_s + path.shown(), WriteFile{path, regular(before), after, {}, {}});
}

Step act(Verb verb, const QString &unit = u"ssh.service"_s)
{
    return step(u"%1 %2"_s.arg(int(verb)).arg(unit),
                ServiceAction{verb == Verb::DaemonReload ? ServiceUnit() : ServiceUnit(unit), verb});
}

Step check(Check::Kind kind = Check::Kind::Sshd)
{
    return step(u"check %1"_s.arg(int(kind)), Check{kind, {}});
}

Plan plan(const QString &title, const QList<Step> &steps, const QList<Proof> &proofs = {})
{
    return {HostId(u"local"_s), title, steps, proofs, {}, std::chrono::seconds(90)};
}

QByteArray changed(const QByteArray &from, const QByteArray &to)
{
    return QByteArray(original).replace(from, to);
}

QStringList ids(const Plan &plan)
{
    QStringList all;
    for (const Step &step : plan.steps)
        all.append(step.id);
    return all;
}

Plan sorted(Plan plan)
{
    std::sort(plan.steps.begin(), plan.steps.end(), [](const Step &a, const Step &b) { return a.id < b.id; });
    return plan;
}

QString refusal(const QList<Plan> &plans)
{
    const auto all = merged(plans);
    return all ? u"accepted"_s : all.error().cause;
}

/// Whether a step of a merged plan does what this one does; a restart reloads too.
bool isThatOf(const Step &merged, const Step &step)
{
    const auto *all = std::get_if<ServiceAction>(&merged.change);
    const auto *one = std::get_if<ServiceAction>(&step.change);
    if (all != nullptr && one != nullptr && all->verb == Verb::Restart && one->verb == Verb::Reload)
        return all->unit == one->unit;
    return merged.change == step.change;
}

/// Files of its own, its own checks and services, shared reloads; as the plans of intents look.
enum class Services { Shared, ItsOwnToo };
Plan randomPlan(test::RandomText &random, const QString &name, Services services = Services::Shared)
{
    QList<Step> steps;
    for (int i = 0; i <= random.below(3); ++i)
        steps.append(write("new\n", RemotePath(u"/etc/%1/%2"_s.arg(name).arg(i)), "old\n"));
    if (random.below(2) == 0)
        steps.append(step(u"run "_s + name, RunCommand{"run " + name.toUtf8(), {}}));
    if (random.below(3) == 0)
        steps.append(check(Check::Kind::Nginx));
    if (random.below(2) == 0)
        steps.append(act(Verb::DaemonReload));
    if (random.below(2) == 0)
        steps.append(act(random.below(2) == 0 ? Verb::Reload : Verb::Restart, u"nginx.service"_s));
    if (services == Services::ItsOwnToo) {
        steps.append(act(Verb::Restart, name));
        steps.append(step(u"wait "_s + name, WaitFor{"curl " + name.toUtf8()}));
    }
    return plan(name, steps, {PortProof{80}, UnitProof{ServiceUnit(name)}});
}

} // namespace

class PlanMergeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onePlan_staysAsItIs()
    {
        const Plan one = plan(u"a"_s, {write("x\n"), act(Verb::Reload), check()});
        QCOMPARE(merged({one}).value(), one);
    }

    void twoPlansForOneFileAndService_areOneWriteOneCheckOneReload()
    {
        const Plan root =
            plan(u"Keys only"_s, {write(changed("RootLogin yes", "RootLogin no")), check(), act(Verb::Reload)},
                 {LoginProof()});
        Plan tries = plan(u"Few attempts"_s, {write(changed("Tries 6", "Tries 3")), check(), act(Verb::Reload)},
                          {LoginProof(), PortProof{22}});
        tries.window = std::chrono::seconds(200);
        tries.warnings = {u"Mind the gap"_s};
        const auto all = merged({root, tries});
        QVERIFY(all);
        QCOMPARE(ids(*all), ids(root));
        const auto &file = std::get<WriteFile>(all->steps.first().change);
        QCOMPARE(file.before, regular(original));
        QCOMPARE(file.after, changed("RootLogin yes", "RootLogin no").replace("Tries 6", "Tries 3"));
        QCOMPARE(all->title, u"Keys only, Few attempts"_s);
        QCOMPARE(all->window, std::chrono::seconds(200));
        QCOMPARE(all->warnings, QStringList{u"Mind the gap"_s});
        QCOMPARE(all->proofs, tries.proofs);
    }

    void changesOfTheSameLine_areNamedWithFileAndLine()
    {
        QCOMPARE(refusal({plan(u"a"_s, {write(changed("RootLogin yes", "RootLogin no"))}),
                          plan(u"b"_s, {write(changed("RootLogin yes", "RootLogin without-password"))})}),
                 u"/etc/ssh/sshd_config line 2: each plan changes it in another way"_s);
    }

    void allConflicts_areNamed()
    {
        const RemotePath other(u"/etc/other");
        const QString all =
            refusal({plan(u"a"_s, {write("a\n"), write("a\n", other)}, {PortProof{80}}),
                     plan(u"b"_s, {write("b\n"), write("b\n", other)}, {PortProof{80, PortProof::Expect::Closed}})});
        for (const QString &part : {u"/etc/ssh/sshd_config"_s, u"/etc/other"_s, u"port 80"_s})
            QVERIFY2(all.contains(part), qPrintable(all));
    }

    void fileThatChangedBetweenThePlans_isRefused()
    {
        const QString why =
            refusal({plan(u"a"_s, {write("x\n")}), plan(u"b"_s, {write("x\n", sshdConfig, "other\n")})});
        QVERIFY2(why.startsWith(u"/etc/ssh/sshd_config changed on the server"), qPrintable(why));
    }

    void whatExcludesEachOther_isRefused_data()
    {
        QTest::addColumn<Change>("mine");
        QTest::addColumn<Change>("theirs");
        const Change writing = write("x\n").change;
        const Change removing = RemoveFile{sshdConfig, regular(original), {}};
        const FileAttributes open{0666, "root", "root"};
        const FileAttributes closed{0600, "root", "root"};
        QTest::newRow("write, remove") << writing << removing;
        QTest::newRow("links") << Change(LinkFile{sshdConfig, {}, "a"}) << Change(LinkFile{sshdConfig, {}, "b"});
        QTest::newRow("modes") << Change(SetAttributes{sshdConfig, {}, open})
                               << Change(SetAttributes{sshdConfig, {}, closed});
        QTest::newRow("remove, mode") << removing << Change(SetAttributes{sshdConfig, {}, closed});
        QTest::newRow("both make it") << Change(WriteFile{sshdConfig, {}, "a", {}, {}})
                                      << Change(WriteFile{sshdConfig, {}, "b", {}, {}});
        QTest::newRow("start, stop") << act(Verb::Start).change << act(Verb::Stop).change;
        QTest::newRow("enable, disable") << act(Verb::Enable).change << act(Verb::Disable).change;
    }
    void whatExcludesEachOther_isRefused()
    {
        QFETCH(Change, mine);
        QFETCH(Change, theirs);
        const Plan one = plan(u"a"_s, {step(u"mine"_s, mine)});
        const Plan other = plan(u"b"_s, {step(u"theirs"_s, theirs)});
        QVERIFY(!merged({one, other}));
        QVERIFY(!merged({other, one}));
    }

    void modeAndContent_becomeOneWrite()
    {
        const Step mode = step(u"mode"_s, SetAttributes{sshdConfig, {}, {0600, "root", "root"}});
        const Step owner = step(u"owner"_s, SetAttributes{sshdConfig, {}, {0644, "ada", "root"}});
        for (const QList<Step> &order : {QList{mode, write("x\n"), owner}, QList{write("x\n"), owner, mode}}) {
            const auto all = merged({plan(u"a"_s, {order[0]}), plan(u"b"_s, {order[1]}), plan(u"c"_s, {order[2]})});
            QVERIFY(all);
            QCOMPARE(all->steps.size(), 1);
            QCOMPARE(all->steps.first().change,
                     Change(WriteFile{sshdConfig, regular(original), "x\n", FileAttributes{0600, "ada", "root"}, {}}));
        }
    }

    void secretOfOnePlan_staysSecret()
    {
        Step secret = write("x\n");
        std::get<WriteFile>(secret.change).secrecy = Secrecy::Secret;
        const auto all = merged({plan(u"a"_s, {write("x\n")}), plan(u"b"_s, {secret})});
        QCOMPARE(std::get<WriteFile>(all->steps.first().change).secrecy, Secrecy::Secret);
    }

    void restartBeatsReload_andUnitsAreReadBefore()
    {
        const auto all = merged(
            {plan(u"a"_s, {write("x\n"), act(Verb::Reload), act(Verb::Enable)}),
             plan(u"b"_s, {write("x\n", RemotePath(u"/etc/unit")), act(Verb::DaemonReload), act(Verb::Restart)})});
        QVERIFY(all);
        QList<Change> wanted{write("x\n").change, write("x\n", RemotePath(u"/etc/unit")).change,
                             act(Verb::DaemonReload).change, act(Verb::Restart).change, act(Verb::Enable).change};
        QList<Change> found;
        for (const Step &step : all->steps)
            found.append(step.change);
        QCOMPARE(found, wanted);
    }

    void commandsKeepTheirOrder_andIdenticalOnesRunOnce()
    {
        const auto run = [](const QByteArray &line, const QList<RemotePath> &touches = {}) {
            return step(QString::fromUtf8(line), RunCommand{line, "undo " + line, touches});
        };
        const auto all = merged({plan(u"a"_s, {run("useradd x"), run("ufw allow 22", {sshdConfig})}),
                                 plan(u"b"_s, {run("apt update"), run("ufw allow 22"), run("ufw allow 80")})});
        QVERIFY(all);
        const QStringList wanted{u"useradd x"_s, u"apt update"_s, u"ufw allow 22"_s, u"ufw allow 80"_s};
        QCOMPARE(ids(*all), wanted);
        QCOMPARE(std::get<RunCommand>(all->steps[2].change).touches, QList{sshdConfig});
    }

    void planThatActsTwiceOnPurpose_keepsBoth()
    {
        const Plan twice = plan(u"a"_s, {act(Verb::Stop), write("x\n"), check(), act(Verb::Start), check()});
        const auto all = merged({twice, plan(u"b"_s, {write("x\n"), check()})});
        QVERIFY(all);
        QCOMPARE(ids(*all).size(), 5);
        QCOMPARE(all->steps[3].change, act(Verb::Start).change);
    }

    void oppositeOrders_areRefused()
    {
        const Step one = step(u"one"_s, RunCommand{"one", {}});
        const Step two = step(u"two"_s, RunCommand{"two", {}});
        QCOMPARE(refusal({plan(u"a"_s, {one, two}), plan(u"b"_s, {two, one})}),
                 u"they do the same things in opposite orders"_s);
    }

    void plansForTwoServers_areRefused()
    {
        Plan other = plan(u"b"_s, {});
        other.host = HostId(u"other"_s);
        QVERIFY(!merged({plan(u"a"_s, {}), other}));
        QVERIFY(!merged({}));
    }

    void needs_followTheirSteps()
    {
        const Step other = step(u"first"_s, RunCommand{"other", {}});
        const Step needy = step(u"second"_s, RunCommand{"needy", {}}, {u"first"_s, u"reload"_s});
        const Step reload = step(u"reload"_s, ServiceAction{ServiceUnit(u"ssh.service"_s)});
        const auto all = merged({plan(u"a"_s, {step(u"first"_s, RunCommand{"one", {}}), act(Verb::Restart)}),
                                 plan(u"b"_s, {other, needy, reload})});
        QVERIFY(all);
        const QStringList wanted{u"first"_s, u"first (2)"_s, u"second"_s, act(Verb::Restart).id};
        QCOMPARE(ids(*all), wanted);
        const QStringList needs{u"first (2)"_s, act(Verb::Restart).id};
        QCOMPARE(all->steps[2].needs, needs);
        QCOMPARE(all->steps[3].reason, u"why 1 ssh.service; why reload"_s);
    }

    void merging_isAssociativeOnDisjointFiles_andIdempotent()
    {
        for (quint32 seed = 0; seed < 500; ++seed) {
            test::RandomText random(seed);
            const Plan a = randomPlan(random, u"a"_s);
            const Plan b = randomPlan(random, u"b"_s);
            const Plan c = randomPlan(random, u"c"_s);
            const Plan all = merged({a, b, c}).value();
            for (const Plan &nested :
                 {merged({merged({a, b}).value(), c}).value(), merged({a, merged({b, c}).value()}).value()})
                QCOMPARE(sorted(nested), sorted(all)); // the order of what is independent may differ
            QCOMPARE(merged({all, all}).value(), all);
            QCOMPARE(merged({all, b}).value().steps, all.steps);
        }
    }

    void everyPlansOrder_isKept()
    {
        for (quint32 seed = 0; seed < 200; ++seed) {
            test::RandomText random(seed);
            QList<Plan> plans;
            for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
                plans.append(randomPlan(random, name, Services::ItsOwnToo));
            const QList<Step> all = merged(plans).value().steps;
            for (const Plan &plan : plans) {
                auto here = all.begin();
                for (const Step &step : plan.steps) {
                    here = std::find_if(here, all.end(), [&](const Step &other) { return isThatOf(other, step); });
                    QVERIFY(here != all.end());
                }
            }
        }
    }
};

GW_REGISTER_TEST(PlanMergeTest)
#include "planmergetest.moc"
