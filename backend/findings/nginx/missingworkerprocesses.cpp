// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/nginxview.h"

#include <QCoreApplication>

namespace gw {
namespace {

RuleOutcome check(const NginxView &view)
{
    if (!view.isWhole() || view.has(view.config().root(), "worker_processes"))
        return QList<Finding>{};
    Finding finding = view.finding(
        view.http(), Severity::Low, QCoreApplication::translate("nginx", "One process answers all requests"),
        QCoreApplication::translate("nginx",
                                    "Without worker_processes nginx starts a single one, however many cores there "
                                    "are: a slow disk or a costly TLS handshake holds up everybody. Write "
                                    "“worker_processes auto;”."));
    finding.effective = UntrustedText(QStringLiteral("worker_processes 1"));
    return QList<Finding>{finding};
}

QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxNode http = view.nodeAt(finding.where);
    if (!http || http.parent().index() != 0)
        return {};
    const NginxNode first = *http.parent().directives().begin();
    return {nginxInsertedBefore(view.treeAt(finding.where), first, "worker_processes auto;")};
}

} // namespace

const NginxRule nginx::missingWorkerProcesses{
    "nginx.missing-worker-processes",
    QT_TRANSLATE_NOOP("rules", "There are as many worker processes as cores"),
    "nginx.org, Core functionality, worker_processes",
    everyProfile,
    check,
    fix,
};

} // namespace gw
