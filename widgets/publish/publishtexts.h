// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/publishpreview.h"
#include "backend/nginx/build.h"
#include "widgets/parts/card.h"

class QStackedWidget;

namespace gw {

class EmptyState;
class NginxEditor;
class Pill;
class RowList;
class SegmentedControl;

/// "What will be written": the files of nginx, the commands, and those of them that are about the firewall.
class PublishTexts : public Card {
    Q_OBJECT

public:
    enum class View { Nginx, Commands, Firewall };
    Q_ENUM(View)

    explicit PublishTexts(QWidget *parent = nullptr);

    void setBuild(const NginxBuild &build);
    void setPreview(const PublishPreview &preview);
    void setView(View view);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void retranslate();

    PublishPreview m_preview;
    Pill *m_findings;
    SegmentedControl *m_views;
    QStackedWidget *m_stack;
    NginxEditor *m_nginx;
    RowList *m_steps;
    EmptyState *m_empty;
};

} // namespace gw
