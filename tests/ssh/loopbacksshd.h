// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/question.h"
#include "backend/ssh/libsshtransport.h"

#include <QProcess>
#include <QTemporaryDir>
#include <memory>

namespace gw::test {

/// Runs a program to its end; false and its output in the test's log if it failed.
bool runs(const QString &program, const QStringList &arguments);

/// `ssh-keygen` for throw-away keys: returns the path of the private key.
QString makeKey(const QString &folder, const QString &name, const QString &type = QStringLiteral("ed25519"),
                const QString &passphrase = {}, int bits = 0, const QStringList &more = {});
/// The text of FILE.pub.
QByteArray publicKey(const QString &privateKey);
/// "SHA256:…" by ssh-keygen, not by the code under test.
QString fingerprintOf(const QString &publicKeyFile);

/// A real sshd on a loopback port, with its own keys and configuration in a temporary folder.
class LoopbackSshd {
public:
    LoopbackSshd();
    ~LoopbackSshd();

    /// Why there can be none here; empty if there can.
    static QString missing();

    QByteArray configuration;  ///< more lines for sshd_config
    QByteArray authorizedKeys; ///< for every account
    QString hostKeyType = QStringLiteral("ed25519");

    bool start();
    void stop();
    /// The whole tree stops answering, but keeps its sockets (SIGSTOP).
    void freeze(bool frozen);

    quint16 port() const { return m_port; }
    QString folder() const { return m_folder.path(); }
    QString file(const QString &name) const { return m_folder.filePath(name); }
    QString hostKey() const { return file(QStringLiteral("host_") + hostKeyType); }
    QByteArray log() const;
    /// "[127.0.0.1]:port ssh-ed25519 AAAA…"
    QByteArray knownHostsLine() const;

    /// The current account on this sshd, by the key.
    HopSettings hop(const QString &identity, const QString &knownHosts) const;

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

/// A real ssh-agent.
class LoopbackAgent {
public:
    explicit LoopbackAgent(const QString &folder);
    ~LoopbackAgent();
    bool add(const QString &key) const;
    QString socket() const { return m_socket; }

private:
    QString m_socket;
    QProcess m_process;
};

QString currentUser();
void writeFile(const QString &path, const QByteArray &content);
QByteArray readFile(const QString &path);

/// A way of the given hops.
Route routeOver(const QList<HopSettings> &hops);

/// Opens, with a generous limit; unknown host keys are accepted one after the other.
Result<std::unique_ptr<Transport>> openAccepting(const Route &route, Answers &answers,
                                                 const ConnectOptions &options = {}, std::stop_token stop = {});

} // namespace gw::test
