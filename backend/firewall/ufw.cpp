// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/firewall/ufw.h"

#include "backend/firewall/words.h"

#include <QCoreApplication>
#include <QRegularExpression>

// ufw(8); the columns are those of ufw's backend_iptables.py, get_status().

namespace gw {
namespace {

using namespace Qt::StringLiterals;

UfwRule::Action actionOf(const QString &word)
{
    if (word == u"ALLOW"_s)
        return UfwRule::Action::Allow;
    if (word == u"LIMIT"_s)
        return UfwRule::Action::Limit;
    return word == u"REJECT"_s ? UfwRule::Action::Reject : UfwRule::Action::Deny;
}

UfwRule::Direction directionOf(const QString &word)
{
    if (word == u"OUT"_s)
        return UfwRule::Direction::Out;
    return word == u"FWD"_s ? UfwRule::Direction::Forward : UfwRule::Direction::In;
}

/// Removes "(v6)" and a trailing "(log)" and says whether the former was there.
bool takeFamily(QString &side)
{
    const bool v6 = side.contains(u"(v6)"_s);
    side.remove(u"(v6)"_s).remove(u"(log)"_s).remove(u"(log-all)"_s);
    side = side.trimmed();
    return v6;
}

/// "80,443/tcp": every part but the port list was taken away before.
Match holdsPorts(const QString &ports, const Arrival &arrival)
{
    const QString protocol = ports.section(u'/', 1, 1);
    if (!protocol.isEmpty() && protocol != (arrival.protocol == Arrival::Protocol::Tcp ? u"tcp"_s : u"udp"_s))
        return Match::No;
    Match result = Match::No;
    for (const QString &range : ports.section(u'/', 0, 0).split(u','))
        result = std::max(result, holdsPort(range, arrival.port));
    return result;
}

/// "22/tcp", "22/tcp (OpenSSH)", "Anywhere", "Anywhere on eth1", "192.0.2.1 22/tcp", "OpenSSH".
Match holdsTarget(QString to, const Arrival &arrival)
{
    static const QRegularExpression profile(u"\\s*\\([^)]*\\)$"_s);
    to.remove(profile);
    Match result = Match::Yes;
    if (const qsizetype on = to.indexOf(u" on "_s); on >= 0) {
        result = facesTheWorld(to.mid(on + 4).trimmed());
        to = to.left(on).trimmed();
    }
    for (const QString &word : to.split(u' ', Qt::SkipEmptyParts)) {
        if (word == u"Anywhere"_s)
            continue;
        const bool isAddress =
            QHostAddress::parseSubnet(word).second >= 0 && (word.contains(u'.') || word.contains(u"::"_s));
        result = both(result, isAddress ? holdsDestination(word, arrival.destination) : holdsPorts(word, arrival));
    }
    return result;
}

Match holdsCaller(QString from)
{
    if (const qsizetype on = from.indexOf(u" on "_s); on >= 0)
        return both(facesTheWorld(from.mid(on + 4).trimmed()), holdsCaller(from.left(on).trimmed()));
    if (from.startsWith(u"Anywhere"_s))
        return Match::Yes; // with a source port behind it: the caller chooses that
    return Match::No;      // a network: not everybody
}

} // namespace

UfwStatus UfwStatus::parse(const QString &printed)
{
    static const QRegularExpression ruleLine(
        u"^(\\S.*?)\\s+(ALLOW|DENY|REJECT|LIMIT)(?: (IN|OUT|FWD))?(?:\\s+\\(log(?:-all)?\\))?\\s{2,}(\\S.*?)\\s*(?:#\\s*(.*))?$"_s);
    UfwStatus status;
    for (const QString &line : printed.split(u'\n')) {
        if (line.startsWith(u"Status:"_s)) {
            status.active = line.section(u':', 1).trimmed() == u"active"_s;
        } else if (line.startsWith(u"Default:"_s)) {
            status.deniesIncoming = !line.contains(u"allow (incoming)"_s);
        } else if (const QRegularExpressionMatch match = ruleLine.match(line); match.hasMatch()) {
            UfwRule rule{actionOf(match.captured(2)),
                         directionOf(match.captured(3)),
                         match.captured(1).trimmed(),
                         match.captured(4).trimmed(),
                         false,
                         match.captured(5).trimmed()};
            const bool toV6 = takeFamily(rule.to);
            const bool fromV6 = takeFamily(rule.from);
            rule.v6 = toV6 || fromV6 || rule.to.contains(u"::"_s) || rule.from.contains(u"::"_s);
            status.rules += rule;
        }
    }
    return status;
}

FirewallVerdict UfwStatus::incoming(const Arrival &arrival) const
{
    using Kind = FirewallVerdict::Kind;
    if (!active)
        return {Kind::Allow, QCoreApplication::translate("firewall", "ufw is inactive")};
    const QString port = portText(arrival);
    for (const UfwRule &rule : rules) {
        if (rule.direction != UfwRule::Direction::In || rule.v6 != (arrival.family == Arrival::Family::V6))
            continue;
        const Match match = both(holdsTarget(rule.to, arrival), holdsCaller(rule.from));
        const QString shown = ruleText(QStringLiteral("%1 → %2").arg(rule.from, rule.to));
        const bool allows = rule.action == UfwRule::Action::Allow || rule.action == UfwRule::Action::Limit;
        if (match == Match::Maybe && allows == deniesIncoming)
            return {Kind::Unknown,
                    QCoreApplication::translate("firewall", "it depends on the ufw rule “%1”").arg(shown)};
        if (match != Match::Yes)
            continue;
        if (allows)
            return {Kind::Allow, QCoreApplication::translate("firewall", "ufw allows %1 from anywhere").arg(port)};
        return {Kind::Deny, QCoreApplication::translate("firewall", "ufw denies %1").arg(port)};
    }
    if (deniesIncoming)
        return {Kind::Deny, QCoreApplication::translate("firewall", "ufw has no rule that allows %1").arg(port)};
    return {Kind::Allow, QCoreApplication::translate("firewall", "ufw allows everything that no rule denies")};
}

bool ufwRulesOpen(const QByteArray &userRules, const Arrival &arrival)
{
    static const QByteArray mark("### tuple ### ");
    const QString protocol = arrival.protocol == Arrival::Protocol::Tcp ? u"tcp"_s : u"udp"_s;
    for (const QByteArray &line : userRules.split('\n')) {
        if (!line.startsWith(mark))
            continue;
        const QStringList words = QString::fromUtf8(line.mid(mark.size())).split(u' ', Qt::SkipEmptyParts);
        if (words.size() < 7 || !(words[0].startsWith(u"allow"_s) || words[0].startsWith(u"limit"_s)))
            continue;
        const bool isIncoming = std::any_of(words.cbegin() + 6, words.cend(), [](const QString &word) {
            return word == u"in"_s || word.startsWith(u"in_"_s);
        });
        if (!isIncoming || (words[1] != u"any"_s && words[1] != protocol))
            continue;
        if (words[2] == u"any"_s || holdsPorts(words[2], arrival) == Match::Yes)
            return true;
    }
    return false;
}

} // namespace gw
