// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/git.h"
#include "backend/plan/record.h"

#include <QSet>

namespace gw {

/// The journal as a git repository too: one commit for each kept change, a folder for each server
/// ("hosts/ID/etc/nginx/nginx.conf" as it is after the change, "hosts/ID/meta.json" with owner, mode and SHA-256), so
/// that `git log -p` and `git blame` answer and a clone elsewhere vouches for the journal (trailer
/// Gatewright-Journal:). The repository is bare: no name that a server gives to a file ever reaches this computer's
/// file system. Secret contents, private keys and files of passwords are left out. Several processes may commit at
/// once. Synchronous: some ten milliseconds.
class GitMirror {
public:
    /// The mirror in `folder`, made (0700) if there is none. A folder that holds something else is Error::Kind::Invalid
    /// and stays as it is; no git on this computer is Error::Kind::Unsupported.
    static Result<GitMirror> open(const QString &folder);

    /// What has its commit: mirrorChangeId() of each.
    Result<QSet<QByteArray>> changes() const;
    /// Commits a kept change, whole as Store::change() gives it; `journalHead` is Store::journalHead(). The commit's
    /// id; the same change twice is one commit.
    Result<QByteArray> commit(const ChangeRecord &record, const QByteArray &journalHead) const;

private:
    explicit GitMirror(Git git) : m_git(std::move(git)) {}
    Result<QByteArray> tip() const;
    Result<QByteArray> commitOf(const ChangeRecord &record) const;
    Result<QByteArray> metaAt(const QByteArray &commit, const ChangeRecord &record) const;

    Git m_git;
};

} // namespace gw
