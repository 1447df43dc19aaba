// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/regex/parser.h"

#include <algorithm>

namespace gw {
namespace {

constexpr quint32 mostGroups = 65535;
constexpr qsizetype longestName = 32;
constexpr qsizetype longestMark = 255;

RegexNode nodeOf(RegexNodeKind kind)
{
    RegexNode node;
    node.kind = kind;
    return node;
}

} // namespace

/// From "(": everything but a comment.
bool RegexParser::readOpening()
{
    const qsizetype begin = m_at++;
    if (atEnd())
        return fail(114, m_at);
    if (peek() == '?')
        return readQuestion(begin);
    if (peek() != '*') {
        m_expectsAssertion = 0;
        if (m_flags.noCapture) {
            open(nodeOf(RegexNodeKind::Group), begin);
            return true;
        }
        if (m_groups >= mostGroups)
            return fail(120, m_at);
        RegexNode node = nodeOf(RegexNodeKind::Capture);
        node.value = ++m_groups;
        m_regex.captures.resize(std::max<size_t>(m_regex.captures.size(), m_groups + 1));
        open(node, begin);
        return true;
    }
    if (peek(1) < 0 || peek(1) == ')') // the star then has nothing to repeat
        return true;
    if (bytesets::lower.has(peek(1)))
        return readNamedAssertion(begin);
    m_expectsAssertion = 0;
    return readVerb(begin);
}

/// (*pla:…), (*positive_lookahead:…), (*atomic:…), …
bool RegexParser::readNamedAssertion(qsizetype begin)
{
    QByteArray name;
    quint32 offset = 0;
    const int expected = m_expectsAssertion;
    if (!readName(0, &name, &offset))
        return false;
    if (peek() != ':')
        return fail(195, m_at);
    const auto is = [&](const char *shortName, const char *longName) { return name == shortName || name == longName; };
    const bool isLookahead = is("pla", "positive_lookahead");
    const bool isLook = isLookahead || is("nla", "negative_lookahead") || is("plb", "positive_lookbehind") ||
                        is("nlb", "negative_lookbehind");
    const bool isNonAtomic =
        is("napla", "non_atomic_positive_lookahead") || is("naplb", "non_atomic_positive_lookbehind");
    const bool isOther = name == "atomic" || is("sr", "script_run") || is("asr", "atomic_script_run");
    if (!isLook && !isNonAtomic && !isOther)
        return fail(195, m_at);
    if (expected > 0 && !isLook)
        return fail(isNonAtomic ? 198 : 128, m_at);
    ++m_at;
    if (name == "atomic") {
        open(nodeOf(RegexNodeKind::Atomic), begin);
        return true;
    }
    if (isNonAtomic || !isLook)
        return notUnderstood(begin, QStringLiteral("(*%1:").arg(QString::fromLatin1(name)));
    const bool isAhead = isLookahead || name.startsWith("nla") || name.endsWith("ahead");
    const bool isPositive = name.startsWith('p');
    return openLook(isAhead ? (isPositive ? RegexLook::Ahead : RegexLook::NotAhead)
                            : (isPositive ? RegexLook::Behind : RegexLook::NotBehind),
                    begin);
}

/// (*VERB) or (*VERB:NAME); m_at is at the star.
bool RegexParser::readVerb(qsizetype begin)
{
    struct Known {
        const char *name;
        RegexVerb verb;
    };
    static const Known known[] = {{"", RegexVerb::Mark},       {"MARK", RegexVerb::Mark}, {"ACCEPT", RegexVerb::Accept},
                                  {"F", RegexVerb::Fail},      {"FAIL", RegexVerb::Fail}, {"COMMIT", RegexVerb::Commit},
                                  {"PRUNE", RegexVerb::Prune}, {"SKIP", RegexVerb::Skip}, {"THEN", RegexVerb::Then}};
    QByteArray name;
    quint32 offset = 0;
    if (!readName(0, &name, &offset))
        return false;
    if (peek() != ':' && peek() != ')')
        return fail(160, m_at);
    const auto *found =
        std::find_if(std::begin(known), std::end(known), [&](const Known &one) { return name == one.name; });
    if (found == std::end(known))
        return fail(160, m_at);
    if (peek() == ':' && peek(1) == ')')
        ++m_at;
    if (found->verb == RegexVerb::Mark && peek() != ':')
        return fail(166, m_at);
    RegexNode node = nodeOf(RegexNodeKind::Verb);
    node.verb = found->verb;
    node.begin = quint32(begin);
    if (peek() == ':') {
        const qsizetype argument = m_at + 1;
        const qsizetype end = m_pattern.indexOf(')', argument);
        if (end < 0)
            return fail(160, m_pattern.size());
        if (end - argument > longestMark)
            return fail(176, end);
        m_at = end;
    }
    node.end = quint32(++m_at);
    push(node);
    m_mayRepeat = found->verb == RegexVerb::Accept;
    return true;
}

/// From "?" of "(?".
bool RegexParser::readQuestion(qsizetype begin)
{
    ++m_at;
    if (atEnd())
        return fail(114, m_at);
    const int byte = peek();
    const bool isLookbehind = byte == '<' && (peek(1) == '=' || peek(1) == '!' || peek(1) == '*');
    if (byte != 'C' && byte != '=' && byte != '!' && !isLookbehind)
        m_expectsAssertion = 0;
    switch (byte) {
    case 'P':
        ++m_at;
        if (atEnd())
            return fail(114, m_at);
        if (peek() == '<')
            return openNamed(begin, '>');
        if (peek() == '>' || peek() == '=') {
            RegexNode node = nodeOf(peek() == '>' ? RegexNodeKind::Call : RegexNodeKind::Backreference);
            QByteArray name;
            quint32 offset = 0;
            if (!readName(')', &name, &offset))
                return false;
            node.begin = quint32(begin);
            node.end = quint32(m_at);
            push(node);
            m_references.push_back({m_terms.back(), name, offset});
            m_mayRepeat = true;
            return true;
        }
        return fail(141, m_at);
    case 'R':
        ++m_at;
        if (peek() != ')')
            return fail(158, m_at);
        ++m_at;
        return readCall(begin, 0, m_at - 1);
    case '&': {
        RegexNode node = nodeOf(RegexNodeKind::Call);
        QByteArray name;
        quint32 offset = 0;
        if (!readName(')', &name, &offset))
            return false;
        node.begin = quint32(begin);
        node.end = quint32(m_at);
        push(node);
        m_references.push_back({m_terms.back(), name, offset});
        m_mayRepeat = true;
        return true;
    }
    case 'C': return readCallout(begin);
    case '(': return readCondition(begin);
    case '>':
        ++m_at;
        open(nodeOf(RegexNodeKind::Atomic), begin);
        return true;
    case '=':
    case '!': ++m_at; return openLook(byte == '=' ? RegexLook::Ahead : RegexLook::NotAhead, begin);
    case '*': return notUnderstood(begin, QStringLiteral("(?*"));
    case '<':
        if (!isLookbehind)
            return openNamed(begin, '>');
        if (peek(1) == '*')
            return notUnderstood(begin, QStringLiteral("(?<*"));
        m_at += 2;
        return openLook(m_pattern.at(m_at - 1) == '=' ? RegexLook::Behind : RegexLook::NotBehind, begin);
    case '\'': return openNamed(begin, '\'');
    default: break;
    }
    if (bytesets::digit.has(byte) || byte == '+' || (byte == '-' && bytesets::digit.has(peek(1)))) {
        if (byte == '+' && !bytesets::digit.has(peek(1)))
            return fail(129, m_at);
        qint64 number = 0;
        bool found = false;
        const Sign sign = bytesets::digit.has(byte) ? Sign::Forbidden : Sign::Allowed;
        if (!readNumber(sign, mostGroups, 161, &number, &found))
            return false;
        if (number < 0)
            return fail(115, m_at - 1);
        if (peek() != ')')
            return fail(114, m_at);
        ++m_at;
        return readCall(begin, quint32(number), m_at - 1);
    }
    return readFlags(begin);
}

bool RegexParser::readCall(qsizetype begin, quint32 number, qsizetype offset)
{
    RegexNode node = nodeOf(RegexNodeKind::Call);
    node.begin = quint32(begin);
    node.end = quint32(m_at);
    node.value = number;
    push(node);
    m_references.push_back({m_terms.back(), {}, quint32(offset)});
    m_mayRepeat = true;
    return true;
}

bool RegexParser::openLook(RegexLook look, qsizetype begin)
{
    RegexNode node = nodeOf(RegexNodeKind::Look);
    node.look = look;
    open(node, begin);
    m_frames.back().isConditionAssertion = m_expectsAssertion > 0;
    m_expectsAssertion = 0;
    return true;
}

bool RegexParser::openNamed(qsizetype begin, char terminator)
{
    QByteArray name;
    quint32 offset = 0;
    if (!readName(terminator, &name, &offset))
        return false;
    if (m_groups >= mostGroups)
        return fail(120, m_at);
    RegexNode node = nodeOf(RegexNodeKind::Capture);
    node.value = ++m_groups;
    m_regex.captures.resize(std::max<size_t>(m_regex.captures.size(), m_groups + 1));
    open(node, begin);
    for (const RegexName &known : std::as_const(m_regex.names)) {
        if (known.name == name) {
            if (quint32(known.group) == m_groups)
                return true;
            if (!m_flags.duplicateNames)
                return fail(143, m_at);
        } else if (quint32(known.group) == m_groups) {
            return fail(165, m_at);
        }
    }
    m_regex.names.append({name, int(m_groups)});
    return true;
}

/// (?|…), (?i), (?i:…), (?^…), (?:…).
bool RegexParser::readFlags(qsizetype begin)
{
    open(nodeOf(RegexNodeKind::Group), begin);
    Frame &frame = m_frames.back();
    if (peek() == '|') {
        frame.isReset = true;
        frame.resetFrom = frame.resetMost = m_groups;
        ++m_at;
        return true;
    }
    Flags flags = m_flags;
    bool mayHyphen = true;
    bool isSet = true;
    Flags set{};
    Flags unset{};
    if (peek() == '^') {
        const Flags before = flags;
        flags = {};
        flags.ungreedy = before.ungreedy;
        flags.duplicateNames = before.duplicateNames;
        mayHyphen = false;
        ++m_at;
    }
    for (; !atEnd() && peek() != ')' && peek() != ':'; ++m_at) {
        Flags &into = isSet ? set : unset;
        switch (peek()) {
        case '-':
            if (!mayHyphen)
                return fail(194, m_at);
            mayHyphen = false;
            isSet = false;
            break;
        case 'J': into.duplicateNames = true; break;
        case 'i': into.caseless = true; break;
        case 'm': into.multiline = true; break;
        case 'n': into.noCapture = true; break;
        case 's': into.dotAll = true; break;
        case 'U': into.ungreedy = true; break;
        case 'x':
            into.extended = true;
            if (peek(1) == 'x') {
                into.extendedMore = true;
                ++m_at;
            }
            break;
        default: return fail(111, m_at);
        }
    }
    if (atEnd())
        return fail(114, m_at);
    if ((set.extended && !set.extendedMore) || unset.extended)
        unset.extendedMore = true;
    for (bool Flags::*flag : {&Flags::caseless, &Flags::multiline, &Flags::dotAll, &Flags::extended,
                              &Flags::extendedMore, &Flags::noCapture, &Flags::ungreedy, &Flags::duplicateNames})
        flags.*flag = (flags.*flag || set.*flag) && !(unset.*flag);
    if (peek() == ')') // for the rest of the group around
        m_frames.pop_back();
    m_flags = flags;
    ++m_at;
    return true;
}

/// From the second "(" of "(?(".
bool RegexParser::readCondition(qsizetype begin)
{
    ++m_at;
    if (atEnd())
        return fail(114, m_at);
    RegexNode node = nodeOf(RegexNodeKind::Conditional);
    QByteArray name;
    quint32 offset = 0;
    if (peek() == '?' || peek() == '*') {
        --m_at; // the assertion's own parenthesis
        node.condition = RegexCondition::Assertion;
        m_expectsAssertion = 2;
        open(node, begin);
        return true;
    }
    qint64 number = 0;
    bool found = false;
    if (!readNumber(Sign::Allowed, mostGroups, 161, &number, &found))
        return false;
    if (found) {
        if (number <= 0)
            return fail(115, m_at);
        node.condition = RegexCondition::Group;
        node.value = quint32(number);
        offset = quint32(m_at - 2);
    } else if (startsWith("VERSION") && m_pattern.size() - m_at >= 10 && peek(7) != ')') {
        node.condition = RegexCondition::Version;
        if (!readVersion())
            return false;
    } else if (!readConditionName(&node, &name, &offset)) {
        return false;
    }
    if (peek() != ')')
        return fail(124, m_at);
    ++m_at;
    open(node, begin);
    m_frames.back().conditionName = name;
    m_frames.back().nameOffset = offset;
    return true;
}

bool RegexParser::readConditionName(RegexNode *node, QByteArray *name, quint32 *offset)
{
    const bool isRecursion = peek() == 'R' && peek(1) == '&';
    char terminator = ')';
    if (isRecursion)
        ++m_at;
    else if (peek() == '<')
        terminator = '>';
    else if (peek() == '\'')
        terminator = '\'';
    else
        --m_at;
    if (!readName(terminator, name, offset))
        return false;
    if (terminator == ')')
        --m_at;
    const bool isPlain = terminator == ')' && !isRecursion;
    node->condition = isRecursion                    ? RegexCondition::Recursion
                      : isPlain && *name == "DEFINE" ? RegexCondition::Define
                                                     : RegexCondition::Group;
    if (node->condition == RegexCondition::Define) {
        node->value = *offset; // for its error
        name->clear();
    }
    return true;
}

/// "VERSION>=10.4"
bool RegexParser::readVersion()
{
    m_at += 7;
    if (peek() == '>')
        ++m_at;
    if (peek() != '=')
        return fail(179, m_at);
    ++m_at;
    if (!bytesets::digit.has(peek()))
        return fail(179, m_at);
    qint64 major = 0;
    bool found = false;
    if (!readNumber(Sign::Forbidden, 1000, 179, &major, &found))
        return false;
    if (atEnd())
        return fail(179, m_at);
    if (peek() == '.') {
        ++m_at;
        if (!bytesets::digit.has(peek()))
            return fail(179, m_at);
        ++m_at;
        if (bytesets::digit.has(peek()))
            ++m_at;
        if (peek() != ')')
            return fail(179, m_at);
    }
    return true;
}

/// From "C" of "(?C".
bool RegexParser::readCallout(qsizetype begin)
{
    ++m_at;
    if (atEnd())
        return fail(114, m_at);
    if (m_expectsAssertion > 0)
        --m_expectsAssertion;
    if (peek() != ')' && !bytesets::digit.has(peek())) {
        static constexpr char openings[] = "`'\"^%#${";
        static constexpr char closings[] = "`'\"^%#$}";
        const char *opening = std::find(openings, openings + 8, char(peek()));
        if (opening == openings + 8)
            return fail(182, m_at);
        const char closing = closings[opening - openings];
        const qsizetype start = m_at;
        for (;;) {
            ++m_at;
            if (atEnd())
                return fail(181, start);
            if (peek() != closing)
                continue;
            ++m_at;
            if (peek() != closing)
                break;
        }
    } else {
        int number = 0;
        while (bytesets::digit.has(peek())) {
            number = number * 10 + (peek() - '0');
            ++m_at;
            if (number > 255)
                return fail(138, m_at);
        }
    }
    if (peek() != ')')
        return fail(139, m_at);
    ++m_at;
    RegexNode node = nodeOf(RegexNodeKind::Callout);
    node.begin = quint32(begin);
    node.end = quint32(m_at);
    push(node);
    return true;
}

/// m_at is one before the name. Without a terminator it ends before the first byte that no name has.
bool RegexParser::readName(char terminator, QByteArray *name, quint32 *offset)
{
    const bool isGroup = peek() != '*';
    ++m_at;
    if (atEnd())
        return fail(isGroup ? 162 : 160, m_at);
    const qsizetype begin = m_at;
    *offset = quint32(begin);
    if (isGroup && bytesets::digit.has(peek()))
        return fail(144, m_at);
    while (bytesets::word.has(peek()))
        ++m_at;
    if (m_at - begin > longestName)
        return fail(148, m_at);
    *name = m_pattern.sliced(begin, m_at - begin);
    if (isGroup) {
        if (m_at == begin)
            return fail(162, m_at);
        if (terminator != 0) {
            if (peek() != terminator)
                return fail(142, m_at);
            ++m_at;
        }
    }
    return true;
}

/// A number, with a sign relative to the groups so far; -1 and less never comes back, 0 only as "0" without a sign.
bool RegexParser::readNumber(Sign sign, quint32 most, int tooBig, qint64 *number, bool *found)
{
    *found = false;
    const qsizetype begin = m_at;
    char written = 0;
    if (sign == Sign::Allowed && (peek() == '+' || peek() == '-')) {
        written = char(peek());
        ++m_at;
    }
    if (!bytesets::digit.has(peek())) {
        m_at = begin;
        return true;
    }
    qint64 value = 0;
    const qint64 largest = written == '+' ? qint64(most) - m_groups : most;
    while (bytesets::digit.has(peek())) {
        value = value * 10 + (peek() - '0');
        ++m_at;
        if (value > largest)
            return fail(tooBig, m_at);
    }
    if (written != 0) {
        if (value == 0)
            return fail(126, m_at);
        if (written == '-' && value > m_groups)
            return fail(115, m_at);
        value = written == '+' ? m_groups + value : m_groups - value + 1;
    }
    *number = value;
    *found = true;
    return true;
}

} // namespace gw
