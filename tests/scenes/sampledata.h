// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/review.h"
#include "backend/survey/survey.h"
#include "widgets/parts/serversummary.h"

namespace gw::sample {

// A fleet as the target pictures show it, in the language of the moment. What the servers say are recorded answers
// (tests/survey/data), what is wrong with them is what the rules find there: the pictures show what people see. Only
// the hardware is added, which the recorded machines did not have.

struct Machine {
    Server server;
    ConnectionState connection;
    std::shared_ptr<const Facts> facts;
    std::shared_ptr<const Review> review;
    ServerSummary summary() const;
};

QList<Machine> fleet();
QList<ServerSummary> summaries();
/// The machine of the tutorials, as found: most of the pictures look at it.
Machine tutorial();
/// The same one, seen without root.
Machine tutorialWithoutRoot();
/// Findings of all the servers of the fleet together.
int findings();
/// The finding of a rule, by the beginning of its id; of several the first.
const Finding &findingOf(const Machine &machine, const char *rule);
/// What changed on the machine of the tutorials since the day before.
QList<FactChange> changes();
HostKeyQuestion hostKeyQuestion();
SecretQuestion passwordQuestion();
SecretQuestion rootQuestion();
SecretQuestion interactiveQuestion();
Error unreachable();
Error hostKeyChanged();
/// A finding with what a hostile server would put in every text of it.
Finding hostileFinding();

} // namespace gw::sample
