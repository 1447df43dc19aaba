# SPDX-FileCopyrightText: 2026 The Gatewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2015 # A && B || C is meant where it stands
#
# The lab's only library: every verb sources it. Words used here:
#   layer     a provisioned root file system in the cache, shared and never written again
#   instance  a running (or cut, or killed) clone of a state, named like its state unless `state:name` was given
#   slot      a number 1..250 that no other instance on this machine has; it names the instance's
#             network namespace, its cable, its cgroup (gwlabN) and its subnet (10.213.N.0/30)

set -u
umask 022
LAB=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
MODE=
CACHE=${GATEWRIGHT_LAB_CACHE:-${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/gatewright-lab}
RUN=${GATEWRIGHT_LAB_RUN:-/run/gatewright-lab}
SUITE=bookworm
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8

say() { printf 'lab: %s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# --- Can this machine run the lab? -------------------------------------------------------------

# Prints why not, and returns 1, when it cannot.
lab_possible() {
    local tool
    [ "$(id -u)" = 0 ] || { echo "the lab boots servers and needs root"; return 1; }
    for tool in mmdebstrap systemd-nspawn ip nsenter unshare setsid openssl ssh ssh-keygen ssh-keyscan flock; do
        command -v "$tool" >/dev/null || { echo "$tool is missing (see tests/lab/packages.txt)"; return 1; }
    done
    unshare --mount --pid --net --uts --ipc --fork true 2>/dev/null || { echo "this machine refuses new namespaces"; return 1; }
    [ -n "$(lab_cgroups)" ] || { echo "no writable cgroup hierarchy under /sys/fs/cgroup"; return 1; }
    mkdir -p "$CACHE" "$RUN" 2>/dev/null || { echo "cannot write $CACHE or $RUN"; return 1; }
}

lab_need() {
    local reason
    reason=$(lab_possible) || { say "skipped: $reason"; exit 77; }
    [ -n "$reason" ] && say "$reason"
    [ -d /run/netns ] || mkdir -p /run/netns
    command -v modprobe >/dev/null && modprobe -aq overlay veth 2>/dev/null
    return 0
}

# The hierarchies in which each instance gets its own cgroup: the unified one, and systemd's where both exist.
# Two servers in one cgroup would stop each other's services.
lab_cgroups() {
    local top
    for top in /sys/fs/cgroup /sys/fs/cgroup/unified /sys/fs/cgroup/systemd; do
        [ -w "$top/cgroup.procs" ] && printf '%s\n' "$top"
    done
}

# --- Copy on write -----------------------------------------------------------------------------

# What the cache's file system can do, found out by trying: overlay (upper and lower), tmpfs (lower only), copy.
lab_mode() {
    [ -n "$MODE" ] || MODE=${GATEWRIGHT_LAB_MODE:-}
    [ -z "$MODE" ] || return 0
    local probe
    probe=$(mktemp -d "$CACHE/probe.XXXXXX")
    mkdir -p "$probe"/{lower,upper,work,merged}
    if mount -t overlay overlay -o "lowerdir=$probe/lower,upperdir=$probe/upper,workdir=$probe/work" "$probe/merged" 2>/dev/null; then
        MODE=overlay
        umount "$probe/merged"
    else
        mount -t tmpfs tmpfs "$probe/upper"
        mkdir -p "$probe/upper/u" "$probe/upper/w"
        if mount -t overlay overlay -o "lowerdir=$probe/lower,upperdir=$probe/upper/u,workdir=$probe/upper/w" "$probe/merged" 2>/dev/null; then
            MODE=tmpfs
            umount "$probe/merged"
        else
            MODE=copy
        fi
        umount "$probe/upper"
        say "the file system under $CACHE cannot carry overlays by itself: using $MODE (slower)"
    fi
    rm -rf "$probe"
}

# lab_clone LOWER COW MERGED: a writable copy of LOWER (a:b, topmost first) at MERGED, what is written kept in COW.
lab_clone() {
    local lower=$1 cow=$2 merged=$3
    lab_mode
    mkdir -p "$cow" "$merged"
    case $MODE in
    copy)
        [ -d "$cow/root" ] || cp -a "$lower" "$cow/root" || return
        mount --bind "$cow/root" "$merged"
        return ;;
    tmpfs) mountpoint -q "$cow" || mount -t tmpfs -o mode=755 gwlab "$cow" || return ;;
    esac
    mkdir -p "$cow/upper" "$cow/work"
    mount -t overlay gwlab -o "lowerdir=$lower,upperdir=$cow/upper,workdir=$cow/work" "$merged"
}

