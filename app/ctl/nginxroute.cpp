// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/nginxroute.h"

#include "app/ctl/terminal.h"
#include "backend/base/jsontext.h"
#include "backend/base/untrustedtext.h"
#include "backend/nginx/routetext.h"

#include <QCoreApplication>

namespace gw::ctl {
namespace {

/// Says what keeps nginx from reading it. Files that are not on this computer are only left out: the others are traced.
bool isReadable(const NginxConfig &config)
{
    bool isReadable = true;
    for (const NginxProblem &problem : config.problems()) {
        complain(UntrustedText::fromBytes(problem.error.inFile(config.files()[problem.file].path.bytes())).shown(2000));
        isReadable = isReadable && problem.kind == NginxProblem::Kind::IncludeFailed;
    }
    return isReadable;
}

} // namespace

int nginxRoute(const NginxConfig &config, const QString &url, RouteFormat format)
{
    const auto request = NginxRequest::fromUrl(url.toUtf8());
    if (!request)
        return fail({Error::Kind::Invalid,
                     QCoreApplication::translate("ctl", "Trace a request through nginx"),
                     QCoreApplication::translate("ctl", "“%1” is no URL").arg(UntrustedText(url).shown()),
                     QCoreApplication::translate("ctl", "Name one like https://example.com/path"),
                     {}});
    if (!isReadable(config))
        return Failed;
    const NginxRoute route = routeOf(config, *request);
    const QByteArray text = format == RouteFormat::Json ? jsonText(QJsonDocument(routeJson(route)))
                                                        : QByteArray(routeLines(route).join(u'\n').toUtf8() + '\n');
    return print(text) ? Fine : Failed;
}

} // namespace gw::ctl
