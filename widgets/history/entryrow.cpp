// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/history/entryrow.h"

#include "widgets/parts/codebox.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/theme/paint.h"

#include <QGridLayout>
#include <QPainter>

namespace gw {
namespace {

constexpr int markSize = 22;
constexpr int markTop = 9;
constexpr int markColumn = 34;

} // namespace

EntryRow::EntryRow(QWidget *parent) : QWidget(parent)
{
    setMinimumHeight(2 * markTop + markSize);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(markColumn, 9, 0, 9);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    m_title = new PlainLabel(PlainLabel::Role::Body, Tone::Neutral, this);
    m_title->setOverflow(PlainLabel::Overflow::Wrap);
    m_title->setCopyable();
    m_trailing = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, this);
    m_detail = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, this);
    m_detail->setOverflow(PlainLabel::Overflow::Wrap);
    m_detail->setCopyable();
    m_code = new CodeBox(this);
    m_code->hide();
    grid->addWidget(m_title, 0, 0);
    grid->addWidget(m_trailing, 0, 1, Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(m_detail, 1, 0, 1, 2);
    grid->setRowMinimumHeight(2, 0);
    grid->addWidget(m_code, 3, 0, 1, 2);
}

void EntryRow::setMark(Mark mark, const QString &word)
{
    m_mark = mark;
    m_word = word;
    updateAccessibleName();
    update();
}

void EntryRow::setTexts(const QString &title, const QString &detail, const QString &trailing)
{
    m_title->setText(title);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    m_trailing->setText(trailing);
    m_code->setAccessibleName(title);
    updateAccessibleName();
}

void EntryRow::setCode(const QString &command, const UntrustedText &output)
{
    m_code->setEvidence(command, output);
    const bool something = !command.isEmpty() || !output.isEmpty();
    m_code->setVisible(something);
    static_cast<QGridLayout *>(layout())->setRowMinimumHeight(2, something ? 4 : 0);
}

void EntryRow::updateAccessibleName()
{
    setAccessibleName(QStringList{m_word, m_title->text()}.join(QStringLiteral(", ")));
}

void EntryRow::paintEvent(QPaintEvent *)
{
    const Tokens &t = Tokens::of(this);
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), t.border);
    const QRect box(0, markTop, markSize, markSize);
    const Tone tone = m_mark == Mark::Good ? Tone::Good : m_mark == Mark::Bad ? Tone::Critical : Tone::Muted;
    const QString name = m_mark == Mark::Good  ? QStringLiteral("check")
                         : m_mark == Mark::Bad ? QStringLiteral("cross")
                                               : QStringLiteral("minus");
    paint::icon(&painter, box, name, tone, t);
}

} // namespace gw
