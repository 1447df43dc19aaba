// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/parts/findingkey.h"
#include "widgets/parts/serversummary.h"

#include <QBasicTimer>
#include <QWidget>

class QScrollArea;

namespace gw {

class Button;
class Card;
class EmptyState;
class PlainLabel;
class RowList;
class ServerCardModel;
class ServerCardView;
class StatCard;

/// All servers at one glance: what is exposed, what needs somebody, what expires next, how each one is.
class FleetOverviewPage : public QWidget {
    Q_OBJECT

public:
    explicit FleetOverviewPage(QWidget *parent = nullptr);

    void setServer(const ServerSummary &server);
    void removeServer(const HostId &id);

Q_SIGNALS:
    void addServerRequested();
    void rescanAllRequested();
    void reviewRequested();
    void serverRequested(const gw::HostId &id);
    void findingRequested(const gw::HostId &server, const gw::FindingKey &finding);

protected:
    void changeEvent(QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    QWidget *makeHeader();
    QWidget *makeContent();
    void retranslate();
    void scheduleRefresh();
    void refresh();
    bool isAnySurveyed() const;
    void refreshSubtitle();
    void refreshStats();
    void refreshAttention();
    void refreshExpiries();

    QMap<HostId, ServerSummary> m_servers;
    QBasicTimer m_refreshTimer; ///< many servers that answer at once cost one refresh
    QBasicTimer m_ageTimer;
    PlainLabel *m_title;
    PlainLabel *m_subtitle;
    Button *m_rescan;
    Button *m_add;
    QScrollArea *m_scroll;
    EmptyState *m_empty;
    StatCard *m_exposed, *m_findings, *m_certificates, *m_gpus;
    Card *m_attentionCard, *m_expiriesCard;
    Button *m_reviewAll;
    RowList *m_attention, *m_expiries;
    PlainLabel *m_attentionEmpty, *m_expiriesEmpty, *m_serversTitle;
    ServerCardModel *m_cardModel;
    ServerCardView *m_cards;
    QHash<QString, QPair<HostId, FindingKey>> m_attentionTargets;
    QHash<QString, HostId> m_expiryTargets;
};

} // namespace gw
