# SPDX-FileCopyrightText: 2026 The Gatewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# gatewright-survey: asks a server everything in one round trip. POSIX sh (dash, bash, busybox ash).
#
#   $1  mark: a random word that no file of the server can know; it frames the answer
#   $2  folder laid out like a server's root: only its files are read, none of its commands is run; empty: this server
#
# Nothing is written: no temporary files, no caches. Secrets are masked here, before they are sent.
# The answer is a list of sections, each "#MARK [ LIMIT NAME", its bytes, "#MARK ] EXIT-CODE". A section may hold at most
# LIMIT bytes. Exit code 127: not installed, 126: needs root, 124: took too long. Sections of lanes that run side by side
# follow each other; pipes carry them, so no lane ever mixes with another.

mark=$1
root=$2
LC_ALL=C LANG=C LANGUAGE= TZ=UTC PAGER=cat SYSTEMD_PAGER= SYSTEMD_COLORS=0 NO_COLOR=1 IFS=' 	
'
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/snap/bin:/run/current-system/sw/bin
export LC_ALL LANG LANGUAGE TZ PAGER SYSTEMD_PAGER SYSTEMD_COLORS NO_COLOR PATH
unset COLUMNS CDPATH ENV BASH_ENV GREP_OPTIONS LS_COLORS POSIXLY_CORRECT
cd / || exit 1
newline='
'
uid=$(id -u)
KiB=1024
MiB=1048576

# ---- framing ---------------------------------------------------------------------------------------------------------

# section NAME LIMIT COMMAND...: what the command says on both outputs. Descriptor 4 is the answer, 3 carries the exit code.
section() {
    printf '#%s [ %s %s\n' "$mark" "$2" "$1"
    section_limit=$2
    shift 2
    section_code=$(
        { { "$@" </dev/null 2>&1 3>&- 4>&-; echo $? >&3; } | head -c "$section_limit" >&4 3>&-; } 3>&1 2>/dev/null
    )
    printf '\n#%s ] %s\n' "$mark" "${section_code:-141}"
}

# Sections whose bytes are at hand already.
say() {
    printf '#%s [ %s %s\n%s\n#%s ] %s\n' "$mark" $((8 * MiB)) "$1" "$3" "$mark" "$2"
}

live() { [ -z "$root" ]; }
has() { command -v "$1" >/dev/null 2>&1; }
is_root() { [ "$uid" = 0 ]; }

# t SECONDS COMMAND...: ends a program that takes too long (coreutils, busybox, old busybox, none at all).
if timeout -k 1 5 true 2>/dev/null; then
    t() { timeout -k 1 "$@"; }
elif timeout 5 true 2>/dev/null; then
    t() { timeout "$@"; }
elif timeout -t 5 true 2>/dev/null; then
    t() { timeout -t "$@"; }
else
    t() {
        t_seconds=$1
        shift
        "$@" &
        t_pid=$!
        (
            trap 'kill $t_sleep; exit 0' TERM
            sleep "$t_seconds" &
            t_sleep=$!
            wait $t_sleep
            kill -9 $t_pid
        ) >/dev/null 2>&1 3>&- 4>&- &
        t_guard=$!
        wait $t_pid
        t_code=$?
        kill $t_guard 2>/dev/null
        return $t_code
    }
fi

# ask LIMIT COMMAND...: what it says in $said, its exit code in $code. Never more than LIMIT bytes are kept.
ask() {
    ask_limit=$1
    shift
    said=$({ "$@" </dev/null 2>&1; echo "$newline$?"; } | head -c "$ask_limit")
    code=${said##*"$newline"}
    case $code in
    '' | *[!0-9]*) code=141 ;;
    *) said=${said%"$newline"*} said=${said%"$newline"} ;;
    esac
}

# ---- files -----------------------------------------------------------------------------------------------------------

# resolve PATH: sets $found to what may be opened. Below a folder every link is followed inside that folder, never out of it.
resolve() {
    found=$1
    live && return 0
    resolve_rest=${1#/}
    resolve_done=
    resolve_hops=0
    while [ -n "$resolve_rest" ]; do
        resolve_part=${resolve_rest%%/*}
        case $resolve_rest in
        */*) resolve_rest=${resolve_rest#*/} ;;
        *) resolve_rest= ;;
        esac
        case $resolve_part in
        '' | .) ;;
        ..) resolve_done=${resolve_done%/*} ;;
        *)
            if [ -L "$root$resolve_done/$resolve_part" ]; then
                resolve_hops=$((resolve_hops + 1))
                [ $resolve_hops -le 40 ] || return 1
                resolve_link=$(readlink "$root$resolve_done/$resolve_part") || return 1
                case $resolve_link in /*) resolve_done= ;; esac
                resolve_rest=$resolve_link/$resolve_rest
            else
                resolve_done=$resolve_done/$resolve_part
            fi
            ;;
        esac
    done
    found=$root$resolve_done
}

# there PATH: a regular file is there; $found is set.
there() {
    case $1 in *"$newline"*) return 1 ;; esac
    resolve "$1" && [ -f "$found" ]
}

# listed DIRECTORY PATTERN...: sets $names to the server's paths of what matches, one a line, sorted by the shell (C locale).
listed() {
    names=
    listed_directory=$1
    shift
    resolve "$listed_directory" || return 0
    listed_found=$found
    for listed_pattern; do
        set +f
        for listed_file in "$listed_found"/$listed_pattern; do
            case $listed_file in *"$newline"*) continue ;; esac
            { [ -e "$listed_file" ] || [ -L "$listed_file" ]; } || continue
            names=$names$listed_directory/${listed_file##*/}$newline
        done
    done
}

# start PATH: as much of a file as a program here is made to read; no configuration is longer.
start() { head -c $((2 * MiB)) <"$1"; }

# file ROLE LIMIT PATH [FILTER]: the file as a section, if it is there. The filter is a function that reads standard input.
# A file that is too long for a filter is a section of one byte, whose limit that is: it counts as cut off.
file() {
    there "$3" || return 0
    file_limit=$2
    if [ -n "$4" ] && [ -r "$found" ] && [ "$(wc -c <"$found")" -gt $((2 * MiB)) ]; then file_limit=1; fi
    printf '#%s [ %s %s.file %s\n' "$mark" $file_limit "$1" "$3"
    if [ ! -r "$found" ]; then
        file_code=126
    elif [ "$file_limit" = 1 ]; then
        echo
        file_code=0
    elif [ -n "$4" ]; then
        "$4" <"$found" 2>/dev/null | head -c "$2"
        file_code=$?
    else
        head -c "$2" <"$found"
        file_code=$?
    fi
    printf '\n#%s ] %s\n' "$mark" $file_code
    stat_paths=$stat_paths$3$newline
}

