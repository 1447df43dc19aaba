// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/survey/survey.h"

#include <QCoreApplication>
#include <QSet>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(FactChange)
};

/// One thing of a server that can be there or not: what it is called, and all of it that counts.
struct Item {
    QString subject;
    UntrustedText value;
};
using Items = QMap<QString, Item>; ///< by a key that stays the same from survey to survey

/// Adds the differences in the order of the keys.
void compare(const Items &before, const Items &after, QList<FactChange> &changes)
{
    auto old = before.begin();
    auto now = after.begin();
    while (old != before.end() || now != after.end()) {
        if (now == after.end() || (old != before.end() && old.key() < now.key())) {
            changes.append({FactChange::Kind::Removed, old->subject, old->value, {}});
            ++old;
        } else if (old == before.end() || now.key() < old.key()) {
            changes.append({FactChange::Kind::Added, now->subject, {}, now->value});
            ++now;
        } else {
            if (old->value != now->value)
                changes.append({FactChange::Kind::Changed, now->subject, old->value, now->value});
            ++old;
            ++now;
        }
    }
}

/// What is not known in one of them cannot be compared: a survey without root must not look like a removal.
template <typename T, typename MakeItems>
void compareKnown(const Known<T> &before, const Known<T> &after, MakeItems items, QList<FactChange> &changes)
{
    if (before && after)
        compare(items(*before), items(*after), changes);
}

UntrustedText joined(const QStringList &parts)
{
    QStringList filled;
    for (const QString &part : parts) {
        if (!part.isEmpty())
            filled.append(part);
    }
    return UntrustedText(filled.join(QStringLiteral(", ")));
}

QString yesNo(const char *name, bool value)
{
    return value ? QString::fromLatin1(name) : QString();
}

/// Files and folders that could not be read in one of two surveys: what they hold neither came nor went.
class Hidden {
public:
    Hidden(const Facts &before, const Facts &after)
    {
        for (const Facts *facts : {&before, &after}) {
            for (const UnreadFile &file : facts->unreadFiles)
                m_paths.insert(file.path);
        }
    }

    bool holds(const RemotePath &path) const
    {
        const QByteArray bytes = path.bytes();
        for (qsizetype end = bytes.size(); end > 0; end = bytes.lastIndexOf('/', end - 1)) {
            if (m_paths.contains(RemotePath(bytes.left(end))))
                return true;
        }
        return false;
    }

private:
    QSet<RemotePath> m_paths;
};

Items socketItems(const QList<Listener> &listeners)
{
    Items items;
    for (const Listener &listener : listeners) {
        const QString protocol =
            listener.protocol == Listener::Protocol::Udp ? QStringLiteral("udp") : QStringLiteral("tcp");
        QString address = listener.address.toString();
        if (listener.address == QHostAddress(QHostAddress::Any))
            address = QStringLiteral("*");
        else if (listener.address.protocol() == QAbstractSocket::IPv6Protocol)
            address = u'[' + address + u']';
        if (!listener.interface.isEmpty())
            address += u'%' + listener.interface.raw();
        const QString place = QStringLiteral("%1:%2/%3").arg(address).arg(listener.port).arg(protocol);
        items.insert(place, {Text::tr("Listening socket %1").arg(UntrustedText(place).shown()),
                             joined({listener.process.raw(), listener.user.raw(), listener.container.raw(),
                                     listener.unit.raw()})});
    }
    return items;
}

Items packageItems(const PackageFacts &packages)
{
    Items items;
    for (const Package &package : packages.installed)
        items.insert(package.name.raw(), {Text::tr("Package %1").arg(package.name.shown()), package.version});
    return items;
}

Items unitItems(const QList<SystemdUnit> &units)
{
    Items items;
    for (const SystemdUnit &unit : units) {
        // Others come and go by themselves.
        if (unit.enabled != u"enabled" && unit.activeState != u"failed")
            continue;
        items.insert(unit.name.raw(),
                     {Text::tr("Service %1").arg(unit.name.shown()),
                      joined({unit.activeState.raw(), unit.enabled.raw(), unit.user.raw(), unit.execStart.raw()})});
    }
    return items;
}

