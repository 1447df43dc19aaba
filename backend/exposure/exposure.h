// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/firewall/firewall.h"
#include "backend/survey/facts.h"

namespace gw {

/// What stands between the world and a listening socket, as the server's own configuration says.
struct Exposure {
    enum class Verdict {
        Loopback, ///< bound to this machine only
        Closed,   ///< the firewall stops it
        Gate,     ///< ssh itself, or nginx: meant to be reached
        Open,     ///< the world reaches it and nothing stands in front
        Unknown,  ///< the firewall could not be read (needs root)
    };
    Listener listener;
    Verdict verdict = Verdict::Unknown;
    QString reason;        ///< translated: "ufw is inactive", "Docker publishes past ufw"
    UntrustedText service; ///< "vLLM", "Jupyter", "sshd", or the process name
    friend bool operator==(const Exposure &, const Exposure &) = default;
};

/// One per listening TCP or UDP socket, in the order address, port. A Gap when the sockets are not known.
Known<QList<Exposure>> exposures(const Facts &facts);

/// What ufw's own files say where its rules could not be read, translated: "ufw is switched on, …; its rules: needs
/// root". Empty where nothing is to be added.
QString partialUfw(const FirewallFacts &firewall);

/// The firewall of the server, from its raw answers.
Firewall firewallOf(const Facts &facts);

} // namespace gw
