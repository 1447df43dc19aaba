# SPDX-FileCopyrightText: 2026 The Gatewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# gatewright-guard: makes one change on this server and holds its way back. POSIX sh (dash, bash, busybox ash), as root.
#
#   sh guard.sh VERB ID [SECONDS]
#
# A copy lies beside plan.sh in the folder of its change: a timer, a boot and a second login need nothing else. Where that
# folder lies is the state of the change. rename(2) moves it, so that of two who move it one comes too late:
#
#   new/ID --switch--> armed/ID --keep--> confirmed/ID, gone
#                      armed/ID --due, undo, recover, a failed step--> reverting/ID --> reverted/ID --forget--> gone
#
# In that folder N is the number of a step and K that of a protected path (N; N.1, N.2 ...; fw.1 ... for the firewall's):
#
#   plan.sh               step_N sets what the step is
#   was/K  old/K          what was there, in one word (look), and the real path; the thing itself with all attributes
#   new/N                 the content to come
#   now/K                 what we left there, in one word: anything else that is found there is somebody else's
#   progress              numbers of the steps that have begun; on disk before each of them
#   results remarks       what is told to whoever asks
#
# Answers are lines of words; a word that begins with ":" is base64. GW_BASE is another place than /var/lib/gatewright, for
# trying things out: then nothing is written outside of it but the plan's own files.

# shellcheck disable=SC2086,SC2046 # words are split where no quotes stand: lists of numbers and of our own words
# shellcheck disable=SC2154,SC1091,SC2034 # step_N of plan.sh sets and the verbs read these variables
# shellcheck disable=SC2015 # "a && b || c" means "unless both hold"
set -u
umask 077
IFS=' 	
'
newline='
'
LC_ALL=C LANG=C LANGUAGE='' SYSTEMD_PAGER='' SYSTEMD_COLORS=0 DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1
PATH=$PATH:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export LC_ALL LANG LANGUAGE SYSTEMD_PAGER SYSTEMD_COLORS DEBIAN_FRONTEND NEEDRESTART_SUSPEND PATH
unset CDPATH ENV BASH_ENV POSIXLY_CORRECT GREP_OPTIONS
cd / || exit 1

verb=${1:-} id=${2:-} seconds=${3:-}
usual=/var/lib/gatewright
base=${GW_BASE:-$usual}
units=/etc/systemd/system
cron=/etc/cron.d/gatewright-$id
bootUnit=gatewright-recover-$id.service
case $id in '' | -* | *[!a-z0-9-]*) echo 'guard.sh: which change?' >&2 && exit 64 ;; esac

# Exit codes, as the program knows them.
unknown=66 refused=69 heldByOther=75 unfinished=74 conflict=78 tooLate=79 checkFailed=65 cameBack=70

MiB=1048576
mostText=65536             # of a command's output
patienceWithService=90     # seconds
patienceWithCommand=120
patienceWithPackage=300
patienceWithBegin=300      # a change that was prepared and never begun stops being in the way after this

# ---- words -----------------------------------------------------------------------------------------------------------

