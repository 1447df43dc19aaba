// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/edit.h"
#include "backend/nginx/version.h"

#include <optional>

namespace gw {

/// The profiles of Mozilla's guidelines 6.0 for TLS (ssl-config-generator, src/static/guidelines/6.0.json).
enum class TlsProfile {
    Intermediate, ///< TLS 1.2 and 1.3: clients of the last ten years
    Modern,       ///< TLS 1.3 alone: clients since 2019
};

/// What a server has for TLS. A version that is not set is not known.
struct TlsAbility {
    NginxVersion nginx;
    NginxVersion openSsl;
};

/// ssl_ciphers of the intermediate profile.
extern const QByteArray tlsIntermediateCiphers;

/// A directive of a profile. Without arguments it has no say there and goes.
struct TlsSetting {
    QByteArray directive;
    QByteArray arguments;
    friend bool operator==(const TlsSetting &, const TlsSetting &) = default;
};

/// In what the server can do: nginx does not start with a group that its OpenSSL has not. Empty: it cannot do it at
/// all.
QList<TlsSetting> tlsProfile(TlsProfile profile, const TlsAbility &ability);

/// The block, a server or http, says that profile afterwards; a session cache that it has stays. Empty: it says it
/// already, or the server cannot do it.
QList<NginxEdit> tlsProfileEdits(const NginxTree &tree, NginxNode block, TlsProfile profile, const TlsAbility &ability);

} // namespace gw
