// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/jsontext.h"
#include "backend/findings/reportparts.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

// SARIF 2.1.0, OASIS standard of 27 March 2020; section numbers below are its own.

namespace gw {
namespace {

using namespace Qt::StringLiterals;

QJsonObject message(const QString &text)
{
    return {{u"text"_s, text}};
}

/// 3.27.10: only error, warning, note and none exist; the exact severity stands in the properties.
QString levelOf(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
    case Severity::High: return u"error"_s;
    case Severity::Medium: return u"warning"_s;
    case Severity::Low:
    case Severity::Info: break;
    }
    return u"note"_s;
}

int indexOf(const RuleId &id)
{
    for (qsizetype i = 0; i < rules().size(); ++i) {
        if (id.text() == QLatin1String(rules()[i].id))
            return int(i);
    }
    return -1;
}

/// 3.52: a reportingDescriptorReference; an index is given only when the rule is in the table.
QJsonObject ruleReference(const RuleId &id)
{
    QJsonObject reference{{u"id"_s, id.text()}};
    if (const int index = indexOf(id); index >= 0)
        reference.insert(u"index"_s, index);
    return reference;
}

QJsonArray ruleDescriptors()
{
    QJsonArray descriptors;
    for (const Rule &rule : rules()) {
        const RuleId id(QString::fromLatin1(rule.id));
        descriptors.append(QJsonObject{
            {u"id"_s, id.text()},
            {u"shortDescription"_s, message(QCoreApplication::translate("rules", rule.title))},
            {u"help"_s,
             message(QCoreApplication::translate("report", "Source: %1").arg(QString::fromUtf8(rule.source)))},
            {u"properties"_s, QJsonObject{{u"tags"_s, QJsonArray{u"security"_s, id.topic()}}}},
        });
    }
    return descriptors;
}

/// 3.30: lines and columns are counted from 1.
QJsonObject regionOf(const SourceRange &where)
{
    QJsonObject region{{u"startLine"_s, where.line}};
    if (where.column > 0)
        region.insert(u"startColumn"_s, where.column);
    if (where.endLine >= where.line)
        region.insert(u"endLine"_s, where.endLine);
    if (where.endColumn > 0 && where.endLine >= where.line)
        region.insert(u"endColumn"_s, where.endColumn);
    return region;
}

QJsonObject locationOf(const Finding &finding, const ReportSubject &subject)
{
    QJsonObject location;
    if (!finding.where.file.isEmpty()) {
        QByteArray path = finding.where.file.bytes();
        while (path.startsWith('/'))
            path.remove(0, 1); // relative to SERVER, whose URI is the root
        QJsonObject physical{
            {u"artifactLocation"_s,
             QJsonObject{{u"uri"_s, QString::fromLatin1(path.toPercentEncoding("/"))}, {u"uriBaseId"_s, u"SERVER"_s}}}};
        if (finding.where.line > 0)
            physical.insert(u"region"_s, regionOf(finding.where));
        location.insert(u"physicalLocation"_s, physical);
    }
    const QString what = finding.subject.isEmpty() ? subject.name : finding.subject;
    location.insert(u"logicalLocations"_s, QJsonArray{QJsonObject{{u"name"_s, what}, {u"kind"_s, u"resource"_s}}});
    return location;
}

/// Says that it is the same finding in the next survey, even when its line moved or its value changed.
class Fingerprints {
public:
    QString of(const Finding &finding)
    {
        const QByteArray key =
            finding.rule.text().toUtf8() + '\0' + finding.where.file.bytes() + '\0' + finding.subject.toUtf8();
        const QByteArray number = QByteArray::number(m_seen[key]++); // several of a kind in one file
        return QString::fromLatin1(
            QCryptographicHash::hash(QByteArray(key + '\0' + number), QCryptographicHash::Sha256).toHex());
    }

private:
    QHash<QByteArray, int> m_seen;
};

QJsonObject resultOf(const Finding &finding, const ReportSubject &subject, Fingerprints &fingerprints)
{
    QJsonArray proof;
    for (const Evidence &evidence : finding.proof)
        proof.append(QJsonObject{{u"command"_s, evidence.command}, {u"output"_s, evidence.output.shownLines()}});
    QJsonObject result{
        {u"ruleId"_s, finding.rule.text()},
        {u"level"_s, levelOf(finding.severity)},
        {u"message"_s, message(QStringLiteral("%1\n\n%2").arg(finding.title, finding.explanation))},
        {u"locations"_s, QJsonArray{locationOf(finding, subject)}},
        {u"partialFingerprints"_s, QJsonObject{{u"gatewrightFinding/v1"_s, fingerprints.of(finding)}}},
        {u"properties"_s, QJsonObject{{u"severity"_s, severityId(finding.severity)},
                                      {u"effective"_s, finding.effective.shown()},
                                      {u"fixable"_s, finding.fixable},
                                      {u"proof"_s, proof}}},
    };
    if (const int index = indexOf(finding.rule); index >= 0)
        result.insert(u"ruleIndex"_s, index);
    return result;
}

/// 3.35: an inline comment is "inSource", a signed risk "external".
QJsonObject suppressionOf(const AcceptedRisk &risk)
{
    QJsonObject properties;
    if (risk.until.isValid())
        properties.insert(u"until"_s, risk.until.toString(Qt::ISODate));
    if (!risk.by.isEmpty())
        properties.insert(u"by"_s, risk.by);
    return {{u"kind"_s, risk.until.isValid() || !risk.by.isEmpty() ? u"external"_s : u"inSource"_s},
            {u"status"_s, u"accepted"_s},
            {u"justification"_s, risk.reason},
            {u"properties"_s, properties}};
}

QJsonArray resultsOf(const Review &review, const ReportSubject &subject)
{
    QJsonArray results;
    Fingerprints fingerprints;
    for (const Finding &finding : review.findings) {
        QJsonObject result = resultOf(finding, subject, fingerprints);
        result.insert(u"suppressions"_s, QJsonArray{}); // 3.27.23: present in all results or in none
        results.append(result);
    }
    for (const AcceptedFinding &accepted : review.accepted) {
        QJsonObject result = resultOf(accepted.finding, subject, fingerprints);
        result.insert(u"suppressions"_s, QJsonArray{suppressionOf(accepted.risk)});
        results.append(result);
    }
    return results;
}

QJsonArray notificationsOf(const Review &review)
{
    QJsonArray notifications;
    for (const RuleStatus &rule : review.notChecked)
        notifications.append(QJsonObject{
            {u"level"_s, u"warning"_s},
            {u"message"_s,
             message(QCoreApplication::translate("report", "Not checked: %1: %2").arg(rule.title, rule.reason))},
            {u"associatedRule"_s, ruleReference(rule.rule)}});
    return notifications;
}

} // namespace

