// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/parts/rowlist.h"
#include "widgets/web/webdraft.h"

namespace gw {

enum class SiteOrder { ByName, ByFile };

/// One row for each site that holds all words of `filter` in its names, addresses, backends or file; its key is the
/// index in `sites`. By file, the files without a site follow, with their path as key.
QList<Row> siteRows(const WebDraft &draft, const QString &filter, SiteOrder order,
                    const QDateTime &now = QDateTime::currentDateTimeUtc());

/// Until its certificate expires; -1: it has; nothing: not known.
std::optional<qint64> siteDaysLeft(const WebSite &site, const QDateTime &now);
/// What people call it: its first name, or where it answers.
QString siteName(const NginxSite &site);
/// "443 TLS, 80"
QString siteAddresses(const NginxSite &site);
/// Its state in a word: "Maintenance", "Disabled", "Expired", "12 days"; empty: nothing to say.
QString siteState(const WebSite &site, const QDateTime &now);
Tone siteTone(const WebSite &site, const QDateTime &now);

} // namespace gw
