// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/certificates/pemblocks.h"

#include <QCoreApplication>

namespace gw {
namespace {

// A bundle of every public authority holds 150 certificates in 250 KiB.
constexpr qsizetype longestPem = 4 * 1024 * 1024;
constexpr qsizetype longestBlock = 256 * 1024;
constexpr qsizetype mostCertificates = 1000;

Error readError(Error::Kind kind, const QString &cause, const QString &advice)
{
    return Error{kind, QCoreApplication::translate("Certificate", "Read certificates"), cause, advice, {}};
}

/// The next line from `position` on, without its line break; moves `position` behind it.
QByteArrayView takeLine(QByteArrayView text, qsizetype &position)
{
    const qsizetype end = text.indexOf('\n', position);
    const QByteArrayView line = end < 0 ? text.sliced(position) : text.sliced(position, end - position);
    position = end < 0 ? text.size() : end + 1;
    return line.trimmed();
}

/// The label of "-----BEGIN LABEL-----" or "-----END LABEL-----"; empty for every other line.
QByteArrayView label(QByteArrayView line, QByteArrayView start)
{
    const QByteArrayView dashes = "-----";
    if (!line.startsWith(start) || !line.endsWith(dashes) || line.size() < start.size() + dashes.size())
        return {};
    return line.sliced(start.size(), line.size() - start.size() - dashes.size());
}

bool isCertificateLabel(QByteArrayView name)
{
    return name == "CERTIFICATE" || name == "X509 CERTIFICATE" || name == "TRUSTED CERTIFICATE";
}

} // namespace

Error damagedCertificate(qsizetype number, const QString &cause)
{
    return Error{Error::Kind::Invalid,
                 QCoreApplication::translate("Certificate", "Read certificate %1").arg(number),
                 cause,
                 QCoreApplication::translate(
                     "Certificate", "Put the file there again from its source, or have the certificate issued again"),
                 {}};
}

Result<QList<QByteArray>> certificateBlocks(QByteArrayView pem)
{
    if (pem.size() > longestPem)
        return readError(Error::Kind::TooLarge,
                         QCoreApplication::translate("Certificate", "The text is longer than 4 MiB"),
                         QCoreApplication::translate("Certificate", "Check that it is a certificate file"));

    QList<QByteArray> blocks;
    for (qsizetype position = 0; position < pem.size();) {
        const QByteArrayView name = label(takeLine(pem, position), "-----BEGIN ");
        if (!isCertificateLabel(name))
            continue;
        const qsizetype number = blocks.size() + 1;
        if (number > mostCertificates)
            return readError(
                Error::Kind::TooLarge,
                QCoreApplication::translate("Certificate", "There are more than %1 certificates").arg(mostCertificates),
                QCoreApplication::translate("Certificate", "Check that it is a certificate file"));

        QByteArray base64;
        bool ended = false;
        while (!ended && position < pem.size()) {
            const QByteArrayView line = takeLine(pem, position);
            ended = label(line, "-----END ") == name;
            if (!ended)
                base64.append(line);
            if (base64.size() > longestBlock)
                return readError(
                    Error::Kind::TooLarge,
                    QCoreApplication::translate("Certificate", "Certificate %1 is longer than 256 KiB").arg(number),
                    QCoreApplication::translate("Certificate", "Check that it is a certificate file"));
        }
        if (!ended)
            return damagedCertificate(
                number, QCoreApplication::translate("Certificate", "Its END line is missing: the file was cut off"));
        base64.replace(' ', QByteArrayView()).replace('\t', QByteArrayView());
        const auto decoded = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded || decoded.decoded.isEmpty())
            return damagedCertificate(number, QCoreApplication::translate("Certificate", "Its text is not base64"));
        blocks.append(decoded.decoded);
    }
    if (blocks.isEmpty())
        return readError(Error::Kind::Invalid,
                         QCoreApplication::translate("Certificate", "There is no certificate in it"),
                         QCoreApplication::translate(
                             "Certificate", "A certificate begins with the line “-----BEGIN CERTIFICATE-----”"));
    return blocks;
}

} // namespace gw
