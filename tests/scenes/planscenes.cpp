// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenes/sampledata.h"
#include "tests/scenes/sampleplan.h"
#include "tests/scenes/scenes.h"
#include "widgets/parts/segmentedcontrol.h"
#include "widgets/plan/planstepsmodel.h"
#include "widgets/server/serverpage.h"

#include <QListView>

namespace gw {
namespace {

using Phase = ApplyState::Phase;
using Fill = std::function<void(ServerPage *page, const sample::Machine &machine)>;

/// The machine of the tutorials, surveyed, at its review.
Stage serverStage(const Fill &fill)
{
    auto *page = new ServerPage;
    Stage stage = stageOf(
        Page::Server, page, sample::summaries,
        [page, fill] {
            const sample::Machine machine = sample::tutorial();
            const bool first = page->server().id != machine.server.id;
            page->setServer(machine.server);
            page->setConnection(machine.connection);
            page->setSurvey(machine.facts, machine.review);
            if (first)
                page->setTab(ServerPage::Tab::Review);
            fill(page, machine);
        },
        sample::tutorial().server.id);
    return stage;
}

std::function<Stage()> changing(const std::function<ApplyState()> &state)
{
    return [state] {
        return serverStage([state](ServerPage *page, const sample::Machine &) { page->setApplyState(state()); });
    };
}

std::function<Stage()> in(Phase phase)
{
    return changing([phase] { return sample::change(phase); });
}

std::function<Stage()> after(Outcome outcome)
{
    return changing([outcome] { return sample::ended(outcome); });
}

template <typename Part>
Part *part(const Stage &stage, const char *name)
{
    return stage.window->findChild<Part *>(QLatin1String(name));
}

void lookAtStep(const Stage &stage, int row)
{
    auto *list = part<QListView>(stage, "planSteps");
    list->setCurrentIndex(list->model()->index(row, 0));
}

Stage file()
{
    Stage stage = in(Phase::Preview)();
    lookAtStep(stage, 1);
    return stage;
}

Stage sideBySide()
{
    Stage stage = file();
    auto *layout = part<QWidget>(stage, "planPage")->findChild<SegmentedControl *>(QStringLiteral("comparisonLayout"));
    layout->setCurrent(1);
    Q_EMIT layout->currentChanged(1);
    return stage;
}

Stage command()
{
    Stage stage = in(Phase::Preview)();
    lookAtStep(stage, 4);
    return stage;
}

Stage leftOut()
{
    Stage stage = in(Phase::Preview)();
    auto *list = part<QListView>(stage, "planSteps");
    list->model()->setData(list->model()->index(4, 0), Qt::Unchecked, Qt::CheckStateRole);
    list->model()->setData(list->model()->index(6, 0), Qt::Unchecked, Qt::CheckStateRole);
    lookAtStep(stage, 1);
    return stage;
}

Stage hostile()
{
    return changing([] {
        ApplyState state;
        state.plan = sample::hostilePlan();
        return state;
    })();
}

/// Findings as a review has them once remedies are known: what sshd says wrong can be mended.
std::shared_ptr<const Review> mendable(const sample::Machine &machine)
{
    Review review = *machine.review;
    for (Finding &finding : review.findings)
        finding.fixable = finding.rule.topic() == QLatin1String("sshd");
    return std::make_shared<const Review>(review);
}

FindingKey rootLogin(const sample::Machine &machine)
{
    return FindingKey(sample::findingOf(machine, "sshd.root-login"));
}

std::function<Stage()> gathering(const std::function<PlanDraft(const sample::Machine &)> &draft)
{
    return [draft] {
        Stage stage = serverStage([draft](ServerPage *page, const sample::Machine &machine) {
            page->setSurvey(machine.facts, mendable(machine));
            page->setFixes({{rootLogin(machine).text(), {QStringLiteral("PermitRootLogin prohibit-password")}}});
            page->setPlanDraft(draft(machine));
        });
        static_cast<ServerPage *>(stage.window->page(Page::Server))->showFinding(rootLogin(sample::tutorial()));
        return stage;
    };
}

PlanDraft gathered(const sample::Machine &machine)
{
    PlanDraft draft;
    draft.findings = {rootLogin(machine)};
    draft.plan = sample::plan();
    return draft;
}

/// Everything is under way, and the person looks elsewhere.
Stage elsewhere()
{
    Stage stage = in(Phase::AskingToKeep)();
    static_cast<ServerPage *>(stage.window->page(Page::Server))->setTab(ServerPage::Tab::Overview);
    return stage;
}

std::function<Stage()> found(FoundChange::Owner owner)
{
    return [owner] {
        return serverStage([owner](ServerPage *page, const sample::Machine &) {
            FoundChange change;
            change.owner = owner;
            change.title = UntrustedText(QStringLiteral("Close port 3001"));
            change.holder = UntrustedText(QStringLiteral("ada on laptop"));
            change.since = QDateTime::currentDateTimeUtc().addSecs(-48);
            change.returnsAt = QDateTime::currentDateTimeUtc().addMSecs(42'900);
            page->setFoundChange(change);
        });
    };
}

ApplyState held()
{
    ApplyState state = sample::ended(Outcome::Refused);
    state.heldBy = QStringLiteral("ada on laptop");
    state.heldSince = QDateTime::currentDateTimeUtc().addSecs(-48);
    return state;
}

ApplyState weakGuard()
{
    ApplyState state = sample::change(Phase::AskingToKeep);
    state.notCovered = {QStringLiteral("a reboot: there is neither systemd nor cron")};
    state.trouble = QStringLiteral("The server is not reached just now: connection timed out. Trying again.");
    return state;
}

} // namespace

QList<Scene> planScenes()
{
    return {
        {QStringLiteral("review-plan-none"), gathering([](const sample::Machine &) { return PlanDraft{}; })},
        {QStringLiteral("review-plan-making"), gathering([](const sample::Machine &machine) {
             return PlanDraft{{rootLogin(machine)}, PlanDraft::BeingMade{}};
         })},
        {QStringLiteral("review-plan-failing"), gathering([](const sample::Machine &machine) {
             return PlanDraft{{rootLogin(machine)}, sample::unreachable()};
         })},
        {QStringLiteral("review-plan-ready"), gathering(gathered)},
        {QStringLiteral("plan-preview"), in(Phase::Preview)},
        {QStringLiteral("plan-file"), file},
        {QStringLiteral("plan-file-beside"), sideBySide},
        {QStringLiteral("plan-command"), command},
        {QStringLiteral("plan-leftout"), leftOut},
        {QStringLiteral("plan-hostile"), hostile},
        {QStringLiteral("plan-conflict"), changing(sample::conflict)},
        {QStringLiteral("apply-aside"), in(Phase::CheckingAside)},
        {QStringLiteral("apply-running"), in(Phase::Running)},
        {QStringLiteral("apply-proving"), in(Phase::Proving)},
        {QStringLiteral("apply-asking"), in(Phase::AskingToKeep)},
        {QStringLiteral("apply-asking-weak"), changing(weakGuard)},
        {QStringLiteral("apply-elsewhere"), elsewhere},
        {QStringLiteral("apply-undoing"), in(Phase::Undoing)},
        {QStringLiteral("apply-kept"), after(Outcome::Kept)},
        {QStringLiteral("apply-undone"), after(Outcome::Undone)},
        {QStringLiteral("apply-cameback"), after(Outcome::CameBack)},
        {QStringLiteral("apply-failed"), after(Outcome::Failed)},
        {QStringLiteral("apply-broken"), after(Outcome::Broken)},
        {QStringLiteral("apply-held"), changing(held)},
        {QStringLiteral("found-ours"), found(FoundChange::Owner::Us)},
        {QStringLiteral("found-other"), found(FoundChange::Owner::SomebodyElse)},
    };
}

} // namespace gw
