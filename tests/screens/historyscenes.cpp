// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/screens/sampledata.h"
#include "tests/screens/samplehistory.h"
#include "tests/screens/scenes.h"
#include "widgets/history/historypage.h"
#include "widgets/parts/button.h"

#include <QLineEdit>

namespace gw {
namespace {

using Fill = std::function<void(HistoryPage *page)>;

/// The journal answers at once, as long as it knows the change.
void answer(HistoryPage *page, const QList<ChangeRecord> &whole)
{
    QObject::connect(page, &HistoryPage::detailRequested, page, [page, whole](qint64 number) {
        for (const ChangeRecord &change : whole) {
            if (change.number == number)
                page->setDetail(change);
        }
    });
}

void tell(HistoryPage *page, const QList<ChangeRecord> &whole)
{
    QList<ChangeRecord> listed;
    for (const ChangeRecord &change : whole)
        listed << sample::withoutContents(change);
    page->setJournal({118, {}, {}});
    page->setHistory(listed);
}

Stage historyStage(HistoryModel::Scope scope, const QList<ChangeRecord> &changes, const Fill &fill = {})
{
    auto *page = new HistoryPage(scope);
    answer(page, changes);
    return stageOf(Page::FleetHistory, page, sample::summaries, [page, changes, fill] {
        tell(page, changes);
        if (fill)
            fill(page);
    });
}

HistoryPage *pageOf(const Stage &stage)
{
    return static_cast<HistoryPage *>(stage.window->page(Page::FleetHistory));
}

Stage server(const Fill &fill = {})
{
    return historyStage(HistoryModel::Scope::Server, sample::history(), fill);
}

Stage fleet(const Fill &fill = {})
{
    return historyStage(HistoryModel::Scope::Fleet, sample::fleetHistory(), fill);
}

Stage open()
{
    return historyStage(
        HistoryModel::Scope::Server, QList{sample::openChange()} + sample::history(),
        [](HistoryPage *page) { page->setCountdown(sample::openChange().transaction, QStringLiteral("0:42")); });
}

Stage undoing()
{
    Stage stage = historyStage(HistoryModel::Scope::Server, sample::history());
    pageOf(stage)->findChild<Button *>(QStringLiteral("undoChange"))->click();
    return stage;
}

Stage comparing()
{
    Stage stage = server();
    pageOf(stage)->showChange(115);
    pageOf(stage)->findChild<Button *>(QStringLiteral("compareFile"))->click();
    return stage;
}

Stage filtered(const QString &text)
{
    Stage stage = fleet();
    pageOf(stage)->findChild<QLineEdit *>(QStringLiteral("historyFilter"))->setText(text);
    return stage;
}

} // namespace

QList<Scene> historyScenes()
{
    return {
        {QStringLiteral("history-full"),
         [] { return server([](HistoryPage *page) { page->setDrift(sample::drift()); }); }},
        {QStringLiteral("history-quiet"),
         [] { return server([](HistoryPage *page) {
                  page->setDrift({sample::drift().since, {}});
              }); }},
        {QStringLiteral("history-empty"), [] { return historyStage(HistoryModel::Scope::Server, {}); }},
        {QStringLiteral("history-broken"),
         [] {
             return server([](HistoryPage *page) {
                 page->setJournal({118, 57, QStringLiteral("its hash is not that of its content")});
             });
         }},
        {QStringLiteral("history-open"), open},
        {QStringLiteral("history-undo"), undoing},
        {QStringLiteral("history-compare"), comparing},
        {QStringLiteral("history-failed"),
         [] {
             Stage stage = server();
             pageOf(stage)->showChange(112);
             return stage;
         }},
        {QStringLiteral("history-hostile"),
         [] { return historyStage(HistoryModel::Scope::Server, {sample::hostileChange()}); }},
        {QStringLiteral("fleethistory-full"), [] { return fleet(); }},
        {QStringLiteral("fleethistory-empty"), [] { return historyStage(HistoryModel::Scope::Fleet, {}); }},
        {QStringLiteral("fleethistory-filter"), [] { return filtered(QStringLiteral("ada nginx")); }},
        {QStringLiteral("fleethistory-nothing"), [] { return filtered(QStringLiteral("zzz")); }},
        {QStringLiteral("fleethistory-long"),
         [] { return historyStage(HistoryModel::Scope::Fleet, sample::longHistory(3000)); }},
    };
}

} // namespace gw
