// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/intents/parts.h"

#include "backend/base/quoting.h"
#include "backend/firewall/firewall.h"
#include "backend/firewall/ufw.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Intents)
};

/// The program through which people rule the filter of this server.
enum class FrontEnd {
    Ufw,
    Firewalld,
    None, ///< rules of somebody's own, or none at all
};

bool isThere(const Known<UntrustedText> &said)
{
    return said || said.gap().reason != Gap::Reason::NotInstalled;
}

bool isUfwActive(const Facts &facts)
{
    return facts.firewall.ufwStatus && UfwStatus::parse(facts.firewall.ufwStatus->raw()).active;
}

bool isFirewalldActive(const Facts &facts)
{
    return facts.firewall.firewalld && !facts.firewall.firewalld->isEmpty();
}

FrontEnd activeFrontEnd(const Facts &facts)
{
    if (isUfwActive(facts))
        return FrontEnd::Ufw;
    return isFirewalldActive(facts) ? FrontEnd::Firewalld : FrontEnd::None;
}

QByteArray tcp(quint16 port)
{
    return QByteArray::number(port) + "/tcp";
}

const QList<RemotePath> &ufwRules()
{
    static const QList<RemotePath> files{RemotePath(QByteArray("/etc/ufw/user.rules")),
                                         RemotePath(QByteArray("/etc/ufw/user6.rules"))};
    return files;
}

/// "public (active)", "public (default, active)": the zone that answers, and the file of what was changed about it.
QByteArray activeZone(const Facts &facts)
{
    static const QRegularExpression line(QStringLiteral("^(\\S+) \\((?:default, )?active\\)"),
                                         QRegularExpression::MultilineOption);
    const QRegularExpressionMatch match = line.match(facts.firewall.firewalld->raw());
    return match.hasMatch() ? match.captured(1).toUtf8() : QByteArray("public");
}

QList<RemotePath> firewalldFiles(const Facts &facts)
{
    return {RemotePath("/etc/firewalld/zones/" + activeZone(facts) + ".xml")};
}

/// First of all rules: an older one may deny it. The undo line is for later, when the change was kept: the way back
/// puts the rules in files and kernel back as they were, whatever the line has made of them.
RunCommand allowInUfw(quint16 port, const QByteArray &comment)
{
    return RunCommand{"ufw prepend allow " + tcp(port) + " comment '" + comment + "'",
                      QByteArray("ufw delete allow " + tcp(port)), ufwRules(), true};
}

/// Somebody's rule that closes exactly this port: ufw 0.36 skips an insertion where a rule differs in its action alone.
const UfwRule *closedInUfw(const QList<UfwRule> &rules, quint16 port)
{
    const auto isIt = [to = QString::fromLatin1(tcp(port))](const UfwRule &rule) {
        return rule.to == to && rule.from == QLatin1String("Anywhere") && rule.direction == UfwRule::Direction::In &&
               (rule.action == UfwRule::Action::Deny || rule.action == UfwRule::Action::Reject);
    };
    const auto found = std::find_if(rules.cbegin(), rules.cend(), isIt);
    return found == rules.cend() ? nullptr : &*found;
}

/// In its place the rule becomes one that allows.
RunCommand turnInUfw(const UfwRule &rule, quint16 port, const QByteArray &comment)
{
    const QByteArray word = rule.action == UfwRule::Action::Deny ? "deny " : "reject ";
    return RunCommand{"ufw allow " + tcp(port) + " comment '" + comment + "'", QByteArray("ufw " + word + tcp(port)),
                      ufwRules(), true};
}

RunCommand throughFirewalld(const Facts &facts, const QByteArray &change, const QByteArray &back)
{
    const auto both = [](const QByteArray &option) -> QByteArray {
        return "firewall-cmd --permanent " + option + " && firewall-cmd " + option;
    };
    return RunCommand{both(change), both(back), firewalldFiles(facts), true};
}

const QString allowing = QStringLiteral("allow port ");

