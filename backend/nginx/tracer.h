// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/route.h"
#include "backend/nginx/uri.h"

#include <QSet>

namespace gw {

/// What all routes through one configuration share.
struct NginxRouterData {
    NginxRouterData(const NginxConfig &config, const NginxRouteOptions &options);

    NginxRouteOptions options;
    NginxEffective effective;
    NginxSockets sockets;
    NginxPatterns patterns;
    QHash<QByteArray, NginxSetting> variableBlocks; ///< map, geo, split_clients by the name of their variable
    QSet<QByteArray> ownVariables;                  ///< that `set` or a pattern makes; without value they are empty
    QHash<QByteArray, NginxSetting> upstreams;      ///< by name in lower case
};

/// A value with variables filled in.
struct NginxTracedValue {
    QByteArray bytes; ///< what is not known counts as empty
    QByteArray shown; ///< what is not known stands there by name: "$http_referer"
    bool isKnown = true;

    static NginxTracedValue of(const QByteArray &bytes) { return {bytes, bytes, true}; }
    static NginxTracedValue unknown(const QByteArray &name) { return {{}, '$' + name, false}; }
    NginxTracedValue &operator+=(const NginxTracedValue &other);
};

/// One request on its way: the fields of ngx_http_request_t that decide, and the phases that change them.
class NginxTracer {
public:
    using Answers = QHash<QByteArray, bool>;

    /// `given`: answers to questions by their key, instead of what would be assumed.
    NginxTracer(NginxRouterData &router, const NginxRequest &request, Answers given = {});
    NginxRoute run();
    /// Of each question of the route.
    const QByteArrayList &questionKeys() const { return m_questionKeys; }

private:
    using Value = NginxTracedValue;
    using StepKind = NginxRouteStep::Kind;
    using Path = NginxRouteOptions::Path;
    enum class Phase : quint8 { ServerRewrite, FindLocation, Rewrite, Content, Done };
    /// How captures are written: $1 of a URI that was quoted is quoted again where it becomes arguments.
    enum class Captures : quint8 { Plain, Quoted };

    // tracer.cpp: the phases
    bool openConnection();
    bool shakeHands();
    bool readUri();
    bool readHost();
    void checkMethodAndTls();
    void serverRewrite();
    void findLocation();
    void rewrite();
    void content();
    void enter(NginxSetting block);
    void noteAccess();
    void internalRedirect(NginxSetting at, const QByteArray &uri, const QByteArray &args);
    void namedLocation(NginxSetting at, const QByteArray &name);
    void special(int status, NginxSetting at = {}, const Value &location = {});
    bool errorPage(int status);
    void sendErrorPage(NginxSetting page, int status);
    QByteArray absolute(const QByteArray &location) const;
    NginxAnswer made(NginxAnswer::Kind kind, NginxSetting at = {}) const;
    void answer(NginxAnswer answer);
    void step(StepKind kind, NginxSetting at, const QByteArray &text = {});
    bool ask(NginxQuestion::Kind kind, NginxSetting at, const QByteArray &key, const QByteArray &subject, bool assumed);
    const NginxEffective &effective() const { return m_router.effective; }

    // tracerrewrite.cpp: the program of if, rewrite, return, set, break
    enum class Flow : quint8 { GoOn, End };
    Flow runBlock(NginxSetting block);
    Flow runDirective(NginxSetting setting);
    Flow runIf(NginxSetting setting);
    Flow runRewrite(NginxSetting setting);
    Flow runReturn(NginxSetting setting);
    void runSet(NginxSetting setting);
    void redirectTo(NginxSetting setting, const QByteArray &replacement, bool keepsArguments);
    void changeUri(NginxSetting setting, const QByteArray &replacement, bool keepsArguments);
    bool holds(NginxSetting setting);
    bool fileHolds(NginxSetting setting, const QByteArray &operation, const QByteArray &operand);
    /// Whether the pattern was found; sets captures as nginx does. `*isSure` false: it could not be tried.
    bool test(const QByteArray &pattern, RegexCase letters, const QByteArray &subject, bool *isSure);
    void take(const NginxMatch &match);

    // tracervalues.cpp
    Value filled(QByteArrayView text, Captures captures = Captures::Plain);
    Value captured(int group, Captures captures) const;
    Value variable(const QByteArray &name);
    std::optional<Value> coreVariable(const QByteArray &name);
    std::optional<Value> prefixedVariable(const QByteArray &name) const;
    Value header(const QByteArray &name) const;
    Value mapped(const QByteArray &name, NginxSetting map);
    std::optional<Value> mapEntry(NginxSetting map, const QByteArray &source);
    QByteArray serverName() const;
    Value fastcgiScript(int group);

    // tracercontent.cpp
    struct Root {
        Value path;
        bool isAlias = false;
        bool isPatternAlias = false; ///< the alias of a location given by a pattern is the whole path
        qsizetype cut = 0;           ///< bytes of the URI that an alias stands for
        NginxSetting at;
    };
    Root root();
    QByteArray pathOf(const Root &root, const QByteArray &uri) const;
    bool loseAlias(const Root &root);
    bool exists(NginxSetting at, const QByteArray &path, Path wanted, bool isLikely);
    void tryFiles(NginxSetting setting);
    bool tryCandidate(NginxSetting setting, const Root &root, int index);
    QByteArray candidate(const Root &root, const QByteArray &written);
    bool isLikelyThere(NginxSetting setting, const QByteArray &uri, Path wanted) const;
    void fallBack(NginxSetting setting, const Root &root);
    void serveFiles();
    bool isFolder(const QByteArray &path) const;
    bool serveIndex(const Root &root);
    void serveFile(const Root &root);
    void serveFolder(const Root &root);
    void pass(NginxSetting setting);
    void passHttp(NginxSetting setting);
    void passOther(NginxSetting setting);
    QByteArray upstreamUri(NginxSetting setting, const QByteArray &part) const;
    void addServers(NginxAnswer &answer, const nginxcheck::Url &url) const;

    NginxRouterData &m_router;
    const NginxRequest &m_request;
    Answers m_given;
    Answers m_answers; ///< so that a file is there or not for the whole way
    QByteArrayList m_questionKeys;
    NginxRoute m_route;
    Phase m_phase = Phase::ServerRewrite;
    const NginxSocket *m_socket = nullptr;
    NginxSetting m_server;
    NginxSetting m_scope;   ///< r->loc_conf
    NginxSetting m_handler; ///< r->content_handler
    QByteArray m_host;      ///< r->headers_in.server
    QByteArray m_method;
    QByteArray m_uri;
    QByteArray m_args;
    QByteArrayList m_captures;
    QHash<QByteArray, Value> m_variables; ///< r->variables: set, captured, or found once and kept
    int m_uriChanges = 11;                ///< NGX_HTTP_MAX_URI_CHANGES + 1
    int m_errorStatus = 0;                ///< r->err_status
    int m_depth = 0;                      ///< of variables in variables
    int m_lookups = 0;                    ///< of variables
    int m_conditions = 0;
    bool m_isQuoted = false;
    bool m_hasPlus = false;
    bool m_isInternal = false;
    bool m_isSentHere = false; ///< try_files, index or error_page named this URI: a file of it is likely there
    bool m_isUriChanged = false;
    bool m_isTargetValid = true;   ///< r->valid_unparsed_uri: it may go on as it was sent
    bool m_isLocationValid = true; ///< r->valid_location: the URI still begins with the location's name
    bool m_addsUriToAlias = false;
    bool m_isErrorPage = false;
    bool m_quotesCaptures = true; ///< e->quote of the script that runs
    bool m_isSure = true;
};

} // namespace gw
