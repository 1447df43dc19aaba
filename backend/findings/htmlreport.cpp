// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/htmlstyle.h"
#include "backend/findings/reportparts.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

/// Everything between two tags passes through here.
QString escaped(const QString &text)
{
    return UntrustedText(text).shownLines().toHtmlEscaped();
}

/// Severity is always a shape and a word besides a colour.
QString shapeOf(Severity severity)
{
    switch (severity) {
    case Severity::Critical: return u"◆"_s;
    case Severity::High: return u"▲"_s;
    case Severity::Medium: return u"■"_s;
    case Severity::Low:
    case Severity::Info: break;
    }
    return u"●"_s;
}

QString badge(Severity severity, const QString &text)
{
    return u"<span class=\"badge %1\">%2 %3</span>"_s.arg(severityId(severity), shapeOf(severity), escaped(text));
}

QString countBadges(const Review &review)
{
    QString out = u"<div class=\"counts\">"_s;
    for (const Severity severity :
         {Severity::Critical, Severity::High, Severity::Medium, Severity::Low, Severity::Info}) {
        if (const int count = review.count(severity))
            out += badge(severity, QCoreApplication::translate("report", "%1 %2", "2 critical")
                                       .arg(QString::number(count), severityName(severity)));
    }
    const QString passed = QCoreApplication::translate("report", "%1 passed", "checks").arg(review.passed.size());
    return out + u"<span class=\"badge good\">✓ "_s + escaped(passed) + u"</span></div>\n"_s;
}

QString proofHtml(const QList<Evidence> &proof)
{
    QString out;
    for (const Evidence &evidence : proof) {
        out += u"<pre>"_s;
        if (!evidence.command.isEmpty())
            out += u"$ "_s + escaped(evidence.command) + u'\n';
        out += escaped(evidence.output.raw().trimmed()) + u"</pre>\n"_s;
    }
    return out;
}

QString findingHtml(const Finding &finding)
{
    QString out = u"<article class=\"card\">\n<div class=\"head\">"_s +
                  badge(finding.severity, severityName(finding.severity)) + u"<h3>"_s + escaped(finding.title) +
                  u"</h3></div>\n"_s;
    out += u"<div class=\"place\"><code>"_s + escaped(finding.rule.text()) + u"</code>"_s;
    if (const QString place = placeOf(finding); !place.isEmpty())
        out += u" · <code>"_s + escaped(place) + u"</code>"_s;
    out += u"</div>\n<p>"_s + escaped(finding.explanation) + u"</p>\n"_s;
    if (!finding.effective.isEmpty())
        out += u"<p>"_s +
               escaped(QCoreApplication::translate("report", "In effect: %1").arg(finding.effective.shown())) +
               u"</p>\n"_s;
    out += proofHtml(finding.proof);
    if (!finding.source.isEmpty())
        out += u"<div class=\"source\">"_s +
               escaped(QCoreApplication::translate("report", "Source: %1").arg(finding.source)) + u"</div>\n"_s;
    return out + u"</article>\n"_s;
}

QString findingsHtml(const Review &review)
{
    if (review.findings.isEmpty())
        return u"<p class=\"card\">"_s +
               escaped(QCoreApplication::translate("report", "Nothing is open in what was checked.")) + u"</p>\n"_s;
    QString out;
    for (const Severity severity :
         {Severity::Critical, Severity::High, Severity::Medium, Severity::Low, Severity::Info}) {
        if (review.count(severity) == 0)
            continue;
        out += u"<h2>"_s + escaped(severityName(severity)) + u"</h2>\n"_s;
        for (const Finding &finding : review.findings) {
            if (finding.severity == severity)
                out += findingHtml(finding);
        }
    }
    return out;
}

/// On a phone the cells of a row stand below each other (htmlstyle.h), so each row reads alone.
QString tableHead(const QStringList &columns)
{
    QString out = u"<table>\n<thead><tr>"_s;
    for (const QString &column : columns)
        out += u"<th scope=\"col\">"_s + escaped(column) + u"</th>"_s;
    return out + u"</tr></thead>\n<tbody>\n"_s;
}

