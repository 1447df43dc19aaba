// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/apply/apply.h"

#include <QRandomGenerator>
#include <algorithm>

namespace gw {

using namespace std::chrono_literals;

QString newTransactionId()
{
    // The time for people who look at the server, the rest so that two are never alike.
    const quint64 random = QRandomGenerator::system()->generate64();
    return QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-hhmmss-")) +
           QString::number(random, 36).rightJustified(13, u'0');
}

std::chrono::seconds usableWindow(std::chrono::seconds wished, std::chrono::milliseconds toConnect,
                                  std::chrono::milliseconds toReload)
{
    const auto floor =
        std::max<std::chrono::seconds>(30s, std::chrono::ceil<std::chrono::seconds>(3 * (toConnect + toReload)));
    return std::min<std::chrono::seconds>(std::max(wished, floor), 600s);
}

} // namespace gw
