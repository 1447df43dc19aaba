// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/frame/page.h"
#include "widgets/parts/findingkey.h"
#include "widgets/parts/notice.h"
#include "widgets/parts/serversummary.h"

#include <QMainWindow>

class QSplitter;
class QStackedWidget;

namespace gw {

class CommandPalette;
class Sidebar;

/// The frame: sidebar, the page that is shown, notices above it, command palette over it. It knows no page's contents.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(QWidget *parent = nullptr);

    Sidebar *sidebar() const { return m_sidebar; }
    CommandPalette *commandPalette() const { return m_palette; }
    /// One widget per Page; the window owns it from now on.
    void addPage(Page page, QWidget *widget);
    QWidget *page(Page page) const { return m_pages.value(page); }

    /// Shows a page and marks it in the sidebar. `server` only with Page::Server.
    void showPage(Page page, const HostId &server = {});
    Page currentPage() const { return m_current; }
    const HostId &currentServer() const { return m_currentServer; }

    void setServer(const ServerSummary &server);
    void removeServer(const HostId &id);

    /// A message above the page, until it is dismissed or `id` is shown again with another text.
    void showNotice(const QString &id, Tone tone, const QString &message, const QList<Notice::Action> &actions = {});
    void hideNotice(const QString &id);

    /// While anybody holds it, closing the window only says closeHeldBack(): a change is open and the person has to
    /// decide. `holder` names who holds it; each lets go for itself.
    void setHoldsClose(bool holds, const QString &holder = {});

    /// Position, size, splitter and collapsed groups, to be kept between runs.
    QByteArray saveLayout() const;
    void restoreLayout(const QByteArray &layout);

Q_SIGNALS:
    /// Somebody wants to go there; answer with showPage() when it is filled.
    void pageRequested(gw::Page page);
    void serverRequested(const gw::HostId &id);
    void findingRequested(const gw::HostId &server, const gw::FindingKey &finding);
    void rescanRequested(const gw::HostId &id); ///< empty: all servers
    void noticeActionChosen(const QString &notice, const QString &action);
    void aboutToClose();
    void closeHeldBack();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void makeActions();
    void retranslate();
    QAction *makeAction(const QString &name, const QKeySequence &shortcut, std::function<void()> run);

    QSplitter *m_splitter;
    Sidebar *m_sidebar;
    QWidget *m_notices;
    QMap<QString, Notice *> m_noticeById;
    QStackedWidget *m_stack;
    CommandPalette *m_palette;
    QMap<Page, QWidget *> m_pages;
    QMap<QString, QAction *> m_actions;
    Page m_current = Page::FleetOverview;
    QSet<QString> m_holdsClose; ///< who holds it
    HostId m_currentServer;
};

} // namespace gw
