// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/renewal.h"
#include "backend/findings/rules.h"

#include <QCoreApplication>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

/// The timers that would renew and do not run, the lines of cron that leave it to them; or that there is no timer.
QList<Evidence> proofOf(const Facts &facts)
{
    QList<Evidence> proof;
    bool anyTimer = false;
    for (const ScheduledJob &job : *facts.services.schedule) {
        if (!job.renewsCertificates)
            continue;
        if (job.kind == ScheduledJob::Kind::Cron) {
            proof += lineOfFile(facts.services.scheduleFiles, lineOf(job.file, job.line), job.command);
            continue;
        }
        anyTimer = true;
        proof +=
            Evidence{u"systemctl list-timers %1 --no-legend | wc -l"_s.arg(job.name.shown()), UntrustedText(u"0"_s)};
    }
    if (!anyTimer && facts.system.initSystem == u"systemd")
        proof += Evidence{u"systemctl list-unit-files 'certbot*.timer' --no-legend | wc -l"_s, UntrustedText(u"0"_s)};
    return proof;
}

Finding findingFor(const Lineage &lineage, const QList<Evidence> &proof)
{
    const QString name = lineage.name.shown();
    Finding finding;
    finding.severity = Severity::High;
    finding.where.file = lineage.renewal.path;
    finding.subject = name;
    finding.title = QCoreApplication::translate("rules", "Nothing renews the certificate %1").arg(name);
    finding.explanation = QCoreApplication::translate(
        "rules",
        "Certbot made this certificate, but neither its timer nor a line of cron runs certbot renew. On its last "
        "day every browser and client refuses the site. Switch the timer on: systemctl enable --now certbot.timer.");
    if (lineage.certificate)
        finding.effective = UntrustedText(
            u"notAfter %1"_s.arg(lineage.certificate->notAfter.toUTC().toString(u"yyyy-MM-dd hh:mm 'UTC'"_s)));
    finding.proof = proof;
    return finding;
}

RuleOutcome check(const Facts &facts)
{
    if (!facts.certificates.lineages)
        return withoutFacts(facts.certificates.lineages.gap());
    if (facts.certificates.lineages->isEmpty())
        return NotApplicable{QCoreApplication::translate("rules", "Certbot manages no certificate")};
    if (!facts.services.schedule)
        return notChecked(facts.services.schedule.gap());
    if (facts.fromFolder)
        return NotChecked{QCoreApplication::translate("rules", "a folder has no running timers")};
    if (!activeRenewals(facts).isEmpty())
        return QList<Finding>{};
    if (const UnreadFile *unread = firstUnread(facts, UnreadFile::Topic::Schedule))
        return notChecked(*unread);
    if (!facts.access.isRoot) // root's own crontab may hold it
        return notChecked(Gap{Gap::Reason::NeedsRoot, {}});
    QList<Finding> findings;
    for (const Lineage &lineage : *facts.certificates.lineages)
        findings += findingFor(lineage, proofOf(facts));
    return findings;
}

} // namespace

const Rule certificates::noRenewal{
    "certificates.no-renewal",
    QT_TRANSLATE_NOOP("rules", "Certificates of Certbot are renewed by a timer or cron"),
    "eff-certbot.readthedocs.io, Automated Renewals",
    check,
};

} // namespace gw
