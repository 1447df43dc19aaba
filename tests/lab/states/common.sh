# SPDX-FileCopyrightText: 2026 The Gatewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034
#
# What the states share. A state is a file of two functions that run inside its root, without a network:
#   provision     once; what it leaves is the state's cached layer
#   personalise   in every fresh clone, before it boots
# and of the variables below, as far as they differ. Its files, if it has some, lie in the folder of its name.

# These passwords open nothing but servers of the lab.
LAB_ROOT_PASSWORD=lab-root-1
LAB_DEV_PASSWORD=lab-dev-1
LAB_OPS_PASSWORD=lab-ops-1
LAB_KEY_USERS=root,dev,ops
LAB_PASSWORD_USERS=root,dev,ops
LAB_DOMAINS=
LAB_READY=true # a shell command: true inside the server when what the state promises is there

# root, dev (sudo with a password), ops (sudo without one).
make_users() {
    useradd --create-home --shell /bin/bash --groups sudo dev
    useradd --create-home --shell /bin/bash ops
    printf '%s\n' "root:$LAB_ROOT_PASSWORD" "dev:$LAB_DEV_PASSWORD" "ops:$LAB_OPS_PASSWORD" | chpasswd
    install -m 0440 /dev/stdin /etc/sudoers.d/ops <<<'ops ALL=(ALL:ALL) NOPASSWD: ALL'
}

# authorise USER...: the lab's key opens these accounts.
authorise() {
    local user home
    for user; do
        home=$(getent passwd "$user" | cut -d: -f6)
        install -d -m 0700 -o "$user" -g "$user" "$home/.ssh"
        printf '%s\n' "$LAB_PUBLIC_KEY" >>"$home/.ssh/authorized_keys"
        chown "$user:$user" "$home/.ssh/authorized_keys"
        chmod 0600 "$home/.ssh/authorized_keys"
    done
}

# put FOLDER: everything in states/FOLDER goes to the same place under /, owned by root.
put() {
    cp -R --no-preserve=mode,ownership "/mnt/states/$1/." /
}

# put_standins: the programs that answer like the real AI services.
put_standins() {
    local packages=/usr/local/lib/python3.11/dist-packages
    install -d "$packages" /usr/local/bin
    cp -R --no-preserve=mode,ownership /mnt/standins/vllm "$packages/"
    install -m 0755 /mnt/standins/jupyter-lab /usr/local/bin/jupyter-lab
    find "$packages" -name __pycache__ -prune -exec rm -rf {} +
}

host_keys() {
    local kind
    for kind; do ssh-keygen -q -N '' -t "$kind" -C "root@$LAB_NAME" -f "/etc/ssh/ssh_host_${kind}_key"; done
}

# lineage NAME DAYS_OLD DAYS_LEFT DOMAIN...: a Certbot lineage as Certbot would have left it, from the lab's own authority.
lineage() { python3 /mnt/standins/lineage.py "$@"; }
