// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/review.h"

#include <QRegularExpression>

namespace gw {

// What the files of single rules share. review() fills in Finding::rule and Finding::source from the rule itself.

/// Why a rule could not look: what is not installed does not concern it, everything else was not checked.
RuleOutcome withoutFacts(const Gap &gap);

/// "AI services: needs root": for a rule that reads several facts.
NotChecked notChecked(const Gap &gap);

/// "/etc/ssh/sshd_config.d/50-cloud-init.conf: needs root": a rule that found nothing has not passed while a file that
/// it reads is missing.
NotChecked notChecked(const UnreadFile &file);

/// `findings`, and why a rule could not look everywhere: where there are none, it has not passed.
RuleOutcome withRest(const QList<Finding> &findings, const std::optional<NotChecked> &rest);

/// `findings`, and the first file of the topic that could not be read.
RuleOutcome unlessUnread(const Facts &facts, UnreadFile::Topic topic, QList<Finding> findings);

/// The place of a whole line.
SourceRange lineOf(const RemotePath &file, int line);

/// `sed -n …p FILE` with `lines`, which are those from `first` to `last`.
Evidence linesSeen(const RemotePath &file, int first, int last, QByteArrayView lines);
/// The same, with the lines as they are in the file; no output where it did not come over.
Evidence linesOfFile(const FileFact &file, int first, int last);
/// The same for one line of a file among `files`; without them `said`, which is what was read from there.
Evidence lineOfFile(const QList<FileFact> &files, const SourceRange &where, const UntrustedText &said);

/// Whose process it is and what it was started with, as /proc tells.
Evidence processProof(qint64 pid, const UntrustedText &user, const UntrustedText &commandLine);

/// The first line (from 1) of a file that `pattern` matches, 0 if there is none.
int firstLine(QByteArrayView content, const QRegularExpression &pattern);

} // namespace gw
