// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/apply/apply.h"

namespace gw {

/// Exit codes of guard.sh.
enum class GuardExit {
    Done = 0,
    CheckFailed = 65,
    Unknown = 66,
    Refused = 69,
    CameBack = 70,
    Unfinished = 74,
    Held = 75,
    Conflict = 78,
    TooLate = 79,
};

/// What guard.sh says about one change, read line by line. What cannot be read is passed over: a server may send
/// anything, and what decides is the exit code and the words that were understood.
class GuardAnswer {
public:
    static GuardAnswer from(const QByteArray &printed);
    void take(const QByteArray &line);

    struct Guarded {
        QString guard; ///< "systemd", "process"
        QString boot;  ///< what takes the change back after a reboot: "unit", "cron", "none"
        std::chrono::seconds left{0};
    };
    struct Found {
        int step = -1; ///< index in Plan::steps
        FileState state;
    };
    struct Held {
        UntrustedText holder;
        std::chrono::seconds age{0};
    };
    struct Refusal {
        QByteArray reason;
        int step = -1;
        UntrustedText detail;
    };
    struct CheckFailed {
        QByteArray kind;
        UntrustedText output;
    };
    struct Remark {
        QByteArray kind;
        QList<QByteArray> words; ///< decoded
        bool isTrouble = false;  ///< not everything could be restored
    };
    struct Ended {
        enum class Completeness { Complete, Incomplete, Unfinished } completeness = Completeness::Complete;
        QByteArray cause; ///< "deadline", "boot", "asked", "step", "arm"
        int step = -1;
    };

    QByteArray phase;
    int running = -1; ///< the step that has begun last
    QMap<int, StepRecord> steps;
    QMap<int, UntrustedText> names; ///< ids of the steps, in an answer of "status"
    QList<Found> conflicts;
    QList<Remark> remarks;
    std::optional<Guarded> guarded;
    std::optional<Held> held;
    std::optional<Refusal> refusal;
    std::optional<CheckFailed> checkFailed;
    std::optional<Ended> ended;
    bool isReady = false;     ///< all steps are done, "keep" may come
    bool isUntouched = false; ///< "undo" came before anything was changed

private:
    void takeStep(const QByteArrayList &words);
};

/// ":" and base64, as guard.sh writes texts.
std::optional<QByteArray> decodedWord(const QByteArray &word);

} // namespace gw
