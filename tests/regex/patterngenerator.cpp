// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/regex/patterngenerator.h"

namespace gw::test {

QByteArray PatternGenerator::pattern(PatternKind kind)
{
    m_kind = kind;
    m_groups = 0;
    if (kind == PatternKind::Torn)
        return torn();
    return (oneIn(3) ? "^" : "") + alternation(0) + (oneIn(3) ? "$" : "");
}

QByteArray PatternGenerator::subject()
{
    static constexpr char bytes[] = "aaabbbcc/_1 \n\n";
    QByteArray text;
    for (int left = below(9); left > 0; --left)
        text.append(bytes[below(int(sizeof bytes) - 1)]);
    return text;
}

QByteArray PatternGenerator::alternation(int depth)
{
    QByteArray text = sequence(depth);
    while (oneIn(4))
        text += '|' + sequence(depth);
    return text;
}

QByteArray PatternGenerator::sequence(int depth)
{
    QByteArray text;
    for (int left = below(4) + (depth == 0 ? 1 : 0); left > 0; --left)
        text += term(depth);
    return text;
}

QByteArray PatternGenerator::term(int depth)
{
    static const char *const quantifiers[] = {"*", "+", "?", "{2}", "{1,2}", "{0,3}", "{2,}", "{0}"};
    static const char *const anchors[] = {"^", "$", "\\b", "\\B", "\\A", "\\z", "\\Z", "(?m)", "(?s)", "(?i)", "(?#c)"};
    static const char *const looks[] = {"(?=a)", "(?!b)", "(?<=a)", "(?<![ab])", "(?=a|$)", "(?!\\n)"};
    if (oneIn(9))
        return oneOf(anchors);
    if (oneIn(14))
        return oneOf(looks);
    QByteArray text = atom(depth);
    if (!oneIn(3))
        return text;
    text += oneOf(quantifiers);
    if (oneIn(4))
        text += '?';
    else if (m_kind == PatternKind::Any && oneIn(5))
        text += '+';
    return text;
}

QByteArray PatternGenerator::atom(int depth)
{
    static const char *const atoms[] = {"a",      "b",           "c",     "/",       "1",    ".",     "\\d",
                                        "\\w",    "\\s",         "\\S",   "\\n",     "[ab]", "[^a]",  "[a-c/]",
                                        "[^\\n]", "[[:alpha:]]", "\\x61", "\\Qa\\E", "[]a]", "[^]/]", "[\\w/]",
                                        "a++",    "\\R",         "\\N",   "\\h",     "[-a]", "\\."};
    if (depth < 3 && oneIn(4))
        return group(depth + 1);
    if (m_kind == PatternKind::Any && m_groups > 0 && oneIn(10))
        return '\\' + QByteArray::number(below(m_groups) + 1);
    return oneOf(atoms);
}

QByteArray PatternGenerator::group(int depth)
{
    const int choice = below(m_kind == PatternKind::Any ? 16 : 6);
    switch (choice) {
    case 0: return "(?:" + alternation(depth) + ')';
    case 1: return "(?i:" + alternation(depth) + ')';
    case 2: ++m_groups; return "(?<n" + QByteArray::number(m_groups) + '>' + alternation(depth) + ')';
    case 3: ++m_groups; return "(?P<n" + QByteArray::number(m_groups) + '>' + alternation(depth) + ')';
    case 6: return "(?>" + alternation(depth) + ')';
    case 7: return "(?=" + alternation(depth) + ')';
    case 8: return "(?!" + alternation(depth) + ')';
    case 9: return "(?<=" + atom(3) + ')';
    case 10: return m_groups > 0 ? "(?(1)" + sequence(depth) + '|' + sequence(depth) + ')' : QByteArray("(?:)");
    case 11: return "(?|(a)|(b)|c)";
    case 12: return m_groups > 0 ? "(?1)" : "a";
    case 13: return "(?(?=a)" + sequence(depth) + '|' + sequence(depth) + ')';
    case 14: return "(?(DEFINE)" + sequence(depth) + ')';
    case 15: return "(*pla:" + sequence(depth) + ')';
    default: ++m_groups; return '(' + alternation(depth) + ')';
    }
}

QByteArray PatternGenerator::torn()
{
    static const char *const pieces[] = {
        "a",       "b",      ".",       "^",     "$",           "*",       "+",         "?",        "{2}",
        "{1,3}",   "{2,1}",  "{",       "}",     "(",           "(",       ")",         ")",        ")",
        "|",       "[",      "]",       "[^",    "-",           "[a-z]",   "[:alpha:]", "\\d",      "\\R",
        "\\K",     "\\1",    "\\2",     "\\12",  "\\8",         "\\x41",   "\\x{42}",   "\\o{101}", "\\g{1}",
        "\\g{-1}", "\\k<n>", "(?P=n)",  "(?<n>", "(?P<m>",      "(?'o'",   "(?:",       "(?i)",     "(?-i:",
        "(?x)",    "(?xx)",  "(?n)",    "(?>",   "(?=",         "(?!",     "(?<=",      "(?<!",     "(?|",
        "(?(1)",   "(?(n)",  "(?(?=a)", "(?(R)", "(?(DEFINE)",  "(?1)",    "(?R)",      "(?+1)",    "(?-1)",
        "(?&n)",   "(?P>n)", "\\g<1>",  "\\Q",   "\\E",         "(*FAIL)", "(*ACCEPT)", "(*:x)",    "(*pla:",
        "(?C1)",   "(?#c)",  "#",       " ",     "\\A",         "\\b",     "\\",        "\\c",      "\\cA",
        "\\0",     "\\e",    ",",       "=",     "<",           ">",       "1",         "\\p{L}",   "\\pN",
        "/",       "(?^",    "(?s-i)",  "\\h",   "[[:^digit:]]"};
    QByteArray text;
    for (int left = below(12) + 1; left > 0; --left)
        text += oneOf(pieces);
    const qsizetype open = text.count('(') - text.count(')');
    return open > 0 && !oneIn(5) ? text + QByteArray(open, ')') : text;
}

QRegularExpression pcre(const QByteArray &pattern, RegexCase letters)
{
    return QRegularExpression(QString::fromLatin1(pattern), letters == RegexCase::Insensitive
                                                                ? QRegularExpression::CaseInsensitiveOption
                                                                : QRegularExpression::NoPatternOption);
}

Regex tree(const QByteArray &pattern, RegexCase letters)
{
    ParsedRegex parsed = parsedRegex(pattern, letters);
    if (const RegexError *error = std::get_if<RegexError>(&parsed))
        qFatal("%s: %s at %d", pattern.constData(), qPrintable(error->words), int(error->offset));
    return std::move(std::get<Regex>(parsed));
}

} // namespace gw::test
