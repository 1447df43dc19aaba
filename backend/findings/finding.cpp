// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/finding.h"

#include <QCoreApplication>
#include <array>

namespace gw {
namespace {

struct SeverityWord {
    Severity severity;
    const char *id;
    const char *name;
};

constexpr std::array severityWords{
    SeverityWord{Severity::Info, "info", QT_TRANSLATE_NOOP("Severity", "Info")},
    SeverityWord{Severity::Low, "low", QT_TRANSLATE_NOOP("Severity", "Low")},
    SeverityWord{Severity::Medium, "medium", QT_TRANSLATE_NOOP("Severity", "Medium")},
    SeverityWord{Severity::High, "high", QT_TRANSLATE_NOOP("Severity", "High")},
    SeverityWord{Severity::Critical, "critical", QT_TRANSLATE_NOOP("Severity", "Critical")},
};

} // namespace

QString severityId(Severity severity)
{
    return QString::fromLatin1(severityWords[size_t(severity)].id);
}

std::optional<Severity> severityFromId(const QString &id)
{
    for (const SeverityWord &word : severityWords) {
        if (id.compare(QLatin1String(word.id), Qt::CaseInsensitive) == 0)
            return word.severity;
    }
    return std::nullopt;
}

QString severityName(Severity severity)
{
    return QCoreApplication::translate("Severity", severityWords[size_t(severity)].name);
}

} // namespace gw
