// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/web/webeditor.h"

#include "backend/nginx/effectivehere.h"
#include "backend/nginx/effectivetext.h"
#include "backend/nginx/format.h"
#include "widgets/parts/button.h"
#include "widgets/parts/pill.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/rowlist.h"
#include "widgets/parts/segmentedcontrol.h"
#include "widgets/plan/comparisonpanel.h"
#include "widgets/web/blockform.h"
#include "widgets/web/nginxeditor.h"
#include "widgets/web/problemlist.h"
#include "widgets/web/webreading.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QShortcut>
#include <QStackedWidget>

namespace gw {
namespace {

constexpr int hitListHeight = 190;
constexpr qsizetype mostNotes = 8;   // lines of a tooltip
constexpr qsizetype mostPlaces = 40; // of a menu
constexpr int longestName = 44;      // in the list of files

QString shortened(const QString &name)
{
    return name.size() <= longestName ? name : name.first(longestName - 16) + u'…' + name.last(15);
}

} // namespace

WebEditor::WebEditor(WebDraft &draft, QWidget *parent) : Card(parent), m_draft(draft)
{
    setFlush();
    m_bar = new EditorBar(this);
    m_hitList = new RowList(RowList::Size::Scroll, this);
    m_hitList->setObjectName(QStringLiteral("findHits"));
    m_hitList->setInteractive(true);
    m_hitList->setInset(14);
    m_hitList->setFixedHeight(hitListHeight);
    m_hitList->hide();
    m_stack = new QStackedWidget(this);
    m_editor = new NginxEditor(m_stack);
    m_form = new BlockForm(m_stack);
    m_effectiveView = new NginxEditor(m_stack);
    m_effectiveView->setObjectName(QStringLiteral("effectiveView"));
    m_effectiveView->setReadOnly(true);
    m_effectiveView->setWrapMode(QsciScintilla::WrapNone); // places stand behind the lines
    m_comparison = new ComparisonPanel(m_stack);
    for (QWidget *view : {static_cast<QWidget *>(m_editor), static_cast<QWidget *>(m_form),
                          static_cast<QWidget *>(m_effectiveView), static_cast<QWidget *>(m_comparison)})
        m_stack->addWidget(view);
    m_problems = new ProblemList(this);
    body()->setSpacing(0);
    body()->addWidget(makeHead());
    body()->addWidget(m_bar);
    body()->addWidget(m_hitList);
    body()->addWidget(m_stack, 1);
    body()->addWidget(m_problems);

    connect(m_editor, &NginxEditor::edited, this, &WebEditor::textEdited);
    connect(m_form, &BlockForm::edited, this, [this](const QList<NginxEdit> &edits) {
        m_draft.setText(m_path, nginxEdited(m_draft.text(m_path), edits));
        refresh();
        Q_EMIT edited();
    });
    connect(m_editor, &NginxEditor::problemsChanged, this, &WebEditor::listProblems);
    connect(m_editor, &NginxEditor::definitionRequested, this, &WebEditor::goToDefinition);
    connect(m_effectiveView, &NginxEditor::definitionRequested, this, &WebEditor::goToSource);
    m_editor->setHoverNote([this](qsizetype offset) { return effectiveNote(offset); });
    connect(m_bar, &EditorBar::textEdited, this, &WebEditor::showFound);
    connect(m_bar, &EditorBar::nextRequested, this, [this] { look(1); });
    connect(m_bar, &EditorBar::previousRequested, this, [this] { look(-1); });
    connect(m_bar, &EditorBar::accepted, this, &WebEditor::rename);
    connect(m_bar, &EditorBar::closed, this, [this] {
        m_hitList->hide();
        m_editor->setFocus(Qt::OtherFocusReason);
    });
    connect(m_hitList, &RowList::rowActivated, this, [this](const QString &key) {
        const WebDraft::Hit &hit = m_hits[key.toInt()];
        open(hit.place);
        m_editor->select({hit.place.offset, hit.place.offset + m_bar->text().toUtf8().size()});
    });
    connect(m_problems, &ProblemList::chosen, this, [this](const FilePlace &place) {
        open(place);
        m_editor->setFocus(Qt::OtherFocusReason);
    });
    m_editor->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_editor, &QWidget::customContextMenuRequested, this, &WebEditor::showMenu);
    makeShortcuts();
    retranslate();
}

