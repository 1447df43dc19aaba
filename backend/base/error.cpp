// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/error.h"

namespace gw {

QString Error::text() const
{
    QString all = tried;
    if (!cause.isEmpty())
        all += (all.isEmpty() ? QString() : QStringLiteral(": ")) + cause;
    if (!advice.isEmpty())
        all += (all.endsWith(QLatin1Char('.')) || all.isEmpty() ? QStringLiteral(" ") : QStringLiteral(". ")) + advice;
    return all.trimmed();
}

} // namespace gw
