// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ssh/hostkeycheck.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(HostKeyCheck)
};

QStringList existingSettings(const QStringList &files)
{
    QStringList out;
    for (const QString &file : files)
        if (!file.isEmpty() && file != u"none")
            out.append(expandedPath(file));
    return out;
}

QStringList userFiles(const HopSettings &hop)
{
    // An empty list is a route made without ssh: its default.
    return hop.userKnownHosts.isEmpty() ? QStringList{expandedPath(QStringLiteral("~/.ssh/known_hosts"))}
                                        : existingSettings(hop.userKnownHosts);
}

QString shownHop(const HopSettings &hop)
{
    return QStringLiteral("%1:%2").arg(hop.alias.isEmpty() ? hop.host : hop.alias).arg(hop.port);
}

QString kindOf(const HostKey &key)
{
    return key.type == "ssh-ed25519" ? QStringLiteral("ed25519")
           : key.type == "ssh-rsa"   ? QStringLiteral("rsa")
                                     : QStringLiteral("ecdsa");
}

QString hostKeyFile(const QString &kind)
{
    return QStringLiteral("/etc/ssh/ssh_host_%1_key.pub").arg(kind);
}

QString place(const KnownKey &known)
{
    return QStringLiteral("%1:%2").arg(known.file).arg(known.line);
}

Error changedError(const KnownKey &known, const HostKey &shown, const QByteArray &name)
{
    Error error;
    error.kind = Error::Kind::HostKeyChanged;
    error.cause = Text::tr("The server shows another host key than the known one. Known: %1 %2 (%3). Shown now: %4 %5. "
                           "Either its keys were made anew, or somebody stands in between")
                      .arg(known.key.description(), known.key.fingerprint(), place(known), shown.description(),
                           shown.fingerprint());
    error.advice = adviceForChangedKey(kindOf(shown), shown.fingerprint(), known.file, QString::fromUtf8(name));
    return error;
}

Error authorityError(const KnownKey &authority)
{
    Error error;
    error.kind = Error::Kind::Unsupported;
    error.cause =
        Text::tr("Only a host certificate proves this server (@cert-authority in %1); libssh cannot check one")
            .arg(place(authority));
    error.advice = Text::tr("Connect by OpenSSH: choose it as the way to connect for this server");
    return error;
}

Error revokedError(const HostKey &key, const QString &where)
{
    Error error;
    error.kind = Error::Kind::HostKeyRevoked;
    error.cause =
        Text::tr("The host key of the server is revoked: %1 %2 (%3)").arg(key.description(), key.fingerprint(), where);
    error.advice =
        Text::tr("Do not connect: somebody else may hold this key. Ask whoever runs the server for its new key");
    return error;
}

} // namespace

QString adviceForChangedKey(const QString &kind, const QString &fingerprint, const QString &file, const QString &name)
{
    return Text::tr("Compare on the server's own console: ssh-keygen -lf %1. Only if it prints %2, remove the old "
                    "key: ssh-keygen -f %3 -R %4")
        .arg(hostKeyFile(kind), fingerprint, file, u'\'' + name + u'\'');
}

QString expandedPath(const QString &path)
{
    if (path == u"~" || path.startsWith(u"~/"))
        return QDir::homePath() + path.mid(1);
    return path;
}

Result<HostKeyCheck> HostKeyCheck::prepare(const HopSettings &hop)
{
    HostKeyCheck check;
    check.m_hop = hop;
    const QStringList files = userFiles(hop) + existingSettings(hop.globalKnownHosts);
    const bool hasAlias = !hop.hostKeyAlias.isEmpty();
    check.m_name = hasAlias ? knownHostName(hop.hostKeyAlias, 22) : knownHostName(hop.host, hop.port);
    check.m_known = GW_TRY(readKnownHost(files, check.m_name));
    if (!hasAlias && hop.port != 22)
        check.m_withoutPort = GW_TRY(readKnownHost(files, knownHostName(hop.host, 22)));
    return check;
}

