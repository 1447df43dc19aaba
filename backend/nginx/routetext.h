// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/route.h"

#include <QJsonObject>
#include <QStringList>

namespace gw {

/// A route for people: server, location, answer, then every step with its place, then what is not known. Plain text in
/// the person's language, one line each; all that comes from the configuration or the request is made visible.
QStringList routeLines(const NginxRoute &route);
/// What answers, in one line: "passed on to http://127.0.0.1:3001 as /v1/models".
QString answerLine(const NginxRoute &route);
/// Why and what, in one line, without its place.
QString stepLine(const NginxRouteStep &step);
/// "Is there a file /srv/x? Taken to be so; otherwise: status 404"
QString questionLine(const NginxQuestion &question);

/// The stable form of `gatewrightctl nginx route --format json`:
///  - `server`: {file, line, names} or null; `location`: {file, line, modifier, pattern} or null; `locations`: all from
///    the outermost in; `uri`, `args`
///  - one of `upstream`: [addresses] (with `protocol`, `upstreamName` or null), `root`: path of the file, `return`:
///    status, `module`: name of a directive, `error`: "not-reached", "tls-refused"
///  - `status` where nginx decides it, `text` of a response, `redirect`: URL, `script` of FastCGI
///  - `decidedBy`: {file, line} or null; `sure`; `steps`: [{kind, file, line, text}]; `questions`: [{kind, subject,
///    assumed, otherwise}]
QJsonObject routeJson(const NginxRoute &route);

} // namespace gw
