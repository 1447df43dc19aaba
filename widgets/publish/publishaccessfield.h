// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/secret.h"
#include "widgets/publish/publishfield.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace gw {

/// Who may enter: whoever knows a password, whoever comes from some networks, either, both, or everybody.
class PublishAccessField : public PublishField {
    Q_OBJECT

public:
    explicit PublishAccessField(QWidget *parent = nullptr);

    /// While nobody has chosen: for programs with an API key the address of this computer, else a password.
    void suggestFor(PublishKind kind, const QString &ownAddress);
    void clear();
    /// Of a password that was only typed there is a placeholder for its hash.
    void take(Publish &wish) const;

    /// What was typed; empty: nothing since its hash was made.
    Secret password() const;
    /// The password that was typed is one by now, and is forgotten.
    void setHash(const QByteArray &hash);

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void chosenByHand();
    void refresh();
    void retranslate();

    QByteArray m_hash;
    bool m_isChosen = false;
    QCheckBox *m_byPassword, *m_byNetwork;
    QWidget *m_login;
    QLineEdit *m_user, *m_password, *m_networks;
    QComboBox *m_satisfy;
};

} // namespace gw
