// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenes/scenes.h"

#include "tests/scenes/sampledata.h"
#include "widgets/addserver/addserverpage.h"
#include "widgets/addserver/serverform.h"
#include "widgets/fleet/fleetoverviewpage.h"
#include "widgets/fleet/fleetreviewpage.h"
#include "widgets/frame/commandpalette.h"
#include "widgets/frame/mainwindow.h"
#include "widgets/parts/button.h"
#include "widgets/server/reviewpage.h"
#include "widgets/server/serverpage.h"
#include "widgets/settings/settingspage.h"

#include <QCoreApplication>
#include <QLineEdit>

namespace gw {
namespace {

using Servers = std::function<QList<ServerSummary>()>;

void tellNothing() {}

QList<ServerSummary> noServers()
{
    return {};
}

// --- fleet

Stage fleetStage(const Servers &servers)
{
    auto *page = new FleetOverviewPage;
    return stageOf(Page::FleetOverview, page, servers, [page, servers] {
        for (const ServerSummary &server : servers())
            page->setServer(server);
    });
}

QList<ServerSummary> busyAndFailing()
{
    QList<ServerSummary> servers = sample::summaries();
    servers[0].busy = true;
    servers[2].connection = Failed{sample::unreachable(), true};
    servers[3] = summaryOf(servers[3].server, Connecting{2, {}}, nullptr, nullptr);
    servers[4] = summaryOf(servers[4].server, Failed{sample::hostKeyChanged(), false}, nullptr, nullptr);
    servers[5].connection = Asking{sample::hostKeyQuestion()};
    return servers;
}

/// The very first moment: this computer is being surveyed, nothing is known of it.
QList<ServerSummary> firstStart()
{
    ServerSummary here = summaryOf(sample::fleet().last().server, Connecting{}, nullptr, nullptr);
    here.busy = true;
    return {here};
}

QList<ServerSummary> sixty()
{
    QList<ServerSummary> servers;
    const QList<ServerSummary> few = sample::summaries();
    for (int i = 0; i < 60; ++i) {
        ServerSummary server = few[i % 5];
        server.server.id = HostId(QString::number(i));
        server.server.name = QStringLiteral("%1-%2").arg(server.server.name).arg(i);
        servers << server;
    }
    return servers;
}

/// Names, tags and groups as long as people make them.
QList<ServerSummary> longNames()
{
    QList<ServerSummary> servers = sample::summaries();
    for (ServerSummary &server : servers) {
        server.server.name =
            QStringLiteral("inference-node-with-eight-gpus-%1.cluster-a.research.example.com").arg(server.server.name);
        server.server.group = QStringLiteral("Department of very long names, second floor, room 217");
        for (Finding &finding : server.worst)
            finding.title = QStringList(4, finding.title).join(QStringLiteral(" – "));
    }
    return servers;
}

Stage reviewStage(const QString &filter)
{
    auto *page = new FleetReviewPage;
    page->findChild<QLineEdit *>(QStringLiteral("findingFilter"))->setText(filter);
    return stageOf(Page::FleetReview, page, sample::summaries, [page] {
        for (const sample::Machine &machine : sample::fleet())
            page->setReview(machine.server, *machine.review);
    });
}

Stage fleetReviewEmpty()
{
    return stageOf(Page::FleetReview, new FleetReviewPage, noServers, tellNothing);
}

// --- one server

using Fill = std::function<void(ServerPage *page, const sample::Machine &machine)>;

/// The machine of the tutorials; `fill` says what is known of it.
Stage serverStage(const Fill &fill)
{
    auto *page = new ServerPage;
    return stageOf(
        Page::Server, page, sample::summaries,
        [page, fill] {
            const sample::Machine machine = sample::tutorial();
            page->setServer(machine.server);
            page->setConnection(machine.connection);
            fill(page, machine);
        },
        sample::tutorial().server.id);
}

ServerPage *pageOf(const Stage &stage)
{
    return static_cast<ServerPage *>(stage.window->page(Page::Server));
}

void surveyed(ServerPage *page, const sample::Machine &machine)
{
    page->setSurvey(machine.facts, machine.review);
}

Stage serverOverview()
{
    return serverStage([](ServerPage *page, const sample::Machine &machine) {
        surveyed(page, machine);
        page->setChanges(QDateTime::currentDateTimeUtc().addDays(-1), sample::changes());
    });
}

Stage serverReview()
{
    Stage stage = serverStage(surveyed);
    pageOf(stage)->showFinding(FindingKey(sample::findingOf(sample::tutorial(), "sshd.root-login")));
    return stage;
}

Stage serverReviewOfTheServer()
{
    Stage stage = serverStage(surveyed);
    pageOf(stage)->showFinding(FindingKey(sample::tutorial().review->findings[0]));
    pageOf(stage)->findChild<Button *>(QStringLiteral("acceptRisk"))->click();
    return stage;
}

Stage serverReviewHostile()
{
    Stage stage = serverStage([](ServerPage *page, const sample::Machine &machine) {
        Review review;
        review.findings = {sample::hostileFinding()};
        page->setSurvey(machine.facts, std::make_shared<const Review>(review));
    });
    pageOf(stage)->setTab(ServerPage::Tab::Review);
    return stage;
}

Stage serverReviewLong()
{
    Stage stage = serverStage([](ServerPage *page, const sample::Machine &machine) {
        Review review = *machine.review;
        for (Finding &finding : review.findings)
            finding.title = QStringList(4, finding.title).join(QStringLiteral(" – "));
        page->setSurvey(machine.facts, std::make_shared<const Review>(review));
    });
    pageOf(stage)->setTab(ServerPage::Tab::Review);
    return stage;
}

Stage serverNeedsRoot()
{
    return serverStage([](ServerPage *page, const sample::Machine &) {
        surveyed(page, sample::tutorialWithoutRoot());
        page->setUnsaved(true);
    });
}

Stage serverReviewNeedsRoot()
{
    Stage stage =
        serverStage([](ServerPage *page, const sample::Machine &) { surveyed(page, sample::tutorialWithoutRoot()); });
    pageOf(stage)->setTab(ServerPage::Tab::Review);
    return stage;
}

Stage serverBusy()
{
    return serverStage([](ServerPage *page, const sample::Machine &machine) {
        surveyed(page, machine);
        page->setProgress(SurveyProgress{23, 41, "sshd.effective"});
    });
}

Stage serverFailing()
{
    return serverStage([](ServerPage *page, const sample::Machine &machine) {
        page->setConnection(Failed{sample::unreachable(), true});
        surveyed(page, machine);
    });
}

/// Never surveyed; the connection is as given.
std::function<Stage()> without(const std::function<ConnectionState()> &connection)
{
    return [connection] {
        return serverStage(
            [connection](ServerPage *page, const sample::Machine &) { page->setConnection(connection()); });
    };
}

// --- adding, settings, palette

using FillAdding = std::function<void(AddServerPage *page)>;

Stage addStage(AddServerPage *page, const FillAdding &fill)
{
    return stageOf(Page::AddServer, page, sample::summaries, [page, fill] {
        page->setAliases({QStringLiteral("edge-1"), QStringLiteral("edge-2"), QStringLiteral("jump")});
        page->setGroups({QStringLiteral("gpu-lab"), QStringLiteral("web")});
        fill(page);
    });
}

/// "Connect" was pressed.
std::function<Stage()> adding(const FillAdding &fill)
{
    return [fill] {
        auto *page = new AddServerPage;
        page->startAdding(QStringLiteral("dev@203.0.113.7"));
        page->findChild<Button *>(QStringLiteral("connect"))->click();
        return addStage(page, fill);
    };
}

Stage addEmpty()
{
    return addStage(new AddServerPage, [](AddServerPage *) {});
}

Stage addMore()
{
    auto *page = new AddServerPage;
    page->findChild<Button *>(QStringLiteral("more"))->click();
    return addStage(page, [](AddServerPage *) {});
}

Stage editing()
{
    auto *page = new AddServerPage;
    Server server = sample::tutorial().server;
    server.target += QStringLiteral(":2222");
    server.tags = {QStringLiteral("gpu"), QStringLiteral("vllm")};
    page->startEditing(server);
    return addStage(page, [](AddServerPage *) {});
}

Stage settings()
{
    auto *page = new SettingsPage;
    page->setDataFolder(QStringLiteral("/home/lin/.local/share/gatewright"));
    page->setVersion(QStringLiteral("0.1.0"));
    return stageOf(Page::Settings, page, sample::summaries, tellNothing);
}

Stage palette()
{
    Stage stage = fleetStage(sample::summaries);
    const auto tell = [window = stage.window.get(), tellPages = stage.tell] {
        tellPages();
        for (const sample::Machine &machine : sample::fleet())
            window->commandPalette()->setFindings(machine.server.id, machine.review->findings);
    };
    tell();
    stage.tell = tell;
    stage.window->commandPalette()->open();
    stage.window->findChild<QLineEdit *>(QStringLiteral("paletteInput"))->setText(QStringLiteral("gpu"));
    return stage;
}

Stage notices()
{
    Stage stage = fleetStage(sample::summaries);
    const auto tell = [window = stage.window.get(), tellPages = stage.tell] {
        tellPages();
        window->showNotice(
            QStringLiteral("remove"), Tone::Warning,
            QCoreApplication::translate("gw::Window", "Remove %1 with its kept surveys and accepted risks?")
                .arg(QStringLiteral("edge-1")),
            {{QStringLiteral("remove"), QCoreApplication::translate("gw::Window", "Remove")}});
        window->showNotice(
            QStringLiteral("keychain"), Tone::Info,
            QCoreApplication::translate(
                "gw::Window", "No keychain is available: passwords are kept in memory until Gatewright is closed."));
    };
    tell();
    stage.tell = tell;
    return stage;
}

} // namespace

Stage stageOf(Page kind, QWidget *page, const std::function<QList<ServerSummary>()> &servers,
              const std::function<void()> &tellPage, const HostId &server)
{
    Stage stage;
    stage.window = std::make_unique<MainWindow>();
    stage.window->addPage(kind, page);
    stage.tell = [window = stage.window.get(), servers, tellPage] {
        for (const ServerSummary &summary : servers())
            window->setServer(summary);
        tellPage();
    };
    stage.tell();
    stage.window->showPage(kind, server);
    return stage;
}

QList<Scene> scenes()
{
    const auto fleet = [](const Servers &servers) { return [servers] { return fleetStage(servers); }; };
    const auto asking = [](const Question &question) { return without([question] { return Asking{question}; }); };
    const auto addBusy = adding([](AddServerPage *page) {
        page->setConnection(sample::tutorial().connection);
        page->setProgress(SurveyProgress{23, 41, "sshd.effective"});
    });
    const auto addDone = adding([](AddServerPage *page) {
        page->setConnection(sample::tutorial().connection);
        page->setReviewed(int(sample::tutorial().review->findings.size()));
    });
    const QList<Scene> pages{
        {QStringLiteral("fleet-full"), fleet(sample::summaries)},
        {QStringLiteral("fleet-empty"), fleet(noServers)},
        {QStringLiteral("fleet-first"), fleet(firstStart)},
        {QStringLiteral("fleet-failing"), fleet(busyAndFailing)},
        {QStringLiteral("fleet-large"), fleet(sixty)},
        {QStringLiteral("fleet-long"), fleet(longNames)},
        {QStringLiteral("fleetreview-full"), [] { return reviewStage(QString()); }},
        {QStringLiteral("fleetreview-nothing"), [] { return reviewStage(QStringLiteral("zzz")); }},
        {QStringLiteral("fleetreview-empty"), fleetReviewEmpty},
        {QStringLiteral("server-overview"), serverOverview},
        {QStringLiteral("server-review"), serverReview},
        {QStringLiteral("server-review-accept"), serverReviewOfTheServer},
        {QStringLiteral("server-review-hostile"), serverReviewHostile},
        {QStringLiteral("server-review-long"), serverReviewLong},
        {QStringLiteral("server-review-root"), serverReviewNeedsRoot},
        {QStringLiteral("server-needs-root"), serverNeedsRoot},
        {QStringLiteral("server-busy"), serverBusy},
        {QStringLiteral("server-connecting"), without([] {
             return Connecting{1, {}};
         })},
        {QStringLiteral("server-empty"), without([] { return Offline{}; })},
        {QStringLiteral("server-failing"), serverFailing},
        {QStringLiteral("server-hostkey-changed"), without([] {
             return Failed{sample::hostKeyChanged(), true};
         })},
        {QStringLiteral("question-hostkey"), asking(sample::hostKeyQuestion())},
        {QStringLiteral("question-password"), asking(sample::passwordQuestion())},
        {QStringLiteral("question-root"), asking(sample::rootQuestion())},
        {QStringLiteral("question-interactive"), asking(sample::interactiveQuestion())},
        {QStringLiteral("add-empty"), addEmpty},
        {QStringLiteral("add-more"), addMore},
        {QStringLiteral("add-question"),
         adding([](AddServerPage *page) { page->setConnection(Asking{sample::hostKeyQuestion()}); })},
        {QStringLiteral("add-busy"), addBusy},
        {QStringLiteral("add-done"), addDone},
        {QStringLiteral("add-failing"), adding([](AddServerPage *page) {
             page->setConnection(Failed{sample::unreachable(), false});
         })},
        {QStringLiteral("edit"), editing},
        {QStringLiteral("settings"), settings},
        {QStringLiteral("palette"), palette},
        {QStringLiteral("notices"), notices},
    };
    return pages + webScenes() + publishScenes() + sshScenes() + historyScenes() + planScenes() + rolloutScenes();
}

} // namespace gw
