// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/regex/regex.h"

namespace gw {

/// One pass over a pattern with a stack of open groups of its own: no recursion. Every function that reads returns
/// false after it has said why (m_error).
class RegexParser {
public:
    RegexParser(const QByteArray &pattern, RegexCase letters);
    ParsedRegex parsed();

private:
    struct Flags {
        bool caseless = false;
        bool multiline = false;
        bool dotAll = false;
        bool extended = false;
        bool extendedMore = false;
        bool noCapture = false;
        bool ungreedy = false;
        bool duplicateNames = false;
    };
    /// A group that is open.
    struct Frame {
        RegexNode node;
        size_t terms = 0;    ///< where the terms of its current branch begin in m_terms
        size_t branches = 0; ///< where its branches begin in m_branches
        Flags flags;         ///< to come back to
        bool isReset = false;
        bool isConditionAssertion = false;
        quint32 resetFrom = 0;
        quint32 resetMost = 0;
        QByteArray conditionName; ///< of a Conditional, to be resolved at the end
        quint32 nameOffset = 0;
    };
    /// A reference that can be resolved only when all groups are known.
    struct Reference {
        quint32 node = 0;
        QByteArray name; ///< empty: by number
        quint32 offset = 0;
    };
    enum class Sign : quint8 { Forbidden, Allowed };
    /// What an escape stands for.
    struct Escape {
        enum class Kind : quint8 { Byte, Set, Anchor, Backreference, Name, Newline, Grapheme, Keep, AnyByte };
        Kind kind = Kind::Byte;
        quint8 byte = 0;
        char letter = 0; ///< as written
        ByteSet set;
        quint32 number = 0;
    };

    // parser.cpp
    bool readAll();
    bool readStartVerbs();
    bool readItem();
    bool readLiteralQuoted(quint8 byte);
    bool skipsInsignificant(bool *skipped);
    bool readEscapeItem();
    bool readQuantifier(quint8 byte, quint32 least, quint32 most);
    bool readRepeatCounts(qsizetype *at, quint32 *least, quint32 *most);
    bool closeGroup(quint32 at);
    void nextBranch(qsizetype end);
    void open(RegexNode node, qsizetype begin);
    quint32 add(RegexNode node, std::span<const quint32> children = {});
    void push(const RegexNode &node, std::span<const quint32> children = {});
    void pushBytes(ByteSet set, qsizetype begin);
    quint32 setIndex(const ByteSet &set);
    bool fail(int code, qsizetype offset);
    bool notUnderstood(qsizetype offset, const QString &words);

    // parsergroups.cpp
    bool readOpening();
    bool readNamedAssertion(qsizetype begin);
    bool readVerb(qsizetype begin);
    bool readQuestion(qsizetype begin);
    bool readFlags(qsizetype begin);
    bool readCondition(qsizetype begin);
    bool readConditionName(RegexNode *node, QByteArray *name, quint32 *offset);
    bool readVersion();
    bool readCallout(qsizetype begin);
    bool readCall(qsizetype begin, quint32 number, qsizetype offset);
    bool openNamed(qsizetype begin, char terminator);
    bool openLook(RegexLook look, qsizetype begin);
    bool readName(char terminator, QByteArray *name, quint32 *offset);
    bool readNumber(Sign sign, quint32 most, int tooBig, qint64 *number, bool *found);

    // parserescapes.cpp
    bool readEscape(Escape *escape, bool isInClass);
    bool readNumericReference(Escape *escape, bool isInClass, bool *isOctal);
    bool readOctalBrace(Escape *escape);
    bool readHex(Escape *escape);
    bool readGroupEscape(Escape *escape);
    bool readProperty(Escape *escape, bool isNegative);
    bool readNamedReference(char letter, qsizetype begin);

    // parserclass.cpp
    bool readClass();
    bool readClassItems(bool *isNegative, ByteSet *set);
    bool atPosix(qsizetype at, qsizetype *end) const;
    bool readPosix(qsizetype end, ByteSet *set);

    // parsercheck.cpp
    bool resolveReferences();
    bool checkLookbehinds(std::optional<quint32> missing);
    bool checkConditionals();

    bool atEnd() const { return m_at >= m_pattern.size(); }
    int peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_pattern.size() ? int(quint8(m_pattern.at(m_at + ahead))) : -1;
    }
    bool startsWith(const char *text) const { return QByteArrayView(m_pattern).sliced(m_at).startsWith(text); }

    QByteArray m_pattern;
    Regex m_regex;
    std::optional<RegexError> m_error;
    qsizetype m_at = 0;
    Flags m_flags;
    std::vector<Frame> m_frames;
    std::vector<quint32> m_terms;
    std::vector<quint32> m_branches;
    std::vector<Reference> m_references;
    quint32 m_groups = 0; ///< so far
    bool m_isQuoted = false;
    bool m_mayRepeat = false;       ///< the item before may have a quantifier
    bool m_afterQuantifier = false; ///< the item before is a quantifier: ? and + change it
    int m_expectsAssertion = 0;     ///< > 0: after "(?(" only an assertion or a callout may come
};

} // namespace gw
