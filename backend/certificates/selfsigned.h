// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QStringList>

namespace gw {

/// A certificate and its private key, both PEM.
struct CertificatePair {
    QByteArray certificate;
    QByteArray key;
};

/// A certificate that nobody but itself vouches for, for tests and for networks without names: ECDSA P-256, the names
/// (host names, wildcards, IP addresses) as subjectAltName (RFC 5280, 4.2.1.6), valid from an hour before `now` for a
/// year.
Result<CertificatePair> selfSigned(const QStringList &names, const QDateTime &now = QDateTime::currentDateTimeUtc());

} // namespace gw
