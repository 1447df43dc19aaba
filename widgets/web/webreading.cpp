// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/web/webreading.h"

namespace gw {
namespace {

/// What the server has does not change with what is typed.
void readServer(const WebDraft &draft, WebReading &reading)
{
    reading.facts = draft.sharedFacts();
    if (const WebReading *last = draft.reading(); last && last->facts == reading.facts) {
        reading.sites = last->sites;
        reading.logs = last->logs;
        return;
    }
    const NginxConfig config = nginxConfigOf(*reading.facts);
    reading.sites = webSites(*reading.facts, config);
    reading.logs = webLogFiles(config);
}

} // namespace

std::shared_ptr<const WebReading> webReadingOf(const WebDraft &draft, const QList<AcceptedRisk> &accepted,
                                               const std::stop_token &stop)
{
    auto reading = std::make_shared<WebReading>();
    reading->revision = draft.revision();
    if (!draft.isKnown())
        return reading;
    reading->config = draft.readConfig();
    reading->names = nginxNamesOf(reading->config);
    if (stop.stop_requested())
        return nullptr;
    readServer(draft, *reading);
    reading->problems = editorProblems(reading->config, checked(reading->config, draft.build()));
    if (stop.stop_requested())
        return nullptr;
    reading->effective = std::make_shared<const NginxEffective>(reading->config, draft.build());
    if (stop.stop_requested())
        return nullptr;
    const ReviewScope scope{.only = {QStringLiteral("nginx")}};
    reading->findings = review(draft.draftedFacts(), accepted, QDate::currentDate(), scope).findings;
    return reading;
}

} // namespace gw
