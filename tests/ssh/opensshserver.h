// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ssh/loopbacksshd.h"
#include "tests/support/testmain.h"

namespace gw::test {

/// A running sshd with one client key, and an ssh_config(5) that uses only files of its folder.
class OpenSshServer : public LoopbackSshd {
public:
    enum class ClientKey { Authorized, Stranger };
    explicit OpenSshServer(ClientKey key = ClientKey::Authorized, const QByteArray &config = {})
    {
        if (!missing().isEmpty())
            skipAll(missing());
        makeKey(folder(), QStringLiteral("client_key"));
        if (key == ClientKey::Authorized)
            authorizedKeys = publicKey(clientKey());
        configuration = config;
        if (!start())
            qFatal("sshd does not run");
    }

    QString clientKey() const { return file(QStringLiteral("client_key")); }
    QString knownHosts() const { return file(QStringLiteral("known_hosts")); }
    QString target() const { return currentUser() + QStringLiteral("@127.0.0.1:") + QString::number(port()); }
    QString fingerprint() const { return fingerprintOf(hostKey() + QStringLiteral(".pub")); }
    QByteArray hostKeyWords() const { return knownHostsLine().mid(knownHostsLine().indexOf(' ') + 1); }

    /// So that nothing is asked about the host.
    void makeKnown() const { writeFile(knownHosts(), knownHostsLine()); }

    /// `more` stands first and so wins.
    QString clientConfig(const QByteArray &more) const
    {
        const QString path = file(QStringLiteral("ssh_config"));
        writeFile(path,
                  more + "\nHost *\n  UserKnownHostsFile " + knownHosts().toUtf8() +
                      "\n  GlobalKnownHostsFile none\n  IdentitiesOnly yes\n  IdentityAgent none\n  IdentityFile " +
                      clientKey().toUtf8() + '\n');
        return path;
    }
};

} // namespace gw::test
