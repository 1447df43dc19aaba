// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/openports.h"
#include "backend/findings/rules.h"
#include "backend/findings/services/confining.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

Finding findingFor(const OpenPort &port)
{
    Finding finding;
    finding.severity = Severity::Medium;
    finding.subject = port.text();
    finding.title =
        QCoreApplication::translate("rules", "%1 listens on all addresses, port %2").arg(port.name(), port.text());
    finding.explanation = QCoreApplication::translate(
        "rules",
        "Services that serve models and notebooks are made for a trusted network. Bound to 127.0.0.1, with nginx "
        "in front for TLS and a login, they stay closed even on the day when a firewall rule is wrong.");
    finding.effective = UntrustedText(port.addresses());
    finding.proof = port.proof();
    return finding;
}

RuleOutcome check(const Facts &facts)
{
    const Known<QList<OpenPort>> ports = portsBeyondLoopback(facts);
    if (!ports)
        return notChecked(ports.gap());
    QList<Finding> findings;
    for (const OpenPort &port : *ports) {
        if (port.service.kind == ServiceKind::Ai && port.isOnAllAddresses())
            findings.append(findingFor(port));
    }
    const bool hidden = std::any_of(ports->cbegin(), ports->cend(), [](const OpenPort &port) {
        return port.isOnAllAddresses() && port.service.kind == ServiceKind::Other && port.isOwnerHidden();
    });
    return withRest(findings, hidden && !facts.access.isRoot
                                  ? std::optional(notChecked(Gap{Gap::Reason::NeedsRoot, {}}))
                                  : std::nullopt);
}

QList<Intent> remedy(const Facts &facts, const Finding &finding)
{
    return confiningToLoopback(facts, finding.subject);
}

} // namespace

const Rule services::listensOnAllAddresses{
    "services.listens-on-all-addresses",
    QT_TRANSLATE_NOOP("rules", "Services that serve models listen on this machine only, behind nginx"),
    "docs.vllm.ai, Security; jupyter-server.readthedocs.io, Running a public server",
    check,
    remedy,
};

} // namespace gw