QByteArray sarifReport(const Review &review, const ReportSubject &subject, const QString &version)
{
    const QJsonObject driver{{u"name"_s, u"Gatewright"_s},
                             {u"version"_s, version},
                             {u"semanticVersion"_s, version},
                             {u"rules"_s, ruleDescriptors()}};
    QJsonObject invocation{{u"executionSuccessful"_s, true},
                           {u"toolExecutionNotifications"_s, notificationsOf(review)}};
    if (subject.takenAt.isValid())
        invocation.insert(u"endTimeUtc"_s, subject.takenAt.toUTC().toString(Qt::ISODate));
    const QJsonObject base{
        {u"uri"_s, u"file:///"_s},
        {u"description"_s,
         message(QCoreApplication::translate("report", "The root of %1").arg(UntrustedText(subject.name).shown()))}};
    const QJsonObject run{
        {u"tool"_s, QJsonObject{{u"driver"_s, driver}}},
        {u"invocations"_s, QJsonArray{invocation}},
        {u"originalUriBaseIds"_s, QJsonObject{{u"SERVER"_s, base}}},
        {u"columnKind"_s, u"unicodeCodePoints"_s},
        {u"results"_s, resultsOf(review, subject)},
        {u"properties"_s, QJsonObject{{u"server"_s, subject.name}, {u"system"_s, subject.system.shown()}}}};
    return jsonText(QJsonDocument(QJsonObject{{u"$schema"_s, u"https://json.schemastore.org/sarif-2.1.0.json"_s},
                                              {u"version"_s, u"2.1.0"_s},
                                              {u"runs"_s, QJsonArray{run}}}));
}

} // namespace gw
