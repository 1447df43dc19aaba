// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/gitmirror.h"

#include "app/journal/mirrored.h"
#include "app/journal/mirrorpath.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(GitMirror)
};

const QString branch = u"refs/heads/main"_s;
const QString mark = u"gatewright.mirror"_s; ///< in the repository's own settings: this one is ours

Error cannotUse(const QString &folder, const QString &cause, const QString &advice)
{
    return Error{Error::Kind::Invalid,
                 Text::tr("Keep the journal as a git repository in %1").arg(QDir::toNativeSeparators(folder)),
                 cause,
                 advice,
                 {}};
}

Result<bool> isMirror(const Git &git)
{
    const Git::Output answer = GW_TRY(git.run({u"config"_s, u"--local"_s, u"--get"_s, mark}));
    return answer.exitCode == 0 && answer.said.trimmed() == "1";
}

/// Made aside and put in its place whole: what stands there is a mirror or is not ours.
Result<void> make(const QString &folder)
{
    const QFileInfo place(folder);
    QDir().mkpath(place.absolutePath());
    QTemporaryDir aside(place.absoluteFilePath() + u".new-XXXXXX"_s); // 0700
    if (!aside.isValid())
        return cannotUse(folder, aside.errorString(), Text::tr("Check that the folder may be written"));
    const Git git = GW_TRY(Git::find(aside.path()));
    GW_TRY(git.output({u"init"_s, u"--quiet"_s, u"--bare"_s, u"--template="_s, u"--initial-branch=main"_s}));
    GW_TRY(git.output({u"config"_s, u"--local"_s, mark, u"1"_s}));
    QDir().rmdir(folder); // only an empty one
    if (QDir().rename(aside.path(), place.absoluteFilePath()))
        aside.setAutoRemove(false);
    return {}; // another process may have been faster: open() looks at what is there
}

// The stream that git-fast-import(1) reads.

QByteArray data(const QByteArray &bytes)
{
    return "data " + QByteArray::number(bytes.size()) + '\n' + bytes + '\n';
}

QByteArray fileCommand(const QByteArray &path, const QByteArray &content)
{
    return "M 100644 inline " + path + '\n' + data(content);
}

/// A name as git takes it: on one line, without its own marks.
QByteArray signature(QString name, const QDateTime &at)
{
    name.remove(u'<').remove(u'>');
    name = UntrustedText(name).shown().trimmed();
    return (name.isEmpty() ? "Gatewright" : name.toUtf8()) + " <gatewright@localhost> " +
           QByteArray::number(at.toSecsSinceEpoch()) + " +0000\n";
}

/// What a link of ours leads to was never read: its target stands for it, as text.
QByteArray mirroredContent(const FileRecord &file)
{
    const bool isOurLink = file.after.kind == FileState::Kind::Link &&
                           (file.before.kind != file.after.kind || file.before.linkTarget != file.after.linkTarget);
    return isOurLink ? file.after.linkTarget : file.after.content;
}

QByteArray streamOf(const ChangeRecord &record, const QByteArray &journalHead, const QByteArray &parent,
                    const QByteArray &oldMeta)
{
    const QByteArray folder = mirrorFolder(record.host) + '/';
    QByteArray stream = "feature done\ncommit " + branch.toLatin1() + "\nmark :1\n";
    stream += "author " + signature(record.who, record.at);
    stream += "committer " + signature(u"Gatewright"_s, record.at);
    stream += data(mirrorMessage(record, journalHead));
    if (!parent.isEmpty())
        stream += "from " + parent + '\n';
    MirrorMeta meta = MirrorMeta::parsed(oldMeta);
    for (const FileRecord &file : record.files) {
        meta.take(file);
        const QByteArray path = folder + mirrorPath(file.path);
        stream += "D " + path + '\n';
        if (file.after.exists() && whyLeftOut(file).isEmpty())
            stream += fileCommand(path, mirroredContent(file));
    }
    stream += fileCommand(folder + mirrorMetaFile, meta.printed(record));
    return stream + "get-mark :1\ndone\n";
}