# files ROLE LIMIT [FILTER]: all of $names.
files() {
    files_list=$names
    while [ -n "$files_list" ]; do
        file "$1" "$2" "${files_list%%"$newline"*}" "$3"
        files_list=${files_list#*"$newline"}
    done
}

# closed ROLE DIRECTORY: says so when a directory may not be read, or hides behind one that may not be entered.
closed() {
    is_root && return
    resolve "$2" || return 0
    if [ -d "$found" ]; then
        [ ! -r "$found" ] || [ ! -x "$found" ] || return 0
    else
        closed_above=$found
        while [ -n "$closed_above" ] && [ ! -d "$closed_above" ]; do closed_above=${closed_above%/*}; done
        [ ! -x "${closed_above:-/}" ] || return 0
    fi
    say "$1.closed $2" 126 ''
}

# ---- secrets ---------------------------------------------------------------------------------------------------------

# mask: values of passwords, tokens and keys become ****; an empty value stays empty, a hash keeps its kind ("argon2:****").
# Words of one command line may be separated by \037 instead of blanks; those become blanks, an empty word becomes ''.
# mask nginx: for its configuration, where variables stay and only lines that can hold a secret are touched.
mask() {
    awk -v kind="$1" '
    function masked(value) {
        if (kind == "nginx" && value ~ /^(\$[A-Za-z0-9_{}]+)+$/) return value
        if (value == "" || tolower(value) ~ /^(none|null|true|false|yes|no|0|\*+)$/) return value
        if (match(value, /^(argon2|sha1|sha256|bcrypt|pbkdf2)[:_$]/)) return substr(value, 1, RLENGTH) "****"
        return "****"
    }
    # Splits off the value that `rest` starts with: sets value, quote and after.
    function take(   i, c) {
        quote = ""; value = ""; after = ""
        if (match(rest, /^([bru]|f)["\047]/)) { quote = substr(rest, 1, 2) }
        else if (match(rest, /^\\?["\047]/)) { quote = substr(rest, 1, RLENGTH) }
        if (quote != "") {
            c = substr(quote, length(quote))
            rest = substr(rest, length(quote) + 1)
            i = index(rest, c)
            if (!i) { value = rest; rest = ""; return }
            value = substr(rest, 1, i - 1)
            sub(/\\$/, "", value)
            after = c
            rest = substr(rest, i + 1)
            return
        }
        if (match(rest, whole ? "\037" : "[ \t\037;&\"\047,})]")) { value = substr(rest, 1, RSTART - 1); rest = substr(rest, RSTART) }
        else { value = rest; rest = "" }
    }
    function bare(text, pattern, least,   done) {
        done = ""
        while (match(text, pattern)) {
            if (RLENGTH >= least) done = done substr(text, 1, RSTART + 2) "****"
            else done = done substr(text, 1, RSTART + RLENGTH - 1)
            text = substr(text, RSTART + RLENGTH)
        }
        return done text
    }
    # What follows `pattern` in a line of words, up to the end of its word; after its first colon where `colon` is set.
    function hide(text, pattern, colon,   done, quote, end, word, i) {
        done = ""
        while (match(text, pattern)) {
            done = done substr(text, 1, RSTART + RLENGTH - 1); text = substr(text, RSTART + RLENGTH)
            quote = substr(text, 1, 1)
            if (index("\"\047", quote)) { done = done quote; text = substr(text, 2) } else quote = ""
            if (quote != "") end = index(text, quote)
            else end = match(text, separated ? "\037" : "[ \t;|&<>\"\047)]")
            word = end ? substr(text, 1, end - 1) : text; text = end ? substr(text, end) : ""
            i = colon ? index(word, ":") : 0
            if (i) word = substr(word, 1, i) masked(substr(word, i + 1))
            else if (!colon) word = masked(word)
            done = done word
        }
        return done text
    }
    # Programs that take a password as a word of their command line.
    function commands(text) {
        separated = index(text, "\037")
        if (text ~ /mysql|mariadb/) text = hide(text, "[ \t\037]-p", 0)
        if (text ~ /sshpass/) text = hide(text, "sshpass[ \t\037]+-p[ \t\037]*", 0)
        if (text ~ /redis-cli|valkey-cli/) text = hide(text, "[ \t\037]-a[ \t\037]+", 0)
        if (text ~ /(docker|podman)[ \t\037].*login/) text = hide(text, "[ \t\037]-p[ \t\037]*", 0)
        if (text ~ /curl|wget|http/) text = hide(text, "[ \t\037](-u|-U|--user|--proxy-user)[ \t\037=]*", 1)
        return text
    }
    # Headers, parameters and variables of nginx whose name says that their value is a secret; a scheme stays.
    function directives(text,   done, head, i) {
        if (match(text, /(proxy_set_header|grpc_set_header|add_header|more_set_[a-z_]*headers|fastcgi_param|uwsgi_param|scgi_param|set)[ \t]+["\047]?[$A-Za-z0-9_-]*([aA][uU][tT][hH][oO][rR][iI][zZ][aA]|[tT][oO][kK][eE][nN]|[sS][eE][cC][rR][eE][tT]|[pP][aA][sS][sS][wW]|[aA][pP][iI][-_]?[kK][eE][yY]|[cC][oO][oO][kK][iI][eE])[$A-Za-z0-9_-]*["\047]?[ \t]+/) ||
            match(text, /(secure_link_secret|secure_link_md5)[ \t]+/)) {
            head = substr(text, 1, RSTART + RLENGTH - 1); rest = substr(text, RSTART + RLENGTH); whole = 0
            done = head
            if (match(rest, /^["\047]?([bB]earer|[bB]asic|[tT]oken)[ \t]+/)) {
                done = done substr(rest, 1, RLENGTH); rest = substr(rest, RLENGTH + 1)
                if (match(rest, /^[^"\047;]*/)) { i = RLENGTH; rest = masked(substr(rest, 1, i)) substr(rest, i + 1) }
                text = done rest
            } else {
                if (match(rest, /^[^"\047;]*;/)) { value = substr(rest, 1, RLENGTH - 1); quote = ""; after = ""; rest = substr(rest, RLENGTH) }
                else take()
                text = done quote masked(value) after rest
            }
        }
        # "Bearer …" anywhere in quotes: if, map, and what nginx says of a line; but not the title of a login.
        if (text ~ /auth_basic[ \t]/) return text
        done = ""
        while (match(text, /["\047 ~*^]([bB]earer|[bB]asic)[ \t]+[^ \t"\047;]+["\047]/)) {
            done = done substr(text, 1, RSTART - 1)
            head = substr(text, RSTART, RLENGTH); text = substr(text, RSTART + RLENGTH)
            if (head !~ /[ \t]\$[^ \t]*$/) sub(/[^ \t"\047]+["\047]$/, "****" substr(head, length(head)), head)
            done = done head
        }
        return done text
    }
    kind == "nginx" && tolower($0) !~ /token|passw|passphrase|secret|key|[-_]pass|pwd|auth|cookie|bearer|basic|:\/\/|sk-|hf_|gh._/ {
        print
        next
    }
    {
        line = substr($0, 1, 16384)
        rest = (kind == "nginx") ? directives(line) : commands(line); done = ""
        while (match(tolower(rest), /(token|passwd|password|passphrase|secret|api[-_]?key|access[-_]?key|private[-_]?key|[-_]key|[-_]pass|[-_]pwd|[-_]auth)["\047]?([ \t]*[=:][ \t]*|[ \t]+|\037)/)) {
            start = RSTART; size = RLENGTH
            head = substr(rest, 1, start - 1); hit = substr(rest, start, size); rest = substr(rest, start + size)
            done = done head hit
            if (hit !~ /[=:]/) {
                # "--token VALUE": only after a word that is a flag, and not when the next word is a flag itself.
                word = done; sub(/[ \t\037]+$/, "", word); sub(/.*[ \t\037]/, "", word)
                if (word !~ /^["\047]?--?[a-zA-Z]/ || rest ~ /^--?[a-zA-Z]/) continue
                if (hit ~ /\037$/ && rest ~ /^\037/) continue
            } else if (hit ~ /:/ && rest ~ /^\/\//) continue
            isAuth = (tolower(hit) ~ /auth/)
            # A word of a process ends at its separator only, whatever blanks it holds.
            word = substr(done, 1, length(done) - length(hit)); sub(/[^ \t\037]*$/, "", word)
            whole = (hit ~ /\037$/) || (hit ~ /=$/ && word ~ /\037$/)
            take()
            if (isAuth && value !~ /:/) done = done quote value after
            else if (value ~ /^\// && tolower(hit) ~ /key|secret|auth/) done = done quote value after
            else done = done quote masked(value) after
        }
        line = done rest
        # scheme://user:password@host
        done = ""
        while (match(line, /:\/\/[^\/@ \t\037"\047]*:[^@ \t\037"\047\/]+@/)) {
            part = substr(line, RSTART, RLENGTH); done = done substr(line, 1, RSTART - 1)
            line = substr(line, RSTART + RLENGTH)
            sub(/:[^:]*@$/, ":****@", part)
            done = done part
        }
        line = done line
        # Authorization: Bearer …
        done = ""
        while (match(tolower(line), /authorization["\047]?[ \t]*[:=][ \t]*["\047]?(bearer|basic|token)[ \t]+/)) {
            done = done substr(line, 1, RSTART + RLENGTH - 1)
            rest = substr(line, RSTART + RLENGTH); whole = 0
            take()
            done = done quote masked(value) after
            line = rest
        }
        line = done line
        line = bare(line, "sk-[A-Za-z0-9_-]+", 20)
        line = bare(line, "hf_[A-Za-z0-9]+", 20)
        line = bare(line, "gh[pousr]_[A-Za-z0-9]+", 20)
        sub(/\037\037\037+$/, "", line) # what is left of a title that the program gave itself
        while (sub(/\037\037/, "\037\047\047\037", line)) {}
        sub(/\037$/, "", line)
        gsub(/\037/, " ", line)
        print line
    }'
}

# ---- system ----------------------------------------------------------------------------------------------------------

access() {
    echo "uid=$uid"
    echo "user=${SUDO_USER:-${DOAS_USER:-$(id -un)}}"
    echo "way=$GW_ROOT_WAY"
    echo "asks=$GW_ROOT_ASKS"
    # sudo drops SSH_CONNECTION: one of the parents of this shell still has it.
    access_client=$SSH_CONNECTION
    access_pid=$PPID
    access_hops=0
    while [ -z "$access_client" ] && [ "${access_pid:-0}" -gt 1 ] && [ $access_hops -lt 8 ]; do
        [ -r "/proc/$access_pid/environ" ] || break
        access_client=$({ tr '\0' '\n' <"/proc/$access_pid/environ"; } 2>/dev/null | sed -n 's/^SSH_CONNECTION=//p')
        access_pid=$(sed -n 's/^PPid:[[:space:]]*//p' "/proc/$access_pid/status" 2>/dev/null)
        access_hops=$((access_hops + 1))
    done
    echo "client=${access_client%% *}"
}

virtualisation() {
    if has systemd-detect-virt; then
        t 3 systemd-detect-virt
    elif [ -e /.dockerenv ]; then
        echo docker
    elif [ -e /run/.containerenv ]; then
        echo podman
    elif [ -r /sys/class/dmi/id/product_name ]; then
        case $(cat /sys/class/dmi/id/sys_vendor /sys/class/dmi/id/product_name) in
        *QEMU* | *KVM* | *OpenStack* | *"Google Compute"* | *"Amazon EC2"* | *DigitalOcean*) echo kvm ;;
        *VMware*) echo vmware ;;
        *VirtualBox*) echo oracle ;;
        *"Virtual Machine"*) echo microsoft ;;
        *Xen* | *HVM*) echo xen ;;
        *) echo none ;;
        esac
    fi 2>/dev/null
}

reboot_required() {
    [ -e /run/reboot-required ] || [ -e /var/run/reboot-required ] && echo yes && return
    case $1 in docker | podman | lxc | lxc-libvirt | systemd-nspawn | openvz | rkt | wsl | container-other) return ;; esac
    # A newer kernel was installed after the running one (Red Hat's names, then Arch's, which removes the old modules).
    reboot_newest=$(ls -t /boot/vmlinuz-*.el* 2>/dev/null | grep -v rescue | head -n 1)
    [ -n "$reboot_newest" ] && [ "${reboot_newest#/boot/vmlinuz-}" != "$2" ] && echo yes && return
    [ -e /etc/arch-release ] && [ -d /usr/lib/modules ] && [ ! -d "/usr/lib/modules/$2" ] && echo yes
}

system_facts() {
    read -r system_hostname </proc/sys/kernel/hostname
    echo "hostname=$system_hostname"
    system_kernel=$(uname -r)
    echo "kernel=$system_kernel"
    echo "architecture=$(uname -m)"
    system_virtualisation=$(virtualisation)
    echo "virtualisation=$system_virtualisation"
    read -r system_uptime system_rest </proc/uptime
    echo "uptime=$system_uptime"
    echo "time=$(date -u +%s)"
    read -r system_load system_rest </proc/loadavg
    echo "load=$system_load"
    awk -F: '/^processor/ { n++ } /^(model name|Model|cpu model|Hardware)[ \t]*:/ && !m { m = $2; sub(/^ */, "", m) }
        END { print "cpus=" n; print "cpu=" m }' /proc/cpuinfo
    awk '/^(MemTotal|MemAvailable|SwapTotal):/ { sub(":", "", $1); print $1 "=" $2 }' /proc/meminfo
    echo "reboot=$(reboot_required "$system_virtualisation" "$system_kernel")"
    if [ -d /run/systemd/system ]; then
        echo init=systemd
    elif [ -d /run/openrc ]; then
        echo init=openrc
    else
        read -r system_init </proc/1/comm && echo "init=$system_init"
    fi
}

# timedatectl comes last: it starts a service, which makes folders of its own in /tmp.
clock() {
    if [ -d /run/systemd/timesync ]; then
        if [ -e /run/systemd/timesync/synchronized ]; then echo timesyncd yes; else echo timesyncd no; fi
        return 0
    fi
    if has chronyc; then
        clock_said=$(t 3 chronyc -n tracking 2>&1) && echo "$clock_said" | sed -n 's/^Leap status *: */chrony /p' && return 0
    fi
    # The kernel's own flag: busybox names it.
    clock_program=
    if has adjtimex; then clock_program=adjtimex; elif has busybox; then clock_program='busybox adjtimex'; fi
    if [ -n "$clock_program" ]; then
        clock_said=$(t 3 $clock_program 2>&1)
        case $clock_said in *status:*) echo "$clock_said" | sed -n 's/^ *status: */adjtimex /p' && return 0 ;; esac
    fi
    if [ -d /run/systemd/system ] && has timedatectl; then
        clock_said=$(t 3 timedatectl show -p NTPSynchronized --value 2>&1)
        case $clock_said in yes | no) echo "timedatectl $clock_said" && return 0 ;; esac
    fi
    [ -n "$clock_said" ] || return 127
    echo "$clock_said"
    return 1
}

