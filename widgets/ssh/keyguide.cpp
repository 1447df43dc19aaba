// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ssh/keyguide.h"

#include <QCoreApplication>

namespace gw {

QString methodName(const QString &authentication)
{
    const auto translated = [](const char *text) { return QCoreApplication::translate("KeyGuide", text); };
    const QString method = authentication.section(u' ', 0, 0);
    const QString file = authentication.section(u' ', 1);
    if (method == QLatin1String("publickey") || method == QLatin1String("agent"))
        return file.isEmpty() ? translated(QT_TRANSLATE_NOOP("KeyGuide", "a key"))
                              : translated(QT_TRANSLATE_NOOP("KeyGuide", "the key %1")).arg(file);
    if (method == QLatin1String("password"))
        return translated(QT_TRANSLATE_NOOP("KeyGuide", "a password"));
    if (method == QLatin1String("keyboard-interactive"))
        return translated(QT_TRANSLATE_NOOP("KeyGuide", "answers to its questions"));
    return authentication;
}

KeyGuide guideFor(const LoginSession &session)
{
    KeyGuide guide;
    guide.user = session.user;
    const QString method = session.authentication.section(u' ', 0, 0);
    if (method != QLatin1String("publickey") && method != QLatin1String("agent"))
        return guide;
    guide.made = guide.installed = guide.proven = KeyGuide::State::Done;
    guide.file = session.authentication.section(u' ', 1);
    return guide;
}

} // namespace gw
