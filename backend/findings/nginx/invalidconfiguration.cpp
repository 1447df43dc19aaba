// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/nginxview.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

/// "[emerg] unknown directive "htp2" in /etc/nginx/nginx.conf:7"
const QRegularExpression &emergency()
{
    static const QRegularExpression pattern(u"\\[emerg\\][^:]*:? ?(.+?)(?: in (/[^\\n]*):(\\d+))?\\s*(?:\\n|$)"_s);
    return pattern;
}

RuleOutcome check(const NginxView &view)
{
    if (!view.nginx().tested)
        return NotChecked{QCoreApplication::translate("nginx", "nginx -t was not asked")};
    if (view.nginx().testPassed)
        return QList<Finding>();
    const QRegularExpressionMatch said = emergency().match(view.nginx().testResult.raw());
    Finding finding;
    finding.severity = Severity::Critical;
    finding.title = QCoreApplication::translate("nginx", "nginx does not start with its configuration");
    finding.explanation = QCoreApplication::translate(
        "nginx",
        "What runs now is the configuration from before; after the next restart of the server nothing answers. "
        "nginx says why: mend that line first.");
    finding.effective = UntrustedText(said.hasMatch() ? said.captured(1) : view.nginx().testResult.raw().left(200));
    finding.proof = {{u"nginx -t"_s, view.nginx().testResult}};
    if (said.hasMatch() && !said.captured(2).isEmpty()) {
        finding.where.file = RemotePath(said.captured(2).toUtf8());
        finding.where.line = said.captured(3).toInt();
    }
    return QList<Finding>{finding};
}

} // namespace

const NginxRule nginx::invalidConfiguration{
    "nginx.invalid-configuration",
    QT_TRANSLATE_NOOP("rules", "nginx takes its configuration"),
    "nginx(8), -t",
    everyProfile,
    check,
};

} // namespace gw
