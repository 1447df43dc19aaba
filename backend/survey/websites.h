// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/build.h"
#include "backend/nginx/sites.h"
#include "backend/survey/facts.h"

namespace gw {

/// A site of nginx with what the rest of the survey knows about it.
struct WebSite {
    NginxSite site;
    bool isEnabled = true;
    std::optional<CertificateInfo> certificate; ///< what its ssl_certificate holds; nothing: not known
    /// Of the backends, those on this server that nobody answers for; empty as well where that is not known.
    QList<NginxBackend> silent;
    /// Those on this server that somebody listens for.
    QList<NginxBackend> answered;
    friend bool operator==(const WebSite &, const WebSite &) = default;
};

/// Enabled ones in reading order, then the others. Empty where the files of nginx are not known.
QList<WebSite> webSites(const Facts &facts);
/// `config`: nginxConfigOf(), where it was read before.
QList<WebSite> webSites(const Facts &facts, const NginxConfig &config);

/// The configuration as it was surveyed; empty where it is not known. Values of secrets are masked in it.
NginxConfig nginxConfigOf(const Facts &facts);

/// The nginx that was surveyed: its version and modules.
NginxBuild nginxBuildOf(const Facts &facts);

/// What the certificate in that file is, as the survey read it.
std::optional<CertificateInfo> certificateIn(const Facts &facts, const RemotePath &path);

} // namespace gw
