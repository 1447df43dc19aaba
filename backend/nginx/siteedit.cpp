// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/siteedit.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace gw {
namespace {

/// First in the server: `return` and `if` run in their order (ngx_http_rewrite_module), and the first error_page of a
/// code holds. A named location is entered without the rewrite phase of the server, so that the page itself is served.
constexpr char maintenance[] = R"(# gatewright_maintenance: begin
error_page 503 @gatewright_maintenance;
location @gatewright_maintenance {
    default_type "text/html; charset=utf-8";
    add_header Retry-After 3600 always;
    return 503 "<!doctype html><title>Maintenance</title><p>We will be back soon.</p>\n";
}
if ($uri !~ "^/\.well-known/acme-challenge/") {
    return 503; # gatewright_maintenance: end
})";

bool isHostByte(char c)
{
    return isalnum(uchar(c)) != 0 || c == '-' || c == '.' || c == '_' || c == '*';
}

NginxNode serverNode(const NginxTree &tree, const NginxSite::Server &server)
{
    return tree.node(server.node);
}

bool namesHosts(NginxNode node)
{
    static constexpr std::array<QByteArrayView, 5> directives{"server_name", "return", "rewrite", "if",
                                                              "proxy_redirect"};
    return std::any_of(directives.begin(), directives.end(), [node](QByteArrayView name) { return node.is(name); });
}

/// Where `name` stands as a whole host in a part of a text.
QList<NginxSpan> hostsIn(const NginxTree &tree, NginxSpan span, const QByteArray &name)
{
    QList<NginxSpan> found;
    const QByteArray &text = tree.text();
    for (qsizetype i = text.indexOf(name, span.start); i >= 0 && i + name.size() <= span.end;
         i = text.indexOf(name, i + 1)) {
        const qsizetype end = i + name.size();
        const bool begins = i == span.start || !isHostByte(text[i - 1]);
        const bool ends = end == span.end || !isHostByte(text[end]);
        const bool isPath = i > span.start && text[i - 1] == '/' && !(i >= 2 && text[i - 2] == '/');
        if (begins && ends && !isPath)
            found.append({i, end});
    }
    return found;
}

/// Options that belong to the socket: nginx refuses "duplicate listen options" for one address.
bool isOfSocket(const QByteArray &option)
{
    static constexpr std::array<QByteArrayView, 14> options{
        "default_server", "default",  "bind",    "deferred", "reuseport",      "multipath", "setfib=",
        "fastopen=",      "backlog=", "rcvbuf=", "sndbuf=",  "accept_filter=", "ipv6only=", "so_keepalive="};
    return std::any_of(options.begin(), options.end(), [&option](QByteArrayView known) {
        return known.endsWith('=') ? option.startsWith(known) : option == known;
    });
}

QList<NginxEdit> withoutSocketOptions(NginxNode server)
{
    QList<NginxEdit> edits;
    for (const NginxNode node : server.directives()) {
        for (int i = 1; node.is("listen") && i < node.argumentCount(); ++i) {
            if (isOfSocket(node.argument(i)))
                edits.append(nginxWithoutArgument(node, i));
        }
    }
    return edits;
}

} // namespace

QList<NginxEdit> nginxMaintenance(const NginxTree &tree, const NginxSite &site)
{
    QList<NginxEdit> edits;
    for (const NginxSite::Server &each : site.servers) {
        const NginxNode server = serverNode(tree, each);
        if (!server.text().contains(nginxMaintenanceMark))
            edits.append(nginxInsertedInto(tree, server, NginxPosition::First, maintenance));
    }
    return edits;
}

QList<NginxEdit> nginxWithoutMaintenance(const NginxTree &tree, const NginxSite &site)
{
    QList<NginxEdit> edits;
    for (const NginxSite::Server &each : site.servers) {
        for (const NginxNode node : serverNode(tree, each).children()) {
            if (node.text().contains(nginxMaintenanceMark))
                edits.append(nginxRemoved(tree, node));
        }
    }
    return edits;
}

QList<NginxEdit> nginxSiteRenamed(const NginxTree &tree, const NginxSite &site, const QByteArray &name)
{
    QList<NginxEdit> edits;
    if (site.names.isEmpty())
        return edits;
    for (const NginxSite::Server &each : site.servers) {
        const NginxNode server = serverNode(tree, each);
        for (quint32 i = server.index() + 1; i < server.subtreeEnd(); ++i) {
            const NginxNode node = tree.node(i);
            if (!node.isDirective() || !namesHosts(node))
                continue;
            for (int argument = 0; argument < node.argumentCount(); ++argument) {
                for (const NginxSpan &span : hostsIn(tree, node.argumentSpan(argument), site.names.first()))
                    edits.append({span.start, span.size(), name});
            }
        }
    }
    return edits;
}

QByteArray nginxSiteCopy(const NginxTree &tree, const NginxSite &site, const QByteArray &name)
{
    QList<NginxEdit> edits = nginxSiteRenamed(tree, site, name);
    for (const NginxSite::Server &each : site.servers) {
        const NginxNode server = serverNode(tree, each);
        edits += withoutSocketOptions(server);
        if (site.names.isEmpty() && !server.child("server_name"))
            edits.append(nginxInsertedInto(tree, server, NginxPosition::First, nginxDirective("server_name", {name})));
        else if (site.names.isEmpty())
            edits.append(nginxWithArguments(server.child("server_name"), {name}));
    }
    QByteArray copy;
    for (const NginxSite::Server &each : site.servers) {
        const NginxSpan span = serverNode(tree, each).span();
        QList<NginxEdit> inside;
        for (const NginxEdit &edit : std::as_const(edits)) {
            if (edit.start >= span.start && edit.start + edit.removed <= span.end)
                inside.append({edit.start - span.start, edit.removed, edit.text});
        }
        copy += copy.isEmpty() ? QByteArray() : tree.lineEnding();
        copy += nginxEdited(tree.text().mid(span.start, span.size()), inside) + tree.lineEnding();
    }
    return copy;
}

QList<NginxEdit> nginxSiteRemoved(const NginxTree &tree, const NginxSite &site)
{
    QList<NginxEdit> edits;
    for (const NginxSite::Server &server : site.servers)
        edits.append(nginxRemoved(tree, serverNode(tree, server)));
    return edits;
}

bool nginxIsHostName(QByteArrayView name)
{
    if (name.startsWith("*."))
        name = name.sliced(2);
    else if (name.startsWith('.'))
        name = name.sliced(1);
    if (name.isEmpty() || name.size() > 253 || name.startsWith('-') || name.contains(".."))
        return false;
    return std::all_of(name.begin(), name.end(), [](char c) { return isHostByte(c) && c != '*'; });
}

} // namespace gw
