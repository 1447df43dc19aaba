// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/tokens.h"

#include <QPushButton>

namespace gw {

/// The buttons of the design: one primary per place, secondary ones with a border, links, and quiet icons.
class Button : public QPushButton {
    Q_OBJECT

public:
    enum class Kind { Primary, Secondary, Link, Icon, Danger };

    explicit Button(Kind kind, QWidget *parent = nullptr);
    Button(Kind kind, const QString &text, QWidget *parent = nullptr);

    Kind kind() const { return m_kind; }
    void setKind(Kind kind);
    /// One of resources/icons; for Kind::Icon it is all that is seen (set an accessible name).
    void setIconName(const QString &name);
    /// Links are accent-coloured unless they are told otherwise.
    void setTone(Tone tone);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind;
    QString m_iconName;
    Tone m_tone = Tone::Accent;
};

} // namespace gw