disks() {
    t 3 df -PTkl 2>/dev/null || t 3 df -PTk 2>/dev/null || t 3 df -Pk 2>/dev/null
}

gpus() {
    has nvidia-smi || return 127
    t 6 nvidia-smi --format=csv,noheader,nounits \
        --query-gpu=index,name,uuid,driver_version,memory.total,memory.used,utilization.gpu,temperature.gpu
}

# ---- users -----------------------------------------------------------------------------------------------------------

# Those with a shell, and everybody with uid 0: 500 of them, one more says that there are more (unreadfiles.cpp).
passwd() {
    { live && has getent && t 3 getent passwd; } || { there /etc/passwd && cat "$found"; }
}
passwd_with_shell() {
    passwd | awk -F: 'NF >= 7 && ($3 == 0 || $7 !~ /\/(nologin|false|sync|shutdown|halt|true|git-shell)$/)' | head -n 501
}

groups_with_members() {
    { live && has getent && t 3 getent group; } || { there /etc/group && cat "$found"; }
}

# Only whether a hash would be accepted, never the hash.
shadow() {
    is_root || return 126
    [ -r /etc/shadow ] || return 1
    awk -F: '{
        state = "locked"
        if ($2 == "") state = "empty"
        else if ($2 ~ /^\$/ || $2 ~ /^_/ || ($2 ~ /^[.\/0-9A-Za-z]+$/ && length($2) == 13)) state = "usable"
        print $1 ":" state
    }' /etc/shadow
}

