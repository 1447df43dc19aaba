// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/change/outside.h"
#include "backend/plan/record.h"

namespace gw {

/// What was tried before "keep?", in order; it ends with the first proof that failed.
struct Proven {
    QList<ProofRecord> proofs;     ///< what could not be tried is not held either, and says so
    std::optional<QString> failed; ///< which one failed and why: the change must not be kept
    std::optional<Login> login;    ///< the newest login that was proven: "keep" goes over it
    /// Each single proof was tried and held.
    bool complete() const;
};

/// The proofs as they are tried: logins first, and there is always one, since every change may shut somebody out.
QList<Proof> proofsOf(const Plan &plan);

/// `before` and after each proof: its place in proofsOf(), and once it was tried what came of it.
using OnProof = std::function<void(int index, const std::optional<ProofRecord> &tried)>;

/// Tries them, each again until it holds or the patience of `outside` is over; a refused login is never repeated.
/// An Error is Cancelled, or NeedsAnswer: nothing is decided then, answer it and try again.
Result<Proven> prove(const QList<Proof> &proofs, const Outside &outside, const OnProof &onProof, std::stop_token stop);

} // namespace gw
