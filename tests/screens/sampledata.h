// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

#include "backend/base/server.h"
#include "backend/findings/review.h"
#include "backend/survey/survey.h"
#include "widgets/parts/serversummary.h"

namespace gw::sample {

// A fleet as the target pictures show it: composed values, no server asked.

struct Machine {
    Server server;
    ConnectionState connection;
    std::shared_ptr<const Facts> facts;
    std::shared_ptr<const Review> review;
    ServerSummary summary() const;
};

QList<Machine> fleet();
/// The machine of the tutorials, as found: most of the pictures look at it.
Machine tutorial();
QList<FactChange> changes();
HostKeyQuestion hostKeyQuestion();
SecretQuestion passwordQuestion();
SecretQuestion rootQuestion();
SecretQuestion interactiveQuestion();
Error unreachable();
Error hostKeyChanged();
/// The same finding with what a hostile server would put in every text of it.
Finding hostileFinding();

} // namespace gw::sample
