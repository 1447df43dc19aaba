// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/contexts.h"

#include <QString>
#include <optional>

namespace gw {

/// What nginx would refuse in a text, in its own words.
struct EditorProblem {
    NginxSpan span;
    int line = 0; ///< from 1
    QString message;
    friend bool operator==(const EditorProblem &, const EditorProblem &) = default;
};

/// By place: errors of syntax, and directives that nginx does not know or take where they stand. At most `most`.
QList<EditorProblem> editorProblems(const NginxTree &tree, const NginxContexts &contexts, const NginxBuild &build,
                                    qsizetype most = 200);

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
