// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxlanguage.h"
#include "backend/findings/nginx/nginxreleases.h"
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/tlsservers.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

using Found = NginxSetting (*)(const NginxView &);

NginxSetting firstOf(const NginxView &view, const char *name)
{
    for (const NginxSetting setting : view.named(name)) {
        if (setting.argument(0) != "off")
            return setting;
    }
    return {};
}

NginxSetting usesMp4(const NginxView &view)
{
    return firstOf(view, "mp4");
}

NginxSetting usesResolver(const NginxView &view)
{
    return firstOf(view, "resolver");
}

NginxSetting listensWith(const NginxView &view, const char *word)
{
    for (const NginxSetting listen : view.named("listen")) {
        if (listen.arguments().indexOf(word, 1) > 0)
            return listen;
    }
    return {};
}

NginxSetting usesHttp2(const NginxView &view)
{
    const NginxSetting setting = firstOf(view, "http2");
    return setting ? setting : listensWith(view, "http2");
}

NginxSetting usesHttp3(const NginxView &view)
{
    return listensWith(view, "quic");
}

NginxSetting caches(const NginxView &view)
{
    for (const char *name : {"proxy_cache", "fastcgi_cache", "uwsgi_cache", "scgi_cache"}) {
        if (const NginxSetting setting = firstOf(view, name))
            return setting;
    }
    return {};
}

NginxSetting redirectsErrors(const NginxView &view)
{
    for (const NginxSetting setting : view.named("error_page")) {
        const QByteArray target = setting.argument(setting.argumentCount() - 1);
        if (target.startsWith("http://") || target.startsWith("https://"))
            return setting;
    }
    return {};
}

NginxSetting speaksTlsToServices(const NginxView &view)
{
    for (const NginxSetting setting : view.named("proxy_pass")) {
        if (targetOf(setting.argument(0)).scheme == "https")
            return setting;
    }
    return {};
}

NginxSetting asksForClientCertificates(const NginxView &view)
{
    for (const NginxSetting setting : view.named("ssl_verify_client")) {
        if (view.isHttp(setting) && setting.argument(0) != "off" && view.servers().size() > 1)
            return setting;
    }
    return {};
}

NginxSetting checksClientsByOcsp(const NginxView &view)
{
    return firstOf(view, "ssl_ocsp");
}

NginxSetting usesUwsgiOrScgi(const NginxView &view)
{
    const NginxSetting setting = firstOf(view, "uwsgi_pass");
    return setting ? setting : firstOf(view, "scgi_pass");
}

NginxSetting recodes(const NginxView &view)
{
    return firstOf(view, "charset_map");
}

NginxSetting speaksHttp2ToServices(const NginxView &view)
{
    for (const NginxSetting setting : view.named("proxy_http_version")) {
        if (setting.argument(0) == "2")
            return setting;
    }
    return {};
}

NginxSetting speaksGrpcOrHttp2ToServices(const NginxView &view)
{
    const NginxSetting setting = firstOf(view, "grpc_pass");
    return setting ? setting : speaksHttp2ToServices(view);
}

NginxSetting mapsByPattern(const NginxView &view)
{
    for (const NginxSetting map : view.named("map")) {
        for (const NginxSetting entry : map.children()) {
            if (entry.name().startsWith('~'))
                return map;
        }
    }
    return {};
}

NginxSetting slices(const NginxView &view)
{
    return firstOf(view, "slice");
}

NginxSetting includesByServer(const NginxView &view)
{
    return firstOf(view, "ssi");
}

/// A location of its own alias with that directive, which may stand in an `if` of the location.
NginxSetting besideAlias(const NginxView &view, const char *name)
{
    for (const NginxSetting setting : view.named(name)) {
        if (setting.argument(2) != "break" && view.has(setting.enclosing("location"), "alias"))
            return setting;
    }
    return {};
}

NginxSetting rewritesBesideAlias(const NginxView &view)
{
    return besideAlias(view, "rewrite");
}

