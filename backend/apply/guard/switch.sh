# SPDX-FileCopyrightText: 2026 The Gatewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Switch: the steps, one after the other.

# The steps run in a session of their own, so that the way back can end them together with everything they started. A
# sign of life comes every 5 s, whatever they do.
switch() {
    locate
    [ "$state" = new ] || exit $unknown
    (while sleep 5 >/dev/null 2>&1 && kill -0 $$; do say waiting; done) &
    ticker=$!
    GW_CHANGE=$id setsid /bin/sh "$t/guard.sh" run "$id" &
    wait $!
    code=$?
    kill "$ticker"
    case $code in
    0 | "$refused" | "$unknown") exit $code ;;
    esac
    say 'phase returning'
    wait_until_returned 300
    locate && report
    exit $cameBack
}

run() {
    trap '' HUP INT TERM PIPE
    t=$base/new/$id
    [ -d "$t" ] || exit $unknown
    . "$t/plan.sh"
    trap 'release; remove new' EXIT # nothing was changed yet
    boot >"$t/boot"
    now
    put "$t/hard" $((up + window + budget)) && tell $((up + window)) >"$t/deadline" || refuse full "$base"
    say 'phase arming'
    # Before the change is open: whoever ends this process in between leaves a timer that finds nothing, never a change
    # without one.
    mode_of_guard=none
    arm_with_timer "$window"
    if ! move new armed; then
        disarm
        exit $unknown
    fi
    trap - EXIT
    itself >"$t/switching"
    if ! { arm_boot && { [ $mode_of_guard = systemd ] || arm_with_process "$window"; }; }; then
        move armed new && disarm && release && remove new
        refuse arm ''
    fi
    put "$t/booted" "$booted"
    say_armed
    n=0
    while [ $n -lt "$steps" ]; do
        load $((n + 1))
        [ -d "$t" ] || exit $cameBack
        say "step $n begin"
        now
        step_began=$centiseconds
        outcome="done"
        { note_before && mark_begun && "do_$kind"; } >"$t/out" 2>&1 || outcome=failed
        note_after
        now
        { output && tell "step $n $outcome $(((centiseconds - step_began) * 10))"; } >"$t/said"
        cat "$t/said" >>"$t/results" || cannot_write
        while read -r said; do say "$said"; done <"$t/said"
        [ $outcome != failed ] || give_up "step $n"
    done
    now
    deadline "$t" && [ $((due_at - up)) -ge $((window - 2)) ] || arm "$window" || give_up arm
    true >"$t/ready"
    flush "$t" "$t/results"
    rm -f "$t/switching"
    say_armed
    say ready
}
# output: what the step printed, in lines that are written in one piece: the ticker writes to the same pipe.
output() {
    head -c $mostText <"$t/out" | base64 | tr -d '\n' | fold -w 3000 |
        while read -r said || [ "$said" ]; do tell "said $n :$said"; done
}
say_armed() {
    now
    deadline "$t" && say "armed $mode_of_guard $booted $((due_at - up))"
}
give_up() {
    rm -f "$t/switching"
    return_now "$1"
    exit $cameBack
}

# Only what is in the list is ever taken back.
mark_begun() { echo "$n" >>"$t/progress" && flush "$t/progress" || cannot_write; }
# Somebody else has taken the change back, or the disk is full.
cannot_write() {
    [ -d "$t" ] || exit $cameBack
    give_up "step $n"
}

# What the way back has to know of a step before it begins. "?": from now on nobody can tell whose a file is.
note_before() {
    case $kind in
    run)
        touch=0
        while [ $touch -lt "$touches" ]; do
            touch=$((touch + 1))
            put "$t/now/$n.$touch" '?' || return 1
        done
        [ "$firewall" = 0 ] || firewall_keep
        ;;
    package) packages >"$t/packages.$n" && flush "$t/packages.$n" ;;
    service) echo "$action $unit" >>"$t/acted" && flush "$t/acted" ;;
    esac
}
note_after() {
    case $kind in
    run)
        touch=0
        while [ $touch -lt "$touches" ]; do
            touch=$((touch + 1))
            note_now "$n.$touch"
        done
        [ "$firewall" = 0 ] || firewall_note
        ;;
    package) packages | grep -vxFf "$t/packages.$n" >"$t/installed.$n" ;;
    esac
}
note_now() {
    recall "$1" && look "$real" && put "$t/now/$1" "$seen"
}
