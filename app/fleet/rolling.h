// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/change/rollout.h"
#include "app/fleet/fleet.h"
#include "widgets/rollout/rolloutstate.h"

#include <QTimer>

namespace gw {

/// What is to be done on several servers, on each by what is known of it.
struct RolloutWish {
    enum class Choice { All, None };
    /// Whether a surveyed server is concerned.
    struct Concern {
        bool isConcerned = true;
        QString obstacle = {}; ///< why it cannot take part all the same; safe to show
    };
    QString title;
    std::function<Concern(const Session &)> concern;
    std::function<QList<Intent>(const Facts &, const Review &)> intents;
    Choice choice = Choice::All; ///< of those that can take part, before the person has chosen
};

/// How a change reaches a server over its open connection: the real way, or a made-up one in tests. On workers.
using ContactOf = std::function<Contact(const HostConnection::Reached &, const Route &, const Facts &)>;
Contact realContact(const HostConnection::Reached &reached, const Route &route, const Facts &facts);

/// One change of several servers, from the choice to its end: plans from each server's own facts, then wave after wave
/// as wavesOf() has them, each server over the connection of its session and with a guard of its own. With nobody to
/// ask, a server keeps what was proven whole and undoes everything else; the first that does not keep it ends the
/// rollout, and those at work go on to their own end. Lives on the window's thread, and no thread waits in it.
class Rolling : public QObject {
    Q_OBJECT

public:
    Rolling(Fleet &fleet, ChangeJournal journal, ContactOf contactOf = realContact);
    ~Rolling() override;

    const RolloutState &state() const { return m_state; }
    /// Something was wished and is not discarded yet.
    bool isBegun() const { return m_wish.concern != nullptr; }
    bool isRunning() const { return m_state.stage == RolloutState::Stage::Running; }

    /// Starts with the choice of servers; while a rollout runs it goes on instead.
    void begin(RolloutWish wish);
    void choose(const QSet<HostId> &chosen);
    /// Connects and surveys, so that they can take part.
    void connectTo(const QList<HostId> &ids);
    void makePlans();
    /// From the plans, or from the end of a rollout, to the choice; after an end, of those that do not keep it.
    void backToChoice();
    void makeCanary(const HostId &id);
    void start();
    void stopAfterWave();
    /// Those at work are led back.
    void stopNow();
    /// Forgets all of it, unless it runs.
    void discard();

Q_SIGNALS:
    void stateChanged();
    /// A server was changed, or was not: it may not be as it was surveyed, and the journal has grown.
    void serverEnded(const gw::HostId &id);

private:
    /// What goes on for one member.
    struct Work {
        explicit Work(Mailbox<ApplyState>::Receive receive) : progress(std::move(receive)) {}
        Job<Plan> planning;
        Job<ChangeEnded> changing;
        Mailbox<ApplyState> progress;
    };

    void follow(Session *session);
    void refreshCandidates();
    RolloutMember *member(const HostId &id);
    /// Null: it is gone, or not connected any more.
    Session *reachable(const HostId &id) const;
    void beginPlan(const HostId &id);
    void planned(const HostId &id, Result<Plan> plan);
    void arrange();
    std::optional<qsizetype> next() const;
    void beginChange(RolloutMember &member);
    void changed(const HostId &id, Result<ChangeEnded> ended);
    void hear(const HostId &id, const ApplyState &change);
    void goOn();
    void showTrouble(const Session &session);

    Fleet &m_fleet;
    ChangeJournal m_journal;
    ContactOf m_contactOf;
    RolloutWish m_wish;
    RolloutState m_state;
    QSet<HostId> m_offered; ///< candidates that could take part at some time: a new one is chosen as the wish says
    QTimer m_candidates;    ///< many servers that answer at once cost one refresh
    std::map<HostId, std::unique_ptr<Work>> m_work;
};

} // namespace gw
