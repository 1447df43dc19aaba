// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/review.h"
#include "backend/nginx/effective.h"
#include "backend/survey/weblog.h"
#include "widgets/web/editorproblems.h"
#include "widgets/web/webdraft.h"

#include <stop_token>

namespace gw {

/// What follows from all files of nginx as they are typed.
struct WebReading {
    int revision = 0;                     ///< of the draft
    NginxConfig config;                   ///< of these texts
    NginxNames names;                     ///< that it defines
    QList<QList<EditorProblem>> problems; ///< what `nginx -t` would say of it, by file of `config`
    QList<Finding> findings;              ///< of the rules about nginx
    std::shared_ptr<const NginxEffective> effective;
    std::shared_ptr<const Facts> facts; ///< of the server; what follows is about its texts, not those that are typed
    QList<WebSite> sites;
    WebLogFiles logs;
};

/// For a worker: it takes as long as the files are large. Null: it was stopped.
std::shared_ptr<const WebReading> webReadingOf(const WebDraft &draft, const QList<AcceptedRisk> &accepted = {},
                                               const std::stop_token &stop = {});

} // namespace gw
