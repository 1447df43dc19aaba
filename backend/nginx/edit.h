// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/tree.h"
#include "backend/nginx/words.h"

namespace gw {

/// `removed` bytes from `start` on become `text`.
struct NginxEdit {
    qsizetype start = 0;
    qsizetype removed = 0;
    QByteArray text;
    friend bool operator==(const NginxEdit &, const NginxEdit &) = default;
};

// Edits of one file of nginx. All places are those of the tree before any of them, so that edits of one tree may be
// gathered and made at once. Only the bytes they are about change; indentation and line ends are those of the file.

/// The text after all edits; of two at one place the earlier in the list comes first. Those that overlap an earlier one
/// are left out.
QByteArray nginxEdited(const QByteArray &text, QList<NginxEdit> edits);

/// Where a new line goes in a block.
enum class NginxPosition { First, Last };

/// `lines` is what to write, indented by four spaces per level from nothing on and with "\n" between its lines:
/// "location / {\n    return 404;\n}". It lands on lines of its own, with the indentation of what is beside it.
NginxEdit nginxInsertedBefore(const NginxTree &tree, NginxNode beside, const QByteArray &lines);
/// Also behind a comment that ends the line of `beside`.
NginxEdit nginxInsertedAfter(const NginxTree &tree, NginxNode beside, const QByteArray &lines);
/// `block` is a directive with a block that has both braces, or the file.
NginxEdit nginxInsertedInto(const NginxTree &tree, NginxNode block, NginxPosition position, const QByteArray &lines);

/// Without the directive; with its whole line and the comment behind it where nothing else stands there.
NginxEdit nginxRemoved(const NginxTree &tree, NginxNode node);

/// Argument `index` (from 0) with another value; its quotes stay where it has any.
NginxEdit nginxWithArgument(NginxNode node, int index, const QByteArray &value);
/// All arguments anew; comments between them go.
NginxEdit nginxWithArguments(NginxNode node, const QList<QByteArray> &values);
/// One more argument behind the last.
NginxEdit nginxWithAddedArgument(NginxNode node, const QByteArray &value);
/// Without argument `index` and the blanks before it.
NginxEdit nginxWithoutArgument(NginxNode node, int index);
NginxEdit nginxRenamed(NginxNode node, const QByteArray &name);

/// "proxy_pass http://127.0.0.1:8000;", each word spelled as it needs.
QByteArray nginxDirective(const QByteArray &name, const QList<QByteArray> &arguments);

/// One level of indentation as the file has it: "\t" or so many spaces.
QByteArray nginxIndentUnit(const NginxTree &tree);

} // namespace gw
