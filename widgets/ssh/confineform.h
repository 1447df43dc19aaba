// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/parts/card.h"
#include "widgets/ssh/servicerows.h"

class QCheckBox;
class QLineEdit;

namespace gw {

class Button;

/// A service gets a user of its own and keeps to the loopback address.
class ConfineForm : public Card {
    Q_OBJECT

public:
    explicit ConfineForm(QWidget *parent = nullptr);

    /// Takes the keyboard.
    void open(const LooseService &service);
    const LooseService &service() const { return m_service; }
    void setScore(const std::optional<SecurityScore> &score);

Q_SIGNALS:
    void confineRequested(const gw::ConfineService &wish);
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();
    void confine();

    LooseService m_service;
    std::optional<SecurityScore> m_score;
    PlainLabel *m_help, *m_userLabel, *m_problem, *m_scoreText;
    QLineEdit *m_user;
    QCheckBox *m_loopback;
    Button *m_plan, *m_cancel;
};

} // namespace gw
