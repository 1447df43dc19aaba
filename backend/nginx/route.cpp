// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/route.h"

#include "backend/nginx/tracer.h"

namespace gw {
namespace {

struct Authority {
    QByteArray host;
    quint16 port = 0; ///< 0: none is named
};

std::optional<Authority> authorityIn(QByteArrayView text)
{
    Authority authority;
    const qsizetype user = text.lastIndexOf('@');
    text = text.sliced(user + 1);
    qsizetype end = text.startsWith('[') ? text.indexOf(']') + 1 : text.indexOf(':');
    if (end < 0)
        end = text.size();
    authority.host = text.first(end).toByteArray();
    if (authority.host.isEmpty())
        return std::nullopt;
    if (end == text.size())
        return authority;
    bool isNumber = false;
    authority.port = text[end] == ':' ? text.sliced(end + 1).toByteArray().toUShort(&isNumber) : quint16(0);
    return isNumber && authority.port > 0 ? std::optional(authority) : std::nullopt;
}

/// Without brackets; empty for a name.
QByteArray numericAddress(const QByteArray &host)
{
    if (host.startsWith('[') && host.endsWith(']'))
        return host.sliced(1).chopped(1);
    const auto url = nginxcheck::parsedUrl(host, nginxcheck::UrlUse::Server, 80);
    return url.error.isEmpty() && !url.isHostName ? host : QByteArray();
}

} // namespace

std::optional<NginxRequest> NginxRequest::fromUrl(QByteArrayView url)
{
    NginxRequest request;
    QByteArrayView rest = url;
    if (const qsizetype colon = url.indexOf("://"); colon >= 0) {
        const QByteArray scheme = url.first(colon).toByteArray().toLower();
        if (scheme != "http" && scheme != "https")
            return std::nullopt;
        request.scheme = scheme == "https" ? Scheme::Https : Scheme::Http;
        rest = url.sliced(colon + 3);
    }
    const quint16 usual = request.scheme == Scheme::Https ? 443 : 80;
    qsizetype end = 0;
    while (end < rest.size() && !QByteArrayView("/?#").contains(rest[end]))
        ++end;
    const auto authority = authorityIn(rest.first(end));
    if (!authority)
        return std::nullopt;
    request.port = authority->port > 0 ? authority->port : usual;
    request.host = authority->host;
    if (request.port != usual)
        request.host += ':' + QByteArray::number(request.port);
    request.address = numericAddress(authority->host);
    QByteArray target = rest.sliced(end).toByteArray();
    if (const qsizetype fragment = target.indexOf('#'); fragment >= 0)
        target.truncate(fragment);
    request.target = target.startsWith('/') ? target : QByteArray('/' + target);
    return request;
}

NginxRouter::NginxRouter(const NginxConfig &config, const NginxRouteOptions &options)
    : m_data(std::make_unique<NginxRouterData>(config, options))
{
}

NginxRouter::~NginxRouter() = default;
NginxRouter::NginxRouter(NginxRouter &&) noexcept = default;
NginxRouter &NginxRouter::operator=(NginxRouter &&) noexcept = default;

const NginxEffective &NginxRouter::effective() const
{
    return m_data->effective;
}

const NginxSockets &NginxRouter::sockets() const
{
    return m_data->sockets;
}

NginxRoute NginxRouter::route(const NginxRequest &request) const
{
    m_data->patterns.restart();
    NginxTracer tracer(*m_data, request);
    NginxRoute route = tracer.run();
    for (qsizetype i = 0; i < route.questions.size(); ++i) {
        NginxQuestion &question = route.questions[i];
        NginxTracer other(*m_data, request, {{tracer.questionKeys().at(i), !question.isAssumed}});
        auto otherwise = std::make_shared<NginxRoute>(other.run());
        otherwise->questions.clear();
        question.otherwise = std::move(otherwise);
    }
    return route;
}

NginxRoute routeOf(const NginxConfig &config, const NginxRequest &request, const NginxRouteOptions &options)
{
    return NginxRouter(config, options).route(request);
}

} // namespace gw
