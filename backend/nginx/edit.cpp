// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/edit.h"

#include <QStringBuilder>
#include <algorithm>

namespace gw {
namespace {

constexpr QByteArrayView levelInInput = "    ";

bool isIndent(char c)
{
    return c == ' ' || c == '\t';
}

/// Where the line of `offset` starts.
qsizetype lineStart(const NginxTree &tree, qsizetype offset)
{
    return tree.line(tree.placeOf(offset).line).start;
}

/// The blanks at the start of the line of `offset`.
QByteArray indentation(const NginxTree &tree, qsizetype offset)
{
    const qsizetype start = lineStart(tree, offset);
    qsizetype end = start;
    while (end < tree.text().size() && isIndent(tree.text()[end]))
        ++end;
    return tree.text().mid(start, end - start);
}

bool isFirstOnLine(const NginxTree &tree, qsizetype offset)
{
    qsizetype i = offset;
    while (i > 0 && isIndent(tree.text()[i - 1]))
        --i;
    return i == 0 || tree.text()[i - 1] == '\n';
}

/// Of a line beside the node: its own, or one level more than its block where it does not start a line.
QByteArray indentationOf(const NginxTree &tree, NginxNode node)
{
    const qsizetype start = node.span().start;
    if (isFirstOnLine(tree, start) || node.parent().index() == 0)
        return indentation(tree, start);
    return indentation(tree, node.parent().span().start) + nginxIndentUnit(tree);
}

/// Behind the blanks and the line end that follow; -1 if something else does.
qsizetype nextLine(const NginxTree &tree, qsizetype offset)
{
    const QByteArray &text = tree.text();
    qsizetype i = offset;
    while (i < text.size() && (isIndent(text[i]) || text[i] == '\r'))
        ++i;
    if (i == text.size())
        return i;
    return text[i] == '\n' ? i + 1 : -1;
}

/// `lines` with the file's indentation and line ends, without one at the end.
QByteArray laidOut(const NginxTree &tree, const QByteArray &lines, const QByteArray &indent)
{
    const QByteArray unit = nginxIndentUnit(tree);
    QByteArray laid;
    const QList<QByteArray> parts = lines.split('\n');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        QByteArrayView part = parts[i];
        if (i > 0)
            laid += tree.lineEnding();
        if (part.isEmpty())
            continue;
        laid += indent;
        for (; part.startsWith(levelInInput); part = part.sliced(levelInInput.size()))
            laid += unit;
        laid += part;
    }
    return laid;
}

/// Behind the node and a comment on its last line.
qsizetype endWithComment(NginxNode node)
{
    const NginxNode comment = node.trailingComment();
    return comment ? comment.span().end : node.span().end;
}

} // namespace

QByteArray nginxEdited(const QByteArray &text, QList<NginxEdit> edits)
{
    std::stable_sort(edits.begin(), edits.end(),
                     [](const NginxEdit &a, const NginxEdit &b) { return a.start < b.start; });
    QByteArray edited;
    qsizetype end = 0;
    for (const NginxEdit &edit : std::as_const(edits)) {
        if (edit.start < end)
            continue;
        edited += QByteArrayView(text).sliced(end, edit.start - end);
        edited += edit.text;
        end = edit.start + edit.removed;
    }
    return edited += QByteArrayView(text).sliced(end);
}

QByteArray nginxIndentUnit(const NginxTree &tree)
{
    for (quint32 i = 1; i < tree.nodeCount(); ++i) {
        const NginxNode node = tree.node(i);
        const NginxNode parent = node.parent();
        const qsizetype start = node.span().start;
        if (!node.isDirective() || parent.index() == 0 || !isFirstOnLine(tree, start))
            continue;
        const QByteArray outer = indentation(tree, parent.span().start);
        const QByteArray inner = indentation(tree, start);
        if (inner.size() > outer.size() && inner.startsWith(outer))
            return inner.mid(outer.size());
    }
    return levelInInput.toByteArray();
}

NginxEdit nginxInsertedBefore(const NginxTree &tree, NginxNode beside, const QByteArray &lines)
{
    const qsizetype start = beside.span().start;
    if (!isFirstOnLine(tree, start))
        return {start, 0, laidOut(tree, lines, {}) + ' '};
    return {lineStart(tree, start), 0, laidOut(tree, lines, indentationOf(tree, beside)) + tree.lineEnding()};
}

NginxEdit nginxInsertedAfter(const NginxTree &tree, NginxNode beside, const QByteArray &lines)
{
    const qsizetype end = endWithComment(beside);
    if (nextLine(tree, end) < 0) // "server { listen 80; }"
        return {end, 0, ' ' + laidOut(tree, lines, {})};
    return {end, 0, tree.lineEnding() + laidOut(tree, lines, indentationOf(tree, beside))};
}

