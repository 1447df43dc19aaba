// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/secret.h"
#include "widgets/publish/publishfield.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace gw {

class Button;
class PublishLoginRow;

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

    /// For the logins of take(), in their order; empty ones: not known any more. They are wiped by clear().
    QList<Secret> passwords() const;
    /// The passwords that were typed have these hashes by now, and are not shown any more.
    void setHashes(const QList<PublishLogin> &logins);

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void addRow();
    void chosenByHand();
    void refresh();
    void retranslate();

    bool m_isChosen = false;
    QCheckBox *m_byPassword, *m_byNetwork;
    QWidget *m_logins;
    QVBoxLayout *m_rowsLayout;
    QList<PublishLoginRow *> m_rows;
    Button *m_add;
    QCheckBox *m_keep;
    QLineEdit *m_networks;
    QComboBox *m_satisfy;
};

} // namespace gw
