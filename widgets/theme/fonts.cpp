// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/fonts.h"

#include <QApplication>
#include <QFontDatabase>

namespace gw::fonts {
namespace {

/// Chinese beside Latin text in the same weight and in its simplified forms, whatever the locale prefers.
const QStringList &chinese()
{
    static const QStringList families{QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Source Han Sans SC"),
                                      QStringLiteral("Microsoft YaHei"), QStringLiteral("PingFang SC"),
                                      QStringLiteral("WenQuanYi Micro Hei")};
    return families;
}

QFont made(const QString &wanted, QFontDatabase::SystemFont fallback, int pixels)
{
    QFont font = QFontDatabase::systemFont(fallback);
    const QString family = QFontDatabase::hasFamily(wanted) ? wanted : font.family();
    font.setFamilies(QStringList{family} + chinese());
    font.setPixelSize(pixels);
    return font;
}

} // namespace

QFont body()
{
    static const QFont font = made(QStringLiteral("Inter"), QFontDatabase::GeneralFont, 13);
    return font;
}

QFont mono()
{
    static const QFont font = [] {
        QFont made = fonts::made(QStringLiteral("JetBrains Mono"), QFontDatabase::FixedFont, 12);
        made.setStyleHint(QFont::Monospace);
        made.setFixedPitch(true);
        return made;
    }();
    return font;
}

QFont small()
{
    static const QFont font = sized(body(), 12);
    return font;
}

QFont label()
{
    static const QFont font = sized(body(), 11, QFont::DemiBold);
    return font;
}

QFont sized(const QFont &base, int pixels, QFont::Weight weight)
{
    QFont font = base;
    font.setPixelSize(pixels);
    font.setWeight(weight);
    return font;
}

} // namespace gw::fonts
