// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/contexts.h"

namespace gw {

/// What a byte of a configuration file is to a reader.
enum class NginxStyle : quint8 {
    Plain,     ///< blanks, values without a look of their own
    Directive, ///< a name that nginx knows here
    Block,     ///< the name of a directive with a block
    Unknown,   ///< a name that nginx does not know here
    Number,    ///< with its unit: "10m", "300s", "10r/s", "80"
    String,    ///< in quotes
    Variable,  ///< "$host", "${host}", also within other words
    Regex,     ///< a pattern, and the "~" before it
    Sign,      ///< ; { }
    Comment,
    Lua,   ///< the code of a *_by_lua_block
    Wrong, ///< a quote that nothing closes, a "}" too many
};

/// One NginxStyle for every byte of the text. Linear.
QByteArray nginxStyles(const NginxTree &tree, const NginxContexts &contexts, const NginxBuild &build = {});

/// Of one line, for folding.
struct NginxFold {
    int level = 0;      ///< how many blocks are open where the line begins
    bool opens = false; ///< a block that begins here goes on behind this line
    friend bool operator==(const NginxFold &, const NginxFold &) = default;
};
/// By line, from 0: one for each of NginxTree::lineCount().
std::vector<NginxFold> nginxFolds(const NginxTree &tree);

} // namespace gw