QWidget *WebEditor::makeHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(14, 9, 12, 9);
    row->setSpacing(8);
    head->setMinimumHeight(48);
    m_back = new Button(Button::Kind::Icon, head);
    m_back->setObjectName(QStringLiteral("webBack"));
    m_back->setIconName(QStringLiteral("arrow-left"));
    m_back->hide();
    m_file = new QComboBox(head);
    m_file->setObjectName(QStringLiteral("webFile"));
    m_file->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_state = new Pill(head);
    m_state->setObjectName(QStringLiteral("webFileState"));
    m_state->setTone(Tone::Accent);
    m_format = new Button(Button::Kind::Icon, head);
    m_format->setObjectName(QStringLiteral("webFormat"));
    m_format->setIconName(QStringLiteral("format"));
    m_view = new SegmentedControl(head);
    m_view->setObjectName(QStringLiteral("webView"));
    row->addWidget(m_back);
    row->addWidget(m_file);
    row->addWidget(m_state);
    row->addStretch(1);
    row->addWidget(m_format);
    row->addWidget(m_view);
    connect(m_file, &QComboBox::activated, this, [this](int index) { open({m_draft.files().value(index), 0}); });
    connect(m_view, &SegmentedControl::currentChanged, this, [this](int view) {
        showView();
        if (View(view) == View::Form)
            m_form->chooseAt(m_editor->caret());
    });
    connect(m_format, &Button::clicked, this, &WebEditor::format);
    connect(m_back, &Button::clicked, this, [this] {
        const FilePlace place = m_visited.takeLast();
        m_back->setVisible(!m_visited.isEmpty());
        open(place);
        m_editor->setFocus(Qt::OtherFocusReason);
    });
    return head;
}

