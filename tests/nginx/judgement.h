// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/check.h"
#include "backend/nginx/files.h"
#include "tests/nginx/installednginx.h"

#include <QByteArrayList>

namespace gw::test {

/// What nginx and we say of one configuration, as NginxComplaint::text() has it: warnings and the first emergency.
struct Judgement {
    QByteArrayList theirs; ///< up to what only the system decides: a port that is taken, a file that is not there
    QByteArrayList ours;
    bool isAccepted = false; ///< by nginx

    /// The system has stopped nginx before it has read all.
    bool isCutShort() const { return !isAccepted && !endsInEmergency(theirs); }
    bool isRefusedByUs() const { return endsInEmergency(ours); }
    bool areSame() const { return theirs == ours; }
    bool haveSameVerdict() const { return isAccepted == !isRefusedByUs(); }
    /// For the message of a test.
    QByteArray shown(const QByteArray &text) const;

private:
    static bool endsInEmergency(const QByteArrayList &lines);
};

/// `text` is the main file; what it includes stands in the folder of `nginx`.
Judgement judged(InstalledNginx &nginx, const QByteArray &text, const NginxBuild &build);
/// Ours alone, of this file alone.
QByteArrayList ourLines(const InstalledNginx &nginx, const QByteArray &text, const NginxBuild &build);

} // namespace gw::test
