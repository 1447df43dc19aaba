# SPDX-FileCopyrightText: 2026 The Gatewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What one step did, taken back: files, commands, packages, the firewall.

begun() { grep -qx "$1" "$t/progress" 2>/dev/null; }
remark() { grep -qxF -- "remark $*" "$t/remarks" 2>/dev/null || echo "remark $*" >>"$t/remarks"; }
hard() { failures=$((failures + 1)) && echo "trouble $1 $(head -c 2000 <"$t/out" | text)" >>"$t/troubles.new"; }
soft() { flaws=$((flaws + 1)) && echo "trouble $1 $(head -c 2000 <"$t/out" | text)" >>"$t/troubles.new"; }

# set_aside K PATH: somebody's edit is never thrown away.
set_aside() {
    set_aside_to=$base/aside/$id/$1-${2##*/}
    case $seen in missing | mode:*) ;; *) mkdir -p "$base/aside/$id" || return 1 ;; esac
    case $seen in
    missing) remark foreign-removed "$(word "$2")" && return ;;
    folder | other) mv -T -- "$2" "$set_aside_to" ;;
    mode:*) ;;
    *) cp -a -- "$2" "$set_aside_to" && flush "$set_aside_to" "$base/aside/$id" ;;
    esac || return 1
    case $seen in
    mode:*) remark foreign-mode "$(word "$2")" ;;
    *) remark foreign-aside "$(word "$2")" "$(word "$set_aside_to")" ;;
    esac
}

# put_back K CRITICAL: what was there is there again, or somebody else's edit that stays.
put_back() {
    recall "$1" || return 0 # never protected
    temp=${real%/*}/.gw-$id-$1
    rm -f -- "$temp"
    case $once in mode:*) look_at_mode "$real" ;; *) look "$real" ;; esac
    [ "$seen" != "$once" ] || return 0
    get "$t/now/$1" || return 0 # we never got to it
    if [ "$got" != "$seen" ] && [ "$got" != '?' ]; then
        [ "$2" = 1 ] || { remark foreign-left "$(word "$real")"; return 0; }
        set_aside "$1" "$real" || return 1
    fi
    # Somebody who may write there could lead us elsewhere.
    place=$real
    resolve "${place%/*}/"
    if [ "$real" != "${place%/*}" ]; then
        tell "${place%/*} leads elsewhere now"
        soft "file $(word "$place")"
        return 0
    fi
    real=$place
    put "$t/now/$1" '?' # half-way through, nobody could tell whose it is
    case $once in
    missing) rm -f -- "$real" ;;
    mode:*)
        set -- $(echo "${once#mode:}" | tr : ' ')
        chown -- "$2:$3" "$real" && chmod "$1" "$real" && flush "$real"
        return
        ;;
    *)
        if [ -e "$t/inplace/$1" ] && [ -f "$real" ]; then
            cat "$t/old/$1" >"$real" && cp -a --attributes-only -- "$t/old/$1" "$real" 2>/dev/null ||
                { chown -- "$(stat -c %u:%g -- "$t/old/$1")" "$real" && chmod "$(stat -c %a -- "$t/old/$1")" "$real"; } ||
                return 1
            flush "$real"
        else
            mkdir -p -- "${real%/*}" && cp -a -- "$t/old/$1" "$temp" || { rm -f -- "$temp"; return 1; }
            [ -L "$temp" ] || flush "$temp"
            mv -fT -- "$temp" "$real" || { rm -f -- "$temp"; return 1; }
        fi
        ;;
    esac
    flush "${real%/*}"
    look "$real"
    [ "$seen" = "$once" ]
}
# files_back: every path of the loaded step.
files_back() {
    case $kind in
    write | remove | link | attributes) path_back "$n" "$critical" ;;
    run)
        touch=0
        while [ $touch -lt "$touches" ]; do
            touch=$((touch + 1))
            eval "touch_critical=\$critical_$touch"
            path_back "$n.$touch" "$touch_critical"
        done
        if firewall_step; then
            for fw_key in "$t"/was/fw.*; do
                [ ! -e "$fw_key" ] || path_back "${fw_key##*/}" 1
            done
        fi
        ;;
    esac
    for made_file in "$t/made/$n."9 "$t/made/$n."8 "$t/made/$n."7 "$t/made/$n."6 "$t/made/$n."5 "$t/made/$n."4 \
        "$t/made/$n."3 "$t/made/$n."2 "$t/made/$n."1; do
        get "$made_file" && rmdir -- "$got" 2>/dev/null
    done
}
path_back() {
    put_back "$1" "$2" >"$t/out" 2>&1 || hard "file $(word "$real")"
}
firewall_step() { [ "$firewall" = 1 ] && [ "$(cat "$t/firewall/step" 2>/dev/null)" = "$n" ]; }

# take_command_back: what its undo leaves in the files of a command is ours, unless somebody else had been in them.
take_command_back() {
    ours=
    for undo_key in "$t/was/$n".* "$t"/was/fw.*; do
        undo_key=${undo_key##*/}
        case $undo_key:$firewall in fw.*:0) continue ;; esac
        recall "$undo_key" && look "$real" && get "$t/now/$undo_key" || continue
        [ "$got" = "$seen" ] || [ "$got" = '?' ] || continue
        put "$t/now/$undo_key" '?'
        ours="$ours $undo_key"
    done
    bounded $patienceWithCommand /bin/sh -c "$undo" || return 1
    for undo_key in $ours; do note_now "$undo_key"; done
}
# step_back: one step that has begun, and is safe to repeat.
step_back() {
    case $kind in
    run)
        # What a command did to the firewall went with the boot, which has made its rules from the old files.
        if [ "$undoable" = 1 ] && [ "$early:$firewall" != 1:1 ] && [ ! -e "$t/undone.$n" ]; then
            take_command_back >"$t/out" 2>&1 && true >"$t/undone.$n" || soft "undo $n"
        fi
        ;;
    package) package_remove "$n" >"$t/out" 2>&1 || soft "package $(word "$package")" ;;
    esac
    files_back
    if firewall_step; then
        firewall_back >"$t/out" 2>&1 || soft firewall
    fi
}
