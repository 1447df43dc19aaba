// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/record.h"
#include "backend/survey/facts.h"

namespace gw {

/// How a file of a survey compares with what a change left.
enum class DriftMatch {
    Unseen, ///< the survey does not show the file
    Other,  ///< somebody edited it
    Fits,   ///< where the survey does not mask, it is the same
    Exact,
};
DriftMatch matchOf(const FileRecord &file, const Facts &facts);

/// Whether keys of this user are read from that file.
bool isKeyFileOf(const Facts &facts, const UntrustedText &name, const RemotePath &path);
/// The keys in an authorized_keys file, as the survey would read them.
QList<AuthorizedKey> keysIn(const RemotePath &path, const QByteArray &content);

/// A line as surveyed may stand for the real one: any text fits where it is masked.
bool fitsLine(const QByteArray &surveyed, const QByteArray &real);
/// The survey put "****" where secrets stand.
bool isMasked(const QByteArray &surveyed);

} // namespace gw
