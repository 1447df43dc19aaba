// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/undofile.h"

#include "backend/plan/diff.h"

#include <QCoreApplication>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Undo)
};

FileUndo conflict(const QString &why)
{
    FileUndo undo;
    undo.conflict = why;
    return undo;
}

FileUndo changedBy(Change change)
{
    FileUndo undo;
    undo.change = std::move(change);
    return undo;
}

/// The line of `mine` at which the first conflict of the merge stands.
int conflictLine(const QByteArray &mine, const Merge &merge)
{
    int line = 1;
    for (const DiffLine &each : diffOf(mine, merge.text)) {
        if (each.kind == DiffLine::Kind::Added && each.text.startsWith("<<<<<<<"))
            return line;
        if (each.before > 0)
            line = each.before + 1;
    }
    return line;
}

int firstDifference(const QByteArray &mine, const QByteArray &other)
{
    int line = 1;
    for (qsizetype i = 0; i < mine.size() && i < other.size() && mine[i] == other[i]; ++i)
        line += mine[i] == '\n';
    return line;
}

FileUndo conflictAt(const FileRecord &file, int line)
{
    return conflict(Text::tr("%1, line %2, was changed later").arg(file.path.shown()).arg(line));
}

FileUndo missingContent(const FileRecord &file)
{
    if (file.secrecy == Secrecy::Public)
        return conflict(Text::tr("%1: the record does not hold its content").arg(file.path.shown()));
    FileUndo undo;
    undo.remark =
        Text::tr("%1 stays as it is: its content is secret, so the journal never had it").arg(file.path.shown());
    return undo;
}

bool isSameLink(const FileState &a, const FileState &b)
{
    return a.kind == b.kind && a.linkTarget == b.linkTarget;
}

bool changedTheLink(const FileRecord &file)
{
    const bool anyLink = file.before.kind == FileState::Kind::Link || file.after.kind == FileState::Kind::Link;
    return anyLink && !isSameLink(file.before, file.after);
}

FileUndo undoOfLink(const FileRecord &file, const FileState &now)
{
    if (isSameLink(now, file.before))
        return {};
    if (!isSameLink(now, file.after))
        return conflict(Text::tr("%1 was led elsewhere or replaced later").arg(file.path.shown()));
    if (!file.before.exists())
        return changedBy(RemoveFile{file.path, now, file.secrecy});
    if (file.before.kind == FileState::Kind::Link)
        return changedBy(LinkFile{file.path, now, file.before.linkTarget});
    return conflict(Text::tr("%1 is a link now and was a file: replace it by hand").arg(file.path.shown()));
}

FileUndo undoOfNewFile(const FileRecord &file, const FileState &now)
{
    if (!now.exists())
        return {};
    if (now.hash() == file.afterHash)
        return changedBy(RemoveFile{file.path, now, file.secrecy});
    return conflictAt(file, firstDifference(now.content, file.after.content));
}

FileUndo undoOfRemoval(const FileRecord &file, const FileState &now)
{
    if (now.exists() && now.hash() == file.beforeHash)
        return {};
    if (now.exists())
        return conflict(Text::tr("%1 was made anew later").arg(file.path.shown()));
    if (file.before.hash() != file.beforeHash)
        return missingContent(file);
    return changedBy(WriteFile{file.path, now, file.before.content, file.before.attributes, file.secrecy});
}

/// What one value goes back to: a later edit stays where the change had not touched it, and is in the way where it had.
template <typename T>
std::optional<T> wayBack(const T &before, const T &after, const T &now)
{
    if (now == after || now == before)
        return before;
    return before == after ? std::optional(now) : std::nullopt;
}

std::optional<FileAttributes> attributesBack(const FileRecord &file, const FileState &now)
{
    const FileAttributes &before = file.before.attributes;
    const FileAttributes &after = file.after.attributes;
    const auto mode = wayBack(before.mode, after.mode, now.attributes.mode);
    const auto owner = wayBack(before.owner, after.owner, now.attributes.owner);
    const auto group = wayBack(before.group, after.group, now.attributes.group);
    if (!mode || !owner || !group)
        return {};
    return FileAttributes{*mode, *owner, *group};
}

/// The content that the file goes back to, in `content`; else why not, in what is returned.
FileUndo mergeBack(const FileRecord &file, const FileState &now, QByteArray &content)
{
    if (file.before.hash() != file.beforeHash || file.after.hash() != file.afterHash)
        return missingContent(file);
    if (now.content.contains('\0') || file.after.content.contains('\0'))
        return conflict(Text::tr("%1 was changed later and is no text").arg(file.path.shown()));
    const Merge merge = mergeOf(file.after.content, now.content, file.before.content);
    if (merge.conflicts > 0)
        return conflictAt(file, conflictLine(now.content, merge));
    content = merge.text;
    FileUndo undo;
    undo.merged = true;
    undo.remark = Text::tr("%1 was changed later: those edits stay").arg(file.path.shown());
    return undo;
}

FileUndo undoOfEdit(const FileRecord &file, const FileState &now)
{
    if (!now.exists())
        return conflict(Text::tr("%1 was removed later").arg(file.path.shown()));
    if (!isSameLink(now, file.after))
        return conflict(Text::tr("%1 was led elsewhere or replaced later").arg(file.path.shown()));
    FileUndo undo;
    QByteArray content = now.content;
    const bool isAsBefore = file.beforeHash == file.afterHash || now.hash() == file.beforeHash;
    if (!isAsBefore && now.hash() == file.afterHash) {
        if (file.before.hash() != file.beforeHash)
            return missingContent(file);
        content = file.before.content;
    } else if (!isAsBefore) {
        undo = mergeBack(file, now, content);
        if (!undo.merged)
            return undo;
    }
    const auto attributes = attributesBack(file, now);
    if (!attributes)
        return conflict(Text::tr("Mode or owner of %1 were changed later").arg(file.path.shown()));
    const bool attributesMove = *attributes != now.attributes;
    if (content != now.content)
        undo.change = WriteFile{file.path, now, content, attributesMove ? attributes : std::nullopt, file.secrecy};
    else if (attributesMove)
        undo.change = SetAttributes{file.path, now.attributes, *attributes};
    return undo;
}

} // namespace

FileUndo undoOf(const FileRecord &file, const FileState &now)
{
    if (changedTheLink(file))
        return undoOfLink(file, now);
    if (!file.before.exists() && !file.after.exists())
        return {};
    if (!file.before.exists())
        return undoOfNewFile(file, now);
    if (!file.after.exists())
        return undoOfRemoval(file, now);
    return undoOfEdit(file, now);
}

} // namespace gw