sudo_files() {
    closed sudo /etc/sudoers.d
    for sudo_main in /etc/sudoers /etc/sudoers-rs; do file sudo $((128 * KiB)) $sudo_main; done
    # sudoers(5): names that end in ~ or hold a dot are passed over.
    listed /etc/sudoers.d '*'
    names=$(printf '%s' "$names" | grep -v -E '(\.[^/]*|~)$')$newline
    [ "$names" = "$newline" ] || files sudo $((64 * KiB))
    file sudo $((64 * KiB)) /etc/doas.conf
    listed /etc/doas.d '*.conf'
    files sudo $((64 * KiB))
}

# Fingerprints that logged in, and since when the log tells ("since EPOCH").
key_logins() {
    is_root || return 126
    {
        if has journalctl && [ -d /run/systemd/system ]; then
            # Half a log cannot say that a key was never used.
            { t 4 journalctl -q --no-pager -o short-unix -t sshd -t sshd-session --since=-180days -n 100000; echo "exit $?"; } |
                awk 'NR == 1 { since = $1; sub(/\..*/, "", since) } /Accepted publickey/ { print }
                    $1 == "exit" { print ($2 == 0 ? "since " since : "cut") }'
        fi
        for log in /var/log/auth.log /var/log/secure /var/log/messages; do
            [ -f $log ] || continue
            # A rotated log ends where the present one starts.
            for older in $log.1 $log.0 $log-[0-9]*; do
                [ -f "$older" ] || continue
                case $older in *.gz | *.xz | *.bz2 | *.zst) ;; *) tail -c $((8 * MiB)) "$older" ;; esac
                stat -c 'since %Y' "$older"
            done
            tail -c $((8 * MiB)) $log
        done
    } 2>/dev/null | awk '
        $1 == "cut" { cut = 1; next }
        $1 == "since" { if ($2 + 0 > 0 && (!since || $2 < since)) since = $2; next }
        /Accepted publickey/ && match($0, /SHA256:[A-Za-z0-9+\/]+/) {
            used = substr($0, RSTART, RLENGTH)
            if (!(used in seen)) { seen[used] = 1; print "used " used }
        }
        END { if (since && !cut) print "since " since }'
}

# keys of all users with a shell; $1: AuthorizedKeysFile as sshd has it
authorized_keys() {
    passwd_with_shell | {
        stat_paths=
        while IFS=: read -r user_name user_x user_id user_group user_gecos user_home user_shell; do
            [ "$1" = none ] && break
            for pattern in $1; do
                path=$(printf '%s\n' "$pattern" | sed -e 's|%%|%|g' -e "s|%h|$user_home|g" -e "s|%u|$user_name|g" -e "s|%U|$user_id|g")
                case $path in /*) ;; *) path=$user_home/$path ;; esac
                key_state=none
                if there "$path"; then
                    key_state=there
                elif live && ! is_root; then
                    # Not there, or hidden from us?
                    directory=$path
                    while directory=${directory%/*} && [ -n "$directory" ]; do
                        [ -d "$directory" ] && { [ -x "$directory" ] || key_state=denied; break; }
                    done
                fi
                [ "$key_state" = there ] && [ ! -r "$found" ] && key_state=denied
                say "keys.path $user_name" 0 "$key_state $path"
                [ "$key_state" = there ] && file keys $((128 * KiB)) "$path" keys_masked
                # sshd looks at who may write the file and the folders above it, up to the home directory.
                stat_paths=$stat_paths$path$newline
                while [ "$path" != "$user_home" ] && path=${path%/*} && [ -n "$path" ]; do
                    stat_paths=$stat_paths$path$newline
                done
            done
        done
        live && section keys.stat $((512 * KiB)) stats
    }
}
# environment="NAME=VALUE" may hold a secret.
keys_masked() {
    awk '{
        done = ""; line = $0
        while (match(line, /[eE][nN][vV][iI][rR][oO][nN][mM][eE][nN][tT]="[^"=]*=/)) {
            done = done substr(line, 1, RSTART + RLENGTH - 1); line = substr(line, RSTART + RLENGTH)
            if (match(line, /^([^"\\]|\\.)*/)) line = "****" substr(line, RLENGTH + 1)
        }
        print done line
    }'
}
# What $stat_paths names; those that are not there are left out.
stats() {
    (
        IFS=$newline
        set -f
        # shellcheck disable=SC2086 # one path a line
        stat -L -c '%a %U %G %n' $stat_paths 2>/dev/null
    )
    return 0
}

# ---- packages --------------------------------------------------------------------------------------------------------

matters='^(openssh.*|dropbear|nginx.*|openresty|libnginx-.*|apache2|httpd|caddy|haproxy|openssl|openssl-libs|libssl.*|libcrypto.*|gnutls.*|sudo|sudo-rs|doas|opendoas|docker.*|moby.*|containerd.*|podman|runc|crun|nvidia-container.*|fail2ban.*|crowdsec|ufw|firewalld|nftables|iptables.*|certbot|python3-certbot.*|lego|acme.*|dehydrated|supervisor|systemd|systemd-timesyncd|openrc|chrony|ntp|ntpsec|cron|cronie|rsyslog|unattended-upgrades|dnf-automatic|linux-image.*|linux-lts|linux-virt|linux|kernel|kernel-core|nvidia-driver.*|cuda|cuda-[0-9]*|libc6|glibc|musl|bash|curl|git|xz-utils|redis.*|postgresql|postgresql-[0-9]*|mariadb-server.*|mysql-server.*|python3|ollama)$'

packages_installed() {
    if there /var/lib/dpkg/status; then
        echo manager=apt
        awk -v matters="$matters" '
            /^Package: / { name = $2 } /^Status: / { ok = ($NF == "installed") }
            /^Version: / { if (ok && name ~ matters) print name " " $2 }' "$found"
    elif there /lib/apk/db/installed || there /usr/lib/apk/db/installed; then
        echo manager=apk
        awk -v matters="$matters" '
            /^P:/ { name = substr($0, 3) } /^V:/ { version = substr($0, 3) }
            /^$/ { if (name ~ matters) print name " " version; name = "" }' "$found"
    elif live && has rpm && has dnf; then
        echo manager=dnf
        t 6 rpm -qa --qf '%{NAME} %|EPOCH?{%{EPOCH}:}:{}|%{VERSION}-%{RELEASE}\n' | awk -v matters="$matters" '$1 ~ matters' | sort
    elif live && has rpm; then
        echo manager=rpm
        t 6 rpm -qa --qf '%{NAME} %{VERSION}-%{RELEASE}\n' | awk -v matters="$matters" '$1 ~ matters' | sort
    elif live && has pacman; then
        echo manager=pacman
        t 4 pacman -Q | awk -v matters="$matters" '$1 ~ matters'
    else
        return 127
    fi
}

# From the lists the server already has: no network, and apt's caches stay in memory.
packages_updates() {
    if has apt-get && [ -e /var/lib/dpkg/status ]; then
        t 12 apt-get -s -q -o Debug::NoLocking=1 -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= dist-upgrade 2>&1 |
            awk '/^Inst / && /-[Ss]ecurity|Security:|UbuntuESM/ { print; next } /^E:/ { print; failed = 1 } END { exit failed }'
    elif has dnf; then
        t 15 dnf -q -C --setopt=logfilelevel=0 updateinfo list --security 2>&1
    elif has apk; then
        t 6 apk --no-network version -l '<' 2>&1
    elif has pacman; then
        # pacman -Qu answers 1 when there is nothing to do.
        t 6 pacman -Qu 2>&1 || [ $? = 1 ]
    else
        return 127
    fi
}