NginxEdit nginxInsertedInto(const NginxTree &tree, NginxNode block, NginxPosition position, const QByteArray &lines)
{
    NginxNode first = block.firstChild();
    NginxNode last;
    for (const NginxNode child : block.children())
        last = child;
    const bool isFile = block.kind() == NginxNode::Kind::File;
    if (last && position == NginxPosition::Last)
        return nginxInsertedAfter(tree, last, lines);
    if (first && first.kind() == NginxNode::Kind::Comment && !isFile && !isFirstOnLine(tree, first.span().start))
        return nginxInsertedAfter(tree, first, lines); // "server { # the main one"
    if (first)
        return nginxInsertedBefore(tree, first, lines);
    const NginxSpan inside = block.inside();
    if (isFile)
        return {inside.end, 0, laidOut(tree, lines, {}) + tree.lineEnding()};
    const QByteArray outer = indentation(tree, block.span().start);
    const QByteArray text = tree.lineEnding() + laidOut(tree, lines, outer + nginxIndentUnit(tree));
    return {inside.start, inside.size(), text + tree.lineEnding() + outer};
}

NginxEdit nginxRemoved(const NginxTree &tree, NginxNode node)
{
    const NginxSpan span = node.span();
    const qsizetype end = endWithComment(node);
    const qsizetype next = nextLine(tree, end);
    if (isFirstOnLine(tree, span.start) && next >= 0) {
        const qsizetype start = lineStart(tree, span.start);
        return {start, next - start, {}};
    }
    // Something else is on the line: with the blanks before it, or, at the start of a line, behind it.
    qsizetype start = span.start;
    qsizetype stop = span.end;
    if (isFirstOnLine(tree, start)) {
        while (stop < tree.text().size() && isIndent(tree.text()[stop]))
            ++stop;
    } else {
        while (start > 0 && isIndent(tree.text()[start - 1]))
            --start;
    }
    return {start, stop - start, {}};
}

/// `written` in the head of a directive, before what stands at `end`: with a blank where nginx would take both for one
/// word ("$" and "{", "${" and "{"), or refuse them (anything but a quoted word and ")").
static QByteArray apart(const QByteArray &written, NginxNode node, qsizetype end)
{
    const QByteArrayView rest = node.text().sliced(end - node.span().start);
    const bool isQuoted = written.endsWith('"') || written.endsWith('\'');
    const bool needsBlank = rest.startsWith('{')   ? written.isEmpty() || written.endsWith('$') || written.endsWith('{')
                            : rest.startsWith(')') ? !isQuoted
                                                   : false;
    return needsBlank ? QByteArray(written + ' ') : written;
}

NginxEdit nginxWithArgument(NginxNode node, int index, const QByteArray &value)
{
    const NginxSpan span = node.argumentSpan(index);
    const QByteArrayView written = node.writtenArgument(index);
    const NginxQuotes quotes = written.startsWith('"')    ? NginxQuotes::Double
                               : written.startsWith('\'') ? NginxQuotes::Single
                                                          : NginxQuotes::WhereNeeded;
    const QByteArray spelled = apart(nginxSpelled(value, quotes), node, span.end);
    const qsizetype before = index > 0 ? node.argumentSpan(index - 1).end : node.nameSpan().end;
    const bool needsBlank = before == span.start && !spelled.startsWith(')'); // it was ")" behind a quoted word
    return {span.start, span.size(), needsBlank ? QByteArray(' ' + spelled) : spelled};
}

NginxEdit nginxWithArguments(NginxNode node, const QList<QByteArray> &values)
{
    QByteArray written;
    for (const QByteArray &value : values)
        written += ' ' + nginxSpelled(value);
    const int count = node.argumentCount();
    const qsizetype start = node.nameSpan().end;
    const qsizetype end = count > 0 ? node.argumentSpan(count - 1).end : start;
    return {start, end - start, apart(written, node, end)};
}

NginxEdit nginxWithAddedArgument(NginxNode node, const QByteArray &value)
{
    const int count = node.argumentCount();
    const NginxSpan last = count > 0 ? node.argumentSpan(count - 1) : node.nameSpan();
    return {last.end, 0, apart(' ' + nginxSpelled(value), node, last.end)};
}

NginxEdit nginxWithoutArgument(NginxNode node, int index)
{
    const qsizetype start = index > 0 ? node.argumentSpan(index - 1).end : node.nameSpan().end;
    const qsizetype end = node.argumentSpan(index).end;
    return {start, end - start, apart({}, node, end)};
}

NginxEdit nginxRenamed(NginxNode node, const QByteArray &name)
{
    const NginxSpan span = node.nameSpan();
    return {span.start, span.size(), apart(nginxSpelled(name), node, span.end)};
}

QByteArray nginxDirective(const QByteArray &name, const QList<QByteArray> &arguments)
{
    QByteArray written = nginxSpelled(name);
    for (const QByteArray &argument : arguments)
        written += ' ' + nginxSpelled(argument);
    return written + ';';
}

} // namespace gw
