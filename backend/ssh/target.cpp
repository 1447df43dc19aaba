// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/untrustedtext.h"
#include "backend/ssh/route.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

constexpr qsizetype longestName = 253; // RFC 1035, 2.3.4

Error unusable(const QString &text, const QString &cause)
{
    return Error{Error::Kind::Invalid,
                 QCoreApplication::translate("Target", "Read the address %1").arg(UntrustedText(text).shown(80)),
                 cause,
                 QCoreApplication::translate(
                     "Target", "Write host, user@host, user@host:port or an alias of your SSH configuration"),
                 {}};
}

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

bool consistsOf(QStringView text, QStringView alsoAllowed)
{
    return std::all_of(text.begin(), text.end(),
                       [&](QChar c) { return isWordCharacter(c) || alsoAllowed.contains(c) || c.isSurrogate(); });
}

/// The first character decides whether ssh could take it for an option; the rest, whether a ProxyCommand or a
/// `Match exec` that mentions it could be led astray (CVE-2023-51385, CVE-2025-61984).
bool isUser(QStringView user)
{
    return !user.isEmpty() && user.size() <= longestName && isWordCharacter(user.front()) && consistsOf(user, u".@-+");
}

bool isName(QStringView host)
{
    return !host.isEmpty() && host.size() <= longestName && isWordCharacter(host.front()) && consistsOf(host, u".-");
}

bool isIpv6(QStringView host)
{
    const qsizetype zone = host.indexOf(u'%');
    const QStringView address = zone < 0 ? host : host.first(zone);
    const bool zoneIsName = zone < 0 || isName(host.sliced(zone + 1));
    return zoneIsName && address.count(u':') >= 2 && address.size() <= 45 &&
           std::all_of(address.begin(), address.end(),
                       [](QChar c) { return QStringView(u"0123456789abcdefABCDEF:.").contains(c); });
}

/// `ssh -G` prints the address of a jump host in brackets, of either kind (readconf.c, dump_client_config).
bool isIpv4(QStringView host)
{
    return !host.isEmpty() &&
           std::all_of(host.begin(), host.end(), [](QChar c) { return QStringView(u"0123456789.").contains(c); });
}

bool needsBrackets(const QString &host)
{
    return host.contains(u':');
}

} // namespace

Result<Target> Target::parse(const QString &text)
{
    QStringView rest = QStringView(text).trimmed();
    if (rest.startsWith(u"ssh://")) {
        rest = rest.sliced(6);
        if (rest.endsWith(u'/'))
            rest.chop(1);
    }
    Target target;
    if (const qsizetype at = rest.lastIndexOf(u'@'); at >= 0) {
        if (!isUser(rest.first(at)))
            return unusable(text,
                            QCoreApplication::translate("Target", "The user name has characters that are not allowed"));
        target.user = rest.first(at).toString();
        rest = rest.sliced(at + 1);
    }

    QStringView host = rest;
    std::optional<QStringView> port;
    if (rest.startsWith(u'[')) {
        const qsizetype closing = rest.indexOf(u']');
        const QStringView after = closing < 0 ? QStringView() : rest.sliced(closing + 1);
        if (closing < 0 || (!after.isEmpty() && !after.startsWith(u':')))
            return unusable(text, QCoreApplication::translate("Target", "The brackets do not match"));
        host = rest.sliced(1, closing - 1);
        if (!after.isEmpty())
            port = after.sliced(1);
        if (!isIpv6(host) && !isIpv4(host))
            return unusable(text, QCoreApplication::translate("Target", "There is no IPv6 address in the brackets"));
    } else if (rest.count(u':') == 1) {
        host = rest.first(rest.indexOf(u':'));
        port = rest.sliced(host.size() + 1);
    }
    if (host.isEmpty())
        return unusable(text, QCoreApplication::translate("Target", "The host is missing"));
    if (!isName(host) && !isIpv6(host))
        return unusable(text, QCoreApplication::translate("Target", "The host has characters that are not allowed"));
    target.host = host.toString();
    if (port) {
        bool isNumber = false;
        target.port = port->toUShort(&isNumber);
        if (!isNumber || target.port == 0)
            return unusable(text, QCoreApplication::translate("Target", "The port must be a number from 1 to 65535"));
    }
    return target;
}

QString Target::text() const
{
    QString out = user.isEmpty() ? QString() : user + u'@';
    out += needsBrackets(host) && port != 0 ? u'[' + host + u']' : host;
    if (port != 0)
        out += u':' + QString::number(port);
    return out;
}

QString HopSettings::label() const
{
    const QString shownHost = needsBrackets(host) ? QString(u'[' + host + u']') : host;
    return user + u'@' + shownHost + u':' + QString::number(port);
}

} // namespace gw
