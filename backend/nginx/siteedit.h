// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/edit.h"
#include "backend/nginx/sites.h"

namespace gw {

// What is done to a whole site, as edits of the file that holds it. `site` is one of nginxSitesIn() of that text.

/// Every request is answered with 503 and a page, but those of ACME (RFC 8555, section 8.3): certificates renew
/// meanwhile. A site that is in maintenance already stays as it is.
QList<NginxEdit> nginxMaintenance(const NginxTree &tree, const NginxSite &site);
/// Without what nginxMaintenance() wrote: byte for byte what was there before.
QList<NginxEdit> nginxWithoutMaintenance(const NginxTree &tree, const NginxSite &site);

/// Another name for the first one of the site, wherever it stands as a host in it: server_name, return, rewrite, if,
/// proxy_redirect. Paths that hold the name stay (certificates, folders).
QList<NginxEdit> nginxSiteRenamed(const NginxTree &tree, const NginxSite &site, const QByteArray &name);

/// The server blocks of a site as a text of their own, under another name: without "default_server" and the options of
/// a socket, which only one `listen` of an address may have. Upstreams and maps of the file are not repeated.
QByteArray nginxSiteCopy(const NginxTree &tree, const NginxSite &site, const QByteArray &name);

/// The file without the server blocks of the site.
QList<NginxEdit> nginxSiteRemoved(const NginxTree &tree, const NginxSite &site);

/// A name that may stand in server_name: of a host, also "*.example.com" and ".example.com".
bool nginxIsHostName(QByteArrayView name);

} // namespace gw
