// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/filestate.h"

#include <QCryptographicHash>

namespace gw {

QByteArray contentHash(const QByteArray &content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
}

QByteArray FileState::hash() const
{
    return exists() ? contentHash(content) : QByteArrayLiteral("-");
}

} // namespace gw
