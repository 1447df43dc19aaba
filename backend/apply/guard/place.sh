# SPDX-FileCopyrightText: 2026 The Gatewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Where a change is, and how it moves.

# In the order in which a folder moves, so that none is missed while it does.
locate() {
    for state in new armed reverting confirmed reverted; do
        t=$base/$state/$id
        [ -d "$t" ] && return 0
    done
    state=gone
    return 1
}
move() {
    for move_try in 1 2 3; do
        [ -d "$base/$1/$id" ] && mkdir -p "$base/$2" 2>/dev/null
        if mv -T -- "$base/$1/$id" "$base/$2/$id" 2>/dev/null; then
            flush "$base/$1" "$base/$2"
            state=$2 t=$base/$2/$id
            return 0
        fi
        [ -d "$base/$1/$id" ] || break
    done
    prune
    return 1
}
prune() {
    for prune_any in "$base"/*/*; do
        [ -e "$prune_any" ] && return 0
    done
    rmdir -- "$base"/*/ "$base" 2>/dev/null
    return 0
}
# remove STATE [NAME]: under another name first, so that nobody meets half a folder.
remove() {
    set -- "$1" "${2:-$id}"
    mv -T -- "$base/$1/$2" "$base/gone-$2" 2>/dev/null || return 0
    rm -rf -- "$base/gone-$2"
    prune
}
# deadline FOLDER: sets $due_at, in seconds of uptime.
deadline() {
    due_at=
    read -r due_at 2>/dev/null <"$1/deadline"
    [ "$due_at" ]
}
born() { # STATE/ID: sets $age in seconds, and $sameBoot
    read -r born_at born_up born_boot 2>/dev/null <"$base/$1/born" || return 1
    now
    if [ "$born_boot" = "$(boot)" ]; then
        age=$((up - born_up)) sameBoot=1
    else
        age=$(($(date +%s) - born_at)) sameBoot=0
    fi
    [ "$age" -ge 0 ] || age=0
}

# What came back is kept until its program has heard of it; after a month nobody will ask.
forget_old() {
    find "$base"/reverted -mindepth 1 -maxdepth 1 -mtime +30 2>/dev/null | while IFS= read -r old_change; do
        remove reverted "${old_change##*/}"
    done
}
# Leaves with $heldByOther when another change is open. Two that begin in the same instant both leave: never two go on.
leave_if_held() {
    rm -rf -- "$base"/gone-*
    for other in "$base"/new/* "$base"/armed/* "$base"/reverting/* "$base"/confirmed/*; do
        [ -d "$other" ] || continue
        other_id=${other##*/} other_state=${other%/*}
        other_state=${other_state##*/}
        [ "$other_id" != "$id" ] || continue
        if [ "$other_state" = confirmed ]; then # "keep" was cut off while it cleaned up
            /bin/sh "$other/guard.sh" due "$other_id" && continue
        elif [ "$other_state" = new ] && is_abandoned; then
            release "$other"
            remove new "$other_id"
            continue
        fi
        age=0
        born "$other_state/$other_id"
        say "held $other_id $other_state $age $(word "$(cat "$other/holder" 2>/dev/null)")"
        hurry "$other" "$other_id"
        exit $heldByOther
    done
}
is_abandoned() {
    if born "new/$other_id"; then
        [ "$sameBoot" = 0 ] || [ "$age" -gt $patienceWithBegin ]
    else
        [ "$(find "$other" -maxdepth 0 -mmin +5 2>/dev/null)" ]
    fi
}
# hurry FOLDER ID: whoever looks at a change that is overdue sees to it that it returns, should its timer be gone.
hurry() {
    deadline "$1" || return 0
    now
    [ "$up" -lt $((due_at + 10)) ] || beside due "$1" "$2"
}
# beside VERB FOLDER ID: a process of its own, with the signals as they usually are.
beside() {
    (trap - HUP INT TERM PIPE && exec setsid /bin/sh "$2/guard.sh" "$1" "$3" </dev/null >/dev/null 2>&1) &
}
