// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/remotepath.h"
#include "backend/base/untrustedtext.h"
#include "backend/survey/facts.h"

#include <QDate>
#include <QList>
#include <QString>
#include <optional>

namespace gw {

enum class Severity { Info, Low, Medium, High, Critical };

/// "critical", "high", … as the JSON contract spells it.
QString severityId(Severity severity);
std::optional<Severity> severityFromId(const QString &id);
/// Translated, for people: "Critical".
QString severityName(Severity severity);

/// "topic.name-with-dashes", stable for ever: scripts and accepted risks name it.
class RuleId {
public:
    RuleId() = default;
    explicit RuleId(QString id) : m_id(std::move(id)) {}
    const QString &text() const { return m_id; }
    /// "sshd"
    QString topic() const { return m_id.section(QLatin1Char('.'), 0, 0); }
    friend bool operator==(const RuleId &, const RuleId &) = default;
    friend bool operator<(const RuleId &a, const RuleId &b) { return a.m_id < b.m_id; }
    friend size_t qHash(const RuleId &id, size_t seed = 0) { return qHash(id.m_id, seed); }

private:
    QString m_id;
};

/// A place in a file of the server; line 0: the file as a whole; empty file: the server as a whole.
struct SourceRange {
    RemotePath file;
    int line = 0;   ///< from 1
    int column = 0; ///< from 1, in bytes; 0: the whole line
    int endLine = 0;
    int endColumn = 0;
    friend bool operator==(const SourceRange &, const SourceRange &) = default;
};

/// What was seen: the command a person can run to see it too, and what it said.
struct Evidence {
    QString command; ///< "sshd -T | grep -i permitrootlogin"
    UntrustedText output;
    friend bool operator==(const Evidence &, const Evidence &) = default;
};

/// One thing that is wrong at one place. Texts are translated when the rule runs; server text in them went through
/// shown().
struct Finding {
    RuleId rule;
    Severity severity = Severity::Info;
    SourceRange where;
    QString subject;         ///< what it is about when it is no place in a file: "0.0.0.0:3001/tcp", "qwen-chat"
    QString title;           ///< "Passwords are accepted for SSH login"
    QString explanation;     ///< why it matters and what to do, two or three sentences
    UntrustedText effective; ///< the value that holds: "passwordauthentication yes"
    QList<Evidence> proof;
    QString source;       ///< "CIS Debian 12 5.1.4; sshd_config(5)"
    bool fixable = false; ///< a remedy can be built
    friend bool operator==(const Finding &, const Finding &) = default;
};

} // namespace gw
