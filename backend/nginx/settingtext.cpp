// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/settingtext.h"

#include "backend/base/untrustedtext.h"

#include <QStringBuilder>

namespace gw {

QString settingText(NginxSetting setting)
{
    QByteArray words = setting.name();
    for (const QByteArray &argument : setting.arguments())
        words += ' ' + argument;
    return UntrustedText::fromBytes(words).shown();
}

QString settingPlace(NginxSetting setting)
{
    return setting.path().shown() % u':' % QString::number(setting.line());
}

} // namespace gw
