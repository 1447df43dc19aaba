// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/tlsservers.h"

#include <algorithm>

namespace gw {
namespace {

/// As nginx finds a file: what is relative lies beside the main file.
QByteArray absolute(const NginxView &view, const QByteArray &path)
{
    if (path.startsWith('/') || view.config().files().isEmpty())
        return path;
    const QByteArray main = view.config().files().first().path.bytes();
    return main.left(main.lastIndexOf('/') + 1) + path;
}

const CertificateInfo *certificateAt(const CertificateFacts &facts, const QByteArray &path)
{
    if (facts.files) {
        for (const CertificateFile &file : *facts.files) {
            if (file.path.bytes() == path)
                return &file.certificate;
        }
    }
    if (!facts.lineages)
        return nullptr;
    for (const Lineage &lineage : *facts.lineages) {
        const QByteArray live = "/etc/letsencrypt/live/" + lineage.name.raw().toUtf8() + '/';
        if (lineage.certificate && (path == live + "fullchain.pem" || path == live + "cert.pem"))
            return &*lineage.certificate;
    }
    return nullptr;
}

} // namespace

bool servesTls(const NginxView &view, NginxSetting server)
{
    const QList<const NginxSocket *> sockets = view.socketsOf(server);
    return view.held(server, "ssl") == "on" ||
           std::any_of(sockets.cbegin(), sockets.cend(),
                       [](const NginxSocket *socket) { return socket->isTls || socket->isQuic; });
}

bool turnsAway(const NginxView &view, NginxSetting server)
{
    if (view.held(server, "ssl_reject_handshake") == "on")
        return true;
    const NginxSetting answer = view.firstIn(server, "return");
    return answer && answer.argument(0).size() == 3 && answer.argument(0).startsWith('4');
}

const CertificateInfo *certificateOf(const NginxView &view, NginxSetting sslCertificate)
{
    return certificateAt(view.facts().certificates, absolute(view, sslCertificate.argument(0)));
}

bool isSelfSigned(const NginxView &view, NginxSetting server)
{
    const QList<NginxSetting> settings = view.holding(server, "ssl_certificate");
    return !settings.isEmpty() && std::all_of(settings.cbegin(), settings.cend(), [&](NginxSetting setting) {
        const CertificateInfo *certificate = certificateOf(view, setting);
        return certificate && certificate->selfSigned;
    });
}

QList<NginxSetting> tlsServers(const NginxView &view)
{
    QList<NginxSetting> servers;
    for (const NginxSetting server : view.servers()) {
        if (servesTls(view, server))
            servers.append(server);
    }
    return servers;
}

} // namespace gw
