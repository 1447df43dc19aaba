// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/known.h"

#include <QCoreApplication>

namespace gw {

QString Gap::text() const
{
    switch (reason) {
    case Reason::NotAsked: return QCoreApplication::translate("Gap", "not asked");
    case Reason::NotInstalled: return QCoreApplication::translate("Gap", "not installed");
    case Reason::NeedsRoot: return QCoreApplication::translate("Gap", "needs root");
    case Reason::TimedOut: return QCoreApplication::translate("Gap", "took too long");
    case Reason::TooLarge: return QCoreApplication::translate("Gap", "too large to read");
    case Reason::Failed: break;
    }
    return QCoreApplication::translate("Gap", "could not be read");
}

} // namespace gw
