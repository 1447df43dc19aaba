// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/tracer.h"

#include <algorithm>
#include <array>

namespace gw {
namespace {

bool isRedirectStatus(int status)
{
    return (status >= 301 && status <= 303) || status == 307 || status == 308;
}

/// What the client sees instead of nginx's own numbers for broken TLS.
int sentStatus(int status)
{
    return status >= 494 && status <= 497 ? 400 : status;
}

bool isInNumbers(QByteArrayView host)
{
    return host.startsWith('[') || std::ranges::all_of(host, [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
}

/// ngx_http_core_limit_except(): every method but these; GET takes HEAD with it.
bool holdsFor(NginxSetting limitExcept, const QByteArray &method)
{
    for (int i = 0; i < limitExcept.argumentCount(); ++i) {
        const QByteArray allowed = limitExcept.argument(i).toUpper();
        if (allowed == method || (allowed == "GET" && method == "HEAD"))
            return false;
    }
    return true;
}

} // namespace

NginxTracer::NginxTracer(NginxRouterData &router, const NginxRequest &request, Answers given)
    : m_router(router), m_request(request), m_given(std::move(given)), m_method(request.method)
{
}

NginxRoute NginxTracer::run()
{
    if (openConnection() && readUri() && readHost())
        checkMethodAndTls();
    while (m_phase != Phase::Done) {
        switch (m_phase) {
        case Phase::ServerRewrite: serverRewrite(); break;
        case Phase::FindLocation: findLocation(); break;
        case Phase::Rewrite: rewrite(); break;
        case Phase::Content: content(); break;
        case Phase::Done: break;
        }
    }
    m_route.server = m_server;
    m_route.scope = m_scope;
    m_route.uri = m_uri;
    m_route.args = m_args;
    return std::move(m_route);
}

void NginxTracer::step(StepKind kind, NginxSetting at, const QByteArray &text)
{
    if (m_route.steps.size() < NginxRouter::mostSteps)
        m_route.steps.append({kind, at, text});
    else
        m_route.isCut = true;
}

bool NginxTracer::ask(NginxQuestion::Kind kind, NginxSetting at, const QByteArray &key, const QByteArray &subject,
                      bool assumed)
{
    if (const auto answered = m_answers.constFind(key); answered != m_answers.cend())
        return *answered;
    const auto given = m_given.constFind(key);
    const bool answer = given == m_given.cend() ? assumed : *given;
    m_answers.insert(key, answer);
    if (given != m_given.cend())
        return answer;
    if (m_route.questions.size() >= NginxRouter::mostQuestions) {
        m_route.isCut = true;
        return answer;
    }
    m_route.questions.append({kind, at, subject, assumed, nullptr});
    m_questionKeys.append(key);
    return answer;
}

/// With the status that an error page keeps.
NginxAnswer NginxTracer::made(NginxAnswer::Kind kind, NginxSetting at) const
{
    NginxAnswer answer;
    answer.kind = kind;
    answer.status = m_errorStatus;
    answer.at = at;
    return answer;
}

void NginxTracer::answer(NginxAnswer answer)
{
    answer.isSure = answer.isSure && m_isSure;
    m_route.answer = std::move(answer);
    m_phase = Phase::Done;
}

/// ngx_http_init_connection() and what TLS decides before the first byte of the request.
bool NginxTracer::openConnection()
{
    int index = m_router.sockets.find(m_request.address, m_request.port);
    const QList<NginxSocket> &all = m_router.sockets.all();
    if (m_request.address.isEmpty() && index >= 0) {
        for (qsizetype i = 0; i < all.size(); ++i) {
            const bool isOther = i != index && all[i].address.port == m_request.port && !all[i].isQuic &&
                                 all[i].address.family != nginxcheck::Address::Family::Unix;
            if (isOther && ask(NginxQuestion::Kind::Address, all[i].listens.first(), "address " + all[i].name(),
                               all[i].name(), false)) {
                index = int(i);
                break;
            }
        }
    }
    if (index < 0) {
        answer(made(NginxAnswer::Kind::NotReached));
        return false;
    }
    m_socket = &all[index];
    m_server = m_socket->defaultServer;
    step(StepKind::Socket, m_socket->listens.value(m_socket->servers.indexOf(m_server)), m_socket->name());
    return m_request.scheme == NginxRequest::Scheme::Http || shakeHands();
}

/// The name of the server comes with the handshake, so that its own settings hold from there on.
bool NginxTracer::shakeHands()
{
    const auto name = nginxHost(m_request.host);
    if (m_socket->isTls && name && !isInNumbers(*name))
        m_server = m_socket->choose(*name, effective(), m_router.patterns).server;
    if (m_socket->isTls && !effective().isOn(m_server, "ssl_reject_handshake"))
        return true;
    const NginxSetting refusal = effective().setting(m_server, "ssl_reject_handshake");
    answer(made(NginxAnswer::Kind::TlsRefused, m_socket->isTls ? refusal : NginxSetting()));
    return false;
}

/// ngx_http_process_request_line(): before a name is known.
bool NginxTracer::readUri()
{
    m_scope = m_server;
    const bool merges = effective().value(m_server, "merge_slashes") != "off";
    const auto uri = NginxUri::parse(m_request.target, merges ? MergeSlashes::Yes : MergeSlashes::No);
    if (!uri) {
        step(StepKind::Invalid, {}, "client sent invalid request");
        special(400);
        return false;
    }
    m_uri = uri->path;
    m_args = uri->args;
    m_isQuoted = uri->isQuoted;
    m_hasPlus = uri->hasPlus;
    return true;
}

/// ngx_http_process_host().
bool NginxTracer::readHost()
{
    const auto host = m_request.host.isEmpty() ? std::optional(QByteArray()) : nginxHost(m_request.host);
    if (!host) {
        step(StepKind::Invalid, {}, "client sent invalid host header");
        special(400);
        return false;
    }
    m_host = *host;
    const NginxServerChoice choice = m_socket->choose(m_host, effective(), m_router.patterns);
    m_server = choice.server;
    m_scope = m_server;
    m_isSure = m_isSure && choice.isSure;
    step(StepKind::Server, m_server, choice.name ? choice.name.argument(choice.argument) : QByteArray());
    m_route.steps.last().choice = choice.why;
    if (choice.why == NginxServerChoice::Why::Pattern)
        take(choice.match);
    if (m_uri + (m_args.isEmpty() ? QByteArray() : '?' + m_args) != m_request.target)
        step(StepKind::Uri, {}, m_uri);
    return true;
}

void NginxTracer::checkMethodAndTls()
{
    if (m_method == "TRACE" || m_method == "CONNECT") {
        step(StepKind::Invalid, {}, "client sent " + m_method + " method");
        special(405);
    } else if (m_socket->isTls && m_request.scheme == NginxRequest::Scheme::Http) {
        step(StepKind::Invalid, {}, "client sent plain HTTP request to HTTPS port");
        special(497);
    }
}

void NginxTracer::serverRewrite()
{
    m_phase = Phase::FindLocation;
    runBlock(m_server);
}

void NginxTracer::findLocation()
{
    m_phase = Phase::Rewrite;
    m_isUriChanged = false;
    m_handler = {};
    const NginxLocationChoice choice = nginxLocationFor(m_server, m_uri, m_router.patterns);
    for (const NginxLocation &location : choice.refused)
        step(StepKind::PatternRefused, location.setting);
    for (const NginxMatch &match : choice.matches)
        take(match);
    m_isSure = m_isSure && choice.isSure;
    m_route.locations = choice.chain;
    m_scope = choice.chain.isEmpty() ? m_server : choice.chain.last().setting;
    step(StepKind::Location, m_route.location(), m_uri);
    if (const NginxSetting internal = effective().setting(m_scope, "internal"); internal && !m_isInternal) {
        step(StepKind::InternalOnly, internal);
        special(404);
        return;
    }
    enter(m_scope);
    if (choice.isRedirect) {
        step(StepKind::SlashRedirect, m_scope);
        QByteArray target = nginxEscaped(choice.chain.last().name, NginxEscape::Uri);
        if (!m_args.isEmpty())
            target += '?' + m_args;
        special(301, m_scope, Value::of(target));
    }
}

/// ngx_http_update_location_config(): a block of its own for some methods, and what makes the content.
void NginxTracer::enter(NginxSetting block)
{
    m_scope = block;
    const NginxSetting limit = block.child("limit_except");
    if (limit && holdsFor(limit, m_method)) {
        m_scope = limit;
        step(StepKind::LimitExcept, limit);
    }
    for (const NginxSetting setting : m_scope.children()) {
        if (isNginxHandler(setting))
            m_handler = setting;
    }
    if (m_scope != limit || m_handler)
        return;
    for (const NginxSetting setting : block.children()) {
        if (isNginxPass(setting))
            m_handler = setting;
    }
}

void NginxTracer::rewrite()
{
    m_phase = Phase::Content;
    const NginxSetting block = m_scope;
    if (block != m_server)
        runBlock(block);
    if (m_phase != Phase::Content || !m_isUriChanged)
        return;
    if (--m_uriChanges == 0) {
        step(StepKind::Cycle, block);
        special(500);
        return;
    }
    m_scope = m_server;
    m_phase = Phase::FindLocation;
}

void NginxTracer::noteAccess()
{
    for (const auto *const name : {"limit_conn", "limit_req", "satisfy", "allow", "auth_basic", "auth_request",
                                   "auth_jwt", "access_by_lua_block", "access_by_lua_file"}) {
        for (const NginxSetting &setting : effective().of(m_scope, name).settings) {
            const bool isOff = setting.argument(0) == "off" || (setting.is("satisfy") && setting.argument(0) == "all");
            if (!isOff)
                step(StepKind::Access, setting);
        }
    }
}

void NginxTracer::content()
{
    noteAccess();
    if (const NginxSetting files = m_scope.child("try_files")) {
        tryFiles(files);
        if (m_phase != Phase::Content)
            return;
    }
    if (!m_handler) {
        serveFiles();
    } else if (isNginxPass(m_handler)) {
        pass(m_handler);
    } else {
        answer(made(NginxAnswer::Kind::Module, m_handler));
    }
}

void NginxTracer::internalRedirect(NginxSetting at, const QByteArray &uri, const QByteArray &args)
{
    if (--m_uriChanges == 0) {
        step(StepKind::Cycle, at);
        special(500);
        return;
    }
    m_uri = uri;
    m_args = args;
    step(StepKind::InternalRedirect, at, uri);
    m_scope = m_server;
    m_handler = {};
    m_isInternal = true;
    m_isSentHere = true;
    m_isTargetValid = false;
    m_isLocationValid = true;
    m_addsUriToAlias = false;
    m_route.locations.clear();
    m_phase = Phase::ServerRewrite;
    if (m_uri.isEmpty())
        special(500);
}

void NginxTracer::namedLocation(NginxSetting at, const QByteArray &name)
{
    step(StepKind::NamedLocation, at, name);
    const NginxSetting location = nginxNamedLocation(m_server, name);
    if (--m_uriChanges == 0)
        step(StepKind::Cycle, at);
    if (m_uriChanges == 0 || m_uri.isEmpty() || !location) {
        special(500);
        return;
    }
    m_isInternal = true;
    m_isUriChanged = false;
    m_handler = {};
    m_route.locations = {NginxLocation::of(location)};
    step(StepKind::Location, location, m_uri);
    enter(location);
    m_phase = Phase::Rewrite;
}

/// ngx_http_special_response_handler(): a status that nginx makes itself, which error_page may turn into something
/// else.
void NginxTracer::special(int status, NginxSetting at, const Value &location)
{
    m_phase = Phase::Done;
    if (status == 444) {
        answer(made(NginxAnswer::Kind::Closed, at));
        return;
    }
    m_errorStatus = status;
    if (errorPage(status))
        return;
    const bool isRedirect = isRedirectStatus(status);
    NginxAnswer sent = made(isRedirect ? NginxAnswer::Kind::Redirect : NginxAnswer::Kind::Response, at);
    sent.status = sentStatus(m_errorStatus);
    sent.text = isRedirect ? absolute(location.shown) : QByteArray();
    sent.isSure = location.isKnown;
    answer(sent);
}

bool NginxTracer::errorPage(int status)
{
    const QList<NginxSetting> pages = effective().of(m_scope, "error_page").settings;
    if (m_isErrorPage || m_uriChanges == 0 || pages.isEmpty())
        return false;
    m_isErrorPage = !effective().isOn(m_scope, "recursive_error_pages");
    for (const NginxSetting &page : pages) {
        for (int i = 0; i + 1 < page.argumentCount(); ++i) {
            if (page.argument(i) == QByteArray::number(status)) {
                sendErrorPage(page, status);
                return true;
            }
        }
    }
    return false;
}

void NginxTracer::sendErrorPage(NginxSetting page, int status)
{
    step(StepKind::ErrorPage, page, QByteArray::number(status));
    const QByteArray option = page.argumentCount() > 2 ? page.argument(page.argumentCount() - 2) : QByteArray();
    const int overwrite = option.startsWith('=') ? option.sliced(1).toInt() : -1;
    if (overwrite >= 0)
        m_errorStatus = overwrite;
    else
        m_errorStatus = sentStatus(status);
    const Value target = filled(page.argument(page.argumentCount() - 1));
    m_isSure = m_isSure && target.isKnown;
    if (target.bytes.startsWith('/')) {
        if (m_method != "HEAD")
            m_method = "GET";
        const qsizetype question = target.bytes.indexOf('?');
        internalRedirect(page, question < 0 ? target.bytes : target.bytes.first(question),
                         question < 0 ? QByteArray() : target.bytes.sliced(question + 1));
        return;
    }
    if (target.bytes.startsWith('@')) {
        namedLocation(page, target.bytes);
        return;
    }
    NginxAnswer sent = made(NginxAnswer::Kind::Redirect, page);
    sent.status = isRedirectStatus(overwrite) ? overwrite : 302;
    sent.text = absolute(target.shown);
    answer(sent);
}

/// ngx_http_header_filter(): a Location that begins with "/" is completed.
QByteArray NginxTracer::absolute(const QByteArray &location) const
{
    if (!location.startsWith('/') || effective().value(m_scope, "absolute_redirect") == "off")
        return location;
    const bool isTls = m_request.scheme == NginxRequest::Scheme::Https;
    QByteArray host = m_host;
    if (effective().isOn(m_scope, "server_name_in_redirect"))
        host = serverName();
    else if (host.isEmpty())
        host = m_request.address.isEmpty() ? QByteArray("$server_addr") : m_request.address;
    const bool namesPort = effective().value(m_scope, "port_in_redirect") != "off" &&
                           m_request.port != (isTls ? 443 : 80) && !m_request.address.startsWith("unix:");
    return (isTls ? "https://" : "http://") + host +
           (namesPort ? ':' + QByteArray::number(m_request.port) : QByteArray()) + location;
}

} // namespace gw
