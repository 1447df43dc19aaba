// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/errors.h"

#include <algorithm>
#include <utility>

namespace gw {

// The texts are those of ngx_conf_parse() and ngx_conf_read_token() in src/core/ngx_conf_file.c.

void NginxErrors::add(const QByteArray &message, qsizetype offset)
{
    if (!isFull())
        m_errors.append({message, offset});
}

void NginxErrors::unexpected(char c, qsizetype offset)
{
    if (!isFull())
        add(QByteArray("unexpected \"") + c + '"', offset);
}

void NginxErrors::unexpectedEnd(QByteArrayView expected, qsizetype offset)
{
    if (std::exchange(m_hasEnd, true))
        return;
    add("unexpected end of file, expecting " + expected.toByteArray(), offset);
}

void NginxErrors::tooLong(QByteArrayView text, qsizetype offset, char quote)
{
    if (isFull())
        return;
    if (quote)
        add(QByteArray("too long parameter, probably missing terminating \"") + quote + "\" character", offset);
    else
        add("too long parameter \"" + text.sliced(offset, 10).toByteArray() + "...\" started", offset);
}

QList<NginxError> NginxErrors::placed(const std::vector<quint32> &lineStarts) &&
{
    for (NginxError &error : m_errors) {
        const qsizetype line = nginxLineIndex(lineStarts, error.offset);
        error.line = int(line) + 1;
        error.column = int(error.offset - lineStarts[size_t(line)]) + 1;
    }
    return std::move(m_errors);
}

qsizetype nginxLineIndex(const std::vector<quint32> &lineStarts, qsizetype offset)
{
    return std::upper_bound(lineStarts.begin(), lineStarts.end(), quint32(offset)) - lineStarts.begin() - 1;
}

} // namespace gw
