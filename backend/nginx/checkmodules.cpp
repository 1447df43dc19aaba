// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/checkmodules.h"

#include "backend/nginx/checkentries.h"
#include "backend/nginx/checklocation.h"
#include "backend/nginx/checklog.h"
#include "backend/nginx/checkscript.h"
#include "backend/nginx/checkserver.h"
#include "backend/nginx/checkupstream.h"
#include "backend/nginx/checkvalues.h"

#include <algorithm>

namespace gw::nginxcheck {
namespace {

// Simple ones.

void checkLoadModule(State &state, const Use &use)
{
    if (state.hasModulesInUse)
        state.refuse({use.setting}, "\"load_module\" directive is specified too late");
    else
        state.load(use.argument(0));
}

void checkWorkerProcesses(State &state, const Use &use)
{
    if (use.argument(0) != "auto" && !number(use.argument(0)))
        state.refuse({use.setting, 0}, "\"worker_processes\" directive invalid value");
}

void checkWorkerConnections(State &state, const Use &use)
{
    if (!number(use.argument(0)))
        state.refuse({use.setting, 0}, "invalid number \"" + use.argument(0) + '"');
}

/// How an upstream chooses among its servers: the last one holds.
const QByteArray balancing = "load balancing method";

void checkBalancing(State &state, const Use &use)
{
    if (state.block().keys.contains(balancing))
        state.warn({use.setting}, balancing + " redefined");
    state.block().keys.insert(balancing);
}

void checkHash(State &state, const Use &use)
{
    if (checkScript(state, use, 0))
        checkBalancing(state, use);
}

/// keepalive of an upstream. From 1.29.7 on connections are kept anyway: 0 ends that, they need not be shared, and it
/// is no method of its own.
void checkKeptConnections(State &state, const Use &use)
{
    constexpr NginxVersion keptAnyway{1, 29, 7};
    if (state.isBefore(keptAnyway))
        state.block().keys.insert(balancing);
    if (use.count() > 1 && state.isBefore(keptAnyway)) {
        state.refuse({use.setting, -1},
                     DirectiveCheck::words(DirectiveCheck::Verdict::WrongArguments, use.setting.name()));
        return;
    }
    const auto connections = number(use.argument(0));
    if (!connections || (*connections == 0 && state.isBefore(keptAnyway)))
        state.refuse({use.setting, 0},
                     "invalid value \"" + use.argument(0) + "\" in \"" + use.setting.name() + "\" directive");
    else if (use.count() > 1 && use.argument(1) != "local")
        state.refuse({use.setting, 1}, "invalid parameter \"" + use.argument(1) + '"');
}

void openEvents(State &state, const Use &)
{
    state.hasEvents = state.hasModulesInUse = true;
}

void openProtocol(State &state, const Use &)
{
    state.hasModulesInUse = true;
}

/// allow and deny.
void checkAccessRule(State &state, const Use &use)
{
    const QByteArray &from = use.argument(0);
    const Network network = from == "all" || from == "unix:" ? Network::Right : networkIn(from);
    if (network == Network::Invalid)
        state.refuse({use.setting, 0}, "invalid parameter \"" + from + '"');
    if (network == Network::HasLowBits)
        state.warn({use.setting, 0}, "low address bits of " + from + " are meaningless");
}

void checkFirst(State &state, const Use &use)
{
    checkScript(state, use, 0);
}

void checkAll(State &state, const Use &use)
{
    for (int i = 0; i < use.count() && checkScript(state, use, i); ++i)
        ;
}

/// NAME VALUE pairs that nginx compiles when it puts http together, and those of http only where a server inherits
/// them.
void referSecond(State &state, const Use &use)
{
    if (use.context == NginxContext::Http || use.count() < 2)
        return;
    for (const QByteArrayView name : scriptIn(use.argument(1)).variables)
        refer(state, {use.setting, 1}, name);
}

/// fastcgi_param and its like.
void checkParameter(State &state, const Use &use)
{
    if (use.count() == 3 && use.argument(2) != "if_not_empty")
        state.refuse({use.setting, 2}, "invalid parameter \"" + use.argument(2) + '"');
    else
        referSecond(state, use);
}

void checkStore(State &state, const Use &use)
{
    if (use.argument(0) != "on" && use.argument(0) != "off")
        checkScript(state, use, 0);
}

/// "off" is alone in its block: so says 1.22.1, and not yet 1.18.
bool isRightAlone(State &state, const Use &use)
{
    QSet<QByteArray> &seen = state.block().keys;
    const QByteArray name = use.setting.name();
    const QByteArray off = name + " off";
    const bool isOff = use.count() == 1 && use.argument(0) == "off";
    const bool isAsked = state.build().version() >= NginxVersion{1, 22, 1};
    if (isAsked && (seen.contains(off) || (isOff && seen.contains(name)))) {
        state.refuse({use.setting}, '"' + name + "\" directive is duplicate");
        return false;
    }
    seen.insert(isOff ? off : name);
    if (use.count() > 1 || isOff || (use.argument(0) == "default" && name == "proxy_redirect"))
        return true;
    state.refuse({use.setting, 0}, "invalid parameter \"" + use.argument(0) + '"');
    return false;
}

/// proxy_redirect, proxy_cookie_domain, proxy_cookie_path: "~" and "~*" begin a regular expression.
void checkProxyRewrite(State &state, const Use &use)
{
    const QByteArray &from = use.argument(0);
    if (!isRightAlone(state, use) || use.count() == 1)
        return;
    const bool isCaseless = from.startsWith("~*");
    const bool isRight = from.startsWith('~') ? checkRegex(state, use, 0, from.mid(isCaseless ? 2 : 1),
                                                           isCaseless ? RegexCase::Insensitive : RegexCase::Sensitive)
                                              : checkScript(state, use, 0);
    if (isRight)
        checkScript(state, use, 1);
}

void checkProxyVersion(State &state, const Use &use)
{
    if (use.argument(0) == "2" && state.isBefore({1, 29, 4}))
        state.refuse({use.setting, 0}, "invalid value \"2\"");
}

void checkCookieFlags(State &state, const Use &use)
{
    const QByteArray &name = use.argument(0);
    if (name.startsWith('~'))
        checkRegex(state, use, 0, name.mid(1), RegexCase::Insensitive);
}

void checkAuthRequestSet(State &state, const Use &use)
{
    if (checkMadeVariable(state, use, 0, use.argument(0)))
        checkScript(state, use, 1);
}

void checkMadeFirst(State &state, const Use &use)
{
    checkMadeVariable(state, use, 0, use.argument(0));
}

/// Of the versions that say so, when the rest is right.
void checkObsolete(State &state, const Use &use)
{
    struct Successor {
        QByteArrayView name;
        QByteArrayView instead; ///< empty: none
    };
    static constexpr Successor successors[] = {
        {"ssl", "listen ... ssl"},
        {"http2_recv_timeout", "client_header_timeout"},
        {"http2_idle_timeout", "keepalive_timeout"},
        {"http2_max_requests", "keepalive_requests"},
        {"http2_max_field_size", "large_client_header_buffers"},
        {"http2_max_header_size", "large_client_header_buffers"},
        {"http2_push", {}},
        {"http2_push_preload", {}},
    };
    if (!state.build().version().isSet() || !use.facts->isDeprecatedIn(state.build().version()))
        return;
    const auto found = std::ranges::find(successors, use.facts->name, &Successor::name);
    QByteArray words = "the \"" + use.facts->name.toByteArray() + "\" directive is ";
    words += found->name == "ssl" ? "deprecated, " : "obsolete, ";
    if (found->instead.isEmpty())
        words += "ignored";
    else
        words += "use the \"" + found->instead.toByteArray() + "\" directive instead";
    state.warn({use.setting}, words);
}

/// A flag that nginx reads with a function of its own.
void checkSsl(State &state, const Use &use)
{
    if (checkValue(state, use, {ValueRule::Kind::Flag, {}, 0, -1}))
        checkObsolete(state, use);
}

struct Row {
    QByteArrayView module;
    QByteArrayView name;
    Check check;
    Closing closing = nullptr;
};

constexpr Row rows[] = {
    {"ngx_core_module", "load_module", checkLoadModule},
    {"ngx_core_module", "worker_processes", checkWorkerProcesses},
    {"ngx_events_module", "events", openEvents},
    {"ngx_event_core_module", "worker_connections", checkWorkerConnections},
    {"ngx_errlog_module", "error_log", checkErrorLog},
    {"ngx_http_module", "http", openProtocol},
    {"ngx_stream_module", "stream", openProtocol},
    {"ngx_mail_module", "mail", openProtocol},
    {"ngx_http_core_module", "server", openServer, closeServer},
    {"ngx_http_core_module", "listen", checkListen},
    {"ngx_http_core_module", "server_name", checkServerName},
    {"ngx_http_core_module", "location", openLocation},
    {"ngx_http_core_module", "limit_except", openLimitExcept},
    {"ngx_http_core_module", "root", checkRoot},
    {"ngx_http_core_module", "alias", checkRoot},
    {"ngx_http_core_module", "error_page", checkErrorPage},
    {"ngx_http_core_module", "error_log", checkErrorLog},
    {"ngx_http_core_module", "try_files", checkTryFiles},
    {"ngx_http_try_files_module", "try_files", checkTryFiles},
    {"ngx_http_core_module", "keepalive_timeout", checkKeepAlive},
    {"ngx_http_rewrite_module", "if", openIf},
    {"ngx_http_rewrite_module", "return", checkReturn},
    {"ngx_http_rewrite_module", "rewrite", checkRewrite},
    {"ngx_http_rewrite_module", "set", checkSet},
    {"ngx_http_headers_module", "add_header", checkAddHeader},
    {"ngx_http_headers_module", "add_trailer", checkAddHeader},
    {"ngx_http_headers_module", "expires", checkExpires},
    {"ngx_http_access_module", "allow", checkAccessRule},
    {"ngx_http_access_module", "deny", checkAccessRule},
    {"ngx_stream_access_module", "allow", checkAccessRule},
    {"ngx_stream_access_module", "deny", checkAccessRule},
    {"ngx_http_log_module", "access_log", checkAccessLog},
    {"ngx_http_log_module", "log_format", checkLogFormat},
    {"ngx_http_map_module", "map", openMap},
    {"ngx_http_geo_module", "geo", openGeo},
    {"ngx_http_charset_module", "charset_map", openCharsetMap},
    {"ngx_http_split_clients_module", "split_clients", openSplitClients, closeSplitClients},
    {"ngx_http_upstream_module", "upstream", openUpstream, closeUpstream},
    {"ngx_http_upstream_module", "server", checkUpstreamServer},
    {"ngx_http_upstream_hash_module", "hash", checkHash},
    {"ngx_http_upstream_ip_hash_module", "ip_hash", checkBalancing},
    {"ngx_http_upstream_least_conn_module", "least_conn", checkBalancing},
    {"ngx_http_upstream_random_module", "random", checkBalancing},
    {"ngx_http_upstream_keepalive_module", "keepalive", checkKeptConnections},
    {"ngx_http_limit_req_module", "limit_req_zone", checkLimitRequestZone},
    {"ngx_http_limit_req_module", "limit_req", checkLimitRequest},
    {"ngx_http_limit_conn_module", "limit_conn_zone", checkLimitConnectionZone},
    {"ngx_http_limit_conn_module", "limit_conn", checkLimitConnection},
    {"ngx_http_ssl_module", "ssl", checkSsl},
    {"ngx_http_ssl_module", "ssl_session_cache", checkSessionCache},
    {"ngx_mail_ssl_module", "ssl", checkSsl},
    {"ngx_http_v2_module", "http2_recv_timeout", checkObsolete},
    {"ngx_http_v2_module", "http2_idle_timeout", checkObsolete},
    {"ngx_http_v2_module", "http2_max_requests", checkObsolete},
    {"ngx_http_v2_module", "http2_max_field_size", checkObsolete},
    {"ngx_http_v2_module", "http2_max_header_size", checkObsolete},
    {"ngx_http_v2_module", "http2_push", checkObsolete},
    {"ngx_http_v2_module", "http2_push_preload", checkObsolete},
    {"ngx_http_proxy_module", "proxy_pass", checkProxyPass},
    {"ngx_http_proxy_module", "proxy_set_header", referSecond},
    {"ngx_http_proxy_module", "proxy_http_version", checkProxyVersion},
    {"ngx_http_proxy_module", "proxy_redirect", checkProxyRewrite},
    {"ngx_http_proxy_module", "proxy_cookie_domain", checkProxyRewrite},
    {"ngx_http_proxy_module", "proxy_cookie_path", checkProxyRewrite},
    {"ngx_http_proxy_module", "proxy_cookie_flags", checkCookieFlags},
    {"ngx_http_proxy_module", "proxy_cache_path", checkCachePath},
    {"ngx_http_proxy_module", "proxy_cache", checkCache},
    {"ngx_http_proxy_module", "proxy_cache_key", checkFirst},
    {"ngx_http_proxy_module", "proxy_store", checkStore},
    {"ngx_http_fastcgi_module", "fastcgi_pass", checkFirst},
    {"ngx_http_fastcgi_module", "fastcgi_param", checkParameter},
    {"ngx_http_fastcgi_module", "fastcgi_cache_path", checkCachePath},
    {"ngx_http_fastcgi_module", "fastcgi_cache", checkCache},
    {"ngx_http_fastcgi_module", "fastcgi_cache_key", checkFirst},
    {"ngx_http_fastcgi_module", "fastcgi_store", checkStore},
    {"ngx_http_uwsgi_module", "uwsgi_pass", checkFirst},
    {"ngx_http_uwsgi_module", "uwsgi_param", checkParameter},
    {"ngx_http_uwsgi_module", "uwsgi_cache_path", checkCachePath},
    {"ngx_http_uwsgi_module", "uwsgi_cache", checkCache},
    {"ngx_http_uwsgi_module", "uwsgi_cache_key", checkFirst},
    {"ngx_http_scgi_module", "scgi_pass", checkFirst},
    {"ngx_http_scgi_module", "scgi_param", checkParameter},
    {"ngx_http_scgi_module", "scgi_cache_path", checkCachePath},
    {"ngx_http_scgi_module", "scgi_cache", checkCache},
    {"ngx_http_scgi_module", "scgi_cache_key", checkFirst},
    {"ngx_http_grpc_module", "grpc_pass", checkFirst},
    {"ngx_http_grpc_module", "grpc_set_header", referSecond},
    {"ngx_http_index_module", "index", checkAll},
    {"ngx_http_sub_module", "sub_filter", checkAll},
    {"ngx_http_auth_request_module", "auth_request_set", checkAuthRequestSet},
    {"ngx_http_perl_module", "perl_set", checkMadeFirst},
};

/// By row of DirectiveTable::directives().
const std::vector<const Row *> &rowOfDirectives()
{
    static const std::vector<const Row *> found = [] {
        const DirectiveTable &table = DirectiveTable::nginx();
        std::vector<const Row *> made(table.directives().size());
        for (const Row &row : rows) {
            for (const DirectiveFacts &facts : table.named(row.name)) {
                if (table.modules()[facts.module].name == row.module)
                    made[std::size_t(&facts - table.directives().data())] = &row;
            }
        }
        return made;
    }();
    return found;
}

const Row *rowOf(const DirectiveFacts &facts)
{
    return rowOfDirectives()[std::size_t(&facts - DirectiveTable::nginx().directives().data())];
}

} // namespace

Check checkOf(const DirectiveFacts &facts)
{
    const Row *const row = rowOf(facts);
    return row ? row->check : nullptr;
}

Closing closingOf(const DirectiveFacts &facts)
{
    const Row *const row = rowOf(facts);
    return row ? row->closing : nullptr;
}

} // namespace gw::nginxcheck
