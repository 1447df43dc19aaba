// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/check.h"
#include "backend/nginx/contexts.h"
#include "widgets/web/textchange.h"

#include <QString>
#include <optional>

namespace gw {

/// What nginx would say of a text, in its own words.
struct EditorProblem {
    enum class Kind {
        Error,   ///< it would refuse it
        Warning, ///< it would start
    };
    NginxSpan span;
    int line = 0;    ///< from 1
    QString message; ///< safe to show
    Kind kind = Kind::Error;
    friend bool operator==(const EditorProblem &, const EditorProblem &) = default;
};

/// By place: errors of syntax, and directives that nginx does not know or take where they stand. At most `most`.
QList<EditorProblem> editorProblems(const NginxTree &tree, const NginxContexts &contexts, const NginxBuild &build,
                                    qsizetype most = 200);

/// What a check of the whole configuration says of each of its files; by place.
QList<QList<EditorProblem>> editorProblems(const NginxConfig &config, const QList<NginxComplaint> &complaints);

/// Both, by place: what they say alike of the same bytes is there once.
QList<EditorProblem> merged(QList<EditorProblem> problems, const QList<EditorProblem> &others);

/// Where they are after a change that led to `tree`; without those whose bytes are gone.
QList<EditorProblem> moved(const QList<EditorProblem> &problems, const TextChange &change, const NginxTree &tree);

/// The first that is an error; null: nginx takes it.
const EditorProblem *firstError(const QList<EditorProblem> &problems);

/// "nginx: [emerg] unknown directive "x" in /etc/nginx/sites-enabled/a:12", as `nginx -t` prints it.
struct NginxRefusal {
    RemotePath path;
    int line = 0;
    QString message; ///< safe to show
    friend bool operator==(const NginxRefusal &, const NginxRefusal &) = default;
};
/// The first of them in what a check printed; nothing where none names a place.
std::optional<NginxRefusal> nginxRefusalIn(const QString &printed);

} // namespace gw