NginxSetting triesFilesBesideAlias(const NginxView &view)
{
    return besideAlias(view, "try_files");
}

/// Keys of tickets that change by themselves, which those of a shared cache do.
NginxSetting rotatesTicketKeys(const NginxView &view)
{
    for (const NginxSetting server : tlsServers(view)) {
        const NginxSetting cache = view.heldBy(server, "ssl_session_cache");
        const bool isShared = cache && cache.arguments().join(' ').contains("shared:");
        if (isShared && view.held(server, "ssl_session_tickets", "on") != "off" &&
            !view.heldBy(server, "ssl_session_ticket_key"))
            return cache;
    }
    return {};
}

NginxSetting includesByServerWithAio(const NginxView &view)
{
    const NginxSetting setting = includesByServer(view);
    return setting && firstOf(view, "aio") ? setting : NginxSetting();
}

NginxSetting speaksTls13(const NginxView &view)
{
    for (const NginxSetting server : tlsServers(view)) {
        const NginxSetting protocols = view.heldBy(server, "ssl_protocols");
        const QByteArray spoken = protocols ? protocols.arguments().join(' ') : view.defaultOf("ssl_protocols");
        if (spoken.contains("TLSv1.3"))
            return protocols ? protocols : server;
    }
    return {};
}

NginxSetting forwardsMail(const NginxView &view)
{
    return firstOf(view, "mail");
}

NginxSetting asksStreamsForCertificates(const NginxView &view)
{
    for (const NginxSetting setting : view.named("ssl_verify_client")) {
        if (setting.enclosing("stream") && setting.argument(0) != "off")
            return setting;
    }
    return {};
}

NginxSetting readsNamesOfStreams(const NginxView &view)
{
    return firstOf(view, "ssl_preread");
}

struct Advisory {
    const char *cves;
    const char *what; ///< QT_TRANSLATE_NOOP("nginx", …)
    Severity severity;
    NginxHole hole;
    Found uses;
};

