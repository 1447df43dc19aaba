// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/change/recovery.h"
#include "app/fleet/session.h"
#include "backend/plan/intent.h"
#include "widgets/plan/applystate.h"
#include "widgets/plan/plandraft.h"

namespace gw {

/// What a person changes on one server: the findings that were gathered for a plan, its preview, and the change under
/// way until it was kept or is undone. Lives on the window's thread, beside the session of the server.
class Changing : public QObject {
    Q_OBJECT

public:
    Changing(Session &session, Storage storage);
    ~Changing() override;

    const PlanDraft &draft() const { return m_draft; }
    /// What the page of the change shows; nothing: there is none.
    const std::optional<ApplyState> &state() const { return m_state; }
    /// Open on the server, and not begun here since the program started.
    std::optional<FoundChange> found() const;
    /// What a proof needs and only the person knows.
    const Question &question() const { return m_question; }
    bool isPlanning() const { return m_planning.isRunning(); }
    /// Why the last plan that was asked for could not be made.
    const std::optional<Error> &planError() const { return m_planError; }
    /// A change is being made, or the server waits for a decision: not the moment to leave.
    bool isOpen() const;

    /// The plan that mends these findings, made anew whenever they change.
    void gather(const QList<FindingKey> &findings);
    /// Shows the plan that was gathered.
    void preview();
    /// A plan for these, shown when it is made.
    void plan(const QList<Intent> &intents);
    /// A plan that takes a past change back, shown when it is made; `only`: these files.
    void planUndo(qint64 number, const QList<RemotePath> &only);
    /// Makes the plan that is shown once more, from the server as it is now.
    void planAgain();
    void stopPlanning();

    void apply(const Plan &plan);
    void keep();
    /// Also once more, of what could not be restored whole.
    void undo();
    void moreTime();
    /// While it is being made: back to the old state.
    void stop();
    /// Leaves the page of a plan, or of a change that has ended.
    void dismiss();
    /// And what was gathered for it.
    void discard();
    /// What was found on the server was read.
    void forgetFound();
    /// A rollout has the server at work: what is open there is its own, and nobody is asked about it here.
    void leaveToRollout(bool atWork);

    void answer(const HostKeyQuestion &question);
    void answer(const SecretQuestion &question, const QList<Secret> &secrets);
    void declineQuestion();

Q_SIGNALS:
    void draftChanged();
    void stateChanged();
    void failed(const gw::Error &error);
    /// A change has ended: the server may not be as it was surveyed, and the journal has grown.
    void ended();

private:
    using Act = std::function<Result<ChangeState>(ChangeRun &, const Contact &, const OnChange &, std::stop_token)>;
    using MakePlan = std::function<Result<Plan>(const Contact &, std::stop_token)>;

    std::function<Contact(const HostConnection::Reached &, const Route &)> contacts() const;
    void show(MakePlan make, std::optional<qint64> undoes = {});
    void makeDraft();
    void begin(ApplyState::Phase phase, Act act);
    void arrived(Result<ChangeState> result);
    void setState(std::optional<ApplyState> state);
    void proveAgain();
    void lookAfterReturn();
    void lookForOpenChanges();
    std::shared_ptr<ChangeRun> resume(const OpenChange &change, const ChangeRecord &known) const;
    void takeUp(const Recovered::Waiting &waiting);

    Session &m_session;
    Storage m_storage;
    PlanDraft m_draft;
    std::optional<ApplyState> m_state;
    std::optional<Error> m_planError;
    MakePlan m_make;                ///< how the plan that is shown is made
    std::optional<qint64> m_undoes; ///< the past change that it takes back
    std::shared_ptr<ChangeRun> m_run;
    std::optional<ChangeRecord> m_ended; ///< how the last one ended
    std::optional<Recovered::Waiting> m_found;
    Question m_question;
    Answers m_answers; ///< given for proofs
    bool m_looked = false;
    bool m_leftToRollout = false;
    Mailbox<ApplyState> m_progress;
    QTimer m_due; ///< shortly after the server has returned by itself
    Job<Plan> m_drafting;
    Job<Plan> m_planning;
    Job<ChangeState> m_acting;
    Job<Recovered> m_looking;
};

} // namespace gw
