// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/parts/card.h"
#include "widgets/ssh/sshddraft.h"

class QLineEdit;
class QScrollArea;

namespace gw {

class AlgorithmRow;
class SshdRow;

/// The settings of sshd as rows under headings, filtered as one types.
class SshdForm : public Card {
    Q_OBJECT

public:
    explicit SshdForm(QWidget *parent = nullptr);

    void show(const SshdDraft &draft);
    /// Goes to a row and shows it.
    void focusRow(const QString &keyword);

Q_SIGNALS:
    void edited(const QString &keyword, const QString &value);
    void profileChosen(gw::AlgorithmProfile profile);
    void resetRequested(const QString &keyword);
    void focused(const QString &keyword);

private:
    void addRow(SshdRow *row, QVBoxLayout *column);
    void filter();

    struct Section {
        SshdField::Group group;
        PlainLabel *heading;
        QList<SshdRow *> rows;
    };
    QLineEdit *m_filter;
    QScrollArea *m_scroll;
    PlainLabel *m_nothing;
    QList<Section> m_sections;
};

} // namespace gw
