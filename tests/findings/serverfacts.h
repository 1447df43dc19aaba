// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/findings/factsbuilder.h"

namespace gw::test {

// Parts of a server for the rules about services, certificates and what the world reaches.

/// A process that listens, owned by `user`.
Listener listening(const QString &address, quint16 port, const QString &process,
                   const QString &user = QStringLiteral("root"));

/// No firewall program is installed: everything that listens is open.
void withoutFirewall(Facts &facts);
/// ufw denies what it does not name, for both families; `rules` as `ufw status` prints them.
void withUfw(Facts &facts, const QString &rules);

CertificateInfo certificate(const QDateTime &from, const QDateTime &until);
Lineage lineage(const QString &name, const CertificateInfo &certificate, const QByteArray &renewal = {});
ScheduledJob certbotTimer(bool active = true);

/// The rule of this id.
const Rule &rule(const QString &id);

} // namespace gw::test
