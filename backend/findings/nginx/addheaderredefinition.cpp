// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxheaders.h"
#include "backend/findings/nginx/nginxrules.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace gw {
namespace {

constexpr const char *id = "nginx.add-header-redefinition";

/// Without them a browser protects less (OWASP Secure Headers Project).
constexpr std::array<QByteArrayView, 16> protecting{
    "strict-transport-security",
    "content-security-policy",
    "content-security-policy-report-only",
    "x-frame-options",
    "x-content-type-options",
    "x-xss-protection",
    "referrer-policy",
    "permissions-policy",
    "cross-origin-embedder-policy",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
    "x-permitted-cross-domain-policies",
    "x-download-options",
    "cache-control",
    "clear-site-data",
    "expect-ct",
};

bool anyProtects(const QList<NginxHeader> &headers)
{
    return std::any_of(headers.cbegin(), headers.cend(), [](const NginxHeader &header) {
        return std::find(protecting.begin(), protecting.end(), header.name) != protecting.end();
    });
}

Finding findingFor(const NginxView &view, const char *directive, const LostHeaders &headers)
{
    const QString name = QString::fromLatin1(directive);
    Finding finding = view.finding(
        headers.own.first().setting, anyProtects(headers.lost) ? Severity::Medium : Severity::Low,
        QCoreApplication::translate("nginx", "What this block answers lacks %1").arg(namesOf(headers.lost)),
        QCoreApplication::translate("nginx",
                                    "%1 lines of a block replace all those of the blocks around it. Repeat what is to "
                                    "be sent here too, or put all of it into a file that both include; from nginx "
                                    "1.29.3 on, “%1_inherit merge” keeps both.")
            .arg(name));
    for (const NginxHeader &lost : headers.lost) {
        const Evidence line = view.lines(lost.setting);
        if (!finding.proof.contains(line))
            finding.proof.append(line);
    }
    return finding;
}

/// Names of headers that alone matter to whoever asks; empty: all do.
QList<QByteArray> askedHeaders(const NginxView &view)
{
    QList<QByteArray> names;
    for (const QString &name : view.option(id, "headers").split(QLatin1Char(','), Qt::SkipEmptyParts))
        names.append(name.trimmed().toLower().toLatin1());
    return names;
}

RuleOutcome check(const NginxView &view)
{
    const QList<QByteArray> asked = askedHeaders(view);
    QList<Finding> findings;
    for (const char *directive : {"add_header", "add_trailer"}) {
        NginxSetting last;
        for (const NginxSetting setting : view.named(directive)) {
            const NginxSetting block = setting.parent();
            if (last && block == last)
                continue;
            last = block;
            LostHeaders headers = lostIn(view, block, directive);
            headers.lost.removeIf(
                [&asked](const NginxHeader &header) { return !asked.isEmpty() && !asked.contains(header.name); });
            if (!headers.lost.isEmpty())
                findings.append(findingFor(view, directive, headers));
        }
    }
    return findings;
}

QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxSetting setting = view.settingAt(finding.where);
    return setting ? repeatedIn(view, lostIn(view, setting.parent(), setting.name())) : QList<NginxEdit>();
}

} // namespace

const NginxRule nginx::addHeaderRedefinition{
    id,
    QT_TRANSLATE_NOOP("rules", "No block loses response headers that the blocks around it set"),
    "nginx.org, ngx_http_headers_module, add_header",
    everyProfile,
    check,
    fix,
    "headers",
};

} // namespace gw
