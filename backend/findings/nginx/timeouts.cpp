// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxlanguage.h"
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/nginxview.h"

#include <QCoreApplication>
#include <array>

namespace gw {
namespace {

constexpr qint64 mostSeconds = 10;

/// What the benchmark limits, with the default of nginx.
struct Timeout {
    const char *name;
    const char *byDefault;
};
constexpr std::array timeouts{Timeout{"keepalive_timeout", "75s"}, Timeout{"send_timeout", "60s"},
                              Timeout{"client_header_timeout", "60s"}, Timeout{"client_body_timeout", "60s"}};

bool isShort(const QByteArray &time)
{
    const qint64 seconds = secondsOf(time);
    return seconds > 0 && seconds <= mostSeconds;
}

Finding findingFor(const NginxView &view, NginxSetting at, const char *name)
{
    Finding finding = view.finding(
        at, Severity::Low,
        QCoreApplication::translate("nginx", "%1 is not between 1 and 10 seconds").arg(QLatin1String(name)),
        QCoreApplication::translate("nginx", "Clients that send or take slowly keep connections for long, and many of "
                                             "them keep all. The benchmark asks for at most 10 seconds."));
    finding.subject = QLatin1String(name);
    return finding;
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const Timeout &timeout : timeouts) {
        const QList<NginxSetting> settings = view.named(timeout.name);
        for (const NginxSetting setting : settings) {
            if (view.isHttp(setting) && !isShort(setting.argument(0)))
                findings.append(findingFor(view, setting, timeout.name));
        }
        if (view.isWhole() && !view.has(view.http(), timeout.name) && !isShort(timeout.byDefault))
            findings.append(findingFor(view, view.http(), timeout.name));
    }
    return findings;
}

QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxNode node = view.nodeAt(finding.where);
    if (!node)
        return {};
    if (!node.is("http"))
        return {nginxWithArgument(node, 0, "10s")};
    return {nginxInsertedInto(view.treeAt(finding.where), node, NginxPosition::First,
                              nginxDirective(finding.subject.toLatin1(), {"10s"}))};
}

} // namespace

const NginxRule nginx::timeouts{
    "nginx.timeouts",
    QT_TRANSLATE_NOOP("rules", "Slow clients are given up after 10 seconds"),
    "CIS NGINX 2.1.0 2.4.3, 2.4.4, 5.2.1",
    ReviewProfile::Cis,
    check,
    fix,
};

} // namespace gw
