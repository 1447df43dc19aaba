// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/intents/inifile.h"
#include "backend/plan/intents/parts.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QRegularExpression>
#include <algorithm>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Intents)
};

constexpr char header[] = "# Written by Gatewright. fail2ban reads this file after jail.local.\n";

const RemotePath &ownFile()
{
    static const RemotePath path(QByteArray("/etc/fail2ban/jail.d/gatewright.local"));
    return path;
}

QString unit()
{
    return QStringLiteral("fail2ban.service");
}

QString tried()
{
    return Text::tr("Set up fail2ban");
}

bool isJailName(const QString &name)
{
    static const QRegularExpression pattern(QStringLiteral("^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"));
    return pattern.match(name).hasMatch();
}

/// An address or a network, as people write it; no scope and nothing else that a line could be broken with.
bool isNetwork(const QString &text)
{
    static const QRegularExpression signs(QStringLiteral("^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"));
    if (!signs.match(text).hasMatch())
        return false;
    return !QHostAddress(text).isNull() || (text.contains(u'/') && !QHostAddress::parseSubnet(text).first.isNull());
}

/// fail2ban's reading order (jail.conf(5)): jail.d/*.conf, jail.local, jail.d/*.local; the last value counts.
QList<RemotePath> inReadingOrder(QList<RemotePath> paths)
{
    const auto rank = [](const RemotePath &path) {
        return path.bytes().endsWith("/jail.local") ? 1 : path.bytes().endsWith(".conf") ? 0 : 2;
    };
    std::stable_sort(paths.begin(), paths.end(), [&](const RemotePath &a, const RemotePath &b) {
        return rank(a) != rank(b) ? rank(a) < rank(b) : a < b;
    });
    return paths;
}

QByteArray valueFor(const PlanMaker &maker, const QByteArray &jail, const QByteArray &key)
{
    std::optional<QByteArray> ofJail;
    std::optional<QByteArray> ofAll;
    for (const RemotePath &path : inReadingOrder(fail2banFilesOf(maker.facts()))) {
        const auto state = maker.file(path); // with what was drafted so far
        const IniFile file(state ? state->content : QByteArray());
        if (const auto value = file.value("DEFAULT", key))
            ofAll = value;
        if (const auto value = file.value(jail, key))
            ofJail = value;
    }
    return ofJail.value_or(ofAll.value_or(QByteArray()));
}

/// Whom nobody bans: this computer itself, where we come from, whom the person names, and who was spared before.
QByteArray sparedIn(const PlanMaker &maker, const QByteArray &jail, const QStringList &named)
{
    QByteArrayList spared{"127.0.0.1/8", "::1"};
    QByteArray client = maker.facts().access.clientAddress.raw().toLatin1();
    if (client.startsWith("::ffff:"))
        client = client.mid(7);
    QByteArrayList more = valueFor(maker, jail, "ignoreip").replace(',', ' ').simplified().split(' ');
    if (isNetwork(QString::fromLatin1(client)))
        more.append(client);
    for (const QString &address : named)
        more.append(address.toLatin1());
    for (const QByteArray &each : std::as_const(more)) {
        if (!each.isEmpty() && !spared.contains(each))
            spared.append(each);
    }
    return spared.join(' ');
}

QByteArray portList(const QList<quint16> &ports)
{
    QByteArrayList numbers;
    for (const quint16 port : ports)
        numbers.append(QByteArray::number(port));
    return numbers.isEmpty() ? QByteArray("ssh") : numbers.join(',');
}

void setJail(const PlanMaker &maker, IniFile &file, const QByteArray &jail, const QStringList &neverBan)
{
    file.set(jail, "enabled", "true");
    if (jail == "sshd") {
        // The journal has every login; a log file only where a syslog daemon writes one, which Debian 12 has not.
        file.set(jail, "backend", "systemd");
        file.set(jail, "port", portList(maker.sshPorts()));
    } else {
        file.set(jail, "backend", "auto"); // the programs of the other jails write files of their own
    }
    file.set(jail, "ignoreip", sparedIn(maker, jail, neverBan));
    const FirewallFacts &firewall = maker.facts().firewall;
    const bool hasNoIptables = !firewall.iptables && firewall.iptables.gap().reason == Gap::Reason::NotInstalled;
    if (hasNoIptables && firewall.nftables)
        file.set(jail, "banaction", "nftables-multiport");
}

bool isAtWork(const Facts &facts, const QByteArrayList &jails)
{
    if (!facts.fail2ban || !facts.fail2ban->enabled || !(facts.fail2ban->activeState == u"active") ||
        !facts.fail2ban->jails)
        return false;
    return std::all_of(jails.cbegin(), jails.cend(), [&](const QByteArray &jail) {
        return facts.fail2ban->jails->contains(UntrustedText::fromBytes(jail));
    });
}

