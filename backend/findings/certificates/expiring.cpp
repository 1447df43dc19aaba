// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/renewal.h"
#include "backend/findings/rules.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>
#include <optional>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

/// A certificate and where it lies; lineages first, since the same one lies in other files as well.
struct Kept {
    CertificateInfo certificate;
    RemotePath path;
    QString name;
    bool isLineage = false;
};

/// What nginx serves of a lineage; its renewal configuration does not expire.
RemotePath livePath(const Lineage &lineage)
{
    return RemotePath(QString(u"/etc/letsencrypt/live/%1/fullchain.pem"_s.arg(lineage.name.raw())));
}

/// As openssl prints it: "Jan  2 10:00:00 2026 GMT".
QString opensslTime(const QDateTime &time)
{
    const QDateTime utc = time.toUTC();
    return u"%1 %2 %3 GMT"_s.arg(QLocale::c().monthName(utc.date().month(), QLocale::ShortFormat))
        .arg(utc.date().day(), 2)
        .arg(utc.toString(u"hh:mm:ss yyyy"_s));
}

QList<Kept> keptCertificates(const Facts &facts)
{
    QList<Kept> all;
    QSet<QByteArray> seen;
    const auto add = [&](const Kept &kept) {
        if (!seen.contains(kept.certificate.sha256))
            all += kept;
        seen.insert(kept.certificate.sha256);
    };
    if (facts.certificates.lineages) {
        for (const Lineage &lineage : *facts.certificates.lineages) {
            if (lineage.certificate)
                add({*lineage.certificate, livePath(lineage), lineage.name.shown(), true});
        }
    }
    if (facts.certificates.files) {
        for (const CertificateFile &file : *facts.certificates.files)
            add({file.certificate, file.path, file.path.shown(), false});
    }
    return all;
}

bool isServed(const Facts &facts, const Kept &kept)
{
    if (!facts.nginx || !facts.nginx->tree)
        return false;
    const QByteArray needle = kept.isLineage ? QByteArray("/live/" + kept.name.toUtf8() + '/') : kept.path.bytes();
    for (const FileFact &file : *facts.nginx->tree) {
        if (file.content.contains(needle))
            return true;
    }
    return false;
}

/// Renewal is due in the last third of a certificate's life: 30 of 90 days, 2 of 6 (Let's Encrypt's advice to clients).
/// With a renewal that runs, being in the last sixth means that it fails.
std::optional<Severity> severityOf(const CertificateInfo &certificate, const QDateTime &now, bool isRenewed,
                                   bool isServed)
{
    const qint64 life = certificate.notBefore.secsTo(certificate.notAfter);
    const qint64 left = now.secsTo(certificate.notAfter);
    if (left <= 0)
        return isServed ? Severity::Critical : Severity::Low;
    const qint64 month = 30 * 86400;
    if (left > (isRenewed ? qMin(life / 6, month / 2) : qMin(life / 3, month)))
        return std::nullopt;
    if (!isServed)
        return Severity::Low;
    return isRenewed ? Severity::Medium : Severity::High;
}

Finding findingFor(const Kept &kept, const QDateTime &now, Severity severity, bool isRenewed)
{
    const qint64 left = now.secsTo(kept.certificate.notAfter);
    Finding finding;
    finding.severity = severity;
    finding.where.file = kept.path;
    finding.subject = kept.name;
    if (left <= 0) {
        finding.title = QCoreApplication::translate("rules", "The certificate %1 has expired").arg(kept.name);
        finding.explanation = QCoreApplication::translate(
            "rules", "Browsers and programs refuse it. Renew it now, and see that the next renewal runs by itself.");
    } else {
        finding.title = QCoreApplication::translate("rules", "The certificate %1 expires soon, on %2")
                            .arg(kept.name, kept.certificate.notAfter.toUTC().date().toString(Qt::ISODate));
        finding.explanation =
            isRenewed
                ? QCoreApplication::translate("rules", "A renewal is scheduled, but it should have happened by now: it "
                                                       "seems to fail. Try certbot renew --dry-run and read its log.")
                : QCoreApplication::translate("rules", "No renewal that runs was found for it. Renew it, and let a "
                                                       "timer do it from now on.");
    }
    const QString end = kept.certificate.notAfter.toUTC().toString(u"yyyy-MM-dd hh:mm 'UTC'"_s);
    finding.effective = UntrustedText(u"notAfter %1"_s.arg(end));
    finding.proof = {{u"openssl x509 -noout -enddate -in %1"_s.arg(kept.path.shown()),
                      UntrustedText(u"notAfter=%1"_s.arg(opensslTime(kept.certificate.notAfter)))}};
    return finding;
}

std::optional<NotChecked> whyNotEverywhere(const Facts &facts)
{
    if (const UnreadFile *unread = firstUnread(facts, UnreadFile::Topic::Certificates))
        return notChecked(*unread);
    if (!facts.certificates.files)
        return notChecked(facts.certificates.files.gap());
    if (!facts.certificates.lineages && facts.certificates.lineages.gap().reason != Gap::Reason::NotInstalled)
        return notChecked(facts.certificates.lineages.gap());
    if (facts.certificates.lineages) {
        for (const Lineage &lineage : *facts.certificates.lineages) {
            if (!lineage.certificate)
                return notChecked(lineage.certificate.gap());
        }
    }
    return std::nullopt;
}

RuleOutcome check(const Facts &facts)
{
    if (!facts.certificates.lineages && !facts.certificates.files)
        return withoutFacts(facts.certificates.files.gap());
    const QDateTime now = facts.system.serverTime.isValid() ? facts.system.serverTime : facts.takenAt;
    const bool renews = !activeRenewals(facts).isEmpty();
    const std::optional<NotChecked> rest = whyNotEverywhere(facts);
    const QList<Kept> certificates = keptCertificates(facts);
    if (certificates.isEmpty() && !rest)
        return NotApplicable{QCoreApplication::translate("rules", "there is no certificate")};
    QList<Finding> findings;
    for (const Kept &kept : certificates) {
        const bool isRenewed = renews && kept.isLineage;
        if (const auto severity = severityOf(kept.certificate, now, isRenewed, isServed(facts, kept)))
            findings += findingFor(kept, now, *severity, isRenewed);
    }
    return withRest(findings, rest);
}

} // namespace

const Rule certificates::expiring{
    "certificates.expiring",
    QT_TRANSLATE_NOOP("rules", "No certificate has expired or is about to"),
    "RFC 5280, 4.1.2.5; letsencrypt.org, Integration Guide",
    check,
};

} // namespace gw
