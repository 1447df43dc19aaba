// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ssh/sshdform.h"

#include "widgets/parts/plainlabel.h"
#include "widgets/ssh/algorithmrow.h"

#include <QLineEdit>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

namespace gw {

SshdForm::SshdForm(QWidget *parent) : Card(parent)
{
    setFlush();
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("settingFilter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(170);
    addToHeader(m_filter);
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus); // it follows the fields in it
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    body()->addWidget(m_scroll);

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    AlgorithmRow *algorithms = nullptr;
    for (const SshdField &field : sshdFields()) {
        if (m_sections.isEmpty() || m_sections.last().group != field.group) {
            auto *heading = new PlainLabel(PlainLabel::Role::Caption, Tone::Muted, content);
            heading->setContentsMargins(14, 14, 14, 6);
            column->addWidget(heading);
            m_sections << Section{field.group, heading, {}};
        }
        if (!AlgorithmRow::isIn(field)) {
            addRow(new SshdRow(field, content), column);
        } else if (!algorithms) {
            algorithms = new AlgorithmRow(content);
            addRow(algorithms, column);
            connect(algorithms, &AlgorithmRow::profileChosen, this, &SshdForm::profileChosen);
        }
    }
    m_nothing = new PlainLabel(PlainLabel::Role::Body, Tone::Muted, content);
    m_nothing->setContentsMargins(14, 14, 14, 14);
    m_nothing->setOverflow(PlainLabel::Overflow::Wrap);
    column->addWidget(m_nothing);
    column->addStretch(1);
    m_scroll->setWidget(content);
    content->setAutoFillBackground(false); // the card shows through

    connect(m_filter, &QLineEdit::textChanged, this, &SshdForm::filter);
    new QShortcut(Qt::Key_Escape, m_filter, m_filter, &QLineEdit::clear, Qt::WidgetShortcut);
}

void SshdForm::addRow(SshdRow *row, QVBoxLayout *column)
{
    column->addWidget(row);
    m_sections.last().rows << row;
    connect(row, &SshdRow::edited, this, &SshdForm::edited);
    connect(row, &SshdRow::resetRequested, this, &SshdForm::resetRequested);
    connect(row, &SshdRow::focused, this, [this](const QString &keyword) {
        if (QWidget *control = m_scroll->widget()->focusWidget()) // the area only follows a move within it
            m_scroll->ensureWidgetVisible(control);
        Q_EMIT focused(keyword);
    });
}

void SshdForm::show(const SshdDraft &draft)
{
    setTitle(tr("Settings"), draft.isKnown() ? draft.view().version().shown() : QString());
    m_filter->setPlaceholderText(tr("Filter settings"));
    m_filter->setAccessibleName(tr("Filter settings"));
    m_nothing->setText(tr("No setting holds these words."));
    for (const Section &section : std::as_const(m_sections)) {
        section.heading->setText(sshdGroupName(section.group));
        for (SshdRow *row : section.rows)
            row->show(draft);
    }
    filter();
}

void SshdForm::filter()
{
    const QStringList words = m_filter->text().split(u' ', Qt::SkipEmptyParts);
    bool any = false;
    for (const Section &section : std::as_const(m_sections)) {
        bool here = false;
        for (SshdRow *row : section.rows) {
            const bool shown = row->holds(words) || row->editor()->hasFocus(); // never from under the fingers
            row->setVisible(shown);
            here = here || shown;
        }
        section.heading->setVisible(here);
        any = any || here;
    }
    m_nothing->setVisible(!any);
}

void SshdForm::focusRow(const QString &keyword)
{
    m_filter->clear();
    for (const Section &section : std::as_const(m_sections)) {
        for (SshdRow *row : section.rows) {
            if (row->keyword() != keyword)
                continue;
            row->editor()->setFocus();
            m_scroll->ensureWidgetVisible(row);
        }
    }
}

} // namespace gw
