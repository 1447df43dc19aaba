// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/change/recovery.h"
#include "widgets/plan/applystate.h"

#include <QElapsedTimer>

namespace gw {

/// Follows a change on its worker and says after every event what its page shows.
class ChangeView {
public:
    explicit ChangeView(ApplyState state) : m_state(std::move(state)) { m_clock.start(); }

    const ApplyState &state() const { return m_state; }
    void follow(const ChangeProgress &progress);

private:
    void enter(ApplyState::Phase phase);

    ApplyState m_state;
    QElapsedTimer m_clock; ///< since the phase began
};

/// `before`, gone on to what has become of the change.
ApplyState viewOf(ApplyState before, const ChangeState &state);
/// `before`, over before anything was begun.
ApplyState viewOf(ApplyState before, const Error &error);

FoundChange foundOf(const Recovered::Waiting &waiting);

} // namespace gw
