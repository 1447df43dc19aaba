# SPDX-FileCopyrightText: 2026 The Gatewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Begin: nothing is changed yet.

refuse() {
    say "refused $1 ${n:-0} $(word "$2")"
    exit $refused
}

# as_planned: what is at $path is what the plan saw; sets $is for the report of a conflict.
as_planned() {
    if [ -L "$path" ]; then
        is='link'
    elif [ -f "$path" ]; then
        is='file'
    elif [ -e "$path" ]; then
        is=other
    else
        is=missing
    fi
    if [ "$kind" != attributes ]; then
        [ "$is" = "$was" ] || return 1
        if [ "$is" = link ]; then
            [ "$(readlink -- "$path" && echo x)" = "$was_link${newline}x" ] || return 1
        fi
        case $kind:$is in *:missing | remove:link | link:*) return 0 ;; esac
        found_hash=$({ [ ! -e "$path" ] || cat -- "$path"; } | $hasher)
        [ "${found_hash%% *}" = "$was_hash" ] || return 1
        [ -e "$path" ] || return 0 # a link to a file that is not there yet
    fi
    attributes_of "$path" && [ "$found" = "$was_mode $was_owner $was_group" ]
}
# attributes_of PATH: sets $found to mode, owner and group, through links; numbers where there is no name.
attributes_of() {
    found=$(stat -L -c '%a %U %G %u %g' -- "$1" 2>/dev/null) || return 1
    set -- $found
    [ "$2" != UNKNOWN ] || set -- "$1" "$4" "$3" "$4" "$5"
    [ "$3" != UNKNOWN ] || set -- "$1" "$2" "$5"
    found="$1 $2 $3"
}
say_conflict() {
    attributes_of "$path" || found='0 - -'
    set -- $found
    said="conflict $n $is $1 $(word "$2") $(word "$3")"
    case $is in
    link) say "$said $(readlink -n -- "$path" | text) $(through "$path")" ;;
    file) say "$said : $(through "$path")" ;;
    *) say "$said : :" ;;
    esac
}
through() {
    if [ "$kind" != attributes ] && [ -f "$1" ]; then
        head -c $((4 * MiB)) <"$1" | text
    else
        printf :
    fi
}

# must_be_writable PATH: by trying, where nothing is lost by it.
must_be_writable() {
    folder_of "$1"
    writable_probe=$folder/.gw-$id
    said=$({ true >"$writable_probe" && rm -f -- "$writable_probe"; } 2>&1) || refuse_writing "$1" "$folder: $said"
    [ -f "$1" ] && [ ! -L "$1" ] || return 0
    must_be_mutable "$1"
    said=$({ true >>"$1"; } 2>&1) || case $said in
    *busy*) ;; # a program that runs: replaced, never written to
    *) refuse_writing "$1" "$1: $said" ;;
    esac
}
must_be_mutable() {
    flags=$(lsattr -d -- "$1" 2>/dev/null | head -n 1)
    case ${flags%% *} in *[ai]*) refuse immutable "$1" ;; esac
}
refuse_writing() {
    case $2 in
    *ead-only*) refuse readonly "$1" ;;
    *'not permitted'*) refuse immutable "$1" ;;
    *'o space'*) refuse full "$1" ;;
    *) refuse unwritable "$2" ;;
    esac
}

# remember K PATH: what look() has $seen there; recall K sets $real and $once.
remember() { put "$t/was/$1" "$seen$newline$2"; }
recall() { get "$t/was/$1" && once=${got%%"$newline"*} real=${got#*"$newline"}; }
# protect K PATH: keeps what is there, with all attributes.
protect() {
    look "$2"
    remember "$1" "$2"
    case $seen in
    link:* | file:*) said=$(cp -a -- "$2" "$t/old/$1" 2>&1) || refuse_writing "$2" "$said" ;;
    missing) ;;
    *) refuse irregular "$2" ;;
    esac
    # A second name of the file, or a file mounted by itself as containers do: both would be lost by a rename.
    case $seen in
    file:*)
        if [ "$(stat -c %h -- "$2")" -gt 1 ] || grep -qF -- " $2 " /proc/self/mountinfo; then
            true >"$t/inplace/$1"
        fi
        ;;
    esac
}

