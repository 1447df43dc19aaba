// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/secret.h"
#include "backend/plan/publish.h"

#include <QWidget>

class QLineEdit;

namespace gw {

class Button;

/// One who may enter with a password: a name, a password, and a button that takes him from the list.
class PublishLoginRow : public QWidget {
    Q_OBJECT

public:
    explicit PublishLoginRow(QWidget *parent = nullptr);

    void clear();
    /// Of a password that was only typed there is a placeholder for its hash.
    PublishLogin login() const;
    /// What was typed, also after setHash(), for the proofs of a plan that is made once more; wiped with the row and by
    /// clear().
    Secret password() const;
    /// The password that was typed is one by now, and is not shown any more.
    void setHash(const QByteArray &hash);
    void setRemovable(bool removable);
    void retranslate();

    /// Whether login() still waits for its hash.
    static bool isPlaceholder(const QByteArray &hash);

Q_SIGNALS:
    void edited();
    void removed();

private:
    void refresh();

    QByteArray m_hash;
    Secret m_known; ///< whose hash is m_hash
    QLineEdit *m_user, *m_password;
    Button *m_remove;
};

} // namespace gw
