// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/record.h"
#include "backend/shell/script.h"

namespace gw {

/// Reads files for a plan in one round trip. Every path comes back, missing ones too; what is no regular file, is
/// larger than `limit` or changed while it was read is an Error that names it.
Result<FileStates> readFileStates(Shell &shell, const QList<RemotePath> &paths, const Elevation &elevation,
                                  std::stop_token stop, qint64 limit = 4 * 1024 * 1024);

struct ApplyOptions {
    QString transaction;             ///< [a-z0-9-], unique: newTransactionId()
    QString holder;                  ///< who does it, shown to a second person: "ada on laptop"
    std::chrono::seconds window{90}; ///< until the server returns by itself; see usableWindow()
};
QString newTransactionId();
/// max(30 s, 3 × (time to connect + time to reload)), at most 600 s; at least what was wished.
std::chrono::seconds usableWindow(std::chrono::seconds wished, std::chrono::milliseconds toConnect,
                                  std::chrono::milliseconds toReload);

/// What goes on now. `step` indexes Plan::steps; the phases before and after have none.
struct ApplyProgress {
    enum class Phase { Preparing, CheckingAside, Arming, Step, Proving };
    Phase phase = Phase::Preparing;
    int step = -1;
    std::optional<StepRecord> finished = {}; ///< the step that has just ended
};

/// Why nothing was changed: a file is not as the plan saw it.
struct FileConflict {
    RemotePath path;
    FileState expected;
    FileState found;
    friend bool operator==(const FileConflict &, const FileConflict &) = default;
};

/// Applied, the way back is armed: prove it, then keep() or undo().
struct Armed {
    QString transaction;
    QDateTime returnsAt;    ///< by this computer's clock
    QString guard;          ///< "systemd", "process": what holds the way back
    QStringList notCovered; ///< what this guard does not survive ("A reboot: there is neither systemd nor cron")
    QList<StepRecord> steps;
};
/// Nothing was changed.
struct NotStarted {
    QList<FileConflict> conflicts; ///< or:
    QString heldBy;                ///< somebody else's change is open on this server
    QDateTime heldSince;
    QString checkFailed; ///< what sshd -t, nginx -t … said about the staged files; untrusted, shown()
};
/// A step or check failed: the old state is back.
struct Returned {
    QList<StepRecord> steps;
    QString cause;            ///< shown()
    bool complete = true;     ///< false: not everything could be restored
    QStringList remarks = {}; ///< later edits of others: kept aside or left alone, and where
};
using Applied = std::variant<Armed, NotStarted, Returned>;

/// Backs up, stages, checks aside, arms the way back, switches over and checks again, in two round trips. On a stop or
/// a failure the old state is back when this returns (if the server can still be reached; else it returns by itself).
/// Secret contents are in the plan only in memory and travel over standard input.
Result<Applied> apply(Shell &shell, const Elevation &elevation, const Plan &plan, const ApplyOptions &options,
                      const std::function<void(const ApplyProgress &)> &progress, std::stop_token stop);

/// Makes it last; call it over the new login that was proven. Kind::TimedOut when the server has already returned.
/// Nothing of the guard remains on the server.
Result<void> keep(Shell &shell, const Elevation &elevation, const QString &transaction, std::stop_token stop);
/// Returns now. Harmless when that has happened already. Nothing of the guard remains on the server.
Result<Returned> undo(Shell &shell, const Elevation &elevation, const QString &transaction, std::stop_token stop);
/// More time, counted from now. The new deadline.
Result<QDateTime> extend(Shell &shell, const Elevation &elevation, const QString &transaction,
                         std::chrono::seconds window, std::stop_token stop);

/// A change that is open on a server, or that came back and nobody has heard of it yet.
struct OpenChange {
    enum class State { Armed, Returning, CameBack };
    QString transaction;
    State state = State::Armed;
    UntrustedText title;
    UntrustedText holder;
    QDateTime since;        ///< by this computer's clock
    QDateTime returnsAt;    ///< Armed
    Returned returned = {}; ///< CameBack
};
Result<QList<OpenChange>> openChanges(Shell &shell, const Elevation &elevation, std::stop_token stop);
/// The record of a change that came back is in the journal now: the server may forget it.
Result<void> forget(Shell &shell, const Elevation &elevation, const QString &transaction, std::stop_token stop);

} // namespace gw
