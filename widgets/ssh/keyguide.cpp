// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ssh/keyguide.h"

namespace gw {

KeyGuide guideFor(const SshSession &session)
{
    KeyGuide guide;
    guide.user = session.user;
    const QString method = session.authentication.section(u' ', 0, 0);
    if (method != QLatin1String("publickey") && method != QLatin1String("agent"))
        return guide;
    guide.made = guide.installed = guide.proven = KeyGuide::State::Done;
    guide.file = session.authentication.section(u' ', 1);
    return guide;
}

} // namespace gw
