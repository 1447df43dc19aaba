# SPDX-FileCopyrightText: 2026 The Gatewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The firewall in the kernel.

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
    mkdir "$fw" || return 1
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
    # Last: where the disk is full, this fails too.
    echo "$n" >"$fw/step" && mv -T -- "$fw" "$t/firewall" && flush_all "$t/firewall" && flush "$t"
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
