// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/format.h"

#include "backend/nginx/formatter.h"

#include <algorithm>

namespace gw {
namespace {

/// Where a module sees long Lua code cut by nginx's buffer, moving the code may change what it is.
bool hasSameTokens(const NginxTree &before, const NginxTree &after)
{
    return after.errors().isEmpty() &&
           std::ranges::equal(before.tokens(), after.tokens(), [&](const NginxToken &a, const NginxToken &b) {
               return a.kind() == b.kind() && QByteArrayView(before.text()).sliced(a.start, a.size) ==
                                                  QByteArrayView(after.text()).sliced(b.start, b.size);
           });
}

} // namespace

QList<NginxEdit> nginxFormatting(const NginxTree &tree, NginxSpan selection, const NginxLayout &style)
{
    if (!tree.errors().isEmpty())
        return {};
    const qsizetype size = tree.text().size();
    const qsizetype first = tree.line(tree.placeOf(qBound<qsizetype>(0, selection.start, size)).line).start;
    const qsizetype last = tree.line(tree.placeOf(qBound<qsizetype>(0, selection.end, size)).line).end;
    QList<NginxEdit> edits;
    NginxFormatter formatter(tree, style);
    while (const auto edit = formatter.next()) {
        const qsizetype end = edit->start + edit->removed; // where the token begins
        const bool isSelected = end >= first && (end < last || last == size);
        if (isSelected && QByteArrayView(tree.text()).sliced(edit->start, edit->removed) != edit->text)
            edits.append(*edit);
    }
    return hasSameTokens(tree, NginxTree::parse(nginxEdited(tree.text(), edits))) ? edits : QList<NginxEdit>();
}

QList<NginxEdit> nginxFormatting(const NginxTree &tree, const NginxLayout &style)
{
    return nginxFormatting(tree, {0, tree.text().size()}, style);
}

QByteArray nginxFormatted(const NginxTree &tree, const NginxLayout &style)
{
    return nginxEdited(tree.text(), nginxFormatting(tree, style));
}

} // namespace gw
