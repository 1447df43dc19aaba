// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ssh/hostkey.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace gw {

std::optional<quint8> WireReader::byte()
{
    if (m_rest.isEmpty())
        return {};
    const quint8 value = quint8(m_rest.front());
    m_rest = m_rest.sliced(1);
    return value;
}

std::optional<quint32> WireReader::number()
{
    if (m_rest.size() < 4)
        return {};
    const quint32 value = qFromBigEndian<quint32>(m_rest.data());
    m_rest = m_rest.sliced(4);
    return value;
}

std::optional<QByteArrayView> WireReader::string()
{
    const auto size = number();
    if (!size || qsizetype(*size) > m_rest.size())
        return {};
    const QByteArrayView value = m_rest.first(qsizetype(*size));
    m_rest = m_rest.sliced(qsizetype(*size));
    return value;
}

std::optional<HostKey> HostKey::fromBlob(const QByteArray &blob)
{
    const auto type = WireReader(blob).string();
    if (!type || type->isEmpty())
        return {};
    return HostKey{type->toByteArray(), blob};
}

std::optional<HostKey> HostKey::fromBase64(QByteArrayView text)
{
    const auto decoded = QByteArray::fromBase64Encoding(QByteArray::fromRawData(text.data(), text.size()),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? fromBlob(*decoded) : std::nullopt;
}

QString HostKey::fingerprint() const
{
    const QByteArray digest = QCryptographicHash::hash(blob, QCryptographicHash::Sha256);
    return QStringLiteral("SHA256:") +
           QString::fromLatin1(digest.toBase64(QByteArray::Base64Encoding | QByteArray::OmitTrailingEquals));
}

int HostKey::bits() const
{
    if (type != "ssh-rsa")
        return 0;
    WireReader reader(blob);
    reader.string();
    reader.string(); // e
    QByteArrayView modulus = reader.string().value_or(QByteArrayView());
    while (!modulus.isEmpty() && modulus.front() == '\0')
        modulus = modulus.sliced(1);
    if (modulus.isEmpty())
        return 0;
    return int(modulus.size() * 8) - qCountLeadingZeroBits(quint8(modulus.front()));
}

QString HostKey::description() const
{
    if (type == "ssh-ed25519")
        return QStringLiteral("ED25519");
    if (type == "ssh-rsa")
        return QStringLiteral("RSA %1").arg(bits());
    if (type.startsWith("ecdsa-sha2-nistp"))
        return QStringLiteral("ECDSA %1").arg(QString::fromLatin1(type.mid(16)));
    return QString::fromLatin1(type);
}

} // namespace gw
