// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/web/webreading.h"

namespace gw {

std::shared_ptr<const WebReading> webReadingOf(const WebDraft &draft, const QList<AcceptedRisk> &accepted,
                                               const std::stop_token &stop)
{
    auto reading = std::make_shared<WebReading>();
    reading->revision = draft.revision();
    if (!draft.isKnown())
        return reading;
    reading->config = draft.config();
    if (stop.stop_requested())
        return nullptr;
    reading->complaints = checked(reading->config, draft.build());
    reading->effective = std::make_shared<const NginxEffective>(reading->config, draft.build());
    if (stop.stop_requested())
        return nullptr;
    const ReviewScope scope{.only = {QStringLiteral("nginx")}};
    reading->findings = review(draft.draftedFacts(), accepted, QDate::currentDate(), scope).findings;
    return reading;
}

} // namespace gw
