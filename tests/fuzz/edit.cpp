// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/edit.h"
#include "tests/fuzz/target.h"
#include "tests/nginx/treelaws.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace gw;

namespace {

/// Of longer texts nginx's buffer decides what is too long, and what moves may become so.
constexpr qsizetype longest = 3000;

/// Lines of their own in the file after an edit, and how many.
qsizetype countOf(const NginxTree &tree, QByteArrayView name)
{
    qsizetype count = 0;
    for (quint32 i = 1; i < tree.nodeCount(); ++i)
        count += tree.node(i).isDirective() && tree.node(i).is(name);
    return count;
}

NginxEdit inserted(const NginxTree &tree, NginxNode node, int how)
{
    const bool hasRoom = node.body() == NginxNode::Body::Directives || node.body() == NginxNode::Body::Entries;
    switch (how % 4) {
    case 0: return nginxInsertedBefore(tree, node, "gw_new value;");
    case 1: return nginxInsertedAfter(tree, node, "gw_new value;");
    case 2: return nginxInsertedInto(tree, hasRoom ? node : tree.root(), NginxPosition::First, "gw_new value;");
    default: return nginxInsertedInto(tree, hasRoom ? node : tree.root(), NginxPosition::Last, "gw_new value;");
    }
}

/// Each kind of edit at a directive of a text without errors; `value` is any.
QByteArray whatIsWrongAt(const NginxTree &tree, NginxNode node, const QByteArray &value, int how)
{
    const auto after = [&](const NginxEdit &edit) { return NginxTree::parse(nginxEdited(tree.text(), {edit})); };
    const auto said = [&](const char *what, const NginxTree &changed) -> QByteArray {
        return QByteArray(what) + ":\n" + tree.text() + "\nbecame\n" + changed.text();
    };
    const NginxTree with = after(inserted(tree, node, how));
    if (!with.errors().isEmpty() || countOf(with, "gw_new") != countOf(tree, "gw_new") + 1 ||
        with.nodeCount() != tree.nodeCount() + 1)
        return said("inserting", with);
    const NginxTree without = after(nginxRemoved(tree, node));
    if (!without.errors().isEmpty() || countOf(without, node.name()) >= countOf(tree, node.name()))
        return said("removing", without);
    const int count = node.argumentCount();
    const NginxTree more = after(nginxWithAddedArgument(node, value));
    const NginxNode grown = more.node(node.index());
    if (!more.errors().isEmpty() || grown.argumentCount() != count + 1 || grown.argument(count) != value)
        return said("one more argument", more);
    const NginxTree renamed = after(nginxRenamed(node, "gw_new"));
    const bool isPlain = node.body() == NginxNode::Body::None || node.body() == NginxNode::Body::Directives;
    if (isPlain && (!renamed.errors().isEmpty() || renamed.node(node.index()).arguments() != node.arguments()))
        return said("another name", renamed);
    const NginxTree others = after(nginxWithArguments(node, {"b", value}));
    if (!others.errors().isEmpty() || others.node(node.index()).arguments() != QByteArrayList{"b", value})
        return said("other arguments", others);
    if (count == 0)
        return {};
    const int index = how % count;
    const NginxTree other = after(nginxWithArgument(node, index, value));
    if (!other.errors().isEmpty() || other.node(node.index()).argument(index) != value ||
        other.node(node.index()).argumentCount() != count)
        return said("another argument", other);
    const NginxTree less = after(nginxWithoutArgument(node, index));
    if (!less.errors().isEmpty() || less.node(node.index()).argumentCount() != count - 1)
        return said("one argument less", less);
    return {};
}

/// Edits of a file without errors leave a file without errors that has what was asked for; of any other file they must
/// not crash. Formatting changes nothing but white space, and once is enough.
QByteArray whatIsWrongWithEdits(const QByteArray &text)
{
    const NginxTree tree = NginxTree::parse(text);
    if (text.size() > longest || tree.nodeCount() < 2)
        return test::whatIsWrongWithFormatting(text, "\t");
    // Whether a quote is closed far behind decides where Lua code ends.
    const bool hasLua = std::ranges::any_of(
        tree.tokens(), [](const NginxToken &token) { return token.kind() == NginxToken::Kind::Lua; });
    const bool isJudged = tree.errors().isEmpty() && !hasLua;
    QRandomGenerator random(quint32(qHash(text)));
    const auto place = [&](qsizetype end) { return qsizetype(random.bounded(qint64(end))); };
    const QByteArray value = text.mid(place(text.size()), random.bounded(40));
    for (int round = 0; round < 4; ++round) {
        const NginxNode node = tree.node(1 + random.bounded(tree.nodeCount() - 1));
        const qsizetype start = place(text.size());
        const NginxEdit any{start, place(text.size() - start + 1), value};
        nginxEdited(text, {inserted(tree, node, round), nginxRemoved(tree, node), any});
        if (!node.isDirective() || !isJudged)
            continue;
        if (const QByteArray wrong = whatIsWrongAt(tree, node, value, random.bounded(100)); !wrong.isEmpty())
            return wrong;
    }
    return test::whatIsWrongWithFormatting(text, "    ");
}

} // namespace

GW_FUZZ_TARGET("edit", "nginx", whatIsWrongWithEdits)
