// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/nginx/nginxview.h"

namespace gw {

/// What answers every request of a server before a location is looked for: its own "return", or a "rewrite" that sends
/// everything elsewhere. None: not every request, or nobody can tell (something before it ends the rewrite phase).
NginxSetting answerOfServer(const NginxView &view, NginxSetting server);

/// Where a certificate authority looks for its challenge (RFC 8555, 8.3).
inline constexpr QByteArrayView acmePath = "/.well-known/acme-challenge/";
/// Whether a location of that name is for nothing else.
bool isAcmePath(const QByteArray &name);

/// A pattern that matches this text and no other.
QByteArray nginxQuotedPattern(const QByteArray &text);

} // namespace gw
