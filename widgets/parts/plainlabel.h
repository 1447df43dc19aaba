// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/untrustedtext.h"
#include "widgets/theme/tokens.h"

#include <QLabel>

namespace gw {

/// A label that is always plain text, in one of the design's text roles. Elided text shows itself whole in its tooltip.
class PlainLabel : public QLabel {
    Q_OBJECT

public:
    enum class Role { Body, Strong, Small, Caption, Heading, Title, Mono };
    enum class Overflow { Wrap, Elide, Keep };

    explicit PlainLabel(QWidget *parent = nullptr);
    explicit PlainLabel(Role role, Tone tone = Tone::Neutral, QWidget *parent = nullptr);

    void setRole(Role role);
    void setTone(Tone tone);
    void setOverflow(Overflow overflow);
    /// Can be marked and copied by mouse and keyboard.
    void setCopyable();
    void setText(const QString &text);
    void setText(const UntrustedText &text) { setText(text.shown()); }

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void updateColour();
    void updateToolTip();

    Role m_role = Role::Body;
    Tone m_tone = Tone::Neutral;
    Overflow m_overflow = Overflow::Keep;
};

/// Text for QWidget::setToolTip() and Qt::ToolTipRole, which would otherwise take anything with a tag for rich text.
QString plainToolTip(const QString &text);
/// Text for buttons, actions and tabs, in which "&" would mark a mnemonic.
QString withoutMnemonic(const QString &text);

} // namespace gw
