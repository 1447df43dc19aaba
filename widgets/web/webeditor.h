// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/parts/card.h"
#include "widgets/server/sourceview.h"
#include "widgets/web/editorbar.h"
#include "widgets/web/editorproblems.h"
#include "widgets/web/webdraft.h"

class QComboBox;
class QStackedWidget;

namespace gw {

class BlockForm;
class Button;
class ComparisonPanel;
class NginxEditor;
class Pill;
class ProblemList;
class RowList;
class SegmentedControl;

/// One file of nginx: its source to edit, its blocks as forms, what holds in the end, what was changed.
class WebEditor : public Card {
    Q_OBJECT

public:
    enum class View { Source, Form, Effective, Diff };
    Q_ENUM(View)

    explicit WebEditor(WebDraft &draft, QWidget *parent = nullptr);

    /// The draft has other files, or other texts in them.
    void refresh();
    /// WebDraft::reading() is another one.
    void showReading();

    RemotePath path() const { return m_path; }
    void open(const FilePlace &place);
    void setView(View view);
    void showRefusal(const NginxRefusal &refusal);
    void find(EditorBar::Mode mode);
    void setUsable(bool usable);
    NginxEditor *editor() const { return m_editor; }

Q_SIGNALS:
    void edited(); ///< the draft has another text

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeHead();
    void makeShortcuts();
    void load();
    void textEdited();
    void showView();
    void listProblems();
    void showMenu(const QPoint &at);
    void showForm();
    void showEffective();
    QString effectiveNote(qsizetype offset) const;
    void goToDefinition(qsizetype offset);
    void offerPlaces(const QList<FilePlace> &places);
    void visit(const FilePlace &place);
    void look(int step);
    void showFound(); ///< what the bar asks for: hits here, hits everywhere, places of a name
    void listHits();
    void rename(const QString &name);
    void goToSource(qsizetype offset);
    void format();
    void listFiles();
    void retranslate();
    void showProblems();
    QList<SourceView::Mark> marks() const;
    QByteArray selected() const;

    WebDraft &m_draft;
    RemotePath m_path;
    QList<FilePlace> m_effectivePlaces; ///< by line of the effective view; without a path: of none
    QList<WebDraft::Hit> m_hits;
    QComboBox *m_file;
    Pill *m_state;
    Button *m_back, *m_format;
    QList<FilePlace> m_visited; ///< where "go to" left from
    SegmentedControl *m_view;
    EditorBar *m_bar;
    RowList *m_hitList;
    QStackedWidget *m_stack;
    NginxEditor *m_editor, *m_effectiveView;
    BlockForm *m_form;
    ComparisonPanel *m_comparison;
    ProblemList *m_problems;
};

} // namespace gw
