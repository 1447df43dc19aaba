// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/parts/card.h"
#include "widgets/web/siterows.h"

class QLineEdit;

namespace gw {

class EmptyState;
class RowList;
class SegmentedControl;
class SitePanel;

/// The sites of a server by name or by file, and the one that is chosen.
class SiteList : public Card {
    Q_OBJECT

public:
    explicit SiteList(QWidget *parent = nullptr);

    void show(const WebDraft &draft);
    /// The sites of a draft are shown, nothing is emitted. -1: none.
    void choose(int site);
    void setUsable(bool usable);

Q_SIGNALS:
    void siteChosen(int site); ///< index in WebDraft::sites()
    void fileChosen(const gw::RemotePath &path);
    void changeRequested(const gw::ChangeSite &change);

protected:
    void changeEvent(QEvent *event) override;

private:
    int siteLike(const NginxSite &site) const;
    void activate(const QString &key);
    void refresh();
    void retranslate();

    WebDraft m_draft;
    int m_chosen = -1;
    SegmentedControl *m_order;
    QLineEdit *m_filter;
    RowList *m_list;
    EmptyState *m_empty;
    SitePanel *m_panel;
};

} // namespace gw
