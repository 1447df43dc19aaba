// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/journalmirror.h"

#include "app/journal/gitmirror.h"

#include <QFileInfo>

namespace gw {
namespace {

const QString folderKey = QStringLiteral("journal.git");

Result<void> commit(const Store &store, const GitMirror &mirror, qint64 number)
{
    GW_TRY(mirror.commit(GW_TRY(store.change(number)), GW_TRY(store.journalHead())));
    return {};
}

} // namespace

Result<QString> mirrorFolder(const Store &store)
{
    return store.setting(folderKey);
}

Result<void> setMirrorFolder(Store &store, const QString &folder)
{
    if (!folder.isEmpty())
        GW_TRY(mirrorAll(store, folder));
    return store.setSetting(folderKey, folder);
}

QString usualMirrorFolder(const QString &storePath)
{
    return QFileInfo(storePath).absolutePath() + QStringLiteral("/journal.git");
}

Result<void> mirrorAll(const Store &store, const QString &folder)
{
    const GitMirror mirror = GW_TRY(GitMirror::open(folder));
    QList<ChangeRecord> changes = GW_TRY(store.history({{}, {}, std::numeric_limits<int>::max()}));
    std::reverse(changes.begin(), changes.end());
    for (const ChangeRecord &change : std::as_const(changes)) {
        if (change.outcome == Outcome::Kept)
            GW_TRY(commit(store, mirror, change.number));
    }
    return {};
}

Result<void> mirrorKept(const Store &store, qint64 number)
{
    const QString folder = GW_TRY(mirrorFolder(store));
    if (folder.isEmpty())
        return {};
    return commit(store, GW_TRY(GitMirror::open(folder)), number);
}

} // namespace gw
