// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/known.h"
#include "backend/survey/weblog.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListView;

namespace gw {

class Button;
class Card;
class EmptyState;
class LogModel;
class PlainLabel;
class RowList;

/// The last lines of a log of nginx, and what they come to: who asks most, how it is answered, what takes long.
class LogView : public QWidget {
    Q_OBJECT

public:
    explicit LogView(QWidget *parent = nullptr);

    void setFiles(const WebLogFiles &files);
    /// A gap: not read yet, or why not.
    void setLog(const RemotePath &log, const Known<QByteArray> &text);
    RemotePath current() const;

Q_SIGNALS:
    /// Answer with setLog().
    void logRequested(const gw::RemotePath &log);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeLines();
    QWidget *makeSummary();
    void ask();
    void askAgain();
    void copy();
    void refresh();
    void retranslate();

    QList<RemotePath> m_files;
    RemotePath m_asked; ///< what is shown, or on its way
    Known<QByteArray> m_text;
    QComboBox *m_file;
    QLineEdit *m_filter;
    QCheckBox *m_follow;
    QTimer m_following;
    Button *m_refresh;
    LogModel *m_model;
    QListView *m_list;
    EmptyState *m_empty;
    Card *m_summary;
    PlainLabel *m_count, *m_clientsTitle, *m_statusesTitle, *m_slowTitle;
    RowList *m_clients, *m_statuses, *m_slow;
};

} // namespace gw
