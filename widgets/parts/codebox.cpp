// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/parts/codebox.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/paint.h"

#include <QPainter>
#include <QTextBlock>
#include <QTextLayout>

namespace gw {
namespace {

constexpr int mostLines = 16;
constexpr int padding = 8;

/// How many lines a line takes in this width. The document knows it only after it has been painted.
int linesOf(const QString &text, int width)
{
    QTextLayout layout(text, fonts::mono());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    int lines = 0;
    for (QTextLine line = layout.createLine(); line.isValid() && lines <= mostLines; line = layout.createLine()) {
        line.setLineWidth(width);
        ++lines;
    }
    layout.endLayout();
    return qMax(1, lines);
}

} // namespace

CodeBox::CodeBox(QWidget *parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    setFont(fonts::mono());
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setUndoRedoEnabled(false);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(padding);
}

void CodeBox::setCode(const QString &text)
{
    setPlainText(text);
    fit();
}

void CodeBox::setEvidence(const QString &command, const UntrustedText &output)
{
    QStringList lines;
    if (!command.isEmpty())
        lines << QStringLiteral("$ %1").arg(command);
    if (!output.isEmpty())
        lines << output.shownLines().trimmed();
    setCode(lines.join(u'\n'));
}

void CodeBox::fit()
{
    const int width = viewport()->width() - 2 * padding;
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && lines <= mostLines; block = block.next())
        lines += linesOf(block.text(), width);
    const bool scrolls = lines > mostLines;
    setVerticalScrollBarPolicy(scrolls ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setFixedHeight(qMin(lines, mostLines) * fontMetrics().lineSpacing() + 2 * padding);
}

void CodeBox::paintEvent(QPaintEvent *event)
{
    {
        const Tokens &t = Tokens::of(this);
        QPainter painter(viewport());
        paint::box(&painter, viewport()->rect(), 6, t.background);
        if (paint::showsFocus(this))
            paint::focusRing(&painter, viewport()->rect(), 6, t);
    }
    QPlainTextEdit::paintEvent(event);
}

void CodeBox::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fit();
}

} // namespace gw
