// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/format.h"

#include <optional>
#include <vector>

namespace gw {

/// Goes through the tokens of a tree without errors and says what the white space before each of them becomes.
class NginxFormatter {
public:
    NginxFormatter(const NginxTree &tree, const NginxLayout &style);

    /// The next token's; at the end that behind the last token; then nothing.
    std::optional<NginxEdit> next();

private:
    /// A block that is open.
    struct Block {
        bool isInline = false;  ///< stays on one line
        bool isEntries = false; ///< its columns stay
    };
    /// A word of the directive that is being read, on the line where that begins.
    struct Word {
        qsizetype before = 0; ///< bytes from the name to it, as it was
        qsizetype after = 0;  ///< as it becomes
    };

    QByteArray gapBefore(const NginxToken &token);
    QByteArray beforeComment(const NginxToken &token) const;
    QByteArray beforeWordOfHead() const;
    QByteArray beforeStatement() const;
    QByteArray beforeClosing() const;
    void step(const NginxToken &token, const QByteArray &gap);
    bool staysOnOneLine(NginxNode node) const;

    bool isEntries() const { return !m_blocks.empty() && m_blocks.back().isEntries; }
    bool isInline() const { return !m_blocks.empty() && m_blocks.back().isInline; }
    bool isBehind(NginxToken::Kind kind) const { return m_behind && m_behind->kind() == kind; }
    bool hasLineBreak() const { return m_gap.contains('\n'); }
    QByteArray lineBreak(qsizetype level) const { return m_lineEnding + m_style.indent.repeated(level); }
    qsizetype depth() const { return qsizetype(m_blocks.size()); }
    QByteArray continued() const;

    const NginxTree &m_tree;
    NginxLayout m_style;
    QByteArray m_lineEnding;
    std::vector<Block> m_blocks;
    std::optional<NginxToken> m_behind; ///< the token before
    QByteArrayView m_gap;               ///< what stands between that and the next one
    qsizetype m_token = 0;              ///< the next one
    quint32 m_node = 0;                 ///< the last directive or comment that began
    bool m_isInHead = false;            ///< words of a directive are being read
    bool m_isOnFirstLine = false;       ///< of that directive
    QByteArray m_oldIndent;             ///< of that directive
    bool m_beginsLine = false;          ///< that directive did
    std::vector<Word> m_words;
    bool m_isDone = false;
};

} // namespace gw
