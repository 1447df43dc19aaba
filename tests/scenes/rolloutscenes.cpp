// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenes/sampledata.h"
#include "tests/scenes/samplerollout.h"
#include "tests/scenes/scenes.h"
#include "widgets/rollout/rolloutpage.h"

#include <QLineEdit>
#include <QListView>

namespace gw {
namespace {

using Make = std::function<RolloutState()>;

std::function<Stage()> rollout(const Make &make, int row = -1)
{
    return [make, row] {
        auto *page = new RolloutPage;
        Stage stage = stageOf(Page::Rollout, page, sample::summaries, [page, make] { page->setState(make()); });
        if (row >= 0) {
            auto *list = page->findChild<QListView *>(QStringLiteral("members"));
            list->setCurrentIndex(list->model()->index(row, 0));
        }
        return stage;
    };
}

RolloutState none()
{
    RolloutState state = sample::choosing();
    state.candidates.clear();
    state.chosen.clear();
    return state;
}

RolloutState stopping()
{
    RolloutState state = sample::rollingOut();
    state.stopping = RolloutState::Stopping::AfterWave;
    return state;
}

Stage filtered()
{
    Stage stage = rollout(sample::choosing)();
    stage.window->findChild<QLineEdit *>(QStringLiteral("candidateFilter"))->setText(QStringLiteral("edge"));
    return stage;
}

} // namespace

QList<Scene> rolloutScenes()
{
    const auto planned = [](sample::Plans plans) { return [plans] { return sample::planned(plans); }; };
    return {
        {QStringLiteral("rollout-choose"), rollout(sample::choosing)},
        {QStringLiteral("rollout-filter"), filtered},
        {QStringLiteral("rollout-none"), rollout(none)},
        {QStringLiteral("rollout-making"), rollout(planned(sample::Plans::Making), 8)},
        {QStringLiteral("rollout-plans"), rollout(planned(sample::Plans::Made), 3)},
        {QStringLiteral("rollout-warning"), rollout(planned(sample::Plans::Made), 5)},
        {QStringLiteral("rollout-refused"), rollout(planned(sample::Plans::Made), 11)},
        {QStringLiteral("rollout-running"), rollout(sample::rollingOut)},
        {QStringLiteral("rollout-stopping"), rollout(stopping)},
        {QStringLiteral("rollout-kept"), rollout(sample::rolledOut)},
        {QStringLiteral("rollout-failed"), rollout(sample::rolledOutHalf, 3)},
        {QStringLiteral("rollout-hostile"), rollout(sample::hostileRollout, 3)},
    };
}

} // namespace gw
