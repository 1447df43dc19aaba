// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/locations.h"
#include "backend/nginx/sockets.h"

#include <QMap>

#include <functional>
#include <memory>

namespace gw {

/// A request as it comes to nginx.
struct NginxRequest {
    enum class Scheme : quint8 { Http, Https };
    Scheme scheme = Scheme::Http;
    QByteArray host;    ///< the Host header as sent; empty: a request without (HTTP/1.0)
    QByteArray address; ///< that the client connects to, as in NginxSockets::find(); empty: not known
    quint16 port = 80;
    QByteArray target = "/"; ///< as sent: path and query
    QByteArray method = "GET";
    QMap<QByteArray, QByteArray> headers; ///< by name in lower case; the ones that are not in here are not known

    /// "https://example.com:8443/a%20b?c=d", "example.com/a" (HTTP), "http://[::1]/". Of an address that is written in
    /// numbers it is taken that the client connects to it. Nothing for what is no URL of HTTP.
    static std::optional<NginxRequest> fromUrl(QByteArrayView url);
    friend bool operator==(const NginxRequest &, const NginxRequest &) = default;
};

/// What answers.
struct NginxAnswer {
    enum class Kind : quint8 {
        NotReached, ///< nothing listens on that port
        TlsRefused, ///< the handshake ends: ssl_reject_handshake, or no TLS on that port
        Closed,     ///< 444: the connection is closed without a word
        Response,   ///< `status`, `text` as body where the configuration has one
        Redirect,   ///< `status`, `text` as Location header
        Upstream,   ///< `protocol`, `address`, `servers`, `uri`
        File,       ///< `path`, with `status`
        Folder,     ///< `path`: a listing of autoindex
        Module,     ///< a module that makes its own answer: `at` (stub_status, content_by_lua …)
    };
    Kind kind = Kind::Response;
    int status = 0; ///< 0: whatever the upstream or the module says
    QByteArray text;
    QByteArray path;
    QByteArray protocol;    ///< "http", "https", "grpc", "grpcs", "fastcgi", "uwsgi", "scgi", "memcached"
    QByteArray address;     ///< host and port, or "unix:/run/s", variables filled in
    NginxSetting upstream;  ///< the block of that name; none if there is none
    QByteArrayList servers; ///< where requests go: those of the block, or the address
    QByteArray uri;     ///< what the upstream gets: of http and grpc the target of the request line; of FastCGI and its
                        ///< kin $uri with arguments
    NginxSetting at;    ///< the directive that decides; none: nginx by itself
    bool isSure = true; ///< false: a variable in it, or on the way to it, is not known
};

/// One decision on the way.
struct NginxRouteStep {
    enum class Kind : quint8 {
        Socket,           ///< `at`: listen; `text`: the address
        Server,           ///< `at`: the server; `choice`; `text`: the name
        Uri,              ///< `text`: decoded and normalised, where it differs from what was sent
        PatternRefused,   ///< `at`: a location whose pattern does not match
        Location,         ///< `at`: the location, none: the server itself; `text`: the URI
        InternalOnly,     ///< `at`: internal
        LimitExcept,      ///< `at`: its block holds for this method
        ConditionHolds,   ///< `at`: if
        ConditionFails,   ///< `at`: if
        Set,              ///< `at`; `text`: the value
        Rewrite,          ///< `at`; `text`: the new URI
        RewriteRedirect,  ///< `at`; `text`: the URL
        Break,            ///< `at`
        Return,           ///< `at`
        Access,           ///< `at`: what may refuse the request: allow, deny, auth_basic, auth_request …
        FileFound,        ///< `at`: try_files, index; `text`: the file or folder
        FileMissing,      ///< the same
        InternalRedirect, ///< `at`: try_files, index, error_page; `text`: the URI
        NamedLocation,    ///< `at`: the directive that goes there; `text`: its name
        ErrorPage,        ///< `at`: error_page; `text`: the status it is for
        Cycle,            ///< ten changes of the URI were not enough: 500
        SlashRedirect,    ///< `at`: the location whose name is the URI and a slash
        AliasLost,        ///< `at`: alias in a location where the URI was rewritten: 500
        Invalid,          ///< nginx refuses the request itself; `text`: why, in English as its log has it
    };
    Kind kind = Kind::Location;
    NginxSetting at;
    QByteArray text;
    NginxServerChoice::Why choice = NginxServerChoice::Why::FirstServer; ///< of a Server
};

struct NginxRoute;

/// What the configuration alone does not say. The route goes on as assumed.
struct NginxQuestion {
    enum class Kind : quint8 {
        File,      ///< is there such a file
        Folder,    ///< is there such a folder
        Condition, ///< does the `if` hold, whose variable is not known
        Address,   ///< does the client connect to that socket
    };
    Kind kind = Kind::File;
    NginxSetting at;
    QByteArray subject;
    bool isAssumed = false;                      ///< the answer that was taken: yes or no
    std::shared_ptr<const NginxRoute> otherwise; ///< where it goes with the other answer; it has no questions itself
};

/// The way of one request through a configuration. Views into the NginxConfig: good as long as that, or a copy, lives.
struct NginxRoute {
    NginxSetting server;            ///< none: NotReached, or no TLS there
    QList<NginxLocation> locations; ///< where it ends, from the outermost in; empty: in the server itself
    NginxSetting scope;             ///< the block whose directives hold for the answer: may be an `if` in a location
    QByteArray uri;                 ///< $uri at the end
    QByteArray args;
    NginxAnswer answer;
    QList<NginxRouteStep> steps;
    QList<NginxQuestion> questions;
    bool isCut = false; ///< there were more steps or questions than are kept

    NginxSetting location() const { return locations.isEmpty() ? NginxSetting() : locations.last().setting; }
};

/// What is known besides the configuration.
struct NginxRouteOptions {
    enum class Path : quint8 { Unknown, Nothing, File, Folder };
    /// What lies at a path of the server.
    std::function<Path(const QByteArray &path)> files;
    /// What relative paths stand in: nginx's own prefix.
    QByteArray prefix = "/usr/share/nginx/";
    NginxBuild build;
};

/// Traces requests: phases, order and rules are those of nginx's sources (src/http/), as 1.22 has them. Made once for a
/// configuration; not for two threads at once.
///  - What only runs decides (limits, access rules, modules of others, cached answers, errors of upstreams) is said as
///  a
///    step or left out.
///  - Files are taken to exist where a location serves files and nothing else could, and not to exist where something
///    else is named for that case; each such guess is a question with its other answer.
///  - A variable that is not known is taken to be empty.
class NginxRouter {
public:
    static constexpr qsizetype mostSteps = 500;
    static constexpr qsizetype mostQuestions = 8;

    explicit NginxRouter(const NginxConfig &config, const NginxRouteOptions &options = {});
    ~NginxRouter();
    NginxRouter(NginxRouter &&) noexcept;
    NginxRouter &operator=(NginxRouter &&) noexcept;

    NginxRoute route(const NginxRequest &request) const;
    const NginxEffective &effective() const;
    const NginxSockets &sockets() const;

private:
    std::unique_ptr<struct NginxRouterData> m_data;
};

/// One request alone.
NginxRoute routeOf(const NginxConfig &config, const NginxRequest &request, const NginxRouteOptions &options = {});

} // namespace gw
