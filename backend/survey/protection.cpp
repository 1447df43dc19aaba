// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/survey/protection.h"

#include "backend/survey/sections.h"

namespace gw {
namespace {

// fail2ban-client(1): "Banned IP list:\tA B C". systemd-analyze(1), security: "UNIT EXPOSURE PREDICATE HAPPY".
constexpr char script[] = R"sh(
limited() { timeout 15 "$@" 2>/dev/null; }
if command -v fail2ban-client >/dev/null 2>&1; then
    limited fail2ban-client status | sed -n 's/.*Jail list:[[:space:]]*//p' | tr -s ', ' '\n' | head -n 50 |
    while read -r jail; do
        limited fail2ban-client status "$jail" | sed -n 's/.*Banned IP list:[[:space:]]*//p' | tr -s ' ' '\n' |
        head -n 1000 | while read -r address; do [ -z "$address" ] || echo "ban $jail $address"; done
    done
fi
if command -v systemd-analyze >/dev/null 2>&1; then
    limited systemd-analyze security --no-pager | head -n 1000 | while read -r unit exposure rest; do
        case $unit in *.service) echo "unit $unit $exposure" ;; esac
    done
fi
)sh";

// systemd-analyze(1), security: --offline= looks at files, and takes the drop-ins that lie on this server along.
constexpr char outlook[] = R"sh(
security() { timeout 15 systemd-analyze security --no-pager "$@" 2>/dev/null | tail -n 1; }
command -v systemd-analyze >/dev/null 2>&1 || exit 0
echo "now $(security -- "$1")"
umask 077
there=$(mktemp -d /run/gatewright-unit.XXXXXX 2>/dev/null || mktemp -d) || exit 0
trap 'rm -rf "$there"' EXIT
printf '%s' "$2" >"$there/$1" && echo "then $(security --offline=true -- "$there/$1")"
)sh";

constexpr qint64 limit = 512 * 1024;

} // namespace

Result<Protection> askProtection(Shell &shell, const Elevation &elevation, std::stop_token stop)
{
    Script asking;
    asking.text = script;
    asking.outputLimit = limit;
    const Output output = GW_TRY(runScript(shell, asking, elevation, stop));
    return protectionFrom(output.out);
}

Protection protectionFrom(QByteArrayView printed)
{
    Protection protection;
    for (const QByteArrayView line : linesOf(printed)) {
        const QList<QByteArrayView> words = wordsOf(line);
        if (words.size() != 3)
            continue;
        bool isNumber = false;
        const double exposure = words[2].toByteArray().toDouble(&isNumber);
        if (words[0] == QByteArrayView("ban"))
            protection.bans += {untrusted(words[1]), untrusted(words[2])};
        else if (words[0] == QByteArrayView("unit") && isNumber)
            protection.units += {untrusted(words[1]), exposure};
    }
    return protection;
}

std::optional<double> exposureIn(QByteArrayView printed)
{
    const QByteArray text = printed.toByteArray();
    const QByteArrayList words = text.mid(text.lastIndexOf(": ") + 2).simplified().split(' ');
    bool isNumber = false;
    const double exposure = words.first().toDouble(&isNumber);
    const bool isExposure = isNumber && text.contains("exposure level for ") && exposure >= 0 && exposure <= 10;
    return isExposure ? std::optional(exposure) : std::nullopt;
}

Result<UnitOutlook> askOutlook(Shell &shell, const Elevation &elevation, const QString &unit, const QByteArray &text,
                               std::stop_token stop)
{
    Script asking;
    asking.text = outlook;
    asking.arguments = {unit.toUtf8(), text};
    asking.outputLimit = limit;
    const Output output = GW_TRY(runScript(shell, asking, elevation, stop));
    UnitOutlook asked;
    for (const QByteArrayView line : linesOf(output.out)) {
        if (line.startsWith(QByteArrayView("now ")))
            asked.now = exposureIn(line);
        else if (line.startsWith(QByteArrayView("then ")))
            asked.then = exposureIn(line);
    }
    return asked;
}

} // namespace gw
