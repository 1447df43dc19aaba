# SPDX-FileCopyrightText: 2026 The Gatewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# A fresh Debian with the tools of a server and nothing to complain about in systemd: nginx's default page, ufw not enabled.

provision() {
    make_users
}

LAB_PASSWORD_USERS=dev,ops

personalise() {
    host_keys ed25519 ecdsa rsa
    authorise root dev ops
}
