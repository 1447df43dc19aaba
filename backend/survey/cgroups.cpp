// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/survey/cgroups.h"

#include "backend/survey/sections.h"

namespace gw {
namespace {

/// 64 hexadecimal digits are the id of a container: docker-ID.scope, /docker/ID, libpod-ID.scope,
/// cri-containerd-ID.scope
QByteArray idIn(QByteArrayView cgroup)
{
    constexpr qsizetype length = 64;
    qsizetype digits = 0;
    for (qsizetype i = 0; i < cgroup.size(); ++i) {
        const char c = cgroup[i];
        digits = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') ? digits + 1 : 0;
        if (digits == length)
            return cgroup.sliced(i + 1 - length, length).toByteArray();
    }
    return {};
}

/// systemd writes a byte of a name that may not stand in a unit's as "\x2d".
QByteArray unescaped(QByteArrayView name)
{
    QByteArray text;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const bool escape = name.sliced(i).startsWith("\\x") && i + 3 < name.size();
        const QByteArray byte = escape ? QByteArray::fromHex(name.sliced(i + 2, 2).toByteArray()) : QByteArray();
        if (byte.size() == 1) {
            text += byte;
            i += 3;
        } else {
            text += name[i];
        }
    }
    return text;
}

/// What stands between the two; empty: `part` is not of that form.
QByteArray between(QByteArrayView part, QByteArrayView start, QByteArrayView end)
{
    if (!part.startsWith(start) || !part.endsWith(end) || part.size() <= start.size() + end.size())
        return {};
    return unescaped(part.sliced(start.size(), part.size() - start.size() - end.size()));
}

} // namespace

QByteArray unitOfCgroup(QByteArrayView cgroup)
{
    const QList<QByteArrayView> parts = partsOf(cgroup, '/');
    const auto unit =
        std::find_if(parts.crbegin(), parts.crend(), [](QByteArrayView part) { return part.endsWith(".service"); });
    return unit == parts.crend() ? QByteArray() : unit->toByteArray();
}

QByteArray containerOfCgroup(QByteArrayView cgroup)
{
    if (const QByteArray id = idIn(cgroup); !id.isEmpty())
        return id;
    const QList<QByteArrayView> parts = partsOf(cgroup, '/');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        // systemd-nspawn, libvirt's LXC; LXC 4 and newer; LXC 3
        for (const QByteArray &name :
             {between(parts[i], "machine-", ".scope"), between(parts[i], "systemd-nspawn@", ".service"),
              between(parts[i], "lxc.payload.", {})}) {
            if (!name.isEmpty() && !name.startsWith("qemu-"))
                return name;
        }
        if (parts[i] == "lxc" && i + 1 < parts.size())
            return parts[i + 1].toByteArray();
    }
    return {};
}

QByteArray topOfCgroup(QByteArrayView cgroup)
{
    for (const QByteArrayView part : partsOf(cgroup, '/')) {
        if (!part.isEmpty() && part != ".." && !part.endsWith(".slice"))
            return unescaped(part);
    }
    return {};
}

} // namespace gw
