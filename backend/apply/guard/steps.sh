# SPDX-FileCopyrightText: 2026 The Gatewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What each kind of step does: do_KIND of the loaded step.

# staged_place: sets $real, and $temp beside it, for the step; fails when somebody was there since "begin".
staged_place() {
    case $kind in
    write) resolve "$path" ;;
    *) resolve "${path%/*}/" && real=$real/${path##*/} ;;
    esac
    place=$real
    recall "$n" && [ "$real" = "$place" ] || { tell "$path leads elsewhere now" && return 1; }
    temp=${real%/*}/.gw-$id-$n
    look "$real"
    [ "$seen" = "$once" ] || { tell "$path was changed in the meantime" && return 1; }
}
make_folders() {
    folder_of "$real"
    made=0
    while [ "$folder" != "${real%/*}" ]; do
        made_rest=${real#"${folder%/}"/}
        folder=${folder%/}/${made_rest%%/*}
        made=$((made + 1))
        put "$t/made/$n.$made" "$folder"
        mkdir -- "$folder" || return 1
        # As the file, and who may read that may enter.
        chown -- "${owner:-root}:${group:-root}" "$folder" &&
            chmod "$(printf %o $((0${mode:-644} | ((0${mode:-644} & 0444) >> 2))))" "$folder" || return 1
    done
}
give_attributes() { # PATH; chown first: it clears setuid
    [ -z "$owner" ] || chown -- "$owner:$group" "$1" || return 1
    [ -z "$mode" ] || chmod "$mode" "$1"
}

do_write() {
    staged_place && make_folders || return 1
    if [ -e "$t/inplace/$n" ]; then
        put "$t/now/$n" '?' && flush "$t/now/$n" || return 1
        cat "$t/new/$n" >"$real" && give_attributes "$real" && flush "$real" && note_now "$n"
        return
    fi
    (set -C && true >"$temp") || return 1
    if [ "$seen" != missing ]; then
        # busybox has no --attributes-only: there owner and mode are kept, access lists are not.
        cp --attributes-only --preserve=all -- "$real" "$temp" 2>/dev/null || cp -p -- "$real" "$temp" || return 1
    fi
    cat "$t/new/$n" >"$temp" && give_attributes "$temp" || return 1
    [ "$seen" != missing ] || restorecon -- "$temp" 2>/dev/null
    before=$seen
    look "$temp"
    case $seen in file:"$hash":*) ;; *) tell "$temp was not written whole" && return 1 ;; esac
    flush "$temp"
    put "$t/now/$n" "$seen" && flush "$t/now/$n" || return 1
    look "$real" # as late as can be
    [ "$seen" = "$before" ] || { tell "$path was changed in the meantime" && return 1; }
    if [ "$before" = missing ]; then
        ln -T -- "$temp" "$real" 2>/dev/null || { [ ! -e "$real" ] && cp -p -- "$temp" "$real"; } || return 1
        rm -f -- "$temp"
    else
        mv -fT -- "$temp" "$real" || return 1
    fi
    flush "${real%/*}"
}
do_remove() {
    staged_place || return 1
    put "$t/now/$n" missing
    rm -f -- "$real" && flush "${real%/*}"
}
do_link() {
    staged_place && make_folders || return 1
    ln -s -- "$target" "$temp" || return 1
    before=$seen
    look "$temp"
    put "$t/now/$n" "$seen"
    if [ "$before" = missing ]; then
        [ ! -e "$real" ] && [ ! -L "$real" ] || return 1
    fi
    mv -fT -- "$temp" "$real" && flush "${real%/*}"
}
do_attributes() {
    resolve "$path"
    place=$real
    recall "$n" && [ "$real" = "$place" ] && look_at_mode "$real" && [ "$seen" = "$once" ] ||
        { tell "$path was changed in the meantime" && return 1; }
    put "$t/now/$n" '?' && give_attributes "$real" && look_at_mode "$real" && put "$t/now/$n" "$seen" && flush "$real"
}
do_run() {
    bounded $patienceWithCommand /bin/sh -c "$line" || over $? $patienceWithCommand
}
over() {
    case $1 in 124 | 137) echo "It was ended after $2 s" ;; *) [ "$1" -le 1 ] || echo "exit code $1" ;; esac
    return "$1"
}
do_check() {
    case $check in
    command) bounded $patienceWithCommand /bin/sh -c "$line" ;;
    *) has "$(checker_of "$check")" && run_check "$check" ;;
    esac
}
do_wait() {
    now
    wait_end=$((up + limit))
    until bounded "$limit" /bin/sh -c "$line"; do
        now
        [ "$up" -lt $wait_end ] || { echo "It did not come within $limit s" && return 1; }
        sleep 0.3 2>/dev/null || sleep 1
        true >"$t/out" || return 1
    done
}
do_service() { service_act "$action" "$unit"; }
do_package() { package_install "$package"; }
