// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/checkaddress.h"

#include "backend/nginx/checkvalues.h"

#include <algorithm>
#include <arpa/inet.h>

namespace gw::nginxcheck {
namespace {

/// ngx_inet_addr(): four numbers; the broadcast address is none to it.
std::optional<QByteArray> ipv4In(QByteArrayView text)
{
    QByteArray bytes;
    int octet = 0;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            octet = octet * 10 + (c - '0');
            if (octet > 255)
                return {};
        } else if (c == '.') {
            bytes += char(octet);
            octet = 0;
        } else {
            return {};
        }
    }
    bytes += char(octet);
    if (bytes.size() != 4 || bytes == QByteArray(4, '\xff'))
        return {};
    return bytes;
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = char(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/// ngx_inet6_addr().
std::optional<QByteArray> ipv6In(QByteArrayView text)
{
    if (text.isEmpty())
        return {};
    QByteArray bytes;
    qsizetype zero = -1;
    qsizetype group = -1; ///< where the digits behind the last colon begin
    int digits = 0;
    int word = 0;
    const auto finishWord = [&] {
        bytes += char(word >> 8);
        bytes += char(word & 0xff);
    };
    for (qsizetype i = text.startsWith(':') ? 1 : 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == ':') {
            group = i + 1;
            if (digits == 0) {
                if (zero >= 0)
                    return {};
                zero = bytes.size();
                continue;
            }
            finishWord();
            if (bytes.size() == 16)
                return {};
            digits = word = 0;
            continue;
        }
        if (c == '.' && digits > 0) {
            const auto tail = bytes.size() > 12 || group < 0 ? std::nullopt : ipv4In(text.sliced(group));
            if (!tail)
                return {};
            bytes += tail->first(2);
            word = quint8(tail->at(2)) << 8 | quint8(tail->at(3));
            break;
        }
        const int digit = hexDigit(c);
        if (++digits > 4 || digit < 0)
            return {};
        word = word * 16 + digit;
    }
    if (digits == 0 && zero < 0)
        return {};
    finishWord();
    if ((bytes.size() == 16) != (zero < 0))
        return {};
    if (zero >= 0)
        bytes.insert(zero, 16 - bytes.size(), '\0');
    return bytes;
}

std::optional<quint16> portIn(QByteArrayView text)
{
    const auto port = number(text);
    return port && *port >= 1 && *port <= 65535 ? std::optional(quint16(*port)) : std::nullopt;
}

Url failed(const char *words)
{
    Url url;
    url.error = words;
    return url;
}

/// "80" or, where it may be a range, "80-90"; false with an error.
bool readPort(QByteArrayView text, UrlUse use, Url &url)
{
    const qsizetype dash = use == UrlUse::Listen ? text.indexOf('-') : -1;
    if (dash >= 0) {
        const auto last = portIn(text.sliced(dash + 1));
        if (!last) {
            url.error = "invalid port";
            return false;
        }
        url.lastPort = *last;
        text.truncate(dash);
    }
    const auto port = portIn(text);
    if (!port || (url.lastPort && *port > url.lastPort)) {
        url.error = port ? "invalid port range" : "invalid port";
        return false;
    }
    url.address.port = *port;
    url.hasPort = true;
    return true;
}

Url unixUrl(QByteArrayView text, UrlUse use)
{
    Url url;
    QByteArrayView path = text.sliced(5);
    if (const qsizetype colon = path.indexOf(':'); use == UrlUse::Upstream && colon >= 0) {
        url.uri = path.sliced(colon + 1).toByteArray();
        path.truncate(colon);
    }
    if (path.isEmpty())
        return failed("no path in the unix domain socket");
    if (path.size() + 1 > 108)
        return failed("too long path in the unix domain socket");
    url.host = path.toByteArray();
    url.address = {Address::Family::Unix, 0, url.host};
    return url;
}

Url ipv6Url(QByteArrayView text, UrlUse use, quint16 defaultPort)
{
    Url url;
    const qsizetype closing = text.indexOf(']');
    if (closing < 0)
        return failed("invalid host");
    QByteArrayView rest = text.sliced(closing + 1);
    if (const qsizetype slash = rest.indexOf('/'); slash >= 0) {
        if (use != UrlUse::Upstream)
            return failed("invalid host");
        url.uri = rest.sliced(slash).toByteArray();
        rest.truncate(slash);
    }
    url.address.port = defaultPort;
    if (!rest.isEmpty()) {
        if (rest.front() != ':')
            return failed("invalid host");
        if (!readPort(rest.sliced(1), use, url))
            return url;
    }
    if (closing == 1)
        return failed("no host");
    url.host = text.first(closing + 1).toByteArray();
    const auto bytes = ipv6In(text.sliced(1, closing - 1));
    if (!bytes)
        return failed("invalid IPv6 address");
    url.address.family = Address::Family::V6;
    url.address.host = *bytes;
    return url;
}

/// A listen directive's "80" or "80-90"; nothing where the text is no number.
std::optional<Url> portAlone(QByteArrayView text)
{
    Url url;
    const qsizetype dash = text.indexOf('-');
    std::optional<qint64> last;
    if (dash >= 0) {
        last = number(text.sliced(dash + 1));
        if (!last)
            return {};
    }
    const auto first = number(dash < 0 ? text : text.first(dash));
    if (!first)
        return {};
    const auto isPort = [](qint64 value) { return value >= 1 && value <= 65535; };
    if ((last && !isPort(*last)) || !isPort(*first))
        return failed("invalid port");
    if (last && *first > *last)
        return failed("invalid port range");
    url.address = {Address::Family::V4, quint16(*first), QByteArray(4, '\0')};
    url.lastPort = quint16(last.value_or(0));
    url.hasPort = true;
    return url;
}

Url inetUrl(QByteArrayView text, UrlUse use, quint16 defaultPort)
{
    Url url;
    QByteArrayView host = text;
    qsizetype colon = text.indexOf(':');
    const auto endsHost = [](char c) { return c == '/' || c == '?'; };
    const qsizetype uri = std::ranges::find_if(text, endsHost) - text.begin();
    if (uri < text.size()) {
        if (use != UrlUse::Upstream)
            return failed("invalid host");
        url.uri = text.sliced(uri).toByteArray();
        host.truncate(uri);
        if (uri < colon)
            colon = -1;
    }
    url.address.port = defaultPort;
    if (colon >= 0) {
        if (!readPort(host.sliced(colon + 1), use, url))
            return url;
        host.truncate(colon);
    } else if (use == UrlUse::Listen) {
        if (const auto found = portAlone(text))
            return *found;
    }
    if (host.isEmpty())
        return failed("no host");
    url.host = host.toByteArray();
    if (use == UrlUse::Listen && host == "*")
        url.address.host = QByteArray(4, '\0');
    else if (const auto bytes = ipv4In(host))
        url.address.host = *bytes;
    else
        url.isHostName = true;
    return url;
}

} // namespace

