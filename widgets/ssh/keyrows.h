// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/review.h"
#include "widgets/parts/rowlist.h"

#include <optional>

namespace gw {

/// A key of a user, as a row of the list names it.
struct UserKey {
    QString user;
    AuthorizedKey key;
};

/// When a fingerprint was first seen on the server, by the surveys that are kept.
using FirstSeen = QMap<QString, QDateTime>;

/// One row a key, under its user; users without one, or whose keys are not known, have a row that says so. Every word
/// of `filter` stands in it. Pure.
QList<Row> keyRows(const Facts &facts, const Review *review, const FirstSeen &firstSeen, const QString &filter);

/// The key of a row; nothing for a row that only says that there is none.
std::optional<UserKey> keyOfRow(const Facts &facts, const QString &rowKey);

} // namespace gw
