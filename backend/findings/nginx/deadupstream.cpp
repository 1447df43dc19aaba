// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxbackends.h"
#include "backend/findings/nginx/nginxrules.h"

#include <QCoreApplication>
#include <QSet>
#include <algorithm>
#include <array>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

constexpr std::array passes{"proxy_pass", "grpc_pass", "fastcgi_pass", "uwsgi_pass", "scgi_pass", "memcached_pass"};

/// Something of this machine's own, so that the survey knows who takes it.
bool isHere(const NginxTarget &target)
{
    return !target.isUnix() && target.port != 0 && !hasVariables(target.host) && isLoopback(target);
}

Finding findingFor(const NginxView &view, const NginxPeer &peer, bool isAlone)
{
    const QString address = shownText(peer.target.host + ':' + QByteArray::number(peer.target.port));
    Finding finding =
        view.finding(peer.at, isAlone ? Severity::Medium : Severity::Low,
                     QCoreApplication::translate("nginx", "Nothing listens on %1").arg(address),
                     isAlone ? QCoreApplication::translate(
                                   "nginx", "Requests that come here are answered with 502. Start the service, or see "
                                            "whether it moved to another port.")
                             : QCoreApplication::translate(
                                   "nginx", "nginx tries it again and again, and each time a client waits for the next "
                                            "one. Start the service, or mark it “down”."));
    finding.subject = address;
    finding.proof.append({u"ss -H -tln 'sport = :%1'"_s.arg(peer.target.port), {}});
    return finding;
}

RuleOutcome check(const NginxView &view)
{
    const Known<QList<Listener>> &listeners = view.facts().listeners;
    QList<Finding> findings;
    QSet<quint32> said; // an upstream has many users
    bool asks = false;
    for (const char *name : passes) {
        for (const NginxSetting pass : view.named(name)) {
            if (!listeners && asks)
                break;
            const QList<NginxPeer> peers = peersOf(view, pass);
            const auto isDead = [&](const NginxPeer &peer) {
                return isHere(peer.target) && !listenerOf(view, peer.target);
            };
            asks = asks ||
                   std::any_of(peers.cbegin(), peers.cend(), [](const NginxPeer &peer) { return isHere(peer.target); });
            const bool isAlone = std::all_of(peers.cbegin(), peers.cend(), isDead);
            for (const NginxPeer &peer : listeners ? peers : QList<NginxPeer>()) {
                if (!isDead(peer) || said.contains(peer.at.index()))
                    continue;
                said.insert(peer.at.index());
                findings.append(findingFor(view, peer, isAlone));
            }
        }
    }
    if (!listeners && asks)
        return notChecked(listeners.gap());
    return findings;
}

} // namespace

const NginxRule nginx::deadUpstream{
    "nginx.dead-upstream",
    QT_TRANSLATE_NOOP("rules", "Something listens wherever nginx sends requests on this machine"),
    "nginx.org, ngx_http_upstream_module; ss(8)",
    everyProfile,
    check,
};

} // namespace gw
