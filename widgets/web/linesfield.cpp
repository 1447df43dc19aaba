// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/web/linesfield.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/paint.h"

#include <QPainter>

namespace gw {
namespace {

constexpr int mostLines = 6;
constexpr int padding = 7;

} // namespace

LinesField::LinesField(QWidget *parent) : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setFont(fonts::mono());
    setLineWrapMode(NoWrap);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(padding);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &LinesField::fit);
    fit();
}

void LinesField::fit()
{
    const int lines = std::clamp(blockCount(), 1, mostLines);
    setVerticalScrollBarPolicy(blockCount() > mostLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setFixedHeight(lines * fontMetrics().lineSpacing() + 2 * padding + 3);
}

void LinesField::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    viewport()->update();
}

void LinesField::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    viewport()->update();
    Q_EMIT editingFinished();
}

void LinesField::paintEvent(QPaintEvent *event)
{
    {
        const Tokens &t = Tokens::of(this);
        QPainter painter(viewport());
        paint::box(&painter, viewport()->rect(), 7, t.raised, t.border);
        if (hasFocus())
            paint::focusRing(&painter, viewport()->rect(), 7, t);
    }
    QPlainTextEdit::paintEvent(event);
}

} // namespace gw
