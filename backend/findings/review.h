// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/finding.h"
#include "backend/plan/intent.h"

#include <QJsonDocument>
#include <variant>

namespace gw {

struct NotChecked {
    QString reason;
    friend bool operator==(const NotChecked &, const NotChecked &) = default;
}; ///< "needs root"
struct NotApplicable {
    QString reason;
    friend bool operator==(const NotApplicable &, const NotApplicable &) = default;
}; ///< "nginx is not installed"

/// Findings, and why the rule could not look everywhere.
struct PartlyChecked {
    QList<Finding> findings;
    QString reason; ///< "the rest: needs root"
    friend bool operator==(const PartlyChecked &, const PartlyChecked &) = default;
};

/// What a rule says: findings (none: passed), findings of the part that it could look at, or why it could not look.
using RuleOutcome = std::variant<QList<Finding>, PartlyChecked, NotChecked, NotApplicable>;

/// Whose demands a review makes. Sources that contradict each other are never asked together.
enum class ReviewProfile : quint8 {
    Recommended = 1, ///< what harms; where there are several ways to do well, each of them is well
    Strict = 2,      ///< also what is a matter of taste
    Cis = 4,         ///< the benchmark of the Center for Internet Security
};
Q_DECLARE_FLAGS(ReviewProfiles, ReviewProfile)
constexpr ReviewProfiles everyProfile =
    ReviewProfiles(ReviewProfile::Recommended) | ReviewProfile::Strict | ReviewProfile::Cis;

/// What a review looks at.
struct ReviewScope {
    enum class Includes { Follow, LeaveAside };
    ReviewProfile profile = ReviewProfile::Recommended;
    /// Rules ("nginx.origins", whatever the profile) and topics ("nginx"); empty: everything.
    QStringList only = {};
    /// For single rules: "nginx.origins.domains" is "example.org,example.net".
    QMap<QString, QString> options = {};
    Includes includes = Includes::Follow; ///< of nginx; left aside, its main file is all there is
};

struct NginxRule;

/// One check. One file per rule under backend/findings/<topic>/, listed in rules.cpp.
struct Rule {
    const char *id;     ///< "sshd.root-login"
    const char *title;  ///< QT_TRANSLATE_NOOP("rules", …): what it looks at, as a sentence that holds when it passed
    const char *source; ///< where the demand comes from
    RuleOutcome (*check)(const Facts &facts);
    /// What would mend a finding of this rule; empty: nothing that could be done without knowing more. nullptr: never.
    QList<Intent> (*remedy)(const Facts &facts, const Finding &finding) = nullptr;
    ReviewProfiles profiles = everyProfile;
    /// Of a rule about nginx: a review reads the configuration once for all of them, and asks this instead of check().
    const NginxRule *nginx = nullptr;
};

/// All rules, sorted by id.
const QList<Rule> &rules();

/// A finding someone signed off.
struct AcceptedRisk {
    RuleId rule;
    QString subject; ///< Finding::subject or file path; empty: every finding of the rule
    QString reason;
    QDate until; ///< last day it holds; invalid: set by an inline comment, no end
    QString by;
    friend bool operator==(const AcceptedRisk &, const AcceptedRisk &) = default;
};

struct AcceptedFinding {
    Finding finding;
    AcceptedRisk risk;
    friend bool operator==(const AcceptedFinding &, const AcceptedFinding &) = default;
};

struct RuleStatus {
    RuleId rule;
    QString title;
    QString reason;
    friend bool operator==(const RuleStatus &, const RuleStatus &) = default;
};

/// The result of running every rule over one server's facts.
struct Review {
    QList<Finding> findings; ///< open ones: by severity (worst first), rule, file, line, subject
    QList<AcceptedFinding> accepted;
    QList<RuleStatus> passed;
    QList<RuleStatus> notChecked; ///< never silently passed; those that found something in a part are here too
    QList<RuleStatus> notApplicable;

    int count(Severity severity) const;
    std::optional<Severity> worst() const;
    friend bool operator==(const Review &, const Review &) = default;
};

/// Pure and fast: run it again when the language changes. Honours `accepted` that still hold on `today` and inline
/// comments
/// `# gatewright: accept RULE reason` on the line of the finding or the line above it; for a finding about a file as a
/// whole, anywhere in that file.
Review review(const Facts &facts, const QList<AcceptedRisk> &accepted = {}, const QDate &today = QDate::currentDate(),
              const ReviewScope &scope = {});

} // namespace gw
