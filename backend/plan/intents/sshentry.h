// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/sshd/tree.h"
#include "backend/survey/facts.h"

namespace gw {

/// Whether sshd, configured in some way, lets one account in.
struct SshEntry {
    enum class Verdict {
        Shut,
        Unknown, ///< the facts cannot tell: a file was not readable, or a way in that the survey does not look into
        Open,
    };
    enum class Cause { None, Lists, RootLogin, Methods };
    Verdict verdict = Verdict::Open;
    Verdict byKey = Verdict::Open; ///< with a key alone
    Cause cause = Cause::None;     ///< what shuts
    QString reason;                ///< translated, a sentence without full stop; empty when Open
};

/// For a login of `user` with one of `keys`, or with a password where sshd takes one, from `address` (empty: from
/// somewhere). Restrictions of a single key (from=, command=, expiry-time=) make it Unknown. StrictModes is left to the
/// login that proves every change.
SshEntry entryOf(const SshdConfig &config, const UserAccount &user, const Known<QList<AuthorizedKey>> &keys,
                 const QByteArray &address);
/// The same by the values that hold for that connection.
SshEntry entryOf(const SshdEffective &effective, const SshdVersion &version, const UserAccount &user,
                 const Known<QList<AuthorizedKey>> &keys, const QByteArray &address);

/// Where sshd looks for the keys of `user`: AuthorizedKeysFile with its tokens filled in.
QList<RemotePath> authorizedKeysFiles(const SshdEffective &effective, const UserAccount &user);

/// The connection that Match blocks are asked about.
SshdContext contextOf(const UserAccount &user, const QByteArray &address);

/// The account of this name; nullptr: it is not among those that the survey lists (with a shell, or number 0).
const UserAccount *accountNamed(const Facts &facts, const QString &name);

} // namespace gw
