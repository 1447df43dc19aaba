// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/publishpreview.h"

#include "backend/findings/review.h"
#include "backend/plan/publish/publishhost.h"

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

/// The site that is there, with one more part.
void addPart(QList<FileFact> &tree, const Publish &wish, const PublishFile &part)
{
    for (FileFact &fact : tree) {
        if (fact.path != part.path)
            continue;
        if (auto text = withPublishedPart(fact.content, wish, part.text))
            fact.content = *text;
    }
}

/// The certificate that is written with the plan: nobody but itself vouches for it.
std::optional<CertificateFile> ownCertificate(const Facts &facts, const Publish &wish, const QList<PublishFile> &files)
{
    const auto chain = std::find_if(files.cbegin(), files.cend(), [&](const PublishFile &file) {
        return wish.tls.source == PublishTls::Source::Own && file.path.bytes().endsWith(".crt");
    });
    if (chain == files.cend())
        return {};
    CertificateFile own;
    own.path = chain->path;
    own.certificate.selfSigned = true;
    own.certificate.notBefore = facts.takenAt;
    own.certificate.notAfter = facts.takenAt.addYears(1);
    for (const QString &domain : wish.domains)
        own.certificate.names.append(UntrustedText(domain));
    return own;
}

/// The server as nginx would read it afterwards.
Facts factsAfter(Facts facts, const Publish &wish, const QList<PublishFile> &files)
{
    if (!facts.nginx || !facts.nginx->tree)
        return facts;
    if (const auto own = ownCertificate(facts, wish, files)) {
        QList<CertificateFile> known = facts.certificates.files ? *facts.certificates.files : QList<CertificateFile>();
        known.append(*own);
        facts.certificates.files = known;
    }
    QMap<QByteArray, QByteArray> texts;
    for (const PublishFile &file : files) {
        if (file.linkTarget.isEmpty())
            texts.insert(file.path.bytes(), file.text);
    }
    QList<FileFact> &tree = *facts.nginx->tree;
    for (const PublishFile &file : files) {
        if (file.isSecret)
            continue;
        if (file.isPart) {
            addPart(tree, wish, file);
            continue;
        }
        FileFact fact;
        fact.path = file.path;
        fact.content = file.linkTarget.isEmpty() ? file.text : texts.value(file.linkTarget);
        tree.removeIf([&](const FileFact &each) { return each.path == file.path; });
        tree.append(fact);
    }
    return facts;
}

QList<Finding> findingsOf(const Facts &facts, const Publish &wish, const QList<PublishFile> &files)
{
    ReviewScope scope;
    scope.only = {QStringLiteral("nginx")};
    const QDate today = facts.takenAt.date();
    const QList<Finding> before = review(facts, {}, today, scope).findings;
    QList<Finding> found = review(factsAfter(facts, wish, files), {}, today, scope).findings;
    found.removeIf([&](const Finding &finding) {
        const auto file = std::find_if(files.cbegin(), files.cend(),
                                       [&](const PublishFile &each) { return each.path == finding.where.file; });
        // One about a socket that sites share moves to whichever file comes first; a site that is there has its own.
        return file == files.cend() || std::any_of(before.cbegin(), before.cend(), [&](const Finding &old) {
                   return old.rule == finding.rule && old.title == finding.title && old.subject == finding.subject &&
                          (file->isPart || !file->seen.isEmpty() || old.where.file != finding.where.file);
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
    const PublishPlace place = PublishPlace::of(facts);
    const auto host = PublishHost::of(facts, place, wish);
    preview.problems = publishProblems(facts, place, host, wish);
    if (preview.hasError())
        return preview;
    preview.files = publishFiles(facts, place, host, wish);
    preview.findings = findingsOf(facts, wish, preview.files);
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
