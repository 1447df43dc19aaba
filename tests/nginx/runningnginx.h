// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QMap>
#include <QProcess>
#include <QTemporaryDir>

namespace gw::test {

/// InstalledNginx::program(), running: in a folder of its own, in the foreground, as one process, on ports that were
/// free. Ends with the object.
class RunningNginx {
public:
    /// What came back, byte for byte; empty where the connection was closed without a word.
    struct Reply {
        int status = 0;
        QMap<QByteArray, QByteArray> headers; ///< by name in lower case; of several of a name the last
        QByteArray body;
        bool isConnected = false; ///< of TLS: the handshake was done
    };

    RunningNginx();
    ~RunningNginx();
    RunningNginx(const RunningNginx &) = delete;
    RunningNginx &operator=(const RunningNginx &) = delete;

    QString folder() const { return m_folder.path(); }
    /// The n-th port, from 1: the same for the life of the object.
    quint16 port(int number);
    /// The text with PORT1 … PORT9 and FOLDER filled in.
    QByteArray filled(QByteArray text);
    void write(const QString &name, const QByteArray &content);
    /// With nginx.conf as it was written. False: it did not come up; log() says why.
    bool start(int probePort);
    QByteArray log();
    /// Sends these bytes and reads until the connection is closed.
    Reply send(const QHostAddress &address, quint16 port, const QByteArray &request);
    /// The same over TLS; `serverName` is named in the handshake, unless it is an address in numbers.
    Reply sendTls(const QHostAddress &address, quint16 port, const QString &serverName, const QByteArray &request);
    /// A key and a self-signed certificate for the server, key.pem and cert.pem in its folder. False: no openssl here.
    bool writeCertificate();

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QMap<int, quint16> m_ports;
};

} // namespace gw::test
