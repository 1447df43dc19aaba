// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/nginxview.h"

#include <QCoreApplication>

namespace gw {
namespace {

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    const NginxSetting bpf = view.firstIn(view.config().root(), "quic_bpf");
    if (!bpf || bpf.argument(0) != "on" || view.held(view.config().root(), "worker_processes", "1") == "1")
        return findings;
    for (const NginxSetting listen : view.named("listen")) {
        const QList<QByteArray> words = listen.arguments();
        if (!words.contains("quic") || !words.contains("reuseport"))
            continue;
        Finding finding =
            view.finding(bpf, Severity::Medium,
                         QCoreApplication::translate("nginx", "Half of the HTTP/3 connections are lost after a reload"),
                         QCoreApplication::translate(
                             "nginx", "With several workers and reuseport, the kernel's table still points to the "
                                      "sockets of the workers before the reload. Leave quic_bpf off."));
        finding.proof.append(view.lines(listen));
        findings.append(finding);
        break;
    }
    return findings;
}

QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxNode node = view.nodeAt(finding.where);
    return node ? QList<NginxEdit>{nginxWithArgument(node, 0, "off")} : QList<NginxEdit>();
}

} // namespace

const NginxRule nginx::quicBpfReuseport{
    "nginx.quic-bpf-reuseport",
    QT_TRANSLATE_NOOP("rules", "HTTP/3 connections outlive a reload"),
    "github.com/nginx/nginx, issue 425; nginx.org, ngx_http_v3_module, quic_bpf",
    everyProfile,
    check,
    fix,
};

} // namespace gw