has() { command -v "$1" >/dev/null 2>&1; }
tell() { printf '%s\n' "$*"; }
say() { tell "$*" 2>/dev/null || :; } # whoever listens may be gone
text() { printf : && base64 | tr -d '\n'; }
word() { printf %s "$1" | text; }
put() { printf %s "$2" >"$1"; }
get() { got=$(cat "$1" 2>/dev/null && echo x) && got=${got%x}; }
nap() { sleep 0.1 2>/dev/null || sleep 1; }
now() { read -r up _ </proc/uptime && centiseconds=${up%.*}${up#*.} up=${up%.*}; } # no clock that anybody can set
boot() { cat /proc/sys/kernel/random/boot_id; }
flush() { sync -- "$@" 2>/dev/null || sync; }
flush_all() { find "$@" -exec sync -- {} + 2>/dev/null || sync; }
installed() { [ "$base" = "$usual" ]; }
systemd() { [ -d /run/systemd/system ] && has systemctl; }

if has sha256sum; then
    hasher=sha256sum
elif has openssl; then
    hasher='openssl dgst -sha256 -r'
else
    hasher='shasum -a 256'
fi
if timeout -k 1 5 true 2>/dev/null; then
    patient='timeout -k 10'
elif timeout 5 true 2>/dev/null; then
    patient=timeout
else
    patient=
fi

# bounded SECONDS COMMAND...: with the signals as they usually are, so that a service started by it can be ended.
bounded() (
    trap - HUP INT TERM PIPE
    limit=$1
    shift
    if [ "$patient" ]; then
        exec $patient "$limit" "$@" </dev/null
    else
        exec "$@" </dev/null
    fi
)

# look PATH: sets $seen to what is there, in one word; links are not followed.
look() {
    if [ -L "$1" ]; then
        seen=$(readlink -- "$1" | $hasher) seen=link:${seen%% *}
    elif [ -f "$1" ]; then
        seen=$($hasher <"$1") seen=file:${seen%% *}:$(stat -c %a:%u:%g -- "$1")
    elif [ -d "$1" ]; then
        seen=folder
    elif [ -e "$1" ]; then
        seen=other
    else
        seen=missing
    fi
}
look_at_mode() { seen=mode:$(stat -L -c %a:%u:%g -- "$1" 2>/dev/null); }

# resolve PATH: sets $real, without links; folders that do not exist yet stay as they are named.
resolve() {
    resolve_from=$1
    resolve_rest=
    until real=$(readlink -f -- "$resolve_from" && echo x); do
        resolve_rest=/${resolve_from##*/}$resolve_rest
        resolve_from=${resolve_from%/*}
        [ "$resolve_from" ] || resolve_from=/
    done
    real=${real%?x}
    real=${real%/}$resolve_rest
}
# folder_of PATH: sets $folder to the deepest folder above it that exists.
folder_of() {
    folder=${1%/*}
    while [ "$folder" ] && [ ! -d "$folder" ]; do folder=${folder%/*}; done
    folder=${folder:-/}
}

load() {
    kind='' path='' critical=0 was='' was_hash='' was_mode='' was_owner='' was_group='' was_link='' hash='' mode=''
    owner='' group='' target='' package='' line='' undo='' undoable=0 firewall=0 touches=0 unit='' action='' check=''
    aside=0 limit=0 name=''
    n=$1
    "step_$n"
}

# ---- processes -------------------------------------------------------------------------------------------------------

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

# ---- where a change is -----------------------------------------------------------------------------------------------

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

# ---- begin: nothing is changed yet -----------------------------------------------------------------------------------

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
    said=$({ : >"$writable_probe" && rm -f -- "$writable_probe"; } 2>&1) || refuse_writing "$1" "$folder: $said"
    [ -f "$1" ] && [ ! -L "$1" ] || return 0
    must_be_mutable "$1"
    said=$({ : >>"$1"; } 2>&1) || case $said in
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
            : >"$t/inplace/$1"
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
release() {
    for release_file in "$t"/reserve/*; do
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

# ---- checks, on the staged files and on the real ones ----------------------------------------------------------------

# run_check sshd|nginx|sudoers [MAIN-FILE]
run_check() {
    case $1 in
    sshd)
        made_folder=
        [ -d /run/sshd ] || { mkdir -m 0755 /run/sshd && made_folder=1; } # sshd insists; socket activation removes it
        bounded 30 "$(command -v sshd)" -t ${2:+-f "$2"}
        set -- $?
        [ -z "$made_folder" ] || rmdir /run/sshd 2>/dev/null
        return "$1"
        ;;
    nginx) bounded 60 nginx -t ${2:+-c "$2"} ;;
    sudoers) bounded 30 visudo -c ${2:+-f "$2"} ;;
    esac
}
checker_of() {
    case $1 in
    sudoers) echo visudo ;;
    *) echo "$1" ;;
    esac
}

# The folders that the staged files belong to, copied and changed as the plan will change them.
build_trees() {
    mkdir "$t/trees" || return 1
    trees=0 n=0
    while [ $n -lt "$steps" ]; do
        load $((n + 1))
        case $kind in write | remove | link) ;; *) continue ;; esac
        recall "$n"
        case $real in
        /etc/*/*) top=${real#/etc/} top=/etc/${top%%/*} ;;
        *) top=$real ;; # a file by itself, like sudoers
        esac
        [ -e "$top" ] || continue
        tree=$trees
        while [ $tree -gt 0 ]; do
            get "$t/trees/$tree.top" && [ "$got" = "$top" ] && break
            tree=$((tree - 1))
        done
        if [ $tree = 0 ]; then
            size=$(du -sk -- "$top" 2>/dev/null | cut -f 1)
            [ "${size:-999999}" -le 65536 ] || return 1
            trees=$((trees + 1))
            tree=$trees
            put "$t/trees/$tree.top" "$top"
            cp -a -- "$top" "$t/trees/$tree" || return 1
        fi
        staged=$t/trees/$tree${real#"$top"}
        case $kind in
        write)
            mkdir -p "${staged%/*}"
            cat "$t/new/$n" >"$staged" && give_attributes "$staged" || return 1
            ;;
        remove) rm -f -- "$staged" ;;
        link)
            rm -f -- "$staged"
            mkdir -p "${staged%/*}"
            ln -s -- "$target" "$staged"
            ;;
        esac
    done
    [ $trees -gt 0 ]
}

# In a mount namespace of its own the staged folders stand where the real ones are; where the kernel refuses that, in
# copies whose own paths are rewritten.
check_aside() {
    if build_trees; then
        unshare -m /bin/sh "$t/guard.sh" aside "$id" 2>/dev/null
        aside_code=$?
        case $aside_code in
        0) ;;
        "$checkFailed") exit $checkFailed ;;
        *) check_copies ;;
        esac
    fi
    rm -rf -- "$t/trees"
}
aside() {
    t=$base/new/$id
    . "$t/plan.sh"
    mount --make-rprivate / || exit 90
    for file in "$t"/trees/*.top; do
        get "$file"
        mount --bind "${file%.top}" "$got" || exit 90
    done
    for check in $checks; do
        has "$(checker_of "$check")" || continue
        run_check "$check" >"$t/out" 2>&1 || report_check
    done
    exit 0
}
report_check() {
    say "checkfailed $check $(head -c $mostText <"$t/out" | text)"
    exit $checkFailed
}
check_copies() {
    for file in "$t"/trees/*.top; do
        get "$file"
        find "${file%.top}" -type f -exec grep -Il . {} + 2>/dev/null | while read -r copy; do
            sed -i "s#$got/#${file%.top}/#g" "$copy"
        done
        for check in $checks; do
            case $check:$got in
            sshd:/etc/ssh) main=${file%.top}/sshd_config ;;
            nginx:/etc/nginx) main=${file%.top}/nginx.conf ;;
            sudoers:/etc/sudoers) main=${file%.top} ;;
            *) continue ;;
            esac
            has "$(checker_of "$check")" || continue
            run_check "$check" "$main" >"$t/out" 2>&1 || report_check
        done
    done
}

# ---- arming ----------------------------------------------------------------------------------------------------------

# What a timer or a boot runs, wherever the change has got to by then; without "$" and "%", which systemd would read, and
# without ";", which systemd 252 escapes in the unit of a timer and no longer understands after a daemon-reload.
launcher() {
    for launcher_state in armed reverting confirmed; do
        printf 'cd %s/%s/%s 2>/dev/null || ' "$base" $launcher_state "$id"
    done
    printf 'exit 0 && exec /bin/sh ./guard.sh %s %s' "$1" "$id"
}

arm_boot() {
    booted=none
    installed || return 0
    if systemd; then
        (umask 022 && mkdir -p "$units/sysinit.target.wants")
        cat >"$units/$bootUnit" <<EOF
[Unit]
Description=Gatewright: take back the change $id, which nobody confirmed
DefaultDependencies=no
RequiresMountsFor=$base /etc
After=local-fs.target systemd-remount-fs.service
Before=sysinit.target network-pre.target systemd-networkd.service NetworkManager.service networking.service
Before=ufw.service firewalld.service nftables.service iptables.service netfilter-persistent.service
Before=ssh.service ssh.socket sshd.service sshd.socket
Conflicts=shutdown.target
Before=shutdown.target

[Service]
Type=oneshot
ExecStart=/bin/sh -c "$(launcher recover)"
TimeoutStartSec=120
EOF
        chmod 0644 "$units/$bootUnit" && ln -sf "../$bootUnit" "$units/sysinit.target.wants/$bootUnit" || return 1
        flush "$units/$bootUnit" "$units" "$units/sysinit.target.wants"
        booted=unit
    elif cron_runs; then
        echo "@reboot root /bin/sh -c '$(launcher due)'" >"$cron" && chmod 0644 "$cron" && flush "$cron" "${cron%/*}" && booted=cron
    fi
    return 0
}
# busybox's crond knows neither /etc/cron.d nor @reboot.
cron_runs() {
    [ -d "${cron%/*}" ] || return 1
    for cron_process in /proc/[0-9]*; do
        case $(readlink "$cron_process/exe" 2>/dev/null) in */cron | */crond | */cronie) return 0 ;; esac
    done
    return 1
}

