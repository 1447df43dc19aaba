# SPDX-FileCopyrightText: 2026 The Gatewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Words that everything else uses.

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
