// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/apply/shellexport.h"

#include "backend/apply/payload.h"

#include <QCoreApplication>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Apply)
};

// In English: whoever reads it later reads it beside the shell.
constexpr char head[] = R"sh(# Made by Gatewright: a change with a way back that the server itself holds.
#
#   sudo sh THIS-FILE             apply; without "keep" the server takes everything back by itself
#   sudo sh THIS-FILE keep ID     in a second, new login: make it last
#   sudo sh THIS-FILE undo ID     take it back now

set -u
base=${GW_BASE:-/var/lib/gatewright}
if [ $# -gt 0 ]; then
    case ${2:-} in '' | *[!a-z0-9-]*) echo "usage: $0 [keep|undo ID]" >&2 && exit 2 ;; esac
    # "undo" lets the time run out at once: the script that waits sees it return.
    for state in armed reverting reverted; do
        guard=$base/$state/$2/guard.sh
        [ -f "$guard" ] || continue
        case $1:$state in
        undo:armed) exec /bin/sh "$guard" extend "$2" 1 ;;
        *) exec /bin/sh "$guard" "$1" "$2" ;;
        esac
    done
    echo "There is no such change" >&2
    exit 1
fi
id=$(date +%Y%m%d-%H%M%S)-$$
)sh";

constexpr char driver[] = R"sh(
# What the guard says, for people.
plain() { printf %s "${1#:}" | base64 -d; }
step() { (. "$plan" && "step_$1" && printf '%s\n' "$name"); }
explain() {
    while read -r what one two three four _; do
        case $what in
        step)
            case $two in
            begin) echo "-> $(step "$one")" ;;
            failed) echo "   failed" ;;
            esac
            ;;
        said) plain "$two" | sed 's/^/   /' ;;
        conflict) echo "Not as the plan saw it, so nothing was changed: $(step "$one")" ;;
        held) echo "Somebody else's change is open here: $(plain "$four")" ;;
        refused) echo "Refused ($one): $(plain "$three")" ;;
        checkfailed) plain "$two" ;;
        remark | trouble) echo "Note: $one $(case $two in :*) plain "$two" ;; *) step "$two" ;; esac)" ;;
        returned) echo "The old state is back ($one; why: $two $three)." ;;
        esac
    done
}
plan=$(mktemp) answer=$(mktemp)
trap 'rm -f "$plan" "$answer"' EXIT
cp "$t/plan.sh" "$plan"

/bin/sh "$t/guard.sh" begin "$id" >"$answer"
code=$?
explain <"$answer"
[ $code = 0 ] || { echo "Nothing was changed." && exit 1; }
{ /bin/sh "$t/guard.sh" switch "$id" && echo applied; } | tee "$answer" | explain
grep -qx applied "$answer" || exit 1

guard=$base/armed/$id/guard.sh
left=$(sed -n 's/^armed [^ ]* [^ ]* //p' "$answer" | tail -n 1)
echo
echo "Applied. The server takes it back in $left seconds unless somebody keeps it."
echo "From a second, NEW login (an old one proves nothing):  sudo sh $guard keep $id"
while [ -d "$base/armed/$id" ]; do sleep 1; done
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
    [ -d "$base/reverting/$id" ] || break
    sleep 2
done
if [ -d "$base/reverting/$id" ] || [ -d "$base/reverted/$id" ]; then
    /bin/sh "$base/reverted/$id/guard.sh" undo "$id" | grep -v '^said\|^step' | explain
    exit 1
fi
echo "Kept."
)sh";

bool holdsSecret(const Step &step)
{
    const auto *write = std::get_if<WriteFile>(&step.change);
    return write && write->secrecy == Secrecy::Secret;
}

QByteArray asComment(const QString &text)
{
    return "# " + text.toUtf8().replace('\r', ' ').replace('\n', ' ') + '\n';
}

} // namespace

Result<QByteArray> shellExportOf(const Plan &plan)
{
    for (const Step &step : plan.steps)
        if (holdsSecret(step))
            return Error{Error::Kind::Invalid,
                         Text::tr("Export the plan as a shell script"),
                         Text::tr("\"%1\" holds a secret, which has no place in a file").arg(titleOf(step.change)),
                         Text::tr("Apply the plan from here, or leave that step out"),
                         {}};
    const Payload payload = GW_TRY(payloadOf(plan, QStringLiteral("a shell script made by Gatewright"), plan.window));
    QByteArray text = "#!/bin/sh\n" + asComment(plan.title) + "#\n";
    for (const Step &step : plan.steps)
        text += asComment(QStringLiteral("- %1: %2").arg(titleOf(step.change), step.reason));
    return QByteArray(text + "#\n" + head + placingText(payload) + driver);
}

} // namespace gw
