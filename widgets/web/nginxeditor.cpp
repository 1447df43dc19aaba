// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/web/nginxeditor.h"

#include "backend/nginx/edit.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/scintillalook.h"
#include "widgets/web/completionpopup.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

namespace gw {
namespace {

// Markers 0 to 4 are the severities; of those in one line the last is seen.
constexpr int warningMarker = 5;
constexpr int problemMarker = 6;
constexpr int refusedMarker = 7;
constexpr int shapeMarkers = 0xFF;
// The first eight indicators belong to lexers.
constexpr int firstIndicator = 8;
constexpr int warningIndicator = firstIndicator + 5;
constexpr int problemIndicator = firstIndicator + 6;
constexpr int annotationStyle = 20;
constexpr int numberMargin = 0;
constexpr int shapeMargin = 1;
constexpr int foldMargin = 2;
constexpr int untilPause = 700; // ms
constexpr int untilHover = 450; // ms
constexpr int mostToStyleAtOnce = 4 * 1024 * 1024;
constexpr qsizetype mostToReadAtOnce = 512 * 1024; // longer texts are read in a pause, not with every key

} // namespace

NginxEditor::NginxEditor(QWidget *parent) : QsciScintilla(parent)
{
    setObjectName(QStringLiteral("nginxEditor"));
    setUp();
    m_popup = new CompletionPopup(this);
    m_dressing.setSingleShot(true);
    m_dressing.setInterval(0);
    m_pause.setSingleShot(true);
    m_pause.setInterval(untilPause);
    connect(&m_dressing, &QTimer::timeout, this, &NginxEditor::dress);
    connect(&m_pause, &QTimer::timeout, this, &NginxEditor::drawAnnotations);
    connect(m_popup, &CompletionPopup::chosen, this, &NginxEditor::insert);
    connect(this, &QsciScintilla::textChanged, this, &NginxEditor::textWasChanged);
    connect(this, &QsciScintilla::SCN_STYLENEEDED, this, [this] {
        if (isLong())
            return SendScintilla(SCI_STARTSTYLING, ulong(SendScintilla(SCI_GETLENGTH)), 0L), void(); // until a pause
        // Scintilla may paint before it says that the text has changed.
        m_isParsed = m_isParsed && m_text.size() == SendScintilla(SCI_GETLENGTH);
        dress();
    });
    connect(this, &QsciScintilla::SCN_DWELLSTART, this, &NginxEditor::hover);
    connect(this, &QsciScintilla::SCN_DWELLEND, this, [] { QToolTip::hideText(); });
    applyTheme();
    parse();
}

void NginxEditor::setUp()
{
    setFrameShape(QFrame::NoFrame);
    setUtf8(true);
    setWrapMode(WrapWord);
    setWrapIndentMode(WrapIndentIndented);
    setTabWidth(4);
    setAutoIndent(true);
    setBraceMatching(SloppyBraceMatch);
    setMarginType(numberMargin, NumberMargin);
    setMarginType(shapeMargin, SymbolMargin);
    setMarginWidth(shapeMargin, 18);
    setMarginMarkerMask(numberMargin, 0);
    setMarginMarkerMask(shapeMargin, shapeMarkers);
    SendScintilla(SCI_SETMARGINTYPEN, foldMargin, long(SC_MARGIN_SYMBOL));
    SendScintilla(SCI_SETMARGINMASKN, foldMargin, long(SC_MASK_FOLDERS));
    setMarginSensitivity(foldMargin, true);
    setMarginWidth(foldMargin, 12);
    for (int margin = 3; margin <= 4; ++margin)
        setMarginWidth(margin, 0);
    SendScintilla(SCI_SETAUTOMATICFOLD, SC_AUTOMATICFOLD_SHOW | SC_AUTOMATICFOLD_CLICK | SC_AUTOMATICFOLD_CHANGE);
    SendScintilla(SCI_SETLEXER, SCLEX_CONTAINER);
    SendScintilla(SCI_SETMOUSEDWELLTIME, untilHover);
    SendScintilla(SCI_SETMARGINLEFT, 0, 4L);
    SendScintilla(SCI_SETSCROLLWIDTHTRACKING, 1);
    SendScintilla(SCI_SETSCROLLWIDTH, 1);
    SendScintilla(SCI_CLEARCMDKEY, SCK_ESCAPE);
    setAnnotationDisplay(AnnotationIndented);
    setExtraAscent(2);
    setExtraDescent(2);
    setCaretLineVisible(true); // while it has the keyboard
    // What turns the order of letters or is not seen at all stands as its code (UAX #9; CVE-2021-42574).
    for (const char32_t hidden : {U'\u00A0', U'\u00AD', U'\u061C', U'\u200B', U'\u200C', U'\u200D', U'\u200E',
                                  U'\u200F', U'\u2028', U'\u2029', U'\u202A', U'\u202B', U'\u202C', U'\u202D',
                                  U'\u202E', U'\u2060', U'\u2066', U'\u2067', U'\u2068', U'\u2069', U'\uFEFF'}) {
        const QByteArray bytes = QString::fromUcs4(&hidden, 1).toUtf8();
        const QByteArray shown = "U+" + QByteArray::number(uint(hidden), 16).toUpper().rightJustified(4, '0');
        SendScintilla(SCI_SETREPRESENTATION, bytes.constData(), shown.constData());
    }
}

void NginxEditor::defineStyle(NginxStyle style, const QColor &colour)
{
    SendScintilla(SCI_STYLESETFORE, ulong(style), colour);
}

void NginxEditor::applyTheme()
{
    const Tokens &t = Tokens::of(this);
    m_isDark = t.isDark;
    m_isDressed = true;
    scintilla::dress(this, t);
    setCaretForegroundColor(t.accent);
    setMatchedBraceBackgroundColor(t.selection);
    setMatchedBraceForegroundColor(t.text);
    setUnmatchedBraceBackgroundColor(paper());
    setUnmatchedBraceForegroundColor(t.critical);
    setCaretLineBackgroundColor(t.isDark ? QColor(0x1B2430) : QColor(0xEEF2F8));
    SendScintilla(SCI_STYLECLEARALL);
    scintilla::dress(this, t);
    defineStyle(NginxStyle::Plain, t.text);
    defineStyle(NginxStyle::Directive, t.accent);
    defineStyle(NginxStyle::Block, t.accent);
    defineStyle(NginxStyle::Unknown, t.critical);
    defineStyle(NginxStyle::Number, t.warning);
    defineStyle(NginxStyle::String, t.good);
    defineStyle(NginxStyle::Variable, t.info);
    defineStyle(NginxStyle::Regex, t.isDark ? QColor(0xC79BFF) : QColor(0x7C3AED));
    defineStyle(NginxStyle::Sign, t.muted);
    defineStyle(NginxStyle::Comment, t.isDark ? t.faint : t.muted);
    defineStyle(NginxStyle::Lua, t.isDark ? QColor(0xC79BFF) : QColor(0x7C3AED));
    defineStyle(NginxStyle::Wrong, t.critical);
    for (int i = 0; i <= int(Severity::Critical); ++i) {
        const QColor colour = t.colour(toneOf(Severity(i)));
        markerDefine(scintilla::severityImage(Severity(i), colour), i);
        indicatorDefine(SquiggleLowIndicator, firstIndicator + i);
        setIndicatorForegroundColor(colour, firstIndicator + i);
    }
    for (const int marker : {problemMarker, refusedMarker})
        markerDefine(scintilla::severityImage(Severity::Critical, t.critical), marker);
    markerDefine(scintilla::severityImage(Severity::Medium, t.warning), warningMarker);
    indicatorDefine(SquiggleIndicator, problemIndicator);
    setIndicatorForegroundColor(t.critical, problemIndicator);
    indicatorDefine(SquiggleIndicator, warningIndicator);
    setIndicatorForegroundColor(t.warning, warningIndicator);
    defineFolds();
    drawAnnotations();
}

void NginxEditor::defineFolds()
{
    const Tokens &t = Tokens::of(this);
    const std::pair<int, int> shapes[] = {
        {SC_MARKNUM_FOLDER, SC_MARK_ARROW},       {SC_MARKNUM_FOLDEROPEN, SC_MARK_ARROWDOWN},
        {SC_MARKNUM_FOLDEREND, SC_MARK_ARROW},    {SC_MARKNUM_FOLDEROPENMID, SC_MARK_ARROWDOWN},
        {SC_MARKNUM_FOLDERSUB, SC_MARK_EMPTY},    {SC_MARKNUM_FOLDERTAIL, SC_MARK_EMPTY},
        {SC_MARKNUM_FOLDERMIDTAIL, SC_MARK_EMPTY}};
    for (const auto &[number, shape] : shapes) {
        SendScintilla(SCI_MARKERDEFINE, number, long(shape));
        SendScintilla(SCI_MARKERSETFORE, ulong(number), t.faint);
        SendScintilla(SCI_MARKERSETBACK, ulong(number), t.faint);
    }
    setFoldMarginColors(paper(), paper());
}

// ---- text ----

void NginxEditor::setDocument(const QByteArray &text)
{
    m_isLoading = true;
    m_popup->hide();
    m_refusedLine = 0;
    m_ofAllFiles.clear();
    m_placed.clear();
    clearAnnotations();
    SendScintilla(SCI_CLEARALL);
    SendScintilla(SCI_ADDTEXT, ulong(text.size()), text.constData());
    SendScintilla(SCI_EMPTYUNDOBUFFER);
    SendScintilla(SCI_GOTOPOS, 0UL);
    m_isLoading = false;
    m_isParsed = false;
    parse();
    setEolMode(m_tree.lineEnding() == "\r\n" ? EolWindows : EolUnix);
    const QByteArray unit = nginxIndentUnit(m_tree);
    setIndentationsUseTabs(unit == "\t");
    setIndentationWidth(unit == "\t" ? 4 : int(unit.size()));
    dress();
    drawAnnotations();
}

void NginxEditor::changeDocument(const QByteArray &text)
{
    const QByteArray before = document();
    if (text == before)
        return;
    const TextChange change = TextChange::between(before, text);
    const qsizetype caretBefore = caret();
    m_isLoading = true;
    SendScintilla(SCI_BEGINUNDOACTION);
    SendScintilla(SCI_SETTARGETRANGE, ulong(change.start), long(change.start + change.removed));
    const QByteArray inserted = text.mid(change.start, change.added);
    SendScintilla(SCI_REPLACETARGET, ulong(inserted.size()), inserted.constData());
    SendScintilla(SCI_ENDUNDOACTION);
    m_isLoading = false;
    if (caretBefore <= change.start)
        SendScintilla(SCI_GOTOPOS, ulong(caretBefore));
    m_isParsed = false;
    dress();
}

QByteArray NginxEditor::document() const
{
    if (m_isParsed)
        return m_text;
    const auto *bytes = static_cast<const char *>(SendScintillaPtrResult(SCI_GETCHARACTERPOINTER));
    return {bytes, SendScintilla(SCI_GETLENGTH)};
}

bool NginxEditor::isLong() const
{
    return SendScintilla(SCI_GETLENGTH) > mostToReadAtOnce;
}

void NginxEditor::textWasChanged()
{
    m_isParsed = false;
    if (m_isLoading)
        return;
    m_refusedLine = 0; // it was about another text
    m_dressing.start(isLong() ? untilPause : 0);
    m_pause.start();
    Q_EMIT edited();
}

void NginxEditor::parse() const
{
    if (m_isParsed)
        return;
    const QByteArray before = std::exchange(m_text, document());
    m_isParsed = true;
    m_tree = NginxTree::parse(m_text);
    m_contexts = nginxContextsOf(m_tree, m_around.file, m_around.build);
    if (!m_placed.isEmpty() || !m_ofAllFiles.isEmpty())
        moveAlong(TextChange::between(before, m_text));
    m_problems = merged(editorProblems(m_tree, m_contexts, m_around.build), m_ofAllFiles);
}

void NginxEditor::moveAlong(const TextChange &change) const
{
    m_ofAllFiles = moved(m_ofAllFiles, change, m_tree);
    QList<PlacedMark> still;
    for (PlacedMark placed : std::as_const(m_placed)) {
        if (const auto span = change.moved(placed.span)) {
            placed.span = *span;
            still.append(placed);
        }
    }
    m_placed = still;
}

void NginxEditor::setSurroundings(const NginxSurroundings &surroundings)
{
    const bool changes = surroundings.file != m_around.file ||
                         surroundings.build.version() != m_around.build.version() || m_around.config.files().isEmpty();
    m_around = surroundings;
    if (!changes)
        return;
    m_isParsed = false;
    dress();
    drawAnnotations();
}

void NginxEditor::setProblems(const QList<EditorProblem> &ofAllFiles)
{
    parse();
    if (ofAllFiles == m_ofAllFiles)
        return;
    m_ofAllFiles = ofAllFiles;
    m_problems = merged(editorProblems(m_tree, m_contexts, m_around.build), m_ofAllFiles);
    drawProblems();
    drawAnnotations();
    Q_EMIT problemsChanged();
}

const QList<EditorProblem> &NginxEditor::problems() const
{
    parse();
    return m_problems;
}

const QList<NginxEditor::PlacedMark> &NginxEditor::marks() const
{
    parse();
    return m_placed;
}

int NginxEditor::lineOf(qsizetype offset) const
{
    parse();
    return m_tree.placeOf(offset).line;
}

// ---- looks ----

/// Colours, folds and errors of the text as it is.
void NginxEditor::dress()
{
    m_dressing.stop();
    const QList<EditorProblem> before = m_isParsed ? m_problems : QList<EditorProblem>();
    parse();
    if (m_text.size() <= mostToStyleAtOnce) {
        const QByteArray styles = nginxStyles(m_tree, m_contexts, m_around.build);
        SendScintilla(SCI_STARTSTYLING, 0UL, 0L);
        SendScintilla(SCI_SETSTYLINGEX, ulong(styles.size()), styles.constData());
    } else {
        SendScintilla(SCI_STARTSTYLING, ulong(m_text.size()), 0L);
    }
    setMarginWidth(numberMargin, QString(QString::number(std::max(lines(), 99)).size() + 2, u'0'));
    drawFolds();
    drawProblems();
    drawMarks();
    Q_EMIT problemsChanged();
}

void NginxEditor::drawFolds()
{
    std::vector<NginxFold> folds = nginxFolds(m_tree);
    for (size_t line = 0; line < folds.size(); ++line) {
        if (line < m_folds.size() && folds[line] == m_folds[line] && folds.size() == m_folds.size())
            continue;
        const int level = SC_FOLDLEVELBASE + std::min(folds[line].level, 1000);
        SendScintilla(SCI_SETFOLDLEVEL, ulong(line), long(level | (folds[line].opens ? SC_FOLDLEVELHEADERFLAG : 0)));
    }
    m_folds = std::move(folds);
}

void NginxEditor::drawProblems()
{
    for (const int indicator : {problemIndicator, warningIndicator}) {
        SendScintilla(SCI_SETINDICATORCURRENT, indicator);
        SendScintilla(SCI_INDICATORCLEARRANGE, 0UL, long(m_text.size()));
    }
    for (const int marker : {problemMarker, warningMarker})
        markerDeleteAll(marker);
    for (const EditorProblem &problem : std::as_const(m_problems)) {
        const bool warns = problem.kind == EditorProblem::Kind::Warning;
        SendScintilla(SCI_SETINDICATORCURRENT, warns ? warningIndicator : problemIndicator);
        SendScintilla(SCI_INDICATORFILLRANGE, ulong(problem.span.start),
                      long(std::max<qsizetype>(problem.span.size(), 1)));
        markerAdd(problem.line - 1, warns ? warningMarker : problemMarker);
    }
}

void NginxEditor::setMarks(const QList<SourceView::Mark> &marks)
{
    parse();
    m_placed.clear();
    for (const SourceView::Mark &mark : marks) {
        if (mark.line >= 1 && mark.line <= m_tree.lineCount())
            m_placed.append({spanOf(mark), mark});
    }
    drawMarks();
    Q_EMIT problemsChanged();
}

NginxSpan NginxEditor::spanOf(const SourceView::Mark &mark) const
{
    const NginxSpan line = m_tree.line(mark.line);
    const QByteArray text = m_text.mid(line.start, line.size());
    const QByteArray trimmed = text.trimmed();
    NginxSpan span{line.start + std::max<qsizetype>(text.indexOf(trimmed), 0), 0};
    span.end = span.start + trimmed.size();
    if (mark.column > 0)
        span.start = std::min(line.start + mark.column - 1, line.end);
    if (mark.endColumn > mark.column)
        span.end = std::min(line.start + mark.endColumn - 1, line.end);
    return span;
}

void NginxEditor::drawMarks()
{
    for (int i = 0; i <= int(Severity::Critical); ++i) {
        markerDeleteAll(i);
        SendScintilla(SCI_SETINDICATORCURRENT, firstIndicator + i);
        SendScintilla(SCI_INDICATORCLEARRANGE, 0UL, long(m_text.size()));
    }
    QMap<int, Severity> worst; // shapes of one line would lie over each other
    for (const auto &[span, mark] : std::as_const(m_placed)) {
        const int line = m_tree.placeOf(span.start).line - 1;
        worst[line] = qMax(worst.value(line, Severity::Info), mark.severity);
        SendScintilla(SCI_SETINDICATORCURRENT, firstIndicator + int(mark.severity));
        SendScintilla(SCI_INDICATORFILLRANGE, ulong(span.start), long(span.size()));
    }
    for (auto it = worst.cbegin(); it != worst.cend(); ++it)
        markerAdd(it.key(), int(it.value()));
}

void NginxEditor::setRefusal(int line, const QString &message)
{
    m_refusedLine = line;
    m_refusal = message;
    drawAnnotations();
    if (line > 0 && line <= m_tree.lineCount())
        goTo(m_tree.line(line).start);
}

/// What the server said, else the first error.
void NginxEditor::drawAnnotations()
{
    if (!m_isDressed)
        return;
    parse();
    clearAnnotations();
    markerDeleteAll(refusedMarker);
    const bool isRefused = m_refusedLine > 0 && m_refusedLine <= lines();
    const EditorProblem *error = firstError(m_problems);
    if (isRefused) {
        markerAdd(m_refusedLine - 1, refusedMarker);
        scintilla::annotate(this, m_refusedLine - 1, m_refusal, Severity::Critical, annotationStyle);
    } else if (error) {
        scintilla::annotate(this, error->line - 1, error->message, Severity::Critical, annotationStyle);
    }
}

void NginxEditor::changeEvent(QEvent *event)
{
    QsciScintilla::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_isDressed && Tokens::of(this).isDark != m_isDark)
        applyTheme();
}