# arm SECONDS: a new timer is seen to run before an old one is ended.
arm() {
    now
    arm_due=$((up + $1))
    timer=0
    [ ! -s "$t/timer" ] || read -r timer <"$t/timer"
    if arm_timer "$1" && systemctl is-active --quiet "$arm_unit.timer"; then
        tell "$arm_due" >"$t/deadline.new" && mv -f "$t/deadline.new" "$t/deadline" || return 1
        [ "$timer" = 0 ] || systemctl stop --quiet "gatewright-$id-$timer.timer" 2>/dev/null
        echo $((timer + 1)) >"$t/timer"
        mode_of_guard=systemd
    else
        tell "$arm_due" >"$t/deadline.new" && mv -f "$t/deadline.new" "$t/deadline" || return 1
        arm_process || return 1
        mode_of_guard=process
    fi
    flush "$t" "$t/deadline"
}
arm_timer() { # SECONDS [OPTION of systemd-run ...]
    installed && systemd && has systemd-run || return 1
    arm_unit=gatewright-$id-$((timer + 1)) arm_seconds=$1
    shift
    # Restart: a return that somebody kills half-way begins again.
    systemd-run --quiet "$@" --unit="$arm_unit" --description="Gatewright: take back the change $id" \
        --on-active="${arm_seconds}s" --timer-property=AccuracySec=100ms \
        --property=Restart=on-failure --property=RestartSec=3 /bin/sh -c "$(launcher due)" >/dev/null 2>&1
}
arm_process() {
    alive "$t/watcher" && return 0
    beside watch "$t" "$id"
    for arm_try in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
        nap
        alive "$t/watcher" && return 0
    done
    return 1
}
# Without systemd this process is the timer. It takes no signal that a logout sends.
watch() {
    trap '' HUP INT TERM
    locate && itself >"$t/watcher"
    while locate && [ "$state" = armed ]; do
        due
        sleep 1
    done
}

