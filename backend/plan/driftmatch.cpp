// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/driftmatch.h"

#include "backend/survey/readers.h"

namespace gw {
namespace {

constexpr QByteArrayView mask = "****"; // backend/survey/survey.sh

/// nginx -T and what masks end every file with a line feed.
QByteArray withoutLastLineFeeds(QByteArray text)
{
    while (text.endsWith('\n'))
        text.chop(1);
    return text;
}

DriftMatch matchOfText(const QByteArray &surveyed, const FileRecord &file)
{
    if (contentHash(surveyed) == file.afterHash)
        return DriftMatch::Exact;
    if (file.after.hash() != file.afterHash) // a secret: its content is not known here
        return isMasked(surveyed) ? DriftMatch::Fits : DriftMatch::Other;
    const QByteArray seen = withoutLastLineFeeds(surveyed);
    const QByteArray real = withoutLastLineFeeds(file.after.content);
    if (seen == real)
        return DriftMatch::Exact;
    const QByteArrayList seenLines = seen.split('\n');
    const QByteArrayList realLines = real.split('\n');
    const bool fits = std::equal(seenLines.begin(), seenLines.end(), realLines.begin(), realLines.end(), fitsLine);
    return fits ? DriftMatch::Fits : DriftMatch::Other;
}

bool isSameKey(const AuthorizedKey &surveyed, const AuthorizedKey &real)
{
    return surveyed.fingerprint == real.fingerprint && surveyed.comment == real.comment &&
           fitsLine(surveyed.options.raw().toUtf8(), real.options.raw().toUtf8());
}

/// Of keys the survey brings the fingerprints only.
DriftMatch matchOfKeys(const QList<AuthorizedKey> &surveyed, const FileRecord &file)
{
    if (file.after.hash() != file.afterHash)
        return DriftMatch::Unseen;
    const QList<AuthorizedKey> real = keysIn(file.path, file.after.content);
    if (!std::equal(surveyed.begin(), surveyed.end(), real.begin(), real.end(), isSameKey))
        return DriftMatch::Other;
    const bool masked = std::any_of(surveyed.begin(), surveyed.end(),
                                    [](const AuthorizedKey &key) { return isMasked(key.options.raw().toUtf8()); });
    return masked ? DriftMatch::Fits : DriftMatch::Exact;
}

/// The keys of a file of keys; nothing: it is none.
std::optional<QList<AuthorizedKey>> surveyedKeys(const Facts &facts, const RemotePath &path)
{
    if (!facts.users)
        return {};
    for (const UserAccount &user : *facts.users) {
        if (!user.keys || !isKeyFileOf(facts, user.name, path))
            continue;
        QList<AuthorizedKey> keys = *user.keys;
        keys.removeIf([&path](const AuthorizedKey &key) { return key.file != path; });
        return keys;
    }
    return {};
}

} // namespace

bool fitsLine(const QByteArray &surveyed, const QByteArray &real)
{
    qsizetype at = 0;
    qsizetype from = 0;
    for (qsizetype next; (next = surveyed.indexOf(mask, from)) >= 0; from = next + mask.size()) {
        const QByteArray part = surveyed.sliced(from, next - from);
        const qsizetype found = from == 0 ? (real.startsWith(part) ? 0 : -1) : real.indexOf(part, at);
        if (found < 0)
            return false;
        at = found + part.size();
    }
    const QByteArray tail = surveyed.sliced(from);
    return from == 0 ? surveyed == real : real.size() - at >= tail.size() && real.endsWith(tail);
}

bool isMasked(const QByteArray &surveyed)
{
    return surveyed.contains(mask);
}

bool isKeyFileOf(const Facts &facts, const UntrustedText &name, const RemotePath &path)
{
    const auto isIt = [&path](const FileFact &file) { return file.path == path; };
    return facts.users && std::any_of(facts.users->begin(), facts.users->end(), [&](const UserAccount &user) {
               return user.name == name && std::any_of(user.keyFiles.begin(), user.keyFiles.end(), isIt);
           });
}

QList<AuthorizedKey> keysIn(const RemotePath &path, const QByteArray &content)
{
    SurveyAnswer answer;
    answer.sections = {SurveySection{"keys.path someone", 0, false, false, "there " + path.bytes()},
                       SurveySection{"keys.file " + path.bytes(), 0, false, false, content}};
    const Sections sections(answer);
    const auto keys = AuthorizedKeys(sections).of("someone");
    return keys ? *keys : QList<AuthorizedKey>();
}

DriftMatch matchOf(const FileRecord &file, const Facts &facts)
{
    if (file.after.exists()) {
        if (const auto keys = surveyedKeys(facts, file.path))
            return matchOfKeys(*keys, file);
    }
    const auto files = configurationFiles(facts);
    const auto seen =
        std::find_if(files.begin(), files.end(), [&file](const FileFact *each) { return each->path == file.path; });
    if (seen == files.end())
        return file.after.exists() ? DriftMatch::Unseen : DriftMatch::Exact;
    return file.after.exists() ? matchOfText((*seen)->content, file) : DriftMatch::Other;
}

} // namespace gw
