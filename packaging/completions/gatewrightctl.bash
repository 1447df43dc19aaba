# SPDX-FileCopyrightText: 2026 The Gatewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# bash completion for gatewrightctl(1)

# Saved servers, and the aliases of ssh_config; names with blanks are left out, as bash would split them.
_gatewrightctl_targets()
{
    echo local
    gatewrightctl list 2>/dev/null | cut -f 1 | grep -v '[[:space:]]'
    sed -n 's/^[[:space:]]*[Hh][Oo][Ss][Tt][[:space:]=]\{1,\}//p' ~/.ssh/config 2>/dev/null | tr -s '[:space:]' '\n' | grep -v '[*?!]'
}

# Rules, and their topics.
_gatewrightctl_rules()
{
    gatewrightctl fix --rules 2>/dev/null | sed 's/\t.*//; p; s/\..*//' | sort -u
}

_gatewrightctl()
{
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} verb=${COMP_WORDS[1]} words options=--help
    local connecting='--transport --identity --ssh-config --accept-host-key --ask-root-password --no-store'
    local changing='--dry-run --export --output --yes --keep-if-proven --format'
    case $verb in
    survey|diff|keep) options="--format $connecting --help" ;;
    fix) options="--rules --also $changing $connecting --help" ;;
    ssh) options="--set --add-port --close-port --add-key --remove-key --harden $changing $connecting --help" ;;
    publish) options="--service --kind --domain --path --certificate --key --self-signed --user --only-these-users --network --satisfy --origin --rate --upload --patience --health --status --keep-port-open --to-loopback --enable-firewall --http-port --https-port --apply $changing $connecting --help" ;;
    apply) options="$changing $connecting --help" ;;
    undo) options="--only $changing $connecting --help" ;;
    history) options='--format --show --check --mirror --help' ;;
    nginx) options='--no-includes --nginx-version --format --positions --indent --lines --help' ;;
    review) options="--format --fail-on --root --nginx --no-includes --nginx-version --profile --only --option $connecting --help" ;;
    esac
    case $previous in
    --format)
        words='text json'
        [ "$verb" != review ] || words='text json sarif html'
        [ "$verb" != survey ] || words=json ;;
    --fail-on) words='critical high medium low info' ;;
    --profile) words='recommended strict cis' ;;
    --transport) words='automatic libssh openssh' ;;
    --kind) words='openai webui jupyter comfyui ollama open-webui other static' ;;
    --satisfy) words='any all' ;;
    --indent) words='2 4 8 tab' ;;
    --export) words='json sh md ansible' ;;
    --also) words=$(_gatewrightctl_targets) ;;
    --service|--domain|--path|--user|--network|--origin|--rate|--upload|--patience|--http-port|--https-port|--accept-host-key|--set|--add-port|--close-port|--add-key|--remove-key|--show|--nginx-version|--lines|--option) return ;;
    --only)
        [ "$verb" = review ] || return
        words=$(_gatewrightctl_rules) ;;
    --root|--mirror)
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -d -- "$current")
        return ;;
    --identity|--ssh-config|--output|--nginx)
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
        return ;;
    *)
        if [ "$COMP_CWORD" -eq 1 ]; then
            words='survey review diff fix ssh apply keep undo history list nginx publish --help --version'
        elif [[ $current == -* || $verb == list ]]; then
            words=$options
        elif [ "$verb" = nginx ] && [ "$COMP_CWORD" -eq 2 ]; then
            words='dump print format check route'
        elif [ "$verb" = nginx ]; then
            compopt -o filenames
            mapfile -t COMPREPLY < <(compgen -f -- "$current")
            return
        elif [ "$verb" = fix ] && [ "$COMP_CWORD" -gt 2 ]; then
            words=$(_gatewrightctl_rules)
        elif [ "$verb" = apply ]; then
            compopt -o filenames
            mapfile -t COMPREPLY < <(compgen -f -X '!*.json' -- "$current")
            [ "$COMP_CWORD" -eq 2 ] ||
                mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -W "$(_gatewrightctl_targets)" -- "$current")
            return
        else
            words=$(_gatewrightctl_targets)
        fi ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}
complete -F _gatewrightctl gatewrightctl
