// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/nginxview.h"
#include "backend/nginx/check.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

/// "[emerg] unknown directive "htp2" in /etc/nginx/nginx.conf:7"
const QRegularExpression &emergency()
{
    static const QRegularExpression pattern(u"\\[emerg\\][^:]*:? ?(.+?)(?: in (/[^\\n]*):(\\d+))?\\s*(?:\\n|$)"_s);
    return pattern;
}

QString title()
{
    return QCoreApplication::translate("nginx", "nginx does not start with its configuration");
}

/// So many are told: behind the first ones others are what follows from them.
constexpr qsizetype mostComplaints = 20;

/// What can be said without a server, of files alone.
QList<Finding> foundByReading(const NginxView &view)
{
    QList<Finding> findings;
    if (!view.facts().fromFolder || !view.isWhole() || view.unread())
        return findings;
    for (const NginxComplaint &complaint : checked(view.config(), view.build())) {
        if (complaint.severity != NginxComplaint::Severity::Emergency || findings.size() >= mostComplaints)
            continue;
        Finding finding;
        finding.severity = Severity::Critical;
        finding.title = title();
        finding.explanation = QCoreApplication::translate(
            "nginx",
            "It stops at the first line that it does not take, and says this. Mend the first one first: others "
            "may follow from it.");
        finding.effective = UntrustedText::fromBytes(complaint.text());
        const NginxFile &file = view.config().files()[complaint.file];
        const int line = std::clamp(complaint.error.line, 1, file.tree.lineCount());
        const NginxSpan span = file.tree.line(line);
        finding.proof = {
            linesSeen(file.path, line, line, QByteArrayView(file.tree.text()).sliced(span.start, span.size()))};
        finding.where.file = file.path;
        finding.where.line = complaint.error.line;
        finding.where.column = complaint.error.column;
        finding.where.endLine = complaint.error.line;
        finding.where.endColumn = complaint.error.column + int(complaint.span.size());
        findings.append(finding);
    }
    return findings;
}

RuleOutcome check(const NginxView &view)
{
    if (!view.nginx().tested)
        return withRest(foundByReading(view),
                        NotChecked{QCoreApplication::translate("nginx", "nginx -t was not asked")});
    if (view.nginx().testPassed)
        return QList<Finding>();
    const QRegularExpressionMatch said = emergency().match(view.nginx().testResult.raw());
    Finding finding;
    finding.severity = Severity::Critical;
    finding.title = title();
    finding.explanation = QCoreApplication::translate(
        "nginx",
        "What runs now is the configuration from before; after the next restart of the server nothing answers. "
        "nginx says why: mend that line first.");
    finding.effective = UntrustedText(said.hasMatch() ? said.captured(1) : view.nginx().testResult.raw().left(200));
    finding.proof = {{u"nginx -t"_s, view.nginx().testResult}};
    if (said.hasMatch() && !said.captured(2).isEmpty()) {
        finding.where.file = RemotePath(said.captured(2).toUtf8());
        finding.where.line = said.captured(3).toInt();
    }
    return QList<Finding>{finding};
}

} // namespace

const NginxRule nginx::invalidConfiguration{
    "nginx.invalid-configuration",
    QT_TRANSLATE_NOOP("rules", "nginx takes its configuration"),
    "nginx(8), -t",
    everyProfile,
    check,
};

} // namespace gw
