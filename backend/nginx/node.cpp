// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/node.h"

#include "backend/nginx/treedata.h"
#include "backend/nginx/words.h"

namespace gw {
namespace {

const NginxNodeData &dataOf(const NginxTreeData *tree, quint32 index)
{
    Q_ASSERT(tree && index < tree->nodes.size());
    return tree->nodes[index];
}

NginxPlace placeIn(const NginxTreeData &tree, qsizetype offset)
{
    const qsizetype line = nginxLineIndex(tree.lineStarts, offset);
    return {int(line) + 1, int(offset - tree.lineStarts[size_t(line)]) + 1};
}

} // namespace

NginxNode::Kind NginxNode::kind() const
{
    return dataOf(m_tree, m_index).kind;
}

NginxNode::Body NginxNode::body() const
{
    return dataOf(m_tree, m_index).body;
}

bool NginxNode::isTerminated() const
{
    return dataOf(m_tree, m_index).isTerminated;
}

bool NginxNode::isClosed() const
{
    return dataOf(m_tree, m_index).isClosed;
}

qsizetype NginxNode::wordToken(int index) const
{
    const NginxNodeData &data = dataOf(m_tree, m_index);
    if (index < 0 || index >= int(data.headSize))
        return -1;
    if (!data.hasInnerComment)
        return data.firstToken + quint32(index);
    for (quint32 i = data.firstToken; i < data.firstToken + data.headSize; ++i) {
        if (m_tree->tokens[i].isWord() && index-- == 0)
            return i;
    }
    return -1;
}

QByteArrayView NginxNode::writtenWord(int index) const
{
    const qsizetype token = wordToken(index);
    return token < 0 ? QByteArrayView() : m_tree->view(m_tree->tokens[size_t(token)].span());
}

QByteArray NginxNode::word(int index) const
{
    const qsizetype token = wordToken(index);
    if (token < 0)
        return {};
    const NginxToken &found = m_tree->tokens[size_t(token)];
    return nginxDecoded(m_tree->view(found.span()), found.kind());
}

bool NginxNode::is(QByteArrayView name) const
{
    const qsizetype token = wordToken(0);
    if (token < 0)
        return false;
    const NginxToken &found = m_tree->tokens[size_t(token)];
    const QByteArrayView written = m_tree->view(found.span());
    // What is written is never shorter than what it stands for.
    if (written.size() < name.size())
        return false;
    if (found.kind() == NginxToken::Kind::Word && (written.size() == name.size() || !written.contains('\\')))
        return written == name && !name.contains('\\'); // with an escape in it it would stand for less
    return nginxDecoded(written, found.kind()) == name;
}

int NginxNode::argumentCount() const
{
    const NginxNodeData &data = dataOf(m_tree, m_index);
    if (data.headSize == 0)
        return 0;
    if (!data.hasInnerComment)
        return int(data.headSize) - 1;
    int words = 0;
    for (quint32 i = data.firstToken; i < data.firstToken + data.headSize; ++i)
        words += m_tree->tokens[i].isWord();
    return words - 1;
}

QList<QByteArray> NginxNode::arguments() const
{
    const NginxNodeData &data = dataOf(m_tree, m_index);
    QList<QByteArray> values;
    for (quint32 i = data.firstToken + 1; i < data.firstToken + data.headSize; ++i) {
        const NginxToken &token = m_tree->tokens[i];
        if (token.isWord())
            values.append(nginxDecoded(m_tree->view(token.span()), token.kind()));
    }
    return values;
}

bool NginxNode::isQuoted(int index) const
{
    const qsizetype token = wordToken(index + 1);
    return token >= 0 && m_tree->tokens[size_t(token)].kind() != NginxToken::Kind::Word;
}

NginxSpan NginxNode::nameSpan() const
{
    const qsizetype token = wordToken(0);
    return token < 0 ? NginxSpan() : m_tree->tokens[size_t(token)].span();
}

NginxSpan NginxNode::argumentSpan(int index) const
{
    const qsizetype token = wordToken(index + 1);
    return token < 0 ? NginxSpan() : m_tree->tokens[size_t(token)].span();
}

NginxSpan NginxNode::span() const
{
    const NginxNodeData &data = dataOf(m_tree, m_index);
    if (data.kind == Kind::File)
        return {0, m_tree->text.size()};
    return {m_tree->tokens[data.firstToken].start, m_tree->tokens[data.endToken - 1].end()};
}

NginxSpan NginxNode::head() const
{
    const NginxNodeData &data = dataOf(m_tree, m_index);
    if (data.kind != Kind::Directive)
        return span();
    const quint32 last = data.firstToken + data.headSize - (data.isTerminated ? 0 : 1);
    return {m_tree->tokens[data.firstToken].start, m_tree->tokens[last].end()};
}

NginxSpan NginxNode::inside() const
{
    if (kind() == Kind::File || !hasBlock())
        return kind() == Kind::File ? span() : NginxSpan();
    const NginxNodeData &data = dataOf(m_tree, m_index);
    const qsizetype start = m_tree->tokens[data.firstToken + data.headSize].end();
    return {start, isClosed() ? qsizetype(m_tree->tokens[data.endToken - 1].start) : qMax(start, span().end)};
}

QByteArrayView NginxNode::text() const
{
    return m_tree->view(span());
}

QByteArrayView NginxNode::lua() const
{
    return body() == Body::Lua ? m_tree->view(inside()) : QByteArrayView();
}

NginxPlace NginxNode::place() const
{
    return placeIn(*m_tree, span().start);
}

int NginxNode::reportedLine() const
{
    return kind() == Kind::Directive ? placeIn(*m_tree, head().end - 1).line : place().line;
}

NginxNode NginxNode::parent() const
{
    return m_index == 0 ? NginxNode() : NginxNode(m_tree, dataOf(m_tree, m_index).parent);
}

NginxNode NginxNode::firstChild() const
{
    return m_index + 1 < subtreeEnd() ? NginxNode(m_tree, m_index + 1) : NginxNode();
}

NginxNode NginxNode::next() const
{
    const NginxNodeData &data = dataOf(m_tree, m_index);
    return m_index > 0 && data.subtreeEnd < m_tree->nodes[data.parent].subtreeEnd ? NginxNode(m_tree, data.subtreeEnd)
                                                                                  : NginxNode();
}

NginxNodes NginxNode::children() const
{
    return {firstChild(), NginxNodes::Which::All};
}

NginxNodes NginxNode::directives() const
{
    return {firstChild(), NginxNodes::Which::Directives};
}

NginxNode NginxNode::child(QByteArrayView name) const
{
    for (const NginxNode node : directives()) {
        if (node.is(name))
            return node;
    }
    return {};
}

quint32 NginxNode::subtreeEnd() const
{
    return dataOf(m_tree, m_index).subtreeEnd;
}

NginxNode NginxNode::trailingComment() const
{
    const NginxNode following = next();
    if (!following || following.kind() != Kind::Comment)
        return {};
    const NginxSpan between = {span().end, following.span().start};
    return m_tree->view(between).contains('\n') ? NginxNode() : following;
}

NginxSpan NginxNode::tokens() const
{
    const NginxNodeData &data = dataOf(m_tree, m_index);
    return {data.firstToken, data.endToken};
}

NginxSpan NginxNode::headTokens() const
{
    const NginxNodeData &data = dataOf(m_tree, m_index);
    return {data.firstToken, qsizetype(data.firstToken) + data.headSize};
}

} // namespace gw
