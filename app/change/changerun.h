// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/change/changejournal.h"
#include "app/change/contact.h"
#include "app/change/newaddress.h"
#include "app/change/proving.h"

namespace gw {

/// What is to be done to one server, and what the journal says beside it.
struct ChangeRequest {
    Server server;
    Plan plan;
    QString reachedAs;                      ///< "dev@gpu-1:22"; empty: this computer
    QString hostKey;                        ///< as ConnectionInfo::hostKey
    std::chrono::milliseconds toConnect{0}; ///< how long the open connection took
    std::optional<qint64> undoes = {};      ///< as ChangeRecord::undoes
};
/// `shell` is the open connection.
ChangeRequest requestFor(const Server &server, const Plan &plan, const Way &way, const Shell &shell);

/// Whoever sits here, as others see it: "ada on laptop".
QString personHere();

/// What goes on now.
struct ChangeProgress {
    ApplyProgress applying;                ///< Phase::Proving: `proof` and `tried` go on
    QDateTime returnsAt = {};              ///< valid once the way back is armed
    int proof = -1;                        ///< index in proofsOf()
    std::optional<ProofRecord> tried = {}; ///< the proof that has just ended
};
using OnChange = std::function<void(const ChangeProgress &)>;

/// It is in force and no proof speaks against it; somebody has to say "keep", or the server returns by itself.
struct AwaitingKeep {
    QString transaction;
    QDateTime returnsAt;
    QString guard;          ///< as Armed::guard
    QStringList notCovered; ///< as Armed::notCovered
    QList<ProofRecord> proofs;
    bool proven = false; ///< every proof was tried and held
};

/// It is over, or nobody can tell any more from here (Outcome::Open: the server returns by itself and is asked again
/// when it can be reached, see recover()).
struct ChangeEnded {
    ChangeRecord record;
    QList<FileConflict> conflicts = {};        ///< Refused: the files that are not as the plan saw them
    std::optional<Error> notRecorded = {};     ///< why the journal, or its mirror, did not take the end of it
    std::optional<NewAddress> newAddress = {}; ///< Kept: the server is not reached as before
};
using ChangeState = std::variant<AwaitingKeep, ChangeEnded>;

/// One change of one server, from "apply" to its end. Every call runs on a worker, one at a time; between them the
/// person decides. The journal gets it as Outcome::Open before anything is sent, with its steps when it is in force,
/// and once more when it has ended; one that cannot be written begins nothing. A failed proof undoes at once, so does a
/// stop. What is undone is undone over whatever connection still works, even after a stop.
class ChangeRun {
public:
    ChangeRun(ChangeRequest request, ChangeJournal journal);
    /// A change that is open on the server since before this program started; `known`: what the journal says about it.
    /// Go on with prove().
    static ChangeRun resumed(ChangeRequest request, ChangeJournal journal, const OpenChange &change,
                             const std::optional<ChangeRecord> &known);

    /// Applies and proves. An Error: nothing was begun, which the journal says too where it could be written; but for
    /// NeedsAnswer, which may also come from a proof: where isArmed(), answer it and go on with prove().
    Result<ChangeState> apply(const Contact &contact, const OnChange &progress, std::stop_token stop);
    /// Tries all proofs, also once more. After an Error (NeedsAnswer) it is still in force.
    Result<ChangeState> prove(const Contact &contact, const OnChange &progress, std::stop_token stop);
    /// Makes it last, over the login that was proven, or a new one where none was yet. After an Error it is still in
    /// force, as far as anybody knows.
    Result<ChangeState> keepIt(const Contact &contact, std::stop_token stop);
    /// Returns now. `why` goes into the journal.
    ChangeState undoIt(const Contact &contact, const QString &why = {});
    /// The whole time again, counted from now.
    Result<ChangeState> moreTime(const Contact &contact, std::stop_token stop);
    /// Asks the server what became of it: when the time is over, or after the connection was lost.
    Result<ChangeState> lookAgain(const Contact &contact, std::stop_token stop);
    /// The same by what openChanges() has just said.
    Result<ChangeState> lookAgain(const Contact &contact, const QList<OpenChange> &open, std::stop_token stop);

    bool isArmed() const { return m_waiting.has_value(); }
    const ChangeRecord &record() const { return m_record; }

private:
    Result<ChangeState> armed(const Contact &contact, const Armed &armed, const OnChange &progress,
                              std::stop_token stop);
    Result<ChangeState> afterError(const Contact &contact, const Error &error);
    ChangeState refused(const NotStarted &reason);
    ChangeState returned(Outcome outcome, const QString &why, const Returned &how);
    ChangeState takeBack(const Contact &contact, Outcome outcome, const QString &why);
    ChangeState cameBack(const Contact &contact, const OpenChange &change);
    ChangeState endKept(const Contact &contact, const QString &detail);
    ChangeState lost(const QString &why);
    ChangeState end(Outcome outcome, const QString &detail);
    Result<Login> logInOnceMore(const Contact &contact, std::stop_token stop) const;
    template <typename Work>
    auto overAny(const Contact &contact, const Work &work, std::stop_token stop)
        -> std::invoke_result_t<Work, Shell &, const Elevation &>;

    ChangeRequest m_request; ///< its plan has the secrets, m_record's has not
    ChangeJournal m_journal;
    ChangeRecord m_record;
    std::chrono::seconds m_window;
    std::optional<AwaitingKeep> m_waiting; ///< while it is in force
    std::optional<Login> m_login;          ///< the proven one
    bool m_askedToKeep = false;
};

} // namespace gw
