// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/review.h"

namespace gw {

/// What the report is about, for its head.
struct ReportSubject {
    QString name; ///< "gpu-1", "/srv/root"
    QDateTime takenAt;
    UntrustedText system; ///< "Debian GNU/Linux 12"
};

QByteArray textReport(const Review &review, const ReportSubject &subject); ///< for a terminal, UTF-8, no colours
QByteArray jsonReport(const Review &review);                               ///< the array of the contract
QByteArray sarifReport(const Review &review, const ReportSubject &subject, const QString &version); ///< SARIF 2.1.0
QByteArray htmlReport(const Review &review, const ReportSubject &subject); ///< one file, no script, nothing fetched

} // namespace gw
