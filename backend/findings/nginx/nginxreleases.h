// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/nginx/nginxview.h"

namespace gw {

/// What a release says about a hole.
enum class NginxExposure {
    No,      ///< the fix is in it, or the hole is not yet
    Yes,     ///< by its number; a distribution may have put the fix into it
    Unknown, ///< nobody said which nginx this is
};

/// A hole as nginx.org lists it: from which version to which, and the releases that mend it in their branch.
struct NginxHole {
    NginxVersion first;
    NginxVersion last;
    QList<NginxVersion> fixed;
};
NginxExposure exposureOf(const NginxHole &hole, NginxVersion version);

/// Packages of distributions keep their number and get the fixes: the number alone says nothing.
bool isOfDistribution(const NginxView &view);

/// For explanations: how to learn whether the fix is there.
QString howToTell(const NginxView &view, const NginxHole &hole);

} // namespace gw
