// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/change/login.h"

namespace gw {

/// What came of trying something from outside.
struct Observation {
    enum class Verdict {
        Holds,
        Fails,
        NotTried, ///< it cannot be seen from here: neither for nor against the change
    };
    Verdict verdict = Verdict::NotTried;
    QString detail; ///< "answered in 41 ms", "connection refused"; safe to show
    friend bool operator==(const Observation &, const Observation &) = default;
};

/// How things are tried from this computer: the real way, or a made-up one in tests. One try each, on the calling
/// worker; prove() tries again.
struct Outside {
    std::function<Result<Login>(const LoginProof &, std::stop_token)> login;
    std::function<Observation(const PortProof &, std::stop_token)> port;
    std::function<Observation(const UrlProof &, std::stop_token)> url;
    std::function<Observation(const SiteProof &, std::stop_token)> site;
    /// A service that was just restarted needs a moment: how long a proof is tried again, and the pause between tries.
    std::chrono::milliseconds patience{10'000};
    std::chrono::milliseconds pause{500};
};

/// The real one. Ports are tried at the address that the connection uses. A port behind a jump host or a ProxyCommand
/// cannot be tried from here, nor can this computer see itself as others do: that is NotTried.
Outside outsideOf(const Way &way);

} // namespace gw
