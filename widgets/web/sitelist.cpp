// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/web/sitelist.h"

#include "widgets/parts/emptystate.h"
#include "widgets/parts/segmentedcontrol.h"
#include "widgets/web/sitepanel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QShortcut>
#include <QVBoxLayout>
#include <utility>

namespace gw {

SiteList::SiteList(QWidget *parent) : Card(parent)
{
    setFlush();
    m_order = new SegmentedControl(this);
    m_order->setObjectName(QStringLiteral("siteOrder"));
    addToHeader(m_order);
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("siteFilter"));
    m_filter->setClearButtonEnabled(true);
    auto *filterRow = new QHBoxLayout;
    filterRow->setContentsMargins(10, 0, 10, 10);
    filterRow->addWidget(m_filter);
    m_list = new RowList(RowList::Size::Scroll, this);
    m_list->setObjectName(QStringLiteral("siteList"));
    m_list->setInteractive(true);
    m_list->setInset(14);
    m_empty = new EmptyState(this);
    m_empty->setObjectName(QStringLiteral("noSites"));
    m_empty->setIconName(QStringLiteral("search"));
    m_panel = new SitePanel(this);
    body()->setSpacing(0);
    body()->addLayout(filterRow);
    body()->addWidget(m_list, 1);
    body()->addWidget(m_empty, 1);
    body()->addWidget(m_panel);

    connect(m_filter, &QLineEdit::textChanged, this, &SiteList::refresh);
    auto *escape = new QShortcut(Qt::Key_Escape, m_filter);
    escape->setContext(Qt::WidgetShortcut);
    connect(escape, &QShortcut::activated, m_filter, &QLineEdit::clear);
    connect(m_filter, &QLineEdit::returnPressed, this, [this] {
        if (m_list->rowModel()->rowCount() > 0)
            activate(m_list->rowModel()->row(0).key);
    });
    connect(m_order, &SegmentedControl::currentChanged, this, &SiteList::refresh);
    connect(m_list, &RowList::rowActivated, this, &SiteList::activate);
    connect(m_panel, &SitePanel::changeRequested, this, &SiteList::changeRequested);
    retranslate();
}

void SiteList::show(const WebDraft &draft)
{
    const QList<WebSite> before = std::exchange(m_draft, draft).sites();
    if (m_chosen >= 0) // it may stand elsewhere in the list by now
        m_chosen = siteLike(before[m_chosen].site);
    refresh();
}

/// Of the same first name in the same file, else in another (it was switched on or off); -1: none.
int SiteList::siteLike(const NginxSite &site) const
{
    const QList<WebSite> &sites = m_draft.sites();
    const QByteArray name = site.names.value(0);
    int like = -1;
    for (int i = 0; i < sites.size(); ++i) {
        const NginxSite &each = sites[i].site;
        if (each.names.value(0) != name)
            continue;
        if (each.path == site.path)
            return i;
        if (like < 0 && !name.isEmpty())
            like = i;
    }
    return like;
}

void SiteList::choose(int site)
{
    m_chosen = site;
    refresh();
}

void SiteList::setUsable(bool usable)
{
    m_panel->setUsable(usable);
}

void SiteList::activate(const QString &key)
{
    if (key.startsWith(u'/')) {
        choose(-1);
        Q_EMIT fileChosen(RemotePath(key));
        return;
    }
    choose(key.toInt());
    Q_EMIT siteChosen(m_chosen);
}

void SiteList::refresh()
{
    const QList<Row> rows = siteRows(m_draft, m_filter->text(), SiteOrder(m_order->current()));
    m_list->setRows(rows);
    m_list->setVisible(!rows.isEmpty());
    m_empty->setVisible(rows.isEmpty());
    if (!m_draft.reading())
        m_empty->setTexts(tr("The files of nginx are being read"), QString());
    else if (m_draft.sites().isEmpty())
        m_empty->setTexts(tr("No sites"), tr("nginx has no server block here."));
    else
        m_empty->setTexts(tr("Nothing found"), tr("No site holds these words."));
    for (int i = 0; i < rows.size(); ++i) {
        if (rows[i].key == QString::number(m_chosen) && m_list->currentIndex().row() != i)
            m_list->setCurrentIndex(m_list->rowModel()->index(i));
    }
    m_panel->setSite(m_chosen >= 0 && m_chosen < m_draft.sites().size() ? std::optional(m_draft.sites()[m_chosen])
                                                                        : std::nullopt);
    setTitle(tr("Sites"));
}

void SiteList::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SiteList::retranslate()
{
    m_order->setSegments({tr("Name"), tr("File")});
    m_order->setAccessibleName(tr("Order of the sites"));
    m_filter->setPlaceholderText(tr("Filter sites"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_list->setAccessibleName(tr("Sites"));
    refresh();
}

} // namespace gw
