// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/nginx/nginxview.h"

namespace gw {

/// A regular expression of the configuration.
struct NginxRegex {
    enum class Use { Location, If, Rewrite, ServerName, Map, Referers, PathInfo, Other };
    NginxSetting setting; ///< the directive, or the entry of a map
    Use use = Use::Other;
    QByteArray text; ///< without "~"
    RegexCase letters = RegexCase::Sensitive;
    QByteArray subject; ///< what is matched: "$uri", "$host", "$http_origin"
    bool isNegated = false;
};

/// All of them; NginxView::regexes() keeps them.
QList<NginxRegex> regexesOf(const NginxView &view);

/// The pattern of a location, an `if`, a rewrite or an entry of a map; nothing: it has none.
std::optional<NginxRegex> regexOf(NginxSetting setting);
/// Those of a server_name, which may have several.
QList<NginxRegex> serverNameRegexes(NginxSetting serverName);

} // namespace gw
