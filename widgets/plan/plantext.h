// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/record.h"

namespace gw::plantext {

// Plans in sentences, translated.

/// "ssh" out of "ssh.service", "qwen-chat" out of "supervisor:qwen-chat".
QString unitName(const ServiceUnit &unit);
/// "3 changes in 2 files, 1 reload"
QString summary(const Plan &plan);
/// What is away and for how long: "ssh reloads, open sessions stay · qwen-chat restarts and is away …"; may be
/// empty.
QString services(const Plan &plan);
/// "sshd -t" or "sshd -t, nginx -t": what looks at the staged files before the first real one moves; may be empty.
QString checksAside(const Plan &plan);
/// One of resources/icons.
QString icon(const Change &change);
/// What the change does to what is running, in a sentence; empty: nothing.
QString effect(const Change &change);
/// How it is taken back, in a sentence; a command of the way back itself is RunCommand::undo.
QString wayBack(const Change &change);
/// "0644 root:root"
QString attributes(const FileAttributes &attributes);
/// What a file gets: its new lines that say something, "PasswordAuthentication no · AllowUsers dev". Compares both
/// texts: not for every repaint.
QString content(const Change &change);
/// "A second, new login over SSH worked."
QString proven(const ProofRecord &record);
/// The title of a step of the plan; `id` itself when the plan has none.
QString stepTitle(const Plan &plan, const QString &id);
/// Of a file change.
const RemotePath *path(const Change &change);
bool isSecret(const Change &change);

/// One after another, with a blank between them where their language has one.
QString sentences(const QStringList &sentences);

} // namespace gw::plantext
