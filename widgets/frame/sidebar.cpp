// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/sidebar.h"

#include "widgets/frame/sidebardelegate.h"
#include "widgets/frame/sidebarmodel.h"
#include "widgets/parts/button.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/paint.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QTreeView>
#include <QVBoxLayout>

namespace gw {
namespace {

/// The way to the command palette; looks like the field that it opens.
class SearchButton : public Button {
public:
    explicit SearchButton(QWidget *parent) : Button(Kind::Secondary, parent)
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setCursor(Qt::IBeamCursor);
    }
    QSize sizeHint() const override { return {120, 32}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = Tokens::of(this);
        QPainter painter(this);
        paint::box(&painter, rect(), 7, t.raised, t.border);
        if (paint::showsFocus(this))
            paint::focusRing(&painter, rect(), 7, t);
        const QFont keyFont = fonts::sized(fonts::body(), 10, QFont::Medium);
        const QString keys = QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText).replace(u'+', u' ');
        const int width = QFontMetrics(keyFont).horizontalAdvance(keys) + 12;
        const QRect key(rect().right() - width - 8, rect().center().y() - 8, width, 18);
        paint::box(&painter, key, 4, t.surface, t.border);
        paint::line(&painter, key, keys, keyFont, t.muted, Qt::AlignCenter);
        paint::line(&painter, rect().adjusted(10, 0, -width - 14, 0), text(), fonts::small(), t.faint);
    }
};

class Logo : public QWidget {
public:
    using QWidget::QWidget;
    QSize sizeHint() const override { return {22, 22}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const bool dark = Tokens::of(this).isDark;
        painter.drawPixmap(0, 0,
                           icons::pixmap(dark ? QStringLiteral("gatewright-dark") : QStringLiteral("gatewright"),
                                         Qt::black, 22, devicePixelRatioF()));
    }
};

} // namespace

Sidebar::Sidebar(QWidget *parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("sidebar"));
    setMinimumWidth(180);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 14, 1, 8);
    column->setSpacing(0);

    auto *top = new QHBoxLayout;
    top->setContentsMargins(16, 0, 16, 12);
    top->setSpacing(8);
    auto *logo = new Logo(this);
    logo->setFixedSize(22, 22);
    m_name = new PlainLabel(PlainLabel::Role::Heading, Tone::Neutral, this);
    m_name->setFont(fonts::sized(fonts::body(), 15, QFont::DemiBold));
    m_name->setText(QStringLiteral("Gatewright"));
    top->addWidget(logo);
    top->addWidget(m_name, 1);
    column->addLayout(top);

    auto *search = new QHBoxLayout;
    search->setContentsMargins(10, 0, 10, 6);
    m_search = new SearchButton(this);
    m_search->setObjectName(QStringLiteral("openPalette"));
    search->addWidget(m_search);
    column->addLayout(search);

    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("serverFilter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->hide();
    auto *filterRow = new QHBoxLayout;
    filterRow->setContentsMargins(10, 0, 10, 2);
    filterRow->addWidget(m_filter);
    column->addLayout(filterRow);

    m_model = new SidebarModel(this);
    m_tree = new QTreeView(this);
    m_tree->setObjectName(QStringLiteral("sidebarTree"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new SidebarDelegate(m_tree));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setHeaderHidden(true);
    m_tree->setIndentation(0);
    m_tree->setRootIsDecorated(false);
    m_tree->setMouseTracking(true);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->viewport()->setAutoFillBackground(false);
    m_tree->installEventFilter(this);
    m_filter->installEventFilter(this);
    column->addWidget(m_tree, 1);

    auto *tools = new QWidget(m_tree->viewport());
    auto *toolRow = new QHBoxLayout(tools);
    toolRow->setContentsMargins(0, 8, 10, 0);
    toolRow->setSpacing(0);
    m_filterButton = new Button(Button::Kind::Icon, tools);
    m_filterButton->setObjectName(QStringLiteral("filterServers"));
    m_filterButton->setIconName(QStringLiteral("filter"));
    m_add = new Button(Button::Kind::Icon, tools);
    m_add->setObjectName(QStringLiteral("addServer"));
    m_add->setIconName(QStringLiteral("plus"));
    toolRow->addStretch(1);
    toolRow->addWidget(m_filterButton);
    toolRow->addWidget(m_add);
    m_tree->setIndexWidget(m_model->index(1, 0), tools);

    m_settings = new Button(Button::Kind::Link, this);
    m_settings->setObjectName(QStringLiteral("openSettings"));
    m_settings->setIconName(QStringLiteral("settings"));
    m_settings->setTone(Tone::Muted);
    m_settings->setFont(fonts::body());
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(14, 6, 14, 2);
    bottom->addWidget(m_settings);
    bottom->addStretch(1);
    column->addLayout(bottom);

    connect(m_search, &Button::clicked, this, &Sidebar::searchRequested);
    connect(m_add, &Button::clicked, this, &Sidebar::addServerRequested);
    connect(m_filterButton, &Button::clicked, this, [this] { setFilterVisible(m_filter->isHidden()); });
    connect(m_settings, &Button::clicked, this, [this] { Q_EMIT pageRequested(Page::Settings); });
    connect(m_filter, &QLineEdit::textChanged, m_model, &SidebarModel::setFilter);
    connect(m_tree, &QTreeView::clicked, this, &Sidebar::openIndex);
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &Sidebar::showMenu);
    connect(m_model, &SidebarModel::rowsInserted, this, &Sidebar::expandGroups);
    const auto remember = [this](const QModelIndex &index, bool collapsed) {
        const QString group = index.data(SidebarModel::GroupRole).toString();
        if (m_expanding || group.isEmpty())
            return;
        collapsed ? (void)m_collapsed.insert(group) : (void)m_collapsed.remove(group);
    };
    connect(m_tree, &QTreeView::collapsed, this, [remember](const QModelIndex &index) { remember(index, true); });
    connect(m_tree, &QTreeView::expanded, this, [remember](const QModelIndex &index) { remember(index, false); });
    expandGroups();
    retranslate();
    m_tree->setFocus(); // not the button of the palette, which would be first in the window
}

