// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/mirrored.h"

#include "app/journal/mirrorpath.h"
#include "backend/base/jsontext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gw {
namespace {

bool holdsPrivateKey(const QByteArray &content)
{
    return content.contains("PRIVATE KEY-----");
}

bool isPrivateKeyName(const QByteArray &path)
{
    const QByteArray name = path.mid(path.lastIndexOf('/') + 1);
    const bool hostKey = name.startsWith("ssh_host_") && name.endsWith("_key");
    const bool userKey = path.contains("/.ssh/id_") && !name.endsWith(".pub");
    return hostKey || userKey || name.endsWith(".key") || name.startsWith("privkey") ||
           path.startsWith("/etc/ssl/private/");
}

bool isPasswordFile(const QByteArray &path)
{
    constexpr QByteArrayView files[] = {"/etc/shadow", "/etc/shadow-", "/etc/gshadow", "/etc/gshadow-",
                                        "/etc/security/opasswd"};
    return std::find(std::begin(files), std::end(files), path) != std::end(files);
}

QString line(const QString &text)
{
    return UntrustedText(text).shown();
}

QJsonObject metaOf(const FileRecord &file)
{
    const FileState &state = file.after;
    const QByteArray &path = file.path.bytes();
    QJsonObject meta{{u"owner"_s, QString::fromUtf8(state.attributes.owner)},
                     {u"group"_s, QString::fromUtf8(state.attributes.group)},
                     {u"mode"_s, u"%1"_s.arg(state.attributes.mode, 4, 8, QChar(u'0'))},
                     {u"sha256"_s, QString::fromLatin1(file.afterHash)}};
    if (path.isValidUtf8())
        meta.insert(u"path"_s, QString::fromUtf8(path));
    else
        meta.insert(u"path-base64"_s, QString::fromLatin1(path.toBase64()));
    if (state.kind == FileState::Kind::Link)
        meta.insert(u"link"_s, QString::fromUtf8(state.linkTarget));
    if (const QString reason = whyLeftOut(file); !reason.isEmpty())
        meta.insert(u"left-out"_s, reason);
    return meta;
}

} // namespace

QString whyLeftOut(const FileRecord &file)
{
    if (file.secrecy == Secrecy::Secret)
        return u"secret"_s;
    if (isPasswordFile(file.path.bytes()))
        return u"passwords"_s;
    if (isPrivateKeyName(file.path.bytes()) || holdsPrivateKey(file.after.content))
        return u"private key"_s;
    return {};
}

MirrorMeta MirrorMeta::parsed(const QByteArray &json)
{
    MirrorMeta meta;
    meta.m_files = QJsonDocument::fromJson(json).object().value("files"_L1).toObject();
    return meta;
}

void MirrorMeta::take(const FileRecord &file)
{
    const QString key = QString::fromLatin1(mirrorPath(file.path));
    if (file.after.exists())
        m_files.insert(key, metaOf(file));
    else
        m_files.remove(key);
}

QByteArray MirrorMeta::printed(const ChangeRecord &record) const
{
    return jsonText(QJsonDocument(QJsonObject{{u"gatewright-mirror"_s, 1},
                                              {u"host"_s, record.host.text()},
                                              {u"server"_s, record.serverName},
                                              {u"files"_s, m_files}}));
}

QByteArray mirrorChangeId(const ChangeRecord &record)
{
    return QByteArray::number(record.number) + ' ' + line(record.transaction).toUtf8();
}

QByteArray mirrorMessage(const ChangeRecord &record, const QByteArray &journalHead)
{
    const QString title = line(record.plan.title).trimmed();
    QByteArray message = line(record.serverName).toUtf8() + ": " + title.toUtf8() + "\n\n";
    for (const Step &step : record.plan.steps)
        message += "* " + UntrustedText::fromBytes(commandOf(step.change)).shown().toUtf8() + '\n';
    message += "\nGatewright-Change: " + mirrorChangeId(record) + '\n';
    if (!journalHead.isEmpty())
        message += "Gatewright-Journal: " + journalHead + '\n';
    message += "Operator: " + line(record.who).toUtf8() + '\n';
    message += "Host-Key: " + line(record.hostKey).toUtf8() + '\n';
    return message;
}

} // namespace gw
