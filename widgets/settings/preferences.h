// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

namespace gw {

/// What the person set for the window. Kept by the app.
struct Preferences {
    QString language; ///< "en", "zh_CN"; empty: as the system
    Theme::Mode appearance = Theme::Mode::System;
    int keepSurveysDays = 90;
    bool mirrorsJournal = false; ///< the journal is kept as a git repository too
    friend bool operator==(const Preferences &, const Preferences &) = default;
};

} // namespace gw