Items programItems(const QList<SupervisorProgram> &programs)
{
    Items items;
    for (const SupervisorProgram &program : programs)
        items.insert(program.name.raw(), {Text::tr("Supervisor program %1").arg(program.name.shown()),
                                          joined({program.state.raw(), program.user.raw(), program.command.raw()})});
    return items;
}

Items jobItems(const QList<ScheduledJob> &jobs, const Hidden &hidden)
{
    Items items;
    for (const ScheduledJob &job : jobs) {
        if (hidden.holds(job.file))
            continue;
        const bool timer = job.kind == ScheduledJob::Kind::Timer;
        const QString key =
            timer ? job.name.raw() : job.file.shown() + u'\n' + job.name.raw() + u'\n' + job.command.raw();
        const QString subject =
            timer ? Text::tr("Timer %1").arg(job.name.shown()) : Text::tr("Cron job in %1").arg(job.file.shown());
        items.insert(key, {subject, joined({yesNo("active", job.active), job.schedule.raw(), job.command.raw()})});
    }
    return items;
}

Items userItems(const QList<UserAccount> &users)
{
    Items items;
    for (const UserAccount &user : users) {
        QStringList groups;
        for (const UntrustedText &group : user.groups)
            groups.append(group.raw());
        groups.sort();
        items.insert(user.name.raw(), {Text::tr("User %1").arg(user.name.shown()),
                                       joined({QStringLiteral("uid %1").arg(user.uid), user.shell.raw(),
                                               groups.join(u' '), yesNo("root", user.mayBecomeRoot),
                                               yesNo("root without password", user.rootWithoutPassword),
                                               yesNo("password", user.hasPassword && *user.hasPassword),
                                               yesNo("empty password", user.emptyPassword)})});
    }
    return items;
}

QSet<QString> usersWithHiddenKeys(const QList<UserAccount> &users)
{
    QSet<QString> names;
    for (const UserAccount &user : users) {
        if (!user.keys)
            names.insert(user.name.raw());
    }
    return names;
}

Items keyItems(const QList<UserAccount> &users, const QSet<QString> &hidden)
{
    Items items;
    for (const UserAccount &user : users) {
        if (!user.keys || hidden.contains(user.name.raw()))
            continue;
        for (const AuthorizedKey &key : *user.keys)
            items.insert(user.name.raw() + u'\n' + key.fingerprint.raw() + u'\n' + key.file.shown(),
                         {Text::tr("SSH key %1 of %2").arg(key.fingerprint.shown(), user.name.shown()),
                          joined({key.type.raw(), key.comment.raw(), key.options.raw(), key.file.shown()})});
    }
    return items;
}

void compareKeys(const QList<UserAccount> &before, const QList<UserAccount> &after, QList<FactChange> &changes)
{
    const QSet<QString> hidden = usersWithHiddenKeys(before) + usersWithHiddenKeys(after);
    compare(keyItems(before, hidden), keyItems(after, hidden), changes);
}

Items ruleItems(const QList<SudoRule> &rules)
{
    Items items;
    for (const SudoRule &rule : rules)
        items.insert(rule.file.shown() + u'\n' + rule.text.raw(),
                     {Text::tr("Sudo rule in %1").arg(rule.file.shown()), rule.text});
    return items;
}

Items fileItems(const QList<FileFact> &files, const Hidden &hidden)
{
    Items items;
    for (const FileFact &file : files) {
        if (!hidden.holds(file.path))
            items.insert(file.path.shown(),
                         {Text::tr("File %1").arg(file.path.shown()), UntrustedText::fromBytes(file.content)});
    }
    return items;
}

