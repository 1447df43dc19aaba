// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/completion.h"
#include "backend/nginx/highlight.h"
#include "widgets/server/sourceview.h"
#include "widgets/web/editorproblems.h"

#include <QTimer>

namespace gw {

class CompletionPopup;

/// A file of nginx as text that can be edited, byte for byte: what is no UTF-8 stays as it is, and is shown as bytes.
/// Colours, folds and errors come from the parser that reads the file on a server. Tab moves on until somebody types;
/// Escape gives it back.
class NginxEditor : public QsciScintilla {
    Q_OBJECT

public:
    /// A mark, and the bytes it is about by now.
    struct PlacedMark {
        NginxSpan span;
        SourceView::Mark mark;
    };

    explicit NginxEditor(QWidget *parent = nullptr);

    /// Another file: what was undone or redone belongs to the one before.
    void setDocument(const QByteArray &text);
    /// The same file, changed elsewhere: one step that can be undone; the cursor stays.
    void changeDocument(const QByteArray &text);
    QByteArray document() const;

    void setSurroundings(const NginxSurroundings &surroundings);
    /// Findings, for the margin and the lines they are about. They move along with the text.
    void setMarks(const QList<SourceView::Mark> &marks);
    /// What nginx says once it has read the whole configuration, beside what this file alone tells. Moves along, too.
    void setProblems(const QList<EditorProblem> &ofAllFiles);
    /// What the server's nginx says of a line; 0: nothing.
    void setRefusal(int line, const QString &message);
    /// What else to tell about the place under the pointer: one line, or nothing.
    void setHoverNote(std::function<QString(qsizetype offset)> note) { m_hoverNote = std::move(note); }

    /// By place.
    const QList<EditorProblem> &problems() const;
    /// Their lines are those that they were said of; spans are of the text as it is.
    const QList<PlacedMark> &marks() const;
    int lineOf(qsizetype offset) const; ///< from 1
    qsizetype caret() const;
    QRect caretRect() const;
    void goTo(qsizetype offset);
    void select(NginxSpan span);
    void completeHere();
    void toggleComment();
    CompletionPopup *completions() const { return m_popup; }
    /// What a pointer at that place is told.
    QString hoverText(qsizetype offset) const;

Q_SIGNALS:
    void edited();
    void problemsChanged();
    void definitionRequested(qsizetype offset);

protected:
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUp();
    void applyTheme();
    void defineStyle(NginxStyle style, const QColor &colour);
    void defineFolds();
    void parse() const;
    void dress();
    void drawFolds();
    void drawProblems();
    void drawMarks();
    NginxSpan spanOf(const SourceView::Mark &mark) const;
    void moveAlong(const TextChange &change) const;
    void drawAnnotations();
    void textWasChanged();
    bool isLong() const; ///< too long to be read with every key
    void insertLine();
    void outdent();
    void insert(const NginxCompletion &completion);
    void hover(int position, int x, int y);

    NginxSurroundings m_around;
    mutable QList<PlacedMark> m_placed;
    mutable QList<EditorProblem> m_ofAllFiles;
    int m_refusedLine = 0;
    QString m_refusal;
    std::function<QString(qsizetype)> m_hoverNote;
    CompletionPopup *m_popup;
    QTimer m_dressing; ///< once for several changes
    QTimer m_pause;    ///< nobody types: errors are said at their line
    mutable bool m_isParsed = false;
    mutable QByteArray m_text;
    mutable NginxTree m_tree;
    mutable NginxContexts m_contexts;
    mutable QList<EditorProblem> m_problems;
    std::vector<NginxFold> m_folds;
    bool m_isDark = false;
    bool m_isDressed = false; ///< it has its colours
    bool m_tabIndents = false;
    bool m_isLoading = false;
};

} // namespace gw
