// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/systemscheme.h"
#include "widgets/theme/tokens.h"

#include <QObject>

class QApplication;

namespace gw {

/// Dresses the application: style, palette and font. Owned by main; everything else learns of a switch by
/// QEvent::PaletteChange, as from the system.
class Theme : public QObject {
    Q_OBJECT

public:
    enum class Mode { System, Light, Dark };
    Q_ENUM(Mode)

    explicit Theme(QApplication &application, QObject *parent = nullptr);

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    bool isDark() const;

Q_SIGNALS:
    void changed();

private:
    void apply();

    QApplication &m_application;
    SystemScheme m_system;
    Mode m_mode = Mode::System;
};

} // namespace gw