QString allowId(quint16 port)
{
    return allowing + QString::number(port);
}

/// The widest closed answer of both families; Unknown before Deny: what nobody could read refuses nothing.
FirewallVerdict verdictFor(const Facts &facts, quint16 port)
{
    const FirewallFacts &said = facts.firewall;
    const Firewall firewall({said.ufwStatus, said.firewalld, said.nftables, said.iptables, said.ip6tables});
    const FirewallVerdict v4 = firewall.incoming({Arrival::Family::V4, Arrival::Protocol::Tcp, port, {}});
    const FirewallVerdict v6 = firewall.incoming({Arrival::Family::V6, Arrival::Protocol::Tcp, port, {}});
    return v4.kind == FirewallVerdict::Kind::Allow ? v6 : v4;
}

/// A rule of ufw as "ufw delete" wants it, and where it stands among those of IPv4.
struct PlacedRule {
    QByteArray text;
    int position = 0;   ///< from 1, as "ufw insert" counts
    QByteArray comment; ///< " comment '…'" or empty
};

QByteArray commentOf(const UfwRule &rule)
{
    const auto words = quoted(rule.comment.toUtf8());
    return rule.comment.isEmpty() || !words ? QByteArray() : " comment " + *words;
}

/// Lines of `ufw status verbose` that let everybody in under this number.
QList<PlacedRule> ufwRulesFor(const Facts &facts, quint16 port)
{
    QList<PlacedRule> rules;
    int position = 0;
    for (const UfwRule &rule : UfwStatus::parse(facts.firewall.ufwStatus->raw()).rules) {
        position += !rule.v6;
        const bool lets = rule.action == UfwRule::Action::Allow || rule.action == UfwRule::Action::Limit;
        const QString to = rule.to.section(u' ', 0, 0);
        const QString application = rule.to.section(u'(', 1).section(u')', 0, 0);
        const QString number = QString::number(port);
        const bool isIt = to == number || to == QString::fromLatin1(tcp(port));
        if (!lets || rule.v6 || rule.direction != UfwRule::Direction::In || !isIt ||
            !rule.from.startsWith(QLatin1String("Anywhere")))
            continue;
        const auto what = application.isEmpty() || application == QLatin1String("v6")
                              ? Result<QByteArray>(to.toLatin1())
                              : quoted(application.toUtf8());
        if (what)
            rules.append(
                {(rule.action == UfwRule::Action::Limit ? "limit " : "allow ") + *what, position, commentOf(rule)});
    }
    return rules;
}

/// Back where it stood; ufw inserts at no place behind its last rule.
RunCommand deleteInUfw(const PlacedRule &rule)
{
    return RunCommand{"ufw delete " + rule.text,
                      QByteArray("ufw insert " + QByteArray::number(rule.position) + ' ' + rule.text + rule.comment +
                                 " || ufw " + rule.text + rule.comment),
                      ufwRules(), true};
}

void closeInFirewalld(PlanMaker &maker, quint16 port, const QString &reason, const QStringList &needs)
{
    const QString said = maker.facts().firewall.firewalld->raw();
    const auto lists = [&said](const QString &key, const QString &value) {
        const QRegularExpression line(QStringLiteral("^\\s+%1:.*\\b%2(\\s|$)").arg(key, value),
                                      QRegularExpression::MultilineOption);
        return line.match(said).hasMatch();
    };
    if (lists(QStringLiteral("ports"), QString::fromLatin1(tcp(port)))) {
        maker.add(Phase::Close, QStringLiteral("close port %1").arg(port),
                  throughFirewalld(maker.facts(), "--remove-port=" + tcp(port), "--add-port=" + tcp(port)), reason,
                  needs);
    }
    if (port == 22 && lists(QStringLiteral("services"), QStringLiteral("ssh"))) {
        maker.add(Phase::Close, QStringLiteral("close service ssh"),
                  throughFirewalld(maker.facts(), "--remove-service=ssh", "--add-service=ssh"), reason, needs);
    }
}

