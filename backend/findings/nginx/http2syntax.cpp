// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/nginxview.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

/// From it on "http2 on" is known and "listen … http2" deprecated (CHANGES).
constexpr NginxVersion ofDirective{1, 25, 1};

bool saysHttp2(NginxSetting listen)
{
    return listen && listen.arguments().indexOf("http2", 1) > 0;
}

/// Written in the very block that it belongs to, where an edit reaches it.
bool isOwn(NginxSetting setting, NginxSetting block)
{
    return setting.file() == block.file() && setting.node().parent() == block.node();
}

/// One finding for each server, at the first of its listens: they are mended together.
void findParameters(const NginxView &view, QList<Finding> &findings)
{
    for (const NginxSetting server : view.servers()) {
        QList<NginxSetting> listens = view.in(server, "listen");
        listens.removeIf([](NginxSetting listen) { return !saysHttp2(listen); });
        if (listens.isEmpty())
            continue;
        Finding finding = view.finding(
            listens.first(), Severity::Low, QCoreApplication::translate("nginx", "“listen … http2” is deprecated"),
            QCoreApplication::translate("nginx",
                                        "Since 1.25.1 nginx warns of it at each start. HTTP/2 is a matter of the "
                                        "server now, not of the socket: “http2 on;”."));
        for (const NginxSetting listen : listens.mid(1, 3))
            finding.proof.append(view.lines(listen));
        findings.append(finding);
    }
}

void findDirectives(const NginxView &view, QList<Finding> &findings)
{
    for (const NginxSetting setting : view.named("http2")) {
        findings.append(view.finding(
            setting, Severity::High,
            QCoreApplication::translate("nginx", "nginx %1 does not know “http2 %2”")
                .arg(view.nginx().version.shown(), shownText(setting.argument(0))),
            QCoreApplication::translate("nginx",
                                        "The directive came with 1.25.1; nginx does not start with it. Before, HTTP/2 "
                                        "is a word of the socket: “listen 443 ssl http2;”.")));
    }
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    if (view.version() >= ofDirective)
        findParameters(view, findings);
    else if (view.version().isSet())
        findDirectives(view, findings);
    return findings;
}

/// All servers of a socket spoke HTTP/2 by the word of one: each says it now. Empty where one of them stands elsewhere.
QList<NginxEdit> toDirective(const NginxView &view, NginxSetting server)
{
    QList<NginxEdit> edits;
    QList<NginxSetting> servers{server};
    for (const NginxSetting listen : view.in(server, "listen")) {
        if (!isOwn(listen, server))
            return {};
        const auto word = int(listen.arguments().indexOf("http2", 1));
        if (word > 0)
            edits.append(nginxWithoutArgument(listen.node(), word));
    }
    for (const NginxSocket *socket : view.socketsOf(server)) {
        const bool isItsWord = std::any_of(socket->listens.cbegin(), socket->listens.cend(), saysHttp2);
        for (const NginxSetting other : isItsWord ? socket->servers : QList<NginxSetting>()) {
            if (!servers.contains(other))
                servers.append(other);
        }
    }
    for (const NginxSetting each : servers) {
        if (view.heldBy(each, "http2"))
            continue;
        const QList<NginxSetting> listens = view.in(each, "listen");
        if (listens.isEmpty() || each.file() != server.file() || !isOwn(listens.last(), each))
            return {};
        edits.append(nginxInsertedAfter(view.treeAt(each.path()), listens.last().node(), "http2 on;"));
    }
    return edits;
}

/// Empty for the http block: which of its servers were meant, nobody can tell.
QList<NginxEdit> toParameter(const NginxView &view, NginxSetting directive)
{
    const NginxSetting server = directive.parent();
    const NginxTree &tree = view.treeAt(directive.path());
    if (!server.is("server"))
        return directive.argument(0) == "off" ? QList<NginxEdit>{nginxRemoved(tree, directive.node())}
                                              : QList<NginxEdit>();
    QList<NginxEdit> edits{nginxRemoved(tree, directive.node())};
    for (const NginxSetting listen : view.in(server, "listen")) {
        const QList<QByteArray> words = listen.arguments();
        if (directive.argument(0) == "off" || !words.contains("ssl") || words.contains("http2"))
            continue;
        if (!isOwn(listen, server))
            return {};
        edits.append(nginxWithAddedArgument(listen.node(), "http2"));
    }
    return edits;
}

QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxSetting setting = view.settingAt(finding.where);
    if (!setting || setting.isRoot())
        return {};
    return setting.is("http2") ? toParameter(view, setting) : toDirective(view, setting.parent());
}

} // namespace

const NginxRule nginx::http2Syntax{
    "nginx.http2-syntax",
    QT_TRANSLATE_NOOP("rules", "HTTP/2 is switched on in the way that this nginx takes"),
    "nginx.org, ngx_http_v2_module, http2; nginx CHANGES, 1.25.1",
    everyProfile,
    check,
    fix,
};

} // namespace gw
