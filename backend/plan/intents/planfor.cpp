// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/overloaded.h"
#include "backend/plan/intents/lockout.h"
#include "backend/plan/intents/parts.h"

#include <QCoreApplication>
#include <algorithm>

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
                          [](const EditNginxFile &wish) { return QList<RemotePath>{wish.path}; },
                          [&](const ChangeSite &wish) { return siteFilesOf(facts, wish); },
                          [&](const Publish &wish) { return publishFilesOf(facts, wish); },
                      },
                      intent);
}

QString titleOfSiteChange(const ChangeSite &wish)
{
    const auto shown = [](const QByteArray &name) { return UntrustedText::fromBytes(name).shown(80); };
    const QString site = wish.name.isEmpty() ? wish.path.shownName() : shown(wish.name);
    switch (wish.kind) {
    case ChangeSite::Kind::Enable: return Text::tr("Enable %1", "a site").arg(site);
    case ChangeSite::Kind::Disable: return Text::tr("Disable %1", "a site").arg(site);
    case ChangeSite::Kind::Duplicate: return Text::tr("Copy %1 as %2", "a site").arg(site, shown(wish.newName));
    case ChangeSite::Kind::Rename: return Text::tr("Rename %1 to %2", "a site").arg(site, shown(wish.newName));
    case ChangeSite::Kind::StartMaintenance: return Text::tr("Put %1 into maintenance", "a site").arg(site);
    case ChangeSite::Kind::EndMaintenance: return Text::tr("End the maintenance of %1", "a site").arg(site);
    case ChangeSite::Kind::Delete: return Text::tr("Delete %1", "a site").arg(site);
    }
    Q_UNREACHABLE();
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

template <typename Wish>
QList<Wish> wishesOf(const QList<Intent> &intents)
{
    QList<Wish> wishes;
    for (const Intent &intent : intents) {
        if (const auto *wish = std::get_if<Wish>(&intent); wish && !wishes.contains(*wish))
            wishes.append(*wish);
    }
    return wishes;
}

template <typename T>
void addNew(QList<T> &list, const QList<T> &more)
{
    for (const T &each : more) {
        if (!list.contains(each))
            list.append(each);
    }
}

/// Several wishes of a kind that speaks for the whole server are one.
QList<Intent> united(const QList<Intent> &intents)
{
    QList<Intent> rest;
    std::optional<EnableFirewall> firewall;
    std::optional<ProtectByFail2ban> fail2ban;
    for (const Intent &intent : intents) {
        if (const auto *wish = std::get_if<EnableFirewall>(&intent)) {
            firewall = firewall.value_or(EnableFirewall());
            addNew(firewall->allow, wish->allow);
        } else if (const auto *guard = std::get_if<ProtectByFail2ban>(&intent)) {
            fail2ban = fail2ban.value_or(ProtectByFail2ban{{}, {}});
            addNew(fail2ban->jails, guard->jails);
            addNew(fail2ban->neverBan, guard->neverBan);
        } else if (!rest.contains(intent)) {
            rest.append(intent);
        }
    }
    if (fail2ban)
        rest.append(*fail2ban);
    if (firewall)
        rest.append(*firewall);
    return rest;
}

/// What one plan cannot do both, whatever the server is like.
Result<void> refuseContradictions(const QList<Intent> &intents)
{
    const auto both = [](const Intent &a, const Intent &b) {
        return invalidIntent(Text::tr("Make one plan of several wishes"),
                             Text::tr("“%1” and “%2” contradict each other").arg(titleOf(a), titleOf(b)));
    };
    const auto services = wishesOf<ConfineService>(intents);
    for (const ConfineService &service : services) {
        for (const ConfineService &other : services) {
            if (service.kind == other.kind && service.name == other.name && service != other)
                return both(service, other);
        }
    }
    for (const MoveSshPort &opened : wishesOf<MoveSshPort>(intents)) {
        const CloseSshPort closed{opened.port};
        if (intents.contains(Intent(closed)))
            return both(opened, closed);
    }
    return {};
}

QList<quint16> sshPortsAfter(const Facts &facts, const QList<Intent> &intents)
{
    QList<quint16> ports = sshPorts(facts);
    for (const MoveSshPort &opened : wishesOf<MoveSshPort>(intents))
        addNew(ports, {opened.port});
    for (const CloseSshPort &closed : wishesOf<CloseSshPort>(intents))
        ports.removeAll(closed.port);
    return ports;
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
    GW_TRY(refuseContradictions(intents));
    PlanMaker maker(facts, files);
    maker.sshPorts() = sshPortsAfter(facts, intents);
    GW_TRY(draftSettings(maker, wishesOf<SetSshd>(intents)));
    for (const Intent &intent : united(intents)) {
        GW_TRY(std::visit(Overloaded{
                              [](const SetSshd &) { return Result<void>(); },
                              [&maker](const auto &wish) { return draftIntent(maker, wish); },
                          },
                          intent));
    }
    GW_TRY(refuseLockout(maker));
    finishSshd(maker);
    finishNginx(maker);
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
            [](const EditNginxFile &wish) { return Text::tr("Edit %1").arg(wish.path.shown()); },
            [](const ChangeSite &wish) { return titleOfSiteChange(wish); },
            [&](const Publish &wish) { return Text::tr("Publish %1").arg(shown(wish.domains.value(0))); },
        },
        intent);
}

} // namespace gw
