// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/regex/parser.h"

#include <QChar>

namespace gw {
namespace {

constexpr int isOctalDigit(int byte)
{
    return byte >= '0' && byte <= '7';
}

int hexValue(int byte)
{
    if (byte >= '0' && byte <= '9')
        return byte - '0';
    if ((byte | 32) >= 'a' && (byte | 32) <= 'f')
        return (byte | 32) - 'a' + 10;
    return -1;
}

/// The bytes (as Latin-1 code points: PCRE reads bytes so where UTF is off) of a general category, or of its first
/// letter; nothing: there is no such category.
std::optional<ByteSet> category(const QByteArray &name)
{
    static constexpr const char *names[] = {"Mn", "Mc", "Me", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc",
                                            "Cf", "Cs", "Co", "Cn", "Lu", "Ll", "Lt", "Lm", "Lo", "Pc",
                                            "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So"};
    if (name == "Any")
        return ByteSet::all();
    if (name == "L&" || name == "LC")
        return *category("Lu") | *category("Ll") | *category("Lt");
    ByteSet set;
    bool isKnown = false;
    for (int at = 0; at < int(std::size(names)); ++at) {
        if (name != names[at] && !(name.size() == 1 && name[0] == names[at][0]))
            continue;
        isKnown = true;
        for (int byte = 0; byte < 256; ++byte) {
            if (QChar::category(char32_t(byte)) == QChar::Category(at))
                set.add(quint8(byte));
        }
    }
    return isKnown ? std::optional(set) : std::nullopt;
}

} // namespace

/// After the backslash.
bool RegexParser::readEscape(Escape *escape, bool isInClass)
{
    if (atEnd())
        return fail(101, m_at);
    const int byte = peek();
    escape->letter = char(byte);
    escape->kind = Escape::Kind::Byte;
    escape->byte = quint8(byte);
    if (byte >= '0' && byte <= '9') {
        bool isOctal = false;
        return readNumericReference(escape, isInClass, &isOctal);
    }
    if (!bytesets::word.has(byte) || byte == '_') {
        ++m_at;
        return true;
    }
    const auto set = [&](const ByteSet &bytes) {
        escape->kind = Escape::Kind::Set;
        escape->set = bytes;
        return true;
    };
    const auto is = [&](Escape::Kind kind) {
        escape->kind = kind;
        return true;
    };
    const auto stands = [&](quint8 value) {
        escape->byte = value;
        return true;
    };
    ++m_at;
    switch (byte) {
    case 'a': return stands(7);
    case 'e': return stands(27);
    case 'f': return stands(12);
    case 'n': return stands('\n');
    case 'r': return stands('\r');
    case 't': return stands('\t');
    case 'd': return set(bytesets::digit);
    case 'D': return set(~bytesets::digit);
    case 'w': return set(bytesets::word);
    case 'W': return set(~bytesets::word);
    case 's': return set(bytesets::space);
    case 'S': return set(~bytesets::space);
    case 'h': return set(bytesets::horizontal);
    case 'H': return set(~bytesets::horizontal);
    case 'v': return set(bytesets::vertical);
    case 'V': return set(~bytesets::vertical);
    case 'N': {
        if (peek() != '{')
            return set(~bytesets::newline);
        quint32 least = 0;
        quint32 most = 0;
        qsizetype after = m_at + 1;
        if (readRepeatCounts(&after, &least, &most))
            return set(~bytesets::newline);
        if (m_error)
            return false;
        if (isInClass)
            return set(~bytesets::newline); // refused by the class
        return fail(startsWith("{U+") ? 193 : 137, m_at);
    }
    case 'R': return is(Escape::Kind::Newline);
    case 'X': return is(Escape::Kind::Grapheme);
    case 'K': return is(Escape::Kind::Keep);
    case 'C': return is(Escape::Kind::AnyByte);
    case 'A':
    case 'B':
    case 'G':
    case 'Z':
    case 'b':
    case 'z': return is(Escape::Kind::Anchor);
    case 'Q':
    case 'E': return is(Escape::Kind::Byte); // the callers know them
    case 'F':
    case 'L':
    case 'U':
    case 'l':
    case 'u': return fail(137, m_at);
    case 'p':
    case 'P': return readProperty(escape, byte == 'P');
    case 'k': return is(Escape::Kind::Name);
    case 'g': return isInClass || readGroupEscape(escape); // in a class: the letter
    case 'o': return readOctalBrace(escape);
    case 'x': return readHex(escape);
    case 'c':
        if (atEnd())
            return fail(102, m_at);
        if (peek() < 0x20 || peek() > 0x7E)
            return fail(168, m_at);
        escape->byte = quint8((bytesets::lower.has(peek()) ? peek() - 32 : peek()) ^ 0x40);
        ++m_at;
        return true;
    default: return fail(103, m_at);
    }
}

/// \1 is a reference; \12 is one where there are so many groups, and a byte in octal otherwise; \0 is always a byte.
bool RegexParser::readNumericReference(Escape *escape, bool isInClass, bool *isOctal)
{
    const qsizetype begin = m_at;
    if (peek() != '0' && !isInClass) {
        qint64 number = 0;
        while (bytesets::digit.has(peek())) {
            number = number * 10 + (peek() - '0');
            ++m_at;
            if (number > 0x7fffffff)
                return fail(161, m_at);
        }
        if (number < 10 || m_pattern.at(begin) >= '8' || number <= m_groups) {
            if (number > 65535)
                return fail(161, m_at);
            escape->kind = Escape::Kind::Backreference;
            escape->number = quint32(number);
            return true;
        }
        m_at = begin;
    }
    if (peek() >= '8') { // in a class: the digit itself
        ++m_at;
        return true;
    }
    *isOctal = true;
    int value = 0;
    for (int digits = 0; digits < 3 && isOctalDigit(peek()); ++digits, ++m_at)
        value = value * 8 + (peek() - '0');
    if (value > 0xff)
        return fail(151, m_at);
    escape->byte = quint8(value);
    return true;
}

bool RegexParser::readOctalBrace(Escape *escape)
{
    if (peek() != '{')
        return fail(155, m_at - 1);
    ++m_at;
    if (atEnd() || peek() == '}')
        return fail(178, m_at);
    int value = 0;
    while (isOctalDigit(peek())) {
        value = value * 8 + (peek() - '0');
        ++m_at;
        if (value > 0xff) {
            while (isOctalDigit(peek()))
                ++m_at;
            return fail(134, m_at);
        }
    }
    if (peek() != '}')
        return fail(164, m_at - (atEnd() ? 1 : 0));
    ++m_at;
    escape->byte = quint8(value);
    return true;
}

bool RegexParser::readHex(Escape *escape)
{
    int value = 0;
    if (peek() != '{') {
        for (int digits = 0; digits < 2 && hexValue(peek()) >= 0; ++digits, ++m_at)
            value = value * 16 + hexValue(peek());
        escape->byte = quint8(value);
        return true;
    }
    ++m_at;
    if (atEnd() || peek() == '}')
        return fail(178, m_at);
    while (hexValue(peek()) >= 0) {
        value = value * 16 + hexValue(peek());
        ++m_at;
        if (value > 0xff) {
            while (hexValue(peek()) >= 0)
                ++m_at;
            return fail(134, m_at);
        }
    }
    if (peek() != '}')
        return fail(167, m_at - (atEnd() ? 1 : 0));
    ++m_at;
    escape->byte = quint8(value);
    return true;
}

/// \g1, \g{1}, \g{-1}, \g{name} are references; \g<1>, \g'name' are calls and come back as a name.
bool RegexParser::readGroupEscape(Escape *escape)
{
    escape->kind = Escape::Kind::Name;
    if (atEnd())
        return fail(157, m_at);
    if (peek() == '<' || peek() == '\'')
        return true;
    const bool isBraced = peek() == '{';
    const qsizetype begin = m_at;
    if (isBraced)
        ++m_at;
    qint64 number = 0;
    bool found = false;
    if (!readNumber(Sign::Allowed, 65535, 161, &number, &found)) {
        m_error->offset = begin;
        return false;
    }
    if (!found) {
        if (!isBraced)
            return fail(157, m_at);
        m_at = begin; // a name
        return true;
    }
    if (isBraced) {
        if (peek() != '}')
            return fail(157, m_at);
        ++m_at;
    }
    if (number <= 0)
        return fail(115, m_at);
    escape->kind = Escape::Kind::Backreference;
    escape->number = quint32(number);
    return true;
}

/// After \p: one letter, or a name in braces. White space, '-' and '_' and the case of a name do not count.
bool RegexParser::readProperty(Escape *escape, bool isNegative)
{
    QByteArray name;
    if (atEnd())
        return fail(146, m_at);
    if (peek() == '{') {
        ++m_at;
        if (peek() == '^') {
            isNegative = !isNegative;
            ++m_at;
        }
        for (; peek() != '}'; ++m_at) {
            if (atEnd() || peek() == 0 || name.size() > 60)
                return fail(146, m_at);
            if (peek() != '_' && peek() != '-' && !bytesets::space.has(peek()))
                name.append(char(peek()));
        }
        ++m_at;
    } else if (bytesets::lower.has(peek()) || bytesets::upper.has(peek())) {
        name.append(char(peek()));
        ++m_at;
    } else {
        ++m_at;
        return fail(146, m_at);
    }
    QByteArray proper = name.toLower();
    if (!proper.isEmpty())
        proper[0] = proper.left(1).toUpper().at(0);
    if (proper == "Lc")
        proper = "LC";
    const std::optional<ByteSet> set = category(proper);
    if (!set)
        return notUnderstood(m_at, QStringLiteral("\\p{%1}: a script or property").arg(QString::fromLatin1(name)));
    if (m_flags.caseless && (proper == "Lu" || proper == "Ll" || proper == "Lt"))
        escape->set = *category("L&");
    else
        escape->set = *set;
    if (isNegative)
        escape->set = ~escape->set;
    escape->kind = Escape::Kind::Set;
    return true;
}

/// After \k or \g, before the delimiter of the name.
bool RegexParser::readNamedReference(char letter, qsizetype begin)
{
    const int opening = peek();
    if (opening != '{' && opening != '<' && opening != '\'')
        return fail(letter == 'g' ? 157 : 169, m_at);
    const char terminator = opening == '<' ? '>' : opening == '{' ? '}' : '\'';
    if (letter == 'g' && terminator != '}') {
        ++m_at;
        qint64 number = 0;
        bool found = false;
        const qsizetype before = m_at;
        if (!readNumber(Sign::Allowed, 65535, 161, &number, &found))
            return false;
        if (found) {
            if (peek() != terminator)
                return fail(157, before - 1);
            ++m_at;
            return readCall(begin, quint32(number), m_at - 1);
        }
        m_at = before - 1;
    }
    QByteArray name;
    quint32 offset = 0;
    if (!readName(terminator, &name, &offset))
        return false;
    RegexNode node;
    node.kind = letter == 'k' || terminator == '}' ? RegexNodeKind::Backreference : RegexNodeKind::Call;
    node.begin = quint32(begin);
    node.end = quint32(m_at);
    push(node);
    m_references.push_back({m_terms.back(), name, offset});
    m_mayRepeat = true;
    return true;
}

} // namespace gw
