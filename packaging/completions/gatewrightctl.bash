# SPDX-FileCopyrightText: 2026 The Gatewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# bash completion for gatewrightctl(1)

_gatewrightctl()
{
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} verb=${COMP_WORDS[1]}
    case $previous in
    --format)
        local formats='text json'
        [ "$verb" != review ] || formats='text json sarif html'
        [ "$verb" != survey ] || formats=json
        COMPREPLY=($(compgen -W "$formats" -- "$current"))
        return ;;
    --fail-on)
        COMPREPLY=($(compgen -W 'critical high medium low info' -- "$current"))
        return ;;
    --transport)
        COMPREPLY=($(compgen -W 'automatic libssh openssh' -- "$current"))
        return ;;
    --root)
        COMPREPLY=($(compgen -d -- "$current"))
        return ;;
    --identity|--ssh-config)
        COMPREPLY=($(compgen -f -- "$current"))
        return ;;
    esac
    if [ "$COMP_CWORD" -eq 1 ]; then
        COMPREPLY=($(compgen -W 'survey review diff list --help --version' -- "$current"))
    elif [[ $current == -* ]]; then
        COMPREPLY=($(compgen -W '--format --fail-on --root --transport --identity --ssh-config --accept-host-key --ask-root-password --no-store --help' -- "$current"))
    else
        COMPREPLY=($(compgen -W 'local' -- "$current") $(compgen -A hostname -- "$current"))
    fi
}
complete -F _gatewrightctl gatewrightctl
