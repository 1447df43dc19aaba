// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/parts/card.h"
#include "widgets/ssh/keywish.h"

class QCheckBox;
class QLineEdit;

namespace gw {

class Button;

/// A new key of this computer. The passphrase leaves the fields with the wish.
class MakeKeyForm : public Card {
    Q_OBJECT

public:
    explicit MakeKeyForm(QWidget *parent = nullptr);

    /// Proposes a name and takes the keyboard.
    void open(const QString &name, const QString &comment);

Q_SIGNALS:
    void makeRequested(const gw::KeyWish &wish);
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Field {
        PlainLabel *label;
        QLineEdit *edit;
    };
    Field addField(const char *name);
    QString problem() const;
    void retranslate();
    void refresh();
    void make();
    void cancel();

    Field m_name, m_comment, m_passphrase, m_again;
    PlainLabel *m_help, *m_problem;
    QCheckBox *m_agent;
    Button *m_make, *m_cancel;
};

} // namespace gw
