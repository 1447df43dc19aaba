// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/plan/randomplan.h"
#include "tests/support/testmain.h"

using namespace gw;
using namespace Qt::StringLiterals;

namespace {

Plan chain()
{
    Plan plan;
    for (const auto &[id, needs] : QList<QPair<QString, QStringList>>{
             {u"reload"_s, {u"check"_s}}, {u"write"_s, {}}, {u"check"_s, {u"write"_s}}, {u"other"_s, {}}})
        plan.steps.append({id, RunCommand{id.toUtf8(), {}}, {}, needs});
    return plan;
}

} // namespace

class PlanEditTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void dependents_areFoundThroughOthers_inAnyOrder()
    {
        const QStringList all{u"write"_s, u"check"_s, u"reload"_s};
        QCOMPARE(dependentsOf(chain(), u"write"_s), all);
        QCOMPARE(dependentsOf(chain(), u"other"_s), QStringList{u"other"_s});
    }

    void stepThatAnotherNeeds_isNotLeftOutAlone()
    {
        const auto refused = without(chain(), {u"check"_s});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Invalid);
        QVERIFY(refused.error().cause.contains(u"reload"));
    }

    void stepsCanBeLeftOutWithTheirDependents_always()
    {
        for (quint32 seed = 0; seed < 300; ++seed) {
            const Plan plan = test::RandomPlan(seed).plan();
            for (const Step &step : plan.steps) {
                const QStringList going = dependentsOf(plan, step.id);
                const auto rest = without(plan, going);
                QVERIFY(rest);
                QCOMPARE(rest->steps.size(), plan.steps.size() - going.size());
                QCOMPARE(rest->proofs, plan.proofs);
                QCOMPARE(without(*rest, going).value(), *rest);
            }
            QCOMPARE(without(plan, {}).value(), plan);
        }
    }

    void secrets_areLeftOut_andNothingElse()
    {
        const FileState before{FileState::Kind::Regular, "old", {}, {}};
        const RemotePath path(u"/etc/key");
        Plan plan;
        plan.steps = {{u"a"_s, WriteFile{path, before, "new", {}, Secrecy::Secret}, {}, {}},
                      {u"b"_s, RemoveFile{path, before, Secrecy::Secret}, {}, {}},
                      {u"c"_s, WriteFile{path, before, "new", {}, {}}, {}, {}}};
        const Plan rest = withoutSecrets(plan);
        QVERIFY(std::get<WriteFile>(rest.steps[0].change).before.content.isEmpty());
        QVERIFY(std::get<WriteFile>(rest.steps[0].change).after.isEmpty());
        QVERIFY(std::get<RemoveFile>(rest.steps[1].change).before.content.isEmpty());
        QCOMPARE(rest.steps[2], plan.steps[2]);
    }
};

GW_REGISTER_TEST(PlanEditTest)
#include "planedittest.moc"
