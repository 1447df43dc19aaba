// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/ssh/sshdrow.h"

namespace gw {

/// What sshd offers, by a named profile; the lists behind it can be looked at and written by hand.
class AlgorithmRow : public SshdRow {
    Q_OBJECT

public:
    explicit AlgorithmRow(QWidget *parent = nullptr);

    void show(const SshdDraft &draft) override;
    QWidget *editor() const override;
    static bool isIn(const SshdField &field) { return field.control == SshdField::Control::Algorithms; }

Q_SIGNALS:
    /// The lists of this profile are wished; Custom keeps them as they are.
    void profileChosen(gw::AlgorithmProfile profile);

protected:
    void reset() override;

private:
    struct List {
        const SshdField *field;
        PlainLabel *label;
        QLineEdit *edit;
        PlainLabel *difference;
    };

    QWidget *makeLists();
    void showLists(const SshdDraft &draft);
    void unfold(bool shown);
    void describe();

    QComboBox *m_profile;
    Button *m_unfold;
    QWidget *m_lists;
    QList<List> m_parts;
    bool m_custom = false; ///< chosen by hand, though the lists may still be those of a profile
};

} // namespace gw
