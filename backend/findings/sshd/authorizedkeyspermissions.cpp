// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/sshdremedies.h"
#include "backend/findings/sshd/sshdview.h"

#include <QCoreApplication>

namespace gw {
namespace {

/// Debian lets a group write that has its user's name and nobody else in it (user-group-modes.patch).
bool isOwnGroup(const Facts &facts, const UserAccount &user, const UntrustedText &group)
{
    const QString id = facts.system.osId.raw();
    const bool knows = id == QLatin1String("debian") || id == QLatin1String("ubuntu");
    return knows && group == user.name;
}

/// What StrictModes demands of authorized_keys and every folder above it, up to the home directory (safe_path() in
/// OpenSSH's misc.c).
bool isSafe(const Facts &facts, const UserAccount &user, const FolderFact &path)
{
    const QString owner = path.owner.raw();
    const bool owned = owner == user.name.raw() || owner == QLatin1String("root") || owner == QLatin1String("0");
    const bool groupWrites = (path.mode & 020) && !isOwnGroup(facts, user, path.group);
    return owned && !groupWrites && !(path.mode & 002);
}

QList<FolderFact> pathsOf(const UserAccount &user)
{
    QList<FolderFact> paths = user.keyFolders;
    for (const FileFact &file : user.keyFiles) {
        if (file.mode != 0)
            paths.append({file.path, file.mode, file.owner, file.group});
    }
    return paths;
}

Finding findingFor(const UserAccount &user, const FolderFact &path, bool strict)
{
    const QString shown = path.path.shown();
    const QString name = user.name.shown(60);
    Finding finding;
    finding.severity = strict ? Severity::Medium : Severity::High;
    finding.where.file = path.path;
    finding.subject = QStringLiteral("%1 %2").arg(name, shown);
    finding.title = QCoreApplication::translate("sshd", "Not only %1 may write %2").arg(name, shown);
    finding.explanation =
        strict ? QCoreApplication::translate(
                     "sshd", "sshd takes no key of %1 from there as long as others may write it (StrictModes), so that "
                             "only passwords are left. Mend it with “chown %1” and “chmod go-w” on that path.")
                     .arg(name)
               : QCoreApplication::translate(
                     "sshd", "Whoever may write there adds a key and logs in as %1, since StrictModes is off. Mend it "
                             "with “chown %1” and “chmod go-w” on that path, and set “StrictModes yes”.")
                     .arg(name);
    finding.effective = UntrustedText(
        QStringLiteral("%1 %2:%3").arg(QString::number(path.mode, 8), path.owner.raw(), path.group.raw()));
    finding.proof = {{QStringLiteral("stat -L -c '%a %U:%G' %1").arg(shown), finding.effective}};
    return finding;
}

RuleOutcome check(const Facts &facts)
{
    if (!facts.users)
        return withoutFacts(facts.users.gap());
    return withSshd(facts, [](const SshdView &sshd) -> RuleOutcome {
        const bool strict = !sshd.is("strictmodes", "no");
        QList<Finding> findings;
        QStringList seen; // the folder of several accounts is named once
        std::optional<NotChecked> rest;
        bool isKnown = false;
        for (const UserAccount &user : *sshd.facts().users) {
            if (!user.keys && user.keys.gap().reason != Gap::Reason::NotInstalled)
                rest = notChecked(user.keys.gap());
            for (const FolderFact &path : pathsOf(user)) {
                isKnown = true;
                if (isSafe(sshd.facts(), user, path) || seen.contains(path.path.shown()))
                    continue;
                seen.append(path.path.shown());
                findings.append(findingFor(user, path, strict));
            }
        }
        if (!isKnown && !rest)
            return NotChecked{QCoreApplication::translate("sshd", "permissions were not asked")};
        return withRest(findings, rest);
    });
}

FileAttributes attributesOf(const FolderFact &path)
{
    return {quint32(path.mode), path.owner.raw().toUtf8(), path.group.raw().toUtf8()};
}

QList<Intent> remedy(const Facts &facts, const Finding &finding)
{
    if (!facts.users)
        return {};
    for (const UserAccount &user : *facts.users) {
        for (const FolderFact &path : pathsOf(user)) {
            const bool isShared = path.mode & 01000; // /tmp and the like: nobody may take that away
            if (path.path != finding.where.file || isSafe(facts, user, path) || isShared || path.group.isEmpty())
                continue;
            const bool isRoots = path.owner == u"root" || path.owner == u"0";
            return {onlyOwnerWrites(path.path, attributesOf(path),
                                    isRoots ? path.owner.raw().toUtf8() : user.name.raw().toUtf8())};
        }
    }
    return {};
}

} // namespace

const Rule sshd::authorizedKeysPermissions{
    "sshd.authorized-keys-permissions",
    QT_TRANSLATE_NOOP("rules", "Nobody but its owner may write what decides who logs in with a key"),
    "sshd_config(5) StrictModes; sshd(8), FILES",
    check,
    remedy,
};

} // namespace gw
