// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/record.h"

namespace gw {

// A change of the journal as text to give to others, translated. Pure; contents that are secret are not in it.

/// For the clipboard: a few lines.
QString shortReportOf(const ChangeRecord &change);
/// Everything that is known of it, as Markdown: who, when, why it ended so, proofs, commands with what they said,
/// diffs.
QByteArray markdownReportOf(const ChangeRecord &change);
/// "gpu-h100-02-118-harden-ssh.md": letters, digits, dots and dashes.
QString reportFileNameOf(const ChangeRecord &change);

/// The state of a file for people: "not there", "link to ../sites-available/chat", "0644 root:root".
QString stateName(const FileState &state);
/// "28 Nov 2026, 14:05:12", local.
QString momentName(const QDateTime &at);

} // namespace gw
