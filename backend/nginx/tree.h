// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/errors.h"
#include "backend/nginx/node.h"

#include <memory>
#include <span>

namespace gw {

/// One nginx configuration file, lossless: printed() is byte for byte what was parsed, whatever it was. A file that
/// nginx refuses has errors, and a tree of all that can be read. Immutable; copies share everything.
class NginxTree {
public:
    /// The longest text that is read; of a longer one the tree is empty and has an error.
    static constexpr qsizetype longest = 256 * 1024 * 1024;

    NginxTree();
    /// Linear in the size of the text, without recursion.
    static NginxTree parse(QByteArray text);

    const QByteArray &text() const;
    /// Put together again from the tokens.
    QByteArray printed() const;
    /// In the order nginx would meet them; the first is what `nginx -t` says. Only of syntax: whether directives exist
    /// and take these arguments is not looked at.
    const QList<NginxError> &errors() const;

    NginxNode root() const { return node(0); }
    /// By number, in reading order; 0 is the file.
    NginxNode node(quint32 index) const { return {m_data.get(), index}; }
    quint32 nodeCount() const;
    /// The innermost node that holds the byte; the file if it is between nodes.
    NginxNode nodeAt(qsizetype offset) const;
    std::span<const NginxToken> tokens() const;
    /// The number of the first token that ends behind `offset`; tokens().size() if there is none.
    qsizetype tokenAt(qsizetype offset) const;

    int lineCount() const;
    NginxPlace placeOf(qsizetype offset) const;
    /// Of line `number` (from 1), with its line end.
    NginxSpan line(int number) const;
    /// "\r\n" or "\n", as the first line that has a word ends.
    QByteArray lineEnding() const;

private:
    explicit NginxTree(std::shared_ptr<const NginxTreeData> data) : m_data(std::move(data)) {}

    std::shared_ptr<const NginxTreeData> m_data;
};

} // namespace gw
