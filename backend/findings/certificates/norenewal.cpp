// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/renewal.h"
#include "backend/findings/rules.h"

#include <QCoreApplication>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

Evidence proofOf(const Facts &facts)
{
    QStringList lines;
    for (const ScheduledJob &job : *facts.services.schedule) {
        if (job.renewsCertificates)
            lines += u"%1: %2"_s.arg(job.name.raw(), job.active ? job.command.raw() : u"inactive"_s);
    }
    if (lines.isEmpty())
        lines += u"0 timers"_s;
    return {u"systemctl list-timers 'certbot*'; grep -rs certbot /etc/cron* /var/spool/cron"_s,
            UntrustedText(lines.join(u'\n'))};
}

Finding findingFor(const Lineage &lineage, const Evidence &proof)
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
    finding.proof = {proof};
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
