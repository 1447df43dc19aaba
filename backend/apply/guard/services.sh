# SPDX-FileCopyrightText: 2026 The Gatewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Services: looked at, acted upon, brought back.

# service_look UNIT: sets $active (yes, no) and $enabled (yes, no, or - where that has no meaning).
service_look() {
    active=no enabled=-
    case $1 in
    supervisor:*)
        case $(bounded 20 supervisorctl status "${1#*:}" 2>/dev/null) in *RUNNING* | *STARTING*) active=yes ;; esac
        ;;
    *)
        if systemd; then
            case $(systemctl is-active -- "$1" 2>/dev/null) in active | activating | reloading) active=yes ;; esac
            case $(systemctl is-enabled -- "$1" 2>/dev/null) in enabled) enabled=yes ;; disabled | not-found | '') enabled=no ;; esac
        elif bounded 20 service "${1%.service}" status >/dev/null 2>&1; then
            active=yes
        fi
        ;;
    esac
}
# service_act ACTION UNIT: as commandOf() shows it; afterwards the unit must be in the state that was meant.
service_act() {
    case $2 in
    '') bounded $patienceWithService systemctl daemon-reload || return 1 ;;
    supervisor:*)
        case $1 in
        reload | restart)
            bounded $patienceWithService supervisorctl reread && bounded $patienceWithService supervisorctl update "${2#*:}" ||
                return 1
            [ "$1" = reload ] || bounded $patienceWithService supervisorctl restart "${2#*:}" || return 1
            ;;
        start | stop) bounded $patienceWithService supervisorctl "$1" "${2#*:}" || return 1 ;;
        *) echo "supervisord cannot $1" && return 1 ;;
        esac
        ;;
    *)
        if systemd; then
            if [ "$1" = reload ] && service_look "$2" && [ $active = no ]; then
                echo 'It does not run: there is nothing to reload'
                return 0
            fi
            bounded $patienceWithService systemctl "$1" -- "$2" || { over $?; return 1; }
        else
            case $1 in
            enable | disable) bounded 30 update-rc.d "${2%.service}" "$1" || return 1 ;;
            *) bounded $patienceWithService service "${2%.service}" "$1" || return 1 ;;
            esac
        fi
        ;;
    esac
    case $1 in
    start | restart | reload)
        service_look "$2"
        [ $active = yes ] || [ -z "$2" ] || { service_words "$2"; return 1; }
        ;;
    esac
}
service_words() {
    echo "$1 does not run"
    ! systemd || bounded 20 systemctl status --no-pager --full --lines=20 -- "$1" | tail -n 20
}
# A broken configuration must not take down the service that still runs with the old one.
service_may_load() {
    case $1 in
    ssh.* | sshd.* | ssh@* | sshd@*) run_check sshd ;;
    nginx.*) run_check nginx ;;
    esac
}

# What was not running or not started at boot before: as long as its files are still there.
services_stop() {
    for unit_file in "$t"/service/*; do
        [ -e "$unit_file" ] || continue
        unit=${unit_file##*/}
        awk -v unit="$unit" '$2 == unit { acted = 1 } END { exit !acted }' "$t/acted" 2>/dev/null || continue
        read -r was_active was_enabled <"$unit_file"
        service_look "$unit"
        if [ "$was_enabled $enabled" = 'no yes' ]; then
            service_act disable "$unit" >"$t/out" 2>&1 || soft "service $(word "$unit")"
        fi
        if [ "$was_active $active" = 'no yes' ]; then
            service_act stop "$unit" >"$t/out" 2>&1 || soft "service $(word "$unit")"
        fi
    done
}
# What was running, with the files as they are again.
services_start() {
    [ -e "$t/acted" ] || return 0
    if systemd && units_changed; then
        bounded $patienceWithService systemctl daemon-reload >/dev/null 2>&1
    fi
    # Sockets first: the service behind one may not run while it is opened.
    # shellcheck disable=SC2013 # units are words
    for unit in $(awk '$2 != "" && !seen[$2]++ { if ($2 ~ /\.socket$/) print $2; else others = others $2 "\n" }
        END { printf "%s", others }' "$t/acted"); do
        service_back "$unit" >"$t/out" 2>&1 || soft "service $(word "$unit")"
    done
}
units_changed() {
    grep -q '^daemon-reload' "$t/acted" || grep -q '^/\(etc\|usr/lib\|lib\|run\)/systemd/' "$t"/was/* 2>/dev/null
}
service_back() {
    read -r was_active was_enabled <"$t/service/$1" || return 1
    service_look "$1"
    if [ "$was_enabled $enabled" = 'yes no' ]; then
        service_act enable "$1" || return 1
    fi
    [ "$was_active" = yes ] || return 0
    if [ "$active" = no ]; then
        ! systemd || systemctl reset-failed -- "$1" 2>/dev/null
        service_may_load "$1" && service_again start "$1"
        return
    fi
    [ "$early" = 0 ] || return 0 # it was started with the old files
    if grep -qxF "restart $1" "$t/acted"; then
        service_may_load "$1" && service_again restart "$1"
    elif grep -qxF "reload $1" "$t/acted"; then
        service_may_load "$1" && service_act reload "$1"
    fi
}
# service_again ACTION UNIT: systemd opens no socket while the one service behind it runs; what runs for each connection
# (Accept=) is not in the way.
service_again() {
    behind=
    case $2 in
    *.socket)
        [ "$(systemctl show -P Accept -- "$2")" = yes ] || for triggered in $(systemctl show -P Triggers -- "$2"); do
            service_look "$triggered"
            [ $active = no ] || behind="$behind $triggered"
        done
        ;;
    esac
    [ -z "$behind" ] || bounded $patienceWithService systemctl stop -- $behind
    service_act "$1" "$2"
    again_code=$?
    [ -z "$behind" ] || bounded $patienceWithService systemctl start -- $behind || return 1
    return $again_code
}
