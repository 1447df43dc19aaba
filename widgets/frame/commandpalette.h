// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/parts/findingkey.h"
#include "widgets/parts/serversummary.h"

#include <QFrame>
#include <QPointer>

class QAction;
class QLineEdit;

namespace gw {

class PlainLabel;
class RowList;

/// Ctrl+K: everything that can be opened or done, filtered as one types; part of the window, not a dialog.
class CommandPalette : public QFrame {
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *parent);

    /// Actions appear while they are enabled and visible, with their shortcut.
    void addCommand(QAction *action);
    void setServer(const Server &server);
    void removeServer(const HostId &id);
    void setFindings(const HostId &server, const QList<Finding> &findings);

    void open();
    void close();

Q_SIGNALS:
    void serverChosen(const gw::HostId &id);
    void findingChosen(const gw::HostId &server, const gw::FindingKey &finding);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void refresh();
    void refreshIfOpen();
    void place();
    void choose(const QString &key);

    QLineEdit *m_input;
    RowList *m_list;
    PlainLabel *m_empty;
    QList<QPointer<QAction>> m_actions;
    QMap<HostId, Server> m_servers;
    QMap<HostId, QList<Finding>> m_findings;
    QPointer<QWidget> m_before; ///< what had the keyboard before
};

/// How well `text` matches the typed letters, in order and preferring starts of words; 0: not at all.
int fuzzyScore(QStringView typed, QStringView text);

} // namespace gw
