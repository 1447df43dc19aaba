// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/nginxview.h"

#include <QCoreApplication>
#include <QMap>
#include <algorithm>

namespace gw {
namespace {

/// One finding for each socket that several servers share, at the first of them.
std::optional<Finding> findingFor(const NginxView &view, const QByteArray &socket, const QList<NginxSetting> &servers,
                                  const QList<NginxSetting> &listens)
{
    const bool isShared =
        std::any_of(servers.cbegin(), servers.cend(), [&](NginxSetting server) { return server != servers.first(); });
    if (!isShared)
        return std::nullopt;
    const NginxSetting first = listens.first() ? listens.first() : servers.first();
    Finding finding = view.finding(
        first, Severity::Low,
        QCoreApplication::translate("nginx", "Nothing says which server answers unknown names on %1")
            .arg(shownText(socket)),
        QCoreApplication::translate(
            "nginx",
            "Without default_server it is the first one that nginx reads, here this one: another file whose name "
            "sorts before it changes that. Mark one, best one that answers nobody (“return 444;”)."));
    finding.subject = shownText(socket);
    for (qsizetype i = 1; i < qMin(listens.size(), qsizetype(4)); ++i)
        finding.proof.append(view.lines(listens[i] ? listens[i] : servers[i]));
    return finding;
}

/// stream knows names, and so a default, since nginx 1.25.5.
void checkStream(const NginxView &view, QList<Finding> &findings)
{
    struct Shared {
        QList<NginxSetting> servers;
        QList<NginxSetting> listens;
        bool hasDefault = false;
    };
    QMap<QByteArray, Shared> sockets;
    for (const NginxSetting listen : view.named("listen")) {
        if (!listen.parent().parent() || !listen.parent().parent().is("stream"))
            continue;
        const nginxcheck::Url url = nginxcheck::parsedUrl(listen.argument(0), nginxcheck::UrlUse::Listen, 0);
        const QList<QByteArray> words = listen.arguments();
        Shared &shared = sockets[url.address.text() + (words.contains("udp") ? " udp" : "")];
        shared.servers.append(listen.parent());
        shared.listens.append(listen);
        shared.hasDefault = shared.hasDefault || words.contains("default_server");
    }
    for (auto socket = sockets.cbegin(); socket != sockets.cend(); ++socket) {
        const auto finding =
            socket->hasDefault ? std::nullopt : findingFor(view, socket.key(), socket->servers, socket->listens);
        if (finding)
            findings.append(*finding);
    }
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const NginxSocket &socket : view.sockets().all()) {
        const auto finding =
            socket.hasDefaultServer ? std::nullopt : findingFor(view, socket.name(), socket.servers, socket.listens);
        if (finding)
            findings.append(*finding);
    }
    checkStream(view, findings);
    return findings;
}

/// What holds already is said aloud: the first one is the default.
QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxNode node = view.nodeAt(finding.where);
    if (!node)
        return {};
    if (node.is("listen"))
        return {nginxWithAddedArgument(node, "default_server")};
    if (node.is("server")) // it has no listen of its own
        return {nginxInsertedInto(view.treeAt(finding.where), node, NginxPosition::First, "listen 80 default_server;")};
    return {};
}

} // namespace

const NginxRule nginx::defaultServerFlag{
    "nginx.default-server-flag",
    QT_TRANSLATE_NOOP("rules", "Where several servers share a socket, one is marked as the default"),
    "nginx.org, How nginx processes a request; CIS NGINX 2.1.0 2.4.2",
    everyProfile,
    check,
    fix,
};

} // namespace gw
