// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/publish/publishplace.h"

namespace gw {

/// Which server answers names that none has, on the sockets that a new site takes part in. Where nothing says so it is
/// the first one that nginx reads: a new file may sort before it. So what holds is said aloud with "default_server".
struct PublishDefaults {
    QByteArrayList own;       ///< "0.0.0.0:443": sockets where it is the site itself, about to be written anew
    QList<PublishFile> edits; ///< of the files where it is another one

    static PublishDefaults of(const Facts &facts, const PublishPlace &place, const Publish &wish);
};

} // namespace gw
