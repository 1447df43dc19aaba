// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/ssh/keyguide.h"

#include <QWidget>

namespace gw {

/// The number of a step in a ring; a check once it is done, a cross when it failed.
class StepMark : public QWidget {
    Q_OBJECT

public:
    explicit StepMark(int number, QWidget *parent = nullptr);

    void setState(KeyGuide::State state);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_number;
    KeyGuide::State m_state = KeyGuide::State::Todo;
};

} // namespace gw
