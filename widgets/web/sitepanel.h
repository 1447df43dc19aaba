// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/intent.h"
#include "backend/survey/websites.h"
#include "widgets/parts/cardfoot.h"

#include <optional>

class QLineEdit;

namespace gw {

class Button;
class FactGrid;
class PlainLabel;

/// What is known about one site, and what can be done to it: every wish becomes a plan.
class SitePanel : public CardFoot {
    Q_OBJECT

public:
    explicit SitePanel(QWidget *parent = nullptr);

    /// std::nullopt: none is chosen, the panel hides.
    void setSite(const std::optional<WebSite> &site);
    void setUsable(bool usable);

Q_SIGNALS:
    void changeRequested(const gw::ChangeSite &change);

protected:
    void changeEvent(QEvent *event) override;

private:
    using Kind = ChangeSite::Kind;

    Button *makeAction(const char *name, const std::function<void()> &act);
    void wish(Kind kind, const QByteArray &newName = {});
    void askName(Kind kind);
    void takeName();
    void refresh();
    void refreshFacts();

    std::optional<WebSite> m_site;
    std::optional<Kind> m_asking; ///< whose new name is typed
    PlainLabel *m_name;
    FactGrid *m_facts;
    QWidget *m_actions, *m_form;
    Button *m_enable, *m_maintenance, *m_duplicate, *m_rename, *m_delete;
    QLineEdit *m_newName;
    Button *m_take, *m_cancel;
    PlainLabel *m_wrong;
};

} // namespace gw
