// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fleet/fleetoverviewpage.h"

#include "widgets/fleet/servercards.h"
#include "widgets/parts/button.h"
#include "widgets/parts/card.h"
#include "widgets/parts/emptystate.h"
#include "widgets/parts/format.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/rowlist.h"
#include "widgets/parts/statcard.h"

#include <QEvent>
#include <QGridLayout>
#include <QScrollArea>
#include <QTimerEvent>
#include <QVBoxLayout>
#include <numeric>

namespace gw {
namespace {

constexpr int mostAttention = 4;
constexpr int mostExpiries = 4;
constexpr int busyFromPercent = 10;

qint64 daysUntil(const QDateTime &time)
{
    return QDateTime::currentDateTimeUtc().daysTo(time);
}

/// Names as long as they come would push the page about; both ends tell them apart.
QString shortened(const QString &name)
{
    constexpr int most = 28;
    return name.size() <= most ? name : name.left(most / 2 - 1) + u'…' + name.right(most / 2);
}

} // namespace

FleetOverviewPage::FleetOverviewPage(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("fleetOverview"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus); // it follows the lists in it
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // drawn only when needed; its room is the margin
    m_scroll->setWidget(makeContent());
    column->addWidget(m_scroll, 1);
    m_empty = new EmptyState(this);
    m_empty->setObjectName(QStringLiteral("fleetEmpty"));
    m_empty->setIconName(QStringLiteral("server"));
    column->addWidget(m_empty, 1);
    connect(m_empty, &EmptyState::actionRequested, this, &FleetOverviewPage::addServerRequested);
    m_ageTimer.start(5000, Qt::CoarseTimer, this);
    retranslate();
}

QWidget *FleetOverviewPage::makeHeader()
{
    auto *header = new QWidget(this);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(24, 18, 24, 22);
    row->setSpacing(8);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    m_title = new PlainLabel(PlainLabel::Role::Title, Tone::Neutral, header);
    m_subtitle = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, header);
    m_subtitle->setObjectName(QStringLiteral("fleetSubtitle"));
    m_subtitle->setOverflow(PlainLabel::Overflow::Elide);
    texts->addWidget(m_title);
    texts->addWidget(m_subtitle);
    row->addLayout(texts, 1);
    m_rescan = new Button(Button::Kind::Secondary, header);
    m_rescan->setObjectName(QStringLiteral("rescanAll"));
    m_add = new Button(Button::Kind::Primary, header);
    m_add->setObjectName(QStringLiteral("addServer"));
    row->addWidget(m_rescan, 0, Qt::AlignTop);
    row->addWidget(m_add, 0, Qt::AlignTop);
    connect(m_rescan, &Button::clicked, this, &FleetOverviewPage::rescanAllRequested);
    connect(m_add, &Button::clicked, this, &FleetOverviewPage::addServerRequested);
    return header;
}

