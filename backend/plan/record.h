// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/plan.h"

#include <QDateTime>
#include <QHash>

namespace gw {

/// How a change ended.
enum class Outcome {
    Open, ///< applied, the guard is armed, nobody has said "keep" yet
    Kept,
    Undone,   ///< by the person, or because a proof failed
    CameBack, ///< by the server itself: nobody confirmed in time
    Failed,   ///< a step failed and everything returned
    Refused,  ///< nothing was changed: the files were not as the plan saw them, or somebody else was at work
    Broken,   ///< the way back could not restore everything: look at `detail`
};
QString outcomeId(Outcome outcome); ///< "kept", "came-back", … as JSON spells it
std::optional<Outcome> outcomeFromId(const QString &id);
QString outcomeName(Outcome outcome); ///< translated

/// One step as it went.
struct StepRecord {
    QString id;
    enum class State { NotRun, Done, Failed } state = State::NotRun;
    std::chrono::milliseconds took{0};
    QByteArray output; ///< what the command said, bounded; untrusted
    friend bool operator==(const StepRecord &, const StepRecord &) = default;
};

struct ProofRecord {
    Proof proof;
    bool held = false;
    QString detail; ///< "answered in 41 ms", "connection refused"; safe to show
    friend bool operator==(const ProofRecord &, const ProofRecord &) = default;
};

/// A file before and after; content stored once by its hash, never that of Secrecy::Secret.
struct FileRecord {
    RemotePath path;
    FileState before;
    FileState after;
    Secrecy secrecy = Secrecy::Public; ///< Secret: contents are empty, `beforeHash`/`afterHash` still tell them apart
    QByteArray beforeHash;
    QByteArray afterHash;
    friend bool operator==(const FileRecord &, const FileRecord &) = default;
};
/// With both hashes; the contents of a secret file are dropped.
FileRecord fileRecordOf(const RemotePath &path, FileState before, FileState after, Secrecy secrecy = Secrecy::Public);

/// One change as the journal keeps it.
struct ChangeRecord {
    qint64 number = 0;   ///< in the journal, from 1; 0: not in it yet
    QString transaction; ///< the id of the guard on the server
    HostId host;
    QString serverName; ///< as it was called then
    QDateTime at;       ///< UTC, when it was applied
    QString who;        ///< "ada on laptop, as dev@gpu-1:22"
    Plan plan;          ///< as it was applied; secret contents left out
    Outcome outcome = Outcome::Open;
    QString detail; ///< why it ended so; safe to show
    QList<StepRecord> steps;
    QList<ProofRecord> proofs;
    QList<FileRecord> files;
    QString hostKey;              ///< "ED25519 SHA256:…" of the server it was done to
    std::optional<qint64> undoes; ///< the number of the change this one takes back
    friend bool operator==(const ChangeRecord &, const ChangeRecord &) = default;
};

/// {"gatewright-change": 1, …}. No content of any file stands in it: files and the steps of the plan name theirs by
/// hash.
QJsonObject toJson(const ChangeRecord &record);
/// Every content that toJson() names, by its hash: what has to be stored beside the JSON. Never a secret one.
QHash<QByteArray, QByteArray> contentsOf(const ChangeRecord &record);
/// As strict as planFromJson(). A content that `contents` does not have is empty (an empty source: all of them are);
/// FileRecord still has its hash, so that `before.hash() != beforeHash` tells it from an empty file.
Result<ChangeRecord> changeRecordFromJson(const QJsonObject &json, const ContentSource &contents);

} // namespace gw