# --- Layers ------------------------------------------------------------------------------------

lab_states() { local f; for f in "$LAB"/states/*.sh; do f=${f##*/}; [ "$f" = common.sh ] || echo "${f%.sh}"; done; }

# The hash of the named files and folders of the lab, whatever their order and time.
lab_hash() { (cd "$LAB" && find "$@" -type f ! -name '*.pyc' -print0 | sort -z | xargs -0 sha256sum; echo "$SUITE $(dpkg --print-architecture)") | sha256sum | cut -c1-12; }

# Runs the function $3 of states/$2.sh inside the root $1: own namespaces, no network, nothing left behind.
# The lab's folder is at /mnt; the variables LAB_* pass.
lab_inside() {
    local root=$1 state=$2 what=$3
    # shellcheck disable=SC2016 # expanded inside
    unshare --mount --pid --net --uts --ipc --fork --kill-child sh -euc '
        mount -t proc proc "$1/proc"
        mount -t tmpfs tmpfs "$1/tmp"
        mount -t tmpfs -o mode=755 tmpfs "$1/run"
        for node in null zero full random urandom tty; do
            [ -e "$1/dev/$node" ] || : >"$1/dev/$node"
            mount --bind "/dev/$node" "$1/dev/$node"
        done
        mount --bind -o ro "$2" "$1/mnt"
        ip link set lo up
        hostname "${5:-lab}"
        exec chroot "$1" /usr/bin/env -i PATH="$PATH" HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
            LAB_NAME="${LAB_NAME:-}" LAB_PUBLIC_KEY="${LAB_PUBLIC_KEY:-}" LAB_CA_KEY="${LAB_CA_KEY:-}" LAB_CA="${LAB_CA:-}" \
            /bin/bash -euc ". /mnt/states/common.sh; . /mnt/states/$3.sh; $4"' \
        inside "$root" "$LAB" "$state" "$what" "${LAB_NAME:-lab}"
}

# Prints the layers of a state, topmost first, and builds what is missing. One builder at a time.
lab_layers() {
    local state=$1 base layer recipe flat='' lower status=0
    lab_mode
    [ "$MODE" = overlay ] || flat=-flat
    base=$CACHE/base-$(lab_hash base base-packages.txt)
    recipe=(base base-packages.txt standins states/common.sh "states/$state.sh")
    [ ! -d "$LAB/states/$state" ] || recipe+=("states/$state")
    layer=$CACHE/state-$state-$(lab_hash "${recipe[@]}")$flat
    exec 8>"$CACHE/lock"
    flock 8
    { [ -d "$base" ] || lab_build base- "$base" lab_build_base; } &&
        { [ -d "$layer" ] || lab_build "state-$state-" "$layer" lab_build_state "$base" "$state"; } || status=1
    exec 8>&-
    [ "$status" = 0 ] || return 1
    lower=$layer
    [ "$MODE" = overlay ] && lower=$layer:$base
    printf '%s\n' "$lower"
}