Items settingItems(const SshdEffective &effective)
{
    Items items;
    for (auto setting = effective.values.begin(); setting != effective.values.end(); ++setting) {
        QStringList values;
        for (const UntrustedText &value : setting.value())
            values.append(value.raw());
        items.insert(setting.key(), {Text::tr("SSH setting %1").arg(UntrustedText(setting.key()).shown()),
                                     UntrustedText(values.join(u'\n'))});
    }
    return items;
}

UntrustedText certificateText(const CertificateInfo &certificate)
{
    return joined({certificate.subject.raw(), certificate.notAfter.toString(Qt::ISODate),
                   QString::fromLatin1(certificate.sha256.toHex())});
}

Items certificateItems(const QList<CertificateFile> &files, const Hidden &hidden)
{
    Items items;
    for (const CertificateFile &file : files) {
        if (!hidden.holds(file.path))
            items.insert(file.path.shown(),
                         {Text::tr("Certificate %1").arg(file.path.shown()), certificateText(file.certificate)});
    }
    return items;
}

Items lineageItems(const QList<Lineage> &lineages)
{
    Items items;
    for (const Lineage &lineage : lineages)
        items.insert(lineage.name.raw(), {Text::tr("Renewal of %1").arg(lineage.name.shown()),
                                          UntrustedText::fromBytes(lineage.renewal.content)});
    return items;
}

Items containerItems(const QList<Container> &containers)
{
    Items items;
    for (const Container &container : containers) {
        QStringList parts{container.image.raw(),
                          container.status.raw(),
                          container.user.raw(),
                          container.networkMode.raw(),
                          yesNo("privileged", container.privileged),
                          container.pidMode.raw()};
        for (const UntrustedText &capability : container.capabilities + container.securityOptions)
            parts.append(capability.raw());
        for (const PublishedPort &port : container.ports)
            parts.append(QStringLiteral("%1:%2->%3")
                             .arg(port.hostAddress.toString())
                             .arg(port.hostPort)
                             .arg(port.containerPort));
        for (const UntrustedText &mount : container.mounts)
            parts.append(mount.raw());
        items.insert(container.engine.raw() + u' ' + container.name.raw(),
                     {Text::tr("Container %1").arg(container.name.shown()), joined(parts)});
    }
    return items;
}

Items gpuItems(const QList<Gpu> &gpus)
{
    Items items;
    for (const Gpu &gpu : gpus)
        items.insert(gpu.uuid.raw(), {Text::tr("GPU %1").arg(gpu.index), joined({gpu.name.raw(), gpu.driver.raw()})});
    return items;
}

/// Counters grow without anybody changing a rule: "counter packets 12 bytes 840" of nft, ":INPUT ACCEPT [12:840]" of
/// iptables-save.
bool startsCounter(const QString &line, qsizetype at)
{
    const QStringView before = QStringView(line).first(at);
    if (line.startsWith(u':'))
        return before.endsWith(u'[') || (before.endsWith(u':') && before.contains(u'['));
    return before.endsWith(QLatin1String("packets ")) || before.endsWith(QLatin1String(" bytes "));
}

/// A rule set without what changes by itself: comments with the time, counters of packets and bytes.
UntrustedText withoutCounters(const UntrustedText &rules)
{
    QString text;
    for (const QString &line : rules.raw().split(u'\n')) {
        if (line.startsWith(u'#'))
            continue;
        const bool counted = line.contains(QLatin1String("counter packets")) || line.startsWith(u':');
        for (qsizetype i = 0; i < line.size(); ++i) {
            if (!counted || !line[i].isDigit() || !startsCounter(line, i)) {
                text += line[i];
                continue;
            }
            text += u'0';
            while (i + 1 < line.size() && line[i + 1].isDigit())
                ++i;
        }
        text += u'\n';
    }
    return UntrustedText(text);
}

UntrustedText settingsText(const UfwSettings &ufw)
{
    return joined({ufw.enabled ? QStringLiteral("ENABLED=yes") : QStringLiteral("ENABLED=no"),
                   QStringLiteral("DEFAULT_INPUT_POLICY=%1").arg(ufw.incoming.raw()),
                   ufw.filtersIpv6 ? QStringLiteral("IPV6=yes") : QStringLiteral("IPV6=no")});
}