QWidget *FleetOverviewPage::makeContent()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(24, 0, 14, 12);
    column->setSpacing(14);

    auto *stats = new QHBoxLayout;
    stats->setSpacing(12);
    const auto stat = [&](const char *name) {
        auto *card = new StatCard(content);
        card->setObjectName(QLatin1String(name));
        stats->addWidget(card, 1);
        return card;
    };
    m_exposed = stat("statExposed");
    m_findings = stat("statFindings");
    m_certificates = stat("statCertificates");
    m_gpus = stat("statGpus");
    connect(m_exposed, &StatCard::pressed, this, &FleetOverviewPage::reviewRequested);
    connect(m_findings, &StatCard::pressed, this, &FleetOverviewPage::reviewRequested);
    for (StatCard *card : {m_certificates, m_gpus}) { // nothing is behind them yet
        card->setFocusPolicy(Qt::NoFocus);
        card->unsetCursor();
    }
    column->addLayout(stats);

    auto *middle = new QHBoxLayout;
    middle->setSpacing(14);
    const auto listCard = [&](Card *&card, RowList *&list, PlainLabel *&empty, const char *name, int stretch) {
        card = new Card(content);
        list = new RowList(RowList::Size::Contents, card);
        list->setObjectName(QLatin1String(name));
        list->setInteractive(true);
        empty = new PlainLabel(PlainLabel::Role::Body, Tone::Muted, card);
        empty->setOverflow(PlainLabel::Overflow::Wrap);
        card->body()->addWidget(list);
        card->body()->addWidget(empty);
        card->body()->addStretch(1);
        middle->addWidget(card, stretch);
    };
    listCard(m_attentionCard, m_attention, m_attentionEmpty, "attention", 2);
    listCard(m_expiriesCard, m_expiries, m_expiriesEmpty, "expiries", 1);
    m_expiries->setLeadWidth(52);
    m_reviewAll = new Button(Button::Kind::Link, m_attentionCard);
    m_reviewAll->setObjectName(QStringLiteral("reviewAll"));
    m_attentionCard->addToHeader(m_reviewAll);
    column->addLayout(middle);

    m_serversTitle = new PlainLabel(PlainLabel::Role::Heading, Tone::Neutral, content);
    column->addWidget(m_serversTitle);
    m_cardModel = new ServerCardModel(this);
    m_cards = new ServerCardView(content);
    m_cards->setCards(m_cardModel);
    column->addWidget(m_cards);
    column->addStretch(1);

    connect(m_reviewAll, &Button::clicked, this, &FleetOverviewPage::reviewRequested);
    connect(m_cards, &ServerCardView::serverRequested, this, &FleetOverviewPage::serverRequested);
    connect(m_attention, &RowList::rowActivated, this, [this](const QString &key) {
        const auto [server, finding] = m_attentionTargets.value(key);
        if (!server.isEmpty())
            Q_EMIT findingRequested(server, finding);
    });
    connect(m_expiries, &RowList::rowActivated, this, [this](const QString &key) {
        if (const HostId id = m_expiryTargets.value(key); !id.isEmpty())
            Q_EMIT serverRequested(id);
    });
    return content;
}

void FleetOverviewPage::setServer(const ServerSummary &server)
{
    m_servers.insert(server.server.id, server);
    scheduleRefresh();
}

void FleetOverviewPage::removeServer(const HostId &id)
{
    m_servers.remove(id);
    refresh();
}

void FleetOverviewPage::scheduleRefresh()
{
    if (!m_refreshTimer.isActive())
        m_refreshTimer.start(100, this);
}

void FleetOverviewPage::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_refreshTimer.timerId()) {
        m_refreshTimer.stop();
        refresh();
    } else if (event->timerId() == m_ageTimer.timerId()) {
        refreshSubtitle();
        m_cards->viewport()->update();
    }
}

void FleetOverviewPage::refresh()
{
    const bool empty = m_servers.isEmpty();
    m_empty->setVisible(empty);
    m_scroll->setVisible(!empty);
    m_rescan->setVisible(!empty);
    m_add->setVisible(!empty); // else the page itself offers it
    m_subtitle->setVisible(!empty);
    refreshSubtitle();
    refreshStats();
    refreshAttention();
    refreshExpiries();
    m_cardModel->setServers(m_servers);
}

bool FleetOverviewPage::isAnySurveyed() const
{
    return std::any_of(m_servers.cbegin(), m_servers.cend(),
                       [](const ServerSummary &server) { return server.surveyedAt.isValid(); });
}

void FleetOverviewPage::refreshSubtitle()
{
    int unreachable = 0;
    int busy = 0;
    QDateTime newest;
    for (const ServerSummary &server : std::as_const(m_servers)) {
        unreachable += std::holds_alternative<Failed>(server.connection);
        busy += server.busy;
        if (server.surveyedAt.isValid() && (!newest.isValid() || server.surveyedAt > newest))
            newest = server.surveyedAt;
    }
    QStringList parts;
    parts << (m_servers.size() == 1 ? tr("1 server") : tr("%1 servers").arg(m_servers.size()));
    if (!m_servers.isEmpty())
        parts << (unreachable == 0 ? tr("none unreachable") : tr("%1 not reached").arg(unreachable));
    if (busy > 0)
        parts << tr("%1 being surveyed").arg(busy);
    if (newest.isValid())
        parts << tr("last survey %1").arg(format::age(newest));
    m_subtitle->setText(format::joined(parts));
}