# lab_build PREFIX LAYER FUNCTION [ARGUMENT...]: has FUNCTION leave a new layer as $CACHE/building/done, puts it in place
# when it is whole, and drops layers of the same PREFIX from an older recipe that no server stands on.
lab_build() {
    local prefix=$1 layer=$2 old status=0
    shift 2
    lab_unbuild
    mkdir -p "$CACHE/building"
    "$@" && mv "$CACHE/building/done" "$layer" || status=1
    lab_unbuild
    [ "$status" = 0 ] || return 1
    for old in "$CACHE/$prefix"*; do
        [ "$old" = "$layer" ] || grep -qsF "$old" /proc/mounts || rm -rf --one-file-system "$old"
    done
}

lab_unbuild() {
    lab_unmount "$CACHE/building"
    rm -rf --one-file-system "$CACHE/building"
}

# Debian from the machine's own package sources.
lab_build_base() {
    local sources
    for sources in /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list ''; do
        [ -z "$sources" ] || ! grep -qE "^(deb|Suites:).*$SUITE" "$sources" 2>/dev/null || break
    done
    say "building the root file system (once, about a minute)"
    # shellcheck disable=SC2086 # no sources: let mmdebstrap choose
    mmdebstrap --quiet --variant=minbase --skip=check/qemu \
        --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
        --dpkgopt='path-exclude=/usr/share/locale/*' \
        --include="$(paste -sd, "$LAB/base-packages.txt")" \
        --customize-hook="$LAB/base" "$SUITE" "$CACHE/building/done" $sources >&2
}

lab_build_state() { # BASE STATE
    say "provisioning the state $2"
    if [ "$MODE" = overlay ]; then
        lab_clone "$1" "$CACHE/building/cow" "$CACHE/building/root" &&
            lab_inside "$CACHE/building/root" "$2" provision >&2 &&
            umount "$CACHE/building/root" && mv "$CACHE/building/cow/upper" "$CACHE/building/done"
    else
        cp -a "$1" "$CACHE/building/done" && lab_inside "$CACHE/building/done" "$2" provision >&2
    fi
}

# --- Instances ---------------------------------------------------------------------------------

