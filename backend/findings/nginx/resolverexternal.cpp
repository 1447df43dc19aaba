// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxlanguage.h"
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/nginxview.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <algorithm>

namespace gw {
namespace {

/// An address of the Internet, so that whoever stands on the way there can answer instead.
bool isPublic(const QByteArray &word)
{
    const QByteArray host =
        word.startsWith('[') ? targetOf(word).host : word.left(word.indexOf(':') < 0 ? word.size() : word.indexOf(':'));
    const QHostAddress address(QString::fromLatin1(host));
    if (address.isNull())
        return false; // a name of the network, or a variable
    static const QList<QPair<QHostAddress, int>> ours{
        QHostAddress::parseSubnet(QStringLiteral("10.0.0.0/8")),
        QHostAddress::parseSubnet(QStringLiteral("172.16.0.0/12")),
        QHostAddress::parseSubnet(QStringLiteral("192.168.0.0/16")),
        QHostAddress::parseSubnet(QStringLiteral("127.0.0.0/8")),
        QHostAddress::parseSubnet(QStringLiteral("100.64.0.0/10")),
        QHostAddress::parseSubnet(QStringLiteral("169.254.0.0/16")),
        QHostAddress::parseSubnet(QStringLiteral("::1/128")),
        QHostAddress::parseSubnet(QStringLiteral("fc00::/7")),
        QHostAddress::parseSubnet(QStringLiteral("fe80::/10")),
    };
    return std::none_of(ours.cbegin(), ours.cend(), [&](const auto &range) { return address.isInSubnet(range); });
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const NginxSetting resolver : view.named("resolver")) {
        QList<QByteArray> words = resolver.arguments();
        words.removeIf([](const QByteArray &word) { return word.contains('=') || !isPublic(word); });
        if (words.isEmpty())
            continue;
        findings.append(view.finding(
            resolver, Severity::Medium,
            QCoreApplication::translate("nginx", "Names are asked of a resolver on the Internet (%1)")
                .arg(shownText(words.first())),
            QCoreApplication::translate(
                "nginx",
                "nginx does not check what a resolver answers: whoever stands on the way there, or floods it with "
                "forged answers, decides where requests go. Ask a resolver of this machine or network; "
                "systemd-resolved listens on 127.0.0.53.")));
    }
    return findings;
}

} // namespace

const NginxRule nginx::resolverExternal{
    "nginx.resolver-external",
    QT_TRANSLATE_NOOP("rules", "Names are asked of a resolver of this network"),
    "nginx.org, ngx_http_core_module, resolver",
    everyProfile,
    check,
};

} // namespace gw
