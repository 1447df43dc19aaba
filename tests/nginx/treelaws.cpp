// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/nginx/treelaws.h"

#include "backend/nginx/format.h"

namespace gw::test {

const char *whatIsWrong(const NginxTree &tree, const QByteArray &text)
{
    if (tree.printed() != text)
        return "the text is not printed back";
    qsizetype end = 0;
    for (const NginxToken &token : tree.tokens()) {
        if (token.start < end)
            return "tokens overlap";
        for (qsizetype i = end; i < token.start; ++i) {
            if (!QByteArrayView(" \t\r\n").contains(text[i]))
                return "a byte is in no token";
        }
        end = token.end();
    }
    for (; end < text.size(); ++end) {
        if (!QByteArrayView(" \t\r\n").contains(text[end]))
            return "a byte at the end is in no token";
    }
    qsizetype start = 0;
    for (quint32 i = 1; i < tree.nodeCount(); ++i) {
        const NginxNode node = tree.node(i);
        const NginxSpan span = node.span();
        const NginxSpan around = node.parent().inside();
        if (span.start < start || span.isEmpty())
            return "nodes are not in reading order";
        if (span.start < around.start || span.end > around.end)
            return "a node is not inside its block";
        if (node.next() && node.next().span().start < span.end)
            return "siblings overlap";
        if (node.isDirective() && node.nameSpan().isEmpty())
            return "a directive without a name";
        if (tree.nodeAt(span.start) != node)
            return "a node is not found at its first byte";
        start = span.start + 1;
    }
    for (const NginxError &error : tree.errors()) {
        if (error.offset < 0 || error.offset > text.size() || error.message.isEmpty() ||
            tree.placeOf(error.offset).line != error.line)
            return "an error is nowhere";
    }
    return nullptr;
}

QByteArray tokensOf(const NginxTree &tree)
{
    QByteArray all;
    for (const NginxToken &token : tree.tokens())
        all += QByteArrayView(tree.text()).sliced(token.start, token.size) + '\n';
    return all;
}

QByteArray whatIsWrongWithFormatting(const QByteArray &text, const QByteArray &indent)
{
    const NginxTree before = NginxTree::parse(text);
    const NginxTree once = NginxTree::parse(nginxFormatted(before, {indent}));
    if (tokensOf(once) != tokensOf(before))
        return "tokens differ:\n" + text + "\nbecame\n" + once.text();
    const QByteArray twice = nginxFormatted(once, {indent});
    if (twice != once.text())
        return "not stable:\n" + text + "\nbecame\n" + once.text() + "\nand then\n" + twice;
    return {};
}

} // namespace gw::test