void compareFirewall(const FirewallFacts &before, const FirewallFacts &after, QList<FactChange> &changes)
{
    const auto one = [&changes](const char *name, const Known<UntrustedText> &old, const Known<UntrustedText> &now) {
        if (!old || !now)
            return;
        const UntrustedText was = withoutCounters(*old);
        const UntrustedText is = withoutCounters(*now);
        if (was != is)
            changes.append({FactChange::Kind::Changed, Text::tr("Firewall (%1)").arg(QLatin1String(name)), was, is});
    };
    one("ufw", before.ufwStatus, after.ufwStatus);
    // Without root only its own files tell.
    if ((!before.ufwStatus || !after.ufwStatus) && before.ufwSettings && after.ufwSettings)
        one("ufw", settingsText(*before.ufwSettings), settingsText(*after.ufwSettings));
    one("firewalld", before.firewalld, after.firewalld);
    one("nftables", before.nftables, after.nftables);
    one("iptables", before.iptables, after.iptables);
    one("ip6tables", before.ip6tables, after.ip6tables);
}

Items systemItems(const SystemFacts &system)
{
    Items items;
    items.insert(QStringLiteral("1"), {Text::tr("Name of the server"), system.hostname});
    items.insert(QStringLiteral("2"), {Text::tr("Operating system"), system.osName});
    items.insert(QStringLiteral("3"), {Text::tr("Kernel"), system.kernel});
    items.insert(QStringLiteral("4"), {Text::tr("Memory"), UntrustedText(QString::number(system.memoryTotal))});
    items.insert(QStringLiteral("5"),
                 {Text::tr("Restart needed"),
                  UntrustedText(system.rebootRequired ? QStringLiteral("yes") : QStringLiteral("no"))});
    return items;
}

} // namespace

QList<FactChange> changesBetween(const Facts &before, const Facts &after)
{
    const Hidden hidden(before, after);
    const auto visibleFiles = [&hidden](const QList<FileFact> &files) { return fileItems(files, hidden); };
    QList<FactChange> changes;
    compare(systemItems(before.system), systemItems(after.system), changes);
    compareKnown(before.listeners, after.listeners, socketItems, changes);
    compareFirewall(before.firewall, after.firewall, changes);
    compareKnown(before.users, after.users, userItems, changes);
    if (before.users && after.users)
        compareKeys(*before.users, *after.users, changes);
    compareKnown(before.sudoRules, after.sudoRules, ruleItems, changes);
    compareKnown(before.services.units, after.services.units, unitItems, changes);
    compareKnown(before.services.supervisor, after.services.supervisor, programItems, changes);
    compareKnown(
        before.services.schedule, after.services.schedule,
        [&hidden](const QList<ScheduledJob> &jobs) { return jobItems(jobs, hidden); }, changes);
    compareKnown(before.containers, after.containers, containerItems, changes);
    if (before.sshd && after.sshd) {
        compareKnown(before.sshd->effective, after.sshd->effective, settingItems, changes);
        compare(visibleFiles(before.sshd->files), visibleFiles(after.sshd->files), changes);
    }
    if (before.nginx && after.nginx)
        compareKnown(before.nginx->tree, after.nginx->tree, visibleFiles, changes);
    if (before.fail2ban && after.fail2ban)
        compare(visibleFiles(before.fail2ban->files), visibleFiles(after.fail2ban->files), changes);
    compareKnown(
        before.certificates.files, after.certificates.files,
        [&hidden](const QList<CertificateFile> &files) { return certificateItems(files, hidden); }, changes);
    compareKnown(before.certificates.lineages, after.certificates.lineages, lineageItems, changes);
    compareKnown(before.packages, after.packages, packageItems, changes);
    compareKnown(before.gpus, after.gpus, gpuItems, changes);
    return changes;
}

} // namespace gw
