// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/parts/notice.h"
#include "widgets/plan/applystate.h"

namespace gw {

/// What other tabs say of a change, and what is said of one that was found on the server.
struct ChangeNotice {
    Tone tone = Tone::Info;
    QString message;
    QList<Notice::Action> actions; ///< "show", "keep", "undo", "dismiss"
};
ChangeNotice noticeOf(const ApplyState &state);
ChangeNotice noticeOf(const FoundChange &change);

} // namespace gw
