// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/regex/trial.h"

#include <algorithm>

namespace gw {
namespace {

bool isAscii(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char byte) { return quint8(byte) < 0x80; });
}

} // namespace

RegexTrial::RegexTrial(const Regex &regex, quint32 mostSteps)
    : m_expression(QStringLiteral("(*LIMIT_MATCH=%1)(*NO_JIT)").arg(mostSteps) + QString::fromLatin1(regex.pattern),
                   regex.letters == RegexCase::Insensitive ? QRegularExpression::CaseInsensitiveOption
                                                           : QRegularExpression::NoPatternOption),
      m_isAsciiOnly(regex.letters == RegexCase::Insensitive || regex.pattern.contains("(?"))
{
    m_isUsable = m_expression.isValid() && (!m_isAsciiOnly || isAscii(regex.pattern));
}

RegexTrial::Outcome RegexTrial::outcome(const QByteArray &subject) const
{
    if (!m_isUsable || (m_isAsciiOnly && !isAscii(subject)))
        return Outcome::Untried;
    const QRegularExpressionMatch match = m_expression.match(QString::fromLatin1(subject));
    if (!match.isValid())
        return Outcome::TooCostly;
    return match.hasMatch() ? Outcome::Matches : Outcome::DoesNotMatch;
}

quint32 stepsFor(const Regex &regex, const QByteArray &subject, quint32 most)
{
    quint32 tooFew = 0;
    quint32 enough = most;
    if (RegexTrial(regex, most).outcome(subject) == RegexTrial::Outcome::TooCostly)
        return most;
    while (enough - tooFew > 1 && (tooFew == 0 || enough - tooFew > tooFew / 16)) {
        const quint32 middle = tooFew == 0 ? std::max(1U, enough / 8) : tooFew + (enough - tooFew) / 2;
        if (RegexTrial(regex, middle).outcome(subject) == RegexTrial::Outcome::TooCostly) {
            tooFew = middle;
        } else {
            if (tooFew == 0 && middle == 1)
                return 1;
            enough = middle;
        }
    }
    return enough;
}

} // namespace gw
