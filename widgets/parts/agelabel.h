// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/parts/plainlabel.h"

#include <QBasicTimer>
#include <QDateTime>

namespace gw {

/// How old something is: "12 s ago". Counts by itself, coarser as it grows; the exact time is its tooltip.
class AgeLabel : public PlainLabel {
    Q_OBJECT

public:
    explicit AgeLabel(QWidget *parent = nullptr);

    void setTime(const QDateTime &time);
    /// A translated sentence with %1 for the age: "scanned %1".
    void setPattern(const QString &pattern);

protected:
    void timerEvent(QTimerEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    QDateTime m_time;
    QString m_pattern;
    QBasicTimer m_timer;
};

} // namespace gw
