// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/record.h"
#include "backend/ssh/route.h"

#include <optional>

namespace gw {

/// How a server is reached from now on: a kept change has moved the port of ssh, or taken the login from the user.
struct NewAddress {
    QString target = {};     ///< what Server::target has to be; empty: it stays
    QStringList lines = {};  ///< "Port 2222": what the person has to write below `alias`, since it stands in a file
    QString alias = {};      ///< that is the person's own
    QString configFile = {}; ///< where that is
    friend bool operator==(const NewAddress &, const NewAddress &) = default;
};

/// What the login that `record` has proven makes of `target`, which was reached by `route`; nothing: it is reached as
/// before. Reads the person's ssh configuration, so call it on a worker.
std::optional<NewAddress> newAddressOf(const QString &target, const Route &route, const ChangeRecord &record);

/// What the person has to know and to do, translated; safe to show.
QString textOf(const NewAddress &address);

} // namespace gw