disarm() {
    release
    [ ! -s "$t/timer" ] || read -r timer <"$t/timer"
    if installed; then
        rm -f -- "$units/$bootUnit" "$units/sysinit.target.wants/$bootUnit" "$cron"
        rmdir "$units/sysinit.target.wants" 2>/dev/null
        if systemd; then
            flush "$units"
            i=${timer:-0}
            while [ "$i" -gt 0 ]; do
                systemctl stop --quiet "gatewright-$id-$i.timer" 2>/dev/null
                i=$((i - 1))
            done
            # At boot systemd is left alone; it forgets the unit when it next reads its files.
            [ "$verb" = recover ] || case $(systemctl show -p LoadState "$bootUnit" 2>/dev/null) in
            *=loaded) systemctl daemon-reload ;;
            esac
        fi
    fi
    if alive "$t/watcher" && [ "$alive_pid" != $$ ]; then
        kill -KILL "$alive_pid" 2>/dev/null
    fi
}

# ---- switch: the steps, one after the other --------------------------------------------------------------------------

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
    move new armed || exit $unknown
    trap - EXIT
    itself >"$t/switching"
    say 'phase arming'
    if ! { arm_boot && arm "$window"; }; then
        move armed new && disarm && release && remove new
        refuse arm ''
    fi
    put "$t/booted" "$booted"
    say_armed
    n=0
    while [ $n -lt "$steps" ]; do
        load $((n + 1))
        # Where this fails, somebody else has taken the change back.
        echo $n >>"$t/progress" && flush "$t/progress" || exit $cameBack
        say "step $n begin"
        now
        step_began=$centiseconds
        outcome="done"
        { note_before && "do_$kind"; } >"$t/out" 2>&1 || outcome=failed
        note_after
        now
        { output && tell "step $n $outcome $(((centiseconds - step_began) * 10))"; } >"$t/said"
        cat "$t/said" >>"$t/results" || exit $cameBack
        while read -r said; do say "$said"; done <"$t/said"
        [ $outcome != failed ] || give_up "step $n"
    done
    now
    deadline "$t" && [ $((due_at - up)) -ge $((window - 2)) ] || arm "$window" || give_up arm
    : >"$t/ready"
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

