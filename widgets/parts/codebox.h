// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/untrustedtext.h"

#include <QPlainTextEdit>

namespace gw {

/// A few lines of commands or server text in the fixed font, as high as they need; can be marked and copied.
class CodeBox : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit CodeBox(QWidget *parent = nullptr);

    void setCode(const QString &text);
    /// "$ command" and below it what it said.
    void setEvidence(const QString &command, const UntrustedText &output);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
};

} // namespace gw
