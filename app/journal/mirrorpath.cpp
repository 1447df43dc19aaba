// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/mirrorpath.h"

#include <QByteArrayList>
#include <QCryptographicHash>

namespace gw {
namespace {

constexpr qsizetype mostBytes = 200; // of a component; file systems take 255

bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           QByteArrayView("._+@=,-").contains(c);
}

QByteArray encoded(char c)
{
    return '%' + QByteArray(1, c).toHex().toUpper();
}

QByteArray component(const QByteArray &name)
{
    QByteArray out;
    for (const char c : name)
        out += isPlain(c) ? QByteArray(1, c) : encoded(c);
    // "." and "..", what git reads itself (.git, .gitattributes, …), what looks like an option; and the end, which
    // some file systems drop.
    if (out == "." || out == ".." || out.toLower().startsWith(".git") || out.startsWith('-'))
        out = encoded(out[0]) + out.sliced(1);
    if (out.endsWith('.'))
        out = out.chopped(1) + encoded('.');
    if (out.size() > mostBytes)
        out = out.first(mostBytes - 72) + "..." + QCryptographicHash::hash(name, QCryptographicHash::Sha256).toHex();
    return out;
}

} // namespace

QByteArray mirrorFolder(const HostId &host)
{
    return "hosts/" + component(host.text().toUtf8());
}

QByteArray mirrorPath(const RemotePath &path)
{
    QByteArrayList components;
    for (const QByteArray &name : path.bytes().split('/')) {
        if (!name.isEmpty())
            components.append(component(name));
    }
    const QByteArray joined = components.join('/');
    return joined.toLower() == mirrorMetaFile ? encoded(joined[0]) + joined.sliced(1) : joined;
}

} // namespace gw
