// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/tokens.h"

#include <QFrame>

class QHBoxLayout;

namespace gw {

class Button;
class PlainLabel;

/// A message inside the page with what can be done about it; never a dialog.
class Notice : public QFrame {
    Q_OBJECT

public:
    struct Action {
        QString id;
        QString text;
        friend bool operator==(const Action &, const Action &) = default;
    };

    explicit Notice(QWidget *parent = nullptr);

    /// The same actions again keep their buttons, and with them the keyboard's place.
    void setMessage(Tone tone, const QString &message, const QList<Action> &actions = {});
    void setDismissable(bool dismissable);

Q_SIGNALS:
    void actionChosen(const QString &id);
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    PlainLabel *m_text;
    QHBoxLayout *m_buttons;
    QList<Action> m_actions;
    Button *m_dismiss;
    Tone m_tone = Tone::Info;
};

} // namespace gw
