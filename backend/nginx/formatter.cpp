// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/formatter.h"

#include <algorithm>

namespace gw {

using TokenKind = NginxToken::Kind;

NginxFormatter::NginxFormatter(const NginxTree &tree, const NginxLayout &style)
    : m_tree(tree), m_style(style), m_lineEnding(tree.lineEnding())
{
}

std::optional<NginxEdit> NginxFormatter::next()
{
    const std::span<const NginxToken> tokens = m_tree.tokens();
    const qsizetype start = m_behind ? m_behind->end() : 0;
    if (m_token < qsizetype(tokens.size())) {
        const NginxToken token = tokens[std::size_t(m_token++)];
        m_gap = QByteArrayView(m_tree.text()).sliced(start, token.start - start);
        const NginxEdit edit{start, m_gap.size(), gapBefore(token)};
        step(token, edit.text);
        m_behind = token;
        return edit;
    }
    if (std::exchange(m_isDone, true) || !m_behind)
        return {};
    return NginxEdit{start, m_tree.text().size() - start, m_lineEnding};
}

QByteArray NginxFormatter::gapBefore(const NginxToken &token)
{
    switch (token.kind()) {
    case TokenKind::Lua: return m_gap.toByteArray();
    case TokenKind::Comment: return beforeComment(token);
    case TokenKind::Close: return beforeClosing();
    case TokenKind::Semicolon:
        if (isBehind(TokenKind::Comment))
            return lineBreak(depth() + 1);
        return isEntries() ? m_gap.toByteArray() : QByteArray();
    case TokenKind::Open: return isBehind(TokenKind::Comment) ? lineBreak(depth()) : QByteArray(" ");
    case TokenKind::Word:
    case TokenKind::Quoted:
    case TokenKind::Unclosed: break;
    }
    return m_isInHead ? beforeWordOfHead() : beforeStatement();
}

QByteArray NginxFormatter::beforeComment(const NginxToken &) const
{
    if (m_behind && !hasLineBreak())
        return m_gap.isEmpty() ? QByteArray(" ") : m_gap.toByteArray();
    return m_isInHead ? lineBreak(depth() + 1) : beforeStatement();
}

/// A line that goes on a directive: under the argument that it was under before, or one level deeper.
QByteArray NginxFormatter::continued() const
{
    const QByteArrayView indent = m_gap.sliced(m_gap.lastIndexOf('\n') + 1);
    const auto isUnder = [&](const Word &word) {
        return m_beginsLine && indent == QByteArray(m_oldIndent + QByteArray(word.before, ' '));
    };
    const auto word = std::find_if(m_words.begin() + 1, m_words.end(), isUnder);
    return word == m_words.end() ? lineBreak(depth() + 1) : lineBreak(depth()) + QByteArray(word->after, ' ');
}

QByteArray NginxFormatter::beforeWordOfHead() const
{
    if (hasLineBreak())
        return continued();
    return isEntries() ? m_gap.toByteArray() : QByteArray(" ");
}

QByteArray NginxFormatter::beforeStatement() const
{
    if (!m_behind)
        return {};
    if (isInline())
        return " ";
    if (isEntries() && !hasLineBreak())
        return m_gap.toByteArray();
    const bool isApart = m_gap.count('\n') > 1 && !isBehind(TokenKind::Open);
    return (isApart ? m_lineEnding : QByteArray()) + lineBreak(depth());
}

QByteArray NginxFormatter::beforeClosing() const
{
    if (isBehind(TokenKind::Lua) || (isEntries() && !hasLineBreak()))
        return m_gap.toByteArray();
    if (isBehind(TokenKind::Open) && !hasLineBreak())
        return {};
    return isInline() ? QByteArray(" ") : lineBreak(depth() - 1);
}

/// A block on one line, with one directive that has no block.
bool NginxFormatter::staysOnOneLine(NginxNode node) const
{
    const NginxSpan inside = node.inside();
    const NginxNode first = node.firstChild();
    return node.body() == NginxNode::Body::Directives && first && !first.next() && !first.hasBlock() &&
           !QByteArrayView(m_tree.text()).sliced(inside.start, inside.size()).contains('\n');
}

void NginxFormatter::step(const NginxToken &token, const QByteArray &gap)
{
    switch (token.kind()) {
    case TokenKind::Comment:
        m_isOnFirstLine = false;
        if (!m_isInHead)
            ++m_node;
        break;
    case TokenKind::Semicolon: m_isInHead = false; break;
    case TokenKind::Open: {
        const NginxNode node = m_tree.node(m_node);
        m_isInHead = false;
        m_blocks.push_back({staysOnOneLine(node), node.body() == NginxNode::Body::Entries});
        break;
    }
    case TokenKind::Close: m_blocks.pop_back(); break;
    case TokenKind::Lua: break;
    case TokenKind::Word:
    case TokenKind::Quoted:
    case TokenKind::Unclosed:
        if (!std::exchange(m_isInHead, true)) {
            ++m_node;
            m_beginsLine = !m_behind || hasLineBreak();
            m_oldIndent = m_gap.sliced(m_gap.lastIndexOf('\n') + 1).toByteArray();
            m_isOnFirstLine = true;
            m_words = {{0, 0}};
        } else if (hasLineBreak()) {
            m_isOnFirstLine = false;
        } else if (m_isOnFirstLine) {
            const qsizetype name = m_tree.node(m_node).span().start;
            m_words.push_back({token.start - name, m_words.back().after + m_behind->size + gap.size()});
        }
        // So does a word of more than one line.
        m_isOnFirstLine &= !QByteArrayView(m_tree.text()).sliced(token.start, token.size).contains('\n');
        break;
    }
}

} // namespace gw
