// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/changedfiles.h"

namespace gw {
namespace {

FileState written(const WriteFile &write)
{
    FileState after = write.before;
    if (!after.exists())
        after.kind = FileState::Kind::Regular;
    after.content = write.after;
    if (write.attributes)
        after.attributes = *write.attributes;
    return after;
}

FileState linked(const LinkFile &link)
{
    FileState after;
    after.kind = FileState::Kind::Link;
    after.linkTarget = link.target;
    return after;
}

std::optional<FileRecord> fileOf(const Change &change)
{
    if (const auto *write = std::get_if<WriteFile>(&change))
        return fileRecordOf(write->path, write->before, written(*write), write->secrecy);
    if (const auto *remove = std::get_if<RemoveFile>(&change))
        return fileRecordOf(remove->path, remove->before, {}, remove->secrecy);
    if (const auto *link = std::get_if<LinkFile>(&change))
        return fileRecordOf(link->path, link->before, linked(*link));
    return {};
}

/// By the hash, which also those have whose content is secret. What a link of ours leads to was never read.
bool isLike(const FileState &now, const FileState &then, const QByteArray &hashThen)
{
    static const QByteArray ofLink = linked({}).hash();
    const bool isUnread = then.kind == FileState::Kind::Link && hashThen == ofLink;
    return now.kind == then.kind && now.linkTarget == then.linkTarget && (isUnread || now.hash() == hashThen);
}

} // namespace

QList<FileRecord> filesOf(const Plan &plan)
{
    QList<FileRecord> files;
    for (const Step &step : plan.steps) {
        if (const auto file = fileOf(step.change))
            files += *file;
    }
    return files;
}

QList<RemotePath> pathsOf(const QList<FileRecord> &files)
{
    QList<RemotePath> paths;
    for (const FileRecord &file : files)
        paths += file.path;
    return paths;
}

FilesSay whatFilesSay(const QList<FileRecord> &files, const FileStates &now)
{
    bool before = !files.isEmpty(), after = before;
    for (const FileRecord &file : files) {
        const FileState state = now.value(file.path);
        before = before && isLike(state, file.before, file.beforeHash);
        after = after && isLike(state, file.after, file.afterHash);
    }
    return before == after ? FilesSay::Unclear : before ? FilesSay::Before : FilesSay::After;
}

} // namespace gw
