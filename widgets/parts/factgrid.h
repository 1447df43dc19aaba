// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/tokens.h"

#include <QWidget>

class QGridLayout;

namespace gw {

class PlainLabel;

/// Names and values in two columns; values can be marked and copied.
class FactGrid : public QWidget {
    Q_OBJECT

public:
    struct Fact {
        QString name;
        QString value;
        Tone tone = Tone::Neutral;
        bool mono = false;
        friend bool operator==(const Fact &, const Fact &) = default;
    };

    explicit FactGrid(QWidget *parent = nullptr);

    void setFacts(const QList<Fact> &facts);

private:
    QGridLayout *m_grid;
    QList<Fact> m_facts;
    QList<PlainLabel *> m_labels;
};

} // namespace gw
