// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/finding.h"

namespace gw {

/// The text of a configuration file as the survey read it; null when it was not read.
const FileFact *sourceFile(const Facts &facts, const RemotePath &path);

/// What holds in the end, for topics that can be asked: one "keyword value" a line. Empty when it is not known.
QString effectiveText(const Facts &facts, const QString &topic);
/// Lines of effectiveText() (from 1) that a finding is about.
QList<int> effectiveLines(const QString &effective, const Finding &finding);

} // namespace gw
