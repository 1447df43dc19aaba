# SPDX-FileCopyrightText: 2026 The Gatewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Which processes live and which belong to the change.

# process PID: sets $started, which tells apart two processes that had the same number, and $session.
process() {
    { read -r process_line <"/proc/$1/stat"; } 2>/dev/null || return 1
    set -- ${process_line##*) }
    [ "$1" != Z ] || return 1
    session=$4 started=${20}
}
itself() { process $$ && printf '%s\n' "$$ $started"; }
# alive FILE: the process that wrote itself() there is still at work.
alive() {
    read -r alive_pid alive_started 2>/dev/null <"$1" || return 1
    process "$alive_pid" && [ "$started" = "$alive_started" ]
}
# members SESSION: sets $found to the processes of the steps. Numbers of sessions come again, hence the second look.
members() {
    found=
    for members_file in /proc/[0-9]*; do
        process "${members_file#/proc/}" && [ "$session" = "$1" ] || continue
        tr '\0' '\n' 2>/dev/null <"$members_file/environ" | grep -qx "GW_CHANGE=$id" || continue
        found="$found ${members_file#/proc/}"
    done
    [ "$found" ]
}
