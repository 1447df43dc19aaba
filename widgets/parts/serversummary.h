// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/connectionstate.h"
#include "backend/base/server.h"
#include "backend/exposure/exposure.h"
#include "backend/findings/review.h"

#include <array>

namespace gw {

/// One server as lists, cards and the fleet pages show it: small, and computed away from the window's thread.
struct ServerSummary {
    struct Expiry {
        UntrustedText name;
        QDateTime notAfter;
        bool renewed = false; ///< something on the server renews it
        friend bool operator==(const Expiry &, const Expiry &) = default;
    };

    Server server;
    ConnectionState connection;
    bool busy = false;    ///< a survey is under way
    QDateTime surveyedAt; ///< invalid: never
    std::chrono::milliseconds took{0};
    std::array<int, 5> counts{};    ///< open findings by Severity
    QList<Finding> worst;           ///< open findings of medium and above, worst first, at most 8
    QString system;                 ///< "Debian 12"
    std::optional<double> cpuShare; ///< load over processors, 0 … 1
    std::optional<double> memoryShare;
    qint64 memoryTotal = 0;
    QList<Gpu> gpus;
    QList<Exposure> exposed; ///< open to the world with nothing in front
    QList<Expiry> expiries;  ///< soonest first

    int openFindings() const;
    std::optional<Severity> worstSeverity() const;
    friend bool operator==(const ServerSummary &, const ServerSummary &) = default;
};

/// Pure. `facts` and `review` may be null: nothing is known yet.
ServerSummary summaryOf(const Server &server, const ConnectionState &connection, const Facts *facts,
                        const Review *review);

/// As people order names: "gpu-2" before "gpu-10".
int compareNames(const QString &a, const QString &b);

} // namespace gw

Q_DECLARE_METATYPE(gw::ServerSummary)
