// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/regex/byteset.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <span>
#include <variant>
#include <vector>

namespace gw {

enum class RegexNodeKind : quint8 {
    Empty,         ///< consumes nothing, always matches
    Bytes,         ///< one byte of a set
    Newline,       ///< \R: CR LF, or one vertical space; never given back in part
    Grapheme,      ///< \X
    Sequence,      ///< its children, one after another
    Alternation,   ///< one of its children, the first that works
    Repeat,        ///< its child min…max times
    Group,         ///< (?:…)
    Capture,       ///< (…), (?<name>…): group `value`
    Atomic,        ///< (?>…): never asked again once it matched
    Look,          ///< (?=…), (?!…), (?<=…), (?<!…)
    Conditional,   ///< (?(…)yes|no); an assertion as condition is its first child
    Anchor,        ///< a place, see RegexAnchor
    Backreference, ///< what group `value` (or one of its name) matched
    Call,          ///< (?1), (?R), (?&name): group `value` as a subroutine; 0: the whole pattern
    Keep,          ///< \K
    Verb,          ///< (*ACCEPT) and its kind
    Callout,       ///< (?C…): nothing for nginx
};

enum class RegexAnchor : quint8 {
    SubjectStart, ///< \A, \G and ^
    LineStart,    ///< ^ under (?m)
    SubjectEnd,   ///< \z
    Dollar,       ///< $ and \Z: at the end, or before the line feed that ends the subject
    LineEnd,      ///< $ under (?m)
    WordBoundary,
    NotWordBoundary,
};

enum class RegexGreed : quint8 { Greedy, Lazy, Possessive };

enum class RegexLook : quint8 { Ahead, NotAhead, Behind, NotBehind };

enum class RegexVerb : quint8 { Accept, Fail, Mark, Commit, Prune, Skip, Then };

enum class RegexCondition : quint8 {
    Assertion, ///< the first child
    Group,     ///< group `value` is set
    Recursion, ///< (?(R)…)
    Define,    ///< never: only to be called
    Version,   ///< of PCRE
};

/// One node of the tree; its children stand before it in Regex::nodes.
struct RegexNode {
    static constexpr quint32 unlimited = 0xffffffff;
    RegexNodeKind kind = RegexNodeKind::Empty;
    RegexAnchor anchor = RegexAnchor::SubjectStart;       ///< of an Anchor
    RegexGreed greed = RegexGreed::Greedy;                ///< of a Repeat
    RegexLook look = RegexLook::Ahead;                    ///< of a Look
    RegexVerb verb = RegexVerb::Accept;                   ///< of a Verb
    RegexCondition condition = RegexCondition::Assertion; ///< of a Conditional
    quint32 begin = 0;                                    ///< first byte in the pattern
    quint32 end = 0;                                      ///< one after its last byte
    quint32 firstChild = 0;                               ///< in Regex::children
    quint32 childCount = 0;
    quint32 value = 0; ///< index in Regex::sets, or the number of a group
    quint32 least = 0; ///< of a Repeat
    quint32 most = 0;
};

struct RegexName {
    QByteArray name;
    int group = 0;
    friend bool operator==(const RegexName &, const RegexName &) = default;
};

enum class RegexCase : quint8 { Sensitive, Insensitive };

/// The syntax tree of a pattern as PCRE2 10.42 reads it in nginx: bytes, no UTF, LF as newline. Flat: every child
/// stands before its parent, so that a fact about all nodes is one loop. Deeper than PCRE's limit (250) there is
/// nothing.
struct Regex {
    QByteArray pattern;
    RegexCase letters = RegexCase::Sensitive;
    std::vector<RegexNode> nodes;
    std::vector<quint32> children;
    std::vector<ByteSet> sets;
    quint32 root = 0;
    int captureCount = 0;
    QList<RegexName> names;                     ///< in the order of the pattern; a name may be there twice under (?J)
    std::vector<std::vector<quint32>> captures; ///< the nodes of each group; several in a branch reset

    const RegexNode &rootNode() const { return nodes[root]; }
    std::span<const quint32> childrenOf(const RegexNode &node) const
    {
        return {children.data() + node.firstChild, node.childCount};
    }
    const ByteSet &setOf(const RegexNode &node) const { return sets[node.value]; }
};

/// Why there is no tree.
struct RegexError {
    enum class Kind {
        Refused,       ///< PCRE refuses the pattern too
        NotUnderstood, ///< PCRE may take it; we do not know what it means
        TooLarge,      ///< beyond our bound (16 KiB; a token of nginx has at most 4 KiB)
    };
    Kind kind = Kind::Refused;
    int code = 0;         ///< PCRE2's number, 0 where it has none
    qsizetype offset = 0; ///< in bytes, where PCRE says it
    QString words;        ///< PCRE's own, so that people find them: never translated
};

/// std::get_if<Regex>(&parsed) is the tree.
using ParsedRegex = std::variant<Regex, RegexError>;

ParsedRegex parsedRegex(const QByteArray &pattern, RegexCase letters = RegexCase::Sensitive);

} // namespace gw
