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

/// `findings`, or what could not be read where there are none.
RuleOutcome unlessUnread(const Facts &facts, UnreadFile::Topic topic, QList<Finding> findings);

/// The place of a whole line.
SourceRange lineOf(const RemotePath &file, int line);

/// The first line (from 1) of a file that `pattern` matches, 0 if there is none.
int firstLine(QByteArrayView content, const QRegularExpression &pattern);

} // namespace gw
