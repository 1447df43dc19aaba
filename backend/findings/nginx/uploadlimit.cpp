// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/servicesites.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

/// A picture of a telephone, a notebook with its outputs.
constexpr qint64 enough = 8 * 1024 * 1024;

bool takesLarge(const NginxView &view, NginxSetting pass)
{
    const qint64 most = bytesOf(view.held(pass.parent(), "client_max_body_size", "1m"));
    return most <= 0 || most >= enough;
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const ServiceSite &site : serviceSites(view)) {
        const bool isDone = std::any_of(site.passes.cbegin(), site.passes.cend(),
                                        [&](NginxSetting pass) { return takesLarge(view, pass); });
        if (!site.service.takesUploads || isDone)
            continue;
        findings.append(view.finding(
            site.widest(), Severity::Medium,
            QCoreApplication::translate("nginx", "nginx refuses larger files before %1 sees them")
                .arg(site.service.name),
            QCoreApplication::translate("nginx",
                                        "A request may be 1 MB by default; above client_max_body_size the client gets "
                                        "413. Pictures and notebooks are larger: set what you are ready to take.")));
    }
    return unlessServicesUnknown(view, findings);
}

QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxSetting pass = view.settingAt(finding.where);
    return pass ? withSetting(view, pass, "client_max_body_size", "512m") : QList<NginxEdit>();
}

} // namespace

const NginxRule nginx::uploadLimit{
    "nginx.upload-limit",
    QT_TRANSLATE_NOOP("rules", "Services that take files get them through nginx"),
    "nginx.org, ngx_http_core_module, client_max_body_size",
    everyProfile,
    check,
    fix,
};

} // namespace gw
