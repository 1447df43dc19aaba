// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/hostid.h"

#include <QStringList>

namespace gw {

/// What the person keeps about one server. No secret and no fact of the server is in it.
struct Server {
    HostId id;
    QString name;   ///< as the person calls it; unique
    QString target; ///< "user@host:port", an alias of ssh_config, or "local"
    QString group;  ///< "gpu-lab"; empty: no group
    QStringList tags;
    QString colour;       ///< a name of the theme's palette: "blue", "green", … ; empty: none
    QString transport;    ///< "automatic", "libssh", "openssh"
    QString identityFile; ///< a key picked for this server; empty: as ssh decides

    bool isLocal() const { return id == HostId::local(); }
    friend bool operator==(const Server &, const Server &) = default;
};

} // namespace gw