# What the way back has to know of a step before it runs. "?": from now on nobody can tell whose a file is.
note_before() {
    case $kind in
    run)
        touch=0
        while [ $touch -lt "$touches" ]; do
            touch=$((touch + 1))
            put "$t/now/$n.$touch" '?'
        done
        [ "$firewall" = 0 ] || firewall_keep
        ;;
    package) packages >"$t/packages.$n" ;;
    service)
        echo "$action $unit" >>"$t/acted"
        [ -z "$unit" ] || [ -e "$t/service/$unit" ] ||
            { service_look "$unit" && echo "$active $enabled" >"$t/service/$unit"; }
        ;;
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
    (set -C && : >"$temp") || return 1
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
        : >"$t/out" || return 1
    done
}
do_service() { service_act "$action" "$unit"; }
do_package() { package_install "$package"; }

# ---- services --------------------------------------------------------------------------------------------------------

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
            case $(systemctl is-enabled -- "$1" 2>/dev/null) in enabled) enabled=yes ;; disabled) enabled=no ;; esac
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
    seen_units=' '
    while read -r _ unit; do
        case "$seen_units" in *" $unit "*) continue ;; esac
        [ "$unit" ] || continue
        seen_units="$seen_units$unit "
        service_back "$unit" >"$t/out" 2>&1 || soft "service $(word "$unit")"
    done <"$t/acted"
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
        service_may_load "$1" && service_act start "$1"
        return
    fi
    [ "$early" = 0 ] || return 0 # it was started with the old files
    if grep -qxF "restart $1" "$t/acted"; then
        service_may_load "$1" && service_act restart "$1"
    elif grep -qxF "reload $1" "$t/acted"; then
        service_may_load "$1" && service_act reload "$1"
    fi
}

# ---- packages --------------------------------------------------------------------------------------------------------

package_manager() {
    for package_program in apt-get dnf yum apk pacman; do
        has $package_program && echo $package_program && return
    done
}
packages() {
    case $(package_manager) in
    apt-get) dpkg-query -W -f '${db:Status-Status} ${binary:Package}\n' | sed -n 's/^installed //p' ;;
    dnf | yum) rpm -qa --qf '%{NAME}.%{ARCH}\n' ;;
    apk) apk info 2>/dev/null ;;
    pacman) pacman -Qq ;;
    esac | sort -u
}
package_install() {
    case $(package_manager) in
    apt-get)
        set -- -y -o DPkg::Lock::Timeout=120 -o Dpkg::Options::=--force-confold install "$1"
        bounded $patienceWithPackage apt-get "$@" && return
        bounded $patienceWithPackage apt-get -o DPkg::Lock::Timeout=120 update && # its lists were too old
            bounded $patienceWithPackage apt-get "$@"
        ;;
    dnf) bounded $patienceWithPackage dnf -y install "$1" ;;
    yum) bounded $patienceWithPackage yum -y install "$1" ;;
    apk) bounded $patienceWithPackage apk add "$1" ;;
    pacman) bounded $patienceWithPackage pacman -S --noconfirm --needed "$1" ;;
    esac
}
# package_remove N: what step N installed and nothing that was there. What it replaced by a newer version stays newer.
package_remove() {
    [ -e "$t/packages.$1" ] || return 0
    if [ "$(package_manager)" = apt-get ]; then
        bounded $patienceWithPackage dpkg --configure -a --force-confold
    fi
    [ -e "$t/installed.$1" ] || packages | grep -vxFf "$t/packages.$1" >"$t/installed.$1"
    set --
    packages >"$t/packages.now"
    while read -r new_package; do
        ! grep -qxF -- "$new_package" "$t/packages.now" || set -- "$@" "$new_package"
    done <"$t/installed.$n"
    [ $# -gt 0 ] || return 0
    case $(package_manager) in
    apt-get) bounded $patienceWithPackage apt-get -y -o DPkg::Lock::Timeout=120 purge "$@" ;;
    dnf | yum) bounded $patienceWithPackage rpm -e "$@" ;;
    apk) bounded $patienceWithPackage apk del "$@" ;;
    pacman) bounded $patienceWithPackage pacman -R --noconfirm "$@" ;;
    esac
}

