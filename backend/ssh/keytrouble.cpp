// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ssh/keytrouble.h"

#include "backend/base/untrustedtext.h"
#include "backend/ssh/hostkeycheck.h"
#include "backend/ssh/identities.h"
#include "backend/ssh/sshsession.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(KeyTrouble)
};

bool isThere(const QString &path)
{
    return QFileInfo::exists(path) || QFileInfo::exists(path + QStringLiteral(".pub")); // half of it: for the agent
}

bool isDefault(const QString &path)
{
    return QFileInfo(path).absolutePath() == QDir::homePath() + QStringLiteral("/.ssh") &&
           QFileInfo(path).fileName().startsWith(u"id_");
}

bool isPublicHalf(const QByteArray &text)
{
    return HostKey::fromBase64(text.simplified().split(' ').value(1)).has_value();
}

} // namespace

QString shownKeyFile(const QString &path)
{
    const QString home = QDir::homePath() + u'/';
    const QString shortened = path.startsWith(home) ? QString(u"~/" + path.sliced(home.size())) : path;
    return UntrustedText(shortened).shown(200);
}

QString keyTrouble(const QString &path)
{
    const QString name = shownKeyFile(path);
    QFile file(expandedPath(path));
    if (!isThere(file.fileName()))
        return Text::tr("%1: no such file").arg(name);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return Text::tr("%1: %2").arg(name, file.errorString());
    const QByteArray text = file.read(16 * 1024);
    if (text.contains("PRIVATE KEY-----"))
        return {};
    if (text.startsWith("PuTTY-User-Key-File"))
        return Text::tr("%1: a key of PuTTY, which ssh cannot read (puttygen exports it for OpenSSH)").arg(name);
    if (isPublicHalf(text))
        return Text::tr("%1: the public half of a key; the private one is needed").arg(name);
    return Text::tr("%1: not a private key").arg(name);
}

QString keyTroubleForLibssh(const QString &path)
{
    if (const QString trouble = keyTrouble(path); !trouble.isEmpty())
        return trouble;
    const auto key = HostKey::fromBlob(blobOf(loadPublicKey(Identity{expandedPath(path), {}, {}}).get()));
    if (key && key->type == "ssh-rsa" && key->bits() < int(SshSession::smallestRsaKey))
        return Text::tr("%1: RSA of %2 bits is too short").arg(shownKeyFile(path), QString::number(key->bits()));
    return {};
}

QStringList missingKeys(const HopSettings &hop)
{
    QStringList out;
    for (const QString &file : hop.identityFiles) {
        const QString path = expandedPath(file);
        if (file != u"none" && !file.startsWith(u"pkcs11:") && !isThere(path) && !isDefault(path))
            out += keyTrouble(file);
    }
    return out;
}

QString notTaken(const QString &key)
{
    return Text::tr("%1: the server did not take it").arg(key);
}

QString keyRemark(const QStringList &troubles)
{
    return troubles.isEmpty() ? QString() : Text::tr("Keys: %1").arg(troubles.join(QStringLiteral("; ")));
}

} // namespace gw
