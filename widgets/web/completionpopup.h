// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/web/completionmodel.h"

#include <QFrame>

class QListView;

namespace gw {

class PlainLabel;

/// The list of completions with the documentation of the chosen one beside it. It never has the keyboard: the editor
/// hands it the keys that are for it.
class CompletionPopup : public QFrame {
    Q_OBJECT

public:
    explicit CompletionPopup(QWidget *parent);

    /// Below `caret` (a place of the parent), above it where there is no room. Without items: hides.
    void offer(const QList<NginxCompletion> &items, NginxVersion version, const QRect &caret);
    /// Whether the key was for it: arrows, Enter, Tab, Escape.
    bool take(const QKeyEvent *event);
    const CompletionModel *model() const { return m_model; }

Q_SIGNALS:
    void chosen(const gw::NginxCompletion &completion);

protected:
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void move(int rows);
    void choose();
    void showDocumentation();

    CompletionModel *m_model;
    QListView *m_list;
    PlainLabel *m_documentation;
};

} // namespace gw
