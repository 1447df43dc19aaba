// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/publishpreview.h"

#include "backend/findings/review.h"

#include <algorithm>

namespace gw {
namespace {

/// As the survey saw them; what it did not see is taken for missing.
FileStates statesFrom(const Facts &facts, const QList<RemotePath> &paths)
{
    FileStates states;
    for (const RemotePath &path : paths)
        states[path] = {};
    for (const FileFact *file : configurationFiles(facts)) {
        if (!states.contains(file->path))
            continue;
        states[file->path].kind = FileState::Kind::Regular;
        states[file->path].content = file->content;
    }
    return states;
}

/// The server as nginx would read it afterwards.
Facts factsAfter(Facts facts, const QList<PublishFile> &files)
{
    if (!facts.nginx || !facts.nginx->tree)
        return facts;
    QMap<QByteArray, QByteArray> texts;
    for (const PublishFile &file : files) {
        if (file.linkTarget.isEmpty())
            texts.insert(file.path.bytes(), file.text);
    }
    QList<FileFact> &tree = *facts.nginx->tree;
    for (const PublishFile &file : files) {
        if (file.isSecret)
            continue;
        FileFact fact;
        fact.path = file.path;
        fact.content = file.linkTarget.isEmpty() ? file.text : texts.value(file.linkTarget);
        tree.removeIf([&](const FileFact &each) { return each.path == file.path; });
        tree.append(fact);
    }
    return facts;
}

QList<Finding> findingsOf(const Facts &facts, const QList<PublishFile> &files)
{
    ReviewScope scope;
    scope.only = {QStringLiteral("nginx")};
    const QDate today = facts.takenAt.date();
    const QList<Finding> before = review(facts, {}, today, scope).findings;
    QList<Finding> found = review(factsAfter(facts, files), {}, today, scope).findings;
    found.removeIf([&](const Finding &finding) {
        const bool isElsewhere = std::none_of(files.cbegin(), files.cend(),
                                              [&](const PublishFile &file) { return file.path == finding.where.file; });
        // One about a socket that sites share moves to whichever file comes first.
        return isElsewhere || std::any_of(before.cbegin(), before.cend(), [&](const Finding &old) {
                   return old.rule == finding.rule && old.title == finding.title && old.subject == finding.subject &&
                          old.where.file != finding.where.file;
               });
    });
    return found;
}

} // namespace

bool PublishPreview::hasError() const
{
    return std::any_of(problems.cbegin(), problems.cend(), [](const PublishProblem &problem) {
        return problem.severity == PublishProblem::Severity::Error;
    });
}

PublishPreview publishPreview(const Facts &facts, const Publish &wish)
{
    PublishPreview preview;
    preview.problems = publishProblems(facts, wish);
    if (preview.hasError())
        return preview;
    preview.files = publishFiles(facts, wish);
    preview.findings = findingsOf(facts, preview.files);
    for (PublishFile &file : preview.files) {
        if (file.isSecret)
            file.text.clear();
    }
    const QList<Intent> intents{wish};
    if (auto plan = planFor({}, facts, statesFrom(facts, filesFor(facts, intents)), intents))
        preview.plan = withoutSecrets(std::move(*plan));
    return preview;
}

} // namespace gw
