# SPDX-FileCopyrightText: 2026 The Gatewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# gatewright-guard: makes one change on this server and holds its way back. POSIX sh (dash, bash, busybox ash), as root.
#
#   sh guard.sh VERB ID [SECONDS]
#
# The build makes it of the parts beside this one, in the order of backend/CMakeLists.txt.
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
