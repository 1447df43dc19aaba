// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/question.h"
#include "backend/ssh/route.h"

namespace gw {

/// What a prompt of ssh asks, as a question of ours: the host key of a hop, its password, the passphrase of a key file,
/// or anything else a server or a card asks (keyboard-interactive). The wording is that of OpenSSH 7.6 and newer.
Question questionOfPrompt(const QByteArray &prompt, const QList<HopSettings> &hops);

/// HostKeyQuestion::hop of it.
QString nameOfHop(const HopSettings &hop);

} // namespace gw
