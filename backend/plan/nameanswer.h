// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace gw {

/// Where name service leads those who ask for a name, as this computer sees it.
struct NameAnswer {
    enum class Verdict {
        Here,      ///< to the address at which the server was reached
        Elsewhere, ///< to others; behind a router or a load balancer that may be right
        Nowhere,   ///< there is no such name yet
        Unclear,   ///< name service did not answer, or the server's address is not known
    };
    Verdict verdict = Verdict::Unclear;
    QString name;
    QStringList addresses; ///< where it leads
    QString server;        ///< where the server was reached; empty: not known
    friend bool operator==(const NameAnswer &, const NameAnswer &) = default;
};

/// What a person should do about it, translated and safe to show; empty: nothing.
QString adviceOf(const NameAnswer &answer);

} // namespace gw
