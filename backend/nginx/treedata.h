// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/errors.h"
#include "backend/nginx/node.h"

#include <vector>

namespace gw {

/// A node as it is kept: numbers of tokens and of nodes.
struct NginxNodeData {
    quint32 firstToken = 0;
    quint32 endToken = 0; ///< behind its last token, descendants included
    quint32 headSize = 0; ///< tokens before its ";" or "{": words, and comments between them
    quint32 parent = 0;
    quint32 subtreeEnd = 0; ///< behind its last descendant
    NginxNode::Kind kind = NginxNode::Kind::Directive;
    NginxNode::Body body = NginxNode::Body::None;
    bool isTerminated : 1 = false; ///< has its ";" or "{"
    bool isClosed : 1 = false;     ///< has its "}"
    bool hasInnerComment : 1 = false;
};
static_assert(sizeof(NginxNodeData) == 24);

/// What the copies of an NginxTree share: flat arrays, nothing allocated per node.
struct NginxTreeData {
    QByteArray text;
    std::vector<NginxToken> tokens;   ///< in order, without overlap
    std::vector<NginxNodeData> nodes; ///< in reading order: a node stands before its descendants; [0] is the file
    std::vector<quint32> lineStarts;
    QList<NginxError> errors;

    QByteArrayView view(NginxSpan span) const { return QByteArrayView(text).sliced(span.start, span.size()); }
};

} // namespace gw
