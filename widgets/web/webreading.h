// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/review.h"
#include "backend/nginx/check.h"
#include "backend/nginx/effective.h"
#include "widgets/web/webdraft.h"

#include <stop_token>

namespace gw {

/// What follows from all files of nginx as they are typed.
struct WebReading {
    int revision = 0;                 ///< of the draft
    NginxConfig config;               ///< of these texts
    QList<NginxComplaint> complaints; ///< what `nginx -t` would say of it
    QList<Finding> findings;          ///< of the rules about nginx
    std::shared_ptr<const NginxEffective> effective;
};

/// For a worker: it takes as long as the files are large. Null: it was stopped.
std::shared_ptr<const WebReading> webReadingOf(const WebDraft &draft, const QList<AcceptedRisk> &accepted = {},
                                               const std::stop_token &stop = {});

} // namespace gw
