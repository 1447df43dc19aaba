// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/theme.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/style.h"

#include <QApplication>
#include <QToolTip>

namespace gw {

Theme::Theme(QApplication &application, QObject *parent) : QObject(parent), m_application(application)
{
    m_application.setStyle(new Style); // owned by the application
    m_application.setFont(fonts::body());
    QToolTip::setFont(fonts::small());
    connect(&m_system, &SystemScheme::changed, this, [this] {
        if (m_mode == Mode::System)
            apply();
    });
    apply();
}

void Theme::setMode(Mode mode)
{
    if (std::exchange(m_mode, mode) != mode)
        apply();
}

bool Theme::isDark() const
{
    return m_mode == Mode::Dark || (m_mode == Mode::System && m_system.isDark());
}

void Theme::apply()
{
    const QPalette palette = (isDark() ? Tokens::dark() : Tokens::light()).palette();
    m_application.setPalette(palette);
    QToolTip::setPalette(palette);
    Q_EMIT changed();
}

} // namespace gw
