// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/publish/wordlist.h"

#include <QRegularExpression>

namespace gw {

QStringList wordsIn(const QString &text)
{
    static const QRegularExpression parting(QStringLiteral("[\\s,;，；、]+"));
    QStringList words = text.split(parting, Qt::SkipEmptyParts);
    words.removeDuplicates();
    return words;
}

} // namespace gw
