// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/reportparts.h"

#include <QCoreApplication>
#include <QHash>
#include <algorithm>

namespace gw {
namespace {

constexpr qsizetype width = 100;

/// Chinese, Japanese and Korean characters take two columns, and a line may break behind each (UAX #11, #14).
bool isWide(QChar c)
{
    return c.unicode() >= 0x2E80 && c.unicode() <= 0xFFE6 && !c.isSurrogate();
}

qsizetype columnsOf(const QString &text)
{
    return text.size() + std::count_if(text.cbegin(), text.cend(), isWide);
}

/// Pieces that stay together: paths and commands can be copied from the report. A blank before a piece belongs to it.
QStringList piecesOf(const QString &text)
{
    static const QString closing = QStringLiteral("，。；：！？、）”』」》");
    QStringList pieces{QString()};
    bool mayBreak = false;
    for (const QChar c : text) {
        if ((c == QLatin1Char(' ') || (mayBreak && !closing.contains(c))) && !pieces.last().isEmpty())
            pieces += QString();
        pieces.last() += c;
        mayBreak = isWide(c);
    }
    return pieces;
}

QString wrapped(const QString &text, const QString &indent)
{
    QString out;
    QString line;
    for (const QString &piece : piecesOf(text.simplified())) {
        if (!line.isEmpty() && indent.size() + columnsOf(line) + columnsOf(piece) > width) {
            out += indent + line + QLatin1Char('\n');
            line.clear();
        }
        line += line.isEmpty() ? piece.trimmed() : piece;
    }
    if (!line.isEmpty())
        out += indent + line + QLatin1Char('\n');
    return out;
}

QString proofText(const Evidence &evidence)
{
    QString out;
    if (!evidence.command.isEmpty())
        out += QStringLiteral("      $ ") + evidence.command + QLatin1Char('\n');
    // A tab would put what stands behind it where the server wants it.
    const QString output = evidence.output.shownLines().replace(QLatin1Char('\t'), QLatin1String("    "));
    for (const QString &line : output.split(QLatin1Char('\n'))) {
        if (!line.trimmed().isEmpty())
            out += QStringLiteral("      > ") + line + QLatin1Char('\n');
    }
    return out;
}

/// A line of the configuration says what holds already: its end and its blanks aside.
bool isSaidIn(const QList<Evidence> &proof, const UntrustedText &effective)
{
    const QString said = effective.shown().simplified();
    return std::any_of(proof.cbegin(), proof.cend(), [&](const Evidence &evidence) {
        const QStringList lines = evidence.output.shownLines().split(QLatin1Char('\n'));
        return std::any_of(lines.cbegin(), lines.cend(), [&](const QString &line) {
            const QString whole = line.simplified();
            return whole == said || (whole.startsWith(said) && QStringLiteral(";{ ").contains(whole[said.size()]));
        });
    });
}

QString findingText(const Finding &finding)
{
    QString out = QStringLiteral("  ") + finding.title + QLatin1Char('\n');
    out += QStringLiteral("    ") + finding.rule.text();
    const QString place = placeOf(finding);
    if (!place.isEmpty())
        out += QStringLiteral("  ") + place;
    out += QLatin1Char('\n');
    out += wrapped(finding.explanation, QStringLiteral("    "));
    if (!finding.effective.isEmpty() && !isSaidIn(finding.proof, finding.effective))
        out += wrapped(QCoreApplication::translate("report", "In effect: %1").arg(finding.effective.shown()),
                       QStringLiteral("    "));
    for (const Evidence &evidence : finding.proof)
        out += proofText(evidence);
    if (!finding.source.isEmpty())
        out += wrapped(QCoreApplication::translate("report", "Source: %1").arg(finding.source), QStringLiteral("    "));
    return out + QLatin1Char('\n');
}

QString acceptedText(const AcceptedFinding &accepted)
{
    const QString until = accepted.risk.until.isValid() ? accepted.risk.until.toString(Qt::ISODate) : QString();
    const QString why = until.isEmpty()
                            ? accepted.risk.reason
                            : QCoreApplication::translate("report", "%1 (until %2)").arg(accepted.risk.reason, until);
    return QStringLiteral("  %1  %2  %3\n    %4\n")
        .arg(accepted.finding.rule.text(), placeOf(accepted.finding), accepted.finding.title, why);
}

/// One paragraph for each reason: without root, most rules share one.
QString notCheckedText(const QList<RuleStatus> &rules)
{
    QStringList reasons;
    QHash<QString, QStringList> byReason;
    for (const RuleStatus &rule : rules) {
        if (!byReason.contains(rule.reason))
            reasons += rule.reason;
        byReason[rule.reason] += rule.rule.text();
    }
    QString out;
    for (const QString &reason : reasons) {
        out += u"  " + QCoreApplication::translate("report", "%1:").arg(reason) + u'\n';
        out += wrapped(byReason[reason].join(QLatin1Char(' ')), QStringLiteral("    "));
    }
    return out;
}

QString heading(const QString &text)
{
    return text + QStringLiteral("\n\n");
}

} // namespace

QByteArray textReport(const Review &review, const ReportSubject &subject)
{
    QStringList head{UntrustedText(subject.name).shown()};
    if (!subject.system.isEmpty())
        head += subject.system.shown();
    if (subject.takenAt.isValid())
        head += QCoreApplication::translate("report", "surveyed %1").arg(momentOf(subject.takenAt));
    QString out = head.join(QStringLiteral(" · ")) + QStringLiteral("\n\n");

    for (const Severity severity :
         {Severity::Critical, Severity::High, Severity::Medium, Severity::Low, Severity::Info}) {
        const int count = review.count(severity);
        if (count == 0)
            continue;
        out += heading(QStringLiteral("%1 (%2)").arg(severityName(severity).toUpper(), QString::number(count)));
        for (const Finding &finding : review.findings) {
            if (finding.severity == severity)
                out += findingText(finding);
        }
    }
    if (!review.accepted.isEmpty()) {
        out += heading(QCoreApplication::translate("report", "Accepted"));
        for (const AcceptedFinding &accepted : review.accepted)
            out += acceptedText(accepted);
        out += QLatin1Char('\n');
    }
    if (!review.notChecked.isEmpty())
        out += heading(QCoreApplication::translate("report", "Not checked")) + notCheckedText(review.notChecked) +
               QLatin1Char('\n');
    out +=
        QCoreApplication::translate("report", "Summary: %1; %2 passed, %3 accepted, %4 not checked, %5 not applicable.")
            .arg(countsOf(review), QString::number(review.passed.size()), QString::number(review.accepted.size()),
                 QString::number(review.notChecked.size()), QString::number(review.notApplicable.size()));
    return QByteArray(out.toUtf8() + '\n');
}

} // namespace gw
