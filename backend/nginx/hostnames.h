// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QSet>

#include <optional>

namespace gw {

/// Host names and wildcards as ngx_hash_find_combined() finds them (src/core/ngx_hash.c): the exact name, then the
/// longest "*.example.com" or ".example.com", then the longest "www.example.*". Of two that are the same the first
/// holds. Each name has a number, given by who adds it.
class NginxHostNames {
public:
    enum class Kind : quint8 { Exact, LeadingWildcard, TrailingWildcard };
    struct Found {
        int number = 0;
        Kind kind = Kind::Exact;
    };

    /// In any case of letters. False: it is ignored, another one has that name.
    bool add(const QByteArray &name, int number);
    /// `host` in lower case.
    std::optional<Found> find(const QByteArray &host) const;

private:
    struct Wildcard {
        int number = 0;
        bool takesBareName = false; ///< ".example.com" also means "example.com"
    };
    QHash<QByteArray, int> m_exact;
    QSet<QByteArray> m_bareNames;          ///< exact names, and those that ".name" also means
    QHash<QByteArray, Wildcard> m_leading; ///< by what follows the first dot
    QHash<QByteArray, int> m_trailing;     ///< by what stands before the last dot
};

} // namespace gw
