// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/server.h"
#include "backend/findings/review.h"
#include "widgets/parts/findingkey.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QModelIndex;
class QStackedLayout;
class QTimer;
class QTreeView;

namespace gw {

class Button;
class EmptyState;
class FleetFindingsModel;
class PlainLabel;

/// The findings of all servers in one table, filtered as one types and grouped as one likes.
class FleetReviewPage : public QWidget {
    Q_OBJECT

public:
    explicit FleetReviewPage(QWidget *parent = nullptr);

    /// Replaces what is known of one server; the rows of the others stay as they are.
    void setReview(const Server &server, const Review &review);
    void removeServer(const HostId &id);
    void clearFilters();

Q_SIGNALS:
    void findingRequested(const gw::HostId &server, const gw::FindingKey &finding);
    /// A finding of this rule is to be mended wherever it is.
    void fixOnServersRequested(const gw::RuleId &rule);
    void rescanAllRequested();
    void addServerRequested();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void applyFilter();
    void dressGroup(int row);
    void expandGroups();
    void refreshView();
    void refreshChoices();
    void refreshSummary();
    void openIndex(const QModelIndex &index);
    void showMenu(const QPoint &position);
    /// The finding whose "Fix on N servers…" lies there; invalid: none.
    QModelIndex fixAt(const QPoint &position) const;
    void copySelection();

    FleetFindingsModel *m_model;
    PlainLabel *m_title, *m_summary;
    Button *m_rescan;
    QLineEdit *m_text;
    QComboBox *m_severity, *m_topic, *m_server, *m_group;
    QTreeView *m_table;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    QTimer *m_refresh; ///< many servers that answer at once cost one refresh
};

} // namespace gw
