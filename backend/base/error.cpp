// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/error.h"

#include <QCoreApplication>
#include <QLocale>

namespace gw {
namespace {

/// Two parts of a paragraph, in the punctuation of the reader's language; an empty part leaves no trace.
QString joined(const QString &first, const QString &second, const char *pattern)
{
    if (first.isEmpty() || second.isEmpty())
        return first + second;
    return QCoreApplication::translate("Error", pattern).arg(first, second);
}

} // namespace

QString Error::text() const
{
    const QString what = joined(tried, cause, QT_TRANSLATE_NOOP("Error", "%1: %2"));
    const bool isSentence = what.endsWith(u'.') || what.endsWith(u'\u3002');
    return joined(what, advice, isSentence ? QT_TRANSLATE_NOOP("Error", "%1 %2") : QT_TRANSLATE_NOOP("Error", "%1. %2"))
        .trimmed();
}

QString shownSize(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 0);
}

} // namespace gw
