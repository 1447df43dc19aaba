// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/rules.h"

#include <QCoreApplication>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

Finding findingAt(const SourceRange &where, const QString &subject, const QString &line)
{
    Finding finding;
    finding.severity = Severity::Low;
    finding.where = where;
    finding.subject = subject;
    finding.title = QCoreApplication::translate("rules", "The web server is reloaded after every attempt to renew");
    finding.explanation = QCoreApplication::translate(
        "rules",
        "A post-hook runs after each attempt, failed ones too, and when one of several certificates was due. A "
        "deploy-hook runs only when a new certificate is there, once for each: write --deploy-hook instead.");
    finding.effective = UntrustedText(line.trimmed());
    finding.proof = {{where.line > 0 ? u"sed -n %1p %2"_s.arg(QString::number(where.line), where.file.shown())
                                     : u"grep hook %1"_s.arg(where.file.shown()),
                      UntrustedText(line.trimmed())}};
    return finding;
}

bool reloads(const QString &line)
{
    return line.contains(u"reload"_s) || line.contains(u"restart"_s);
}

RuleOutcome check(const Facts &facts)
{
    if (!facts.services.schedule && !facts.certificates.lineages)
        return withoutFacts(facts.certificates.lineages.gap());
    QList<Finding> findings;
    if (facts.services.schedule) {
        for (const ScheduledJob &job : *facts.services.schedule) {
            const QString command = job.command.raw();
            if (job.renewsCertificates && command.contains(u"--post-hook"_s) && reloads(command))
                findings += findingAt(lineOf(job.file, job.line), job.name.shown(), command);
        }
    }
    static const QRegularExpression postHook(u"^\\s*post_hook\\s*=.*(reload|restart)"_s);
    if (facts.certificates.lineages) {
        for (const Lineage &lineage : *facts.certificates.lineages) {
            if (const int line = firstLine(lineage.renewal.content, postHook))
                findings += findingAt(lineOf(lineage.renewal.path, line), lineage.name.shown(),
                                      QString::fromUtf8(lineage.renewal.content.split('\n').value(line - 1)));
        }
    }
    return findings;
}

} // namespace

const Rule certificates::postHook{
    "certificates.post-hook",
    QT_TRANSLATE_NOOP("rules", "The web server is reloaded when a certificate was really renewed"),
    "eff-certbot.readthedocs.io, Renewal hooks",
    check,
};

} // namespace gw
