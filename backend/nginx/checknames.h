// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSet>

namespace gw::nginxcheck {

/// Host names with wildcards as ngx_hash_add_key() takes them (src/core/ngx_hash.c, NGX_HASH_WILDCARD_KEY).
class NameTable {
public:
    enum class Outcome {
        Added,
        Taken,   ///< it is there already, or one that takes its place
        Invalid, ///< no such wildcard
    };

    /// In lower case.
    Outcome add(const QByteArray &name);

private:
    QSet<QByteArray> m_exact;
    QSet<QByteArray> m_heads; ///< "*.a", ".a"
    QSet<QByteArray> m_tails; ///< "a.*"
};

} // namespace gw::nginxcheck
