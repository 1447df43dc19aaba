// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace gw {

/// The parts of one line of sshd_config, found the way sshd finds them: the keyword by strdelim(), which ends it at
/// white space, quotes or one "=", the rest by argv_split() of OpenSSH 8.7 and newer.
struct SshdWords {
    QByteArray keyword; ///< without quotes; empty: blank line or comment
    qsizetype keywordStart = 0;
    QByteArray rest; ///< everything after the keyword, as written, without white space at the end
    QList<QByteArray> arguments;
    qsizetype commentStart = -1; ///< the "#" that ends the line, whole-line comments included
    bool broken = false;         ///< a quote is not closed, a NUL byte, or a keyword without argument
};

/// `line` without its line ending.
SshdWords sshdWords(QByteArrayView line);

} // namespace gw
