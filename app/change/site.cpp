// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/site.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QUrl>

namespace gw {
namespace {

using namespace Qt::StringLiterals;
using Verdict = Observation::Verdict;

constexpr int patience = 10'000; // ms, for everything
constexpr int slice = 100;       // ms, between two looks at the stop token
constexpr qint64 longestLine = 4096;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Change)
};

Observation fails(const QString &detail)
{
    return {Verdict::Fails, detail};
}

/// One request over one connection (RFC 9112).
class Asking {
public:
    Asking(const SiteProof &proof, std::stop_token stop)
        : m_proof(proof), m_url(proof.url, QUrl::StrictMode), m_stop(stop)
    {
        m_passed.start();
    }

    Observation at(const QString &address)
    {
        if (!m_url.isValid() || m_url.host().isEmpty() || (m_url.scheme() != u"http" && !isTls()))
            return fails(Text::tr("%1 is no address of the web").arg(UntrustedText(m_proof.url).shown()));
        const quint16 port = quint16(m_url.port(isTls() ? 443 : 80));
        if (isTls()) {
            // Who it is, is judged below: not every certificate is one that somebody vouches for.
            QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
            configuration.setPeerVerifyMode(m_proof.certificate.isEmpty() ? QSslSocket::VerifyPeer
                                                                          : QSslSocket::QueryPeer);
            m_socket.setSslConfiguration(configuration);
            m_socket.connectToHostEncrypted(address, port, m_url.host());
        } else {
            m_socket.connectToHost(address, port);
        }
        if (!waitUntil([this] {
                return isTls() ? m_socket.isEncrypted() : m_socket.state() == QAbstractSocket::ConnectedState;
            }))
            return broken();
        if (isTls() && !m_proof.certificate.isEmpty() &&
            m_socket.peerCertificate().digest(QCryptographicHash::Sha256) != m_proof.certificate)
            return fails(Text::tr("another certificate is shown: %1")
                             .arg(UntrustedText(m_socket.peerCertificate().subjectDisplayName()).shown(80)));
        m_socket.write(request());
        if (!waitUntil([this] { return m_socket.canReadLine() || m_socket.bytesAvailable() > longestLine; }))
            return broken();
        return judged(m_socket.readLine(longestLine));
    }

private:
    bool isTls() const { return m_url.scheme() == u"https"; }

    QByteArray request() const
    {
        const QByteArray path = m_url.path(QUrl::FullyEncoded).toLatin1();
        QByteArray text = "GET " + (path.isEmpty() ? QByteArray("/") : path) +
                          " HTTP/1.1\r\nHost: " + m_url.host(QUrl::FullyEncoded).toLatin1();
        if (m_url.port() > 0)
            text += ':' + QByteArray::number(m_url.port());
        text += "\r\nUser-Agent: gatewright\r\nAccept: */*\r\nConnection: close\r\n";
        if (!m_proof.user.isEmpty())
            text += "Authorization: Basic " +
                    QByteArray(m_proof.user.toUtf8() + ':' + m_proof.password.toUtf8()).toBase64() + "\r\n";
        return text + "\r\n";
    }

    /// Qt's own waits know no stop token: many short ones, which look at the socket in between.
    template <typename Condition>
    bool waitUntil(const Condition &holds)
    {
        while (!holds()) {
            if (m_stop.stop_requested() || m_passed.elapsed() > patience)
                return false;
            switch (m_socket.state()) {
            case QAbstractSocket::UnconnectedState: return holds();
            case QAbstractSocket::HostLookupState:
            case QAbstractSocket::ConnectingState: m_socket.waitForConnected(slice); break;
            default:
                if (isTls() && !m_socket.isEncrypted())
                    m_socket.waitForEncrypted(slice);
                else
                    m_socket.waitForReadyRead(slice);
            }
        }
        return true;
    }

    Observation broken() const
    {
        if (m_passed.elapsed() > patience)
            return fails(Text::tr("no answer in %1 s").arg(patience / 1000));
        return fails(UntrustedText(m_socket.errorString()).shown());
    }

    /// "HTTP/1.1 200 OK"
    Observation judged(const QByteArray &line) const
    {
        const int status = line.startsWith("HTTP/1.") ? line.mid(9, 3).toInt() : 0;
        if (status < 100)
            return fails(Text::tr("the answer is none of HTTP: %1").arg(UntrustedText::fromBytes(line).shown(60)));
        const bool isLetIn = status != 401 && status != 403 && status < 500;
        if (m_proof.status != 0 ? status == m_proof.status : isLetIn)
            return {Verdict::Holds, Text::tr("answered %1").arg(status)};
        return fails(m_proof.status != 0 ? Text::tr("answered %1 instead of %2").arg(status).arg(m_proof.status)
                                         : Text::tr("answered %1").arg(status));
    }

    const SiteProof &m_proof;
    QUrl m_url;
    std::stop_token m_stop;
    QSslSocket m_socket;
    QElapsedTimer m_passed;
};

} // namespace

Observation trySite(const SiteProof &proof, const QString &address, std::stop_token stop)
{
    if (!proof.user.isEmpty() && proof.password.isEmpty())
        return {Verdict::NotTried, Text::tr("Not tried: the password is not kept with the plan")};
    return Asking(proof, std::move(stop)).at(address);
}

} // namespace gw
