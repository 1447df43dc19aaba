# SPDX-FileCopyrightText: 2026 The Gatewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Verbs: what is run from outside.

case $verb in
begin) begin ;;
aside) aside ;;
switch) switch ;;
run) run ;;
watch) watch ;;
due) due ;;
recover) recover ;;
status) status ;;
keep)
    locate || exit $unknown
    case $state in
    armed)
        [ -e "$t/ready" ] || exit $unfinished
        move armed confirmed || exit $tooLate
        disarm
        remove confirmed
        ;;
    confirmed) due ;;
    new) exit $unfinished ;;
    *) exit $tooLate ;;
    esac
    say kept
    ;;
undo)
    locate || exit $unknown
    if [ "$state" = new ] && mv -T -- "$base/new/$id" "$base/new/undone-$id" 2>/dev/null; then
        t=$base/new/undone-$id
        release
        remove new "undone-$id"
        say untouched
        exit 0
    fi
    locate || exit $unknown
    case $state in armed | reverting) return_now asked ;; esac
    wait_until_returned "${seconds:-120}"
    locate || exit $unknown
    [ "$state" != confirmed ] || exit $tooLate
    report
    # Whoever took it back may not have come to its own disarm yet, and would find no timer written down any more.
    [ "$state" != reverted ] || { disarm; remove reverted; }
    ;;
extend)
    locate || exit $unknown
    case $seconds in '' | *[!0-9]*) exit 64 ;; esac
    [ "$state" = armed ] && [ ! -e "$t/return" ] || exit $tooLate
    booted=$(cat "$t/booted")
    arm "$seconds" || exit 1
    locate && [ "$state" = armed ] || exit $tooLate
    say_armed
    ;;
forget)
    locate || exit 0
    [ "$state" = reverted ] || exit $unfinished
    disarm
    remove reverted
    ;;
*) exit 64 ;;
esac