QString acceptedHtml(const QList<AcceptedFinding> &accepted)
{
    if (accepted.isEmpty())
        return {};
    QString out =
        u"<h2>"_s + escaped(QCoreApplication::translate("report", "Accepted")) + u"</h2>\n"_s +
        tableHead({QCoreApplication::translate("report", "Finding"), QCoreApplication::translate("report", "Reason"),
                   QCoreApplication::translate("report", "Holds", "column: until when")});
    for (const AcceptedFinding &each : accepted) {
        const QString until =
            each.risk.until.isValid()
                ? QCoreApplication::translate("report", "until %1").arg(each.risk.until.toString(Qt::ISODate))
                : QString();
        out += u"<tr><td>%1<br><code class=\"muted\">%2 %3</code></td><td>%4</td><td>%5</td></tr>\n"_s.arg(
            escaped(each.finding.title), escaped(each.finding.rule.text()), escaped(placeOf(each.finding)),
            escaped(each.risk.reason), escaped(until));
    }
    return out + u"</tbody>\n</table>\n"_s;
}

QString rulesHtml(const QList<RuleStatus> &rules)
{
    const bool hasReasons =
        std::any_of(rules.cbegin(), rules.cend(), [](const RuleStatus &rule) { return !rule.reason.isEmpty(); });
    QStringList columns{QCoreApplication::translate("report", "Check")};
    if (hasReasons)
        columns += QCoreApplication::translate("report", "Reason");
    QString out = tableHead(columns);
    for (const RuleStatus &rule : rules) {
        out +=
            u"<tr><td>%1<br><code class=\"muted\">%2</code></td>"_s.arg(escaped(rule.title), escaped(rule.rule.text()));
        out += hasReasons ? u"<td>"_s + escaped(rule.reason) + u"</td></tr>\n"_s : u"</tr>\n"_s;
    }
    return out + u"</tbody>\n</table>\n"_s;
}

QString folded(const QString &title, const QList<RuleStatus> &rules)
{
    if (rules.isEmpty())
        return {};
    return u"<details><summary>"_s + escaped(title) + u"</summary>\n"_s + rulesHtml(rules) + u"</details>\n"_s;
}

/// The page may use its own style sheet, named by hash, and nothing else: no script, no picture, no address.
QString policy(const QByteArray &style)
{
    const QByteArray hash = QCryptographicHash::hash(style, QCryptographicHash::Sha256).toBase64();
    return u"default-src 'none'; style-src 'sha256-%1'; base-uri 'none'; form-action 'none'"_s.arg(
        QString::fromLatin1(hash));
}

QString headHtml(const ReportSubject &subject, const QByteArray &style)
{
    // The tag of the language that the texts are in, whatever the locale's: the translation names itself.
    const QString language = QCoreApplication::translate("report", "en", "BCP 47 tag of this translation: “zh-CN”");
    const QString title = QCoreApplication::translate("report", "Review of %1").arg(subject.name);
    return u"<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"%2\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"referrer\" content=\"no-referrer\">\n<title>%3</title>\n<style>%4</style>\n</head>\n"_s.arg(
               escaped(language), policy(style), escaped(title), QString::fromLatin1(style));
}

} // namespace

QByteArray htmlReport(const Review &review, const ReportSubject &subject)
{
    QStringList about;
    if (!subject.system.isEmpty())
        about += subject.system.shown();
    if (subject.takenAt.isValid())
        about += QCoreApplication::translate("report", "surveyed %1").arg(momentOf(subject.takenAt));

    QString out = headHtml(subject, htmlReportStyle());
    out += u"<body>\n<main>\n<header>\n<h1>"_s + escaped(subject.name) + u"</h1>\n<p class=\"muted\">"_s +
           escaped(about.join(u" · "_s)) + u"</p>\n"_s + countBadges(review) + u"</header>\n"_s;
    out += findingsHtml(review);
    out += acceptedHtml(review.accepted);
    if (!review.notChecked.isEmpty())
        out += u"<h2>"_s + escaped(QCoreApplication::translate("report", "Not checked")) + u"</h2>\n"_s +
               rulesHtml(review.notChecked);
    out += folded(QCoreApplication::translate("report", "Passed"), review.passed);
    out += folded(QCoreApplication::translate("report", "Not applicable"), review.notApplicable);
    return QByteArray(out.toUtf8() + "</main>\n</body>\n</html>\n");
}

} // namespace gw
