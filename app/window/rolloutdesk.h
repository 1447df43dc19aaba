// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/rolling.h"
#include "widgets/frame/page.h"

namespace gw {

class MainWindow;
class RolloutPage;

/// Takes what is wished for several servers to a rollout and shows it on its page; holds the window open while one
/// runs.
class RolloutDesk : public QObject {
    Q_OBJECT

public:
    RolloutDesk(Fleet &fleet, const Storage &storage, MainWindow &frame, RolloutPage &page,
                ContactOf contactOf = realContact);

    /// The key of `user` on the server `from` is wanted for the same user elsewhere, with its options.
    void rollOutKey(const HostId &from, const QString &user, const QString &fingerprint);
    /// Every finding of this rule is to be mended, on the servers that are chosen then.
    void fixOnServers(const RuleId &rule);

Q_SIGNALS:
    void failed(const gw::Error &error);
    void serverRequested(const gw::HostId &id);
    void historyRequested(const gw::HostId &id, qint64 number);
    /// The journal has grown.
    void changeEnded(const gw::HostId &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectPage();
    void connectClosing();
    void open(const RolloutWish &wish);
    void leave();
    void refresh();
    void refreshNotice();
    void holdClose();

    Fleet &m_fleet;
    ContactOf m_contactOf;
    MainWindow &m_frame;
    RolloutPage &m_page;
    Rolling m_rolling;
    Job<QByteArray> m_key;
    QTimer m_show;                     ///< many servers at work at once cost one refresh
    Page m_from = Page::FleetOverview; ///< where the person came from
    HostId m_fromServer;
    bool m_leaving = false; ///< the person wants to close although a rollout runs
};

} // namespace gw
