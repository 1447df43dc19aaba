// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/parts/card.h"

namespace gw {

/// One figure with its name above and what it is made of below. Pressing it asks for the list behind it.
class StatCard : public Card {
    Q_OBJECT

public:
    explicit StatCard(QWidget *parent = nullptr);

    void setName(const QString &name);
    void setValue(const QString &value, Tone tone);
    void setDetail(const QString &detail);

Q_SIGNALS:
    void pressed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void updateAccessibleName();

    PlainLabel *m_name;
    PlainLabel *m_value;
    PlainLabel *m_detail;
};

} // namespace gw
