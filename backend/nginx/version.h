// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <compare>

namespace gw {

/// "1.22.1". Unset (0.0.0): not known.
struct NginxVersion {
    quint16 major = 0;
    quint16 minor = 0;
    quint16 patch = 0;

    constexpr bool isSet() const { return major || minor || patch; }
    /// The first version number in a text: of "1.22.1", "nginx/1.22.1", "nginx version: nginx/1.22.1 (Ubuntu)".
    static NginxVersion fromText(QByteArrayView text);
    friend constexpr auto operator<=>(const NginxVersion &, const NginxVersion &) = default;
};

} // namespace gw
