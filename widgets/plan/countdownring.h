// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QDateTime>
#include <QWidget>

namespace gw {

/// How long it is until the server undoes a change: the time in words, and as the rest of a ring. It repaints itself
/// once a second and lays out nothing.
class CountdownRing : public QWidget {
    Q_OBJECT

public:
    explicit CountdownRing(QWidget *parent = nullptr);

    /// `window`: what a full ring stands for. An invalid time: it is not armed.
    void setDeadline(const QDateTime &returnsAt, std::chrono::seconds window);
    qint64 secondsLeft() const;

    QSize sizeHint() const override { return {148, 148}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void expired();

protected:
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void tick();

    QDateTime m_returnsAt;
    std::chrono::seconds m_window{90};
    QBasicTimer m_timer;
};

} // namespace gw
