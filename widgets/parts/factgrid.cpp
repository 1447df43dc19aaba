// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/parts/factgrid.h"

#include "widgets/parts/plainlabel.h"

#include <QGridLayout>

namespace gw {

FactGrid::FactGrid(QWidget *parent) : QWidget(parent)
{
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(5);
    m_grid->setColumnStretch(1, 1);
}

void FactGrid::setFacts(const QList<Fact> &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    while (m_labels.size() > facts.size() * 2)
        delete m_labels.takeLast();
    while (m_labels.size() < facts.size() * 2) {
        const int row = int(m_labels.size() / 2);
        auto *name = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, this);
        auto *value = new PlainLabel(PlainLabel::Role::Small, Tone::Neutral, this);
        value->setOverflow(PlainLabel::Overflow::Wrap);
        value->setCopyable();
        m_grid->addWidget(name, row, 0, Qt::AlignTop);
        m_grid->addWidget(value, row, 1);
        m_labels << name << value;
    }
    for (qsizetype i = 0; i < facts.size(); ++i) {
        m_labels[i * 2]->setText(facts[i].name);
        PlainLabel *value = m_labels[i * 2 + 1];
        value->setText(facts[i].value);
        value->setTone(facts[i].tone);
        value->setRole(facts[i].mono ? PlainLabel::Role::Mono : PlainLabel::Role::Small);
        value->setAccessibleName(facts[i].name);
    }
}

} // namespace gw
