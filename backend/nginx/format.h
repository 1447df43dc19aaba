// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/edit.h"

namespace gw {

/// How a formatted file looks.
struct NginxLayout {
    QByteArray indent = "    "; ///< of one level: blanks or tabs
};

/// What brings a file into shape. Only white space between tokens changes: a directive to a line, indented by its
/// depth; one blank between words. What the author chose stays: line breaks between arguments, also aligned ones;
/// blocks of one directive on one line; one blank line where there are any; comments on their lines; columns in the
/// bodies of map, types and the like; Lua code. Nothing for a file with errors. Formatting twice is formatting once.
QList<NginxEdit> nginxFormatting(const NginxTree &tree, const NginxLayout &style = {});
/// The same, but only what stands before the tokens of the lines that the selection touches.
QList<NginxEdit> nginxFormatting(const NginxTree &tree, NginxSpan selection, const NginxLayout &style = {});

QByteArray nginxFormatted(const NginxTree &tree, const NginxLayout &style = {});

} // namespace gw
