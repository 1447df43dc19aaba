// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/server/overviewpage.h"

#include "backend/exposure/exposure.h"
#include "widgets/parts/card.h"
#include "widgets/parts/codebox.h"
#include "widgets/parts/factgrid.h"
#include "widgets/parts/format.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/rowlist.h"
#include "widgets/server/overviewrows.h"
#include "widgets/theme/paint.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>
#include <QResizeEvent>

namespace gw {
namespace {

constexpr int widthForTwoColumns = 820;

/// "needs root" and the like, in place of what is missing.
template <typename T>
QString missing(const Known<T> &known, const QString &otherwise)
{
    return known ? otherwise : OverviewPage::tr("Not known: %1").arg(known.gap().text());
}

} // namespace

OverviewPage::OverviewPage(QWidget *parent) : QScrollArea(parent)
{
    setObjectName(QStringLiteral("overviewPage"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // drawn only when needed; its room is the margin
    auto *content = new QWidget;
    m_columns = new QHBoxLayout(content);
    m_columns->setContentsMargins(24, 14, 14, 20);
    m_columns->setSpacing(14);
    const auto column = [&](int stretch) {
        auto *side = new QWidget(content);
        side->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // long values must not move the border
        auto *layout = new QVBoxLayout(side);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(14);
        m_columns->addWidget(side, stretch);
        return layout;
    };
    auto *wide = column(9);
    auto *narrow = column(5);

    m_sockets = makeListCard(QStringLiteral("sockets"));
    m_sockets.list->setLeadWidth(150);
    m_services = makeListCard(QStringLiteral("services"));
    m_certificates = makeListCard(QStringLiteral("certificates"));
    m_certificates.list->setLeadWidth(52);
    m_users = makeListCard(QStringLiteral("users"));
    m_changes = makeListCard(QStringLiteral("changes"));
    for (const ListCard *card : {&m_changes, &m_sockets, &m_services, &m_certificates, &m_users})
        wide->addWidget(card->card);
    wide->addStretch(1);

    m_system = new Card(content);
    m_systemFacts = new FactGrid(m_system);
    m_systemFacts->setObjectName(QStringLiteral("systemFacts"));
    m_system->body()->addWidget(m_systemFacts);
    narrow->addWidget(m_system);
    m_gpus = makeListCard(QStringLiteral("gpus"));
    m_disks = makeListCard(QStringLiteral("disks"));
    narrow->addWidget(m_gpus.card);
    narrow->addWidget(m_disks.card);
    m_connectionCard = new Card(content);
    m_connectionFacts = new FactGrid(m_connectionCard);
    m_connectionFacts->setObjectName(QStringLiteral("connectionFacts"));
    m_connectionCard->body()->addWidget(m_connectionFacts);
    m_connectionDetails = new CodeBox(m_connectionCard); // breaks fingerprints where a label would cut them
    m_connectionDetails->setObjectName(QStringLiteral("connectionDetails"));
    m_connectionCard->body()->addWidget(m_connectionDetails);
    narrow->addWidget(m_connectionCard);
    narrow->addStretch(1);
    setWidget(content);
    content->setAutoFillBackground(false); // the ring of the focus shows through
    refresh();
}

OverviewPage::ListCard OverviewPage::makeListCard(const QString &objectName)
{
    ListCard made;
    made.card = new Card(this);
    made.list = new RowList(RowList::Size::Contents, made.card);
    made.list->setObjectName(objectName);
    made.empty = new PlainLabel(PlainLabel::Role::Body, Tone::Muted, made.card);
    made.empty->setOverflow(PlainLabel::Overflow::Wrap);
    made.card->body()->addWidget(made.list);
    made.card->body()->addWidget(made.empty);
    return made;
}

void OverviewPage::show(const ListCard &card, const QString &title, const QString &note, const QList<Row> &rows,
                        const QString &whenEmpty)
{
    card.card->setTitle(title, note);
    card.list->setAccessibleName(title);
    card.list->setRows(rows);
    card.list->setVisible(!rows.isEmpty());
    card.empty->setText(whenEmpty);
    card.empty->setVisible(rows.isEmpty());
}

void OverviewPage::setFacts(std::shared_ptr<const Facts> facts, std::shared_ptr<const Known<QList<Exposure>>> exposures)
{
    m_facts = std::move(facts);
    m_exposures = std::move(exposures);
    if (m_facts && !m_exposures)
        m_exposures = std::make_shared<const Known<QList<Exposure>>>(gw::exposures(*m_facts));
    refresh();
}

void OverviewPage::setConnection(const ConnectionState &connection)
{
    m_connection = connection;
    refreshConnection();
}

void OverviewPage::setChanges(const QDateTime &since, const QList<FactChange> &changes)
{
    if (since == m_since && changes == m_changeList)
        return;
    m_since = since;
    m_changeList = changes;
    refreshChanges();
}

void OverviewPage::refresh()
{
    setAccessibleName(tr("Overview of the server"));
    refreshConnection();
    refreshChanges();
    if (!m_facts)
        return;
    refreshSystem();
    refreshSockets();
    refreshServices();
    refreshCertificates();
    refreshHardware();
    refreshUsers();
}

void OverviewPage::refreshSystem()
{
    m_system->setTitle(tr("System"));
    m_systemFacts->setFacts(overview::system(*m_facts));
}

void OverviewPage::refreshConnection()
{
    const auto *online = std::get_if<Online>(&m_connection);
    m_connectionCard->setVisible(online && !online->details.isEmpty());
    if (!online)
        return;
    m_connectionCard->setTitle(tr("Connection"));
    QList<FactGrid::Fact> facts{{tr("By"), online->transport, Tone::Neutral, false}};
    if (!online->transportReason.isEmpty())
        facts.append({tr("Because"), online->transportReason, Tone::Muted, false});
    m_connectionFacts->setFacts(facts);
    m_connectionDetails->setAccessibleName(tr("Details"));
    m_connectionDetails->setCode(online->details);
}

void OverviewPage::refreshSockets()
{
    const Known<QList<Exposure>> &all = *m_exposures;
    const QList<Row> rows = all ? overview::sockets(*all) : QList<Row>();
    const auto open = all ? std::count_if(all->cbegin(), all->cend(),
                                          [](const Exposure &e) { return e.verdict == Exposure::Verdict::Open; })
                          : 0;
    show(m_sockets, tr("Listening sockets"), open > 0 ? tr("%1 open to the world").arg(open) : QString(), rows,
         missing(all, tr("Nothing listens.")));
}

void OverviewPage::refreshServices()
{
    show(m_services, tr("Failed services"), QString(), overview::failedServices(*m_facts),
         missing(m_facts->services.units, tr("No service has failed.")));
}

void OverviewPage::refreshCertificates()
{
    const Known<QList<Lineage>> &lineages = m_facts->certificates.lineages;
    const QList<Row> rows = overview::certificates(*m_facts);
    show(m_certificates, tr("Certificates"), QString(), rows,
         lineages || m_facts->certificates.files ? tr("No certificate was found.") : missing(lineages, QString()));
}

void OverviewPage::refreshHardware()
{
    const QList<Row> gpus = m_facts->gpus ? overview::gpus(*m_facts->gpus) : QList<Row>();
    const QString driver = m_facts->gpus && !m_facts->gpus->isEmpty()
                               ? tr("driver %1").arg(m_facts->gpus->first().driver.shown(30))
                               : QString();
    const bool noDriver = !m_facts->gpus && m_facts->gpus.gap().reason == Gap::Reason::NotInstalled;
    show(m_gpus, tr("GPUs"), driver, gpus,
         noDriver ? tr("No GPU was found.") : missing(m_facts->gpus, tr("No GPU was found.")));
    show(m_disks, tr("Disks"), QString(), m_facts->disks ? overview::disks(*m_facts->disks) : QList<Row>(),
         missing(m_facts->disks, tr("No disk was found.")));
}

void OverviewPage::refreshUsers()
{
    show(m_users, tr("Users and keys"), QString(), m_facts->users ? overview::users(*m_facts->users) : QList<Row>(),
         missing(m_facts->users, tr("No user has a shell.")));
}

void OverviewPage::refreshChanges()
{
    m_changes.card->setVisible(m_since.isValid());
    if (!m_since.isValid())
        return;
    show(m_changes, tr("What changed"), tr("since %1").arg(format::shortTime(m_since)), overview::changes(m_changeList),
         tr("Nothing changed since the survey before."));
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    m_columns->setDirection(event->size().width() >= widthForTwoColumns ? QBoxLayout::LeftToRight
                                                                        : QBoxLayout::TopToBottom);
}

/// Only lists to read are in it, so the page itself takes the keyboard and is scrolled.
void OverviewPage::paintEvent(QPaintEvent *event)
{
    QScrollArea::paintEvent(event);
    if (!paint::showsFocus(this))
        return;
    QPainter painter(viewport());
    paint::focusRing(&painter, viewport()->rect().adjusted(4, 2, -4, -2), 6, Tokens::of(this));
}

void OverviewPage::focusInEvent(QFocusEvent *event)
{
    QScrollArea::focusInEvent(event);
    viewport()->update();
}

void OverviewPage::focusOutEvent(QFocusEvent *event)
{
    QScrollArea::focusOutEvent(event);
    viewport()->update();
}

void OverviewPage::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    if (m_facts) // the reasons in it are sentences
        m_exposures = std::make_shared<const Known<QList<Exposure>>>(exposures(*m_facts));
    refresh();
}

} // namespace gw