// ---- EnableFirewall ---------------------------------------------------------------------------------------------

const RemotePath &ufwDefaults()
{
    static const RemotePath path(QByteArray("/etc/default/ufw"));
    return path;
}

/// A line NAME=… of the file; everything else stays.
QByteArray withSetting(QByteArray content, const QString &pattern, const QByteArray &line)
{
    const QRegularExpression expression(pattern, QRegularExpression::MultilineOption |
                                                     QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = expression.match(QString::fromLatin1(content));
    if (match.hasMatch())
        content.replace(match.capturedStart(), match.capturedLength(), line);
    return content;
}

/// Denies what comes in, and for IPv6 too.
QByteArray denyingDefaults(const QByteArray &content)
{
    const QByteArray denying =
        withSetting(content, QStringLiteral("^DEFAULT_INPUT_POLICY=\"?ACCEPT\"?"), "DEFAULT_INPUT_POLICY=\"DROP\"");
    return withSetting(denying, QStringLiteral("^IPV6=\"?no\"?"), "IPV6=yes");
}

/// Ports that the world must go on reaching, ssh first.
struct Allowed {
    QList<quint16> ssh;
    QList<quint16> others;
    bool has(quint16 port) const { return ssh.contains(port) || others.contains(port); }
};

Allowed allowedBy(const PlanMaker &maker, const EnableFirewall &wish)
{
    Allowed allowed{maker.sshPorts(), {}};
    for (const quint16 port : wish.allow) {
        if (port > 0 && !allowed.has(port))
            allowed.others.append(port);
    }
    return allowed;
}

QString reasonToAllow(bool isSsh)
{
    return isSsh ? Text::tr("ssh must stay open: first of all") : Text::tr("Meant to be reached from outside");
}

void draftUfw(PlanMaker &maker, const Allowed &allowed)
{
    const Facts &facts = maker.facts();
    QStringList needs;
    if (!isThere(facts.firewall.ufwStatus))
        needs.append(maker.install(QStringLiteral("ufw"), Text::tr("A firewall that is easy to read")));
    QStringList rules;
    for (const quint16 port : allowed.ssh + allowed.others) {
        const bool isSsh = allowed.ssh.contains(port);
        const QString id = maker.add(Phase::Prepare, allowId(port), allowInUfw(port, isSsh ? "ssh" : "gatewright"),
                                     reasonToAllow(isSsh), needs);
        if (isSsh)
            rules.append(id);
    }
    const QString closed = Text::tr("What nobody opened on purpose is closed, over IPv6 too");
    const FileState defaults = maker.files().value(ufwDefaults());
    if (defaults.exists())
        rules.append(maker.write(ufwDefaults(), denyingDefaults(defaults.content), closed));
    else
        rules.append(maker.add(Phase::Prepare, QStringLiteral("deny incoming"),
                               RunCommand{"ufw default deny incoming", {}, {ufwDefaults()}, true}, closed,
                               needs + rules));
    // Not `ufw --dry-run enable`: ufw 0.36 switches itself on with it, for the next boot.
    QByteArrayList tests;
    for (const quint16 port : allowed.ssh)
        tests.append("ufw show added | grep -qE '^ufw allow " + tcp(port) + "( |$)'");
    const QString check =
        maker.add(Phase::Check, QStringLiteral("check ufw"), Check{Check::Kind::Command, tests.join(" && ")},
                  Text::tr("ssh must be among its rules before they hold"), needs);
    const bool isActive = isUfwActive(facts);
    const QList<RemotePath> touches = ufwRules() + QList{RemotePath(QByteArray("/etc/ufw/ufw.conf"))};
    const QString enable =
        maker.add(Phase::Switch, QStringLiteral("enable ufw"),
                  isActive ? RunCommand{"ufw reload", QByteArray("ufw reload"), touches, true}
                           : RunCommand{"ufw --force enable", QByteArray("ufw disable"), touches, true},
                  Text::tr("The rules hold now and after a reboot"), rules + QStringList{check});
    maker.add(Phase::Verify, QStringLiteral("check ufw status"),
              Check{Check::Kind::Command, "ufw status | grep -qx 'Status: active'"}, Text::tr("It must be on"),
              {enable});
}

void draftFirewalld(PlanMaker &maker, const Allowed &allowed)
{
    const bool runs = isFirewalldActive(maker.facts());
    const RemotePath zone =
        runs ? firewalldFiles(maker.facts()).first() : RemotePath(QByteArray("/etc/firewalld/zones/public.xml"));
    const RemotePath main(QByteArray("/etc/firewalld/firewalld.conf"));
    // The offline program works on the files, whether firewalld runs or not.
    const auto offline = [&](const QByteArray &option, const QByteArray &back) {
        const QByteArray program = runs ? "firewall-cmd --permanent " : "firewall-offline-cmd ";
        return RunCommand{program + option, program + back, {zone, main}, true};
    };
    QStringList needs;
    for (const quint16 port : allowed.ssh + allowed.others) {
        if (runs && verdictFor(maker.facts(), port).kind == FirewallVerdict::Kind::Allow)
            continue;
        needs.append(maker.add(Phase::Prepare, allowId(port),
                               offline("--add-port=" + tcp(port), "--remove-port=" + tcp(port)),
                               reasonToAllow(allowed.ssh.contains(port))));
    }
    const QString unit = QStringLiteral("firewalld.service");
    const QString reason = Text::tr("The rules hold now and after a reboot");
    if (runs) {
        maker.add(Phase::Switch, QStringLiteral("reload firewalld"),
                  RunCommand{"firewall-cmd --reload", "firewall-cmd --reload", {}, true}, reason, needs);
    } else {
        maker.act(unit, ServiceAction::Verb::Enable, reason, needs);
        maker.act(unit, ServiceAction::Verb::Start, reason, needs);
    }
    maker.prove(UnitProof{ServiceUnit(unit)});
}

bool isPublished(const Facts &facts, quint16 port)
{
    if (!facts.containers)
        return false;
    return std::any_of(facts.containers->cbegin(), facts.containers->cend(), [port](const Container &container) {
        return std::any_of(container.ports.cbegin(), container.ports.cend(),
                           [port](const PublishedPort &published) { return published.hostPort == port; });
    });
}

/// A rule of somebody's lets it in, which is not ours to judge.
bool isOpenedAlready(const PlanMaker &maker, quint16 port)
{
    Arrival arrival;
    arrival.port = port;
    return std::any_of(ufwRules().cbegin(), ufwRules().cend(), [&](const RemotePath &file) {
        return ufwRulesOpen(maker.files().value(file).content, arrival);
    });
}

/// Small services of the system (DHCP, time, names in the local network) need no door.
bool isSmallService(quint16 port)
{
    static const QList<quint16> ports{68, 123, 323, 546, 5353, 5355};
    return ports.contains(port);
}

/// What answers now and nobody allowed must be closed, what was allowed must be open.
void proveFirewall(PlanMaker &maker, const Allowed &allowed)
{
    maker.login();
    for (const quint16 port : allowed.ssh)
        maker.prove(PortProof{port, PortProof::Expect::Open});
    if (!maker.facts().listeners)
        return;
    for (const Listener &listener : *maker.facts().listeners) {
        if (listener.address.isLoopback())
            continue;
        if (listener.protocol == Listener::Protocol::Udp) {
            if (!isSmallService(listener.port))
                maker.warn(Text::tr("Port %1/udp answers now and will be closed.").arg(listener.port));
            continue;
        }
        if (isPublished(maker.facts(), listener.port)) {
            maker.warn(Text::tr("Port %1 is published by a container engine, past the firewall: it stays open.")
                           .arg(listener.port));
            continue;
        }
        if (!allowed.has(listener.port) && isOpenedAlready(maker, listener.port)) {
            maker.warn(Text::tr("Port %1 answers now, and a rule that was there before lets it in: it stays open.")
                           .arg(listener.port));
            continue;
        }
        maker.prove(
            PortProof{listener.port, allowed.has(listener.port) ? PortProof::Expect::Open : PortProof::Expect::Closed});
    }
}

} // namespace

