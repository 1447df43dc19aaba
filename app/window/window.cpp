// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/window.h"

#include "app/window/changedesk.h"
#include "app/window/exportreport.h"
#include "app/window/historydesk.h"
#include "app/window/publishdesk.h"
#include "app/window/rolloutdesk.h"
#include "app/window/sshdesk.h"
#include "app/window/webdesk.h"
#include "backend/ssh/route.h"
#include "widgets/addserver/addserverpage.h"
#include "widgets/fleet/fleetoverviewpage.h"
#include "widgets/fleet/fleetreviewpage.h"
#include "widgets/frame/commandpalette.h"
#include "widgets/frame/mainwindow.h"
#include "widgets/frame/sidebar.h"
#include "widgets/history/historypage.h"
#include "widgets/rollout/rolloutpage.h"
#include "widgets/server/serverpage.h"
#include "widgets/settings/settingspage.h"

#include <QFileInfo>
#include <QTimer>

namespace gw {
namespace {

const QString removeNotice = QStringLiteral("remove.");
const QString removeAction = QStringLiteral("remove");
constexpr std::chrono::minutes surveyStaysFresh{10}; // opening a server's page surveys again after this

Session::Keep keepOf(QuestionPanel::Keep keep)
{
    return keep == QuestionPanel::Keep::Keychain ? Session::Keep::Keychain : Session::Keep::ThisRun;
}

} // namespace

Window::Window(Fleet &fleet, SecretStore &secrets, Storage storage, Theme &theme, Translation &translation)
    : m_fleet(fleet), m_secrets(secrets), m_storage(storage), m_theme(theme), m_translation(translation),
      m_frame(std::make_unique<MainWindow>()), m_writer(storage)
{
    makePages();
    connectFrame();
    connectFleetPages();
    connectServerPage();
    connectAddPage();
    connectSettings();
    makeDesks();

    connect(&m_fleet, &Fleet::sessionAdded, this, [this](Session *session) {
        if (session != m_adding) // the one that was being added is followed already
            follow(session);
        refresh(session);
        showFindings(session);
    });
    connect(&m_fleet, &Fleet::sessionRemoved, this, [this](const HostId &id) {
        if (m_adding && m_adding->server().id == id) { // being edited; still alive here
            m_adding = nullptr;
            m_frame->showPage(Page::FleetOverview);
        }
        m_frame->removeServer(id);
        m_overview->removeServer(id);
        m_fleetReview->removeServer(id);
        if (m_frame->currentServer() == id)
            m_frame->showPage(Page::FleetOverview);
    });
    connect(&m_fleet, &Fleet::failed, this, &Window::showError);
    connect(&m_fleet, &Fleet::loaded, this, [this] {
        m_add->setGroups(m_fleet.groups());
        if (Session *here = m_fleet.session(HostId::local()))
            here->rescan(); // the main job with no server, key or account at hand
        m_history->reload();
        QTimer::singleShot(0, this, &Window::ready);
    });
}

Window::~Window() = default;

void Window::makePages()
{
    m_frame->addPage(Page::FleetOverview, m_overview = new FleetOverviewPage);
    m_frame->addPage(Page::FleetReview, m_fleetReview = new FleetReviewPage);
    m_frame->addPage(Page::FleetHistory, m_fleetHistory = new HistoryPage(HistoryPage::Scope::Fleet));
    m_frame->addPage(Page::Rollout, m_rollout = new RolloutPage);
    m_frame->addPage(Page::Server, m_server = new ServerPage);
    m_frame->addPage(Page::AddServer, m_add = new AddServerPage);
    m_frame->addPage(Page::Settings, m_settings = new SettingsPage);
    m_frame->showPage(Page::FleetOverview);
}

void Window::makeDesks()
{
    m_changes = std::make_unique<ChangeDesk>(m_fleet, *m_frame, *m_server);
    m_history = std::make_unique<HistoryDesk>(m_fleet, m_storage, *m_frame, *m_fleetHistory, *m_server->history());
    m_ssh = std::make_unique<SshDesk>(m_fleet, m_storage, *m_server, *m_server->ssh());
    m_web = std::make_unique<WebDesk>(m_fleet, m_storage, *m_server, *m_server->web());
    m_publish = std::make_unique<PublishDesk>(m_fleet, *m_server->web());
    connect(m_publish.get(), &PublishDesk::failed, this, &Window::showError);
    connect(m_changes.get(), &ChangeDesk::failed, this, &Window::showError);
    connect(m_changes.get(), &ChangeDesk::serverRequested, this, &Window::openServer);
    connect(m_changes.get(), &ChangeDesk::changeEnded, m_history.get(), &HistoryDesk::reload);
    connect(m_changes.get(), &ChangeDesk::refreshed, this, [this](const HostId &id) {
        if (m_server->server().id == id)
            withSession(id, [this](Session *session) {
                m_ssh->fill(session);
                m_web->fill(session);
                m_publish->fill(session);
            });
    });
    connect(m_changes.get(), &ChangeDesk::historyRequested, this, &Window::openHistory);
    connect(m_history.get(), &HistoryDesk::failed, this, &Window::showError);
    connect(m_history.get(), &HistoryDesk::serverRequested, this, &Window::openServer);
    connect(m_history.get(), &HistoryDesk::reviewRequested, this, [this] {
        if (m_frame->currentPage() == Page::Server)
            m_server->setTab(ServerPage::Tab::Review);
        else
            m_frame->showPage(Page::FleetReview);
    });
    connect(m_ssh.get(), &SshDesk::failed, this, &Window::showError);
    m_rollouts = std::make_unique<RolloutDesk>(m_fleet, m_storage, *m_frame, *m_rollout);
    connect(m_ssh.get(), &SshDesk::rollOutRequested, m_rollouts.get(), &RolloutDesk::rollOutKey);
    connect(m_fleetReview, &FleetReviewPage::fixOnServersRequested, m_rollouts.get(), &RolloutDesk::fixOnServers);
    connect(m_rollouts.get(), &RolloutDesk::failed, this, &Window::showError);
    connect(m_rollouts.get(), &RolloutDesk::serverRequested, this, &Window::openServer);
    connect(m_rollouts.get(), &RolloutDesk::historyRequested, this, &Window::openHistory);
    connect(m_rollouts.get(), &RolloutDesk::changeEnded, m_history.get(), &HistoryDesk::reload);
    connect(m_server, &ServerPage::tabOpened, this, [this](ServerPage::Tab tab) {
        if (tab == ServerPage::Tab::History)
            m_history->reload();
        else if (tab == ServerPage::Tab::Ssh)
            m_ssh->opened();
    });
}

void Window::show()
{
    loadPreferences(); // shows the frame when they are there
}

void Window::connectFrame()
{
    connect(m_frame.get(), &MainWindow::pageRequested, this, [this](Page page) {
        if (page == Page::AddServer)
            openAddPage(nullptr);
        else
            m_frame->showPage(page);
        if (page == Page::FleetHistory)
            m_history->reload();
    });
    connect(m_frame.get(), &MainWindow::serverRequested, this, &Window::openServer);
    connect(m_frame.get(), &MainWindow::findingRequested, this, [this](const HostId &id, const FindingKey &finding) {
        openServer(id);
        m_server->showFinding(finding);
    });
    connect(m_frame.get(), &MainWindow::rescanRequested, this, [this](const HostId &id) {
        if (id.isEmpty())
            m_fleet.rescanAll();
        else
            withSession(id, [](Session *session) { session->rescan(); });
    });
    connect(m_frame.get(), &MainWindow::aboutToClose, this,
            [this] { keep(QStringLiteral("window.layout"), QString::fromLatin1(m_frame->saveLayout().toBase64())); });

    Sidebar *sidebar = m_frame->sidebar();
    connect(sidebar, &Sidebar::connectRequested, this,
            [this](const HostId &id) { withSession(id, [](Session *session) { session->rescan(); }); });
    connect(sidebar, &Sidebar::disconnectRequested, this,
            [this](const HostId &id) { withSession(id, [](Session *session) { session->disconnectNow(); }); });
    connect(sidebar, &Sidebar::editRequested, this, [this](const HostId &id) {
        withSession(id, [this](Session *session) { openAddPage(&session->server()); });
    });
    connect(sidebar, &Sidebar::removeRequested, this, [this](const HostId &id) {
        withSession(id, [this](Session *session) {
            m_frame->showNotice(removeNotice + session->server().id.text(), Tone::Warning,
                                tr("Remove %1 with its kept surveys and accepted risks?").arg(session->server().name),
                                {{removeAction, tr("Remove")}});
        });
    });
    connect(m_frame.get(), &MainWindow::noticeActionChosen, this, [this](const QString &notice, const QString &action) {
        if (action != removeAction)
            return;
        m_frame->hideNotice(notice);
        m_fleet.remove(HostId(notice.mid(removeNotice.size())));
    });
}

void Window::connectFleetPages()
{
    connect(m_overview, &FleetOverviewPage::addServerRequested, this, [this] { openAddPage(nullptr); });
    connect(m_overview, &FleetOverviewPage::rescanAllRequested, &m_fleet, &Fleet::rescanAll);
    connect(m_overview, &FleetOverviewPage::reviewRequested, this, [this] { m_frame->showPage(Page::FleetReview); });
    connect(m_overview, &FleetOverviewPage::serverRequested, this, &Window::openServer);
    const auto openFinding = [this](const HostId &id, const FindingKey &finding) {
        openServer(id);
        m_server->showFinding(finding);
    };
    connect(m_overview, &FleetOverviewPage::findingRequested, this, openFinding);
    connect(m_fleetReview, &FleetReviewPage::findingRequested, this, openFinding);
    connect(m_fleetReview, &FleetReviewPage::rescanAllRequested, &m_fleet, &Fleet::rescanAll);
    connect(m_fleetReview, &FleetReviewPage::addServerRequested, this, [this] { openAddPage(nullptr); });
}

void Window::connectServerPage()
{
    const auto on = [this](auto signal, auto act) {
        connect(m_server, signal, this, [this, act](const HostId &id) { withSession(id, act); });
    };
    on(&ServerPage::rescanRequested, [](Session *session) { session->rescan(); });
    on(&ServerPage::connectRequested, [](Session *session) { session->rescan(); });
    on(&ServerPage::stopRequested, [](Session *session) { session->stop(); });
    on(&ServerPage::questionCancelled, [this](Session *session) {
        if (!m_changes->decline(session->server().id))
            session->cancelQuestion();
    });
    on(&ServerPage::rootRequested, [](Session *session) { session->becomeRoot(); });
    on(&ServerPage::editRequested, [this](Session *session) { openAddPage(&session->server()); });
    on(&ServerPage::saveRequested, [this](Session *session) { openAddPage(&session->server()); });
    on(&ServerPage::exportReportRequested, [this](Session *session) {
        exportReport(m_frame.get(), *session, [this](const Result<QString> &written) {
            if (written)
                m_frame->showNotice(QStringLiteral("export"), Tone::Good, tr("The report is in %1").arg(*written));
            else
                showError(written.error());
        });
    });
    connect(m_server, &ServerPage::hostKeyAccepted, this, [this](const HostId &id, const HostKeyQuestion &question) {
        withSession(id, [&](Session *session) {
            if (!m_changes->answer(id, question))
                session->accept(question);
        });
    });
    connect(m_server, &ServerPage::secretsGiven, this,
            [this](const HostId &id, const SecretQuestion &question, const QList<Secret> &secrets,
                   QuestionPanel::Keep keep) {
                withSession(id, [&](Session *session) {
                    if (!m_changes->answer(id, question, secrets))
                        session->answer(question, secrets, keepOf(keep));
                });
            });
    connect(m_server, &ServerPage::acceptRiskRequested, this, [this](const HostId &id, const AcceptedRisk &risk) {
        withSession(id, [&](Session *session) { session->accept(risk); });
    });
    connect(m_server, &ServerPage::withdrawRiskRequested, this, [this](const HostId &id, const AcceptedRisk &risk) {
        withSession(id, [&](Session *session) { session->withdraw(risk); });
    });
}

void Window::connectAddPage()
{
    const auto onAdding = [this](auto act) {
        return [this, act] {
            if (m_adding)
                act(m_adding);
        };
    };
    connect(m_add, &AddServerPage::connectRequested, this, [this](const Server &server) {
        if (const auto target = Target::parse(server.target); !target) {
            m_add->setProblem(target.error().text());
            return;
        }
        if (!server.identityFile.isEmpty() && !QFileInfo(server.identityFile).isReadable()) {
            m_add->setProblem(tr("The key file %1 cannot be read").arg(server.identityFile));
            return;
        }
        m_adding = m_fleet.startUnsaved(server);
        follow(m_adding);
        m_adding->rescan();
    });
    connect(m_add, &AddServerPage::stopRequested, this, onAdding([](Session *session) { session->stop(); }));
    connect(m_add, &AddServerPage::hostKeyAccepted, this, [this](const HostKeyQuestion &question) {
        if (m_adding)
            m_adding->accept(question);
    });
    connect(m_add, &AddServerPage::secretsGiven, this,
            [this](const SecretQuestion &question, const QList<Secret> &secrets, QuestionPanel::Keep keep) {
                if (m_adding)
                    m_adding->answer(question, secrets, keepOf(keep));
            });
    connect(m_add->question(), &QuestionPanel::cancelled, this,
            onAdding([](Session *session) { session->cancelQuestion(); }));
    connect(m_add, &AddServerPage::saveRequested, this, &Window::saveServer);
    connect(m_add, &AddServerPage::openRequested, this, [this](const Server &server) {
        withSession(server.id, [&](Session *session) { session->setServer(server); }); // it has a name by now
        openServer(server.id);
    });
    connect(m_add, &AddServerPage::cancelled, this, [this] {
        if (const Session *edited = std::exchange(m_adding, nullptr))
            openServer(edited->server().id);
        else
            m_frame->showPage(Page::FleetOverview);
    });
}

void Window::follow(Session *session)
{
    connect(session, &Session::connectionChanged, this, [this, session] { refresh(session); });
    connect(session, &Session::surveyedChanged, this, [this, session] {
        refresh(session);
        showFindings(session);
    });
    connect(session, &Session::progressChanged, this, [this, session] {
        if (m_server->server().id == session->server().id)
            m_server->setProgress(session->progress());
        if (m_adding == session)
            m_add->setProgress(session->progress());
    });
}

void Window::showFindings(Session *session)
{
    if (!session->isListed() || !session->review())
        return;
    m_fleetReview->setReview(session->server(), *session->review());
    m_frame->commandPalette()->setFindings(session->server().id, session->review()->findings);
}

void Window::refresh(Session *session)
{
    if (session->isListed()) {
        const ServerSummary summary = session->summary();
        m_frame->setServer(summary);
        m_overview->setServer(summary);
    }
    if (m_server->server().id == session->server().id)
        fillServerPage(session);
    if (m_adding == session)
        fillAddPage(session);
}

void Window::openServer(const HostId &id)
{
    Session *session = m_fleet.session(id);
    if (!session)
        return;
    fillServerPage(session);
    m_frame->showPage(Page::Server, id);
    const bool fresh =
        session->facts() && session->facts()->takenAt.addSecs(std::chrono::seconds(surveyStaysFresh).count()) >
                                QDateTime::currentDateTimeUtc();
    if (!fresh && std::holds_alternative<Offline>(session->connection()))
        session->rescan();
}

void Window::openHistory(const HostId &id, qint64 number)
{
    openServer(id);
    m_server->showHistory(number);
}

void Window::fillServerPage(Session *session)
{
    m_server->setServer(session->server());
    m_server->setUnsaved(!session->isListed());
    m_server->setKeychainAvailable(m_secrets.isPersistent());
    m_server->setSurvey(session->facts(), session->review(), session->surveyed().exposures);
    m_server->setChanges(session->surveyed().changesSince, session->surveyed().changes);
    m_server->setConnection(session->connection());
    m_server->question()->setRefused(session->refusal());
    m_server->setProgress(session->progress());
    m_server->setSurveyError(session->surveyError());
    m_changes->fill(session);
    m_history->setServer(session);
    m_ssh->fill(session);
    m_publish->fill(session);
    m_web->fill(session);
}

void Window::fillAddPage(Session *session)
{
    m_add->setKeychainAvailable(m_secrets.isPersistent());
    m_add->setConnection(session->connection());
    if (session->surveyError())
        m_add->setProblem(session->surveyError()->text());
    m_add->question()->setRefused(session->refusal());
    if (session->review())
        m_add->setReviewed(int(session->review()->findings.size()));
}

void Window::openAddPage(const Server *edited)
{
    m_add->setKeychainAvailable(m_secrets.isPersistent());
    m_add->setGroups(m_fleet.groups());
    if (edited) {
        m_adding = m_fleet.session(edited->id);
        m_add->startEditing(*edited);
    } else {
        m_adding = nullptr;
        m_fleet.dismissUnsaved(); // no page leads to it any more
        m_add->startAdding();
        m_aliases.start([](std::stop_token) -> Result<QStringList> { return configuredAliases(); },
                        [this](Result<QStringList> aliases) {
                            if (aliases)
                                m_add->setAliases(*aliases);
                        });
    }
    m_frame->showPage(Page::AddServer);
}

void Window::saveServer(const Server &server)
{
    if (const auto target = Target::parse(server.target); !server.isLocal() && !target) {
        m_add->setProblem(target.error().text());
        return;
    }
    m_fleet.save(server, [this, id = server.id](const Result<void> &saved) {
        if (!saved) {
            m_add->setProblem(saved.error().text());
            return;
        }
        m_adding = nullptr;
        openServer(id);
    });
}

void Window::withSession(const HostId &id, const std::function<void(Session *)> &act)
{
    if (Session *session = m_fleet.session(id))
        act(session);
}

void Window::showError(const Error &error)
{
    m_frame->showNotice(QStringLiteral("error"), Tone::Critical, error.text());
}

} // namespace gw