void FleetOverviewPage::refreshStats()
{
    if (!isAnySurveyed()) { // nothing is known, so nothing is fine
        for (StatCard *card : {m_exposed, m_findings, m_certificates, m_gpus}) {
            card->setValue(QStringLiteral("\u2013"), Tone::Faint);
            card->setDetail(tr("Not surveyed yet"));
        }
        return;
    }
    std::array<int, 5> counts{};
    QStringList exposed;
    int exposedCount = 0;
    int due = 0;
    std::optional<std::pair<QDateTime, QString>> next;
    int gpus = 0;
    int busyGpus = 0;
    int utilisation = 0;
    int measured = 0;
    int hottest = 0;
    for (const ServerSummary &server : std::as_const(m_servers)) {
        for (size_t i = 0; i < counts.size(); ++i)
            counts[i] += server.counts[i];
        exposedCount += int(server.exposed.size());
        for (const Exposure &exposure : server.exposed) {
            if (exposed.size() < 2)
                exposed << (exposure.service.isEmpty()
                                ? tr("Port %1 on %2").arg(exposure.listener.port)
                                : tr("%1 :%2 on %3").arg(exposure.service.shown(24)).arg(exposure.listener.port))
                               .arg(shortened(server.server.name));
        }
        for (const ServerSummary::Expiry &expiry : server.expiries) {
            due += daysUntil(expiry.notAfter) <= 30;
            if (!next || expiry.notAfter < next->first)
                next = {expiry.notAfter, shortened(expiry.name.shown(200))};
        }
        for (const Gpu &gpu : server.gpus) {
            ++gpus;
            if (gpu.utilisationPercent) {
                ++measured;
                utilisation += *gpu.utilisationPercent;
                busyGpus += *gpu.utilisationPercent >= busyFromPercent;
            }
            if (gpu.temperature)
                hottest = qMax(hottest, *gpu.temperature);
        }
    }
    m_exposed->setValue(QString::number(exposedCount), exposedCount > 0 ? Tone::Critical : Tone::Good);
    m_exposed->setDetail(
        exposedCount == 0 ? tr("Nothing answers the world without a gate")
        : exposedCount > exposed.size()
            ? tr("%1 and %2 more").arg(exposed.join(QStringLiteral(", "))).arg(exposedCount - exposed.size())
            : exposed.join(QStringLiteral(", ")));

    const int open = std::accumulate(counts.cbegin(), counts.cend(), 0);
    int more = open; // than are named
    QStringList bySeverity;
    Tone tone = Tone::Good;
    for (int severity = int(Severity::Critical); severity >= int(Severity::Info) && bySeverity.size() < 3; --severity) {
        const int count = counts[size_t(severity)];
        if (count == 0)
            continue;
        if (bySeverity.isEmpty())
            tone = toneOf(Severity(severity));
        more -= count;
        bySeverity << tr("%1 %2", "count and severity").arg(count).arg(severityName(Severity(severity)).toLower());
    }
    if (more > 0)
        bySeverity << tr("%1 more").arg(more);
    m_findings->setValue(QString::number(open), tone);
    m_findings->setDetail(open == 0 ? tr("Everything that was checked is fine") : format::joined(bySeverity));

    m_certificates->setValue(QString::number(due), due > 0 ? Tone::Warning : Tone::Good);
    if (!next)
        m_certificates->setDetail(tr("No certificate was found"));
    else if (const qint64 left = daysUntil(next->first); left < 0)
        m_certificates->setDetail(tr("%1 has expired").arg(next->second));
    else
        m_certificates->setDetail(tr("Next: %1 in %2").arg(next->second, format::days(left)));

    m_gpus->setValue(gpus == 0 ? QStringLiteral("\u2013") : QStringLiteral("%1 / %2").arg(busyGpus).arg(gpus),
                     gpus == 0 ? Tone::Faint : Tone::Good);
    QStringList state;
    if (measured > 0)
        state << tr("%1 average").arg(format::percent(double(utilisation) / measured / 100));
    if (hottest > 0)
        state << tr("hottest %1 °C").arg(hottest);
    m_gpus->setDetail(gpus == 0 ? tr("No GPU was found") : format::joined(state));
}

