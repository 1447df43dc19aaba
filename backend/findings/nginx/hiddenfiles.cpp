// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxaccess.h"
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/serveranswers.h"
#include "backend/nginx/locations.h"

#include <QCoreApplication>

namespace gw {
namespace {

/// A location that lets nobody at its files.
bool isClosed(const NginxView &view, NginxSetting location)
{
    const NginxSetting answer = view.firstIn(location, "return");
    const QByteArray status = answer ? answer.argument(0) : QByteArray();
    return status == "403" || status == "404" || status == "444" || !accessAt(view, location).isOpen();
}

/// Files that begin with a dot would be served by this server.
bool servesHidden(const NginxView &view, NginxSetting server, NginxPatterns &patterns)
{
    if (answerOfServer(view, server) || !accessAt(view, server).isOpen())
        return false;
    const NginxLocationChoice choice = nginxLocationFor(server, "/.git/config", patterns);
    const NginxSetting scope = choice.chain.isEmpty() ? server : choice.chain.last().setting;
    for (const NginxSetting inner : scope.children()) {
        if (isNginxHandler(inner))
            return false; // what is there is not nginx's to say
    }
    const bool hasRoot = view.heldBy(scope, "root") && view.held(scope, "root").startsWith('/');
    return hasRoot && choice.isSure && !(scope.is("location") && isClosed(view, scope)) && !view.has(scope, "return");
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    NginxPatterns patterns;
    for (const NginxSetting server : view.servers()) {
        if (!servesHidden(view, server, patterns))
            continue;
        findings.append(view.finding(
            server, Severity::Low, QCoreApplication::translate("nginx", "Hidden files of this site are served"),
            QCoreApplication::translate("nginx",
                                        "A .git or .env that is left in the folder tells sources and passwords. Deny "
                                        "what begins with a dot, but for /.well-known/.")));
    }
    return findings;
}

/// As the first of its patterns, for the first that matches holds.
QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxSetting server = view.settingAt(finding.where);
    if (!server || !server.is("server"))
        return {};
    const QByteArray lines = "location ~ /\\.(?!well-known/) {\n    deny all;\n}";
    const NginxTree &tree = view.treeAt(finding.where);
    for (const NginxSetting location : view.in(server, "location")) {
        if (location.node().parent() == server.node())
            return {nginxInsertedBefore(tree, location.node(), lines)};
    }
    return {nginxInsertedInto(tree, server.node(), NginxPosition::Last, lines)};
}

} // namespace

const NginxRule nginx::hiddenFiles{
    "nginx.hidden-files",
    QT_TRANSLATE_NOOP("rules", "Hidden files are not served"),
    "CIS NGINX 2.1.0 2.5.3; h5bp server-configs-nginx 5.0.1",
    ReviewProfiles(ReviewProfile::Strict) | ReviewProfile::Cis,
    check,
    fix,
};

} // namespace gw
