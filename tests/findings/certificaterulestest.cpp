// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/findings/serverfacts.h"
#include "tests/support/testmain.h"

using namespace gw;
using namespace gw::test;
using namespace Qt::StringLiterals;

namespace {

/// A server with one lineage of 90 days that ends in `daysLeft`, served by nginx, and these jobs.
Facts server(int daysLeft, const QList<ScheduledJob> &jobs, bool served = true)
{
    return FactsBuilder()
        .with([&](Facts &facts) {
            const QDateTime end = facts.takenAt.addDays(daysLeft);
            facts.system.serverTime = facts.takenAt;
            facts.certificates.lineages = QList<Lineage>{lineage(u"chat"_s, certificate(end.addDays(-90), end))};
            facts.certificates.files = QList<CertificateFile>{};
            facts.services.schedule = jobs;
            facts.system.initSystem = UntrustedText(u"systemd"_s);
            NginxFacts nginx;
            FileFact file;
            file.path = RemotePath(QByteArray("/etc/nginx/nginx.conf"));
            file.content = served ? "ssl_certificate /etc/letsencrypt/live/chat/fullchain.pem;" : "";
            nginx.tree = QList<FileFact>{file};
            facts.nginx = nginx;
        })
        .facts();
}

ScheduledJob cron(const QString &command)
{
    ScheduledJob job;
    job.kind = ScheduledJob::Kind::Cron;
    job.name = UntrustedText(u"root"_s);
    job.command = UntrustedText(command);
    job.file = RemotePath(QByteArray("/var/spool/cron/crontabs/root"));
    job.line = 4;
    job.renewsCertificates = true;
    return job;
}

QString outcome(const char *id, const Facts &facts)
{
    return outcomeOf(rule(QString::fromLatin1(id)), facts);
}

} // namespace

class CertificateRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hiddenCrontab_leavesHooksNotChecked()
    {
        Facts facts = server(60, {certbotTimer()});
        QCOMPARE(outcome("certificates.post-hook", facts), u"passed"_s);
        facts.unreadFiles = {{UnreadFile::Topic::Schedule, RemotePath(QByteArray("/var/spool/cron/crontabs")),
                              Gap{Gap::Reason::NeedsRoot, {}}}};
        QCOMPARE(outcome("certificates.post-hook", facts), u"not checked"_s);
    }

    void expiringCertificate_isNamedByItsOwnFile_withTheLineOfOpenssl()
    {
        const Facts facts = server(3, {});
        const Finding finding = findingsOf(rule(u"certificates.expiring"_s), facts).value(0);
        QCOMPARE(finding.where.file.shown(), u"/etc/letsencrypt/live/chat/fullchain.pem"_s);
        QCOMPARE(finding.proof.value(0).command,
                 u"openssl x509 -noout -enddate -in /etc/letsencrypt/live/chat/fullchain.pem"_s);
        QCOMPARE(finding.proof.value(0).output.raw(), u"notAfter=Jan 18 12:00:00 2026 GMT"_s);
    }

    void lineageThatNothingRenews_isHigh()
    {
        QCOMPARE(outcome("certificates.no-renewal", server(60, {})), u"high"_s);
        QCOMPARE(outcome("certificates.no-renewal", server(60, {certbotTimer(false)})), u"high"_s);
        QCOMPARE(outcome("certificates.no-renewal", server(60, {certbotTimer()})), u"passed"_s);
        QCOMPARE(outcome("certificates.no-renewal", server(60, {cron(u"certbot renew -q"_s)})), u"passed"_s);
    }

    void debiansCronLine_doesNothingUnderSystemd()
    {
        const ScheduledJob job = cron(
            u"test -x /usr/bin/certbot -a \\! -d /run/systemd/system && perl -e 'sleep int(rand(43200))' && certbot -q renew"_s);
        QCOMPARE(outcome("certificates.no-renewal", server(60, {job})), u"high"_s);
    }

    void scheduleThatCouldNotBeRead_isNotPassed()
    {
        Facts facts = server(60, {});
        facts.services.schedule = Gap{Gap::Reason::NeedsRoot, {}};
        QCOMPARE(outcome("certificates.no-renewal", facts), u"not checked"_s);
        facts.certificates.lineages = QList<Lineage>{};
        QCOMPARE(outcome("certificates.no-renewal", facts), u"not applicable"_s);
    }

    /// Root's own crontab may hold what renews; only root sees it.
    void withoutRoot_aMissingRenewalIsNotClaimed()
    {
        Facts facts = server(60, {});
        facts.access.isRoot = false;
        QCOMPARE(outcome("certificates.no-renewal", facts), u"not checked"_s);
        facts = server(60, {certbotTimer()});
        facts.access.isRoot = false;
        QCOMPARE(outcome("certificates.no-renewal", facts), u"passed"_s);
    }

    void expiredCertificate_isCriticalWhereServed()
    {
        QCOMPARE(outcome("certificates.expiring", server(-1, {certbotTimer()})), u"critical"_s);
        QCOMPARE(outcome("certificates.expiring", server(-1, {certbotTimer()}, false)), u"low"_s);
    }

    void expiringCertificate_isHighWithoutRenewal_mediumWhenRenewalSeemsToFail()
    {
        QCOMPARE(outcome("certificates.expiring", server(25, {})), u"high"_s);
        QCOMPARE(outcome("certificates.expiring", server(25, {certbotTimer()})), u"passed"_s);
        QCOMPARE(outcome("certificates.expiring", server(6, {certbotTimer()})), u"medium"_s);
        QCOMPARE(outcome("certificates.expiring", server(60, {})), u"passed"_s);
    }

    void shortLivedCertificate_isJudgedByItsOwnLife()
    {
        Facts facts = server(60, {certbotTimer()});
        const QDateTime end = facts.takenAt.addDays(3);
        facts.certificates.lineages = QList<Lineage>{lineage(u"chat"_s, certificate(end.addDays(-6), end))};
        QCOMPARE(outcome("certificates.expiring", facts), u"passed"_s);
    }

    void sameCertificateInAFile_isNamedOnce()
    {
        Facts facts = server(-1, {});
        CertificateFile copy;
        copy.path = RemotePath(QByteArray("/etc/nginx/chat.pem"));
        copy.certificate = *facts.certificates.lineages->first().certificate;
        facts.certificates.files = QList<CertificateFile>{copy};
        QCOMPARE(findingsOf(rule(u"certificates.expiring"_s), facts).size(), 1);
    }

    void postHookThatReloads_isLow()
    {
        const Facts facts = server(60, {cron(u"certbot renew --quiet --post-hook \"systemctl reload nginx\""_s)});
        const QList<Finding> findings = findingsOf(rule(u"certificates.post-hook"_s), facts);
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.first().severity, Severity::Low);
        QCOMPARE(findings.first().where.line, 4);
        QCOMPARE(outcome("certificates.post-hook",
                         server(60, {cron(u"certbot renew --deploy-hook \"systemctl reload nginx\""_s)})),
                 u"passed"_s);
    }

    void postHookInTheRenewalFile_isLow()
    {
        Facts facts = server(60, {certbotTimer()});
        facts.certificates.lineages->first().renewal.content = "[renewalparams]\npost_hook = systemctl reload nginx\n";
        QCOMPARE(findingsOf(rule(u"certificates.post-hook"_s), facts).first().where.line, 2);
    }
};

GW_REGISTER_TEST(CertificateRulesTest)
#include "certificaterulestest.moc"
