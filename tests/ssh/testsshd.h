// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QProcess>
#include <QTemporaryDir>

namespace gw::test {

/// A real sshd on a free port of 127.0.0.1 with keys of its own in a temporary folder. Ends with its object.
class TestSshd {
public:
    struct Options {
        QByteArrayList config;                     ///< more lines, before ours: the first value counts
        QByteArrayList hostKeyTypes{"ed25519"};    ///< as `ssh-keygen -t` knows them
        bool authorizeClientKey = true;
    };
    /// Skips the whole test program where there is no sshd.
    TestSshd() : TestSshd(Options()) {}
    explicit TestSshd(const Options &options);
    ~TestSshd();

    quint16 port() const { return m_port; }
    QString user() const;
    QString target() const; ///< "user@127.0.0.1:port"
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    QString clientKey() const { return path("client_key"); }
    QString knownHosts() const { return path("known_hosts"); }
    QByteArray hostKeyLine(const QByteArray &type = "ed25519") const; ///< "ssh-ed25519 AAAA…"
    QString fingerprint(const QByteArray &type = "ed25519") const;    ///< "SHA256:…"
    QByteArray log() const;                                           ///< what sshd -e said

    /// Writes our key into knownHosts(), so that nothing is asked.
    void makeKnown() const;
    /// An ssh_config(5) that uses only files of this folder; `more` stands before and so wins.
    QString clientConfig(const QByteArray &more = {}) const;

    void stop();
    void start();
    qint64 processId() const { return m_process.processId(); }

    static void keygen(const QString &file, const QByteArray &type = "ed25519", const QByteArray &passphrase = {});
    void writeFile(const char *name, const QByteArray &content) const;

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace gw::test
