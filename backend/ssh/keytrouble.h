// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ssh/route.h"

namespace gw {

/// "~/x" for a file of the person's home, safe to show.
QString shownKeyFile(const QString &path);

/// Why no login can come of this key file, with its name ("~/nokey: no such file"); empty: nothing is known against it.
QString keyTrouble(const QString &path);
/// libssh's own bound comes on top: "~/old: RSA of 1024 bits is too short".
QString keyTroubleForLibssh(const QString &path);

/// The named key files of a hop that are not there. ssh's default names are tried in passing and are no trouble.
QStringList missingKeys(const HopSettings &hop);

/// "~/wrong: the server did not take it".
QString notTaken(const QString &key);

/// The remark of a question, or the end of a refusal; empty if there is nothing to tell.
QString keyRemark(const QStringList &troubles);

} // namespace gw
