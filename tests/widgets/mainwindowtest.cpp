// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/mainwindow.h"
#include "tests/scenes/sampledata.h"
#include "tests/support/testmain.h"
#include "widgets/frame/commandpalette.h"
#include "widgets/frame/sidebar.h"
#include "widgets/frame/sidebarmodel.h"
#include "widgets/parts/button.h"
#include "widgets/parts/rowlist.h"
#include "widgets/server/serverpage.h"

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSplitter>
#include <QTreeView>

using namespace gw;

class MainWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<MainWindow>();
        for (const sample::Machine &machine : sample::fleet()) {
            m_window->setServer(machine.summary());
            m_window->commandPalette()->setFindings(machine.server.id, machine.review->findings);
        }
        for (const Page page : {Page::FleetOverview, Page::FleetReview, Page::FleetHistory, Page::Server,
                                Page::AddServer, Page::Settings})
            m_window->addPage(page, new QWidget);
        m_window->showPage(Page::FleetOverview);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void sidebar_isUsedByKeyboard()
    {
        auto *tree = m_window->findChild<QTreeView *>(QStringLiteral("sidebarTree"));
        tree->setFocus();
        QSignalSpy page(m_window.get(), &MainWindow::pageRequested);
        QTest::keyClick(tree, Qt::Key_Down);
        QTest::keyClick(tree, Qt::Key_Return);
        QCOMPARE(page.first().first().value<Page>(), Page::FleetReview);
        QSignalSpy server(m_window.get(), &MainWindow::serverRequested);
        QTest::keyClick(tree, Qt::Key_Down); // the history
        QTest::keyClick(tree, Qt::Key_Down); // the first group
        QTest::keyClick(tree, Qt::Key_Down);
        QTest::keyClick(tree, Qt::Key_Return);
        QCOMPARE(server.first().first().value<HostId>(), HostId(QStringLiteral("a100")));
    }

    void typingInTheSidebar_filtersIt()
    {
        auto *tree = m_window->findChild<QTreeView *>(QStringLiteral("sidebarTree"));
        auto *filter = m_window->findChild<QLineEdit *>(QStringLiteral("serverFilter"));
        QVERIFY(filter->isHidden());
        QTest::keyClicks(tree, QStringLiteral("e"));
        QVERIFY(filter->isVisible());
        QTest::keyClicks(filter, QStringLiteral("dge-2"));
        QCOMPARE(filter->text(), QStringLiteral("edge-2"));
        QCOMPARE(m_window->sidebar()->model()->groups().size(), 1);
        QTest::keyClick(filter, Qt::Key_Escape);
        QCOMPARE(m_window->sidebar()->model()->groups().size(), 3);
        QVERIFY(tree->hasFocus());
    }

    void collapsedGroup_staysCollapsedWhenItsServersChange()
    {
        auto *tree = m_window->findChild<QTreeView *>(QStringLiteral("sidebarTree"));
        tree->collapse(m_window->sidebar()->model()->groups().first());
        QCOMPARE(m_window->sidebar()->collapsedGroups(), QStringList{QStringLiteral("gpu-lab")});
        ServerSummary server;
        server.server = {HostId(QStringLiteral("x")),
                         QStringLiteral("zzz"),
                         QStringLiteral("x"),
                         QStringLiteral("gpu-lab"),
                         {},
                         {},
                         {},
                         {}};
        m_window->setServer(server);
        QVERIFY(!tree->isExpanded(m_window->sidebar()->model()->groups().first()));
    }

    void palette_opensFiltersAndChoosesByKeyboard()
    {
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        auto *input = m_window->findChild<QLineEdit *>(QStringLiteral("paletteInput"));
        QTRY_VERIFY(input->hasFocus());
        QSignalSpy server(m_window.get(), &MainWindow::serverRequested);
        QTest::keyClicks(input, QStringLiteral("h100"));
        QTest::keyClick(input, Qt::Key_Return);
        QCOMPARE(server.first().first().value<HostId>(), HostId(QStringLiteral("h100")));
        QVERIFY(m_window->commandPalette()->isHidden());
    }

    void palette_findsActionsAndFindings()
    {
        m_window->commandPalette()->open();
        auto *input = m_window->findChild<QLineEdit *>(QStringLiteral("paletteInput"));
        QSignalSpy page(m_window.get(), &MainWindow::pageRequested);
        input->setText(QStringLiteral("settings"));
        QTest::keyClick(input, Qt::Key_Return);
        QCOMPARE(page.first().first().value<Page>(), Page::Settings);
        QSignalSpy finding(m_window.get(), &MainWindow::findingRequested);
        m_window->commandPalette()->open();
        input->setText(QStringLiteral("fail2ban"));
        QTest::keyClick(input, Qt::Key_Return);
        QCOMPARE(finding.first().first().value<HostId>(), HostId(QStringLiteral("h100")));
    }

    void palette_givesTheKeyboardBackOnEscape()
    {
        auto *tree = m_window->findChild<QTreeView *>(QStringLiteral("sidebarTree"));
        tree->setFocus();
        m_window->commandPalette()->open();
        QTest::keyClick(m_window->findChild<QLineEdit *>(QStringLiteral("paletteInput")), Qt::Key_Escape);
        QVERIFY(m_window->commandPalette()->isHidden());
        QVERIFY(tree->hasFocus());
    }

    void f5_surveysWhatIsLookedAt()
    {
        QSignalSpy rescan(m_window.get(), &MainWindow::rescanRequested);
        const auto press = [&](Qt::KeyboardModifiers modifiers = {}) {
            rescan.clear();
            QTest::keyClick(m_window.get(), Qt::Key_F5, modifiers);
            return rescan.isEmpty() ? QStringLiteral("nothing") : rescan.first().first().value<HostId>().text();
        };
        const HostId server(QStringLiteral("h100"));
        const QString all;
        m_window->showPage(Page::Server, server);
        QCOMPARE(press(), server.text());
        QCOMPARE(press(Qt::ControlModifier), all);
        for (const Page page : {Page::FleetOverview, Page::FleetReview}) {
            m_window->showPage(page);
            QCOMPARE(press(), all);
            QCOMPARE(press(Qt::ControlModifier), all);
        }
        m_window->showPage(Page::AddServer);
        QCOMPARE(press(), QStringLiteral("nothing"));
    }

    void shortcuts_openTheirPages()
    {
        QSignalSpy page(m_window.get(), &MainWindow::pageRequested);
        const QList<std::pair<Qt::Key, Page>> shortcuts{{Qt::Key_1, Page::FleetOverview},
                                                        {Qt::Key_2, Page::FleetReview},
                                                        {Qt::Key_3, Page::FleetHistory},
                                                        {Qt::Key_N, Page::AddServer},
                                                        {Qt::Key_Comma, Page::Settings}};
        for (const auto &[key, wanted] : shortcuts) {
            page.clear();
            QTest::keyClick(m_window.get(), key, Qt::ControlModifier);
            QCOMPARE(page.size(), 1);
            QCOMPARE(page.first().first().value<Page>(), wanted);
        }
    }

    void closing_waitsWhileAChangeIsOpen()
    {
        QSignalSpy held(m_window.get(), &MainWindow::closeHeldBack);
        QSignalSpy closing(m_window.get(), &MainWindow::aboutToClose);
        m_window->setHoldsClose(true);
        QVERIFY(!m_window->close());
        QVERIFY(m_window->isVisible());
        QCOMPARE(held.size(), 1);
        QCOMPARE(closing.size(), 0);
        m_window->setHoldsClose(true, QStringLiteral("another"));
        m_window->setHoldsClose(false);
        QVERIFY(!m_window->close()); // the other one still holds it
        m_window->setHoldsClose(false, QStringLiteral("another"));
        QVERIFY(m_window->close());
        QCOMPARE(closing.size(), 1);
    }

    void renamedServer_isRenamedInTheTitle()
    {
        sample::Machine machine = sample::tutorial();
        m_window->showPage(Page::Server, machine.server.id);
        machine.server.name = QStringLiteral("renamed");
        m_window->setServer(machine.summary());
        QVERIFY(m_window->windowTitle().startsWith(QLatin1String("renamed")));
    }

    void betterMatches_scoreHigher()
    {
        QVERIFY(fuzzyScore(u"gpu1", u"gpu-h100") > 0);
        QCOMPARE(fuzzyScore(u"xyz", u"gpu-h100"), 0);
        QVERIFY(fuzzyScore(u"set", u"Settings") > fuzzyScore(u"set", u"Survey all servers again"));
        QVERIFY(fuzzyScore(u"edge", u"edge-1") > fuzzyScore(u"edge", u"acknowledge"));
    }

    void notice_offersItsActionAndGoesWhenDismissed()
    {
        QSignalSpy chosen(m_window.get(), &MainWindow::noticeActionChosen);
        m_window->showNotice(QStringLiteral("removed"), Tone::Muted, QStringLiteral("edge-1 was removed."),
                             {{QStringLiteral("undo"), QStringLiteral("Undo")}});
        m_window->findChild<Button *>(QStringLiteral("noticeAction.undo"))->click();
        QCOMPARE(chosen.first(), (QVariantList{QStringLiteral("removed"), QStringLiteral("undo")}));
        m_window->findChild<Button *>(QStringLiteral("noticeDismiss"))->click();
        QTRY_VERIFY(!m_window->findChild<QWidget *>(QStringLiteral("notice.removed")));
    }

    void layout_isRemembered()
    {
        auto *tree = m_window->findChild<QTreeView *>(QStringLiteral("sidebarTree"));
        tree->collapse(m_window->sidebar()->model()->groups().at(1));
        m_window->resize(1111, 777);
        const auto columnsIn = [](MainWindow &window) {
            return window.findChild<QSplitter *>(QStringLiteral("reviewColumns"));
        };
        m_window->addPage(Page::Server, new ServerPage);
        columnsIn(*m_window)->setSizes({400, 300, 250});
        const QByteArray layout = m_window->saveLayout();
        MainWindow other;
        other.addPage(Page::Server, new ServerPage);
        QVERIFY(columnsIn(other)->saveState() != columnsIn(*m_window)->saveState());
        other.restoreLayout(layout);
        QCOMPARE(other.size(), QSize(1111, 777));
        QCOMPARE(columnsIn(other)->saveState(), columnsIn(*m_window)->saveState());
        QCOMPARE(other.sidebar()->collapsedGroups(), QStringList{QStringLiteral("web")});
        other.restoreLayout("damaged");
        QCOMPARE(other.size(), QSize(1111, 777));
    }

    void focus_isVisibleToThoseWhoUseTheKeyboard()
    {
        auto *search = m_window->findChild<Button *>(QStringLiteral("openPalette"));
        search->setFocus(Qt::TabFocusReason);
        const QImage before = search->grab().toImage();
        m_window->setAttribute(Qt::WA_KeyboardFocusChange); // what Qt sets at the first Tab
        QVERIFY(search->grab().toImage() != before);
    }

private:
    std::unique_ptr<MainWindow> m_window;
};

GW_REGISTER_TEST(MainWindowTest)
#include "mainwindowtest.moc"
