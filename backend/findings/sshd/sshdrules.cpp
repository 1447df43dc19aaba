// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

namespace gw {

QList<Rule> sshdRules()
{
    return {};
}

} // namespace gw
