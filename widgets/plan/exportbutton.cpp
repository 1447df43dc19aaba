// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plan/exportbutton.h"

#include <QEvent>
#include <QMenu>

namespace gw {

ExportButton::ExportButton(QWidget *parent) : Button(Kind::Secondary, parent)
{
    setObjectName(QStringLiteral("exportPlan"));
    m_menu = new QMenu(this);
    m_menu->setObjectName(QStringLiteral("exportMenu"));
    for (const PlanFormat format : {PlanFormat::Markdown, PlanFormat::Json, PlanFormat::Script, PlanFormat::Ansible})
        connect(m_menu->addAction(QString()), &QAction::triggered, this,
                [this, format] { Q_EMIT exportRequested(format); });
    connect(this, &Button::clicked, this, &ExportButton::open);
    retranslate();
}

void ExportButton::open()
{
    m_menu->popup(mapToGlobal(QPoint(0, height() + 2)));
}

void ExportButton::changeEvent(QEvent *event)
{
    Button::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ExportButton::retranslate()
{
    const QStringList texts{tr("For a review (Markdown)…"), tr("As a plan for gatewrightctl (JSON)…"),
                            tr("As a shell script with its own way back…"), tr("As an Ansible playbook…")};
    for (qsizetype i = 0; i < texts.size(); ++i)
        m_menu->actions().at(i)->setText(texts[i]);
    setText(tr("Export…"));
}

} // namespace gw
