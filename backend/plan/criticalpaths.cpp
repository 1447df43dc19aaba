// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/criticalpaths.h"

#include <QByteArrayList>
#include <algorithm>

namespace gw {
namespace {

/// A folder ends in "/"; anything else is the beginning of a path ("/etc/sudoers" is sudoers.d too).
const QByteArrayList &beginnings()
{
    static const QByteArrayList list{
        // sshd
        "/etc/ssh/",
        "/etc/systemd/system/ssh",
        "/etc/hosts.allow",
        "/etc/hosts.deny",
        // firewall
        "/etc/ufw/",
        "/etc/default/ufw",
        "/etc/nftables",
        "/etc/iptables/",
        "/etc/firewalld/",
        "/etc/sysconfig/iptables",
        "/etc/sysconfig/ip6tables",
        "/etc/sysconfig/nftables",
        // network
        "/etc/network",
        "/etc/netplan/",
        "/etc/NetworkManager/",
        "/etc/systemd/network/",
        "/etc/sysconfig/network",
        "/etc/resolv.conf",
        // who may become whom
        "/etc/sudoers",
        "/etc/doas",
        "/etc/pam.d/",
        "/etc/pam.conf",
        "/etc/security/",
        "/etc/nsswitch.conf",
        "/etc/passwd",
        "/etc/shadow",
        "/etc/group",
        "/etc/gshadow",
        "/etc/shells",
        "/etc/selinux/",
    };
    return list;
}

} // namespace

bool isAccessCritical(const RemotePath &path)
{
    const QByteArray &bytes = path.bytes();
    const qsizetype name = bytes.lastIndexOf('/') + 1;
    if (bytes.sliced(0, name).endsWith("/.ssh/") && bytes.sliced(name).startsWith("authorized_keys"))
        return true;
    return std::any_of(beginnings().begin(), beginnings().end(),
                       [&bytes](const QByteArray &beginning) { return bytes.startsWith(beginning); });
}

} // namespace gw
