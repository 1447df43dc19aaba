// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/tree.h"

namespace gw::test {

/// Everything that has to hold of the tree of any text: it is printed back, every byte is in a token or is white space,
/// nodes are in their blocks. Null: nothing is wrong.
const char *whatIsWrong(const NginxTree &tree, const QByteArray &text);

/// All that is not white space between tokens, one a line.
QByteArray tokensOf(const NginxTree &tree);

/// What formatting the text may not do: change tokens, go on changing. Empty: nothing is wrong.
QByteArray whatIsWrongWithFormatting(const QByteArray &text, const QByteArray &indent);

} // namespace gw::test
