// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/siteconnection.h"

#include <QCoreApplication>
#include <QSslCertificate>
#include <QSslConfiguration>

namespace gw {
namespace {

constexpr int slice = 100; // ms, between two looks at the stop token
constexpr qint64 longestLine = 4096;
constexpr int mostHeaders = 200;
constexpr qint64 longestPiece = 65'536;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Change)
};

} // namespace

SiteConnection::SiteConnection(const SiteProof &proof, int patience, std::stop_token stop)
    : m_proof(proof), m_url(proof.url, QUrl::StrictMode), m_patience(patience), m_stop(std::move(stop))
{
    m_passed.start();
}

bool SiteConnection::open(const QString &address)
{
    if (!m_url.isValid() || m_url.host().isEmpty() || (m_url.scheme() != u"http" && !isTls()))
        return fails(Text::tr("%1 is no address of the web").arg(UntrustedText(m_proof.url).shown()));
    const quint16 port = quint16(m_url.port(isTls() ? 443 : 80));
    if (isTls()) {
        // Who it is, is judged below: not every certificate is one that somebody vouches for.
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setPeerVerifyMode(m_proof.certificate.isEmpty() ? QSslSocket::VerifyPeer : QSslSocket::QueryPeer);
        m_socket.setSslConfiguration(configuration);
        m_socket.connectToHostEncrypted(address, port, m_url.host());
    } else {
        m_socket.connectToHost(address, port);
    }
    if (!waitUntil(
            [this] { return isTls() ? m_socket.isEncrypted() : m_socket.state() == QAbstractSocket::ConnectedState; }))
        return breaks();
    if (isTls() && !m_proof.certificate.isEmpty() &&
        m_socket.peerCertificate().digest(QCryptographicHash::Sha256) != m_proof.certificate)
        return fails(Text::tr("another certificate is shown: %1")
                         .arg(UntrustedText(m_socket.peerCertificate().subjectDisplayName()).shown(80)));
    return true;
}

void SiteConnection::send(const QByteArray &method, const QByteArray &target, const QByteArrayList &headers,
                          const QByteArray &body)
{
    QByteArray text = method + ' ' + target + " HTTP/1.1\r\nHost: " + hostAndPort() + "\r\nUser-Agent: gatewright\r\n";
    if (!m_proof.user.isEmpty())
        text += "Authorization: Basic " +
                QByteArray(m_proof.user.toUtf8() + ':' + m_proof.password.toUtf8()).toBase64() + "\r\n";
    for (const QByteArray &header : headers)
        text += header + "\r\n";
    if (!body.isEmpty())
        text += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    m_socket.write(text + "\r\n" + body);
}

std::optional<int> SiteConnection::status()
{
    if (!waitUntil([this] { return m_socket.canReadLine() || m_socket.bytesAvailable() > longestLine; })) {
        breaks();
        return {};
    }
    const QByteArray line = m_socket.readLine(longestLine);
    const int status = line.startsWith("HTTP/1.") ? line.mid(9, 3).toInt() : 0;
    if (status >= 100)
        return status;
    fails(Text::tr("the answer is none of HTTP: %1").arg(UntrustedText::fromBytes(line).shown(60)));
    return {};
}

bool SiteConnection::skipHead()
{
    for (int i = 0; i < mostHeaders; ++i) {
        if (!waitUntil([this] { return m_socket.canReadLine() || m_socket.bytesAvailable() > longestLine; }))
            return breaks();
        if (m_socket.readLine(longestLine).trimmed().isEmpty())
            return true;
    }
    return fails(Text::tr("the head of the answer has no end"));
}

QByteArray SiteConnection::piece()
{
    waitUntil([this] { return m_socket.bytesAvailable() > 0; });
    return m_socket.read(longestPiece);
}

QByteArray SiteConnection::target() const
{
    const QByteArray path = m_url.path(QUrl::FullyEncoded).toLatin1();
    const QByteArray query = m_url.query(QUrl::FullyEncoded).toLatin1();
    return (path.isEmpty() ? QByteArray("/") : path) + (query.isEmpty() ? QByteArray() : '?' + query);
}

QByteArray SiteConnection::origin() const
{
    return m_url.scheme().toLatin1() + "://" + hostAndPort();
}

QByteArray SiteConnection::hostAndPort() const
{
    const QByteArray host = m_url.host(QUrl::FullyEncoded).toLatin1();
    return m_url.port() > 0 ? host + ':' + QByteArray::number(m_url.port()) : host;
}

/// Qt's own waits know no stop token: many short ones, which look at the socket in between.
template <typename Condition>
bool SiteConnection::waitUntil(const Condition &holds)
{
    while (!holds()) {
        if (m_stop.stop_requested() || m_passed.elapsed() > m_patience)
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

bool SiteConnection::fails(const QString &detail)
{
    m_failure = {Observation::Verdict::Fails, detail};
    return false;
}

bool SiteConnection::breaks()
{
    if (m_passed.elapsed() > m_patience)
        return fails(Text::tr("no answer in %1 s").arg(m_patience / 1000));
    return fails(UntrustedText(m_socket.errorString()).shown());
}

} // namespace gw
