// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/record.h"

#include <QRandomGenerator>

namespace gw::test {

/// Plans and records of every shape, the same ones for the same seed.
class RandomPlan {
public:
    explicit RandomPlan(quint32 seed) : m_random(seed) {}

    Plan plan();
    ChangeRecord record(); ///< secret contents left out, as the journal has it

private:
    int below(int bound) { return int(m_random.bounded(bound)); }
    bool maybe() { return below(2) == 0; }
    QByteArray content();
    QString text();
    RemotePath path();
    FileAttributes attributes();
    FileState state();
    Change change();
    Proof proof();

    QRandomGenerator m_random;
};

} // namespace gw::test
