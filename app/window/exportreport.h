// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/session.h"

#include <QWidget>

namespace gw {

/// Asks where to, then writes the report of the session's review; the name's ending decides the format
/// (.html, .json, .sarif, .txt). `done` gets the path, or why it could not be written.
void exportReport(QWidget *window, const Session &session, const std::function<void(Result<QString>)> &done);

} // namespace gw
