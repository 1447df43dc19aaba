// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/server/sourceview.h"

#include "widgets/parts/scintillalook.h"

#include <QEvent>

namespace gw {
namespace {

// Markers 0 to 4 are the severities; this one colours the chosen line.
constexpr int selectedMarker = 5;
// The first eight indicators belong to lexers.
constexpr int firstIndicator = 8;
constexpr int annotationStyle = 20;
constexpr int numberMargin = 0;
constexpr int shapeMargin = 1;

int indicatorOf(Severity severity)
{
    return firstIndicator + int(severity);
}

/// Where a column of the file, counted in bytes, lies in the line as it is shown.
int shownColumn(const QByteArray &line, int column)
{
    return int(UntrustedText::fromBytes(line.left(qMax(0, column - 1))).shownLines().size());
}

} // namespace

SourceView::SourceView(QWidget *parent) : QsciScintilla(parent)
{
    setObjectName(QStringLiteral("sourceView"));
    setFrameShape(QFrame::NoFrame);
    setUtf8(true);
    setReadOnly(true);
    setWrapMode(WrapWord);
    setWrapIndentMode(WrapIndentFixed);
    setTabWidth(4);
    setEolVisibility(false);
    setMarginType(numberMargin, NumberMargin);
    setMarginType(shapeMargin, SymbolMargin);
    setMarginWidth(shapeMargin, 18);
    setMarginMarkerMask(numberMargin, 0);
    setMarginMarkerMask(shapeMargin, 0x1F);
    for (int margin = 2; margin <= 4; ++margin)
        setMarginWidth(margin, 0);
    setAnnotationDisplay(AnnotationIndented);
    setExtraAscent(2);
    setExtraDescent(2);
    SendScintilla(SCI_SETCARETSTYLE, CARETSTYLE_INVISIBLE);
    setCaretLineVisible(true); // while it has the keyboard: a frame round the line
    setCaretLineFrameWidth(2);
    SendScintilla(SCI_SETMARGINLEFT, 0, 4L);
    SendScintilla(SCI_SETSCROLLWIDTHTRACKING, 1);
    SendScintilla(SCI_SETSCROLLWIDTH, 1);
    // Tab would be taken for text; in a view that cannot be edited it moves on.
    SendScintilla(SCI_CLEARCMDKEY, SCK_TAB);
    SendScintilla(SCI_CLEARCMDKEY, SCK_TAB + (SCMOD_SHIFT << 16));
    applyTheme();
}

void SourceView::applyTheme()
{
    const Tokens &t = Tokens::of(this);
    m_dark = t.isDark;
    m_dressed = true;
    scintilla::dress(this, t);
    setCaretLineBackgroundColor(t.accent);
    for (int i = 0; i <= int(Severity::Critical); ++i) {
        const auto severity = Severity(i);
        const QColor colour = t.colour(toneOf(severity));
        markerDefine(scintilla::severityImage(severity, colour), i);
        indicatorDefine(SquiggleLowIndicator, indicatorOf(severity));
        setIndicatorForegroundColor(colour, indicatorOf(severity));
        setIndicatorDrawUnder(true, indicatorOf(severity));
    }
    markerDefine(Background, selectedMarker);
    setMarkerBackgroundColor(t.selection, selectedMarker);
    drawSelection();
}

void SourceView::setSource(const QByteArray &content, const QList<Mark> &marks)
{
    if (content != m_content || text().isEmpty()) {
        m_content = content;
        setReadOnly(false);
        setText(UntrustedText::fromBytes(content).shownLines());
        setReadOnly(true);
        setMarginWidth(numberMargin, QString(QString::number(lines()).size() + 2, u'0'));
    }
    m_marks = marks;
    m_selected = {};
    drawMarks();
    drawSelection();
}

void SourceView::drawMarks()
{
    markerDeleteAll();
    const int last = lines() - 1;
    const QList<QByteArray> raw = m_content.split('\n');
    for (int i = 0; i <= int(Severity::Critical); ++i)
        clearIndicatorRange(0, 0, last, int(text(last).size()), indicatorOf(Severity(i)));
    QMap<int, Severity> worst; // shapes of one line would lie over each other
    for (const Mark &mark : m_marks) {
        const int line = mark.line - 1;
        if (line < 0 || line > last || line >= raw.size())
            continue;
        worst[line] = qMax(worst.value(line, Severity::Info), mark.severity);
        const QString shown = text(line);
        int from = 0;
        while (from < shown.size() && shown[from].isSpace())
            ++from;
        int to = int(shown.trimmed().size()) + from;
        if (mark.column > 0)
            from = shownColumn(raw[line], mark.column);
        if (mark.endColumn > mark.column)
            to = shownColumn(raw[line], mark.endColumn);
        if (to > from)
            fillIndicatorRange(line, from, line, to, indicatorOf(mark.severity));
    }
    for (auto it = worst.cbegin(); it != worst.cend(); ++it)
        markerAdd(it.key(), int(it.value()));
}

void SourceView::select(int line, Severity severity, const QString &title)
{
    m_selected = {line, 0, 0, severity, title};
    drawSelection();
    if (line <= 0 || line > lines())
        return;
    setCursorPosition(line - 1, 0);
    const int visible = int(SendScintilla(SCI_LINESONSCREEN));
    const int display = int(SendScintilla(SCI_VISIBLEFROMDOCLINE, line - 1));
    SendScintilla(SCI_SETFIRSTVISIBLELINE, qMax(0, display - visible / 3));
}

void SourceView::drawSelection()
{
    if (!m_dressed)
        return;
    clearAnnotations();
    markerDeleteAll(selectedMarker);
    const int line = m_selected.line - 1;
    if (line < 0 || line >= lines())
        return;
    markerAdd(line, selectedMarker);
    if (m_selected.title.isEmpty())
        return;
    scintilla::annotate(this, line, m_selected.title, m_selected.severity, annotationStyle);
}

void SourceView::resizeEvent(QResizeEvent *event)
{
    QsciScintilla::resizeEvent(event);
    drawSelection();
}

void SourceView::changeEvent(QEvent *event)
{
    QsciScintilla::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_dressed && Tokens::of(this).isDark != m_dark)
        applyTheme();
}

} // namespace gw
