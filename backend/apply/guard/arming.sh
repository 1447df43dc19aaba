# SPDX-FileCopyrightText: 2026 The Gatewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Arming.

# What a timer or a boot runs, wherever the change has got to by then; without "$" and "%", which systemd would read, and
# without ";", which systemd 252 escapes in the unit of a timer and no longer understands after a daemon-reload.
launcher() {
    for launcher_state in armed reverting confirmed; do
        printf 'cd %s/%s/%s 2>/dev/null || ' "$base" $launcher_state "$id"
    done
    printf 'exit 0 && exec /bin/sh ./guard.sh %s %s' "$1" "$id"
}

arm_boot() {
    booted=none
    installed || return 0
    if systemd; then
        (umask 022 && mkdir -p "$units/sysinit.target.wants")
        cat >"$units/$bootUnit" <<EOF
[Unit]
Description=Gatewright: take back the change $id, which nobody confirmed
DefaultDependencies=no
RequiresMountsFor=$base /etc
After=local-fs.target systemd-remount-fs.service
Before=sysinit.target network-pre.target systemd-networkd.service NetworkManager.service networking.service
Before=ufw.service firewalld.service nftables.service iptables.service netfilter-persistent.service
Before=ssh.service ssh.socket sshd.service sshd.socket
Conflicts=shutdown.target
Before=shutdown.target

[Service]
Type=oneshot
ExecStart=/bin/sh -c "$(launcher recover)"
TimeoutStartSec=120
EOF
        chmod 0644 "$units/$bootUnit" && ln -sf "../$bootUnit" "$units/sysinit.target.wants/$bootUnit" || return 1
        flush "$units/$bootUnit" "$units" "$units/sysinit.target.wants"
        booted=unit
    elif cron_runs; then
        echo "@reboot root /bin/sh -c '$(launcher due)'" >"$cron" && chmod 0644 "$cron" && flush "$cron" "${cron%/*}" && booted=cron
    fi
    return 0
}
# busybox's crond knows neither /etc/cron.d nor @reboot.
cron_runs() {
    [ -d "${cron%/*}" ] || return 1
    for cron_process in /proc/[0-9]*; do
        case $(readlink "$cron_process/exe" 2>/dev/null) in */cron | */crond | */cronie) return 0 ;; esac
    done
    return 1
}

# arm SECONDS
arm() { arm_with_timer "$1" || arm_with_process "$1"; }
# A new timer is seen to run before an old one is ended.
arm_with_timer() {
    now
    arm_due=$((up + $1))
    timer=0
    [ ! -s "$t/timer" ] || read -r timer <"$t/timer"
    arm_timer "$1" && systemctl is-active --quiet "$arm_unit.timer" && put_deadline || return 1
    [ "$timer" = 0 ] || systemctl stop --quiet "gatewright-$id-$timer.timer" 2>/dev/null
    echo $((timer + 1)) >"$t/timer"
    mode_of_guard=systemd
    flush "$t" "$t/deadline"
}
arm_with_process() {
    now
    arm_due=$((up + $1))
    put_deadline && arm_process || return 1
    mode_of_guard=process
    flush "$t" "$t/deadline"
}
put_deadline() { tell "$arm_due" >"$t/deadline.new" && mv -f "$t/deadline.new" "$t/deadline"; }
arm_timer() { # SECONDS [OPTION of systemd-run ...]
    installed && systemd && has systemd-run || return 1
    arm_unit=gatewright-$id-$((timer + 1)) arm_seconds=$1
    shift
    # Restart: a return that somebody kills half-way begins again.
    systemd-run --quiet "$@" --unit="$arm_unit" --description="Gatewright: take back the change $id" \
        --on-active="${arm_seconds}s" --timer-property=AccuracySec=100ms \
        --property=Restart=on-failure --property=RestartSec=3 /bin/sh -c "$(launcher due)" >/dev/null 2>&1
}
arm_process() {
    alive "$t/watcher" && return 0
    beside watch "$t" "$id"
    for arm_try in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
        nap
        alive "$t/watcher" && return 0
    done
    return 1
}
# Without systemd this process is the timer. It takes no signal that a logout sends.
watch() {
    trap '' HUP INT TERM
    locate && itself >"$t/watcher"
    while locate && [ "$state" = armed ]; do
        due
        sleep 1
    done
}

disarm() {
    release
    [ ! -s "$t/timer" ] || read -r timer <"$t/timer"
    if installed; then
        rm -f -- "$units/$bootUnit" "$units/sysinit.target.wants/$bootUnit" "$cron"
        rmdir "$units/sysinit.target.wants" 2>/dev/null
        if systemd; then
            flush "$units"
            i=${timer:-0}
            while [ "$i" -gt 0 ]; do
                systemctl stop --quiet "gatewright-$id-$i.timer" 2>/dev/null
                i=$((i - 1))
            done
            # At boot systemd is left alone; it forgets the unit when it next reads its files.
            [ "$verb" = recover ] || case $(systemctl show -p LoadState "$bootUnit" 2>/dev/null) in
            *=loaded) systemctl daemon-reload ;;
            esac
        fi
    fi
    if alive "$t/watcher" && [ "$alive_pid" != $$ ]; then
        kill -KILL "$alive_pid" 2>/dev/null
    fi
}
