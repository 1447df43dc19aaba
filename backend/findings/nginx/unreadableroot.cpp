// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxlanguage.h"
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/nginxview.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

/// Whom nginx's workers run as.
struct Worker {
    QString user;
    QString group; ///< named beside the user; empty: the user's own
    const UserAccount *account = nullptr;

    bool isIn(const QString &other) const
    {
        return other == group ||
               (account && std::any_of(account->groups.cbegin(), account->groups.cend(),
                                       [&](const UntrustedText &each) { return each.raw() == other; }));
    }
};

Worker workerOf(const NginxView &view)
{
    static const QRegularExpression built(u"--user=(\\S+)"_s);
    const NginxSetting setting = view.firstIn(view.config().root(), "user");
    Worker worker;
    if (setting) {
        worker.user = QString::fromUtf8(setting.argument(0));
        worker.group = QString::fromUtf8(setting.argument(1));
    } else {
        const QString flag = built.match(view.nginx().buildFlags.raw()).captured(1);
        worker.user = flag.isEmpty() ? u"nobody"_s : flag;
    }
    if (!view.facts().users)
        return worker;
    for (const UserAccount &account : *view.facts().users) {
        if (account.name.raw() == worker.user)
            worker.account = &account;
    }
    return worker;
}

/// What the survey knows of folders: those in which accounts keep their keys, and the homes around them.
QList<FolderFact> foldersOf(const Facts &facts)
{
    QList<FolderFact> folders;
    if (!facts.users)
        return folders;
    for (const UserAccount &account : *facts.users)
        folders += account.keyFolders;
    return folders;
}

bool mayEnter(const Worker &worker, const FolderFact &folder)
{
    if (folder.owner.raw() == worker.user)
        return folder.mode & 0100;
    return folder.mode & (worker.isIn(folder.group.raw()) ? 0010 : 0001);
}

bool isInside(const QByteArray &path, const QByteArray &folder)
{
    return path == folder || (path.startsWith(folder) && path.at(folder.size()) == '/');
}

/// The folder around (or at) the path that is closed to the worker; nothing: none that is known.
std::optional<FolderFact> closedFolder(const QList<FolderFact> &folders, const Worker &worker, const QByteArray &path)
{
    const auto closed = std::find_if(folders.cbegin(), folders.cend(), [&](const FolderFact &folder) {
        return isInside(path, folder.path.bytes()) && !mayEnter(worker, folder);
    });
    return closed != folders.cend() ? std::optional(*closed) : std::nullopt;
}

Finding findingFor(const NginxView &view, NginxSetting setting, const Worker &worker, const FolderFact &folder)
{
    Finding finding =
        view.finding(setting, Severity::High,
                     QCoreApplication::translate("nginx", "nginx may not enter %1, so this folder answers 403")
                         .arg(folder.path.shown()),
                     QCoreApplication::translate(
                         "nginx", "Its workers run as %1, whom that folder is closed to. Move the files to /srv or "
                                  "/var/www; opening somebody's home to all is worse.")
                         .arg(UntrustedText(worker.user).shown()));
    finding.proof.append(
        {u"stat -c '%a %U %G' %1"_s.arg(folder.path.shown()),
         UntrustedText(u"%1 %2 %3"_s.arg(QString::number(folder.mode, 8), folder.owner.raw(), folder.group.raw()))});
    return finding;
}

RuleOutcome check(const NginxView &view)
{
    // Of a root nobody has looked at; it is closed wherever nobody opened it.
    static const FolderFact homeOfRoot{RemotePath(QByteArray("/root")), 0700, UntrustedText(u"root"_s),
                                       UntrustedText(u"root"_s)};
    const Worker worker = workerOf(view);
    QList<Finding> findings;
    if (worker.user == u"root"_s)
        return findings;
    QList<FolderFact> folders = foldersOf(view.facts());
    const bool knowsRoot = std::any_of(folders.cbegin(), folders.cend(),
                                       [](const FolderFact &folder) { return folder.path == homeOfRoot.path; });
    if (!knowsRoot)
        folders.append(homeOfRoot);
    for (const char *name : {"root", "alias"}) {
        for (const NginxSetting setting : view.named(name)) {
            const QByteArray path = setting.argument(0);
            if (!view.isHttp(setting) || !path.startsWith('/') || hasVariables(path))
                continue;
            if (const auto folder = closedFolder(folders, worker, path))
                findings.append(findingFor(view, setting, worker, *folder));
        }
    }
    return findings;
}

} // namespace

const NginxRule nginx::unreadableRoot{
    "nginx.unreadable-root",
    QT_TRANSLATE_NOOP("rules", "nginx may enter the homes that it serves files from"),
    "path_resolution(7); nginx.org, ngx_core_module, user",
    everyProfile,
    check,
};

} // namespace gw
