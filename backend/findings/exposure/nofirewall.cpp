// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/openports.h"
#include "backend/findings/rules.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

/// Shows what each front end said in its first lines.
QList<Evidence> proofOf(const FirewallFacts &firewall)
{
    QList<Evidence> proof;
    const auto add = [&](const QString &command, const Known<UntrustedText> &said) {
        if (said)
            proof +=
                Evidence{u"%1 | head -n 12"_s.arg(command), UntrustedText(said->raw().trimmed().section(u'\n', 0, 11))};
        else if (said.gap().reason == Gap::Reason::NotInstalled)
            proof += Evidence{u"command -v %1 || echo absent"_s.arg(command.section(u' ', 0, 0)),
                              UntrustedText(u"absent"_s)};
    };
    add(u"ufw status verbose"_s, firewall.ufwStatus);
    add(u"firewall-cmd --list-all-zones"_s, firewall.firewalld);
    add(u"nft list ruleset"_s, firewall.nftables);
    return proof;
}

bool listensOnV6(const Facts &facts)
{
    const Known<QList<OpenPort>> ports = portsBeyondLoopback(facts);
    if (!ports)
        return false;
    return std::any_of(ports->cbegin(), ports->cend(), [](const OpenPort &port) {
        return std::any_of(port.sockets.cbegin(), port.sockets.cend(), [](const Exposure &exposure) {
            return exposure.listener.address.protocol() != QAbstractSocket::IPv4Protocol;
        });
    });
}

RuleOutcome check(const Facts &facts)
{
    using Kind = FirewallVerdict::Kind;
    const Firewall firewall = firewallOf(facts);
    const FirewallVerdict v4 = firewall.byDefault(Arrival::Family::V4);
    const FirewallVerdict v6 = firewall.byDefault(Arrival::Family::V6);
    Finding finding;
    finding.severity = Severity::Medium;
    finding.proof = proofOf(facts.firewall);
    if (v4.kind == Kind::Allow) {
        finding.subject = u"firewall"_s;
        finding.title = QCoreApplication::translate("rules", "No firewall filters incoming connections");
        finding.explanation = QCoreApplication::translate(
                                  "rules", "Every port that a program opens, on purpose or not, is open to the world "
                                           "at once: %1. Allow ssh first, then 80 and 443, then deny the rest.")
                                  .arg(v4.reason);
        finding.effective = UntrustedText(v4.reason);
        return QList<Finding>{finding};
    }
    if (v6.kind == Kind::Allow && listensOnV6(facts)) {
        finding.subject = u"firewall IPv6"_s;
        finding.title = QCoreApplication::translate("rules", "The firewall does not filter IPv6");
        finding.explanation = QCoreApplication::translate(
                                  "rules", "What is closed over IPv4 is open over IPv6: %1. The same rules must hold "
                                           "for both (IPV6=yes in /etc/default/ufw, or a table of family inet).")
                                  .arg(v6.reason);
        finding.effective = UntrustedText(v6.reason);
        return QList<Finding>{finding};
    }
    if (v4.kind == Kind::Unknown) {
        const QString partial = partialUfw(facts.firewall);
        return NotChecked{partial.isEmpty() ? v4.reason : partial};
    }
    return QList<Finding>{};
}

/// What is made to be reached stays open.
QList<Intent> remedy(const Facts &facts, const Finding &)
{
    EnableFirewall wish;
    const Known<QList<OpenPort>> ports = portsBeyondLoopback(facts);
    if (!ports)
        return {};
    for (const OpenPort &port : *ports) {
        if (port.protocol == Listener::Protocol::Tcp && port.service.kind == ServiceKind::WebServer)
            wish.allow.append(port.port);
    }
    return {wish};
}

} // namespace

const Rule exposure::noFirewall{
    "exposure.no-firewall",
    QT_TRANSLATE_NOOP("rules", "A firewall closes what is not opened on purpose"),
    "CIS Debian 12 4.1; ufw(8)",
    check,
    remedy,
};

} // namespace gw
