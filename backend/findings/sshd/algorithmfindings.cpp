// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/algorithmfindings.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

Severity severityOf(SshdAlgorithm::Verdict verdict, Severity whenDated)
{
    switch (verdict) {
    case SshdAlgorithm::Verdict::Broken: return Severity::High;
    case SshdAlgorithm::Verdict::Weak: return Severity::Medium;
    default: return whenDated;
    }
}

/// "umac-64@openssh.com, umac-64-etm@openssh.com (a tag of 64 bits is short)", one reason after the other.
QString reasons(const QMap<QString, QStringList> &namesByReason)
{
    QStringList parts;
    for (auto it = namesByReason.cbegin(); it != namesByReason.cend(); ++it) {
        parts.append(
            QCoreApplication::translate("sshd", "%1 (%2)", "%1: names of algorithms, %2: what is wrong with them")
                .arg(it.value().join(QLatin1String(", ")), it.key()));
    }
    return parts.join(QLatin1String("; "));
}

QString properName(const char *keyword)
{
    const SshdKeyword *known = sshdKeyword(QString::fromLatin1(keyword));
    return QString::fromLatin1(known ? known->name : keyword);
}

} // namespace

RuleOutcome algorithmFindings(const SshdView &sshd, const AlgorithmList &list, const QString &title, const QString &why)
{
    const QString keyword = QString::fromLatin1(list.keyword);
    const bool isSet = sshd.config().decidingSetting(keyword).has_value();
    if (!sshd.sshd().effective && !isSet && !sshd.version().isKnown())
        return NotChecked{
            QCoreApplication::translate("sshd", "the version of sshd is not known, and with it what it offers")};

    QMap<QString, QStringList> namesByReason;
    QStringList names;
    std::optional<Severity> worst;
    for (const QString &name : sshd.value(list.keyword).split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const SshdAlgorithm *algorithm = sshdAlgorithm(list.kind, name.toUtf8());
        const bool counts = algorithm && algorithm->verdict >= SshdAlgorithm::Verdict::Dated;
        if (!counts || (list.isOffered && !list.isOffered(name)))
            continue;
        const Severity severity = severityOf(algorithm->verdict, list.whenDated);
        worst = std::max(worst.value_or(severity), severity);
        names.append(name);
        namesByReason[sshdAlgorithmReason(*algorithm)].append(name);
    }
    if (!worst)
        return QList<Finding>{};
    if (!isSet)
        worst = std::min(*worst, Severity::Low);
    const QString line = QStringLiteral("%1 -%2").arg(properName(list.keyword), names.join(QLatin1Char(',')));
    const QString explanation =
        QCoreApplication::translate("sshd",
                                    "%1 These are: %2. Switch them off with “%3”; where a line lists what is offered, "
                                    "remove the names there.")
            .arg(why, reasons(namesByReason), line);
    return QList<Finding>{sshd.finding(list.keyword, *worst, title, explanation)};
}

} // namespace gw
