// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/value.h"

namespace gw {
namespace {

bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// What stands at the "$" with which `value` begins, and how many bytes that is; 0: nothing nginx knows.
qsizetype readVariable(QByteArrayView value, NginxValuePart *part)
{
    if (value.size() > 1 && value[1] >= '1' && value[1] <= '9') {
        *part = {NginxValuePart::Kind::Capture, value.sliced(1, 1).toByteArray()};
        return 2;
    }
    const bool hasBraces = value.size() > 1 && value[1] == '{';
    const qsizetype begin = hasBraces ? 2 : 1;
    qsizetype end = begin;
    while (end < value.size() && isNameByte(value[end]))
        ++end;
    if (end == begin || (hasBraces && (end == value.size() || value[end] != '}')))
        return 0;
    *part = {NginxValuePart::Kind::Variable, value.sliced(begin, end - begin).toByteArray().toLower()};
    return hasBraces ? end + 1 : end;
}

} // namespace

QList<NginxValuePart> nginxValueParts(QByteArrayView value)
{
    QList<NginxValuePart> parts;
    QByteArray text;
    const auto endText = [&] {
        if (!text.isEmpty())
            parts.append({NginxValuePart::Kind::Text, std::exchange(text, {})});
    };
    for (qsizetype i = 0; i < value.size();) {
        NginxValuePart part;
        const qsizetype size = value[i] == '$' ? readVariable(value.sliced(i), &part) : 0;
        if (size == 0) {
            text += value[i++];
            continue;
        }
        endText();
        parts.append(part);
        i += size;
    }
    endText();
    return parts;
}

} // namespace gw
