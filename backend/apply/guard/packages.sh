# SPDX-FileCopyrightText: 2026 The Gatewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Packages.

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
