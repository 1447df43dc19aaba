// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace gw {

// What a cgroup path says: "/system.slice/nginx.service", "/system.slice/docker-ID.scope",
// "/machine.slice/machine-lab.scope/payload/system.slice/cron.service" (systemd.slice(5), Docker, Podman, LXC,
// Kubernetes).

/// The unit: the last part that ends in .service; empty: none.
QByteArray unitOfCgroup(QByteArrayView cgroup);

/// The container or machine that it belongs to: an id of 64 hexadecimal digits, or a name; empty: none that it names.
QByteArray containerOfCgroup(QByteArrayView cgroup);

/// The first part that is no slice: a name for a process that is known to be elsewhere.
QByteArray topOfCgroup(QByteArrayView cgroup);

} // namespace gw