QByteArray HostKeyCheck::algorithms() const
{
    struct Kind {
        QByteArray type;
        QByteArray algorithms;
    };
    static const QList<Kind> kinds{
        {"ssh-ed25519", "ssh-ed25519"},
        {"ecdsa-sha2-nistp256", "ecdsa-sha2-nistp256"},
        {"ecdsa-sha2-nistp384", "ecdsa-sha2-nistp384"},
        {"ecdsa-sha2-nistp521", "ecdsa-sha2-nistp521"},
        {"ssh-rsa", "rsa-sha2-512,rsa-sha2-256"}, // never the SHA-1 signature that the type is named after
    };
    const QList<KnownKey> &keys = m_known.keys.isEmpty() ? m_withoutPort.keys : m_known.keys;
    const auto isKnown = [&](const Kind &kind) {
        return std::any_of(keys.begin(), keys.end(),
                           [&](const KnownKey &known) { return known.key.type == kind.type; });
    };
    QByteArrayList first, others;
    for (const Kind &kind : kinds)
        (isKnown(kind) ? first : others).append(kind.algorithms);
    return (first + others).join(',');
}

Result<QString> HostKeyCheck::verify(const HostKey &key, const QString &address, const Answers &answers) const
{
    using Verdict = KnownHost::Verdict;
    const QString revocations = expandedPath(m_hop.revokedHostKeys);
    if (GW_TRY(isRevokedIn(revocations, key)))
        return revokedError(key, revocations);
    if (const auto line = m_withoutPort.check(key); line.verdict == Verdict::Revoked)
        return revokedError(key, place(*line.reference));

    const KnownHost::Answer answer = m_known.check(key);
    switch (answer.verdict) {
    case Verdict::Known: return QString();
    case Verdict::Revoked: return revokedError(key, place(*answer.reference));
    case Verdict::Changed: return changedError(*answer.reference, key, m_name);
    case Verdict::Authority: return authorityError(*answer.reference);
    case Verdict::Unknown: break;
    }
    if (m_withoutPort.check(key).verdict == Verdict::Known)
        return QString();
    if (!m_withoutPort.authorities.isEmpty())
        return authorityError(m_withoutPort.authorities.first());

    const HostKeyQuestion question{shownHop(m_hop), key.description(), key.fingerprint(), address};
    if (!answers.accepts(question)) {
        Error error;
        error.kind = Error::Kind::NeedsAnswer;
        error.cause = Text::tr("The host key of %1 is not known yet: %2 %3")
                          .arg(question.hop, question.keyType, question.fingerprint);
        error.advice = Text::tr("Compare it with what the server's own console prints: ssh-keygen -lf %1")
                           .arg(hostKeyFile(kindOf(key)));
        error.question = question;
        return error;
    }
    const QStringList files = userFiles(m_hop);
    if (files.isEmpty() || files.first() == u"/dev/null")
        return QString(); // the person keeps none
    const auto kept =
        rememberHostKey(files.first(), m_name, key, m_hop.hashKnownHosts ? HostNames::Hashed : HostNames::Plain);
    if (kept)
        return QString();
    return Text::tr("The host key of %1 could not be added to %2: %3. It will be asked about again")
        .arg(question.hop, files.first(), kept.error().cause);
}

QString HostKeyCheck::needsOpenSsh() const
{
    if (m_known.keys.isEmpty() && (!m_known.authorities.isEmpty() || !m_withoutPort.authorities.isEmpty()))
        return Text::tr("a certificate authority vouches for the host key");
    if (QFile list(expandedPath(m_hop.revokedHostKeys));
        !m_hop.revokedHostKeys.isEmpty() && list.open(QIODevice::ReadOnly) && list.read(7) == "SSHKRL\n")
        return Text::tr("RevokedHostKeys is a binary list");
    return {};
}

QString hostKeyNeedsOpenSsh(const HopSettings &hop)
{
    const auto check = HostKeyCheck::prepare(hop);
    return check ? check->needsOpenSsh() : QString();
}

} // namespace gw
