// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/rollout/rolloutstate.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QListView;
class QStackedLayout;

namespace gw {

class Button;
class CandidatesModel;
class Card;
class EmptyState;
class PlainLabel;

/// The first step of a rollout: which servers. Those that cannot take part say why.
class CandidatesView : public QWidget {
    Q_OBJECT

public:
    explicit CandidatesView(QWidget *parent = nullptr);

    void setCandidates(const QList<RolloutCandidate> &candidates, const QSet<HostId> &chosen);
    int chosenCount() const; ///< of those that can take part

Q_SIGNALS:
    void chosenChanged(const QSet<gw::HostId> &chosen);
    void connectRequested(const QList<gw::HostId> &ids);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeFilters();
    void makeList();
    void retranslate();
    void applyFilter();
    void refreshGroups();
    void refresh();

    CandidatesModel *m_model;
    QWidget *m_filters;
    QLineEdit *m_text;
    QComboBox *m_group;
    Button *m_all, *m_none, *m_connect;
    Card *m_card;
    QListView *m_list;
    QWidget *m_foot;
    PlainLabel *m_offline;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
};

} // namespace gw
