// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/parts/card.h"
#include "widgets/ssh/keyguide.h"

namespace gw {

class Button;
class StepMark;

/// From passwords to keys in three steps; the next one has the button.
class KeyGuideCard : public Card {
    Q_OBJECT

public:
    enum class Passwords { On, Off };

    explicit KeyGuideCard(QWidget *parent = nullptr);

    void setGuide(const KeyGuide &guide);
    void setPasswords(Passwords passwords);
    const KeyGuide &guide() const { return m_guide; }

Q_SIGNALS:
    void makeRequested();
    void useExistingRequested();
    void installRequested();
    void proveRequested();
    void passwordsOffRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Step {
        StepMark *mark;
        PlainLabel *title, *detail;
        Button *button;
    };
    Step makeStep(int number);
    void show(const Step &step, KeyGuide::State state, const QString &title, const QString &detail);
    void refresh();

    KeyGuide m_guide;
    Passwords m_passwords = Passwords::On;
    Step m_make, m_install, m_off;
    PlainLabel *m_fingerprint;
    Button *m_existing;
};

} // namespace gw
