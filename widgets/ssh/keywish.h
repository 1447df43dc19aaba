// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/secret.h"

#include <QMetaType>
#include <QString>

namespace gw {

/// A key that is to be made on this computer.
struct KeyWish {
    enum class Agent { LeaveAlone, Add };
    QString name; ///< of the file, in ~/.ssh
    QString comment;
    Secret passphrase; ///< empty: the file is not encrypted
    Agent agent = Agent::Add;
    friend bool operator==(const KeyWish &, const KeyWish &) = default;
};

} // namespace gw

Q_DECLARE_METATYPE(gw::KeyWish)
