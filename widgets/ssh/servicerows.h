// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/intent.h"
#include "widgets/parts/rowlist.h"

#include <QMap>
#include <optional>

namespace gw {

/// What `systemd-analyze security UNIT` says: the exposure from 0 (none) to 10.
struct SecurityScore {
    double before = 10;          ///< when it was first asked
    std::optional<double> after; ///< since it was changed, or as a plan would make it
    friend bool operator==(const SecurityScore &, const SecurityScore &) = default;
};

/// By the name of the unit.
using SecurityScores = QMap<QString, SecurityScore>;

/// Something that answers requests as root, or on all addresses.
struct LooseService {
    /// What starts it, if that can give it a user; nothing: cron, a shell, a container.
    std::optional<ConfineService::Kind> startedBy;
    UntrustedText name;    ///< of the program or unit; else of what answers
    UntrustedText product; ///< "vLLM"
    UntrustedText unit;    ///< where nothing of the above starts it: "cron.service"
    bool runsAsRoot = false;
    bool onAllAddresses = false;
    QStringList endpoints; ///< "0.0.0.0:3001"
    UntrustedText commandLine;

    QString key() const; ///< of its row
    friend bool operator==(const LooseService &, const LooseService &) = default;
};

/// Services of this server that should have a user of their own or keep to the loopback address. Containers are left
/// out: they are confined where they are made. Pure.
QList<LooseService> looseServices(const Facts &facts);

/// A user for it: "qwen-chat" for the program of that name, made of what a user name may hold.
QString proposedUser(const LooseService &service);

QList<Row> serviceRows(const QList<LooseService> &services, const SecurityScores &scores);

/// "9.6 of 10, unsafe" as systemd-analyze judges it.
QString shownScore(double exposure);

} // namespace gw
