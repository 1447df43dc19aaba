// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/regex/parser.h"

#include <algorithm>

namespace gw {
namespace {

constexpr qsizetype mostBytes = 16 * 1024;
constexpr size_t mostDepth = 250; // PCRE's own default
constexpr quint32 mostRepeats = 65535;

/// PCRE2's numbers and words, as they stand in its logs.
const char *wordsOf(int code)
{
    switch (code) {
    case 101: return "\\ at end of pattern";
    case 102: return "\\c at end of pattern";
    case 103: return "unrecognized character follows \\";
    case 104: return "numbers out of order in {} quantifier";
    case 105: return "number too big in {} quantifier";
    case 106: return "missing terminating ] for character class";
    case 107: return "escape sequence is invalid in character class";
    case 108: return "range out of order in character class";
    case 109: return "quantifier does not follow a repeatable item";
    case 111: return "unrecognized character after (? or (?-";
    case 112: return "POSIX named classes are supported only within a class";
    case 113: return "POSIX collating elements are not supported";
    case 114: return "missing closing parenthesis";
    case 115: return "reference to non-existent subpattern";
    case 118: return "missing ) after (?# comment";
    case 119: return "parentheses are too deeply nested";
    case 120: return "regular expression is too large";
    case 122: return "unmatched closing parenthesis";
    case 124: return "missing closing parenthesis for condition";
    case 125: return "lookbehind assertion is not fixed length";
    case 126: return "a relative value of zero is not allowed";
    case 127: return "conditional subpattern contains more than two branches";
    case 128: return "assertion expected after (?( or (?(?C)";
    case 129: return "digit expected after (?+ or (?-";
    case 130: return "unknown POSIX class name";
    case 134: return "character code point value in \\x{} or \\o{} is too large";
    case 137: return "PCRE2 does not support \\F, \\L, \\l, \\N{name}, \\U, or \\u";
    case 138: return "number after (?C is greater than 255";
    case 139: return "closing parenthesis for (?C expected";
    case 141: return "unrecognized character after (?P";
    case 142: return "syntax error in subpattern name (missing terminator?)";
    case 143: return "two named subpatterns have the same name (PCRE2_DUPNAMES not set)";
    case 144: return "subpattern name must start with a non-digit";
    case 146: return "malformed \\P or \\p sequence";
    case 147: return "unknown property after \\P or \\p";
    case 148: return "subpattern name is too long (maximum 32 code units)";
    case 150: return "invalid range in character class";
    case 151: return "octal value is greater than \\377 in 8-bit non-UTF-8 mode";
    case 154: return "DEFINE subpattern contains more than one branch";
    case 155: return "missing opening brace after \\o";
    case 157: return "\\g is not followed by a braced, angle-bracketed, or quoted name/number or by a plain number";
    case 158: return "(?R (recursive pattern call) must be followed by a closing parenthesis";
    case 160: return "(*VERB) not recognized or malformed";
    case 161: return "subpattern number is too big";
    case 162: return "subpattern name expected";
    case 164: return "non-octal character in \\o{} (closing brace missing?)";
    case 165: return "different names for subpatterns of the same number are not allowed";
    case 166: return "(*MARK) must have an argument";
    case 167: return "non-hex character in \\x{} (closing brace missing?)";
    case 168: return "\\c must be followed by a printable ASCII character";
    case 169: return "\\k is not followed by a braced, angle-bracketed, or quoted name";
    case 171: return "\\N is not supported in a class";
    case 176: return "name is too long in (*MARK), (*PRUNE), (*SKIP), or (*THEN)";
    case 178: return "digits missing in \\x{} or \\o{} or \\N{U+}";
    case 179: return "syntax error or number too big in (?(VERSION condition";
    case 181: return "missing terminating delimiter for callout with string argument";
    case 182: return "unrecognized string delimiter follows (?C";
    case 187: return "lookbehind assertion is too long";
    case 193: return "\\N{U+dddd} is supported only in Unicode (UTF) mode";
    case 194: return "invalid hyphen in option setting";
    case 195: return "(*alpha_assertion) not recognized";
    case 198: return "atomic assertion expected after (?( or (?(?C)";
    case 199: return "\\K is not allowed in lookarounds (but see PCRE2_EXTRA_ALLOW_LOOKAROUND_BSK)";
    default: Q_UNREACHABLE(); return "";
    }
}

} // namespace

RegexParser::RegexParser(const QByteArray &pattern, RegexCase letters) : m_pattern(pattern)
{
    m_regex.pattern = pattern;
    m_regex.letters = letters;
    m_flags.caseless = letters == RegexCase::Insensitive;
}

ParsedRegex RegexParser::parsed()
{
    if (m_pattern.size() > mostBytes)
        return RegexError{RegexError::Kind::TooLarge, 120, mostBytes, QString::fromLatin1(wordsOf(120))};
    m_regex.captures.resize(1);
    m_frames.push_back({}); // the whole pattern
    if (!readStartVerbs() || !readAll() || !resolveReferences() || !checkConditionals())
        return *m_error;
    m_regex.captureCount = int(m_groups);
    m_regex.captures.resize(m_groups + 1);
    return std::move(m_regex);
}

bool RegexParser::fail(int code, qsizetype offset)
{
    m_error = RegexError{RegexError::Kind::Refused, code, offset, QString::fromLatin1(wordsOf(code))};
    return false;
}

bool RegexParser::notUnderstood(qsizetype offset, const QString &words)
{
    m_error = RegexError{RegexError::Kind::NotUnderstood, 0, offset, words};
    return false;
}

/// What may stand before everything: (*NO_JIT), (*LIMIT_MATCH=…), …
bool RegexParser::readStartVerbs()
{
    static const char *const harmless[] = {
        "(*NO_AUTO_POSSESS)", "(*NO_DOTSTAR_ANCHOR)", "(*NO_JIT)", "(*NO_START_OPT)", "(*LF)", "(*BSR_UNICODE)"};
    static const char *const limits[] = {"(*LIMIT_HEAP=", "(*LIMIT_MATCH=", "(*LIMIT_DEPTH=", "(*LIMIT_RECURSION="};
    static const char *const others[] = {"(*UTF)", "(*UCP)",        "(*NOTEMPTY)", "(*NOTEMPTY_ATSTART)",
                                         "(*CR)",  "(*CRLF)",       "(*ANYCRLF)",  "(*ANY)",
                                         "(*NUL)", "(*BSR_ANYCRLF)"};
    for (bool more = true; more;) {
        more = false;
        for (const char *verb : harmless) {
            if (startsWith(verb)) {
                m_at += qsizetype(qstrlen(verb));
                more = true;
            }
        }
        for (const char *verb : limits) {
            if (!startsWith(verb))
                continue;
            m_at += qsizetype(qstrlen(verb));
            const qsizetype digits = m_at;
            while (bytesets::digit.has(peek()))
                ++m_at;
            if (m_at == digits || m_at - digits > 10 || peek() != ')')
                return fail(160, m_at);
            ++m_at;
            more = true;
        }
        for (const char *verb : others) {
            if (startsWith(verb))
                return notUnderstood(m_at, QStringLiteral("%1 at start of pattern").arg(QLatin1StringView(verb)));
        }
    }
    return true;
}

bool RegexParser::readAll()
{
    while (!atEnd()) {
        if (m_frames.size() - 1 > mostDepth)
            return fail(119, m_at);
        bool skipped = false;
        if (!skipsInsignificant(&skipped))
            return false;
        if (!skipped && !readItem())
            return false;
    }
    if (m_frames.size() > 1)
        return fail(114, m_at);
    nextBranch(m_at);
    const std::span<const quint32> branches(m_branches);
    RegexNode all;
    all.kind = RegexNodeKind::Alternation;
    all.end = quint32(m_pattern.size());
    m_regex.root = branches.size() == 1 ? branches.front() : add(all, branches);
    return true;
}

/// Quoting, white space and comments leave no trace: "a\Q\E(?#b)+" is "a+".
bool RegexParser::skipsInsignificant(bool *skipped)
{
    *skipped = true;
    const int byte = peek();
    if (m_isQuoted) {
        if (byte != '\\' || peek(1) != 'E')
            return readLiteralQuoted(quint8(byte));
        m_isQuoted = false;
        m_at += 2;
        return true;
    }
    if (byte == '\\' && (peek(1) == 'Q' || peek(1) == 'E')) {
        m_isQuoted = peek(1) == 'Q';
        m_at += 2;
        return true;
    }
    if (m_flags.extended) {
        if (bytesets::space.has(byte) || byte == 0x85) {
            ++m_at;
            return true;
        }
        if (byte == '#') {
            const qsizetype end = m_pattern.indexOf('\n', m_at);
            m_at = end < 0 ? m_pattern.size() : end + 1;
            return true;
        }
    }
    if (startsWith("(?#")) {
        const qsizetype end = m_pattern.indexOf(')', m_at + 3);
        if (end < 0)
            return fail(118, m_pattern.size());
        m_at = end + 1;
        return true;
    }
    *skipped = false;
    return true;
}

bool RegexParser::readLiteralQuoted(quint8 byte)
{
    if (m_expectsAssertion > 0)
        return fail(128, m_at);
    ++m_at;
    pushBytes(ByteSet::of(byte), m_at - 1);
    m_afterQuantifier = false;
    return true;
}

bool RegexParser::readItem()
{
    const int byte = peek();
    const qsizetype begin = m_at;
    const int expected = m_expectsAssertion;
    if (expected > 0) {
        const int next = peek(2);
        bool isAssertion = byte == '(' && m_at + 3 < m_pattern.size();
        if (isAssertion && peek(1) == '*')
            isAssertion = bytesets::lower.has(next);
        else if (isAssertion)
            isAssertion = peek(1) == '?' && ((next == 'C' && expected == 2) || next == '=' || next == '!' ||
                                             (next == '<' && (peek(3) == '=' || peek(3) == '!')));
        if (!isAssertion)
            return fail(128, m_at);
    }
    const bool afterQuantifier = m_afterQuantifier;
    if (afterQuantifier && (byte == '?' || byte == '+')) {
        RegexNode &repeat = m_regex.nodes[m_terms.back()];
        repeat.greed = byte == '+'                          ? RegexGreed::Possessive
                       : repeat.greed == RegexGreed::Greedy ? RegexGreed::Lazy
                                                            : RegexGreed::Greedy;
        repeat.end = quint32(++m_at);
        m_afterQuantifier = false;
        m_mayRepeat = false;
        return true;
    }
    m_afterQuantifier = false;
    if (byte == '*' || byte == '+' || byte == '?') {
        ++m_at;
        return readQuantifier(quint8(byte), byte == '+' ? 1 : 0, byte == '?' ? 1 : RegexNode::unlimited);
    }
    if (byte == '{') {
        quint32 least = 0;
        quint32 most = 0;
        qsizetype after = m_at + 1;
        if (readRepeatCounts(&after, &least, &most)) {
            m_at = after;
            return readQuantifier('{', least, most);
        }
        if (m_error)
            return false;
    }
    m_mayRepeat = false;
    if (byte != '(')
        m_expectsAssertion = 0;
    switch (byte) {
    case '\\': return readEscapeItem();
    case '[': return readClass();
    case '(': return readOpening();
    case ')': ++m_at; return closeGroup(quint32(m_at));
    case '|':
        nextBranch(m_at++);
        if (Frame &frame = m_frames.back(); frame.isReset) {
            frame.resetMost = std::max(frame.resetMost, m_groups);
            m_groups = frame.resetFrom;
        }
        return true;
    case '^':
    case '$': {
        ++m_at;
        RegexNode node;
        node.kind = RegexNodeKind::Anchor;
        node.begin = quint32(begin);
        node.end = quint32(m_at);
        node.anchor = byte == '^' ? (m_flags.multiline ? RegexAnchor::LineStart : RegexAnchor::SubjectStart)
                                  : (m_flags.multiline ? RegexAnchor::LineEnd : RegexAnchor::Dollar);
        push(node);
        return true;
    }
    case '.':
        ++m_at;
        pushBytes(m_flags.dotAll ? ByteSet::all() : ~bytesets::newline, begin);
        return true;
    default:
        ++m_at;
        pushBytes(ByteSet::of(quint8(byte)), begin);
        return true;
    }
}

bool RegexParser::readEscapeItem()
{
    const qsizetype begin = m_at++;
    Escape escape;
    if (!readEscape(&escape, false))
        return false;
    RegexNode node;
    node.begin = quint32(begin);
    node.end = quint32(m_at);
    switch (escape.kind) {
    case Escape::Kind::Byte: pushBytes(ByteSet::of(escape.byte), begin); return true;
    case Escape::Kind::Set: // a class: letters' other cases are no matter of it
        node.kind = RegexNodeKind::Bytes;
        node.value = setIndex(escape.set);
        push(node);
        m_mayRepeat = true;
        return true;
    case Escape::Kind::AnyByte:
        node.kind = RegexNodeKind::Bytes;
        node.value = setIndex(ByteSet::all());
        push(node);
        m_mayRepeat = true;
        return true;
    case Escape::Kind::Newline:
    case Escape::Kind::Grapheme:
        node.kind = escape.kind == Escape::Kind::Newline ? RegexNodeKind::Newline : RegexNodeKind::Grapheme;
        push(node);
        m_mayRepeat = true;
        return true;
    case Escape::Kind::Keep:
        node.kind = RegexNodeKind::Keep;
        push(node);
        return true;
    case Escape::Kind::Anchor:
        node.kind = RegexNodeKind::Anchor;
        switch (escape.letter) {
        case 'A':
        case 'G': node.anchor = RegexAnchor::SubjectStart; break;
        case 'Z': node.anchor = RegexAnchor::Dollar; break;
        case 'z': node.anchor = RegexAnchor::SubjectEnd; break;
        case 'b': node.anchor = RegexAnchor::WordBoundary; break;
        default: node.anchor = RegexAnchor::NotWordBoundary; break;
        }
        push(node);
        return true;
    case Escape::Kind::Backreference:
        node.kind = RegexNodeKind::Backreference;
        node.value = escape.number;
        push(node);
        m_references.push_back({m_terms.back(), {}, quint32(m_at - 1)});
        m_mayRepeat = true;
        return true;
    case Escape::Kind::Name: return readNamedReference(escape.letter, begin);
    }
    Q_UNREACHABLE();
}

bool RegexParser::readQuantifier(quint8, quint32 least, quint32 most)
{
    if (!m_mayRepeat)
        return fail(109, m_at - 1);
    RegexNode repeat;
    repeat.kind = RegexNodeKind::Repeat;
    repeat.least = least;
    repeat.most = most;
    repeat.greed = m_flags.ungreedy ? RegexGreed::Lazy : RegexGreed::Greedy;
    const quint32 child = m_terms.back();
    m_terms.pop_back();
    repeat.begin = m_regex.nodes[child].begin;
    repeat.end = quint32(m_at);
    const quint32 only[] = {child};
    push(repeat, only);
    m_mayRepeat = false;
    m_afterQuantifier = true;
    return true;
}

/// {n}, {n,}, {n,m}; anything else is text.
bool RegexParser::readRepeatCounts(qsizetype *at, quint32 *least, quint32 *most)
{
    const auto digitsEnd = [&](qsizetype from) {
        while (from < m_pattern.size() && bytesets::digit.has(quint8(m_pattern.at(from))))
            ++from;
        return from;
    };
    const auto is = [&](qsizetype place, char byte) { return place < m_pattern.size() && m_pattern.at(place) == byte; };
    const qsizetype first = digitsEnd(*at);
    qsizetype end = first;
    if (first == *at)
        return false;
    if (is(first, ','))
        end = digitsEnd(first + 1);
    if (!is(end, '}'))
        return false;
    const auto number = [&](qsizetype from, qsizetype to) -> std::optional<quint32> {
        quint32 value = 0;
        for (; from < to; ++from) {
            value = value * 10 + quint32(m_pattern.at(from) - '0');
            if (value > mostRepeats) {
                fail(105, from + 1);
                return {};
            }
        }
        return value;
    };
    const std::optional<quint32> low = number(*at, first);
    if (!low)
        return false;
    *least = *most = *low;
    if (end == first + 1) {
        *most = RegexNode::unlimited;
    } else if (end > first) {
        const std::optional<quint32> high = number(first + 1, end);
        if (!high)
            return false;
        *most = *high;
        if (*most < *least)
            return fail(104, end);
    }
    *at = end + 1;
    return true;
}

void RegexParser::open(RegexNode node, qsizetype begin)
{
    Frame frame;
    node.begin = quint32(begin);
    frame.node = node;
    frame.terms = m_terms.size();
    frame.branches = m_branches.size();
    frame.flags = m_flags;
    m_frames.push_back(std::move(frame));
}

/// The branch that is being read ends at `end`.
void RegexParser::nextBranch(qsizetype end)
{
    const Frame &frame = m_frames.back();
    const std::span<const quint32> terms(m_terms.data() + frame.terms, m_terms.size() - frame.terms);
    quint32 branch = 0;
    if (terms.size() == 1) {
        branch = terms.front();
    } else {
        RegexNode node;
        node.kind = terms.empty() ? RegexNodeKind::Empty : RegexNodeKind::Sequence;
        node.begin = terms.empty() ? quint32(end) : m_regex.nodes[terms.front()].begin;
        node.end = terms.empty() ? quint32(end) : m_regex.nodes[terms.back()].end;
        branch = add(node, terms);
    }
    m_terms.resize(frame.terms);
    m_branches.push_back(branch);
}

bool RegexParser::closeGroup(quint32 at)
{
    if (m_frames.size() == 1)
        return fail(122, at - 1);
    nextBranch(at - 1);
    Frame frame = std::move(m_frames.back());
    m_frames.pop_back();
    frame.node.end = at;
    m_flags = frame.flags;
    if (frame.isReset)
        m_groups = std::max(m_groups, frame.resetMost);
    std::vector<quint32> branches(m_branches.begin() + qptrdiff(frame.branches), m_branches.end());
    m_branches.resize(frame.branches);
    if (frame.node.kind == RegexNodeKind::Conditional) {
        if (frame.node.condition == RegexCondition::Assertion)
            branches.insert(branches.begin(), frame.node.value);
    } else if (branches.size() > 1) {
        RegexNode all;
        all.kind = RegexNodeKind::Alternation;
        all.begin = m_regex.nodes[branches.front()].begin;
        all.end = at - 1;
        branches = {add(all, branches)};
    }
    const quint32 node = add(frame.node, branches);
    if (frame.node.kind == RegexNodeKind::Capture)
        m_regex.captures[frame.node.value].push_back(node);
    if (!frame.conditionName.isEmpty())
        m_references.push_back({node, frame.conditionName, frame.nameOffset});
    else if (frame.node.kind == RegexNodeKind::Conditional && frame.node.condition == RegexCondition::Group)
        m_references.push_back({node, {}, frame.nameOffset});
    if (frame.isConditionAssertion) {
        m_frames.back().node.value = node;
        return true;
    }
    m_terms.push_back(node);
    m_mayRepeat = true;
    return true;
}

quint32 RegexParser::add(RegexNode node, std::span<const quint32> children)
{
    node.firstChild = quint32(m_regex.children.size());
    node.childCount = quint32(children.size());
    m_regex.children.insert(m_regex.children.end(), children.begin(), children.end());
    m_regex.nodes.push_back(node);
    return quint32(m_regex.nodes.size() - 1);
}

void RegexParser::push(const RegexNode &node, std::span<const quint32> children)
{
    m_terms.push_back(add(node, children));
}

void RegexParser::pushBytes(ByteSet set, qsizetype begin)
{
    RegexNode node;
    node.kind = RegexNodeKind::Bytes;
    node.begin = quint32(begin);
    node.end = quint32(m_at);
    node.value = setIndex(m_flags.caseless ? caseless(set) : set);
    push(node);
    m_mayRepeat = true;
}

quint32 RegexParser::setIndex(const ByteSet &set)
{
    // A pattern says the same few sets again and again; a hostile one pays for its own variety only in space.
    const size_t from = m_regex.sets.size() > 64 ? m_regex.sets.size() - 64 : 0;
    for (size_t at = m_regex.sets.size(); at > from; --at) {
        if (m_regex.sets[at - 1] == set)
            return quint32(at - 1);
    }
    m_regex.sets.push_back(set);
    return quint32(m_regex.sets.size() - 1);
}

ParsedRegex parsedRegex(const QByteArray &pattern, RegexCase letters)
{
    return RegexParser(pattern, letters).parsed();
}

} // namespace gw
