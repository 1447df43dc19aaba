// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/tlsservers.h"

#include <QCoreApplication>

namespace gw {
namespace {

/// From it on nginx makes a new key for tickets by itself (CHANGES, with a shared ssl_session_cache).
constexpr NginxVersion ofRotation{1, 23, 2};

bool isAsked(const NginxView &view)
{
    return view.reviewScope().profile == ReviewProfile::Cis || (view.version().isSet() && view.version() < ofRotation);
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    if (!isAsked(view))
        return findings;
    for (const NginxSetting server : tlsServers(view)) {
        if (view.held(server, "ssl_session_tickets", "on") == "off" || turnsAway(view, server))
            continue;
        const NginxSetting setting = view.heldBy(server, "ssl_session_tickets");
        findings.append(view.finding(
            setting ? setting : server, Severity::Low,
            QCoreApplication::translate("nginx", "Whoever gets the key of a running nginx reads old connections"),
            QCoreApplication::translate("nginx",
                                        "Session tickets are all sealed with one key, which nginx before 1.23.2 keeps "
                                        "as long as it runs. Set “ssl_session_tickets off;”.")));
    }
    return findings;
}

QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxNode node = view.nodeAt(finding.where);
    if (!node)
        return {};
    if (!node.is("server"))
        return {nginxWithArgument(node, 0, "off")};
    return {nginxInsertedInto(view.treeAt(finding.where), node, NginxPosition::First, "ssl_session_tickets off;")};
}

} // namespace

const NginxRule nginx::sessionTickets{
    "nginx.session-tickets",
    QT_TRANSLATE_NOOP("rules", "Session tickets do not undo forward secrecy"),
    "CIS NGINX 2.1.0 4.1.12; Mozilla SSL Configuration Generator (nginx before 1.23.2)",
    ReviewProfiles(ReviewProfile::Strict) | ReviewProfile::Cis,
    check,
    fix,
};

} // namespace gw