QList<quint16> openedPorts(const Plan &plan)
{
    QList<quint16> ports;
    for (const Step &step : plan.steps) {
        if (step.id.startsWith(allowing))
            ports.append(step.id.mid(allowing.size()).toUShort());
    }
    return ports;
}

Result<QString> openPort(PlanMaker &maker, quint16 port, const QString &reason)
{
    const Facts &facts = maker.facts();
    const FirewallVerdict verdict = verdictFor(facts, port);
    if (verdict.kind == FirewallVerdict::Kind::Allow)
        return QString();
    switch (activeFrontEnd(facts)) {
    case FrontEnd::Ufw: {
        const QList<UfwRule> rules = UfwStatus::parse(facts.firewall.ufwStatus->raw()).rules;
        const UfwRule *closed = closedInUfw(rules, port);
        return maker.add(Phase::Prepare, allowId(port),
                         closed ? turnInUfw(*closed, port, "ssh") : allowInUfw(port, "ssh"), reason);
    }
    case FrontEnd::Firewalld:
        return maker.add(Phase::Prepare, allowId(port),
                         throughFirewalld(facts, "--add-port=" + tcp(port), "--remove-port=" + tcp(port)), reason);
    case FrontEnd::None: break;
    }
    if (verdict.kind == FirewallVerdict::Kind::Deny) {
        return invalidIntent(
            Text::tr("Open port %1").arg(port),
            Text::tr("The rules of this server are its own, and they close it: %1").arg(verdict.reason),
            Text::tr("Allow the port where the rules are written, survey again and repeat this"));
    }
    maker.warn(
        Text::tr("Whether the firewall lets port %1 in is not known: %2.").arg(QString::number(port), verdict.reason));
    return QString();
}

