// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/token.h"

#include <QByteArray>
#include <QByteArrayView>

namespace gw {

/// How a value is written.
enum class NginxQuotes { WhereNeeded, Double, Single };

/// The value of a word as nginx has it: without its quotes; \" \' \\ \t \r \n decoded, every other escape left as it is
/// (ngx_conf_read_token() in src/core/ngx_conf_file.c).
QByteArray nginxDecoded(QByteArrayView written, NginxToken::Kind kind);

/// A word that nginx reads as `value`. At most 4095 bytes, or nginx refuses it.
QByteArray nginxSpelled(QByteArrayView value, NginxQuotes quotes = NginxQuotes::WhereNeeded);

} // namespace gw
