// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What NginxEditor does with keys.
#include "widgets/web/completionpopup.h"
#include "widgets/web/nginxeditor.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>
#include <cctype>

namespace gw {
namespace {

bool isWordByte(char c)
{
    return isalnum(uchar(c)) != 0 || c == '_' || c == '$';
}

} // namespace

void NginxEditor::focusInEvent(QFocusEvent *event)
{
    m_tabIndents = event->reason() == Qt::MouseFocusReason;
    QsciScintilla::focusInEvent(event);
}

bool NginxEditor::focusNextPrevChild(bool next)
{
    return (isReadOnly() || !m_tabIndents) && !m_popup->isVisible() && QAbstractScrollArea::focusNextPrevChild(next);
}

void NginxEditor::mousePressEvent(QMouseEvent *event)
{
    m_popup->hide();
    m_tabIndents = true;
    QsciScintilla::mousePressEvent(event);
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::ControlModifier)
        Q_EMIT definitionRequested(caret());
}

void NginxEditor::keyPressEvent(QKeyEvent *event)
{
    if (m_popup->take(event))
        return;
    if (event->key() == Qt::Key_Escape) {
        m_tabIndents = false;
        return QWidget::keyPressEvent(event);
    }
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier)
        return completeHere();
    if (event->key() == Qt::Key_F12)
        return Q_EMIT definitionRequested(caret());
    if (event->key() == Qt::Key_Slash && event->modifiers() == Qt::ControlModifier)
        return toggleComment();
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier)
        return insertLine();
    const bool types = !event->text().isEmpty() && event->text()[0].isPrint() &&
                       !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    m_tabIndents = m_tabIndents || types;
    QsciScintilla::keyPressEvent(event);
    if (types && event->text() == u"}")
        outdent();
    const bool isWord = types && event->text()[0].unicode() < 128 && isWordByte(event->text()[0].toLatin1());
    if (!isLong() && (isWord || (event->key() == Qt::Key_Backspace && m_popup->isVisible())))
        completeHere();
    else
        m_popup->hide();
}

/// With the indentation of the line before, one level more behind an opening brace.
void NginxEditor::insertLine()
{
    m_popup->hide();
    m_tabIndents = true;
    SendScintilla(SCI_BEGINUNDOACTION);
    const QByteArray before = document().first(caret()).trimmed();
    const long line = SendScintilla(SCI_LINEFROMPOSITION, ulong(caret()));
    const long indentation = SendScintilla(SCI_GETLINEINDENTATION, ulong(line));
    SendScintilla(SCI_NEWLINE);
    SendScintilla(SCI_SETLINEINDENTATION, ulong(line + 1),
                  indentation + (before.endsWith('{') ? indentationWidth() : 0L));
    SendScintilla(SCI_GOTOPOS, ulong(SendScintilla(SCI_GETLINEINDENTPOSITION, ulong(line + 1))));
    SendScintilla(SCI_ENDUNDOACTION);
}

/// A closing brace that was typed on a line of its own stands below the directive that it closes.
void NginxEditor::outdent()
{
    const auto lineAt = [this](qsizetype offset) { return SendScintilla(SCI_LINEFROMPOSITION, ulong(offset)); };
    const long line = lineAt(caret());
    if (text(int(line)).trimmed() != u"}" || isLong())
        return;
    parse();
    const NginxNode closed = m_tree.nodeAt(caret() - 1);
    if (closed && closed.hasBlock() && closed.index() != 0)
        SendScintilla(SCI_SETLINEINDENTATION, ulong(line),
                      SendScintilla(SCI_GETLINEINDENTATION, ulong(lineAt(closed.span().start))));
}

/// Of the lines of the selection, or of the cursor: comments become text where all are ones, else all become comments.
void NginxEditor::toggleComment()
{
    if (isReadOnly())
        return;
    m_popup->hide();
    const long from = SendScintilla(SCI_LINEFROMPOSITION, ulong(SendScintilla(SCI_GETSELECTIONSTART)));
    const long end = SendScintilla(SCI_GETSELECTIONEND);
    const long last = SendScintilla(SCI_LINEFROMPOSITION, ulong(end));
    const bool endsBefore = last > from && SendScintilla(SCI_POSITIONFROMLINE, ulong(last)) == end;
    const long to = endsBefore ? last - 1 : last;
    QList<long> starts; // of what stands in a line; of empty ones not
    long column = -1;
    bool areComments = true;
    const QByteArray bytes = document();
    for (long line = from; line <= to; ++line) {
        const long start = SendScintilla(SCI_GETLINEINDENTPOSITION, ulong(line));
        if (start >= SendScintilla(SCI_GETLINEENDPOSITION, ulong(line)))
            continue;
        starts.append(start);
        const long indent = start - SendScintilla(SCI_POSITIONFROMLINE, ulong(line));
        column = column < 0 ? indent : std::min(column, indent);
        areComments = areComments && bytes[start] == '#';
    }
    SendScintilla(SCI_BEGINUNDOACTION);
    for (auto start = starts.crbegin(); start != starts.crend(); ++start) {
        if (areComments) {
            SendScintilla(SCI_DELETERANGE, ulong(*start),
                          *start + 1 < bytes.size() && bytes[*start + 1] == ' ' ? 2L : 1L);
        } else {
            const long line = SendScintilla(SCI_LINEFROMPOSITION, ulong(*start));
            const long at = SendScintilla(SCI_POSITIONFROMLINE, ulong(line)) + column;
            SendScintilla(SCI_SETTARGETRANGE, ulong(at), at); // the selection stays
            SendScintilla(SCI_REPLACETARGET, 2UL, "# ");
        }
    }
    SendScintilla(SCI_ENDUNDOACTION);
}

void NginxEditor::completeHere()
{
    parse();
    const NginxCompletions found = nginxCompletions(m_tree, caret(), m_around);
    const bool isThere =
        found.items.size() == 1 && found.items.first().text == m_text.mid(found.typed.start, found.typed.size());
    m_popup->offer(isThere ? QList<NginxCompletion>() : found.items, m_around.build.version(), caretRect());
}

void NginxEditor::insert(const NginxCompletion &completion)
{
    parse();
    const NginxCompletions found = nginxCompletions(m_tree, caret(), m_around);
    QByteArray text = completion.text;
    const bool isName =
        completion.kind == NginxCompletion::Kind::Directive || completion.kind == NginxCompletion::Kind::Block;
    const bool goesOn = found.typed.end < m_text.size() && !QByteArrayView("\r\n").contains(m_text[found.typed.end]);
    if (isName && !goesOn)
        text += ' ';
    SendScintilla(SCI_SETTARGETRANGE, ulong(found.typed.start), long(found.typed.end));
    SendScintilla(SCI_REPLACETARGET, ulong(text.size()), text.constData());
    SendScintilla(SCI_GOTOPOS, ulong(found.typed.start + text.size()));
}

} // namespace gw
