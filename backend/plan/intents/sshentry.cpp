// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/intents/sshentry.h"

#include "backend/sshd/algorithms.h"
#include "backend/sshd/patterns.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Intents)
};

using Verdict = SshEntry::Verdict;

QString valueOf(const SshdEffective &effective, const char *keyword)
{
    return effective.value(QLatin1String(keyword));
}

bool is(const SshdEffective &effective, const char *keyword, const char *value)
{
    return valueOf(effective, keyword) == QLatin1String(value);
}

/// What is not printed and "none" are the same.
bool isSet(const SshdEffective &effective, const char *keyword)
{
    const QString value = valueOf(effective, keyword);
    return !value.isEmpty() && value != QLatin1String("none");
}

QByteArrayList patternsOf(const SshdEffective &effective, const char *keyword)
{
    QByteArrayList patterns;
    for (const UntrustedText &line : effective.values.value(QLatin1String(keyword)))
        patterns += line.raw().toUtf8().split(' ');
    patterns.removeAll(QByteArray());
    return patterns;
}

/// "dev", "dev@10.0.0.0/8" (match_user() in match.c); a host that is a name cannot be looked up here.
Verdict namesUser(const QByteArray &pattern, const QByteArray &user, const QByteArray &address)
{
    const qsizetype at = pattern.lastIndexOf('@');
    if (at < 0)
        return sshdMatchesPattern(user, pattern) ? Verdict::Open : Verdict::Shut;
    if (!sshdMatchesPattern(user, pattern.left(at)))
        return Verdict::Shut;
    const QByteArray hosts = pattern.mid(at + 1);
    if (hosts == "*" || (!address.isEmpty() && sshdMatchesAddress(address, hosts) == SshdMatchResult::Yes))
        return Verdict::Open;
    const bool onlyAddresses = std::all_of(hosts.cbegin(), hosts.cend(), [](char c) {
        return QByteArrayView("0123456789abcdefABCDEF.:/*,!").contains(c);
    });
    return onlyAddresses && !address.isEmpty() ? Verdict::Shut : Verdict::Unknown;
}

Verdict namesUser(const QByteArrayList &patterns, const QByteArray &user, const QByteArray &address)
{
    Verdict best = Verdict::Shut;
    for (const QByteArray &pattern : patterns)
        best = std::max(best, namesUser(pattern, user, address));
    return best;
}

bool namesGroup(const QByteArrayList &patterns, const QList<QByteArray> &groups)
{
    return std::any_of(patterns.cbegin(), patterns.cend(), [&](const QByteArray &pattern) {
        return std::any_of(groups.cbegin(), groups.cend(),
                           [&](const QByteArray &group) { return sshdMatchesPattern(group, pattern); });
    });
}

struct Judged {
    Verdict verdict = Verdict::Open;
    QString reason = {};
};

/// allowed_user() in auth.c.
Judged judgedByLists(const SshdEffective &effective, const SshdContext &context)
{
    const QString name = UntrustedText::fromBytes(context.user).shown(60);
    const auto patterns = [&effective](const char *keyword) { return patternsOf(effective, keyword); };
    const Verdict denied = namesUser(patterns("denyusers"), context.user, context.address);
    if (denied == Verdict::Open)
        return {Verdict::Shut, Text::tr("DenyUsers names %1").arg(name)};
    if (namesGroup(patterns("denygroups"), context.groups))
        return {Verdict::Shut, Text::tr("DenyGroups names a group of %1").arg(name)};
    const QByteArrayList allowGroups = patterns("allowgroups");
    if (!allowGroups.isEmpty() && !namesGroup(allowGroups, context.groups))
        return {Verdict::Shut, Text::tr("AllowGroups names no group of %1").arg(name)};
    const QByteArrayList allowUsers = patterns("allowusers");
    const Verdict allowed = allowUsers.isEmpty() ? Verdict::Open : namesUser(allowUsers, context.user, context.address);
    if (allowed == Verdict::Shut)
        return {Verdict::Shut, Text::tr("AllowUsers does not name %1").arg(name)};
    if (allowed == Verdict::Unknown || denied == Verdict::Unknown)
        return {Verdict::Unknown, Text::tr("a list of users goes by names of computers")};
    return {};
}

/// The kinds of signature that a key can make: an RSA key signs with SHA-2 too (RFC 8332).
QByteArrayList signaturesOf(const QByteArray &type)
{
    if (type == "ssh-rsa")
        return {"rsa-sha2-512", "rsa-sha2-256", "ssh-rsa"};
    return {type};
}

