// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/regex/subjects.h"

#include <optional>

namespace gw {

/// The header that a pattern is held against (RFC 6454, 7.1; RFC 9110, 10.1.3).
enum class SiteHeader { Origin, Referer };

/// What a pattern for the sites that are trusted lets in.
struct SiteVerdict {
    enum class Is {
        Fine,    ///< or nobody can tell
        Open,    ///< sites that somebody else may own: `witness` is one
        Useless, ///< nothing that a browser sends
    };
    Is is = Is::Fine;
    QByteArray witness;
};

/// Whose sites are meant is read from the pattern itself, unless `domains` says it: a handful of them is a list, any
/// number of them means that strangers can register one.
SiteVerdict sitesOf(const Regex &pattern, SiteHeader header, const QList<QByteArray> &domains = {});

/// Whether it lets in what came over plain HTTP.
RegexAnswer withoutTls(const Regex &pattern, SiteHeader header);

/// What somebody registers and owns, with all names below: "example.co.uk" of "www.example.co.uk".
QByteArray siteOf(const QByteArray &host);

} // namespace gw
