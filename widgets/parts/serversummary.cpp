// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/parts/serversummary.h"

#include "widgets/parts/format.h"

#include <QCollator>
#include <numeric>

namespace gw {
namespace {

void addFindings(ServerSummary &summary, const Review &review)
{
    for (const Finding &finding : review.findings) {
        ++summary.counts[size_t(finding.severity)];
        if (finding.severity >= Severity::Medium && summary.worst.size() < 8)
            summary.worst << finding;
    }
}

/// IPv4 and IPv6 of one service on one port count once.
void addExposed(ServerSummary &summary, const Facts &facts)
{
    const Known<QList<Exposure>> all = exposures(facts);
    if (!all)
        return;
    for (const Exposure &exposure : *all) {
        const bool known = std::any_of(summary.exposed.cbegin(), summary.exposed.cend(), [&](const Exposure &other) {
            return other.listener.port == exposure.listener.port &&
                   other.listener.protocol == exposure.listener.protocol && other.service == exposure.service;
        });
        if (exposure.verdict == Exposure::Verdict::Open && !known)
            summary.exposed << exposure;
    }
}

bool renewsCertificates(const Facts &facts)
{
    if (!facts.services.schedule)
        return false;
    return std::any_of(facts.services.schedule->cbegin(), facts.services.schedule->cend(),
                       [](const ScheduledJob &job) { return job.renewsCertificates && job.active; });
}

void addExpiries(ServerSummary &summary, const Facts &facts)
{
    QSet<QByteArray> seen;
    const auto add = [&](const UntrustedText &name, const CertificateInfo &certificate, bool renewed) {
        if (seen.contains(certificate.sha256))
            return;
        seen.insert(certificate.sha256);
        summary.expiries << ServerSummary::Expiry{name, certificate.notAfter, renewed};
    };
    const bool renewed = renewsCertificates(facts);
    if (facts.certificates.lineages) {
        for (const Lineage &lineage : *facts.certificates.lineages) {
            if (lineage.certificate)
                add(lineage.name, *lineage.certificate, renewed);
        }
    }
    if (facts.certificates.files) {
        for (const CertificateFile &file : *facts.certificates.files) {
            const CertificateInfo &certificate = file.certificate;
            add(certificate.names.isEmpty() ? certificate.subject : certificate.names.first(), certificate, false);
        }
    }
    std::stable_sort(summary.expiries.begin(), summary.expiries.end(),
                     [](const auto &a, const auto &b) { return a.notAfter < b.notAfter; });
}

} // namespace

int ServerSummary::openFindings() const
{
    return std::accumulate(counts.cbegin(), counts.cend(), 0);
}

std::optional<Severity> ServerSummary::worstSeverity() const
{
    for (int severity = int(Severity::Critical); severity >= int(Severity::Info); --severity) {
        if (counts[size_t(severity)] > 0)
            return Severity(severity);
    }
    return std::nullopt;
}

ServerSummary summaryOf(const Server &server, const ConnectionState &connection, const Facts *facts,
                        const Review *review)
{
    ServerSummary summary;
    summary.server = server;
    summary.connection = connection;
    if (review)
        addFindings(summary, *review);
    if (!facts)
        return summary;
    summary.surveyedAt = facts->takenAt;
    summary.took = facts->took;
    summary.system = format::system(facts->system);
    if (facts->system.cpus > 0)
        summary.cpuShare = facts->system.load1 / facts->system.cpus;
    summary.memoryTotal = facts->system.memoryTotal;
    if (facts->system.memoryTotal > 0)
        summary.memoryShare = 1 - double(facts->system.memoryAvailable) / double(facts->system.memoryTotal);
    if (facts->gpus)
        summary.gpus = *facts->gpus;
    addExposed(summary, *facts);
    addExpiries(summary, *facts);
    return summary;
}

int compareNames(const QString &a, const QString &b)
{
    static QCollator collator(QLocale(QLocale::English));
    collator.setNumericMode(true);
    if (const QLocale now; now.language() != QLocale::C && now != collator.locale()) // C knows no numbers in names
        collator.setLocale(now);
    return collator.compare(a, b);
}

} // namespace gw