QByteArrayList acceptedSignatures(const SshdEffective &effective, const SshdVersion &version)
{
    const QString keyword = QStringLiteral("pubkeyacceptedalgorithms");
    const QString value = effective.value(keyword);
    return value.isEmpty() ? sshdDefaultAlgorithms(keyword, version) : value.toUtf8().split(',');
}

bool isRestricted(const AuthorizedKey &key)
{
    static const QStringList restrictions{QStringLiteral("from="), QStringLiteral("command="),
                                          QStringLiteral("expiry-time="), QStringLiteral("cert-authority")};
    const QString options = key.options.raw();
    return std::any_of(restrictions.cbegin(), restrictions.cend(),
                       [&](const QString &word) { return options.contains(word, Qt::CaseInsensitive); });
}

Verdict judged(const AuthorizedKey &key, const SshdEffective &effective, const SshdVersion &version,
               const QList<RemotePath> &places)
{
    const QByteArrayList accepted = acceptedSignatures(effective, version);
    const QByteArray type = key.type.raw().toUtf8();
    const QByteArrayList signatures = signaturesOf(type);
    const bool isAccepted = std::any_of(signatures.cbegin(), signatures.cend(),
                                        [&](const QByteArray &name) { return accepted.contains(name); });
    const int leastBits = std::max(1024, valueOf(effective, "requiredrsasize").toInt());
    const bool isShort = type.startsWith("ssh-rsa") && key.bits > 0 && key.bits < leastBits;
    if (!isAccepted || isShort || !places.contains(key.file))
        return Verdict::Shut;
    return isRestricted(key) ? Verdict::Unknown : Verdict::Open;
}

Judged judgedByKeys(const SshdEffective &effective, const SshdVersion &version, const UserAccount &user,
                    const Known<QList<AuthorizedKey>> &keys)
{
    const QString name = user.name.shown(60);
    if (!is(effective, "pubkeyauthentication", "yes"))
        return {Verdict::Shut, Text::tr("no key is accepted")};
    // Keys from a program, or certificates: the survey does not ask for them.
    const Verdict elsewhere = isSet(effective, "authorizedkeyscommand") || isSet(effective, "trustedusercakeys")
                                  ? Verdict::Unknown
                                  : Verdict::Shut;
    if (!keys)
        return {Verdict::Unknown, Text::tr("the keys of %1 are not known: %2").arg(name, keys.gap().text())};
    const QList<RemotePath> places = authorizedKeysFiles(effective, user);
    Verdict best = elsewhere;
    for (const AuthorizedKey &key : *keys)
        best = std::max(best, judged(key, effective, version, places));
    if (best == Verdict::Open)
        return {};
    return {best, best == Verdict::Shut ? Text::tr("there is no key of %1 that sshd takes").arg(name)
                                        : Text::tr("it is not certain that sshd takes a key of %1").arg(name)};
}

Verdict byPassword(const SshdEffective &effective, const UserAccount &user, const char *switchedBy)
{
    if (!is(effective, switchedBy, "yes") || (user.uid == 0 && !is(effective, "permitrootlogin", "yes")))
        return Verdict::Shut;
    if (user.emptyPassword)
        return is(effective, "permitemptypasswords", "yes") ? Verdict::Open : Verdict::Shut;
    if (!user.hasPassword)
        return Verdict::Unknown;
    return *user.hasPassword ? Verdict::Open : Verdict::Shut;
}

Verdict byMethod(const QString &method, Verdict byKey, const SshdEffective &effective, const UserAccount &user)
{
    const QString name = method.section(QLatin1Char(':'), 0, 0);
    if (name == QLatin1String("publickey"))
        return byKey;
    if (name == QLatin1String("password"))
        return byPassword(effective, user, "passwordauthentication");
    if (name == QLatin1String("keyboard-interactive"))
        return is(effective, "usepam", "yes") ? byPassword(effective, user, "kbdinteractiveauthentication")
                                              : Verdict::Shut;
    if (name == QLatin1String("gssapi-with-mic"))
        return is(effective, "gssapiauthentication", "yes") ? Verdict::Unknown : Verdict::Shut;
    if (name == QLatin1String("hostbased"))
        return is(effective, "hostbasedauthentication", "yes") ? Verdict::Unknown : Verdict::Shut;
    return Verdict::Shut;
}

