// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/overloaded.h"
#include "backend/plan/intents/lockout.h"
#include "backend/plan/intents/parts.h"

#include <QCoreApplication>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Intents)
};

QList<RemotePath> filesOf(const Facts &facts, const Intent &intent)
{
    return std::visit(Overloaded{
                          [&](const SetSshd &) { return SshdWorkingCopy::filesFor(facts); },
                          [&](const MoveSshPort &) { return sshPortFilesOf(facts); },
                          [&](const CloseSshPort &) { return sshPortFilesOf(facts); },
                          [&](const AddAuthorizedKey &wish) {
                              return SshdWorkingCopy::filesFor(facts) + authorizedKeysFilesOf(facts, wish.user);
                          },
                          [&](const RemoveAuthorizedKey &wish) {
                              return SshdWorkingCopy::filesFor(facts) + authorizedKeysFilesOf(facts, wish.user);
                          },
                          [](const SetFileMode &) { return QList<RemotePath>(); },
                          [&](const ProtectByFail2ban &) { return fail2banFilesOf(facts); },
                          [](const LiftBan &) { return QList<RemotePath>(); },
                          [&](const ConfineService &wish) { return confinedFilesOf(facts, wish); },
                          [&](const EnableFirewall &) { return firewallFilesOf(facts); },
                      },
                      intent);
}

QString titleOfPlan(const QList<Intent> &intents)
{
    if (intents.isEmpty())
        return {};
    if (intents.size() == 1)
        return titleOf(intents.first());
    const bool onlySettings = std::all_of(intents.cbegin(), intents.cend(),
                                          [](const Intent &intent) { return std::holds_alternative<SetSshd>(intent); });
    if (onlySettings)
        return Text::tr("Change %1 settings of SSH").arg(intents.size());
    return Text::tr("%1 and %n more", "a change, and how many others", int(intents.size()) - 1)
        .arg(titleOf(intents.first()));
}

} // namespace

QList<RemotePath> filesFor(const Facts &facts, const QList<Intent> &intents)
{
    QList<RemotePath> paths;
    for (const Intent &intent : intents) {
        for (const RemotePath &path : filesOf(facts, intent)) {
            if (!path.isEmpty() && !paths.contains(path))
                paths.append(path);
        }
    }
    return paths;
}

Result<Plan> planFor(const HostId &host, const Facts &facts, const FileStates &files, const QList<Intent> &intents)
{
    PlanMaker maker(facts, files);
    QList<SetSshd> settings;
    for (const Intent &intent : intents) {
        if (const auto *setting = std::get_if<SetSshd>(&intent))
            settings.append(*setting);
    }
    GW_TRY(draftSettings(maker, settings));
    for (const Intent &intent : intents) {
        GW_TRY(std::visit(Overloaded{
                              [](const SetSshd &) { return Result<void>(); },
                              [&maker](const auto &wish) { return draftIntent(maker, wish); },
                          },
                          intent));
    }
    GW_TRY(refuseLockout(maker));
    finishSshd(maker);
    return maker.plan(host, titleOfPlan(intents));
}

QString titleOf(const Intent &intent)
{
    const auto shown = [](const QString &text) { return UntrustedText(text).shown(100); };
    return std::visit(
        Overloaded{
            [&](const SetSshd &wish) {
                return wish.value.isEmpty() ? Text::tr("%1 as by default", "a setting of sshd").arg(shown(wish.keyword))
                                            : QStringLiteral("%1 %2").arg(shown(wish.keyword), shown(wish.value));
            },
            [](const MoveSshPort &wish) { return Text::tr("Move SSH to port %1").arg(wish.port); },
            [](const CloseSshPort &wish) { return Text::tr("Close port %1 for SSH").arg(wish.port); },
            [&](const AddAuthorizedKey &wish) { return Text::tr("Add a key for %1").arg(shown(wish.user)); },
            [&](const RemoveAuthorizedKey &wish) { return Text::tr("Remove a key of %1").arg(shown(wish.user)); },
            [](const SetFileMode &wish) { return Text::tr("Change the permissions of %1").arg(wish.path.shown()); },
            [&](const ProtectByFail2ban &wish) {
                return Text::tr("Let fail2ban watch %1").arg(shown(wish.jails.join(QLatin1String(", "))));
            },
            [&](const LiftBan &wish) { return Text::tr("Lift the ban of %1").arg(shown(wish.address)); },
            [&](const ConfineService &wish) {
                return Text::tr("Run %1 as %2").arg(shown(wish.name), shown(wish.user));
            },
            [](const EnableFirewall &) { return Text::tr("Enable the firewall"); },
        },
        intent);
}

} // namespace gw