# ---- the firewall in the kernel --------------------------------------------------------------------------------------

firewall_files() {
    find /etc/ufw /etc/default/ufw /etc/firewalld /etc/nftables.conf /etc/nftables /etc/iptables /etc/sysconfig/iptables \
        /etc/sysconfig/ip6tables /etc/sysconfig/nftables.conf -type f 2>/dev/null | head -n 500
}
# tool_of 4|6 nft|legacy: the program for iptables of that kind, if there is one.
tool_of() {
    case $1 in 4) tool=iptables ;; *) tool=ip6tables ;; esac
    if has "$tool-$2-save"; then
        tool=$tool-$2
    else
        case $2:$($tool -V 2>/dev/null) in
        nft:*nf_tables* | legacy:*legacy*) ;;
        *) return 1 ;;
        esac
    fi
}
legacy_tables() { # 4|6
    case $1 in 4) cat /proc/net/ip_tables_names ;; *) cat /proc/net/ip6_tables_names ;; esac 2>/dev/null
}
firewall_keep() {
    [ ! -d "$t/firewall" ] || return 0
    fw=$t/firewall-new
    rm -rf -- "$fw"
    mkdir "$fw"
    echo "$n" >"$fw/step"
    if has nft && nft list tables >"$fw/tables" 2>/dev/null; then
        i=0
        while read -r _ family table; do
            i=$((i + 1))
            nft list table "$family" "$table" >"$fw/table.$i" 2>/dev/null
            nft -s list table "$family" "$table" >"$fw/still.$i" 2>/dev/null
        done <"$fw/tables"
    fi
    for v in 4 6; do
        ! tool_of $v nft || "$tool-save" -c >"$fw/nft$v" 2>/dev/null
        [ -z "$(legacy_tables $v)" ] || ! tool_of $v legacy || "$tool-save" -c >"$fw/legacy$v" 2>/dev/null
    done
    # `ufw enable` sets these and `ufw disable` leaves them.
    sed -n 's|^\(net/[a-z0-9_/.-]*\)=.*|\1|p' /etc/ufw/sysctl.conf 2>/dev/null | while read -r key; do
        [ ! -r "/proc/sys/$key" ] || echo "$key $(cat "/proc/sys/$key")"
    done >"$fw/sysctl"
    for unit in firewalld.service nftables.service; do
        service_look "$unit"
        echo "$active $enabled $unit"
    done >"$fw/units"
    for k in "$t"/was/fw.*; do
        [ ! -e "$k" ] || put "$t/now/${k##*/}" '?'
    done
    mv -T -- "$fw" "$t/firewall" && flush "$t/firewall/step" "$t/firewall" "$t"
}
firewall_note() {
    for k in "$t"/was/fw.*; do
        [ ! -e "$k" ] || note_now "${k##*/}"
    done
    firewall_files | grep -vxFf "$t/firewall-files" >"$t/firewall-made"
}

