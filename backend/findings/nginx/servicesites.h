// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/nginx/nginxbackends.h"
#include "backend/nginx/edit.h"

namespace gw {

/// A service that one server hands requests on to, known by its process (surveyedService()).
struct ServiceSite {
    NginxSetting server;
    NginxService service;
    QList<NginxSetting> passes; ///< proxy_pass; the one of the widest location first

    NginxSetting widest() const { return passes.first(); }
};
QList<ServiceSite> serviceSites(const NginxView &view);

/// `findings`; without them, that nobody knows what listens, where requests are handed on at all.
RuleOutcome unlessServicesUnknown(const NginxView &view, const QList<Finding> &findings);

// Edits beside a proxy_pass. Empty: it stands in a file that others may include, too.

/// One more directive, or the one that stands there with other arguments.
QList<NginxEdit> withSetting(const NginxView &view, NginxSetting pass, const QByteArray &name,
                             const QByteArray &argument);
/// HTTP/1.1, and these proxy_set_header lines in the place of those of the same name; the others are kept.
QList<NginxEdit> withHttp11(const NginxView &view, NginxSetting pass, QByteArrayList headers);
/// What proxy_set_header needs for connections that are upgraded (nginx.org, WebSocket proxying), the others kept.
QList<NginxEdit> withUpgrade(const NginxView &view, NginxSetting pass);

/// The variable that says “upgrade” where a client asks for it, with what sets it if nothing does; no name: it cannot
/// be set in this file.
struct UpgradeVariable {
    QByteArray name; ///< "$connection_upgrade"
    QList<NginxEdit> edits;
};
UpgradeVariable upgradeVariable(const NginxView &view, NginxSetting user);

} // namespace gw
