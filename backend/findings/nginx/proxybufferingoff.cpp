// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxbackends.h"
#include "backend/findings/nginx/nginxheaders.h"
#include "backend/findings/nginx/nginxrules.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

/// Paths under which answers come in pieces: those of the OpenAI API, of events and of sockets.
bool isStreamingPath(const QByteArray &path)
{
    static const QRegularExpression streaming(
        u"(^|/)v1(/"
        u"|$)|chat|completion|generate|stream|event|sse\\b|notif|socket|\\bws\\b|queue|live|poll|log|watch|mcp|"
        "inference|api/(kernels|terminals)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return streaming.match(QString::fromLatin1(path)).hasMatch();
}

/// Whoever keeps a connection open for minutes, or upgrades it, knows that pieces come.
bool expectsPieces(const NginxView &view, NginxSetting block)
{
    if (secondsOf(view.held(block, "proxy_read_timeout", "60s")) >= 300)
        return true;
    const QList<NginxHeader> headers = headersIn(view, block, "proxy_set_header");
    return headerNamed(headers, "upgrade") || view.held(block, "proxy_request_buffering") == "off" ||
           view.held(block, "chunked_transfer_encoding") == "off";
}

/// Whether everything that is sent on from the block comes in pieces.
bool isNeeded(const NginxView &view, NginxSetting block)
{
    const QList<NginxSetting> passes = view.below(block, "proxy_pass");
    return !passes.isEmpty() && std::all_of(passes.cbegin(), passes.cend(), [&](NginxSetting pass) {
        const NginxSetting location = pass.enclosing("location");
        const std::optional<NginxService> service = serviceBehind(view, pass);
        return (service && (service->streams || service->webSocket)) || expectsPieces(view, pass.parent()) ||
               (location && isStreamingPath(NginxLocation::of(location).name)) ||
               isStreamingPath(targetOf(pass.argument(0)).uri);
    });
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const NginxSetting setting : view.named("proxy_buffering")) {
        const NginxSetting block = setting.parent();
        if (setting.argument(0) != "off" || isNeeded(view, block))
            continue;
        const bool isWide = !block.is("location") && !block.is("if");
        findings.append(view.finding(
            setting, Severity::Low, QCoreApplication::translate("nginx", "The service waits for slow clients"),
            isWide ? QCoreApplication::translate(
                         "nginx",
                         "Without buffers nginx hands each piece on before it takes the next: a client that reads "
                         "slowly keeps the service busy, and nothing is cached. Turn it off only in the "
                         "locations whose answers are streamed.")
                   : QCoreApplication::translate(
                         "nginx",
                         "Without buffers nginx hands each piece on before it takes the next: a client that reads "
                         "slowly keeps the service busy, and nothing is cached. Streamed answers need it; "
                         "nothing here says that these are.")));
    }
    return findings;
}

} // namespace

const NginxRule nginx::proxyBufferingOff{
    "nginx.proxy-buffering-off",
    QT_TRANSLATE_NOOP("rules", "Answers go through buffers where they are not streamed"),
    "nginx.org, ngx_http_proxy_module, proxy_buffering",
    everyProfile,
    check,
};

} // namespace gw
