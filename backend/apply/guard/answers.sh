# SPDX-FileCopyrightText: 2026 The Gatewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What is told.

report() {
    [ ! -e "$t/results" ] || cat "$t/results"
    [ ! -e "$t/remarks" ] || cat "$t/remarks"
    [ ! -e "$t/troubles" ] || cat "$t/troubles"
    said=unfinished
    [ "$state" != reverted ] || said=incomplete
    [ ! -e "$t/complete" ] || said=complete
    say "returned $said $(cat "$t/cause" 2>/dev/null)"
}
status() {
    locate || exit $unknown
    case $state in
    new | confirmed)
        [ $state = new ] || due
        exit 0
        ;;
    esac
    . "$t/plan.sh"
    age=0
    born "$state/$id"
    now
    left=0
    ! deadline "$t" || left=$((due_at - up))
    hurry "$t" "$id"
    say "change $id $state $age $left $(word "$title") $(word "$holder")"
    n=0
    while [ $n -lt "$steps" ]; do
        load $((n + 1))
        say "name $n $(word "$name")"
    done
    [ "$state" = armed ] || report
    say "end $id"
}