void WebEditor::makeShortcuts()
{
    const auto on = [this](const QKeySequence &keys, const std::function<void()> &act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    on(QKeySequence::Find, [this] { find(EditorBar::Mode::Find); });
    on(Qt::CTRL | Qt::SHIFT | Qt::Key_F, [this] { find(EditorBar::Mode::FindEverywhere); });
    on(Qt::Key_F3, [this] { look(1); });
    on(Qt::SHIFT | Qt::Key_F3, [this] { look(-1); });
    on(Qt::Key_F2, [this] { find(EditorBar::Mode::Rename); });
    on(Qt::CTRL | Qt::SHIFT | Qt::Key_I, [this] { format(); });
}

void WebEditor::refresh()
{
    if (!m_draft.has(m_path)) {
        m_visited.clear();
        m_back->hide();
        m_path = m_draft.sites().isEmpty() ? RemotePath() : m_draft.sites().first().site.path;
        return load();
    }
    listFiles();
    m_editor->changeDocument(m_draft.text(m_path));
    m_editor->setSurroundings(m_draft.surroundings(m_path));
    showView();
}

void WebEditor::listFiles()
{
    QStringList names;
    for (const RemotePath &path : m_draft.files())
        names.append(shortened(nginxFileName(path)));
    QStringList shown;
    for (int i = 0; i < m_file->count(); ++i)
        shown.append(m_file->itemText(i));
    if (names != shown) {
        m_file->clear();
        m_file->addItems(names);
    }
    m_file->setCurrentIndex(int(m_draft.files().indexOf(m_path)));
    m_state->setVisible(m_draft.isChanged(m_path));
}

void WebEditor::load()
{
    m_editor->setSurroundings(m_draft.surroundings(m_path));
    m_editor->setDocument(m_draft.text(m_path));
    m_editor->setMarks(marks());
    showProblems();
    listFiles();
    showView();
}

void WebEditor::open(const FilePlace &place)
{
    if (!m_draft.has(place.path))
        return;
    if (place.path != m_path) {
        m_path = place.path;
        load();
    }
    setView(View::Source);
    m_editor->goTo(place.offset);
}

QList<SourceView::Mark> WebEditor::marks() const
{
    QList<SourceView::Mark> marks;
    if (!m_draft.isRead(m_path))
        return marks; // they would stand beside other lines
    for (const Finding &finding : m_draft.reading()->findings) {
        if (finding.where.file == m_path)
            marks.append(
                {finding.where.line, finding.where.column, finding.where.endColumn, finding.severity, finding.title});
    }
    return marks;
}

void WebEditor::showReading()
{
    if (!m_draft.isRead())
        return;
    m_editor->setMarks(marks());
    m_editor->setSurroundings(m_draft.surroundings(m_path));
    showProblems();
    if (m_view->current() == int(View::Effective))
        showEffective();
}

/// What only all files together tell.
void WebEditor::showProblems()
{
    if (!m_draft.isRead(m_path))
        return;
    const WebReading &reading = *m_draft.reading();
    m_editor->setProblems(reading.problems.value(reading.config.fileAt(m_path)));
    listProblems();
}

void WebEditor::setView(View view)
{
    m_view->setCurrent(int(view));
    showView();
    if (view == View::Form)
        m_form->chooseAt(m_editor->caret());
}

void WebEditor::showView()
{
    const auto view = View(m_view->current());
    m_stack->setCurrentIndex(int(view));
    if (view == View::Form)
        showForm();
    if (view == View::Effective) {
        showEffective();
    } else if (view == View::Diff && !m_draft.isChanged(m_path)) {
        m_comparison->setNothing(tr("Nothing is changed"), tr("What you type into this file is compared here."));
    } else if (view == View::Diff) {
        m_comparison->setChange(m_draft.seen(m_path), m_draft.text(m_path));
    }
    listProblems();
}

void WebEditor::showForm()
{
    const NginxSurroundings around = m_draft.surroundings(m_path);
    m_form->show(NginxTree::parse(m_draft.text(m_path)), around, around.config.fileAt(m_path), m_draft.tlsAbility());
}

/// For the block that the cursor stands in. While all files are being read again, nothing is sure.
void WebEditor::showEffective()
{
    EffectiveText effective;
    const WebReading *reading = m_draft.isRead() ? m_draft.reading() : nullptr;
    const int file = reading ? reading->config.fileAt(m_path) : -1;
    if (file >= 0)
        effective = effectiveTextAt(*reading->effective, file, m_editor->caret());
    else
        effective.text =
            "# " +
            (reading ? tr("nginx does not read this file: nothing of it holds.") : tr("All files are being read…"))
                .toUtf8() +
            '\n';
    m_effectivePlaces.clear();
    for (const NginxSetting &setting : effective.lines)
        m_effectivePlaces.append(setting ? FilePlace{setting.path(), setting.node().span().start} : FilePlace());
    m_effectiveView->setSurroundings({NginxContext::Foreign, {}, {}, {}});
    m_effectiveView->setReadOnly(false);
    m_effectiveView->setDocument(effective.text);
    m_effectiveView->setReadOnly(true);
}

/// For the hover over a directive.
QString WebEditor::effectiveNote(qsizetype offset) const
{
    if (!m_draft.isRead() || !m_draft.reading()->effective)
        return {};
    const WebReading &reading = *m_draft.reading();
    QStringList lines;
    for (const EffectiveHere &here : effectiveHere(*reading.effective, reading.config.fileAt(m_path), offset))
        lines += here.lines();
    lines.removeDuplicates(); // a file that is read twice
    return lines.first(std::min<qsizetype>(lines.size(), mostNotes)).join(u'\n');
}

void WebEditor::textEdited()
{
    m_draft.setText(m_path, m_editor->document());
    m_state->setVisible(m_draft.isChanged(m_path));
    Q_EMIT edited();
}

/// What is wrong in this file, and what nginx refuses in others because of what was typed.
void WebEditor::listProblems()
{
    using Kind = ProblemList::Entry::Kind;
    QList<ProblemList::Entry> entries;
    const auto add = [&](const RemotePath &path, const EditorProblem &problem) {
        const bool warns = problem.kind == EditorProblem::Kind::Warning;
        entries.append({warns ? Kind::Warning : Kind::Error,
                        warns ? Severity::Medium : Severity::Critical,
                        {path, problem.span.start},
                        problem.line,
                        problem.message});
    };
    for (const EditorProblem &problem : m_editor->problems())
        add(m_path, problem);
    for (const auto &[span, mark] : m_editor->marks())
        entries.append({Kind::Finding, mark.severity, {m_path, span.start}, m_editor->lineOf(span.start), mark.title});
    if (m_draft.isRead()) {
        const WebReading &reading = *m_draft.reading();
        const int here = reading.config.fileAt(m_path);
        for (int file = 0; file < reading.config.files().size(); ++file) {
            if (file == here)
                continue;
            for (const EditorProblem &problem : reading.problems[file]) {
                if (problem.kind == EditorProblem::Kind::Error)
                    add(reading.config.files()[file].path, problem);
            }
        }
    }
    m_problems->setVisible(!entries.isEmpty() && m_view->current() == int(View::Source));
    m_problems->setEntries(std::move(entries), m_path);
}

void WebEditor::showRefusal(const NginxRefusal &refusal)
{
    open({refusal.path, 0});
    if (m_path == refusal.path)
        m_editor->setRefusal(refusal.line, refusal.message);
}

void WebEditor::goToDefinition(qsizetype offset)
{
    const QList<FilePlace> places = m_draft.definitionsAt(m_path, offset);
    if (places.size() > 1)
        return offerPlaces(places);
    if (!places.isEmpty() && places.first() != FilePlace{m_path, offset})
        visit(places.first());
}

/// An include may bring in several files.
void WebEditor::offerPlaces(const QList<FilePlace> &places)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("definitionMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const FilePlace &place : places.first(std::min(mostPlaces, places.size())))
        menu->addAction(withoutMnemonic(nginxFileName(place.path)), this, [this, place] { visit(place); });
    menu->popup(m_editor->mapToGlobal(m_editor->caretRect().bottomLeft()));
}

/// With a way back.
void WebEditor::visit(const FilePlace &place)
{
    m_visited.append({m_path, m_editor->caret()});
    m_back->show();
    open(place);
    m_editor->setFocus(Qt::OtherFocusReason);
}

/// Where a line of the effective view is set.
void WebEditor::goToSource(qsizetype offset)
{
    const FilePlace place = m_effectivePlaces.value(m_effectiveView->document().first(offset).count('\n'));
    if (m_draft.has(place.path))
        visit(place);
}

/// What can be done where somebody clicked with the other button.
void WebEditor::showMenu(const QPoint &at)
{
    if (!m_editor->hasSelectedText()) {
        const long there =
            m_editor->SendScintilla(QsciScintillaBase::SCI_POSITIONFROMPOINT, ulong(at.x()), long(at.y()));
        m_editor->SendScintilla(QsciScintillaBase::SCI_GOTOPOS, ulong(there));
    }
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("editorMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, const QKeySequence &keys, bool isThere,
                         const std::function<void()> &act) {
        QAction *action = menu->addAction(text);
        action->setShortcut(keys); // shown; the editor itself acts on it
        action->setEnabled(isThere);
        connect(action, &QAction::triggered, this, act);
    };
    const qsizetype caret = m_editor->caret();
    const bool mayEdit = !m_editor->isReadOnly();
    const auto name = nginxNameAt(NginxTree::parse(m_draft.text(m_path)), caret);
    add(tr("Go to where it is defined"), Qt::Key_F12, !m_draft.definitionsAt(m_path, caret).isEmpty(),
        [this, caret] { goToDefinition(caret); });
    add(tr("Rename the upstream everywhere…"), Qt::Key_F2, mayEdit && name && name->kind == NginxName::Kind::Upstream,
        [this] { find(EditorBar::Mode::Rename); });
    add(tr("Find in all files…"), Qt::CTRL | Qt::SHIFT | Qt::Key_F, true,
        [this] { find(EditorBar::Mode::FindEverywhere); });
    add(tr("Format the selection, or the file"), Qt::CTRL | Qt::SHIFT | Qt::Key_I, mayEdit, [this] { format(); });
    add(tr("Comment the lines, or not"), Qt::CTRL | Qt::Key_Slash, mayEdit, [this] { m_editor->toggleComment(); });
    menu->addSeparator();
    add(tr("Undo"), QKeySequence::Undo, mayEdit && m_editor->isUndoAvailable(), [this] { m_editor->undo(); });
    add(tr("Redo"), QKeySequence::Redo, mayEdit && m_editor->isRedoAvailable(), [this] { m_editor->redo(); });
    menu->addSeparator();
    const bool isSelected = m_editor->hasSelectedText();
    add(tr("Cut"), QKeySequence::Cut, mayEdit && isSelected, [this] { m_editor->cut(); });
    add(tr("Copy"), QKeySequence::Copy, isSelected, [this] { m_editor->copy(); });
    add(tr("Paste"), QKeySequence::Paste, mayEdit, [this] { m_editor->paste(); });
    add(tr("Select all"), QKeySequence::SelectAll, true, [this] { m_editor->selectAll(); });
    menu->popup(m_editor->viewport()->mapToGlobal(at));
}

// ---- words ----

QByteArray WebEditor::selected() const
{
    const QByteArray text = m_editor->selectedText().toUtf8();
    return text.contains('\n') ? QByteArray() : text;
}

void WebEditor::find(EditorBar::Mode mode)
{
    setView(View::Source);
    if (mode == EditorBar::Mode::Rename) {
        const auto name = nginxNameAt(NginxTree::parse(m_draft.text(m_path)), m_editor->caret());
        if (!name || name->kind != NginxName::Kind::Upstream)
            return;
        m_bar->open(mode, QString::fromUtf8(name->name));
        return;
    }
    m_hitList->setVisible(mode == EditorBar::Mode::FindEverywhere);
    m_bar->open(mode, QString::fromUtf8(selected()));
}

/// To the next place from the caret on, to the one before, or to the one that is here (0).
void WebEditor::look(int step)
{
    const QByteArray words = m_bar->text().toUtf8().toLower();
    const QByteArray text = m_editor->document().toLower();
    QList<qsizetype> places;
    for (qsizetype at = words.isEmpty() ? -1 : text.indexOf(words); at >= 0;
         at = text.indexOf(words, at + words.size()))
        places.append(at);
    if (places.isEmpty())
        return m_bar->setNote(words.isEmpty() ? QString() : tr("Nothing found"));
    const qsizetype end = m_editor->caret();
    const qsizetype start = step == 0 ? end - words.size() : end;
    const auto behind = std::lower_bound(places.cbegin(), places.cend(), start);
    qsizetype index = behind - places.cbegin();
    if (step < 0)
        index = (std::lower_bound(places.cbegin(), places.cend(), end - words.size()) - places.cbegin()) - 1;
    index = (index + places.size()) % places.size();
    m_editor->select({places[index], places[index] + words.size()});
    m_bar->setNote(tr("%1 of %2").arg(index + 1).arg(places.size()));
}

void WebEditor::showFound()
{
    if (m_bar->mode() == EditorBar::Mode::FindEverywhere)
        return listHits();
    if (m_bar->mode() == EditorBar::Mode::Find)
        return look(0);
    const auto name = nginxNameAt(NginxTree::parse(m_draft.text(m_path)), m_editor->caret());
    const int places = name ? int(m_draft.usesOf(*name).size()) : 0;
    m_bar->setNote(tr("%n places", nullptr, places));
}

void WebEditor::listHits()
{
    m_hits = m_draft.found(m_bar->text().toUtf8());
    QList<Row> rows;
    for (qsizetype i = 0; i < m_hits.size(); ++i) {
        Row row;
        row.key = QString::number(i);
        row.title = UntrustedText::fromBytes(m_hits[i].text.trimmed()).shown(200);
        row.trailing = QStringLiteral("%1:%2").arg(nginxFileName(m_hits[i].place.path)).arg(m_hits[i].line);
        rows.append(row);
    }
    m_hitList->setRows(rows);
    m_hitList->show();
    m_bar->setNote(m_bar->text().isEmpty() ? QString() : tr("%n lines", nullptr, int(rows.size())));
}

void WebEditor::rename(const QString &name)
{
    const QByteArray to = name.trimmed().toUtf8();
    const auto from = nginxNameAt(NginxTree::parse(m_draft.text(m_path)), m_editor->caret());
    static const QByteArray signs = " \t\r\n;{}'\"$/:#";
    const bool isName = !to.isEmpty() && std::none_of(to.begin(), to.end(), [](char c) { return signs.contains(c); });
    if (!from || !isName)
        return m_bar->setNote(tr("This cannot be a name"));
    const QList<WebDraft::Use> uses = m_draft.usesOf({NginxName::Kind::Upstream, to});
    if (to != from->name && std::any_of(uses.begin(), uses.end(), [](const auto &use) { return use.isDefinition; }))
        return m_bar->setNote(tr("There is one of this name"));
    m_draft.rename(*from, to);
    m_bar->close();
    refresh();
    Q_EMIT edited();
}

/// The selection, or all of the file where nothing is selected. Of a file with errors nothing.
void WebEditor::format()
{
    if (m_editor->isReadOnly())
        return;
    const long start = m_editor->SendScintilla(QsciScintillaBase::SCI_GETSELECTIONSTART);
    const long end = m_editor->SendScintilla(QsciScintillaBase::SCI_GETSELECTIONEND);
    const NginxTree tree = NginxTree::parse(m_editor->document());
    const NginxLayout style{nginxIndentUnit(tree)};
    const QList<NginxEdit> edits =
        start == end ? nginxFormatting(tree, style) : nginxFormatting(tree, NginxSpan{start, end}, style);
    if (edits.isEmpty())
        return;
    setView(View::Source);
    m_draft.setText(m_path, nginxEdited(tree.text(), edits));
    refresh();
    Q_EMIT edited();
}

void WebEditor::setUsable(bool usable)
{
    m_editor->setReadOnly(!usable);
    m_format->setEnabled(usable);
    m_form->setUsable(usable);
}

void WebEditor::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void WebEditor::retranslate()
{
    m_view->setSegments({tr("Source"), tr("Form"), tr("Effective"), tr("Diff")});
    m_view->setAccessibleName(tr("What is shown of the file"));
    m_file->setAccessibleName(tr("File of nginx"));
    m_state->setText(tr("Edited"));
    m_state->setVisible(m_draft.isChanged(m_path));
    m_back->setAccessibleName(tr("Back to where you came from"));
    m_format->setAccessibleName(tr("Format the selection, or the file"));
    m_format->setToolTip(plainToolTip(tr("Format the selection, or the file") + QStringLiteral(" (Ctrl+Shift+I)")));
    m_editor->setAccessibleName(tr("Source of the file"));
    m_effectiveView->setAccessibleName(tr("What holds in the end"));
    m_hitList->setAccessibleName(tr("Lines that were found"));
    if (m_bar->isVisibleTo(this))
        showFound();
    showView();
}

} // namespace gw
