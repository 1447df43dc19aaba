// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QProgressBar;

namespace gw {

class Button;
class PlainLabel;

/// A long work: what it does now, how far it is, and Stop.
class ProgressStrip : public QFrame {
    Q_OBJECT

public:
    explicit ProgressStrip(QWidget *parent = nullptr);

    /// `maximum` 0: it is not known how long it takes.
    void setProgress(const QString &text, int value, int maximum);

Q_SIGNALS:
    void stopRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    PlainLabel *m_text;
    QProgressBar *m_bar;
    Button *m_stop;
};

} // namespace gw
