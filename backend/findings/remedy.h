// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/finding.h"
#include "backend/plan/intent.h"

#include <memory>

namespace gw {

/// What would mend findings. The configuration of nginx is read once, however often it is asked.
class Remedies {
public:
    /// Good as long as the facts live.
    explicit Remedies(const Facts &facts);
    ~Remedies();
    Remedies(const Remedies &) = delete;
    Remedies &operator=(const Remedies &) = delete;

    /// For one plan: each intent once, and one for each file. Empty where Finding::fixable is false.
    QList<Intent> of(const QList<Finding> &findings);

private:
    struct Nginx;
    const Facts &m_facts;
    std::unique_ptr<Nginx> m_nginx;
};

QList<Intent> remediesFor(const Facts &facts, const QList<Finding> &findings);

/// What "Harden" does with sshd: the remedies of its findings but those that cost somebody a way of working (forwarded
/// ports, keys of people), and, as long as whoever asks has no key that sshd takes, those that leave passwords out.
QList<Intent> hardeningOf(const Facts &facts);

} // namespace gw
