// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxaccess.h"

#include <algorithm>
#include <array>

namespace gw {
bool isForAll(NginxSetting entry)
{
    return entry.argument(0) == "all";
}

bool NginxAccess::isRestricted() const
{
    for (const NginxSetting entry : addresses) {
        if (isForAll(entry))
            return entry.is("deny");
        if (entry.is("deny"))
            return true;
    }
    return false;
}

NginxSetting NginxAccess::forAll() const
{
    const auto all = std::find_if(addresses.cbegin(), addresses.cend(), isForAll);
    return all != addresses.cend() ? *all : NginxSetting();
}

bool NginxAccess::isListOfFriends() const
{
    const NginxSetting all = forAll();
    return all && all.is("deny");
}

bool NginxAccess::isOpen() const
{
    if (!asksLogin)
        return !isListOfFriends();
    // With "any" whoever is let in by address needs no login.
    const NginxSetting all = forAll();
    return anySuffices && all && all.is("allow");
}

NginxAccess accessAt(const NginxView &view, NginxSetting block)
{
    static constexpr std::array logins{"auth_basic", "auth_request", "auth_jwt", "auth_oidc"};
    NginxAccess access;
    access.addresses = view.holding(block, "allow");
    access.asksLogin = std::any_of(logins.begin(), logins.end(), [&](const char *login) {
        const QByteArray value = view.held(block, login, "off");
        return value != "off";
    });
    access.anySuffices = view.held(block, "satisfy", "all") == "any";
    return access;
}

} // namespace gw
