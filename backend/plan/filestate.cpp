// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/filestate.h"

#include <QCryptographicHash>

namespace gw {

QByteArray FileState::hash() const
{
    return exists() ? QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex() : QByteArrayLiteral("-");
}

} // namespace gw