void NginxEditor::resizeEvent(QResizeEvent *event)
{
    QsciScintilla::resizeEvent(event);
    drawAnnotations();
    if (m_popup->isVisible())
        completeHere();
}

// ---- places ----

qsizetype NginxEditor::caret() const
{
    return SendScintilla(SCI_GETCURRENTPOS);
}

void NginxEditor::goTo(qsizetype offset)
{
    m_popup->hide();
    const long line = SendScintilla(SCI_LINEFROMPOSITION, ulong(offset));
    SendScintilla(SCI_ENSUREVISIBLE, ulong(line));
    SendScintilla(SCI_GOTOPOS, ulong(offset));
    const long visible = SendScintilla(SCI_LINESONSCREEN);
    const long shown = SendScintilla(SCI_VISIBLEFROMDOCLINE, ulong(line));
    SendScintilla(SCI_SETFIRSTVISIBLELINE, ulong(std::max(0L, shown - visible / 3)));
}

void NginxEditor::select(NginxSpan span)
{
    goTo(span.start);
    SendScintilla(SCI_SETSEL, ulong(span.start), long(span.end));
}

QRect NginxEditor::caretRect() const
{
    const long position = SendScintilla(SCI_GETCURRENTPOS);
    const long x = SendScintilla(SCI_POINTXFROMPOSITION, 0UL, position);
    const long y = SendScintilla(SCI_POINTYFROMPOSITION, 0UL, position);
    const long height = SendScintilla(SCI_TEXTHEIGHT, 0UL);
    return {viewport()->x() + int(x), viewport()->y() + int(y), 1, int(height)};
}

QString NginxEditor::hoverText(qsizetype offset) const
{
    parse();
    QStringList lines;
    for (const EditorProblem &problem : std::as_const(m_problems)) {
        if (problem.span.contains(offset))
            lines.append(problem.message);
    }
    const int line = m_tree.placeOf(offset).line;
    for (const auto &[span, mark] : std::as_const(m_placed)) {
        if (m_tree.placeOf(span.start).line == line)
            lines.append(QStringLiteral("%1 %2").arg(scintilla::severityCharacter(mark.severity), mark.title));
    }
    if (const auto hover = nginxHover(m_tree, offset, m_around))
        lines.append(hover->facts ? documentationOf(*hover->facts, m_around.build.version())
                                  : documentationOf(*hover->variable));
    if (const QString note = m_hoverNote ? m_hoverNote(offset) : QString(); !note.isEmpty())
        lines.append(note);
    return lines.join(u'\n');
}

void NginxEditor::hover(int position, int x, int y)
{
    if (position < 0 || m_popup->isVisible() || !isVisible())
        return;
    if (const QString text = hoverText(position); !text.isEmpty())
        QToolTip::showText(viewport()->mapToGlobal(QPoint(x, y)), plainToolTip(text), this);
}

} // namespace gw
