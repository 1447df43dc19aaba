// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/publish.h"

namespace gw::test {

/// One way to publish one kind of service.
struct PublishedSite {
    QByteArray name; ///< "vllm, below a path"
    Publish wish;
};

/// Every kind with every set of choices that changes what is written.
QList<PublishedSite> publishedSites();
/// A server with that nginx, empty but for its main file, and a service of the kind on 127.0.0.1:9123.
Facts serverToPublishOn(const QString &nginxVersion, PublishKind kind);

} // namespace gw::test