lab_names() { local d; for d in "$RUN"/*/slot; do [ -e "$d" ] && basename "${d%/slot}"; done; }
lab_slot() { cat "$RUN/$1/slot" 2>/dev/null; }
lab_state() { cat "$RUN/$1/state" 2>/dev/null; }
lab_address() { echo "10.213.$(lab_slot "$1").2"; }
lab_cow() { echo "$CACHE/clones/gwlab$(lab_slot "$1")"; }

# Is PID still the process it was when it was written down? ($1 is a file "PID STARTTIME")
lab_same_process() {
    local pid start
    read -r pid start 2>/dev/null <"$1" || return 1
    [ "$(lab_start_time "$pid")" = "$start" ]
}
# The start time of a living process; nothing for a dead one or one that only waits to be reaped.
lab_start_time() { sed -n 's/^.*) \([^ZX]\)/\1/p' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20; }
lab_remember_process() { echo "$1 $(lab_start_time "$1")" >"$2"; }

lab_alive() { [ -e "$RUN/$1/slot" ] && lab_same_process "$RUN/$1/keeper"; }
# The server's own init, as the host numbers it.
lab_init() {
    local pid _ init
    read -r pid _ <"$RUN/$1/nspawn" && init=$(cat "/proc/$pid/task/$pid/children") && echo "${init%% *}"
} 2>/dev/null

lab_need_known() { [ -e "$RUN/$1/slot" ] || die "no server named $1 (tests/lab/list)"; }
lab_need_alive() { lab_need_known "$1"; lab_alive "$1" || die "$1 is powered off (tests/lab/boot $1)"; }

# The lab's key pair and certificate authority, made once per run directory.
lab_identity() {
    exec 9>"$RUN/lock"
    flock 9
    [ -e "$RUN/id_ed25519" ] || ssh-keygen -q -t ed25519 -N '' -C gatewright-lab -f "$RUN/id_ed25519"
    [ -e "$RUN/ca.pem" ] || {
        openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj '/O=Gatewright lab/CN=Gatewright Lab Root' \
            -addext keyUsage=critical,keyCertSign,cRLSign -keyout "$RUN/ca.key" -out "$RUN/ca.new" 2>/dev/null && mv "$RUN/ca.new" "$RUN/ca.pem"
    }
    flock -u 9
    exec 9>&-
}

# Network namespaces of the lab are made and unmade one at a time, whoever runs it.
lab_alone() { (flock 6 && "$@") 6>/run/gwlab.lock; }

# Claims a slot: creating the network namespace is the claim, so two runs never share one.
lab_claim() {
    local slot
    for slot in $(seq 1 250); do
        ip link show "gwlab$slot" >/dev/null 2>&1 && continue
        ip netns add "gwlab$slot" 2>/dev/null && { echo "$slot"; return; }
    done
    return 1
}

# The lab's addresses never leave this machine, not even while their server is away.
lab_fence() { ip route "$1" unreachable 10.213.0.0/16 metric 10213 2>/dev/null; }

# lab_cable NAME up|down: a new network namespace (no rule and no connection outlives a boot) and its cable;
# `down` leaves the server's end unplugged, so that an address without a server is silent.
lab_cable() {
    local name=$1 slot net
    slot=$(lab_slot "$name")
    net=gwlab$slot
    lab_fence replace
    ip link del "$net" 2>/dev/null
    ip netns del "$net" 2>/dev/null
    ip netns add "$net" &&
        ip link add "$net" type veth peer name eth0 netns "$net" &&
        ip link set "$net" alias "$RUN/$name" &&
        ip addr add "10.213.$slot.1/30" dev "$net" && ip link set "$net" up &&
        ip -n "$net" addr add "10.213.$slot.2/30" dev eth0 &&
        ip -n "$net" link set lo up && lab_plug "$name" "$2"
}

# The cable is pulled at the server's end: packets to it vanish, and the machine's routes stay as they are.
lab_plug() { ip -n "gwlab$(lab_slot "$1")" link set eth0 "$2"; }

# Until its network answers, be it with a refusal; ten seconds at most, as its firewall may swallow everything.
lab_await_neighbour() {
    local address answer tries=0
    address=$(lab_address "$1")
    while [ $((tries += 1)) -le 10 ]; do
        answer=$(timeout 1 bash -c '</dev/tcp/$0/22' "$address" 2>&1) && return
        case $answer in *refused*) return ;; esac
        sleep 0.2
    done
}

# Boots the clone of NAME, and waits until it has settled and answers SSH.
lab_boot() {
    local name=$1
    mountpoint -q "$RUN/$name/root" || lab_clone "$(cat "$RUN/$name/lower")" "$(lab_cow "$name")" "$RUN/$name/root" || return
    # shellcheck disable=SC2016 # expanded by the keeper
    GATEWRIGHT_LAB_RUN=$RUN GATEWRIGHT_LAB_CACHE=$CACHE setsid "$BASH" -c '. "$1/lab.sh"; lab_keep "$2"' gwlab-keeper "$LAB" "$name" \
        </dev/null >>"$RUN/$name/console.log" 2>&1 7>&- 8>&- 9>&- &
    lab_remember_process $! "$RUN/$name/keeper"
    disown $!
    lab_wait "$name"
}

# The keeper of NAME: runs it, boots it again when it reboots by itself, and ends when it powers off.
# It sits in the instance's cgroup, and ends with it at a power cut.
lab_keep() {
    local name=$1 slot top plug
    slot=$(lab_slot "$name")
    for top in $(lab_cgroups); do
        mkdir -p "$top/gwlab$slot/keeper" && echo $$ >"$top/gwlab$slot/keeper/cgroup.procs"
    done
    while :; do
        plug=up
        [ ! -e "$RUN/$name/cut" ] || plug=down
        lab_alone lab_cable "$name" $plug || return
        (
            for top in $(lab_cgroups); do echo "$BASHPID" >"$top/gwlab$slot/cgroup.procs"; done
            export SYSTEMD_NSPAWN_UNIFIED_HIERARCHY=1
            # adjtimex: the server may read (never set) whether the machine's clock is synchronised.
            exec systemd-nspawn --quiet --directory="$RUN/$name/root" --machine="gwlab$slot" --hostname="$name" \
                --network-namespace-path="/run/netns/gwlab$slot" --register=no --keep-unit --boot \
                --capability=CAP_NET_ADMIN --system-call-filter=adjtimex \
                --resolv-conf=off --timezone=off --link-journal=no
        ) &
        lab_remember_process $! "$RUN/$name/nspawn"
        wait $!
        [ $? = 133 ] || break # 133: it wishes to be started again
    done
    lab_alone lab_cable "$name" down
}

# Ready: SSH greets, systemd has nothing left to start, and what the state promises answers. A degraded server is ready too.
lab_wait() {
    local name=$1 address ready tries=0 state=''
    address=$(lab_address "$name")
    # shellcheck source=/dev/null
    ready=$(. "$LAB/states/common.sh" && . "$LAB/states/$(lab_state "$name").sh" && echo "$LAB_READY")
    while [ $((tries += 1)) -le 600 ]; do
        lab_alive "$name" || { say "$name ended while booting; its console:"; tail -n 20 "$RUN/$name/console.log" >&2; return 1; }
        state=$(lab_exec "$name" systemctl is-system-running 2>/dev/null)
        case $state in
        running | degraded)
            lab_exec "$name" sh -c "$ready" >/dev/null 2>&1 && { [ -e "$RUN/$name/cut" ] || ssh-keyscan -T 2 -t ed25519 "$address" 2>/dev/null | grep -q .; } && return 0 ;;
        esac
        sleep 0.1
    done
    say "$name did not settle within a minute (systemd says: ${state:-nothing}); its console:"
    tail -n 20 "$RUN/$name/console.log" >&2
    return 1
}

lab_exec() {
    local pid
    pid=$(lab_init "$1") && [ -n "$pid" ] || return 1
    shift
    nsenter --target "$pid" --mount --uts --ipc --net --pid --cgroup --root \
        env -C / -i PATH="$PATH" HOME=/root USER=root LC_ALL=C.UTF-8 TERM="${TERM:-dumb}" "$@"
}

# Power cut: every process of the instance ends at once. The clone and its address stay, and nothing answers there.
lab_kill() {
    local top group pid _ tries=0 left
    if lab_alive "$1"; then
        read -r pid _ <"$RUN/$1/keeper"
        kill -KILL "$pid"
    fi
    for top in $(lab_cgroups); do
        group=$top/gwlab$(lab_slot "$1")
        [ -d "$group" ] || continue
        while :; do
            [ -w "$group/cgroup.kill" ] && echo 1 >"$group/cgroup.kill"
            left=$(find "$group" -name cgroup.procs -exec cat {} + 2>/dev/null)
            [ -z "$left" ] && break
            for pid in $left; do kill -KILL "$pid" 2>/dev/null; done
            [ $((tries += 1)) -le 100 ] || { say "processes of $1 do not end: $left"; return 1; }
            sleep 0.05
        done
        find "$group" -depth -type d -exec rmdir {} + 2>/dev/null
    done
    rm -f "$RUN/$1/nspawn" "$RUN/$1/keeper"
}

# Takes down whatever there is of NAME, in any state of disrepair. Silent when there is nothing.
lab_down() {
    local name=$1 slot
    if slot=$(lab_slot "$name"); then
        lab_kill "$name" || return 1
        lab_unmount "$RUN/$name" "$(lab_cow "$name")"
        rm -rf --one-file-system "$(lab_cow "$name")"
        lab_alone lab_free_slot "$slot"
    fi
    [ -n "$name" ] && [ -d "$RUN/$name" ] && rm -rf --one-file-system "${RUN:?}/$name"
    rm -f "$RUN/$name.env"
}

lab_free_slot() {
    ip link del "gwlab$1" 2>/dev/null
    ip netns del "gwlab$1" 2>/dev/null
    compgen -G '/run/netns/gwlab*' >/dev/null || lab_fence del
    return 0
}

# Unmounts everything at or below the given folders, innermost first.
lab_unmount() {
    local folder
    for folder; do
        awk -v f="$folder" '$2 == f || index($2, f "/") == 1 { print $2 }' /proc/mounts | sort -r | while read -r mount; do
            umount "$mount" 2>/dev/null || umount --lazy "$mount"
        done
    done
}

# A claim without a run directory behind it (a run was killed between two steps, /run was emptied) is nobody's.
lab_sweep() {
    local claim slot owner probe
    find /run/netns -name 'gwlab*' -mmin +1 2>/dev/null | while read -r claim; do
        slot=${claim##*/gwlab}
        owner=$(cat "/sys/class/net/gwlab$slot/ifalias" 2>/dev/null)
        [ "$(cat "${owner:-/nobody}/slot" 2>/dev/null)" = "$slot" ] && continue
        say "removing what is left of ${owner:-an unfinished server}"
        mkdir -p "$RUN/.orphan"
        echo "$slot" >"$RUN/.orphan/slot"
        [ -z "$owner" ] || lab_unmount "$owner"
        lab_down .orphan
    done
    find "$CACHE" -maxdepth 1 -name 'probe.*' -mmin +1 2>/dev/null | while read -r probe; do
        lab_unmount "$probe"
        rm -rf --one-file-system "$probe"
    done
}