bool isWhole(const FileRecord &file)
{
    return file.secrecy == Secrecy::Secret || file.after.hash() == file.afterHash;
}

} // namespace

Result<GitMirror> GitMirror::open(const QString &folder)
{
    const Git git = GW_TRY(Git::find(folder));
    const QDir place(folder);
    if (!place.exists() || place.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))
        GW_TRY(make(folder));
    if (!GW_TRY(isMirror(git)))
        return cannotUse(folder, Text::tr("The folder holds something else"), Text::tr("Choose an empty folder"));
    return GitMirror(git);
}

Result<QByteArray> GitMirror::tip() const
{
    const Git::Output answer = GW_TRY(m_git.run({u"rev-parse"_s, u"--verify"_s, u"--quiet"_s, branch}));
    return answer.exitCode == 0 ? answer.said.trimmed() : QByteArray();
}

Result<QSet<QByteArray>> GitMirror::changes() const
{
    QSet<QByteArray> changes;
    if (GW_TRY(tip()).isEmpty())
        return changes;
    const QByteArray found = GW_TRY(m_git.output(
        {u"log"_s, u"--format=%(trailers:key=Gatewright-Change,valueonly,separator=%x2C)"_s, branch, u"--"_s}));
    for (const QByteArray &line : found.split('\n'))
        changes.insert(line);
    changes.remove({});
    return changes;
}

/// The commit that has this change already; empty: none.
Result<QByteArray> GitMirror::commitOf(const ChangeRecord &record) const
{
    const QByteArray id = mirrorChangeId(record);
    const QByteArray found = GW_TRY(
        m_git.output({u"log"_s, u"--fixed-strings"_s, u"--grep=%1"_s.arg(QString::fromUtf8(id)),
                      u"--format=%H %(trailers:key=Gatewright-Change,valueonly,separator=%x2C)"_s, branch, u"--"_s}));
    for (const QByteArray &line : found.split('\n')) {
        const qsizetype blank = line.indexOf(' ');
        if (blank > 0 && line.sliced(blank + 1) == id)
            return line.first(blank);
    }
    return QByteArray();
}

/// meta.json of the record's server as of a commit; empty: there was none.
Result<QByteArray> GitMirror::metaAt(const QByteArray &commit, const ChangeRecord &record) const
{
    const QByteArray name = commit + ':' + mirrorFolder(record.host) + '/' + mirrorMetaFile;
    const QByteArray answer = GW_TRY(m_git.output({u"cat-file"_s, u"--batch"_s}, name + '\n'));
    const qsizetype head = answer.indexOf('\n');
    if (head < 0 || answer.first(head).endsWith(" missing"))
        return QByteArray();
    return answer.sliced(head + 1);
}

Result<QByteArray> GitMirror::commit(const ChangeRecord &record, const QByteArray &journalHead) const
{
    if (record.outcome != Outcome::Kept || record.number == 0 ||
        !std::all_of(record.files.begin(), record.files.end(), isWhole))
        return cannotUse(m_git.repository(), Text::tr("Only a kept change of the journal, whole, is mirrored"), {});
    constexpr int mostTries = 20;
    Git::Output last;
    for (int i = 0; i < mostTries; ++i) {
        const QByteArray parent = GW_TRY(tip());
        QByteArray meta;
        if (!parent.isEmpty()) {
            if (const QByteArray known = GW_TRY(commitOf(record)); !known.isEmpty())
                return known;
            meta = GW_TRY(metaAt(parent, record));
        }
        // It moves the branch only if the branch still stands where the commit begins.
        last = GW_TRY(m_git.run({u"fast-import"_s, u"--quiet"_s, u"--date-format=raw"_s},
                                streamOf(record, journalHead, parent, meta)));
        if (last.exitCode == 0)
            return last.said.trimmed();
        if (GW_TRY(tip()) == parent) // nobody was faster: something else is wrong
            break;
    }
    return m_git.error(last);
}

} // namespace gw