/// Only what is needed: what a step starts or enables, its undo stops and disables. The id of the last step.
QString takeUp(PlanMaker &maker, const QString &write, const QString &check)
{
    const Known<Fail2banFacts> &known = maker.facts().fail2ban;
    if (!known || !known->enabled)
        maker.act(unit(), ServiceAction::Verb::Enable, Text::tr("It runs after a reboot too"), {write});
    QString last;
    if (!known || !(known->activeState == u"active"))
        last = maker.act(unit(), ServiceAction::Verb::Start, Text::tr("It did not run"), {write, check});
    // A package that was just installed may have started it with settings of its own.
    if (!known || known->activeState == u"active")
        last =
            maker.act(unit(), ServiceAction::Verb::Restart, Text::tr("fail2ban reads its files again"), {write, check});
    return last;
}

bool usesApt(const Facts &facts)
{
    const QString id = facts.system.osId.raw();
    return id == QLatin1String("debian") || id == QLatin1String("ubuntu");
}

} // namespace

QList<RemotePath> fail2banFilesOf(const Facts &facts)
{
    QList<RemotePath> paths{ownFile()};
    if (facts.fail2ban) {
        for (const FileFact &file : facts.fail2ban->files) {
            if (!paths.contains(file.path))
                paths.append(file.path);
        }
    }
    return paths;
}

Result<void> draftIntent(PlanMaker &maker, const ProtectByFail2ban &wish)
{
    const Facts &facts = maker.facts();
    if (!facts.system.initSystem.isEmpty() && !(facts.system.initSystem == u"systemd"))
        return invalidIntent(tried(), Text::tr("This needs systemd, and the server has none"));
    for (const QString &jail : wish.jails) {
        if (!isJailName(jail))
            return invalidIntent(tried(), Text::tr("“%1” is no name of a jail").arg(UntrustedText(jail).shown(60)));
    }
    for (const QString &address : wish.neverBan) {
        if (!isNetwork(address))
            return invalidIntent(tried(), Text::tr("“%1” is no address").arg(UntrustedText(address).shown(60)));
    }
    if (wish.jails.isEmpty())
        return invalidIntent(tried(), Text::tr("No jail is named"));

    QStringList needs;
    if (!facts.fail2ban && facts.fail2ban.gap().reason == Gap::Reason::NotInstalled) {
        needs.append(maker.install(QStringLiteral("fail2ban"), Text::tr("It shuts out who guesses passwords")));
        if (usesApt(facts))
            needs.append(
                maker.install(QStringLiteral("python3-systemd"), Text::tr("fail2ban reads the journal with it")));
    }
    const FileState state = GW_TRY(maker.file(ownFile()));
    IniFile file(state.exists() ? state.content : QByteArray(header));
    QByteArrayList jails;
    for (const QString &jail : wish.jails) {
        jails.append(jail.toLatin1());
        setJail(maker, file, jails.last(), wish.neverBan);
    }
    if (state.content == file.printed() && isAtWork(facts, jails))
        return {};
    const QString write =
        maker.write(ownFile(), file.printed(),
                    Text::tr("Who fails to log in again and again is shut out; your own address never is"));
    for (const QString &each : std::as_const(needs))
        maker.need(write, each);
    const QString check =
        maker.add(Phase::Check, QStringLiteral("check fail2ban"), Check{Check::Kind::Command, "fail2ban-client -t"},
                  Text::tr("fail2ban must accept its configuration"), {write});
    const QString restart = takeUp(maker, write, check);
    QByteArrayList asked;
    for (const QByteArray &jail : std::as_const(jails))
        asked.append("fail2ban-client status " + jail + " >/dev/null");
    maker.add(Phase::Verify, QStringLiteral("wait for fail2ban"), WaitFor{asked.join(" && "), std::chrono::seconds(30)},
              Text::tr("Each jail must be at work"), {restart});
    maker.prove(UnitProof{ServiceUnit(unit())});
    return {};
}

Result<void> draftIntent(PlanMaker &maker, const LiftBan &wish)
{
    const QString failed = Text::tr("Lift the ban of %1").arg(UntrustedText(wish.address).shown(60));
    if (!isJailName(wish.jail))
        return invalidIntent(failed, Text::tr("“%1” is no name of a jail").arg(UntrustedText(wish.jail).shown(60)));
    if (!isNetwork(wish.address))
        return invalidIntent(failed, Text::tr("“%1” is no address").arg(UntrustedText(wish.address).shown(60)));
    const QByteArray jail = "fail2ban-client set " + wish.jail.toLatin1();
    const QByteArray address = wish.address.toLatin1();
    maker.add(Phase::Switch, QStringLiteral("unban %1 %2").arg(wish.jail, wish.address),
              RunCommand{jail + " unbanip " + address, jail + " banip " + address},
              Text::tr("%1 may log in again").arg(wish.address));
    return {};
}

} // namespace gw
