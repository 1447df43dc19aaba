// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/plan.h"

namespace gw {

/// A plan as the guard on the server reads it (guard.sh, load()).
struct Payload {
    QByteArray plan;                 ///< plan.sh: a function step_N for each step
    QMap<int, QByteArray> contents;  ///< of the files to write, by the number of the step, from 1
    std::chrono::seconds window{90}; ///< until the server returns by itself
    std::chrono::seconds longest{0}; ///< how long all steps together may take
    friend bool operator==(const Payload &, const Payload &) = default;
};

/// Refused (Kind::Invalid, naming the step): paths that are not absolute or not in their plain form, a file that two
/// steps write, names that no server knows, NUL anywhere.
Result<Payload> payloadOf(const Plan &plan, const QString &holder, std::chrono::seconds window);

/// The text of guard.sh.
QByteArray guardText();

/// Script text that puts guard and payload into the folder of the change `$id`, which is `$t` afterwards. Exits with a
/// line "refused …" where that cannot be.
QByteArray placingText(const Payload &payload);

} // namespace gw