# One process at a time brings a name up or down; the lock ends with this process, or at the next lab_hold.
lab_hold() { exec 7>"$RUN/.$1.lock" && flock 7; }

# lab_up STATE NAME: a fresh clone of STATE, booted. Nothing is left of it when that fails.
lab_up() {
    local state=$1 name=$2 slot lower
    lab_sweep
    lab_down "$name" || return 1
    lower=$(lab_layers "$state") || { say "could not provision $state"; return 1; }
    lab_identity
    slot=$(lab_alone lab_claim) || { say "no free slot"; return 1; }
    mkdir -p "$RUN/$name"
    echo "$slot" >"$RUN/$name/slot"
    echo "$state" >"$RUN/$name/state"
    echo "$lower" >"$RUN/$name/lower"
    rm -rf --one-file-system "$(lab_cow "$name")"
    if lab_clone "$lower" "$(lab_cow "$name")" "$RUN/$name/root" &&
        lab_personalise "$name" && lab_boot "$name" && lab_write_env "$name"; then
        return 0
    fi
    say "$name did not come up"
    lab_down "$name"
    return 1
}

# What no two servers share: host keys, machine id, the authorised key, certificates with today's dates.
lab_personalise() {
    local name=$1 root=$RUN/$1/root key
    tr -d - </proc/sys/kernel/random/uuid >"$root/etc/machine-id"
    printf '%s\n' "$name" >"$root/etc/hostname"
    printf '127.0.0.1\tlocalhost\n127.0.1.1\t%s\n::1\tlocalhost ip6-localhost ip6-loopback\n' "$name" >"$root/etc/hosts"
    LAB_NAME=$name LAB_PUBLIC_KEY=$(cat "$RUN/id_ed25519.pub") LAB_CA_KEY=$(cat "$RUN/ca.key") LAB_CA=$(cat "$RUN/ca.pem") \
        lab_inside "$root" "$(lab_state "$name")" personalise >>"$RUN/$name/console.log" 2>&1 ||
        { tail -n 20 "$RUN/$name/console.log" >&2; return 1; }
    for key in "$root"/etc/ssh/ssh_host_*_key.pub; do
        echo "$(lab_address "$name") $(cut -d' ' -f1,2 "$key")"
    done >"$RUN/$name/known_hosts"
}

