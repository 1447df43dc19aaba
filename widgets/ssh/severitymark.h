// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/finding.h"

#include <QWidget>
#include <optional>

namespace gw {

/// The shape of a finding beside what it is about; its title is the tooltip. Empty, it keeps its place.
class SeverityMark : public QWidget {
    Q_OBJECT

public:
    explicit SeverityMark(QWidget *parent = nullptr);

    void setFinding(const Finding *finding);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<Severity> m_severity;
};

} // namespace gw
