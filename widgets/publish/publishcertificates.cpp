// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/publish/publishcertificates.h"

#include "backend/survey/websites.h"

#include <algorithm>

namespace gw {
namespace {

void add(QList<PublishCertificate> &found, const PublishCertificate &certificate)
{
    const bool isNew = std::none_of(found.cbegin(), found.cend(), [&](const PublishCertificate &each) {
        return each.chain == certificate.chain && each.key == certificate.key;
    });
    if (isNew)
        found.append(certificate);
}

} // namespace

bool PublishCertificate::names(const QString &domain) const
{
    if (!info)
        return false;
    const QString wildcard = u'*' + domain.mid(domain.indexOf(u'.'));
    return std::any_of(info->names.cbegin(), info->names.cend(), [&](const UntrustedText &name) {
        return name.raw().compare(domain, Qt::CaseInsensitive) == 0 ||
               name.raw().compare(wildcard, Qt::CaseInsensitive) == 0;
    });
}

QList<PublishCertificate> publishCertificates(const Facts &facts)
{
    QList<PublishCertificate> found;
    const NginxConfig config = nginxConfigOf(facts);
    for (const NginxSite &site : nginxSites(config)) {
        const int file = config.fileAt(site.path);
        if (file < 0)
            continue;
        for (const NginxSite::Server &server : site.servers) {
            const NginxNode block = config.files()[file].tree.node(server.node);
            const NginxNode chain = block.child("ssl_certificate");
            const NginxNode key = block.child("ssl_certificate_key");
            if (!chain || !key || chain.argument(0).contains('$') || key.argument(0).contains('$'))
                continue;
            const RemotePath path(chain.argument(0));
            add(found, {path, RemotePath(key.argument(0)), certificateIn(facts, path)});
        }
    }
    if (!facts.certificates.lineages)
        return found;
    for (const Lineage &lineage : *facts.certificates.lineages) {
        const QByteArray folder = "/etc/letsencrypt/live/" + lineage.name.raw().toUtf8();
        add(found, {RemotePath(QByteArray(folder + "/fullchain.pem")), RemotePath(QByteArray(folder + "/privkey.pem")),
                    lineage.certificate ? std::optional(*lineage.certificate) : std::nullopt});
    }
    return found;
}

} // namespace gw
