// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace gw {

/// A few choices side by side, one chosen: "Source | Effective". Arrow keys move the choice.
class SegmentedControl : public QWidget {
    Q_OBJECT

public:
    explicit SegmentedControl(QWidget *parent = nullptr);

    void setSegments(const QStringList &texts);
    int current() const { return m_current; }
    void setCurrent(int index);
    void setSegmentEnabled(int index, bool enabled);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Segment {
        QString text;
        bool enabled = true;
    };
    QList<QRect> rects() const;
    void choose(int index);
    void updateAccessibleText();

    QList<Segment> m_segments;
    int m_current = 0;
};

} // namespace gw