void Sidebar::setServer(const ServerSummary &server)
{
    m_model->setServer(server);
    if (m_currentPage == Page::Server && m_currentServer == server.server.id)
        setCurrent(m_currentPage, m_currentServer);
}

void Sidebar::removeServer(const HostId &id)
{
    m_model->removeServer(id);
}

void Sidebar::setCurrent(Page page, const HostId &server)
{
    m_currentPage = page;
    m_currentServer = server;
    const QModelIndex index = page == Page::Server ? m_model->indexOf(server) : m_model->indexOf(page);
    QItemSelectionModel *selection = m_tree->selectionModel();
    if (index.isValid())
        selection->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    else
        selection->clear();
}

QStringList Sidebar::collapsedGroups() const
{
    return QStringList(m_collapsed.cbegin(), m_collapsed.cend());
}

void Sidebar::setCollapsedGroups(const QStringList &groups)
{
    m_collapsed = QSet<QString>(groups.cbegin(), groups.cend());
    expandGroups();
}

/// Groups come and go with their servers, so what is collapsed is kept by name. While a filter is set all are open.
void Sidebar::expandGroups()
{
    m_expanding = true;
    m_tree->setExpanded(m_model->index(0, 0), true);
    m_tree->setExpanded(m_model->index(1, 0), true);
    for (const QModelIndex &group : m_model->groups())
        m_tree->setExpanded(group, !m_filter->text().isEmpty() ||
                                       !m_collapsed.contains(group.data(SidebarModel::GroupRole).toString()));
    m_expanding = false;
}

void Sidebar::openIndex(const QModelIndex &index)
{
    switch (SidebarModel::Kind(index.data(SidebarModel::KindRole).toInt())) {
    case SidebarModel::Kind::Section: break;
    case SidebarModel::Kind::Group: m_tree->setExpanded(index, !m_tree->isExpanded(index)); break;
    case SidebarModel::Kind::PageItem: Q_EMIT pageRequested(Page(index.data(SidebarModel::PageRole).toInt())); break;
    case SidebarModel::Kind::ServerItem:
        Q_EMIT serverRequested(HostId(index.data(SidebarModel::HostRole).toString()));
        break;
    }
}

void Sidebar::showMenu(const QPoint &position)
{
    const QModelIndex index = m_tree->indexAt(position);
    const QString host = index.data(SidebarModel::HostRole).toString();
    if (host.isEmpty())
        return;
    const HostId id(host);
    const auto summary = index.data(SidebarModel::SummaryRole).value<ServerSummary>();
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("serverMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open"), this, [this, id] { Q_EMIT serverRequested(id); });
    menu->addAction(tr("Survey again"), this, [this, id] { Q_EMIT rescanRequested(id); });
    if (!summary.server.isLocal()) {
        if (std::holds_alternative<Online>(summary.connection))
            menu->addAction(tr("Disconnect"), this, [this, id] { Q_EMIT disconnectRequested(id); });
        else
            menu->addAction(tr("Connect"), this, [this, id] { Q_EMIT connectRequested(id); });
        menu->addSeparator();
        menu->addAction(tr("Edit…"), this, [this, id] { Q_EMIT editRequested(id); });
        menu->addAction(tr("Remove from the list"), this, [this, id] { Q_EMIT removeRequested(id); });
    }
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

void Sidebar::setFilterVisible(bool visible)
{
    m_filter->setVisible(visible);
    if (visible) {
        m_filter->setFocus();
    } else {
        m_filter->clear();
        m_tree->setFocus();
    }
}

bool Sidebar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_filter) {
        if (key->key() == Qt::Key_Escape) {
            setFilterVisible(false);
            return true;
        }
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Return) {
            m_tree->setFocus();
            return true;
        }
        return false;
    }
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || key->key() == Qt::Key_Space) {
        openIndex(m_tree->currentIndex());
        return true;
    }
    if (key->key() == Qt::Key_Menu && m_tree->currentIndex().isValid()) {
        showMenu(m_tree->visualRect(m_tree->currentIndex()).center());
        return true;
    }
    const bool typing = !key->text().isEmpty() && key->text().at(0).isPrint() &&
                        !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (typing) { // lists filter as one types
        setFilterVisible(true);
        m_filter->setText(key->text() == QLatin1String("/") ? QString() : key->text());
        return true;
    }
    return false;
}

void Sidebar::paintEvent(QPaintEvent *)
{
    const Tokens &t = Tokens::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), t.surface);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), t.border);
}

void Sidebar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Sidebar::retranslate()
{
    m_search->setText(tr("Search or run…"));
    m_search->setAccessibleName(tr("Search or run a command"));
    m_filter->setPlaceholderText(tr("Filter servers"));
    m_filter->setAccessibleName(tr("Filter servers"));
    m_tree->setAccessibleName(tr("Pages and servers"));
    m_add->setAccessibleName(tr("Add server"));
    m_add->setToolTip(tr("Add server"));
    m_filterButton->setAccessibleName(tr("Filter servers"));
    m_filterButton->setToolTip(tr("Filter servers"));
    m_settings->setText(tr("Settings"));
    m_model->retranslate();
}

} // namespace gw
