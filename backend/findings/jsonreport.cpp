// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/report.h"

#include "backend/base/jsontext.h"

#include <QJsonArray>
#include <QJsonObject>

namespace gw {
namespace {

QJsonArray proofJson(const QList<Evidence> &proof)
{
    QJsonArray array;
    for (const Evidence &evidence : proof)
        array.append(QJsonObject{{QStringLiteral("command"), evidence.command},
                                 {QStringLiteral("output"), evidence.output.shownLines()}});
    return array;
}

/// A script compares `file` with real names, so it is not made visible like a text for people: JSON escapes it.
QJsonObject findingJson(const Finding &finding)
{
    return {
        {QStringLiteral("rule"), finding.rule.text()},
        {QStringLiteral("severity"), severityId(finding.severity)},
        {QStringLiteral("file"), QString::fromUtf8(finding.where.file.bytes())},
        {QStringLiteral("line"), finding.where.line},
        {QStringLiteral("column"), finding.where.column},
        {QStringLiteral("subject"), finding.subject},
        {QStringLiteral("title"), finding.title},
        {QStringLiteral("explanation"), finding.explanation},
        {QStringLiteral("effective"), finding.effective.raw()},
        {QStringLiteral("proof"), proofJson(finding.proof)},
        {QStringLiteral("source"), finding.source},
        {QStringLiteral("fixable"), finding.fixable},
    };
}

} // namespace

QByteArray jsonReport(const Review &review)
{
    QJsonArray findings;
    for (const Finding &finding : review.findings)
        findings.append(findingJson(finding));
    return jsonText(QJsonDocument(findings));
}

} // namespace gw
