// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/jupyter.h"
#include "backend/findings/openports.h"
#include "backend/findings/rules.h"
#include "backend/findings/services/confining.h"

#include <QCoreApplication>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

bool asksWhoYouAre(const ServiceIdentity &service)
{
    if (!service.ai)
        return false;
    if (service.ai->kind == AiService::Kind::Jupyter)
        return jupyterLogin(*service.ai).asks;
    return service.ai->commandLine.raw().contains(u"--api-key"_s);
}

Severity severityOf(const OpenPort &port)
{
    Severity severity = Severity::High;
    if (port.service.kind == ServiceKind::Database ||
        (port.service.kind == ServiceKind::Ai && !asksWhoYouAre(port.service)))
        severity = Severity::Critical;
    else if (port.protocol == Listener::Protocol::Udp)
        severity = Severity::Low;
    if (port.isPrivate() && severity > Severity::Low)
        severity = Severity(int(severity) - 1);
    return severity;
}

QString explanationOf(const OpenPort &port)
{
    const QString reason = port.widest().reason;
    switch (port.service.kind) {
    case ServiceKind::Ai:
        return QCoreApplication::translate(
                   "rules", "Whoever finds this port can use it, read what others do with it and often run code on the "
                            "server. Nothing stands in the way: %1. Bind it to 127.0.0.1 and publish it through nginx "
                            "with TLS and a login.")
            .arg(reason);
    case ServiceKind::Database:
        return QCoreApplication::translate(
                   "rules",
                   "Ports of data stores and of container engines are tried all over the Internet within hours. "
                   "Nothing stands in the way: %1. Bind it to 127.0.0.1, or let the firewall open it for the machines "
                   "that need it.")
            .arg(reason);
    default: break;
    }
    return QCoreApplication::translate(
               "rules",
               "Nothing stands between the Internet and this program: %1. Bind it to 127.0.0.1 and put nginx in "
               "front, or close the port in the firewall.")
        .arg(reason);
}

Finding findingFor(const OpenPort &port)
{
    const Listener &listener = port.widest().listener;
    Finding finding;
    finding.severity = severityOf(port);
    finding.subject = port.text();
    finding.title = listener.user.isEmpty()
                        ? QCoreApplication::translate("rules", "%1 answers the whole world on port %2")
                              .arg(port.name(), port.text())
                        : QCoreApplication::translate("rules", "%1 answers the whole world on port %2, as %3")
                              .arg(port.name(), port.text(), listener.user.shown(40));
    finding.explanation = explanationOf(port);
    finding.effective = UntrustedText(port.addresses());
    finding.proof = port.proof();
    return finding;
}

Finding findingForUndecided(const OpenPort &port)
{
    Finding finding;
    finding.severity = Severity::Info;
    finding.subject = port.text();
    finding.title =
        QCoreApplication::translate("rules", "%1 may be open to the world on port %2").arg(port.name(), port.text());
    finding.explanation =
        QCoreApplication::translate("rules", "Whether the firewall stops it could not be decided: %1.")
            .arg(port.widest().reason);
    finding.effective = UntrustedText(port.addresses());
    finding.proof = port.proof();
    return finding;
}

RuleOutcome check(const Facts &facts)
{
    const Known<QList<OpenPort>> ports = portsBeyondLoopback(facts);
    if (!ports)
        return notChecked(ports.gap());
    QList<Finding> open;
    QList<Finding> undecided;
    QString reason;
    for (const OpenPort &port : *ports) {
        const Exposure &widest = port.widest();
        if (port.service.kind == ServiceKind::System && port.protocol == Listener::Protocol::Udp)
            continue;
        if (widest.verdict == Exposure::Verdict::Open) {
            open += findingFor(port);
        } else if (widest.verdict == Exposure::Verdict::Unknown) {
            undecided += findingForUndecided(port);
            reason = widest.reason;
        }
    }
    if (open.isEmpty() && !undecided.isEmpty())
        return NotChecked{reason};
    return open + undecided;
}

QList<Intent> remedy(const Facts &facts, const Finding &finding)
{
    return confiningToLoopback(facts, finding.subject);
}

} // namespace

const Rule exposure::openPort{
    "exposure.open-port",
    QT_TRANSLATE_NOOP("rules", "No service listens to the world with nothing in front"),
    "CIS Controls 4.4 and 4.8; CWE-306",
    check,
    remedy,
};

} // namespace gw
