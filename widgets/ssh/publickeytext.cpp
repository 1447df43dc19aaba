// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ssh/publickeytext.h"

#include "backend/survey/readers.h"
#include "widgets/parts/format.h"

#include <QCoreApplication>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PublicKeyText)
};

/// The key of the line, wherever its options end: at one of the blanks.
std::optional<PublicKey> keyIn(QByteArrayView line)
{
    for (qsizetype start = 0; start >= 0 && start < line.size();) {
        if (auto key = publicKeyFrom(line.sliced(start)))
            return key;
        const qsizetype blank = line.indexOf(' ', start);
        start = blank < 0 ? -1 : blank + 1;
    }
    return {};
}

/// As the rule about keys of users judges it (NIST SP 800-57).
QString weakness(const PublicKey &key)
{
    if (key.type.contains("dss"))
        return Text::tr("DSA is outdated, sshd refuses it: make an Ed25519 key.");
    if (key.type.contains("rsa") && key.bits > 0 && key.bits < 2048)
        return Text::tr("RSA with %1 bits is too short: make an Ed25519 key.").arg(key.bits);
    return {};
}

} // namespace

PublicKeyText publicKeyText(const QString &pasted)
{
    PublicKeyText text;
    const QString line = pasted.simplified();
    if (line.isEmpty())
        return text;
    if (line.contains(QLatin1String("PRIVATE KEY"))) {
        text.problem =
            Text::tr("This is a private key: it must never leave its computer. Take the file that ends in .pub.");
        return text;
    }
    const QByteArray bytes = line.toUtf8();
    const auto key = keyIn(bytes);
    if (!key) {
        text.problem = Text::tr("This is no public key. It is one line: ssh-ed25519 AAAA… and a comment.");
        return text;
    }
    text.line = bytes;
    text.description =
        format::joined({QStringLiteral("%1 %2").arg(UntrustedText::fromBytes(key->type).shown(40)).arg(key->bits),
                        UntrustedText::fromBytes(key->comment).shown(80)});
    text.fingerprint = QString::fromLatin1(key->fingerprint);
    text.problem = weakness(*key);
    return text;
}

} // namespace gw
