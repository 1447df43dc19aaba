// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ssh/transportchoice.h"

#include "backend/ssh/hostkeycheck.h"

#include <QCoreApplication>
#include <QFile>
#include <algorithm>
#include <unistd.h>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TransportChoice)
};

/// MIT Kerberos' default cache, or the file KRB5CCNAME names. Other kinds (KEYRING:, KCM:) cannot be looked into
/// cheaply: naming one is taken as having one.
bool hasKerberosTicket()
{
    QString cache = qEnvironmentVariable("KRB5CCNAME");
    if (cache.isEmpty())
        cache = QStringLiteral("/tmp/krb5cc_%1").arg(::getuid());
    if (cache.startsWith(u"FILE:"))
        cache = cache.mid(5);
    return cache.startsWith(u'/') ? QFile::exists(cache) : true;
}

/// Debian's /etc/ssh/ssh_config says "GSSAPIAuthentication yes" for everybody, so yes alone means nothing.
bool needsGssapi(const HopSettings &hop)
{
    if (!hop.gssapi)
        return false;
    const QStringList &preferred = hop.preferredAuthentications;
    if (!preferred.isEmpty())
        return preferred.first().startsWith(u"gssapi") ||
               (hasKerberosTicket() && preferred.contains(QStringLiteral("gssapi-with-mic")));
    return hasKerberosTicket();
}

bool hasAgent(const HopSettings &hop)
{
    if (hop.identityAgent == u"none")
        return false;
    if (hop.identityAgent.isEmpty() || hop.identityAgent == u"SSH_AUTH_SOCK")
        return QFile::exists(qEnvironmentVariable("SSH_AUTH_SOCK"));
    return QFile::exists(hop.identityAgent);
}

/// A FIDO key by its public half, or by the type that the private file names in the clear (PROTOCOL.key).
bool isSecurityKey(const QString &file)
{
    QFile publicHalf(file + QStringLiteral(".pub"));
    if (publicHalf.open(QIODevice::ReadOnly))
        return publicHalf.read(16 * 1024).startsWith("sk-");
    QFile privateHalf(file);
    if (!privateHalf.open(QIODevice::ReadOnly))
        return false;
    const QByteArray text = privateHalf.read(16 * 1024);
    const QByteArray body = text.mid(text.indexOf('\n') + 1, 512);
    const QByteArray decoded = QByteArray::fromBase64(body);
    return text.startsWith("-----BEGIN OPENSSH PRIVATE KEY-----") &&
           (decoded.contains("sk-ssh-ed25519@openssh.com") || decoded.contains("sk-ecdsa-sha2-nistp256@openssh.com"));
}

bool needsSecurityKeyFile(const HopSettings &hop)
{
    return !hasAgent(hop) && std::any_of(hop.identityFiles.begin(), hop.identityFiles.end(), isSecurityKey);
}

QString whyOpenSsh(const HopSettings &hop)
{
    if (!hop.proxyCommand.isEmpty())
        return Text::tr("ProxyCommand is set for %1").arg(hop.alias);
    if (!hop.pkcs11Provider.isEmpty())
        return Text::tr("A smart card (PKCS11Provider) is set for %1").arg(hop.alias);
    if (needsGssapi(hop))
        return Text::tr("There is a Kerberos ticket and GSSAPI is on for %1").arg(hop.alias);
    if (needsSecurityKeyFile(hop))
        return Text::tr("The key for %1 is on a security key and no agent holds it").arg(hop.alias);
    if (const QString reason = hostKeyNeedsOpenSsh(hop); !reason.isEmpty())
        return Text::tr("%1: %2").arg(hop.alias, reason);
    return {};
}

} // namespace

TransportChoice chooseTransport(const QList<HopSettings> &hops)
{
    for (const HopSettings &hop : hops)
        if (const QString reason = whyOpenSsh(hop); !reason.isEmpty())
            return {TransportKind::OpenSsh, reason};
    return {TransportKind::Libssh, Text::tr("Nothing here needs more than libssh")};
}

Result<void> checkForLibssh(const QList<HopSettings> &hops)
{
    for (const HopSettings &hop : hops) {
        const QString cause = !hop.proxyCommand.isEmpty() ? Text::tr("libssh cannot run a ProxyCommand")
                              : !hop.pkcs11Provider.isEmpty()
                                  ? Text::tr("libssh cannot use a smart card (PKCS11Provider)")
                                  : QString();
        if (!cause.isEmpty())
            return Error{Error::Kind::Unsupported,
                         Text::tr("Connect to %1 by libssh").arg(hop.label()),
                         cause,
                         Text::tr("Choose automatic or OpenSSH"),
                         {}};
    }
    return {};
}

} // namespace gw
