// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/mainwindow.h"

#include "widgets/frame/commandpalette.h"
#include "widgets/frame/sidebar.h"
#include "widgets/frame/sidebarmodel.h"
#include "widgets/theme/icons.h"

#include <QAction>
#include <QCloseEvent>
#include <QDataStream>
#include <QPainter>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace gw {
namespace {

constexpr quint32 layoutVersion = 2;

} // namespace

MainWindow::MainWindow(QWidget *parent) : QMainWindow(parent)
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(icons::application());
    setMinimumSize(900, 600);
    resize(QSize(1440, 900).boundedTo(screen()->availableSize()));

    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(QStringLiteral("sidebarAndPage"));
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_sidebar = new Sidebar(m_splitter);
    auto *content = new QWidget(m_splitter);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_notices = new QWidget(content);
    auto *noticeColumn = new QVBoxLayout(m_notices);
    noticeColumn->setContentsMargins(24, 12, 24, 0);
    noticeColumn->setSpacing(8);
    m_notices->hide();
    m_stack = new QStackedWidget(content);
    column->addWidget(m_notices);
    column->addWidget(m_stack, 1);
    m_splitter->addWidget(m_sidebar);
    m_splitter->addWidget(content);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({228, 1212});
    setCentralWidget(m_splitter);
    m_palette = new CommandPalette(this);

    connect(m_sidebar, &Sidebar::searchRequested, m_palette, &CommandPalette::open);
    connect(m_sidebar, &Sidebar::pageRequested, this, &MainWindow::pageRequested);
    connect(m_sidebar, &Sidebar::serverRequested, this, &MainWindow::serverRequested);
    connect(m_sidebar, &Sidebar::addServerRequested, this, [this] { Q_EMIT pageRequested(Page::AddServer); });
    connect(m_sidebar, &Sidebar::rescanRequested, this, &MainWindow::rescanRequested);
    connect(m_palette, &CommandPalette::serverChosen, this, &MainWindow::serverRequested);
    connect(m_palette, &CommandPalette::findingChosen, this, &MainWindow::findingRequested);
    makeActions();
    retranslate();
}

QAction *MainWindow::makeAction(const QString &name, const QKeySequence &shortcut, std::function<void()> run)
{
    auto *action = new QAction(this);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    connect(action, &QAction::triggered, this, std::move(run));
    addAction(action);
    m_actions.insert(name, action);
    return action;
}

void MainWindow::makeActions()
{
    const auto page = [this](Page wanted) { return [this, wanted] { Q_EMIT pageRequested(wanted); }; };
    makeAction(QStringLiteral("search"), Qt::CTRL | Qt::Key_K, [this] { m_palette->open(); });
    const QList<QAction *> commands{
        makeAction(QStringLiteral("overview"), Qt::CTRL | Qt::Key_1, page(Page::FleetOverview)),
        makeAction(QStringLiteral("review"), Qt::CTRL | Qt::Key_2, page(Page::FleetReview)),
        makeAction(QStringLiteral("history"), Qt::CTRL | Qt::Key_3, page(Page::FleetHistory)),
        makeAction(QStringLiteral("add"), Qt::CTRL | Qt::Key_N, page(Page::AddServer)),
        makeAction(QStringLiteral("rescan"), Qt::Key_F5, [this] { Q_EMIT rescanRequested(m_currentServer); }),
        makeAction(QStringLiteral("rescanAll"), Qt::CTRL | Qt::Key_F5, [this] { Q_EMIT rescanRequested(HostId()); }),
        makeAction(QStringLiteral("settings"), Qt::CTRL | Qt::Key_Comma, page(Page::Settings)),
        makeAction(QStringLiteral("quit"), Qt::CTRL | Qt::Key_Q, [this] { close(); }),
    };
    for (QAction *command : commands)
        m_palette->addCommand(command);
}

void MainWindow::addPage(Page page, QWidget *widget)
{
    m_pages.insert(page, widget);
    m_stack->addWidget(widget);
}

