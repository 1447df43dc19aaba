// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/tokens.h"

#include <QWidget>

namespace gw {

/// A small rounded label: "Connected · 14 ms", "High · sshd".
class Pill : public QWidget {
    Q_OBJECT

public:
    enum class Look { Tinted, Outlined };

    explicit Pill(QWidget *parent = nullptr);

    QString text() const { return m_text; }
    Tone tone() const { return m_tone; }
    void setText(const QString &text);
    void setTone(Tone tone);
    void setLook(Look look);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QFont pillFont() const;

    QString m_text;
    Tone m_tone = Tone::Muted;
    Look m_look = Look::Tinted;
};

} // namespace gw