/// Those of nginx.org since 2016, with what of a configuration they need. Two more have rules of their own:
/// nginx.unnamed-groups and nginx.overlapping-captures. Since October 2026 the ranges are those of the CVE records
/// (F5); where these look at supported versions only, the oldest is one that Debian had to mend.
const QList<Advisory> &advisories()
{
    static const QList<Advisory> all{
        {"CVE-2026-123007",
         QT_TRANSLATE_NOOP("nginx", "the flow control of HTTP/2 can be brought to overwrite memory"),
         Severity::High,
         {{1, 9, 5}, {1, 31, 8}, {{1, 30, 7}, {1, 31, 9}}},
         usesHttp2},
        {"CVE-2026-118899",
         QT_TRANSLATE_NOOP("nginx", "a request over TLS 1.3 can bring a worker into an endless loop"),
         Severity::High,
         {{1, 13, 0}, {1, 31, 8}, {{1, 30, 7}, {1, 31, 9}}},
         speaksTls13},
        {"CVE-2026-113425",
         QT_TRANSLATE_NOOP("nginx", "memory is used after it was freed where mail is forwarded"),
         Severity::High,
         {{0, 5, 33}, {1, 31, 8}, {{1, 30, 7}, {1, 31, 9}}},
         forwardsMail},
        {"CVE-2026-123633",
         QT_TRANSLATE_NOOP("nginx", "memory is used after it was freed in HTTP/2 when connections run short"),
         Severity::Medium,
         {{1, 19, 7}, {1, 31, 8}, {{1, 30, 7}, {1, 31, 9}}},
         usesHttp2},
        {"CVE-2026-121810",
         QT_TRANSLATE_NOOP("nginx", "memory is used after it was freed in HTTP/3 when connections run short"),
         Severity::Medium,
         {{1, 25, 0}, {1, 31, 8}, {{1, 30, 7}, {1, 31, 9}}},
         usesHttp3},
        {"CVE-2026-123634",
         QT_TRANSLATE_NOOP("nginx", "memory is used after it was freed when subrequests look up the same name"),
         Severity::Medium,
         {{0, 6, 18}, {1, 31, 8}, {{1, 30, 7}, {1, 31, 9}}},
         usesResolver},
        {"CVE-2026-120967",
         QT_TRANSLATE_NOOP("nginx", "a name of another server gets around the client certificates of a stream"),
         Severity::Medium,
         {{1, 25, 5}, {1, 31, 8}, {{1, 30, 7}, {1, 31, 9}}},
         asksStreamsForCertificates},
        {"CVE-2026-125283",
         QT_TRANSLATE_NOOP("nginx", "try_files in a location with an alias overflows a buffer"),
         Severity::Low,
         {{1, 22, 1}, {1, 31, 8}, {{1, 30, 7}, {1, 31, 9}}},
         triesFilesBesideAlias},
        {"CVE-2026-123640",
         QT_TRANSLATE_NOOP("nginx", "ssl_preread takes greetings of TLS that are not whole"),
         Severity::Low,
         {{1, 15, 2}, {1, 31, 8}, {{1, 30, 7}, {1, 31, 9}}},
         readsNamesOfStreams},
        {"CVE-2026-15176",
         QT_TRANSLATE_NOOP("nginx", "a rewrite in a location with an alias overflows a buffer"),
         Severity::Medium,
         {{0, 1, 29}, {1, 31, 6}, {{1, 30, 6}, {1, 31, 7}}},
         rewritesBesideAlias},
        {"CVE-2026-93479",
         QT_TRANSLATE_NOOP("nginx", "a map with patterns overflows a buffer"),
         Severity::Medium,
         {{1, 30, 0}, {1, 31, 6}, {{1, 30, 6}, {1, 31, 7}}},
         mapsByPattern},
        {"CVE-2026-95101",
         QT_TRANSLATE_NOOP("nginx", "what comes over HTTP/3 can slip data into requests to services"),
         Severity::Medium,
         {{1, 25, 0}, {1, 31, 6}, {{1, 30, 6}, {1, 31, 7}}},
         usesHttp3},
        {"CVE-2026-97629",
         QT_TRANSLATE_NOOP("nginx", "TLS sessions can be forged when the keys of their tickets change"),
         Severity::Medium,
         {{1, 23, 3}, {1, 31, 6}, {{1, 30, 6}, {1, 31, 7}}},
         rotatesTicketKeys},
        {"CVE-2026-97205",
         QT_TRANSLATE_NOOP("nginx", "memory is used after it was freed in server-side includes with aio"),
         Severity::Medium,
         {{1, 22, 1}, {1, 31, 6}, {{1, 30, 6}, {1, 31, 7}}},
         includesByServerWithAio},
        {"CVE-2026-42533",
         QT_TRANSLATE_NOOP("nginx", "a map with patterns overflows a buffer"),
         Severity::High,
         {{0, 9, 6}, {1, 31, 2}, {{1, 30, 4}, {1, 31, 3}}},
         mapsByPattern},
        {"CVE-2026-60005",
         QT_TRANSLATE_NOOP("nginx", "answers in slices tell from the memory of a worker"),
         Severity::Medium,
         {{1, 15, 8}, {1, 31, 2}, {{1, 30, 4}, {1, 31, 3}}},
         slices},
        {"CVE-2026-56434",
         QT_TRANSLATE_NOOP("nginx", "memory is used after it was freed in server-side includes"),
         Severity::Medium,
         {{0, 8, 11}, {1, 31, 2}, {{1, 30, 4}, {1, 31, 3}}},
         includesByServer},
        {"CVE-2026-42530",
         QT_TRANSLATE_NOOP("nginx", "memory is used after it was freed in HTTP/3"),
         Severity::High,
         {{1, 31, 0}, {1, 31, 1}, {{1, 31, 2}}},
         usesHttp3},
        {"CVE-2026-42055",
         QT_TRANSLATE_NOOP("nginx", "requests to services over HTTP/2 or gRPC overflow a buffer"),
         Severity::Medium,
         {{1, 13, 10}, {1, 31, 1}, {{1, 30, 3}, {1, 31, 2}}},
         speaksGrpcOrHttp2ToServices},
        {"CVE-2026-48142",
         QT_TRANSLATE_NOOP("nginx", "memory is read out of bounds when letters are recoded"),
         Severity::Low,
         {{0, 3, 50}, {1, 31, 1}, {{1, 30, 3}, {1, 31, 2}}},
         recodes},
        {"CVE-2026-42926",
         QT_TRANSLATE_NOOP("nginx", "requests can be slipped into those to services over HTTP/2"),
         Severity::Medium,
         {{1, 29, 4}, {1, 30, 0}, {{1, 30, 1}, {1, 31, 0}}},
         speaksHttp2ToServices},
        {"CVE-2026-42946",
         QT_TRANSLATE_NOOP("nginx", "memory is read out of bounds in answers of uwsgi and SCGI"),
         Severity::Medium,
         {{0, 8, 42}, {1, 30, 0}, {{1, 30, 1}, {1, 31, 0}}},
         usesUwsgiOrScgi},
        {"CVE-2026-42934",
         QT_TRANSLATE_NOOP("nginx", "memory is read out of bounds when letters are recoded"),
         Severity::Medium,
         {{0, 3, 50}, {1, 30, 0}, {{1, 30, 1}, {1, 31, 0}}},
         recodes},
        {"CVE-2026-40701",
         QT_TRANSLATE_NOOP("nginx", "memory is used after it was freed when clients are checked by OCSP"),
         Severity::Medium,
         {{1, 19, 0}, {1, 30, 0}, {{1, 30, 1}, {1, 31, 0}}},
         checksClientsByOcsp},
        {"CVE-2026-40460",
         QT_TRANSLATE_NOOP("nginx", "addresses of clients can be forged over HTTP/3"),
         Severity::Medium,
         {{1, 25, 0}, {1, 30, 0}, {{1, 30, 1}, {1, 31, 0}}},
         usesHttp3},
        {"CVE-2026-1642",
         QT_TRANSLATE_NOOP("nginx", "whoever stands before a service with TLS can slip in plain text"),
         Severity::Medium,
         {{1, 3, 0}, {1, 29, 4}, {{1, 28, 2}, {1, 29, 5}}},
         speaksTlsToServices},
        {"CVE-2025-23419",
         QT_TRANSLATE_NOOP("nginx", "a TLS session of one server gets around the client certificates of another"),
         Severity::Medium,
         {{1, 11, 4}, {1, 27, 3}, {{1, 26, 3}, {1, 27, 4}}},
         asksForClientCertificates},
        {"CVE-2024-7347",
         QT_TRANSLATE_NOOP("nginx", "a prepared mp4 file makes a worker read out of bounds"),
         Severity::Low,
         {{1, 5, 13}, {1, 27, 0}, {{1, 26, 2}, {1, 27, 1}}},
         usesMp4},
        {"CVE-2024-32760, CVE-2024-31079, CVE-2024-35200, CVE-2024-34161",
         QT_TRANSLATE_NOOP("nginx", "HTTP/3 can be brought to crash a worker and to tell from its memory"),
         Severity::Medium,
         {{1, 25, 0}, {1, 26, 0}, {{1, 26, 1}, {1, 27, 0}}},
         usesHttp3},
        {"CVE-2024-24990",
         QT_TRANSLATE_NOOP("nginx", "HTTP/3 can be brought to crash a worker"),
         Severity::High,
         {{1, 25, 0}, {1, 25, 3}, {{1, 25, 4}}},
         usesHttp3},
        {"CVE-2022-41741, CVE-2022-41742",
         QT_TRANSLATE_NOOP("nginx", "a prepared mp4 file overwrites memory of a worker, or tells from it"),
         Severity::Medium,
         {{1, 1, 3}, {1, 23, 1}, {{1, 22, 1}, {1, 23, 2}}},
         usesMp4},
        {"CVE-2021-23017",
         QT_TRANSLATE_NOOP("nginx", "an answer of a DNS server overwrites a byte of memory"),
         Severity::Medium,
         {{0, 6, 18}, {1, 20, 0}, {{1, 20, 1}, {1, 21, 0}}},
         usesResolver},
        {"CVE-2019-20372",
         QT_TRANSLATE_NOOP("nginx", "a request can be hidden in one that error_page redirects"),
         Severity::Medium,
         {{0, 7, 12}, {1, 17, 6}, {{1, 17, 7}}},
         redirectsErrors},
        {"CVE-2019-9511, CVE-2019-9513, CVE-2019-9516",
         QT_TRANSLATE_NOOP("nginx", "HTTP/2 can be brought to take all of CPU and memory"),
         Severity::Medium,
         {{1, 9, 5}, {1, 17, 2}, {{1, 16, 1}, {1, 17, 3}}},
         usesHttp2},
        {"CVE-2018-16843, CVE-2018-16844",
         QT_TRANSLATE_NOOP("nginx", "HTTP/2 can be brought to take CPU and memory"),
         Severity::Low,
         {{1, 9, 5}, {1, 15, 5}, {{1, 14, 1}, {1, 15, 6}}},
         usesHttp2},
        {"CVE-2018-16845",
         QT_TRANSLATE_NOOP("nginx", "a prepared mp4 file tells from the memory of a worker"),
         Severity::Medium,
         {{1, 1, 3}, {1, 15, 5}, {{1, 14, 1}, {1, 15, 6}}},
         usesMp4},
        {"CVE-2017-7529",
         QT_TRANSLATE_NOOP("nginx", "a request for a range tells from the file of a cached answer"),
         Severity::Medium,
         {{0, 5, 6}, {1, 13, 2}, {{1, 12, 1}, {1, 13, 3}}},
         caches},
        {"CVE-2016-0742, CVE-2016-0746, CVE-2016-0747",
         QT_TRANSLATE_NOOP("nginx", "answers of a DNS server crash a worker"),
         Severity::Medium,
         {{0, 6, 18}, {1, 9, 9}, {{1, 8, 1}, {1, 9, 10}}},
         usesResolver},
    };
    return all;
}

