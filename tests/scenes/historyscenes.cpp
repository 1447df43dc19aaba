// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenes/sampledata.h"
#include "tests/scenes/samplehistory.h"
#include "tests/scenes/scenes.h"
#include "widgets/history/historypage.h"
#include "widgets/parts/button.h"
#include "widgets/server/serverpage.h"

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

HistoryPage *pageOf(const Stage &stage)
{
    return stage.window->findChild<HistoryPage *>();
}

/// The tab of the machine of the tutorials.
Stage serverStage(const QList<ChangeRecord> &changes, const Fill &fill = {})
{
    auto *server = new ServerPage;
    HistoryPage *page = server->history();
    answer(page, changes);
    Stage stage = stageOf(
        Page::Server, server, sample::summaries,
        [server, page, changes, fill] {
            const sample::Machine machine = sample::tutorial();
            server->setServer(machine.server);
            server->setConnection(machine.connection);
            server->setSurvey(machine.facts, machine.review);
            tell(page, changes);
            if (fill)
                fill(page);
        },
        sample::tutorial().server.id);
    server->setTab(ServerPage::Tab::History);
    return stage;
}

Stage fleetStage(const QList<ChangeRecord> &changes)
{
    auto *page = new HistoryPage(HistoryModel::Scope::Fleet);
    answer(page, changes);
    return stageOf(Page::FleetHistory, page, sample::summaries, [page, changes] { tell(page, changes); });
}

Stage server(const Fill &fill = {})
{
    return serverStage(sample::history(), fill);
}

Stage fleet()
{
    return fleetStage(sample::fleetHistory());
}

Stage open()
{
    return serverStage(QList{sample::openChange()} + sample::history(), [](HistoryPage *page) {
        page->setCountdown(sample::openChange().transaction, QStringLiteral("0:42"));
    });
}

Stage undoing()
{
    Stage stage = server();
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
        {QStringLiteral("history-empty"), [] { return serverStage({}); }},
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
        {QStringLiteral("history-hostile"), [] { return serverStage({sample::hostileChange()}); }},
        {QStringLiteral("fleethistory-full"), [] { return fleet(); }},
        {QStringLiteral("fleethistory-empty"), [] { return fleetStage({}); }},
        {QStringLiteral("fleethistory-filter"), [] { return filtered(QStringLiteral("ada nginx")); }},
        {QStringLiteral("fleethistory-nothing"), [] { return filtered(QStringLiteral("zzz")); }},
        {QStringLiteral("fleethistory-long"), [] { return fleetStage(sample::longHistory(3000)); }},
    };
}

} // namespace gw