# What tests read: plain NAME=VALUE lines, no quotes, lists separated by commas.
lab_write_env() {
    local name=$1 state
    state=$(lab_state "$name")
    (
        # shellcheck source=/dev/null
        . "$LAB/states/common.sh"
        # shellcheck source=/dev/null
        . "$LAB/states/$state.sh"
        cat <<EOF
GATEWRIGHT_LAB_STATE=$state
GATEWRIGHT_LAB_NAME=$name
GATEWRIGHT_LAB_ADDRESS=$(lab_address "$name")
GATEWRIGHT_LAB_PORT=22
GATEWRIGHT_LAB_CLIENT=10.213.$(lab_slot "$name").1
GATEWRIGHT_LAB_KEY=$RUN/id_ed25519
GATEWRIGHT_LAB_KNOWN_HOSTS=$RUN/$name/known_hosts
GATEWRIGHT_LAB_KEY_USERS=$LAB_KEY_USERS
GATEWRIGHT_LAB_PASSWORD_USERS=$LAB_PASSWORD_USERS
GATEWRIGHT_LAB_SUDO_USER=ops
GATEWRIGHT_LAB_ROOT_PASSWORD=$LAB_ROOT_PASSWORD
GATEWRIGHT_LAB_DEV_PASSWORD=$LAB_DEV_PASSWORD
GATEWRIGHT_LAB_OPS_PASSWORD=$LAB_OPS_PASSWORD
GATEWRIGHT_LAB_WEB_PASSWORD=${LAB_WEB_PASSWORD:-}
GATEWRIGHT_LAB_API_KEY=${LAB_API_KEY:-}
GATEWRIGHT_LAB_DOMAINS=$LAB_DOMAINS
GATEWRIGHT_LAB_CA=$RUN/ca.pem
GATEWRIGHT_LAB_ROOT=$RUN/$name/root
GATEWRIGHT_LAB_CONSOLE=$RUN/$name/console.log
EOF
    ) >"$RUN/$name.env.new" && mv "$RUN/$name.env.new" "$RUN/$name.env"
}

