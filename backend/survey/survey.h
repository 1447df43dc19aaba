// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/result.h"
#include "backend/shell/script.h"
#include "backend/survey/facts.h"

namespace gw {

/// One section of the answer: what one command or file said.
struct SurveySection {
    QByteArray name; ///< "sshd.effective", "file /etc/ssh/sshd_config", …
    int exitCode = 0;
    bool timedOut = false;
    bool truncated = false;
    QByteArray content;
    friend bool operator==(const SurveySection &, const SurveySection &) = default;
};

/// The whole answer of one server at one moment, as it is stored: Facts are read from it again at any time.
struct SurveyAnswer {
    QDateTime takenAt;
    std::chrono::milliseconds took{0};
    QList<SurveySection> sections;
    friend bool operator==(const SurveyAnswer &, const SurveyAnswer &) = default;
};

struct SurveyProgress {
    int sectionsDone = 0;
    int sectionsExpected = 0;
    QByteArray current;
};

/// Asks everything once: one script, one channel, one round trip (backend/survey/survey.sh). Nothing is written on the
/// server. A server that has not said everything within `patience` is Error::Kind::TimedOut.
constexpr std::chrono::milliseconds usualPatience = std::chrono::minutes(2);
Result<SurveyAnswer> survey(Shell &shell, const Elevation &elevation, std::stop_token stop,
                            const std::function<void(const SurveyProgress &)> &progress = {},
                            std::chrono::milliseconds patience = usualPatience);

/// The same questions to a folder laid out like a server's root: files only, no command of that folder is run.
Result<SurveyAnswer> surveyFolder(const QString &root, std::stop_token stop);

/// Splits what the script printed. Its length and hash were checked by runScript(); here every section must be whole,
/// within its bound and in its place, or nothing is read.
Result<SurveyAnswer> parseAnswer(QByteArrayView printed);

/// Typed values. Pure: the same answer gives the same facts.
Facts factsFrom(const SurveyAnswer &answer);

/// What changed between two surveys of a server, for "what changed since yesterday".
struct FactChange {
    enum class Kind { Added, Removed, Changed };
    Kind kind = Kind::Changed;
    QString subject; ///< "Listening socket 0.0.0.0:3001/tcp", translated, safe to show
    UntrustedText before;
    UntrustedText after;
    friend bool operator==(const FactChange &, const FactChange &) = default;
};
QList<FactChange> changesBetween(const Facts &before, const Facts &after);

} // namespace gw
