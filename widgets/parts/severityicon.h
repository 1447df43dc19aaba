// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/finding.h"

#include <QWidget>

namespace gw {

/// The shape of a severity on its ground, with the severity's name for screen readers.
class SeverityIcon : public QWidget {
    Q_OBJECT

public:
    explicit SeverityIcon(QWidget *parent = nullptr);

    void setSeverity(Severity severity);
    QSize sizeHint() const override { return {22, 22}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    Severity m_severity = Severity::Info;
};

} // namespace gw
