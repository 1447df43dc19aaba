// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/contexts.h"
#include "backend/nginx/references.h"

#include <optional>

namespace gw {

/// One thing that could stand where somebody types.
struct NginxCompletion {
    enum class Kind { Directive, Block, Value, Variable, Upstream, File };
    Kind kind = Kind::Directive;
    QByteArray text;                       ///< what is inserted
    const DirectiveFacts *facts = nullptr; ///< of a directive
    const VariableFacts *variable = nullptr;
    friend bool operator==(const NginxCompletion &, const NginxCompletion &) = default;
};

struct NginxCompletions {
    NginxSpan typed; ///< what they replace: it ends at the place that was asked for
    QList<NginxCompletion> items;
};

/// What a completion may rest on beside the file itself.
struct NginxSurroundings {
    NginxContext file = NginxContext::Http; ///< of the outermost directives
    NginxBuild build;
    NginxConfig config;    ///< the whole of it
    NginxNames names = {}; ///< nginxNamesOf(config)
};

/// What may stand at `offset`, by what nginx allows in that context of that version; those that begin with what was
/// typed come first, then those that hold it.
NginxCompletions nginxCompletions(const NginxTree &tree, qsizetype offset, const NginxSurroundings &around);

/// What a pointer over a byte is told about.
struct NginxHover {
    NginxSpan span;
    const DirectiveFacts *facts = nullptr; ///< of a directive
    const VariableFacts *variable = nullptr;
    NginxContext standsIn = NginxContext::Foreign;
};
std::optional<NginxHover> nginxHover(const NginxTree &tree, qsizetype offset, const NginxSurroundings &around);

/// As documentation writes it: "http", "if in location".
QByteArray nginxContextName(NginxContext context);

} // namespace gw
