// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/parts/button.h"
#include "widgets/plan/plandraft.h"

class QMenu;

namespace gw {

/// "Export…": asks what the plan is wanted as.
class ExportButton : public Button {
    Q_OBJECT

public:
    explicit ExportButton(QWidget *parent = nullptr);

Q_SIGNALS:
    void exportRequested(gw::PlanFormat format);

protected:
    void changeEvent(QEvent *event) override;

private:
    void open();
    void retranslate();

    QMenu *m_menu;
};

} // namespace gw
