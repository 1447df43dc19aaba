// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/tree.h"

#include "backend/nginx/parser.h"

#include <algorithm>

namespace gw {

NginxTree::NginxTree() : m_data(parse(QByteArray()).m_data) {}

NginxTree NginxTree::parse(QByteArray text)
{
    const auto data = std::make_shared<NginxTreeData>();
    if (text.size() > longest) {
        // Nothing is read of it, and printed() still gives it back: what no token holds is printed as it is.
        data->text = std::move(text);
        data->nodes.resize(1);
        data->nodes[0].kind = NginxNode::Kind::File;
        data->nodes[0].body = NginxNode::Body::Directives;
        data->nodes[0].subtreeEnd = 1;
        data->lineStarts = {0};
        data->errors = {{"file is too large to be read", 0, 1, 1}};
    } else {
        data->text = std::move(text);
        NginxParser(*data).parse();
    }
    return NginxTree(data);
}

const QByteArray &NginxTree::text() const
{
    return m_data->text;
}

QByteArray NginxTree::printed() const
{
    QByteArray printed;
    printed.reserve(m_data->text.size());
    const QByteArrayView text = m_data->text;
    qsizetype end = 0;
    for (const NginxToken &token : m_data->tokens) {
        printed += text.sliced(end, token.start - end);
        printed += text.sliced(token.start, token.size);
        end = token.end();
    }
    return printed += text.sliced(end);
}

const QList<NginxError> &NginxTree::errors() const
{
    return m_data->errors;
}

quint32 NginxTree::nodeCount() const
{
    return quint32(m_data->nodes.size());
}

NginxNode NginxTree::nodeAt(qsizetype offset) const
{
    // Nodes are ordered by their start: the last one that begins at or before the byte, or one of its ancestors.
    quint32 low = 0;
    quint32 high = nodeCount();
    while (high - low > 1) {
        const quint32 middle = low + (high - low) / 2;
        (node(middle).span().start <= offset ? low : high) = middle;
    }
    NginxNode found = node(low);
    while (found.index() > 0 && !found.span().contains(offset))
        found = found.parent();
    return found;
}

std::span<const NginxToken> NginxTree::tokens() const
{
    return m_data->tokens;
}

qsizetype NginxTree::tokenAt(qsizetype offset) const
{
    const auto &tokens = m_data->tokens;
    return std::partition_point(tokens.begin(), tokens.end(),
                                [offset](const NginxToken &token) { return token.end() <= offset; }) -
           tokens.begin();
}

int NginxTree::lineCount() const
{
    return int(m_data->lineStarts.size());
}

NginxPlace NginxTree::placeOf(qsizetype offset) const
{
    const qsizetype line = nginxLineIndex(m_data->lineStarts, offset);
    return {int(line) + 1, int(offset - m_data->lineStarts[size_t(line)]) + 1};
}

NginxSpan NginxTree::line(int number) const
{
    const auto &starts = m_data->lineStarts;
    const auto index = size_t(number) - 1;
    return {starts[index], index + 1 < starts.size() ? qsizetype(starts[index + 1]) : m_data->text.size()};
}

QByteArray NginxTree::lineEnding() const
{
    const QByteArrayView text = m_data->text;
    const std::span<const NginxToken> all = tokens();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const qsizetype end = i + 1 < all.size() ? all[i + 1].start : text.size();
        const qsizetype lineBreak = text.first(end).indexOf('\n', all[i].end());
        if (lineBreak >= 0)
            return text[lineBreak - 1] == '\r' ? "\r\n" : "\n";
    }
    return m_data->lineStarts.size() > 1 && text.first(m_data->lineStarts[1]).endsWith("\r\n") ? "\r\n" : "\n";
}

} // namespace gw
