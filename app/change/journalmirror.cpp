// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/journalmirror.h"

#include "app/journal/gitmirror.h"
#include "app/journal/mirrored.h"

#include <QFileInfo>

namespace gw {
namespace {

const QString folderKey = QStringLiteral("journal.git");

Result<void> mirrorInto(const QString &folder, const Store &store)
{
    const GitMirror mirror = GW_TRY(GitMirror::open(folder));
    const QSet<QByteArray> mirrored = GW_TRY(mirror.changes());
    const QByteArray head = GW_TRY(store.journalHead());
    QList<ChangeRecord> kept = GW_TRY(store.history({{}, {}, Outcome::Kept}));
    std::reverse(kept.begin(), kept.end());
    for (const ChangeRecord &change : std::as_const(kept)) {
        if (!mirrored.contains(mirrorChangeId(change)))
            GW_TRY(mirror.commit(GW_TRY(store.change(change.number)), head));
    }
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
        GW_TRY(mirrorInto(folder, store));
    return store.setSetting(folderKey, folder);
}

QString usualMirrorFolder(const QString &storePath)
{
    return QFileInfo(storePath).absolutePath() + QStringLiteral("/journal.git");
}

Result<void> mirrorKept(const Store &store)
{
    const QString folder = GW_TRY(mirrorFolder(store));
    return folder.isEmpty() ? Result<void>() : mirrorInto(folder, store);
}

} // namespace gw