lab_ssh_options() { printf '%s\n' -i "$RUN/id_ed25519" -o IdentitiesOnly=yes -o UserKnownHostsFile="$RUN/$1/known_hosts"; }

# What a person needs to connect.
lab_describe() {
    local name=$1 user users
    # shellcheck source=/dev/null
    (
        . "$RUN/$name.env"
        users=${GATEWRIGHT_LAB_KEY_USERS//,/ }
        user=${users%% *}
        printf '%s: %s port 22' "$name" "$GATEWRIGHT_LAB_ADDRESS"
        [ "$name" = "$GATEWRIGHT_LAB_STATE" ] || printf ' (state %s)' "$GATEWRIGHT_LAB_STATE"
        lab_alive "$name" || printf ', powered off'
        [ -e "$RUN/$name/cut" ] && printf ', cable cut'
        printf '\n  by key:      %s\n' "$users"
        printf '  by password: %s\n' "${GATEWRIGHT_LAB_PASSWORD_USERS//,/ }"
        printf '  passwords:   root %s, dev %s, ops %s (ops: sudo without one)\n' \
            "${GATEWRIGHT_LAB_ROOT_PASSWORD:-locked}" "${GATEWRIGHT_LAB_DEV_PASSWORD:-locked}" "${GATEWRIGHT_LAB_OPS_PASSWORD:-locked}"
        [ -z "$GATEWRIGHT_LAB_DOMAINS" ] || printf '  names:       %s (certificates from %s)\n' "${GATEWRIGHT_LAB_DOMAINS//,/ }" "$GATEWRIGHT_LAB_CA"
        printf '  ssh %s %s@%s\n' "$(lab_ssh_options "$name" | paste -sd' ')" "$user" "$GATEWRIGHT_LAB_ADDRESS"
    )
}
