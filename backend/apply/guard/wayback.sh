# SPDX-FileCopyrightText: 2026 The Gatewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The way back: who takes it, when, and at boot.

# return_now CAUSE: under whoever holds the way back, because this login may end any moment.
return_now() {
    [ -e "$t/cause" ] || put "$t/cause" "$1"
    true >"$t/return" || { release && true >"$t/return"; }
    if [ -s "$t/timer" ] && systemctl start --no-block "gatewright-$id-$(cat "$t/timer").service" 2>/dev/null; then
        return
    fi
    beside due "$t" "$id"
}
wait_until_returned() {
    now
    wait_end=$((up + $1))
    wait_sign=$((up + 5))
    while locate; do
        case $state in reverted | confirmed | new) return ;; esac
        nap
        now
        [ "$up" -lt $wait_end ] || return 1
        [ "$up" -lt $wait_sign ] || { say waiting && wait_sign=$((up + 5)); }
    done
}

# due: the time is over (or "return" says so, or the server was restarted).
due() {
    while locate; do
        case $state in
        new) return ;;
        confirmed | reverted)
            disarm
            [ "$state" = reverted ] || remove confirmed
            return
            ;;
        reverting)
            revert
            return
            ;;
        esac
        if [ -s "$t/boot" ] && [ "$(cat "$t/boot")" != "$(boot)" ]; then
            put "$t/cause" boot
        elif [ ! -e "$t/return" ]; then
            now
            # The deadline may have moved on, with a timer of its own.
            ! deadline "$t" || [ "$up" -ge "$due_at" ] || return 0
            if alive "$t/switching" && [ "$up" -lt "$(cat "$t/hard")" ]; then
                sleep 1
                continue
            fi
            [ -e "$t/cause" ] || put "$t/cause" deadline
        fi
        revert
        return
    done
}

# Ends the steps that still run, with everything they started; what has become a service of its own has left the session.
end_switch() {
    [ -s "$t/switching" ] && [ "$(cat "$t/boot")" = "$(boot)" ] || return 0
    ! alive "$t/switching" || kill -KILL "$alive_pid" 2>/dev/null # no further step begins
    leader=$alive_pid
    tries=0
    while members "$leader"; do
        case $tries in
        0) kill -TERM $found 2>/dev/null ;;
        30) kill -KILL $found 2>/dev/null ;;
        60) break ;;
        esac
        tries=$((tries + 1))
        nap
    done
    rm -f "$t/switching"
}

# claim: one at a time takes back; the other waits for it.
claim() {
    until (set -C && itself >"$t/taker") 2>/dev/null; do
        if alive "$t/taker"; then
            sleep 1
        else
            sleep 1 # it may be about to write itself there
            alive "$t/taker" || mv -f "$t/taker" "$t/taker.$$" 2>/dev/null
        fi
        [ -d "$t" ] || return 1
    done
}

revert() {
    move armed reverting || { locate && [ "$state" = reverting ]; } || return 0
    claim || return 0
    trap '' HUP INT TERM
    release
    end_switch
    . "$t/plan.sh"
    [ -e "$t/cause" ] || put "$t/cause" deadline
    early=0
    [ "$(cat "$t/early" 2>/dev/null)" != "$(boot)" ] || early=1
    attempt=0 pause=1
    while :; do
        attempt=$((attempt + 1)) failures=0 flaws=0
        true >"$t/troubles.new"
        services_stop
        n=$((steps + 1))
        while [ $n -gt 1 ]; do
            load $((n - 1))
            ! begun "$n" || step_back
        done
        services_start
        mv -f "$t/troubles.new" "$t/troubles"
        # A file that cannot be put back is tried again for as long as it takes; a command that fails is not.
        [ $failures = 0 ] && { [ $flaws = 0 ] || [ $attempt -ge 3 ]; } && break
        sleep $pause
        [ $pause -ge 60 ] || pause=$((pause * 2))
    done
    finish
}
finish() {
    true >"$t/complete"
    [ -s "$t/troubles" ] && rm -f "$t/complete"
    flush "$t"
    move reverting reverted
    disarm
}

# recover: at boot, before the network and sshd. Files first; whatever needs a running system follows when it runs.
recover() {
    locate || return 0
    case $state in
    armed) put "$t/cause" boot && move armed reverting || return 1 ;;
    reverting) ;;
    *)
        due
        return
        ;;
    esac
    rm -f "$t/taker" "$t/switching"
    release
    . "$t/plan.sh"
    failures=0 flaws=0 early=1 later=0
    true >"$t/troubles.new"
    n=$((steps + 1))
    while [ $n -gt 1 ]; do
        load $((n - 1))
        begun "$n" || continue
        files_back
        ! firewall_step || firewall_back
        case $kind:$action in
        package: | service:start | service:stop | service:enable | service:disable) later=1 ;;
        run:) [ "$undoable" = 0 ] || [ "$firewall" = 1 ] || later=1 ;;
        esac
    done
    mv -f "$t/troubles.new" "$t/troubles"
    if [ $failures = 0 ] && [ $later = 0 ]; then
        finish
    else
        boot >"$t/early"
        timer=0
        [ ! -s "$t/timer" ] || read -r timer <"$t/timer"
        # A timer waits for sysinit.target, which waits for us, unless it has no dependencies.
        arm_timer 1 --timer-property=DefaultDependencies=no --property=After=multi-user.target &&
            echo $((timer + 1)) >"$t/timer"
    fi
}
