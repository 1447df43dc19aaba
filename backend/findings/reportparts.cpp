// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/reportparts.h"

#include <QCoreApplication>

namespace gw {

QString placeOf(const Finding &finding)
{
    QString place = finding.where.file.shown();
    if (place.isEmpty())
        return finding.subject;
    if (finding.where.line > 0)
        place += QLatin1Char(':') + QString::number(finding.where.line);
    if (finding.where.line > 0 && finding.where.column > 0)
        place += QLatin1Char(':') + QString::number(finding.where.column);
    return place;
}

QString countsOf(const Review &review)
{
    if (review.findings.isEmpty())
        return QCoreApplication::translate("report", "no findings");
    QStringList parts;
    for (const Severity severity :
         {Severity::Critical, Severity::High, Severity::Medium, Severity::Low, Severity::Info}) {
        if (const int count = review.count(severity))
            parts += QCoreApplication::translate("report", "%1 %2", "2 critical")
                         .arg(QString::number(count), severityName(severity).toLower());
    }
    return parts.join(QCoreApplication::translate("report", ", ", "between counts"));
}

QString momentOf(const QDateTime &moment)
{
    return moment.isValid() ? moment.toUTC().toString(QStringLiteral("yyyy-MM-dd hh:mm 'UTC'")) : QString();
}

} // namespace gw