# When the lists were fetched: apt gives the files the server's date, the directories tell.
packages_lists() {
    listed_times=$(stat -c %Y /var/lib/apt/periodic/update-success-stamp /var/lib/apt/lists/partial /var/lib/apt/lists \
        /var/cache/dnf/*.solv /var/cache/dnf/*/repodata /var/cache/libdnf5/*/repodata /var/cache/apk/APKINDEX.*.tar.gz \
        /var/lib/pacman/sync/*.db 2>/dev/null) || [ -n "$listed_times" ] || return 127
    printf '%s\n' "$listed_times" | sort -n | tail -n 1
}

# ---- services --------------------------------------------------------------------------------------------------------

units() {
    if [ -d /run/systemd/system ]; then
        # Those that are loaded, and those that matter even when they are not.
        t 6 systemctl show '*.service' ssh.service sshd.service nginx.service fail2ban.service supervisor.service \
            supervisord.service ufw.service firewalld.service nftables.service docker.service podman.service \
            unattended-upgrades.service --no-pager \
            -p Id,LoadState,ActiveState,SubState,UnitFileState,User,ExecStart,FragmentPath,Result | mask
    elif has rc-status; then
        t 4 rc-status --all --nocolor
    else
        return 127
    fi
}

unit_logs() {
    [ -d /run/systemd/system ] || return 0
    t 4 systemctl list-units --failed --type=service --full --plain --no-legend --no-pager 2>/dev/null | head -n 20 |
        while read -r unit_name unit_rest; do
            section "unit.log $unit_name" $((8 * KiB)) unit_log "$unit_name"
        done
}
unit_log() {
    t 3 journalctl -q --no-pager -o cat -n 8 -u "$1" | mask
}

timers() {
    [ -d /run/systemd/system ] || return 127
    # A timer that is switched off is not loaded: the files name it.
    timers_files=$(t 4 systemctl list-unit-files '*.timer' --full --no-legend --no-pager 2>/dev/null | awk '$1 !~ /@\./ { print $1 }' | head -n 300)
    # shellcheck disable=SC2086 # names of units
    t 5 systemctl show '*.timer' $timers_files --no-pager -p Id,LoadState,ActiveState,UnitFileState,Unit,FragmentPath,TimersCalendar,TimersMonotonic
}

cron_files() {
    closed cron /var/spool/cron/crontabs
    closed cron /var/spool/cron
    closed cron /etc/cron.d
    for cron_path in /etc/crontab /etc/anacrontab; do file cron $((64 * KiB)) $cron_path cron_masked; done
    listed /etc/cron.d '*'
    files cron $((64 * KiB)) cron_masked
    if resolve /var/spool/cron/crontabs && [ -d "$found" ]; then
        listed /var/spool/cron/crontabs '*'
    elif resolve /etc/crontabs && [ -d "$found" ]; then
        listed /etc/crontabs '*'
    else
        listed /var/spool/cron '*'
    fi
    files cron.user $((64 * KiB)) cron_masked
    for cron_period in hourly daily weekly monthly 15min; do
        for cron_directory in /etc/cron.$cron_period /etc/periodic/$cron_period; do
            closed cron $cron_directory
            listed $cron_directory '*'
            files cron.script $((16 * KiB)) cron_renewals
        done
    done
}
# An environment line may hold a secret: only those that cron itself knows are sent with their value.
cron_masked() {
    awk '/^[ \t]*[A-Za-z_][A-Za-z_0-9]*[ \t]*=/ && !/^[ \t]*(SHELL|PATH|MAILTO|MAILFROM|HOME|CRON_TZ|TZ|RANDOM_DELAY|START_HOURS_RANGE)[ \t]*=/ {
        sub(/=.*/, "=****") } { print }' | mask
}
# Of a script only the lines that renew certificates; the others stay empty, so the numbers hold.
cron_renewals() {
    awk '/certbot|acme\.sh|lego|dehydrated|getssl|simp_le|uacme/ && !/^[ \t]*#/ { print; next } { print "" }' | mask
}

