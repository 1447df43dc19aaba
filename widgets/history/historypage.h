// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/history/historymodel.h"
#include "widgets/history/historyvalues.h"

#include <QCache>
#include <QSet>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QListView;
class QSplitter;
class QStackedLayout;

namespace gw {

class Card;
class ChangeDetail;
class DriftCard;
class EmptyState;
class Notice;
class PlainLabel;

/// The journal: what was changed, on one server or in the fleet, and the way to take it back.
class HistoryPage : public QWidget {
    Q_OBJECT

public:
    using Scope = HistoryModel::Scope;

    explicit HistoryPage(Scope scope, QWidget *parent = nullptr);

    /// Each change in its last state, in any order; contents of files need not be there. Keeps the selection.
    void setHistory(const QList<ChangeRecord> &changes);
    /// The answer to detailRequested(): the same change, whole.
    void setDetail(const ChangeRecord &change);
    void setJournal(const JournalState &journal);
    /// Of the one server; the fleet shows none.
    void setDrift(const Drift &drift);
    /// How long an open change waits for "keep" yet: "0:42".
    void setCountdown(const QString &transaction, const QString &text);
    void showChange(qint64 number);
    void clearFilters();

Q_SIGNALS:
    void detailRequested(qint64 number);
    /// `only` empty: the whole change, its commands too.
    void undoRequested(const gw::HostId &server, qint64 number, const QList<gw::RemotePath> &only);
    /// An open change waits for keep or undo.
    void decisionRequested(const gw::HostId &server, const QString &transaction);
    void exportRequested(const QString &fileName, const QByteArray &markdown);
    void reviewRequested(); ///< nothing was changed yet: findings are where changes come from

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeFilters();
    QWidget *makeList();
    void retranslate();
    void applyFilter();
    void refreshChoices();
    void refreshState();
    void refreshJournal();
    void select(const QModelIndex &index);
    /// The same change if the list shows it, else the first.
    void selectAgain(const std::optional<ChangeRecord> &change);
    void showSelected();
    void request(qint64 number);

    Scope m_scope;
    HistoryModel *m_model;
    std::optional<ChangeRecord> m_selected;
    QCache<qint64, ChangeRecord> m_details; ///< whole changes, by number
    QSet<qint64> m_requested;
    JournalState m_journal;
    Drift m_drift;

    PlainLabel *m_title = nullptr, *m_summary = nullptr;
    Notice *m_broken;
    DriftCard *m_driftCard;
    QWidget *m_filters;
    QLineEdit *m_text;
    QComboBox *m_outcome, *m_server, *m_time;
    QStackedLayout *m_stack;
    QSplitter *m_splitter;
    Card *m_listCard, *m_emptyCard;
    QListView *m_list;
    PlainLabel *m_chain, *m_quiet;
    ChangeDetail *m_detail;
    EmptyState *m_empty;
};

} // namespace gw
