// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/parser.h"

#include "backend/nginx/words.h"

#include <array>
#include <cstring>

namespace gw {
namespace {

using TokenKind = NginxToken::Kind;

/// Blocks that set cf->handler in nginx, and whether that handler passes "include" on to ngx_conf_include():
/// src/http/ngx_http_core_module.c (types), src/http/modules/ngx_http_{map,geo,charset_filter,split_clients}_module.c,
/// the same in src/stream; ngx_http_geoip2_module.
struct EntriesBlock {
    QByteArrayView name;
    bool takesIncludes;
};
constexpr std::array entriesBlocks = {
    EntriesBlock{"map", true},
    EntriesBlock{"geo", true},
    EntriesBlock{"types", true},
    EntriesBlock{"charset_map", false},
    EntriesBlock{"split_clients", false},
    EntriesBlock{"geoip2", false},
};

const EntriesBlock *entriesBlock(QByteArrayView name)
{
    for (const EntriesBlock &block : entriesBlocks) {
        if (block.name == name)
            return &block;
    }
    return nullptr;
}

std::vector<quint32> lineStartsOf(const QByteArray &text)
{
    std::vector<quint32> starts = {0};
    starts.reserve(size_t(text.size() / 32) + 1);
    const char *const begin = text.constData();
    const char *const end = begin + text.size();
    for (const char *at = begin; at < end;) {
        at = static_cast<const char *>(std::memchr(at, '\n', size_t(end - at)));
        if (!at)
            break;
        starts.push_back(quint32(++at - begin));
    }
    return starts;
}

} // namespace

NginxNode::Body nginxBodyOf(QByteArrayView name)
{
    if (name.endsWith("_by_lua_block"))
        return NginxNode::Body::Lua;
    return entriesBlock(name) ? NginxNode::Body::Entries : NginxNode::Body::Directives;
}

bool nginxEntriesTakeIncludes(QByteArrayView name)
{
    const EntriesBlock *const block = entriesBlock(name);
    return block && block->takesIncludes;
}

void NginxParser::parse()
{
    // Usual files have a token for every 7 bytes; what is too much is given back.
    m_tree.tokens.reserve(size_t(m_tree.text.size() / 8));
    m_tree.nodes.reserve(size_t(m_tree.text.size() / 24));
    m_tree.nodes.push_back({});
    m_tree.nodes[0].kind = NginxNode::Kind::File;
    m_tree.nodes[0].body = NginxNode::Body::Directives;
    while (const auto token = m_lexer.next()) {
        m_tree.tokens.push_back(*token);
        switch (token->kind()) {
        case TokenKind::Word:
        case TokenKind::Quoted:
        case TokenKind::Unclosed: addWord(); break;
        case TokenKind::Comment: addComment(); break;
        case TokenKind::Semicolon: semicolon(); break;
        case TokenKind::Open: openBlock(); break;
        case TokenKind::Close: closeBlock(); break;
        case TokenKind::Lua: break;
        }
    }
    endOfFile();
    finish();
}

quint32 NginxParser::addNode(NginxNode::Kind kind)
{
    NginxNodeData node;
    node.firstToken = lastToken();
    node.endToken = node.firstToken + 1;
    node.parent = m_block;
    node.kind = kind;
    m_tree.nodes.push_back(node);
    const auto index = quint32(m_tree.nodes.size()) - 1;
    m_tree.nodes[index].subtreeEnd = index + 1;
    return index;
}

void NginxParser::addWord()
{
    if (m_pending == 0)
        m_pending = addNode(NginxNode::Kind::Directive);
}

void NginxParser::addComment()
{
    if (m_pending == 0)
        addNode(NginxNode::Kind::Comment);
}

/// Neighbours are one node.
void NginxParser::addJunk()
{
    NginxNodeData &last = m_tree.nodes.back();
    if (last.kind == NginxNode::Kind::Junk && last.parent == m_block && last.endToken == lastToken() &&
        last.body == NginxNode::Body::None)
        ++last.endToken;
    else
        addNode(NginxNode::Kind::Junk);
}

void NginxParser::endDirective(quint32 endToken)
{
    NginxNodeData &node = pending();
    node.endToken = endToken;
    const quint32 end = node.isTerminated ? endToken - 1 : endToken;
    const auto isComment = [](const NginxToken &token) { return token.kind() == TokenKind::Comment; };
    // Comments behind the last word of a directive without end are its own, too.
    node.headSize = end - node.firstToken;
    node.hasInnerComment = std::any_of(m_tree.tokens.begin() + node.firstToken, m_tree.tokens.begin() + end, isComment);
    m_pending = 0;
}

void NginxParser::semicolon()
{
    if (m_pending == 0) {
        m_errors.unexpected(';', m_tree.tokens.back().start);
        addJunk();
        return;
    }
    pending().isTerminated = true;
    endDirective(lastToken() + 1);
}

void NginxParser::openBlock()
{
    const bool isEntry = m_tree.nodes[m_block].body == NginxNode::Body::Entries;
    if (m_pending == 0 || isEntry)
        m_errors.unexpected('{', m_tree.tokens.back().start);
    const bool isNamed = m_pending != 0;
    const quint32 index = isNamed ? m_pending : addNode(NginxNode::Kind::Junk);
    m_tree.nodes[index].isTerminated = true;
    m_tree.nodes[index].body = NginxNode::Body::Directives;
    if (isNamed)
        endDirective(lastToken() + 1);
    m_block = index;
    if (!isNamed || isEntry)
        return;
    const NginxToken name = m_tree.tokens[m_tree.nodes[index].firstToken];
    const QByteArrayView written = m_tree.view(name.span());
    const bool isPlain = name.kind() == TokenKind::Word && !written.contains('\\');
    m_tree.nodes[index].body = nginxBodyOf(isPlain ? written : QByteArrayView(nginxDecoded(written, name.kind())));
    if (m_tree.nodes[index].body == NginxNode::Body::Lua) {
        if (const NginxToken code = m_lexer.lua(); code.size > 0)
            m_tree.tokens.push_back(code);
    }
}

void NginxParser::closeBlock()
{
    const qsizetype offset = m_tree.tokens.back().start;
    if (m_pending != 0 || m_block == 0)
        m_errors.unexpected('}', offset);
    if (m_pending != 0)
        endDirective(lastToken());
    if (m_block == 0) {
        addJunk();
        return;
    }
    NginxNodeData &block = m_tree.nodes[m_block];
    block.isClosed = true;
    block.endToken = lastToken() + 1;
    block.subtreeEnd = quint32(m_tree.nodes.size());
    m_block = block.parent;
}

void NginxParser::endOfFile()
{
    const qsizetype size = m_tree.text.size();
    if (m_pending != 0) {
        m_errors.unexpectedEnd("\";\" or \"}\"", size);
        endDirective(lastToken() + 1);
    } else if (m_block != 0) {
        m_errors.unexpectedEnd("\"}\"", size);
    }
    for (; m_block != 0; m_block = m_tree.nodes[m_block].parent) {
        m_tree.nodes[m_block].endToken = lastToken() + 1;
        m_tree.nodes[m_block].subtreeEnd = quint32(m_tree.nodes.size());
    }
    m_tree.nodes[0].endToken = quint32(m_tree.tokens.size());
    m_tree.nodes[0].subtreeEnd = quint32(m_tree.nodes.size());
}

void NginxParser::finish()
{
    if (m_tree.tokens.capacity() > m_tree.tokens.size() * 2)
        m_tree.tokens.shrink_to_fit();
    if (m_tree.nodes.capacity() > m_tree.nodes.size() * 2)
        m_tree.nodes.shrink_to_fit();
    m_tree.lineStarts = lineStartsOf(m_tree.text);
    m_tree.errors = std::move(m_errors).placed(m_tree.lineStarts);
}

} // namespace gw
