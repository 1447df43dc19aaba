// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/server.h"
#include "backend/findings/review.h"
#include "backend/plan/record.h"
#include "backend/survey/survey.h"

#include <memory>
#include <optional>

namespace gw {

class Database;

/// Which changes of the journal are wanted; what is empty does not narrow.
struct HistoryFilter {
    std::optional<HostId> host = {};
    QDateTime since = {};
    std::optional<Outcome> outcome = {}; ///< in its last state
};

/// What checking the chain of the journal found. It shows every entry that was changed, taken out or put in between, a
/// content that is not what an entry names, and a tail that was cut off. It cannot show that somebody who may write the
/// file made the whole chain anew: for that, `head` has to be known elsewhere too (the git mirror has it).
struct JournalCheck {
    qint64 entries = 0;
    std::optional<qint64> brokenAt = {}; ///< the first entry, from 1, that is not as it was written
    QString detail = {};                 ///< what is wrong with it, translated
    QByteArray head = {};                ///< hash of the last entry, hexadecimal; empty: there is none
    friend bool operator==(const JournalCheck &, const JournalCheck &) = default;
};

/// The first server of every list, as it is before the person gives it another name. Its name is in the language of
/// now.
Server thisComputer();

struct SnapshotInfo {
    qint64 id = 0;
    HostId host;
    QDateTime takenAt;
    friend bool operator==(const SnapshotInfo &, const SnapshotInfo &) = default;
};

/// The program's memory: one SQLite file (servers, surveys with each section stored once by its SHA-256, accepted
/// risks, settings). One Store per thread; several processes may have the file open.
class Store {
public:
    /// Creates and migrates the schema. A damaged file or one of a newer version is an Error and stays as it is:
    /// ":memory:" opens a store that lasts as long as the program, so that it can go on.
    static Result<std::unique_ptr<Store>> open(const QString &path);
    /// $XDG_DATA_HOME/gatewright/gatewright.db
    static QString defaultPath();
    ~Store();

    /// "This computer" is always first, the others in the order of the person.
    Result<QList<Server>> servers() const;
    /// A new server comes last; a name that another one has is Error::Kind::Invalid.
    Result<void> save(const Server &server);
    /// With its surveys and accepted risks; the journal stays. "This computer" goes back to what it was at first.
    Result<void> remove(const HostId &id);
    Result<void> setOrder(const QList<HostId> &order);

    Result<qint64> keep(const HostId &host, const SurveyAnswer &answer);
    Result<QList<SnapshotInfo>> snapshots(const HostId &host) const; ///< newest first
    Result<SurveyAnswer> snapshot(qint64 id) const;
    Result<std::optional<SurveyAnswer>> latest(const HostId &host) const;
    /// And the content nobody refers to any more. The newest survey of a server in the list always stays.
    Result<void> forgetOlderThan(const QDateTime &when);

    Result<QList<AcceptedRisk>> acceptedRisks(const HostId &host) const;
    Result<void> accept(const HostId &host, const AcceptedRisk &risk);
    Result<void> revoke(const HostId &host, const AcceptedRisk &risk);

    /// Appends to the journal; nothing in it is ever changed (SQL triggers hold that too). How an open change ended is
    /// another entry with the same transaction; the state that the journal has already is not written twice. Contents
    /// are stored once by their hash, those of Secrecy::Secret never. The number of the change: 1, 2, 3, …
    Result<qint64> append(const ChangeRecord &record);
    /// Each change once, in its last state, newest first; without the contents of files.
    Result<QList<ChangeRecord>> history(const HistoryFilter &filter = {}) const;
    /// The last state of a change, whole.
    Result<ChangeRecord> change(qint64 number) const;
    /// The last state of a transaction, whole; nothing: the journal does not know it.
    Result<std::optional<ChangeRecord>> changeOf(const QString &transaction) const;
    /// Walks the whole chain: every hash is that of its content and of the entry before.
    Result<JournalCheck> checkJournal() const;
    /// Hash of the last entry, hexadecimal; empty: there is none. Kept elsewhere, it vouches for all that is before it.
    Result<QByteArray> journalHead() const;

    Result<QString> setting(const QString &key, const QString &fallback = {}) const;
    Result<void> setSetting(const QString &key, const QString &value);

private:
    explicit Store(std::unique_ptr<Database> database);
    Result<qint64> contentId(const QByteArray &content);
    Result<void> removeUnusedContent();
    std::unique_ptr<Database> m_database;
};

} // namespace gw
