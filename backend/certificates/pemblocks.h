// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/result.h"

#include <QByteArray>
#include <QList>

namespace gw {

/// The DER content of every certificate block of a PEM text (RFC 7468, lax parsing). The content of other blocks,
/// a private key above all, is stepped over and never decoded.
Result<QList<QByteArray>> certificateBlocks(QByteArrayView pem);

/// The Error about certificate number `number` (from 1) of a PEM text.
Error damagedCertificate(qsizetype number, const QString &cause);

} // namespace gw
