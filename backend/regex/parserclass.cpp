// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/regex/parser.h"

namespace gw {
namespace {

struct PosixClass {
    const char *name;
    ByteSet set;
};

const PosixClass posixClasses[] = {
    {"alpha", bytesets::lower | bytesets::upper},
    {"lower", bytesets::lower},
    {"upper", bytesets::upper},
    {"alnum", bytesets::lower | bytesets::upper | bytesets::digit},
    {"ascii", ByteSet::range(0, 127)},
    {"blank", ByteSet::of('\t') | ByteSet::of(' ')},
    {"cntrl", ByteSet::range(0, 31) | ByteSet::of(127)},
    {"digit", bytesets::digit},
    {"graph", ByteSet::range(33, 126)},
    {"print", ByteSet::range(32, 126)},
    {"punct", ByteSet::range(33, 47) | ByteSet::range(58, 64) | ByteSet::range(91, 96) | ByteSet::range(123, 126)},
    {"space", bytesets::space},
    {"word", bytesets::word},
    {"xdigit", bytesets::digit | ByteSet::range('a', 'f') | ByteSet::range('A', 'F')},
};

/// A range that is begun in a class.
enum class Range : quint8 { None, MayBegin, Begun };

} // namespace

/// From "[".
bool RegexParser::readClass()
{
    const qsizetype begin = m_at++;
    if (startsWith("[:<:]]") || startsWith("[:>:]]")) { // start and end of a word
        RegexNode look;
        look.kind = RegexNodeKind::Look;
        look.look = peek(2) == '<' ? RegexLook::Ahead : RegexLook::Behind;
        m_at += 6;
        RegexNode node;
        node.kind = RegexNodeKind::Anchor;
        node.anchor = RegexAnchor::WordBoundary;
        node.begin = look.begin = quint32(begin);
        node.end = look.end = quint32(m_at);
        push(node);
        node.kind = RegexNodeKind::Bytes;
        node.value = setIndex(bytesets::word);
        const quint32 word[] = {add(node)};
        push(look, word);
        m_mayRepeat = true;
        return true;
    }
    qsizetype posixEnd = 0;
    if ((peek() == ':' || peek() == '.' || peek() == '=') && atPosix(m_at, &posixEnd))
        return fail(peek() == ':' ? 112 : 113, m_at - 1);
    bool isNegative = false;
    ByteSet set;
    if (!readClassItems(&isNegative, &set))
        return false;
    RegexNode node;
    node.kind = RegexNodeKind::Bytes;
    node.begin = quint32(begin);
    node.end = quint32(m_at);
    node.value = setIndex(isNegative ? ~set : set);
    push(node);
    m_mayRepeat = true;
    return true;
}

bool RegexParser::readClassItems(bool *isNegative, ByteSet *set)
{
    // Before the first byte: "^", \E, \Q\E and, under (?xx), blanks.
    int byte = -1;
    while (!atEnd()) {
        byte = peek();
        ++m_at;
        if (byte == '\\' && peek() == 'E')
            ++m_at;
        else if (byte == '\\' && startsWith("Q\\E"))
            m_at += 3;
        else if (m_flags.extendedMore && (byte == ' ' || byte == '\t'))
            continue;
        else if (!*isNegative && byte == '^')
            *isNegative = true;
        else
            break;
    }
    Range range = Range::None;
    int from = -1;
    bool isQuoted = false;
    const auto literal = [&](int value) {
        if (range == Range::Begun) {
            if (value < from)
                return fail(108, m_at - 1);
            ByteSet whole;
            whole.addRange(from, value);
            *set |= m_flags.caseless ? caseless(whole) : whole;
            range = Range::None;
        } else {
            *set |= m_flags.caseless ? caseless(ByteSet::of(quint8(value))) : ByteSet::of(quint8(value));
            from = value;
            range = Range::MayBegin;
        }
        return true;
    };
    const auto hyphenFollows = [&] { return m_at + 1 < m_pattern.size() && peek() == '-' && peek(1) != ']'; };
    for (;;) {
        qsizetype posixEnd = 0;
        if (byte < 0)
            return fail(106, m_at); // "[" ends the pattern
        if (isQuoted) {
            if (byte == '\\' && peek() == 'E') {
                isQuoted = false;
                ++m_at;
            } else if (!literal(byte)) {
                return false;
            }
        } else if (m_flags.extendedMore && (byte == ' ' || byte == '\t')) {
            // nothing
        } else if (byte == '[' && (peek() == ':' || peek() == '.' || peek() == '=') && atPosix(m_at, &posixEnd)) {
            if (range == Range::Begun)
                return fail(150, m_at);
            if (peek() != ':')
                return fail(113, m_at - 1);
            if (!readPosix(posixEnd, set))
                return false;
            if (hyphenFollows())
                return fail(150, m_at);
            range = Range::None;
        } else if (byte == '-' && range == Range::MayBegin) {
            range = Range::Begun;
        } else if (byte != '\\') {
            if (!literal(byte))
                return false;
        } else {
            Escape escape;
            if (!readEscape(&escape, true))
                return false;
            const bool isQuote = escape.letter == 'Q' || escape.letter == 'E';
            if (escape.letter == 'b')
                escape = {.kind = Escape::Kind::Byte, .byte = 8, .letter = 'b', .set = {}, .number = 0};
            if (isQuote) {
                isQuoted = escape.letter == 'Q';
            } else if (escape.kind == Escape::Kind::Byte) {
                if (!literal(escape.byte))
                    return false;
            } else {
                if (escape.letter == 'B' || escape.letter == 'R' || escape.letter == 'X')
                    return fail(107, m_at - 1);
                if (range == Range::Begun)
                    return fail(150, m_at);
                if (escape.letter == 'N')
                    return fail(171, m_at);
                if (escape.kind != Escape::Kind::Set)
                    return fail(107, m_at - 1);
                *set |= escape.set;
                range = Range::None;
                if (hyphenFollows())
                    return fail(150, m_at);
            }
        }
        if (atEnd())
            return fail(106, m_at);
        byte = peek();
        ++m_at;
        if (byte == ']' && !isQuoted)
            break;
    }
    if (range == Range::Begun)
        set->add('-');
    return true;
}

/// Whether "[:…:]" (or with '.', '=') stands here, `at` being its second byte; *end: its second ':'.
bool RegexParser::atPosix(qsizetype at, qsizetype *end) const
{
    const char terminator = m_pattern.at(at++);
    for (; m_pattern.size() - at >= 2; ++at) {
        const char byte = m_pattern.at(at);
        const char next = m_pattern.at(at + 1);
        if (byte == '\\' && (next == ']' || next == '\\'))
            ++at;
        else if ((byte == '[' && next == terminator) || byte == ']')
            return false;
        else if (byte == terminator && next == ']') {
            *end = at;
            return true;
        }
    }
    return false;
}

bool RegexParser::readPosix(qsizetype end, ByteSet *set)
{
    ++m_at;
    const bool isNegative = peek() == '^';
    if (isNegative)
        ++m_at;
    const QByteArray name = m_pattern.sliced(m_at, end - m_at);
    for (const PosixClass &known : posixClasses) {
        if (name != known.name)
            continue;
        const bool isCase = name == "lower" || name == "upper";
        const ByteSet bytes = m_flags.caseless && isCase ? bytesets::lower | bytesets::upper : known.set;
        *set |= isNegative ? ~bytes : bytes;
        m_at = end + 2;
        return true;
    }
    return fail(130, m_at);
}

} // namespace gw
