// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/intents/unitfile.h"

namespace gw {

QStringList serviceValues(const QByteArray &unitFile, const QString &key)
{
    QStringList values;
    bool inService = false;
    QString logical;
    for (const QString &raw : QString::fromUtf8(unitFile).split(u'\n')) {
        const QString line = raw.trimmed();
        if (line.startsWith(u'#') || line.startsWith(u';'))
            continue; // also between the lines of a continued value
        if (line.endsWith(u'\\')) {
            logical += line.chopped(1) + u' ';
            continue;
        }
        logical += line;
        const QString whole = logical.trimmed();
        logical.clear();
        if (whole.startsWith(u'[')) {
            inService = whole == QLatin1String("[Service]");
            continue;
        }
        const qsizetype equals = whole.indexOf(u'=');
        if (!inService || equals < 0 || whole.left(equals).trimmed() != key)
            continue;
        const QString value = whole.mid(equals + 1).trimmed();
        if (value.isEmpty())
            values.clear();
        else
            values.append(value);
    }
    return values;
}

} // namespace gw
