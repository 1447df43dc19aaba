// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/screens/scenes.h"

#include "tests/screens/sampledata.h"
#include "widgets/fleet/fleetoverviewpage.h"
#include "widgets/frame/commandpalette.h"
#include "widgets/frame/mainwindow.h"

namespace gw {
namespace {

std::unique_ptr<MainWindow> windowWith(Page page, QWidget *widget, const HostId &server = {})
{
    auto window = std::make_unique<MainWindow>();
    QList<ServerSummary> summaries;
    for (const sample::Machine &machine : sample::fleet())
        summaries << machine.summary();
    window->setServers(summaries);
    window->addPage(page, widget);
    window->showPage(page, server);
    return window;
}

std::unique_ptr<QWidget> fleetFull()
{
    auto *page = new FleetOverviewPage;
    QList<ServerSummary> summaries;
    for (const sample::Machine &machine : sample::fleet())
        summaries << machine.summary();
    page->setServers(summaries);
    return windowWith(Page::FleetOverview, page);
}

} // namespace

QList<Scene> scenes()
{
    return {
        {QStringLiteral("fleet-full"), fleetFull},
    };
}

} // namespace gw