/// AuthenticationMethods: one of the alternatives must be passed, all of its steps.
Verdict byMethods(Verdict byKey, const SshdEffective &effective, const UserAccount &user)
{
    QStringList alternatives = valueOf(effective, "authenticationmethods").split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (alternatives.isEmpty() || alternatives.first() == QLatin1String("any"))
        alternatives = {QStringLiteral("publickey"), QStringLiteral("password"), QStringLiteral("keyboard-interactive"),
                        QStringLiteral("gssapi-with-mic"), QStringLiteral("hostbased")};
    Verdict best = Verdict::Shut;
    for (const QString &alternative : std::as_const(alternatives)) {
        Verdict worst = Verdict::Open;
        for (const QString &step : alternative.split(QLatin1Char(',')))
            worst = std::min(worst, byMethod(step, byKey, effective, user));
        best = std::max(best, worst);
    }
    return best;
}

} // namespace

const UserAccount *accountNamed(const Facts &facts, const QString &name)
{
    if (!facts.users)
        return nullptr;
    for (const UserAccount &user : *facts.users) {
        if (user.name.raw() == name)
            return &user;
    }
    return nullptr;
}

SshdContext contextOf(const UserAccount &user, const QByteArray &address)
{
    SshdContext context;
    context.user = user.name.raw().toUtf8();
    for (const UntrustedText &group : user.groups)
        context.groups.append(group.raw().toUtf8());
    context.address = address;
    return context;
}

QList<RemotePath> authorizedKeysFiles(const SshdEffective &effective, const UserAccount &user)
{
    QString value = valueOf(effective, "authorizedkeysfile");
    if (value.isEmpty())
        value = QStringLiteral(".ssh/authorized_keys .ssh/authorized_keys2");
    QList<RemotePath> paths;
    for (const QString &written : value.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (written == QLatin1String("none"))
            continue;
        QString path;
        for (qsizetype i = 0; i < written.size(); ++i) {
            const bool isToken = written[i] == u'%' && i + 1 < written.size();
            const QChar token = isToken ? written[++i] : QChar();
            if (token == u'h')
                path += user.home.raw();
            else if (token == u'u')
                path += user.name.raw();
            else if (token == u'U')
                path += QString::number(user.uid);
            else
                path += isToken ? token : written[i];
        }
        if (!path.startsWith(u'/'))
            path = user.home.raw() + u'/' + path;
        paths.append(RemotePath(path));
    }
    return paths;
}

SshEntry entryOf(const SshdConfig &config, const UserAccount &user, const Known<QList<AuthorizedKey>> &keys,
                 const QByteArray &address)
{
    return entryOf(config.effective(contextOf(user, address)), config.version(), user, keys, address);
}

SshEntry entryOf(const SshdEffective &effective, const SshdVersion &version, const UserAccount &user,
                 const Known<QList<AuthorizedKey>> &keys, const QByteArray &address)
{
    const auto shut = [](SshEntry::Cause cause, const QString &reason) {
        return SshEntry{Verdict::Shut, Verdict::Shut, cause, reason};
    };
    if (is(effective, "refuseconnection", "yes"))
        return shut(SshEntry::Cause::Lists, Text::tr("RefuseConnection turns everybody away"));
    const Judged lists = judgedByLists(effective, contextOf(user, address));
    const bool rootMayNot = user.uid == 0 && (is(effective, "permitrootlogin", "no") ||
                                              is(effective, "permitrootlogin", "forced-commands-only"));
    if (rootMayNot) {
        return shut(SshEntry::Cause::RootLogin,
                    Text::tr("root may not log in: PermitRootLogin %1").arg(valueOf(effective, "permitrootlogin")));
    }
    if (lists.verdict == Verdict::Shut)
        return shut(SshEntry::Cause::Lists, lists.reason);

    const Judged byKeys = judgedByKeys(effective, version, user, keys);
    SshEntry entry;
    const Verdict methods = byMethods(byKeys.verdict, effective, user);
    entry.verdict = std::min(methods, lists.verdict);
    UserAccount withoutPassword = user;
    withoutPassword.hasPassword = false;
    withoutPassword.emptyPassword = false;
    entry.byKey = std::min(byMethods(byKeys.verdict, effective, withoutPassword), lists.verdict);
    if (methods == Verdict::Shut) {
        entry.cause = SshEntry::Cause::Methods;
        entry.reason = Text::tr("passwords are not accepted from %1, and %2")
                           .arg(user.name.shown(60),
                                byKeys.reason.isEmpty() ? Text::tr("a key alone does not suffice") : byKeys.reason);
    } else if (entry.verdict == Verdict::Unknown) {
        entry.reason = lists.verdict == Verdict::Unknown ? lists.reason : byKeys.reason;
    }
    return entry;
}

} // namespace gw
