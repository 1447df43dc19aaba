// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/token.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace gw {

struct NginxTreeData;
class NginxNodes;

/// Line and column from 1; the column in bytes.
struct NginxPlace {
    int line = 0;
    int column = 0;
    friend bool operator==(const NginxPlace &, const NginxPlace &) = default;
};

/// A view of one node of an NginxTree: two words, to be copied freely. Good as long as the tree, or a copy of it,
/// lives. A default-made node is none: false. Nodes are numbered in reading order, the file itself is 0.
class NginxNode {
public:
    enum class Kind : quint8 {
        File,
        Directive, ///< also an entry of a map or types body: its name is what stands first
        Comment,   ///< where a directive could begin; comments between arguments belong to their directive
        Junk,      ///< what nginx refuses and no directive is: ";", "}" too many, a block without name
    };
    /// What stands between the braces.
    enum class Body : quint8 {
        None,       ///< no block
        Directives, ///< also the file itself
        Entries,    ///< of map, geo, types, …: a custom handler, no blocks within
        Lua,        ///< code, no nodes
    };

    NginxNode() = default;
    NginxNode(const NginxTreeData *tree, quint32 index) : m_tree(tree), m_index(index) {}
    explicit operator bool() const { return m_tree; }
    friend bool operator==(const NginxNode &, const NginxNode &) = default;

    quint32 index() const { return m_index; }
    Kind kind() const;
    bool isDirective() const { return kind() == Kind::Directive; }
    Body body() const;
    bool hasBlock() const { return body() != Body::None; }
    /// Whether it has its ";" or "{".
    bool isTerminated() const;
    /// Whether its block has its "}".
    bool isClosed() const;

    /// Decoded: as nginx compares it. Empty for what is no directive.
    QByteArray name() const { return word(0); }
    /// Whether that is its name; costs no allocation.
    bool is(QByteArrayView name) const;
    /// Without the name.
    int argumentCount() const;
    /// Decoded; from 0. Empty if there are fewer.
    QByteArray argument(int index) const { return word(index + 1); }
    QList<QByteArray> arguments() const;
    /// As written, with quotes; a null view if there are fewer.
    QByteArrayView writtenName() const { return writtenWord(0); }
    QByteArrayView writtenArgument(int index) const { return writtenWord(index + 1); }
    bool isQuoted(int index) const;
    NginxSpan nameSpan() const;
    NginxSpan argumentSpan(int index) const;

    /// From its first byte to its ";", "}" or what it has of them.
    NginxSpan span() const;
    /// From its name to its ";" or "{".
    NginxSpan head() const;
    /// Between its braces.
    NginxSpan inside() const;
    /// As written, all of span().
    QByteArrayView text() const;
    /// The code of a *_by_lua_block.
    QByteArrayView lua() const;
    NginxPlace place() const; ///< of its first byte
    int line() const { return place().line; }
    /// The line that nginx names when it says something about this directive: that of its ";" or "{".
    int reportedLine() const;

    NginxNode parent() const;
    NginxNode firstChild() const;
    NginxNode next() const; ///< the next one in the same block
    /// Everything in its block: directives, comments, junk.
    NginxNodes children() const;
    /// Only the directives in its block.
    NginxNodes directives() const;
    /// The first directive of that name in its block; none if there is none.
    NginxNode child(QByteArrayView name) const;
    /// The number of the node behind its last descendant: [index(), subtreeEnd()) is this node with all below.
    quint32 subtreeEnd() const;
    /// The comment behind it on the line where it ends.
    NginxNode trailingComment() const;

    /// Its tokens, descendants' included, and those of its head without the terminator: indices into
    /// NginxTree::tokens().
    NginxSpan tokens() const;
    NginxSpan headTokens() const;

private:
    QByteArray word(int index) const;
    QByteArrayView writtenWord(int index) const;
    qsizetype wordToken(int index) const;

    const NginxTreeData *m_tree = nullptr;
    quint32 m_index = 0;
};

/// The nodes of one block, for range-based for.
class NginxNodes {
public:
    enum class Which : quint8 { All, Directives };
    class Iterator {
    public:
        Iterator(NginxNode node, Which which) : m_node(node), m_which(which) { skip(); }
        NginxNode operator*() const { return m_node; }
        Iterator &operator++()
        {
            m_node = m_node.next();
            skip();
            return *this;
        }
        friend bool operator==(const Iterator &a, const Iterator &b) { return a.m_node == b.m_node; }

    private:
        void skip()
        {
            while (m_which == Which::Directives && m_node && !m_node.isDirective())
                m_node = m_node.next();
        }
        NginxNode m_node;
        Which m_which;
    };

    NginxNodes(NginxNode first, Which which) : m_first(first), m_which(which) {}
    Iterator begin() const { return {m_first, m_which}; }
    Iterator end() const { return {{}, m_which}; }
    bool isEmpty() const { return begin() == end(); }

private:
    NginxNode m_first;
    Which m_which;
};

} // namespace gw
