// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxheaders.h"
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/serveranswers.h"
#include "backend/findings/nginx/tlsservers.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace gw {
namespace {

/// X-Frame-Options is there in another form, too.
bool isThere(const QList<NginxHeader> &headers, QByteArrayView name)
{
    if (headerNamed(headers, name))
        return true;
    const auto policy = headerNamed(headers, "content-security-policy");
    return name == "x-frame-options" && policy && policy->value.contains("frame-ancestors");
}

/// What is missing; what the benchmark alone asks for with it.
QByteArrayList missingIn(const NginxView &view, NginxSetting server)
{
    QByteArrayList wanted{"X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy"};
    if (view.reviewScope().profile == ReviewProfile::Cis)
        wanted.append("Content-Security-Policy");
    const QList<NginxHeader> headers = answersOf(view, server);
    wanted.removeIf([&](const QByteArray &name) { return isThere(headers, name.toLower()); });
    return wanted;
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const NginxSetting server : view.servers()) {
        const NginxSetting everything = answerOfServer(view, server);
        const bool isForPages =
            !everything && !turnsAway(view, server) && view.held(server, "security_headers") != "on";
        const QByteArrayList missing = isForPages ? missingIn(view, server) : QByteArrayList();
        if (missing.isEmpty())
            continue;
        findings.append(view.finding(
            server, Severity::Low,
            QCoreApplication::translate("nginx", "Pages of this server come without %1")
                .arg(shownText(missing.join(", "))),
            QCoreApplication::translate("nginx",
                                        "They tell browsers not to guess types, not to show the pages in frames "
                                        "of others, and not to tell others where people come from.")));
    }
    return findings;
}

} // namespace

const NginxRule nginx::securityHeaders{
    "nginx.security-headers",
    QT_TRANSLATE_NOOP("rules", "Pages carry the headers that protect whoever reads them"),
    "CIS NGINX 2.1.0 5.3.1 to 5.3.4; h5bp server-configs-nginx 5.0.1",
    ReviewProfiles(ReviewProfile::Strict) | ReviewProfile::Cis,
    check,
};

} // namespace gw