supervisor() {
    supervisor_seen=
    for supervisor_main in /etc/supervisor/supervisord.conf /etc/supervisord.conf; do
        there $supervisor_main || continue
        supervisor_seen=yes
        supervisor_file=$found
        file supervisor $((128 * KiB)) $supervisor_main supervisor_lines
        [ -r "$supervisor_file" ] || continue
        set -f # patterns are not for the files of this computer
        for supervisor_pattern in $(start "$supervisor_file" | awk '
            /^\[/ { inside = ($0 ~ /^\[include\]/); wanted = 0; next }
            inside && /^files[ \t]*=/ { wanted = 1; sub(/^[^=]*=/, ""); sub(/[ \t];.*/, ""); print; next }
            inside && wanted && /^[ \t]/ { print; next } { wanted = 0 }'); do
            set +f
            case $supervisor_pattern in /*) ;; *) supervisor_pattern=${supervisor_main%/*}/$supervisor_pattern ;; esac
            closed supervisor "${supervisor_pattern%/*}"
            listed "${supervisor_pattern%/*}" "${supervisor_pattern##*/}"
            files supervisor $((128 * KiB)) supervisor_lines
        done
        set +f
    done
    [ -n "$supervisor_seen" ] || { live && ! has supervisorctl && say supervisor.status 127 ''; return; }
    if live && has supervisorctl; then
        section supervisor.status $((64 * KiB)) supervisor_status
    fi
}
supervisor_status() {
    is_root || return 126
    t 4 supervisorctl status
}
# Only what is asked of a program, and what was accepted; every other line stays empty, so the numbers hold.
supervisor_lines() {
    awk '
        /^[ \t]*[;#][ \t]*gatewright:/ { print; next }
        /^\[/ { print; keep = 0; next }
        /^(command|user|autostart|process_name)[ \t]*=/ { print; keep = 1; next }
        /^[ \t]+[^ \t;#]/ && keep { print; next }
        { keep = 0; print "" }' | mask
}

fail2ban() {
    fail2ban_there=
    there /etc/fail2ban/jail.conf || there /etc/fail2ban/fail2ban.conf || { live && has fail2ban-client; } || {
        say fail2ban.status 127 ''
        return
    }
    closed fail2ban /etc/fail2ban/jail.d
    file fail2ban $((128 * KiB)) /etc/fail2ban/jail.local mask
    listed /etc/fail2ban/jail.d '*.conf' '*.local'
    files fail2ban $((64 * KiB)) mask
    live || return 0
    section fail2ban.status $((16 * KiB)) fail2ban_status
    section fail2ban.log $((8 * KiB)) fail2ban_log
}
fail2ban_status() {
    is_root || return 126
    t 4 fail2ban-client status
}
fail2ban_log() {
    if [ -d /run/systemd/system ]; then
        t 3 journalctl -q --no-pager -o cat -n 8 -u fail2ban
    else
        tail -n 8 /var/log/fail2ban.log
    fi
}

# ---- sockets and processes -------------------------------------------------------------------------------------------

sockets() {
    pids=
    if has ss; then
        ask $((2 * MiB)) t 5 ss -H -tulpn
        if [ "$code" = 0 ]; then
            say listeners.ss 0 "$said"
            pids=$(printf '%s\n' "$said" | tr ',' '\n' | sed -n 's/^pid=\([0-9]*\).*/\1/p' | sort -un | head -n 400)
            return
        fi
    fi
    for sockets_table in tcp tcp6 udp udp6; do
        section "listeners.proc $sockets_table" $((512 * KiB)) listening "$sockets_table"
    done
    if is_root; then
        # "/proc/PID/fd:" above its links, "… -> socket:[INODE]"
        sockets_said=$(ls -l /proc/[0-9]*/fd 2>/dev/null | awk '
            /^\/proc\/[0-9]+\/fd:$/ { split($0, part, "/"); pid = part[3]; next }
            /socket:\[[0-9]+\]$/ { inode = $NF; gsub(/[^0-9]/, "", inode); print inode " " pid }' | head -n 20000)
        say listeners.inodes 0 "$sockets_said"
        pids=$(
            {
                printf '%s\n' "$sockets_said"
                cat /proc/net/tcp /proc/net/tcp6 /proc/net/udp /proc/net/udp6
            } 2>/dev/null | awk '
                NF == 2 { owner[$1] = $2; next }
                ($4 == "0A" || $4 == "07") && ($10 in owner) { print owner[$10] }' | sort -un | head -n 400
        )
    fi
}
# LISTEN of TCP, unconnected UDP
listening() {
    [ -r "/proc/net/$1" ] || return 127
    case $1 in
    tcp*) awk 'NR > 1 && $4 == "0A" { print $2, $8, $10 }' "/proc/net/$1" ;;
    udp*) awk 'NR > 1 && $4 == "07" { print $2, $8, $10 }' "/proc/net/$1" ;;
    esac
}

# What listens, and what serves a model or a notebook: one block of lines for each process.
processes() {
    ai_pids=$(grep -lsE 'vllm|jupyter|ollama|gradio|webui|lora|comfyui|ComfyUI|triton|llama|sglang|text-generation|ray|tensorboard|mlflow|streamlit|code-server|python|torchrun|uvicorn' \
        /proc/[0-9]*/cmdline | sed -n 's|^/proc/\([0-9]*\)/.*|\1|p' | head -n 400)
    for pid in $(printf '%s\n' $pids $ai_pids | sort -un); do
        [ -r "/proc/$pid/cmdline" ] || continue
        process_line=$({ tr '\0\n\r' '\037  ' <"/proc/$pid/cmdline" | head -c 4096; } 2>/dev/null)
        case $process_line in *gatewright-survey* | "grep${sep}"*) continue ;; esac
        process_pids="$process_pids $pid"
        printf 'args %s %s\n' "$pid" "$process_line"
    done | mask
}
process_owners() {
    for pid in $1; do set -- "$@" "/proc/$pid"; done
    shift
    stat -c '%n %U %u' "$@" 2>/dev/null
    return 0
}
# The cgroup names the container or the machine that a process lives in; "NSpid:" has a second number where the process
# has a PID namespace of its own. Our own cgroup tells what is here.
process_groups() {
    for pid in $1; do set -- "$@" "/proc/$pid/cgroup" "/proc/$pid/status"; done
    shift
    grep -sHE '(^0:|:name=systemd|:pids):/.|^NSpid:' /proc/self/cgroup "$@"
    return 0
}

# ---- firewall --------------------------------------------------------------------------------------------------------

firewall() {
    has "$1" || return 127
    is_root || return 126
    t 6 "$@"
}

# ---- containers ------------------------------------------------------------------------------------------------------

# One JSON object a line. Environment and labels may hold secrets: only what is named here is sent.
containers() {
    has "$1" || return 127
    ask $((64 * KiB)) t 5 "$1" ps -q --no-trunc
    [ "$code" = 0 ] || { printf '%s\n' "$said"; return "$code"; }
    [ -n "$said" ] || return 0
    # shellcheck disable=SC2086 # ids are hexadecimal words
    t 8 "$1" inspect --format '{"id":{{json .Id}},"name":{{json .Name}},"image":{{json .Config.Image}},"status":{{json .State.Status}},"user":{{json .Config.User}},"network":{{json .HostConfig.NetworkMode}},"privileged":{{json .HostConfig.Privileged}},"capabilities":{{json .HostConfig.CapAdd}},"security":{{json .HostConfig.SecurityOpt}},"pid":{{json .HostConfig.PidMode}},"ports":{{json .NetworkSettings.Ports}},"mounts":{{json .Mounts}},"project":{{json (index .Config.Labels "com.docker.compose.project")}},"compose":{{json (index .Config.Labels "com.docker.compose.project.config_files")}}}' \
        $(printf '%s\n' "$said" | grep -x '[0-9a-f]*' | head -n 300)
}

# ---- nginx -----------------------------------------------------------------------------------------------------------

nginx_program() {
    for nginx_binary in nginx /usr/local/nginx/sbin/nginx /usr/local/openresty/nginx/sbin/nginx /opt/nginx/sbin/nginx; do
        has "$nginx_binary" && return 0
    done
    return 1
}

nginx_facts() {
    nginx_main=/etc/nginx/nginx.conf
    if live; then
        nginx_program || { there $nginx_main || { say nginx.version 127 ''; return; }; }
        section nginx.version $((16 * KiB)) t 4 "$nginx_binary" -V
        # nginx -T creates a missing pid file and logs: it is asked only where nginx runs, and as root, who may read the keys.
        if is_root && nginx_runs; then
            section nginx.dump $((6 * MiB)) nginx_dump
            # It prints no file when its test fails.
            [ "$section_code" = 0 ] || nginx_files
        else
            nginx_files
        fi
    else
        there $nginx_main || { say nginx.version 127 ''; return; }
        nginx_files
    fi
    section nginx.links $((64 * KiB)) nginx_links
    section nginx.spare $((1 * MiB)) nginx_spare
}
# Masked, with the exit code of nginx.
nginx_dump() {
    exec 6>&1
    nginx_code=$({ { t 8 "$nginx_binary" -T 2>&1 5>&- 6>&-; echo $? >&5; } | mask nginx >&6 5>&-; } 5>&1)
    return "${nginx_code:-141}"
}
nginx_runs() {
    for nginx_process in $(grep -ls 'nginx: maste[r] process' /proc/[0-9]*/cmdline 2>/dev/null); do
        # One of a container has another root.
        [ "${nginx_process%/cmdline}/root" -ef / ] && return 0
    done
    return 1
}
# The files as nginx -T would print them: the main file, then what includes name, each once. Those that may not be read
# are named after them.
nginx_files() {
    nginx_tree
    section nginx.files $((6 * MiB)) nginx_print
    nginx_queue=$nginx_closed
    while [ -n "$nginx_queue" ]; do
        file nginx 1 "${nginx_queue%%"$newline"*}"
        nginx_queue=${nginx_queue#*"$newline"}
    done
}
nginx_print() {
    there "$nginx_main" && { [ -r "$found" ] || return 126; }
    nginx_queue=$nginx_paths
    while [ -n "$nginx_queue" ]; do
        there "${nginx_queue%%"$newline"*}" && {
            printf '# configuration file %s:\n' "${nginx_queue%%"$newline"*}"
            head -c $((2 * MiB)) <"$found"
            echo
        }
        nginx_queue=${nginx_queue#*"$newline"}
    done | mask nginx
}
# Sites are enabled by links: where each of them leads.
nginx_links() {
    listed /etc/nginx/sites-enabled '*'
    nginx_queue=$names
    while [ -n "$nginx_queue" ]; do
        nginx_path=${nginx_queue%%"$newline"*}
        nginx_queue=${nginx_queue#*"$newline"}
        nginx_target=$(readlink "$listed_found/${nginx_path##*/}") || continue
        printf '%s\t%s\n' "$nginx_path" "$nginx_target"
    done
    return 0
}
# Files of sites that are not enabled, as nginx -T would print them.
nginx_spare() {
    nginx_targets=$(nginx_links | cut -f 2)$newline
    listed /etc/nginx/sites-available '*'
    nginx_queue=$names
    listed /etc/nginx/conf.d '*.disabled'
    nginx_queue=$nginx_queue$names
    nginx_count=0
    while [ -n "$nginx_queue" ]; do
        nginx_path=${nginx_queue%%"$newline"*}
        nginx_queue=${nginx_queue#*"$newline"}
        case /$nginx_targets in *"/sites-available/${nginx_path##*/}$newline"*) continue ;; esac
        there "$nginx_path" && [ -r "$found" ] || continue
        nginx_count=$((nginx_count + 1))
        [ $nginx_count -le 300 ] || break
        printf '# configuration file %s:\n' "$nginx_path"
        start "$found"
        echo
    done | mask nginx
}
# Sets $nginx_paths, in reading order, and $nginx_closed.
nginx_tree() {
    nginx_queue=$nginx_main$newline
    nginx_paths=
    nginx_closed=
    nginx_directories=$newline
    nginx_count=0
    while [ -n "$nginx_queue" ]; do
        nginx_path=${nginx_queue%%"$newline"*}
        nginx_queue=${nginx_queue#*"$newline"}
        case $newline$nginx_paths$nginx_closed in *"$newline$nginx_path$newline"*) continue ;; esac
        there "$nginx_path" || continue
        nginx_count=$((nginx_count + 1))
        [ $nginx_count -le 1000 ] || { say nginx.cut 0 ''; break; }
        [ -r "$found" ] || { nginx_closed=$nginx_closed$nginx_path$newline; continue; }
        nginx_paths=$nginx_paths$nginx_path$newline
        nginx_includes=
        set -f # patterns are not for the files of this computer
        for nginx_pattern in $(start "$found" | awk '{
            sub(/^[ \t]*#.*/, ""); line = $0
            while (match(line, /(^|[ \t;{}])include[ \t]+[^;]+;/)) {
                one = substr(line, RSTART, RLENGTH); line = substr(line, RSTART + RLENGTH)
                sub(/^.*include[ \t]+/, "", one); sub(/;$/, "", one); gsub(/["\047 \t]/, "", one); print one
            } }'); do
            set +f
            case $nginx_pattern in /*) ;; *) nginx_pattern=/etc/nginx/$nginx_pattern ;; esac
            case $nginx_directories in
            *"$newline${nginx_pattern%/*}$newline"*) ;;
            *)
                nginx_directories=$nginx_directories${nginx_pattern%/*}$newline
                closed nginx "${nginx_pattern%/*}"
                ;;
            esac
            listed "${nginx_pattern%/*}" "${nginx_pattern##*/}"
            nginx_includes=$nginx_includes$names
        done
        set +f
        nginx_queue=$nginx_includes$nginx_queue
    done
}

# ---- sshd ------------------------------------------------------------------------------------------------------------

sshd_facts() {
    sshd_main=/etc/ssh/sshd_config
    there $sshd_main || sshd_main=/usr/etc/ssh/sshd_config
    sshd_program=
    if live && has sshd; then sshd_program=$(command -v sshd); fi
    if ! there $sshd_main && [ -z "$sshd_program" ]; then
        say sshd.version 127 ''
        authorized_keys '.ssh/authorized_keys .ssh/authorized_keys2'
        return
    fi
    sshd_paths=
    sshd_match=
    sshd_file $sshd_main 0
    sshd_keyfiles='.ssh/authorized_keys .ssh/authorized_keys2'
    sshd_hostkeys='/etc/ssh/ssh_host_rsa_key /etc/ssh/ssh_host_ecdsa_key /etc/ssh/ssh_host_ed25519_key /etc/ssh/ssh_host_mldsa44_ed25519_key /etc/ssh/ssh_host_dsa_key'
    if [ -n "$sshd_program" ]; then
        section sshd.version $((4 * KiB)) sshd_version
        # Where systemd listens for sshd, its directory in /run is missing until the first login, and sshd -t refuses.
        sshd_alone=
        ask $((32 * KiB)) sshd_test -t
        case $said in *"separation directory: /run/sshd"*) has unshare && sshd_alone=yes ;; esac
        section sshd.test $((32 * KiB)) sshd_test -t
        ask $((256 * KiB)) sshd_effective
        sshd_said=$said
        say sshd.effective "$code" "$said"
        sshd_value authorizedkeysfile && sshd_keyfiles=$sshd_values
        sshd_value hostkey && sshd_hostkeys=$sshd_values
        # Without a Match block everybody gets the same. The address is one of the world (RFC 5737, TEST-NET-3).
        if [ -n "$sshd_match" ] && is_root; then
            for sshd_user in $(passwd_with_shell | cut -d: -f1 | grep -E '^[A-Za-z0-9_][A-Za-z0-9._-]*$' | head -n 40); do
                section "sshd.effective.for $sshd_user" $((64 * KiB)) \
                    sshd_effective -C "user=$sshd_user,host=203.0.113.1,addr=203.0.113.1"
            done
        fi
        section sshd.socket $((8 * KiB)) sshd_socket
    fi
    for sshd_key in $sshd_hostkeys; do
        file sshd.hostkey $((16 * KiB)) "$sshd_key.pub"
    done
    # shellcheck disable=SC2086 # paths of sshd hold no blanks: sshd -T could not print them
    live && section sshd.stat $((32 * KiB)) sshd_stat $sshd_hostkeys
    section sshd.moduli 64 moduli
    authorized_keys "$sshd_keyfiles"
}
# Main file and what its Include lines name, in reading order (sshd_config(5): relative names are below /etc/ssh).
sshd_file() {
    [ "$2" -lt 16 ] || return 0
    there "$1" || return 0
    sshd_paths=$sshd_paths$1$newline
    file sshd $((256 * KiB)) "$1"
    [ -r "$found" ] || return 0
    start "$found" | grep -qi '^[[:space:]]*match[[:space:]]' && sshd_match=yes
    set -- "$1" "$2" "$(start "$found" | awk 'tolower($1) ~ /^include(=|$)/ { sub(/^[ \t]*[^ \t=]+[ \t=]+/, ""); sub(/[ \t]#.*/, ""); gsub(/"/, ""); print }')"
    set -f # patterns are not for the files of this computer
    for sshd_pattern in $3; do
        set +f
        case $sshd_pattern in /*) ;; *) sshd_pattern=/etc/ssh/$sshd_pattern ;; esac
        closed sshd "${sshd_pattern%/*}"
        listed "${sshd_pattern%/*}" "${sshd_pattern##*/}"
        sshd_each "$names" $(($2 + 1))
    done
    set +f
}
sshd_each() {
    set -- "$1" "$2"
    while [ -n "$1" ]; do
        sshd_file "${1%%"$newline"*}" "$2"
        set -- "${1#*"$newline"}" "$2"
    done
}
sshd_value() {
    sshd_values=$(printf '%s\n' "$sshd_said" | awk -v key="$1" '$1 == key { $1 = ""; printf "%s", $0 }')
    [ -n "$sshd_values" ]
}
# sshd before 9.2 knows no -V and answers with its version and usage; 9.2 to 9.7 leave the vendor out, which ssh tells.
sshd_version() {
    { t 3 "$sshd_program" -V; has ssh && t 3 ssh -V; } 2>&1 | grep '^OpenSSH'
}
sshd_test() {
    is_root || return 126
    sshd_ask "$1"
}
# Only values: what it warns of is told by sshd -t.
sshd_effective() {
    is_root || return 126
    sshd_ask -T "$@" 2>/dev/null
}
# In a mount namespace of its own an empty /run can stand in: nothing changes on the server.
# shellcheck disable=SC2016 # expanded by the inner shell
sshd_ask() {
    if [ -n "$sshd_alone" ]; then
        t 4 unshare -m sh -c 'mount -t tmpfs -o size=64k,mode=755 none /run && mkdir -m 755 /run/sshd && exec "$@"' \
            sh "$sshd_program" "$@"
    else
        t 4 "$sshd_program" "$@"
    fi
}
sshd_socket() {
    [ -d /run/systemd/system ] || return 127
    t 3 systemctl show ssh.socket sshd.socket --no-pager -p Id,LoadState,ActiveState,UnitFileState,Listen
}
sshd_stat() {
    { stat -L -c '%a %U %G %n' "$@"; printf '%s' "$sshd_paths" | while IFS= read -r sshd_path; do stat -L -c '%a %U %G %n' "$sshd_path"; done; } 2>/dev/null
    return 0
}
moduli() {
    there /etc/ssh/moduli || return 127
    awk '!/^#/ && NF >= 7 { bits = $5 + 1; if (!least || bits < least) least = bits } END { print least }' "$found"
}

# ---- certificates ----------------------------------------------------------------------------------------------------

certificates() {
    closed letsencrypt /etc/letsencrypt/renewal
    closed letsencrypt /etc/letsencrypt/live
    listed /etc/letsencrypt/renewal '*.conf'
    files letsencrypt $((32 * KiB)) mask
    certificate_names=
    listed /etc/letsencrypt/live '*'
    for certificate_lineage in $names; do
        certificate_names=$certificate_names$certificate_lineage/fullchain.pem$newline
    done
    for certificate_directory in /etc/nginx/ssl /etc/nginx/certs /etc/nginx/cert /etc/nginx /etc/ssl/nginx /etc/pki/nginx \
        /etc/ssl /etc/ssl/local /etc/ssl/private /etc/caddy /srv/certs; do
        closed certificate $certificate_directory
        listed $certificate_directory '*.pem' '*.crt' '*.cer'
        certificate_names=$certificate_names$names
    done
    # What nginx names, wherever it lies.
    set -f # patterns are not for the files of this computer
    for certificate_path in $(nginx_certificates); do
        set +f
        case $certificate_path in /*) ;; *) certificate_path=/etc/nginx/$certificate_path ;; esac
        certificate_names=$certificate_names$certificate_path$newline
    done
    set +f
    closed certificate /root/.acme.sh
    listed /root/.acme.sh '*_ecc' '*.*'
    for certificate_directory in $names; do
        certificate_names=$certificate_names$certificate_directory/fullchain.cer$newline
    done
    certificate_known=$newline
    certificate_count=0
    while [ -n "$certificate_names" ]; do
        certificate_path=${certificate_names%%"$newline"*}
        certificate_names=${certificate_names#*"$newline"}
        case $certificate_known in *"$newline$certificate_path$newline"*) continue ;; esac
        certificate_count=$((certificate_count + 1))
        [ $certificate_count -le 1000 ] || { say certificates.cut 0 ''; break; }
        certificate_known=$certificate_known$certificate_path$newline
        file certificate $((64 * KiB)) "$certificate_path" certificate_blocks
    done
}
nginx_certificates() {
    certificate_sources=
    for certificate_source in /etc/nginx:nginx.conf '/etc/nginx/conf.d:*.conf' '/etc/nginx/sites-enabled:*' '/etc/nginx/snippets:*' \
        '/etc/nginx/default.d:*.conf' '/etc/nginx/http.d:*.conf'; do
        set -f
        listed "${certificate_source%%:*}" "${certificate_source#*:}"
        certificate_list=$names
        while [ -n "$certificate_list" ]; do
            there "${certificate_list%%"$newline"*}" && [ -r "$found" ] &&
                start "$found" | sed -n 's/^[[:space:]]*ssl_certificate[[:space:]]\{1,\}"\{0,1\}\([^";$]*\)"\{0,1\}[[:space:]]*;.*/\1/p'
            certificate_list=${certificate_list#*"$newline"}
        done
    done | sort -u | head -n 300
}
# The public part only: blocks of other kinds (private keys) are never sent.
certificate_blocks() {
    awk '/^-----BEGIN (TRUSTED |X509 )?CERTIFICATE-----/ { inside = 1; n++ } inside && n <= 4 { print } /^-----END / { inside = 0 }'
}

# ---- AI services -----------------------------------------------------------------------------------------------------

ai_files() {
    for ai_directory in /etc/jupyter /usr/local/etc/jupyter /usr/etc/jupyter; do
        closed jupyter $ai_directory
        listed $ai_directory 'jupyter_*config.py' 'jupyter_*config.json' 'jupyterhub_config.py'
        files jupyter $((128 * KiB)) mask
    done
    for ai_home in $(passwd_with_shell | cut -d: -f6 | sort -u | head -n 100); do
        closed jupyter "$ai_home/.jupyter"
        listed "$ai_home/.jupyter" 'jupyter_*config.py' 'jupyter_*config.json'
        files jupyter $((128 * KiB)) mask
    done
    for ai_directory in /etc/systemd/system /usr/lib/systemd/system /lib/systemd/system; do
        file ollama $((32 * KiB)) $ai_directory/ollama.service mask
    done
    listed /etc/systemd/system/ollama.service.d '*.conf'
    files ollama $((32 * KiB)) mask
}

# ---- lanes: they run side by side, each prints when the one before it is done -----------------------------------------

lane_slow() {
    exec 4>&1
    section packages.updates $((512 * KiB)) packages_updates
    section gpus $((64 * KiB)) gpus
}

lane_services() {
    exec 4>&1
    section clock $((4 * KiB)) clock
    section units $((4 * MiB)) units
    unit_logs
    section timers $((512 * KiB)) timers
    section keys.logins $((256 * KiB)) key_logins
    section containers.docker $((2 * MiB)) containers docker
    section containers.podman $((2 * MiB)) containers podman
    section firewall.ufw $((512 * KiB)) firewall ufw status verbose
    section firewall.firewalld $((512 * KiB)) firewall firewall-cmd --list-all-zones
    section firewall.nftables $((2 * MiB)) firewall nft list ruleset
    section firewall.iptables $((2 * MiB)) firewall iptables-save
    section firewall.ip6tables $((2 * MiB)) firewall ip6tables-save
}

lane_system() {
    exec 4>&1
    section access $((4 * KiB)) access
    section system $((16 * KiB)) system_facts
    section disks $((64 * KiB)) disks
    sockets
    sep=$(printf '\037')
    process_text=$(processes)
    say processes 0 "$process_text"
    process_pids=$(printf '%s\n' "$process_text" | sed -n 's/^args \([0-9]*\) .*/\1/p')
    section processes.owners $((64 * KiB)) process_owners "$process_pids"
    section processes.groups $((512 * KiB)) process_groups "$process_pids"
    section users.shadow $((64 * KiB)) shadow
    section packages.lists 64 packages_lists
}

# Timers that are switched on, by the links that do it.
folder_timers() {
    folder_names=
    for folder_directory in /etc/systemd/system /usr/lib/systemd/system /lib/systemd/system; do
        listed $folder_directory/timers.target.wants '*.timer'
        folder_names=$folder_names$names
    done
    say timers.wanted 0 "$folder_names"
}

# Readable by everybody, and kept in step by ufw itself: whether it is on, and what becomes of packets that no rule names.
ufw_files() {
    file ufw $((4 * KiB)) /etc/ufw/ufw.conf ufw_settings
    file ufw $((16 * KiB)) /etc/default/ufw ufw_settings
}
ufw_settings() { grep -E '^[[:space:]]*(ENABLED|IPV6|DEFAULT_INPUT_POLICY)='; }

lane_files() {
    exec 4>&1
    live || folder_timers
    there /etc/os-release || there /usr/lib/os-release
    file system $((16 * KiB)) /etc/os-release
    file system $((4 * KiB)) /etc/hostname
    section users $((256 * KiB)) passwd_with_shell
    section groups $((256 * KiB)) groups_with_members
    sudo_files
    section packages $((256 * KiB)) packages_installed
    cron_files
    supervisor
    fail2ban
    ufw_files
    sshd_facts
    nginx_facts
    certificates
    ai_files
    live && section files.stat $((512 * KiB)) stats
}

printf 'gatewright-survey 1 %s\n' "$mark"
if live; then
    lane_slow | { lane_services; cat; } | { lane_files; cat; } | { lane_system; cat; }
else
    lane_files
fi </dev/null
printf '#%s .\n' "$mark"
