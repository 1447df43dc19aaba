// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/survey/facts.h"
#include "widgets/parts/card.h"

class QComboBox;
class QLineEdit;

namespace gw {

class Button;

/// A public key for a user: pasted, or from a file of this computer.
class AddKeyForm : public Card {
    Q_OBJECT

public:
    explicit AddKeyForm(QWidget *parent = nullptr);

    void setUsers(const QList<UserAccount> &users, const QString &preferred);
    /// What a chosen file holds.
    void setText(const QString &text);
    /// Empties it and takes the keyboard.
    void open(const QString &user);

Q_SIGNALS:
    void addRequested(const QString &user, const QByteArray &line);
    void fileChosen(const QString &path);
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();
    void refresh();
    bool isThere(const QString &fingerprint) const;
    void chooseFile();
    void add();

    QList<UserAccount> m_users;
    PlainLabel *m_userLabel, *m_keyLabel, *m_read, *m_fingerprint, *m_problem;
    QComboBox *m_user;
    QLineEdit *m_key;
    Button *m_choose, *m_add, *m_cancel;
};

} // namespace gw
