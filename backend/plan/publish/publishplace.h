// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/version.h"
#include "backend/plan/publish.h"
#include "backend/survey/websites.h"

#include <QByteArrayList>

namespace gw {

struct PublishDefaults;
struct PublishHost;

/// Where nginx of this server reads its files, what it knows, and what is there already.
struct PublishPlace {
    NginxConfig config;              ///< empty: not known, or no nginx yet
    QList<WebSite> sites;            ///< of `config`
    QByteArray base = "/etc/nginx/"; ///< the folder of the main file, which relative includes start from
    bool readsSites = false;         ///< sites-enabled: a link there enables a file of sites-available
    bool readsConf = false;          ///< conf.d/*.conf
    NginxVersion nginx;              ///< not set: not known
    NginxVersion openSsl;            ///< not set: not known
    QByteArray group = "www-data";   ///< whom nginx runs as
    bool hasIpv6 = false;

    static PublishPlace of(const Facts &facts);

    bool isReadable() const { return readsSites || readsConf; }
    RemotePath file(const QByteArray &name) const { return RemotePath(QByteArray(base + name)); }
};

/// "lora.example.com": what the files of the site are called.
QByteArray publishFileName(const Publish &wish);
/// The file of the site, behind its link where it has one.
RemotePath publishSitePath(const PublishPlace &place, const Publish &wish);
/// The same file as nginx names it.
RemotePath publishReadPath(const PublishPlace &place, const Publish &wish);

/// As the ones of publish.h, at a place that was looked at already; `host`: PublishHost::of().
QList<PublishProblem> publishProblems(const Facts &facts, const PublishPlace &place,
                                      const std::optional<PublishHost> &host, const Publish &wish);
QList<PublishFile> publishFiles(const Facts &facts, const PublishPlace &place, const std::optional<PublishHost> &host,
                                const Publish &wish);

/// Beside the main file: certificates and passwords.
extern const char *const publishFolder; // "gatewright"
/// In the first line of files that may be written over.
extern const char *const publishMark; // "# Written by Gatewright"

/// "lora.example.com/chat/": where the site, or a part of one, is.
QByteArray publishSubject(const Publish &wish);
/// "lora.example.com/chat/ leads to 127.0.0.1:3001.": what a site, or a part of one, says of itself.
QByteArray publishTitle(const Publish &wish);

/// The text of the site itself.
QByteArray publishSiteText(const PublishPlace &place, const PublishDefaults &defaults, const Publish &wish);
/// The locations that make a part of `host`, and what only the context http takes of them: often nothing.
QByteArray publishPartText(const PublishPlace &place, const Publish &wish, const PublishHost &host);
QByteArray publishPartSharedText(const PublishPlace &place, const Publish &wish);
/// What a service is told about a request, line by line; `host`: by what name it is called.
QByteArrayList publishProxyLines(const QByteArray &host);
/// ssl_protocols and the like: Mozilla's guidelines 6.0, intermediate, in what this nginx and OpenSSL can do.
QByteArray publishTlsText(const PublishPlace &place);

} // namespace gw
