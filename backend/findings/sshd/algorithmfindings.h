// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/sshd/sshdview.h"
#include "backend/sshd/algorithms.h"

namespace gw {

struct AlgorithmList {
    const char *keyword; ///< "macs"
    SshdAlgorithm::Kind kind;
    Severity whenDated;                                      ///< what a merely dated algorithm is worth here
    std::function<bool(const QString &name)> isOffered = {}; ///< empty: everything in the list is
};

/// One finding that names every algorithm of the list that is dated or worse, with the reason; as severe as the worst.
/// What an old release offers by itself is never more than Low: there the release is to be replaced.
RuleOutcome algorithmFindings(const SshdView &sshd, const AlgorithmList &list, const QString &title,
                              const QString &why);

} // namespace gw