firewall_units_back() {
    while read -r was_active was_enabled unit; do
        service_look "$unit"
        [ "$was_enabled $enabled" != 'no yes' ] || service_act disable "$unit"
        [ "$was_enabled $enabled" != 'yes no' ] || service_act enable "$unit"
        [ "$was_active $active" != 'no yes' ] || service_act stop "$unit"
        [ "$was_active $active" != 'yes no' ] || service_act start "$unit"
        case $was_active:$active:$unit in yes:yes:firewalld.service) bounded 60 firewall-cmd --reload ;; esac
    done <"$fw/units"
}
# still FAMILY TABLE I: it is as it was; counters do not count.
still() { nft -s list table "$1" "$2" 2>/dev/null | cmp -s - "$fw/still.$3"; }
# rules_of TABLE: of what iptables-save prints, without counters and in whatever order its chains come.
rules_of() {
    awk -v table="*$1" '$0 == table { on = 1; next } /^COMMIT/ { on = 0 } on' |
        sed 's/^\[[0-9:]*\] //; s/ \[[0-9:]*\]$//' | sort -s -k1,1 -k2,2
}
# Tables of iptables hold what nft cannot read back.
of_iptables() { # FAMILY TABLE: sets $v and $tool
    case $1 in ip) v=4 ;; ip6) v=6 ;; *) return 1 ;; esac
    tool_of $v nft && grep -qx "\*$2" "$fw/nft$v" 2>/dev/null && ! grep -q "incompatible.*$2" "$fw/nft$v"
}
unchanged() { # FAMILY TABLE I
    still "$1" "$2" "$3" && return
    of_iptables "$1" "$2" && [ "$("$tool-save" -t "$2" | rules_of "$2")" = "$(rules_of "$2" <"$fw/nft$v")" ]
}
table_back() { # FAMILY TABLE I
    if of_iptables "$1" "$2"; then
        "$tool-restore" -c -T "$2" <"$fw/nft$v" && unchanged "$1" "$2" "$3" && return
        nft delete table "$1" "$2"
        "$tool-restore" -c -T "$2" <"$fw/nft$v"
        return
    fi
    { printf 'table %s %s\ndelete table %s %s\n' "$1" "$2" "$1" "$2" && cat "$fw/table.$3"; } | nft -f -
}
firewall_back() {
    fw=$t/firewall
    [ ! -e "$t/firewall-made" ] || while IFS= read -r real; do rm -f -- "$real"; done <"$t/firewall-made"
    [ "$early" = 0 ] || return 0
    firewall_units_back
    if [ -e "$fw/tables" ]; then
        nft list tables | grep -vxFf "$fw/tables" | while read -r _ family table; do nft delete table "$family" "$table"; done
        i=0
        while read -r _ family table; do
            i=$((i + 1))
            unchanged "$family" "$table" $i || table_back "$family" "$table" $i
        done <"$fw/tables"
    fi
    for v in 4 6; do
        tool_of $v legacy || continue
        for table in $(legacy_tables $v); do
            if grep -qx "\*$table" "$fw/legacy$v" 2>/dev/null; then
                "$tool-restore" -c -T "$table" <"$fw/legacy$v"
            else
                "$tool" -t "$table" -S | sed -n 's/^-P \([A-Z]*\) .*/\1/p' | while read -r chain; do
                    "$tool" -t "$table" -P "$chain" ACCEPT
                done
                "$tool" -t "$table" -F && "$tool" -t "$table" -X
            fi
        done
    done
    while read -r key value; do echo "$value" >"/proc/sys/$key"; done <"$fw/sysctl"
    firewall_differs && return 1
    return 0
}
firewall_differs() {
    [ -e "$fw/tables" ] || return 1
    nft list tables | sort >"$t/tables.now"
    sort "$fw/tables" | cmp -s - "$t/tables.now" || { diff "$fw/tables" "$t/tables.now"; return 0; }
    i=0
    while read -r _ family table; do
        i=$((i + 1))
        unchanged "$family" "$table" $i || { nft -s list table "$family" "$table" | diff "$fw/still.$i" -; return 0; }
    done <"$fw/tables"
    return 1
}

# ---- the way back ----------------------------------------------------------------------------------------------------

# return_now CAUSE: under whoever holds the way back, because this login may end any moment.
return_now() {
    [ -e "$t/cause" ] || put "$t/cause" "$1"
    : >"$t/return"
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
            take_command_back >"$t/out" 2>&1 && : >"$t/undone.$n" || soft "undo $n"
        fi
        ;;
    package) package_remove "$n" >"$t/out" 2>&1 || soft "package $(word "$package")" ;;
    esac
    files_back
    if firewall_step; then
        firewall_back >"$t/out" 2>&1 || soft firewall
    fi
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
        : >"$t/troubles.new"
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
    : >"$t/complete"
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
    : >"$t/troubles.new"
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
        # A timer starts after sysinit.target, which waits for us: nothing may be waited for here.
        arm_timer 1 --no-block --property=After=multi-user.target && echo $((timer + 1)) >"$t/timer"
    fi
}

# ---- what is told ----------------------------------------------------------------------------------------------------

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
    is_ready=0
    [ ! -e "$t/ready" ] || is_ready=1
    hurry "$t" "$id"
    say "change $id $state $age $left $is_ready $(word "$title") $(word "$holder")"
    n=0
    while [ $n -lt "$steps" ]; do
        load $((n + 1))
        say "name $n $(word "$name")"
    done
    [ "$state" = armed ] || report
    say "end $id"
}

# ---- verbs -----------------------------------------------------------------------------------------------------------

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
