// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/nginx/nginxview.h"

namespace gw {

/// An entry of a list of addresses that stands for every address.
bool isForAll(NginxSetting entry);

/// Who may come in at one place (ngx_http_access_module and those that ask for a login).
struct NginxAccess {
    QList<NginxSetting> addresses; ///< allow and deny that hold there, in their order
    bool asksLogin = false;        ///< auth_basic, auth_request, auth_jwt, auth_oidc
    bool anySuffices = false;      ///< satisfy any

    /// The first line that stands for every address, behind which nginx reads none; none: there is no such line.
    NginxSetting forAll() const;
    /// Some addresses are turned away.
    bool isRestricted() const;
    /// All addresses are turned away but those that are named.
    bool isListOfFriends() const;
    /// Strangers get in: neither an address list nor a login keeps them out.
    bool isOpen() const;
};
NginxAccess accessAt(const NginxView &view, NginxSetting block);

} // namespace gw