void MainWindow::showPage(Page page, const HostId &server)
{
    m_current = page;
    m_currentServer = page == Page::Server ? server : HostId();
    if (QWidget *widget = m_pages.value(page))
        m_stack->setCurrentWidget(widget);
    m_sidebar->setCurrent(page, server);
    // F5 surveys what is looked at; a command that is not visible has no shortcut either.
    const bool looksAtAll = page == Page::FleetOverview || page == Page::FleetReview;
    const QKeySequence all = Qt::CTRL | Qt::Key_F5;
    m_actions[QStringLiteral("rescan")]->setVisible(page == Page::Server);
    m_actions[QStringLiteral("rescanAll")]->setShortcuts(looksAtAll ? QList<QKeySequence>{Qt::Key_F5, all}
                                                                    : QList<QKeySequence>{all});
    retranslate();
}

void MainWindow::setServer(const ServerSummary &server)
{
    m_sidebar->setServer(server);
    m_palette->setServer(server.server);
    if (server.server.id == m_currentServer)
        retranslate(); // its name stands in the title
}

void MainWindow::removeServer(const HostId &id)
{
    m_sidebar->removeServer(id);
    m_palette->removeServer(id);
}

void MainWindow::showNotice(const QString &id, Tone tone, const QString &message, const QList<Notice::Action> &actions)
{
    Notice *notice = m_noticeById.value(id);
    if (!notice) {
        notice = new Notice(m_notices);
        notice->setObjectName(QStringLiteral("notice.") + id);
        notice->setDismissable(true);
        m_notices->layout()->addWidget(notice);
        m_noticeById.insert(id, notice);
        connect(notice, &Notice::dismissed, this, [this, id] { hideNotice(id); });
        connect(notice, &Notice::actionChosen, this,
                [this, id](const QString &action) { Q_EMIT noticeActionChosen(id, action); });
    }
    notice->setMessage(tone, message, actions);
    m_notices->show();
}

void MainWindow::hideNotice(const QString &id)
{
    if (Notice *notice = m_noticeById.take(id)) {
        notice->hide();
        notice->deleteLater(); // it may be the one whose button is being pressed
    }
    m_notices->setVisible(!m_noticeById.isEmpty());
}

void MainWindow::setHoldsClose(bool holds, const QString &holder)
{
    if (holds)
        m_holdsClose.insert(holder);
    else
        m_holdsClose.remove(holder);
}

QByteArray MainWindow::saveLayout() const
{
    QByteArray layout;
    QDataStream stream(&layout, QIODevice::WriteOnly);
    QMap<QString, QByteArray> splitters; // those of the pages too
    for (const QSplitter *splitter : findChildren<QSplitter *>())
        splitters.insert(splitter->objectName(), splitter->saveState());
    stream << layoutVersion << saveGeometry() << splitters << m_sidebar->collapsedGroups();
    return layout;
}

void MainWindow::restoreLayout(const QByteArray &layout)
{
    QDataStream stream(layout);
    quint32 version = 0;
    QByteArray geometry;
    QMap<QString, QByteArray> splitters;
    QStringList collapsed;
    stream >> version;
    if (version != layoutVersion)
        return;
    stream >> geometry >> splitters >> collapsed;
    if (stream.status() != QDataStream::Ok)
        return;
    restoreGeometry(geometry);
    for (QSplitter *splitter : findChildren<QSplitter *>())
        splitter->restoreState(splitters.value(splitter->objectName()));
    m_sidebar->setCollapsedGroups(collapsed);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_holdsClose.isEmpty()) {
        event->ignore();
        Q_EMIT closeHeldBack();
        return;
    }
    Q_EMIT aboutToClose();
    QMainWindow::closeEvent(event);
}

void MainWindow::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Tokens::of(this).background);
}

void MainWindow::retranslate()
{
    const QMap<QString, QString> texts{
        {QStringLiteral("search"), tr("Search or run a command")},
        {QStringLiteral("overview"), tr("Fleet overview")},
        {QStringLiteral("review"), tr("Review of all servers")},
        {QStringLiteral("history"), tr("History of all servers")},
        {QStringLiteral("add"), tr("Add server…")},
        {QStringLiteral("rescan"), tr("Survey this server again")},
        {QStringLiteral("rescanAll"), tr("Survey all servers again")},
        {QStringLiteral("settings"), tr("Settings")},
        {QStringLiteral("quit"), tr("Quit")},
    };
    for (auto it = texts.cbegin(); it != texts.cend(); ++it)
        m_actions[it.key()]->setText(it.value());
    const QString server = m_sidebar->model()->servers().value(m_currentServer).server.name;
    setWindowTitle(server.isEmpty() ? QStringLiteral("Gatewright") : tr("%1 – Gatewright").arg(server));
}

} // namespace gw