RuleOutcome check(const NginxView &view)
{
    if (!view.version().isSet())
        return NotChecked{QCoreApplication::translate("nginx", "the version of nginx is not known")};
    if (!view.facts().packages && !view.facts().fromFolder)
        return notChecked(view.facts().packages.gap());
    if (isOfDistribution(
            view)) { // it gets fixes without a new number: system.security-updates tells of those that wait
        const auto &updates = view.facts().packages->securityUpdates;
        return updates ? RuleOutcome(QList<Finding>{}) : RuleOutcome(notChecked(updates.gap()));
    }
    QList<Finding> findings;
    for (const Advisory &advisory : advisories()) {
        if (exposureOf(advisory.hole, view.version()) != NginxExposure::Yes)
            continue;
        const NginxSetting used = advisory.uses(view);
        if (!used)
            continue;
        Finding finding =
            view.finding(used, advisory.severity,
                         QCoreApplication::translate("nginx", "This nginx has a hole in what is used here: %1")
                             .arg(QLatin1String(advisory.cves)),
                         QCoreApplication::translate("nginx", "nginx %1: %2. %3")
                             .arg(view.nginx().version.shown(), QCoreApplication::translate("nginx", advisory.what),
                                  howToTell(view, advisory.hole)));
        finding.subject = QLatin1String(advisory.cves);
        findings.append(finding);
    }
    return findings;
}

} // namespace

const NginxRule nginx::cves{
    "nginx.cves",
    QT_TRANSLATE_NOOP("rules", "No hole that is known touches what is used of this nginx"),
    "nginx.org, security advisories; CVE records of F5",
    everyProfile,
    check,
};

} // namespace gw
