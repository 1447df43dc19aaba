// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/changemerge.h"

#include "backend/base/overloaded.h"
#include "backend/plan/diff.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PlanMerge)
};

Error conflict(const QString &what)
{
    return {Error::Kind::Invalid, Text::tr("Join the plans"), what, {}, {}};
}

Error bothChange(const RemotePath &path)
{
    return conflict(Text::tr("%1: each plan does something else with it").arg(path.shown()));
}

Error readTwice(const RemotePath &path)
{
    return conflict(Text::tr("%1 changed on the server between the plans: make them anew").arg(path.shown()));
}

Result<QByteArray> mergedText(const WriteFile &mine, const WriteFile &theirs)
{
    Merge merge = mergeOf(mine.before.content, mine.after, theirs.after);
    if (merge.conflicts == 0)
        return std::move(merge.text);
    if (!mine.before.exists())
        return bothChange(mine.path);
    QStringList lines;
    for (const int line : std::as_const(merge.conflictLines))
        lines.append(QString::number(line));
    return conflict(Text::tr("%1 line %2: each plan changes it in another way")
                        .arg(mine.path.shown(), lines.join(Text::tr(", ", "between numbers of lines"))));
}

template <typename T>
bool mergeField(const T &base, T &mine, const T &theirs)
{
    if (mine == base)
        mine = theirs;
    return theirs == base || mine == theirs;
}

Result<FileAttributes> mergedAttributes(const RemotePath &path, const FileAttributes &base, FileAttributes mine,
                                        const FileAttributes &theirs)
{
    if (mergeField(base.mode, mine.mode, theirs.mode) && mergeField(base.owner, mine.owner, theirs.owner) &&
        mergeField(base.group, mine.group, theirs.group))
        return mine;
    return conflict(Text::tr("%1: each plan gives it another owner or mode").arg(path.shown()));
}

Result<Change> merge(WriteFile mine, const WriteFile &theirs)
{
    if (mine.before != theirs.before)
        return readTwice(mine.path);
    mine.after = GW_TRY(mergedText(mine, theirs));
    if (mine.attributes && theirs.attributes)
        mine.attributes =
            GW_TRY(mergedAttributes(mine.path, mine.before.attributes, *mine.attributes, *theirs.attributes));
    else if (theirs.attributes)
        mine.attributes = theirs.attributes;
    mine.secrecy = std::max(mine.secrecy, theirs.secrecy);
    return Change(std::move(mine));
}

Result<Change> merge(WriteFile write, const SetAttributes &set)
{
    if (!write.before.exists() || write.before.attributes != set.before)
        return readTwice(write.path);
    write.attributes =
        GW_TRY(mergedAttributes(write.path, set.before, write.attributes.value_or(set.before), set.after));
    return Change(std::move(write));
}

Result<Change> merge(const SetAttributes &set, const WriteFile &write)
{
    return merge(write, set);
}

Result<Change> merge(SetAttributes mine, const SetAttributes &theirs)
{
    if (mine.before != theirs.before)
        return readTwice(mine.path);
    mine.after = GW_TRY(mergedAttributes(mine.path, mine.before, mine.after, theirs.after));
    return Change(std::move(mine));
}

Result<Change> merge(RemoveFile mine, const RemoveFile &theirs)
{
    if (mine.before != theirs.before)
        return readTwice(mine.path);
    mine.secrecy = std::max(mine.secrecy, theirs.secrecy);
    return Change(std::move(mine));
}

Result<Change> merge(LinkFile mine, const LinkFile &theirs)
{
    if (mine.before != theirs.before)
        return readTwice(mine.path);
    if (mine.target != theirs.target)
        return bothChange(mine.path);
    return Change(std::move(mine));
}

Result<Change> merge(RunCommand mine, const RunCommand &theirs)
{
    for (const RemotePath &path : theirs.touches) {
        if (!mine.touches.contains(path))
            mine.touches.append(path);
    }
    mine.changesFirewall = mine.changesFirewall || theirs.changesFirewall;
    return Change(std::move(mine));
}

Result<Change> merge(ServiceAction mine, const ServiceAction &theirs)
{
    if (theirs.verb == ServiceAction::Verb::Restart)
        mine.verb = theirs.verb; // it reads the files anew too
    return Change(std::move(mine));
}

Result<Change> merge(WaitFor mine, const WaitFor &theirs)
{
    mine.limit = std::max(mine.limit, theirs.limit);
    return Change(std::move(mine));
}

template <typename T>
constexpr bool isFileChange = std::is_same_v<T, WriteFile> || std::is_same_v<T, RemoveFile> ||
                              std::is_same_v<T, LinkFile> || std::is_same_v<T, SetAttributes>;

/// All other pairs: what acts on one file in ways that exclude each other, or is the same already.
template <typename Mine, typename Theirs>
Result<Change> merge(const Mine &mine, const Theirs &)
{
    if constexpr (isFileChange<Mine>)
        return bothChange(mine.path);
    else
        return Change(mine);
}

QByteArray subjectOfAction(const ServiceAction &action)
{
    const bool rereads = action.verb == ServiceAction::Verb::Reload || action.verb == ServiceAction::Verb::Restart;
    const auto verb = rereads ? ServiceAction::Verb::Reload : action.verb;
    return "service " + QByteArray::number(int(verb)) + ' ' + action.unit.name().toUtf8();
}

} // namespace

QByteArray subjectOf(const Change &change)
{
    return std::visit(
        Overloaded{
            [](const InstallPackage &install) { return QByteArray("package " + install.name.toUtf8()); },
            [](const RunCommand &run) {
                return QByteArray("run " + run.line + '\0' + (run.undo ? "undo " + *run.undo : QByteArray()));
            },
            [](const ServiceAction &action) { return subjectOfAction(action); },
            [](const Check &check) { return QByteArray("check " + QByteArray::number(int(check.kind)) + check.line); },
            [](const WaitFor &wait) { return QByteArray("wait " + wait.line); },
            [](const auto &file) { return QByteArray("file " + file.path.bytes()); },
        },
        change);
}

Result<Change> mergedChange(const Change &mine, const Change &theirs)
{
    return std::visit([](const auto &a, const auto &b) { return merge(a, b); }, mine, theirs);
}

} // namespace gw
