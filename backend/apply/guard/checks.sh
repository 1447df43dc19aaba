# SPDX-FileCopyrightText: 2026 The Gatewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Checks, on the staged files and on the real ones.

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
pattern() { printf %s "$1" | sed 's/[][\\.*^$#]/\\&/g'; } # that matches these words and nothing else
check_copies() {
    for file in "$t"/trees/*.top; do
        get "$file"
        find "${file%.top}" -type f -exec grep -Il . {} + 2>/dev/null | while read -r copy; do
            sed -i "s#$(pattern "$got/")#${file%.top}/#g" "$copy"
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
