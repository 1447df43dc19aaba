// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/labserver.h"

#include "tests/support/testmain.h"

#include <QFile>

namespace gw::test {

QMap<QByteArray, QByteArray> labServer(const QString &state)
{
    const QString folder = qEnvironmentVariable("GATEWRIGHT_LAB_RUN", QStringLiteral("/run/gatewright-lab"));
    QFile file(QStringLiteral("%1/%2.env").arg(folder, state));
    if (!file.open(QIODevice::ReadOnly))
        skipAll(QStringLiteral("no server of the lab is up: tests/lab/up %1").arg(state));
    QMap<QByteArray, QByteArray> values;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (const qsizetype equals = line.indexOf('='); equals > 0)
            values.insert(line.left(equals).mid(15), line.mid(equals + 1)); // without GATEWRIGHT_LAB_
    }
    return values;
}

} // namespace gw::test