prepare() {
    case $kind in
    write | remove | link | attributes)
        if ! as_planned; then
            say_conflict
            conflicts=1
            return
        fi
        ;;
    esac
    case $kind in
    write)
        resolve "$path"
        must_be_writable "$real"
        protect "$n" "$real"
        case $seen in link:*) refuse irregular "$real" ;; esac # a link that leads to itself
        said=$($hasher <"$t/new/$n") && [ "${said%% *}" = "$hash" ] || refuse damaged "$path"
        ;;
    remove | link)
        resolve "${path%/*}/"
        real=$real/${path##*/}
        must_be_writable "$real"
        protect "$n" "$real"
        ;;
    attributes)
        resolve "$path"
        look_at_mode "$real"
        remember "$n" "$real"
        must_be_mutable "$real"
        ;;
    run)
        touch=0
        while [ $touch -lt "$touches" ]; do
            touch=$((touch + 1))
            eval "resolve \"\$touch_$touch\""
            protect "$n.$touch" "$real"
        done
        ;;
    package) [ "$(package_manager)" ] || refuse packages "$package" ;;
    service) # as it is now: what somebody else does to it later is not ours to repeat
        [ -z "$unit" ] || { service_look "$unit" && echo "$active $enabled" >"$t/service/$unit"; }
        ;;
    esac
    if [ "$firewall" = 1 ] && [ ! -e "$t/firewall-files" ]; then
        firewall_files >"$t/firewall-files"
        touch=0
        while IFS= read -r real; do
            touch=$((touch + 1))
            protect "fw.$touch" "$real"
        done <"$t/firewall-files"
    fi
}

# Room for the way back, on each file system, taken before the first change and given back first thing.
reserve() {
    echo "$(stat -c %d -- "$t") $MiB 0 -" >"$t/sizes"
    for k in "$t"/was/*; do
        k=${k##*/}
        recall "$k" || continue
        folder_of "$real"
        old=0 new=0
        [ -f "$t/old/$k" ] && old=$(stat -c %s -- "$t/old/$k")
        [ -f "$t/new/$k" ] && new=$(stat -c %s -- "$t/new/$k")
        echo "$(stat -c %d -- "$folder") $((old + 8192)) $new $k" >>"$t/sizes"
    done
    awk '{ old[$1] += $2; new[$1] += $3; if (!($1 in key)) key[$1] = $4 }
        END { for (d in old) print old[d], new[d], key[d] }' "$t/sizes" >"$t/reserves"
    i=0
    while read -r old new k; do
        i=$((i + 1))
        where=$t
        [ "$k" = - ] || { recall "$k" && folder_of "$real" && where=$folder; }
        put "$t/reserve/$i" "$where/.gw-$id-reserve" || refuse full "$base"
        # Random, because some file systems store nothing for zeros.
        head -c "$old" /dev/urandom 2>/dev/null >"$where/.gw-$id-reserve" || refuse full "$where"
        free=$(df -Pk -- "$where" | awk 'END { print $4 }')
        [ "$((free * 1024))" -gt "$((new + 65536))" ] || refuse full "$where"
    done <"$t/reserves"
}
release() { # [FOLDER of the change]
    for release_file in "${1:-$t}"/reserve/*; do
        get "$release_file" && rm -f -- "$got" "$release_file"
    done
    return 0
}

begin() {
    t=$base/new/$id
    trap 'release; remove new' EXIT
    [ "$(id -u)" = 0 ] || refuse root ''
    for tool in base64 readlink stat awk find setsid sync head; do
        has "$tool" || refuse tool "$tool"
    done
    now
    echo "$(date +%s) $up $(boot)" >"$t/born" || refuse full "$base"
    leave_if_held
    forget_old
    say 'phase preparing'
    . "$t/plan.sh"
    put "$t/holder" "$holder"
    mkdir "$t/was" "$t/old" "$t/now" "$t/made" "$t/reserve" "$t/inplace" "$t/service"
    mkdir -p "$t/new" "$base/armed" "$base/reverting" "$base/confirmed" "$base/reverted"
    conflicts=0 n=0
    while [ $n -lt "$steps" ]; do
        load $((n + 1))
        prepare
    done
    [ $conflicts = 0 ] || exit $conflict
    n=0
    reserve
    if [ "$checks" ]; then
        say 'phase checking'
        check_aside
    fi
    # What the way back needs; what is staged is needed by nobody after a power cut.
    flush_all "$t/old" "$t/was" "$t/plan.sh" "$t/guard.sh" "$t/born" && flush "$t" "$base/new" "$base"
    trap - EXIT
    say prepared
}