void FleetOverviewPage::refreshAttention()
{
    struct Item {
        const ServerSummary *server;
        const Finding *finding;
    };
    QList<Item> items;
    int open = 0;
    int reviewed = 0;
    for (const ServerSummary &server : std::as_const(m_servers)) {
        open += server.openFindings();
        reviewed += server.surveyedAt.isValid();
        for (const Finding &finding : server.worst)
            items << Item{&server, &finding};
    }
    std::stable_sort(items.begin(), items.end(),
                     [](const Item &a, const Item &b) { return a.finding->severity > b.finding->severity; });
    QList<Row> rows;
    m_attentionTargets.clear();
    for (const Item &item : items.mid(0, mostAttention)) {
        Row row;
        row.key = item.server->server.id.text() + u'/' + FindingKey(*item.finding).text();
        row.severity = item.finding->severity;
        row.title = item.finding->title;
        const QString effective = item.finding->effective.shown(80);
        row.detail = format::joined({item.server->server.name, shortPlaceOf(*item.finding), effective});
        row.action = tr("Look…");
        m_attentionTargets.insert(row.key, {item.server->server.id, FindingKey(*item.finding)});
        rows << row;
    }
    m_attention->setRows(rows);
    m_attention->setVisible(!rows.isEmpty());
    m_attentionEmpty->setVisible(rows.isEmpty());
    m_attentionEmpty->setText(
        reviewed == 0 ? tr("Nothing has been surveyed yet. As soon as a server answers, what it needs stands here.")
        : open == 0   ? tr("Nothing. Every check that could be made has passed.")
                      : tr("Nothing urgent: only findings of low severity are open."));
    m_reviewAll->setText(open == 0 ? tr("Review") : tr("Review all %1").arg(open));
    m_attentionCard->setTitle(tr("What needs you"));
}

void FleetOverviewPage::refreshExpiries()
{
    struct Item {
        const ServerSummary *server;
        const ServerSummary::Expiry *expiry;
    };
    QList<Item> items;
    for (const ServerSummary &server : std::as_const(m_servers)) {
        for (const ServerSummary::Expiry &expiry : server.expiries)
            items << Item{&server, &expiry};
    }
    std::stable_sort(items.begin(), items.end(),
                     [](const Item &a, const Item &b) { return a.expiry->notAfter < b.expiry->notAfter; });
    QList<Row> rows;
    m_expiryTargets.clear();
    for (const Item &item : items.mid(0, mostExpiries)) {
        const qint64 left = daysUntil(item.expiry->notAfter);
        Row row;
        row.key = QStringList{item.server->server.id.text(), item.expiry->name.raw(),
                              item.expiry->notAfter.toString(Qt::ISODate)}
                      .join(u'/');
        row.lead = format::shortDate(item.expiry->notAfter.toLocalTime().date());
        row.title = item.expiry->name.shown(80);
        row.detail = format::joined({left < 0 ? tr("expired") : format::days(left),
                                     item.expiry->renewed ? tr("renewed by the server") : tr("nobody renews"),
                                     item.server->server.name});
        row.detailTone = left < 14 ? Tone::Critical : item.expiry->renewed ? Tone::Good : Tone::Warning;
        m_expiryTargets.insert(row.key, item.server->server.id);
        rows << row;
    }
    m_expiries->setRows(rows);
    m_expiries->setVisible(!rows.isEmpty());
    m_expiriesEmpty->setVisible(rows.isEmpty());
    m_expiriesEmpty->setText(isAnySurveyed() ? tr("No certificate was found on these servers.")
                                             : tr("Not surveyed yet"));
    m_expiriesCard->setTitle(tr("Next expiries"));
}

void FleetOverviewPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FleetOverviewPage::retranslate()
{
    m_title->setText(tr("Fleet overview"));
    m_rescan->setText(tr("Survey all"));
    m_add->setText(tr("Add server…"));
    m_exposed->setName(tr("Exposed without a gate"));
    m_findings->setName(tr("Open findings"));
    m_certificates->setName(tr("Certificates due in 30 days"));
    m_gpus->setName(tr("GPUs busy"));
    m_attention->setAccessibleName(tr("What needs you"));
    m_expiries->setAccessibleName(tr("Next expiries"));
    m_serversTitle->setText(tr("Servers"));
    m_cards->setAccessibleName(tr("Servers"));
    m_empty->setTexts(
        tr("No server yet"),
        tr("Add a server by its address or by an alias of your ssh_config. Nothing is installed on it and "
           "nothing is changed."),
        tr("Add server…"));
    refresh();
}

} // namespace gw
