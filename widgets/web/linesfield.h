// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace gw {

/// A field for several short lines, as high as they need.
class LinesField : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit LinesField(QWidget *parent = nullptr);

Q_SIGNALS:
    void editingFinished();

protected:
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fit();
};

} // namespace gw
