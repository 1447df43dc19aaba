// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/version.h"

#include <charconv>

namespace gw {

static NginxVersion versionAt(const char *begin, const char *end)
{
    NginxVersion version;
    for (quint16 *part : {&version.major, &version.minor, &version.patch}) {
        const auto [next, error] = std::from_chars(begin, end, *part);
        if (error != std::errc())
            return {};
        if (part == &version.patch)
            break;
        if (next == end || *next != '.')
            return {};
        begin = next + 1;
    }
    return version;
}

NginxVersion NginxVersion::fromText(QByteArrayView text)
{
    bool inNumber = false;
    for (const char *at = text.begin(); at != text.end(); ++at) {
        const bool digit = *at >= '0' && *at <= '9';
        if (digit && !inNumber) {
            if (const NginxVersion version = versionAt(at, text.end()); version.isSet())
                return version;
        }
        inNumber = digit || *at == '.';
    }
    return {};
}

} // namespace gw