QByteArray Address::text() const
{
    if (family == Family::Unix)
        return "unix:" + host;
    char buffer[INET6_ADDRSTRLEN] = {};
    ::inet_ntop(family == Family::V4 ? AF_INET : AF_INET6, host.constData(), buffer, sizeof buffer);
    const QByteArray written = family == Family::V4 ? QByteArray(buffer) : '[' + QByteArray(buffer) + ']';
    return written + ':' + QByteArray::number(port);
}

Url parsedUrl(QByteArrayView text, UrlUse use, quint16 defaultPort)
{
    if (text.size() >= 5 && text.first(5).compare(QByteArrayView("unix:"), Qt::CaseInsensitive) == 0)
        return unixUrl(text, use);
    return text.startsWith('[') ? ipv6Url(text, use, defaultPort) : inetUrl(text, use, defaultPort);
}

Network networkIn(QByteArrayView text)
{
    const qsizetype slash = text.indexOf('/');
    const QByteArrayView host = slash < 0 ? text : text.first(slash);
    auto bytes = ipv4In(host);
    if (!bytes)
        bytes = ipv6In(host);
    if (!bytes)
        return Network::Invalid;
    if (slash < 0)
        return Network::Right;
    const auto bits = number(text.sliced(slash + 1));
    if (!bits || *bits > bytes->size() * 8)
        return Network::Invalid;
    for (qsizetype bit = *bits; bit < bytes->size() * 8; ++bit) {
        if (quint8(bytes->at(bit / 8)) & (0x80 >> bit % 8))
            return Network::HasLowBits;
    }
    return Network::Right;
}

} // namespace gw::nginxcheck