void closePort(PlanMaker &maker, quint16 port, const QString &reason, const QStringList &needs)
{
    switch (activeFrontEnd(maker.facts())) {
    case FrontEnd::Ufw:
        for (int gone = 0; PlacedRule rule : ufwRulesFor(maker.facts(), port)) {
            rule.position -= gone++;
            maker.add(Phase::Close,
                      QStringLiteral("close port %1: %2").arg(QString::number(port), QString::fromUtf8(rule.text)),
                      deleteInUfw(rule), reason, needs);
        }
        return;
    case FrontEnd::Firewalld: closeInFirewalld(maker, port, reason, needs); return;
    case FrontEnd::None: return;
    }
}

bool hasActiveFirewall(const Facts &facts)
{
    return activeFrontEnd(facts) != FrontEnd::None;
}

QList<RemotePath> firewallFilesOf(const Facts &facts)
{
    const bool usesUfw = !isFirewalldActive(facts) && isThere(facts.firewall.ufwStatus);
    return usesUfw ? ufwRules() + QList{ufwDefaults()} : QList<RemotePath>{};
}

Result<void> draftIntent(PlanMaker &maker, const EnableFirewall &wish)
{
    const Facts &facts = maker.facts();
    const Allowed allowed = allowedBy(maker, wish);
    if (allowed.ssh.isEmpty())
        return invalidIntent(Text::tr("Enable the firewall"), Text::tr("On which port sshd answers is not known"),
                             Text::tr("Survey the server as root"));
    const bool usesFirewalld =
        isFirewalldActive(facts) || (isThere(facts.firewall.firewalld) && !isThere(facts.firewall.ufwStatus));
    if (usesFirewalld)
        draftFirewalld(maker, allowed);
    else
        draftUfw(maker, allowed);
    proveFirewall(maker, allowed);
    return {};
}

} // namespace gw
