// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/result.h"

#include <QString>
#include <functional>

class QWidget;

namespace gw {

/// Gets the path that was written.
using Saved = std::function<void(Result<QString>)>;

/// Asks where, then writes. `filter` as QFileDialog has it: "Markdown (*.md)".
void saveAs(QWidget *window, const QString &title, const QString &fileName, const QString &filter,
            const QByteArray &content, const Saved &done);

/// A file name on this computer: nothing of a server's text goes into it unchecked.
QString fileNameFor(const QString &server, const QString &suffix);

} // namespace gw
