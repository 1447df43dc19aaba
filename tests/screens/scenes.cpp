// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/screens/scenes.h"

#include "tests/screens/sampledata.h"
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

#include <QLineEdit>

namespace gw {
namespace {

QList<ServerSummary> summaries()
{
    QList<ServerSummary> all;
    for (const sample::Machine &machine : sample::fleet())
        all << machine.summary();
    return all;
}

std::unique_ptr<MainWindow> windowWith(Page page, QWidget *widget, const QList<ServerSummary> &servers = summaries(),
                                       const HostId &server = {})
{
    auto window = std::make_unique<MainWindow>();
    window->setServers(servers);
    window->addPage(page, widget);
    window->showPage(page, server);
    return window;
}

// --- fleet

std::unique_ptr<QWidget> fleetFull()
{
    auto *page = new FleetOverviewPage;
    page->setServers(summaries());
    return windowWith(Page::FleetOverview, page);
}

std::unique_ptr<QWidget> fleetEmpty()
{
    return windowWith(Page::FleetOverview, new FleetOverviewPage, {});
}

std::unique_ptr<QWidget> fleetBusyAndFailing()
{
    QList<ServerSummary> servers = summaries();
    servers[0].busy = true;
    servers[2].connection = Failed{sample::unreachable(), true};
    servers[3] = summaryOf(servers[3].server, Connecting{2, {}}, nullptr, nullptr);
    servers[4] = summaryOf(servers[4].server, Failed{sample::hostKeyChanged(), false}, nullptr, nullptr);
    servers[5].connection = Asking{sample::hostKeyQuestion()};
    auto *page = new FleetOverviewPage;
    page->setServers(servers);
    return windowWith(Page::FleetOverview, page, servers);
}

std::unique_ptr<QWidget> fleetLarge()
{
    QList<ServerSummary> servers;
    const QList<ServerSummary> few = summaries();
    for (int i = 0; i < 60; ++i) {
        ServerSummary server = few[i % 5];
        server.server.id = HostId(QString::number(i));
        server.server.name = QStringLiteral("%1-%2").arg(server.server.name).arg(i);
        servers << server;
    }
    auto *page = new FleetOverviewPage;
    page->setServers(servers);
    return windowWith(Page::FleetOverview, page, servers);
}

std::unique_ptr<QWidget> fleetReview()
{
    auto *page = new FleetReviewPage;
    for (const sample::Machine &machine : sample::fleet())
        page->setReview(machine.server, *machine.review);
    return windowWith(Page::FleetReview, page);
}

std::unique_ptr<QWidget> fleetReviewFiltered()
{
    auto *page = new FleetReviewPage;
    for (const sample::Machine &machine : sample::fleet())
        page->setReview(machine.server, *machine.review);
    page->findChild<QLineEdit *>(QStringLiteral("findingFilter"))->setText(QStringLiteral("zzz"));
    return windowWith(Page::FleetReview, page);
}

std::unique_ptr<QWidget> fleetReviewEmpty()
{
    return windowWith(Page::FleetReview, new FleetReviewPage, {});
}

// --- one server

ServerPage *serverPage(const sample::Machine &machine)
{
    auto *page = new ServerPage;
    page->setServer(machine.server);
    page->setConnection(machine.connection);
    return page;
}

std::unique_ptr<QWidget> serverWindow(ServerPage *page)
{
    return windowWith(Page::Server, page, summaries(), page->server().id);
}

std::unique_ptr<QWidget> serverOverview()
{
    const sample::Machine machine = sample::tutorial();
    ServerPage *page = serverPage(machine);
    page->setSurvey(machine.facts, machine.review);
    page->setChanges(QDateTime::currentDateTimeUtc().addDays(-1), sample::changes());
    return serverWindow(page);
}

std::unique_ptr<QWidget> serverReview()
{
    const sample::Machine machine = sample::tutorial();
    ServerPage *page = serverPage(machine);
    page->setSurvey(machine.facts, machine.review);
    page->showFinding(FindingKey(machine.review->findings[3]));
    return serverWindow(page);
}

std::unique_ptr<QWidget> serverReviewOfTheServer()
{
    const sample::Machine machine = sample::tutorial();
    ServerPage *page = serverPage(machine);
    page->setSurvey(machine.facts, machine.review);
    page->showFinding(FindingKey(machine.review->findings[0]));
    page->findChild<Button *>(QStringLiteral("acceptRisk"))->click();
    return serverWindow(page);
}

std::unique_ptr<QWidget> serverReviewHostile()
{
    const sample::Machine machine = sample::tutorial();
    Review review;
    review.findings = {sample::hostileFinding()};
    ServerPage *page = serverPage(machine);
    page->setSurvey(machine.facts, std::make_shared<const Review>(review));
    page->setTab(ServerPage::Tab::Review);
    return serverWindow(page);
}

std::unique_ptr<QWidget> serverNeedsRoot()
{
    const sample::Machine machine = sample::tutorial();
    Facts facts = *machine.facts;
    facts.access.isRoot = false;
    facts.access.sudoWantsPassword = true;
    facts.firewall = {};
    facts.users->last().keys = Gap{Gap::Reason::NeedsRoot, {}};
    facts.certificates.lineages = Gap{Gap::Reason::NeedsRoot, {}};
    facts.certificates.files = Gap{Gap::Reason::NeedsRoot, {}};
    ServerPage *page = serverPage(machine);
    page->setSurvey(std::make_shared<const Facts>(facts), machine.review);
    page->setUnsaved(true);
    return serverWindow(page);
}

std::unique_ptr<QWidget> serverBusy()
{
    const sample::Machine machine = sample::tutorial();
    ServerPage *page = serverPage(machine);
    page->setSurvey(machine.facts, machine.review);
    page->setProgress(SurveyProgress{23, 41, "sshd.effective"});
    return serverWindow(page);
}

std::unique_ptr<QWidget> serverConnecting()
{
    ServerPage *page = serverPage(sample::tutorial());
    page->setConnection(Connecting{1, {}});
    return serverWindow(page);
}

std::unique_ptr<QWidget> serverNew()
{
    ServerPage *page = serverPage(sample::tutorial());
    page->setConnection(Offline{});
    return serverWindow(page);
}

std::unique_ptr<QWidget> serverFailing()
{
    const sample::Machine machine = sample::tutorial();
    ServerPage *page = serverPage(machine);
    page->setConnection(Failed{sample::unreachable(), true});
    page->setSurvey(machine.facts, machine.review);
    return serverWindow(page);
}

std::unique_ptr<QWidget> serverHostKeyChanged()
{
    ServerPage *page = serverPage(sample::tutorial());
    page->setConnection(Failed{sample::hostKeyChanged(), true});
    return serverWindow(page);
}

std::unique_ptr<QWidget> asking(const Question &question)
{
    ServerPage *page = serverPage(sample::tutorial());
    page->setConnection(Asking{question});
    return serverWindow(page);
}

// --- adding, settings, palette

std::unique_ptr<QWidget> addWindow(AddServerPage *page)
{
    page->setAliases({QStringLiteral("edge-1"), QStringLiteral("edge-2"), QStringLiteral("jump")});
    page->setGroups({QStringLiteral("gpu-lab"), QStringLiteral("web")});
    return windowWith(Page::AddServer, page);
}

AddServerPage *started()
{
    auto *page = new AddServerPage;
    page->startAdding(QStringLiteral("dev@203.0.113.7"));
    page->findChild<Button *>(QStringLiteral("connect"))->click();
    return page;
}

std::unique_ptr<QWidget> addEmpty()
{
    return addWindow(new AddServerPage);
}

std::unique_ptr<QWidget> addMore()
{
    auto *page = new AddServerPage;
    page->findChild<Button *>(QStringLiteral("more"))->click();
    return addWindow(page);
}

std::unique_ptr<QWidget> addQuestion()
{
    AddServerPage *page = started();
    page->setConnection(Asking{sample::hostKeyQuestion()});
    return addWindow(page);
}

std::unique_ptr<QWidget> addBusy()
{
    AddServerPage *page = started();
    page->setConnection(sample::tutorial().connection);
    page->setProgress(SurveyProgress{23, 41, "sshd.effective"});
    return addWindow(page);
}

std::unique_ptr<QWidget> addDone()
{
    AddServerPage *page = started();
    page->setConnection(sample::tutorial().connection);
    page->setReviewed(10);
    return addWindow(page);
}

std::unique_ptr<QWidget> addFailing()
{
    AddServerPage *page = started();
    page->setConnection(Failed{sample::unreachable(), false});
    return addWindow(page);
}

std::unique_ptr<QWidget> editing()
{
    auto *page = new AddServerPage;
    page->startEditing(sample::tutorial().server);
    return addWindow(page);
}

std::unique_ptr<QWidget> settings()
{
    auto *page = new SettingsPage;
    page->setDataFolder(QStringLiteral("/home/lin/.local/share/gatewright"));
    page->setVersion(QStringLiteral("0.1.0"));
    return windowWith(Page::Settings, page);
}

std::unique_ptr<QWidget> palette()
{
    auto *page = new FleetOverviewPage;
    page->setServers(summaries());
    std::unique_ptr<MainWindow> window = windowWith(Page::FleetOverview, page);
    for (const sample::Machine &machine : sample::fleet())
        window->commandPalette()->setFindings(machine.server.id, machine.review->findings);
    window->commandPalette()->open();
    window->findChild<QLineEdit *>(QStringLiteral("paletteInput"))->setText(QStringLiteral("gpu"));
    return window;
}

std::unique_ptr<QWidget> notices()
{
    auto *page = new FleetOverviewPage;
    page->setServers(summaries());
    std::unique_ptr<MainWindow> window = windowWith(Page::FleetOverview, page);
    window->showNotice(QStringLiteral("removed"), Tone::Muted, QStringLiteral("edge-3 was removed from the list."),
                       {{QStringLiteral("undo"), QStringLiteral("Undo")}});
    window->showNotice(QStringLiteral("keychain"), Tone::Warning,
                       QStringLiteral("There is no keychain: passwords are kept for this run only."));
    return window;
}

} // namespace

QList<Scene> scenes()
{
    const auto ask = [](const Question &question) { return [question] { return asking(question); }; };
    return {
        {QStringLiteral("fleet-full"), fleetFull},
        {QStringLiteral("fleet-empty"), fleetEmpty},
        {QStringLiteral("fleet-failing"), fleetBusyAndFailing},
        {QStringLiteral("fleet-large"), fleetLarge},
        {QStringLiteral("fleetreview-full"), fleetReview},
        {QStringLiteral("fleetreview-nothing"), fleetReviewFiltered},
        {QStringLiteral("fleetreview-empty"), fleetReviewEmpty},
        {QStringLiteral("server-overview"), serverOverview},
        {QStringLiteral("server-review"), serverReview},
        {QStringLiteral("server-review-accept"), serverReviewOfTheServer},
        {QStringLiteral("server-review-hostile"), serverReviewHostile},
        {QStringLiteral("server-needs-root"), serverNeedsRoot},
        {QStringLiteral("server-busy"), serverBusy},
        {QStringLiteral("server-connecting"), serverConnecting},
        {QStringLiteral("server-empty"), serverNew},
        {QStringLiteral("server-failing"), serverFailing},
        {QStringLiteral("server-hostkey-changed"), serverHostKeyChanged},
        {QStringLiteral("question-hostkey"), ask(sample::hostKeyQuestion())},
        {QStringLiteral("question-password"), ask(sample::passwordQuestion())},
        {QStringLiteral("question-root"), ask(sample::rootQuestion())},
        {QStringLiteral("question-interactive"), ask(sample::interactiveQuestion())},
        {QStringLiteral("add-empty"), addEmpty},
        {QStringLiteral("add-more"), addMore},
        {QStringLiteral("add-question"), addQuestion},
        {QStringLiteral("add-busy"), addBusy},
        {QStringLiteral("add-done"), addDone},
        {QStringLiteral("add-failing"), addFailing},
        {QStringLiteral("edit"), editing},
        {QStringLiteral("settings"), settings},
        {QStringLiteral("palette"), palette},
        {QStringLiteral("notices"), notices},
    };
}

} // namespace gw
