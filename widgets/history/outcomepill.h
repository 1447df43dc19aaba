// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/record.h"
#include "widgets/theme/tokens.h"

#include <QWidget>

class QPainter;

namespace gw {

Tone toneOf(Outcome outcome);

/// One of resources/icons.
QString iconOf(Outcome outcome);

/// How a change ended, as a shape and a word: in lists painted by paintOutcome(), elsewhere as the widget.
int outcomeWidth(Outcome outcome);
void paintOutcome(QPainter *painter, const QRectF &rect, Outcome outcome, const Tokens &tokens);

class OutcomePill : public QWidget {
    Q_OBJECT

public:
    explicit OutcomePill(QWidget *parent = nullptr);

    void setOutcome(Outcome outcome);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    Outcome m_outcome = Outcome::Kept;
};

} // namespace gw
