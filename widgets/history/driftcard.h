// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/history/historyvalues.h"
#include "widgets/parts/card.h"

namespace gw {

class Button;
class RowList;

/// What changed on a server outside of Gatewright; hidden while nothing did.
class DriftCard : public Card {
    Q_OBJECT

public:
    explicit DriftCard(QWidget *parent = nullptr);

    void setDrift(const Drift &drift);

Q_SIGNALS:
    void changeRequested(qint64 number);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    Drift m_drift;
    RowList *m_list;
    Button *m_more;
    bool m_all = false;
};

/// Those that no change of the journal explains.
qsizetype unexplained(const Drift &drift);

} // namespace gw
