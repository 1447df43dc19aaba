// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/regex/regex.h"

#include <QElapsedTimer>
#include <QHash>
#include <QRegularExpression>

#include <memory>

namespace gw {

/// What a pattern found.
struct NginxMatch {
    /// By number; [0] is the whole match. Only up to the last group that is set, as PCRE counts them.
    QByteArrayList groups;
    QList<std::pair<QByteArray, QByteArray>> named; ///< every named group of the pattern; empty where it is not set
};

/// A regular expression of a configuration, to be run: PCRE2 (as Qt has it) on bytes, with a bound on its steps.
class NginxPattern {
public:
    enum class Outcome : quint8 {
        Matches,
        DoesNotMatch,
        Unknown, ///< not a pattern, too costly, or letters beyond ASCII whose case Qt and nginx take differently
    };

    explicit NginxPattern(const QByteArray &pattern, RegexCase letters = RegexCase::Sensitive);

    bool isValid() const { return m_expression.isValid(); }
    Outcome match(const QByteArray &subject, NginxMatch *found = nullptr) const;

private:
    QRegularExpression m_expression;
    QStringList m_names; ///< by group; empty: it has none
    bool m_isUtf8 = false;
    bool m_isAsciiOnly = false;
};

/// Patterns, each compiled once. Not for two threads at once.
class NginxPatterns {
public:
    /// So long they may be tried from restart() on; then every answer is Unknown.
    static constexpr int mostMilliseconds = 5000;

    void restart() { m_since.start(); }
    NginxPattern::Outcome match(const QByteArray &pattern, RegexCase letters, const QByteArray &subject,
                                NginxMatch *found = nullptr);

private:
    QHash<QByteArray, std::shared_ptr<const NginxPattern>> m_patterns; ///< by "~" or "*" and the pattern
    QElapsedTimer m_since;
};

} // namespace gw
