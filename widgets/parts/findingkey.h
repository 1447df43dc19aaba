// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/finding.h"

namespace gw {

/// What a finding is about, so that it is found again after a new survey or in another language.
struct FindingKey {
    RuleId rule;
    RemotePath file;
    int line = 0;
    QString subject;

    FindingKey() = default;
    explicit FindingKey(const Finding &finding)
        : rule(finding.rule), file(finding.where.file), line(finding.where.line), subject(finding.subject)
    {
    }
    QString text() const;
    friend bool operator==(const FindingKey &, const FindingKey &) = default;
};

/// "sshd_config:57", or the subject of a finding that is at no place in a file.
QString shortPlaceOf(const Finding &finding);
/// The topic of a rule as people say it: "SSH", "nginx", "Services".
QString topicName(const QString &topic);

} // namespace gw
