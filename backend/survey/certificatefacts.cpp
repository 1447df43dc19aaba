// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/survey/readers.h"

namespace gw {
namespace {

Known<CertificateInfo> firstCertificate(const Sections &sections, const SurveySection *section)
{
    if (const auto gap = sections.gapOf(section))
        return *gap;
    const auto certificates = certificatesFromPem(section->content);
    if (!certificates)
        return Gap{Gap::Reason::Failed, UntrustedText(certificates.error().cause)};
    return certificates->first();
}

/// "/etc/letsencrypt/renewal/example.org.conf" gives "example.org"
QByteArray lineageOf(const RemotePath &renewal)
{
    QByteArray name = renewal.bytes().mid(renewal.bytes().lastIndexOf('/') + 1);
    if (name.endsWith(".conf"))
        name.chop(5);
    return name;
}

Known<QList<Lineage>> lineagesFrom(const Sections &sections)
{
    if (!sections.find("users"))
        return Gap{Gap::Reason::NotAsked, {}};
    const auto files = sections.all("letsencrypt.file");
    const bool hidden = sections.has("letsencrypt.closed");
    if (files.isEmpty() && hidden)
        return Gap{Gap::Reason::NeedsRoot, {}};
    QList<Lineage> lineages;
    for (const SurveySection *file : files) {
        if (const auto gap = sections.gapOf(file))
            return *gap;
        Lineage lineage;
        lineage.renewal = fileOf(sections, *file);
        const QByteArray name = lineageOf(lineage.renewal.path);
        lineage.name = untrusted(name);
        lineage.certificate = firstCertificate(
            sections, sections.find("certificate.file /etc/letsencrypt/live/" + name + "/fullchain.pem"));
        if (!lineage.certificate && hidden)
            lineage.certificate = Gap{Gap::Reason::NeedsRoot, {}};
        lineages.append(lineage);
    }
    return lineages;
}

} // namespace

CertificateFacts certificatesFrom(const Sections &sections)
{
    CertificateFacts facts;
    facts.lineages = lineagesFrom(sections);
    if (!sections.find("users"))
        return facts;
    QList<CertificateFile> files;
    for (const SurveySection *section : sections.all("certificate.file")) {
        // A file of keys or parameters sends nothing: it is no certificate, and no gap.
        if (const auto certificate = firstCertificate(sections, section))
            files.append(CertificateFile{pathOf(*section), *certificate});
    }
    if (sections.find("certificates.cut"))
        facts.files = Gap{Gap::Reason::TooLarge, {}};
    else
        facts.files = files;
    return facts;
}

} // namespace gw
