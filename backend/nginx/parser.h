// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/lexer.h"
#include "backend/nginx/treedata.h"

namespace gw {

/// Makes the tree of one text, as ngx_conf_parse() goes through it. After an error it goes on: a missing ";" before "}"
/// ends the directive, a "}" too many is junk, blocks that are open at the end are closed there. One loop, no
/// recursion: the depth of hostile nesting costs nothing.
class NginxParser {
public:
    explicit NginxParser(NginxTreeData &tree) : m_tree(tree), m_lexer(tree.text, m_errors) {}
    void parse();

private:
    quint32 addNode(NginxNode::Kind kind);
    void addWord();
    void addComment();
    void addJunk();
    void semicolon();
    void openBlock();
    void closeBlock();
    void finish();
    void endDirective(quint32 endToken);
    void endOfFile();
    quint32 lastToken() const { return quint32(m_tree.tokens.size()) - 1; }
    NginxNodeData &pending() { return m_tree.nodes[m_pending]; }

    NginxTreeData &m_tree;
    NginxErrors m_errors;
    NginxLexer m_lexer;
    quint32 m_block = 0;   ///< the innermost open block
    quint32 m_pending = 0; ///< the directive whose ";" or "{" has not come yet; 0: none
};

/// What stands between the braces of a block of that name.
NginxNode::Body nginxBodyOf(QByteArrayView name);

/// Whether "include FILE;" among the entries of such a block reads a file.
bool nginxEntriesTakeIncludes(QByteArrayView name);

} // namespace gw
