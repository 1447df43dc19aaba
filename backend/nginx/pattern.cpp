// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/pattern.h"

#include <algorithm>

namespace gw {
namespace {

/// PCRE2's own default is ten million; what needs more than this is said to be unknown.
constexpr auto bounds = "(*LIMIT_MATCH=300000)(*LIMIT_DEPTH=50000)";

bool isAscii(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char byte) { return quint8(byte) < 0x80; });
}

bool beginsWithUtf(QByteArrayView pattern)
{
    // Start verbs stand before everything else, in any order.
    return pattern.startsWith("(*") && pattern.first(pattern.indexOf(')') + 1).startsWith("(*UTF");
}

QString textOf(const QByteArray &bytes, bool isUtf8)
{
    return isUtf8 ? QString::fromUtf8(bytes) : QString::fromLatin1(bytes);
}

QByteArray bytesOf(const QString &text, bool isUtf8)
{
    return isUtf8 ? text.toUtf8() : text.toLatin1();
}

} // namespace

NginxPattern::NginxPattern(const QByteArray &pattern, RegexCase letters)
    : m_isUtf8(beginsWithUtf(pattern)),
      // Without letters beyond ASCII in the pattern, or ways to write them, their case is never asked for.
      m_isAsciiOnly((letters == RegexCase::Insensitive || pattern.contains("(?")) &&
                    (!isAscii(pattern) || pattern.contains("\\x") || pattern.contains("\\o")))
{
    QByteArray body = pattern;
    if (body.startsWith("(*UTF8)"))
        body.replace(0, 7, "(*UTF)");
    m_expression.setPattern(QLatin1StringView(bounds) + textOf(body, m_isUtf8));
    if (letters == RegexCase::Insensitive)
        m_expression.setPatternOptions(QRegularExpression::CaseInsensitiveOption);
    m_names = m_expression.namedCaptureGroups();
}

NginxPattern::Outcome NginxPattern::match(const QByteArray &subject, NginxMatch *found) const
{
    if (!isValid() || (m_isAsciiOnly && !isAscii(subject)))
        return Outcome::Unknown;
    const QRegularExpressionMatch match = m_expression.match(textOf(subject, m_isUtf8));
    if (!match.isValid())
        return Outcome::Unknown;
    if (!match.hasMatch())
        return Outcome::DoesNotMatch;
    if (!found)
        return Outcome::Matches;
    found->groups.clear();
    found->named.clear();
    for (int i = 0; i <= match.lastCapturedIndex(); ++i)
        found->groups.append(bytesOf(match.captured(i), m_isUtf8));
    for (qsizetype i = 1; i < m_names.size(); ++i) {
        if (!m_names[i].isEmpty())
            found->named.append({m_names[i].toLatin1().toLower(), bytesOf(match.captured(int(i)), m_isUtf8)});
    }
    return Outcome::Matches;
}

NginxPattern::Outcome NginxPatterns::match(const QByteArray &pattern, RegexCase letters, const QByteArray &subject,
                                           NginxMatch *found)
{
    if (m_since.isValid() && m_since.hasExpired(mostMilliseconds))
        return NginxPattern::Outcome::Unknown;
    std::shared_ptr<const NginxPattern> &known = m_patterns[(letters == RegexCase::Insensitive ? '*' : '~') + pattern];
    if (!known)
        known = std::make_shared<const NginxPattern>(pattern, letters);
    return known->match(subject, found);
}

} // namespace gw
