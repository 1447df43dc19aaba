// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/apply/guardcalls.h"

#include "backend/apply/guardwords.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Apply)
};

constexpr qint64 mostAnswer = 64LL * 1024 * 1024;

// The folder of the change may move while it is looked for; guard.sh itself looks again. A shell that cannot open its
// script any more says 2 or 127.
constexpr char caller[] = R"sh(base=${GW_BASE:-/var/lib/gatewright}
[ "$(id -u)" = 0 ] || { echo 'refused root 0 :' && exit 69; }
for try in 1 2 3; do
    for state in new armed reverting confirmed reverted; do
        guard=$base/$state/$2/guard.sh
        [ -f "$guard" ] || continue
        /bin/sh "$guard" "$1" "$2" "$3"
        code=$?
        case $code in 2 | 127) [ -f "$guard" ] || continue ;; esac
        exit $code
    done
done
exit 66
)sh";

} // namespace

Result<void> checkTransaction(const QString &transaction)
{
    static const QRegularExpression known(QStringLiteral("\\A[a-z0-9][a-z0-9-]{0,63}\\z"));
    if (known.match(transaction).hasMatch())
        return {};
    return Error{Error::Kind::Invalid,
                 Text::tr("Look for a change on the server"),
                 Text::tr("\"%1\" is no id of a change").arg(UntrustedText(transaction).shown(80)),
                 {},
                 {}};
}

Result<Script> beginScript(const QString &transaction, const Payload &payload)
{
    GW_TRY(checkTransaction(transaction));
    Script script;
    script.text =
        "id='" + transaction.toLatin1() + "'\n" + placingText(payload) + "exec /bin/sh \"$t/guard.sh\" begin \"$id\"\n";
    script.timeout = std::chrono::minutes(10); // a slow line, large files, nginx that looks up names
    script.silence = std::chrono::minutes(2);
    script.outputLimit = mostAnswer;
    return script;
}

Result<GuardSaid> saidBy(Shell &shell, const Elevation &elevation, const Script &script, std::stop_token stop,
                         const Shell::Progress &progress)
{
    const Output output = GW_TRY(runScript(shell, script, elevation, std::move(stop), progress));
    return GuardSaid{GuardExit(output.exitCode), GuardAnswer::from(output.out),
                     UntrustedText::fromBytes(output.err.trimmed().right(1000))};
}

Result<GuardSaid> callGuard(Shell &shell, const Elevation &elevation, const GuardCall &call, std::stop_token stop,
                            const Shell::Progress &progress)
{
    GW_TRY(checkTransaction(call.transaction));
    Script script;
    script.text = caller;
    script.arguments = {call.verb, call.transaction.toLatin1(), call.argument};
    script.timeout = call.timeout;
    return saidBy(shell, elevation, script, std::move(stop), progress);
}

Error guardError(const Shell &shell, const GuardSaid &said, const QString &tried)
{
    Error error{Error::Kind::Failed, tried, {}, {}, {}};
    if (said.answer.refusal) {
        error = refusalError(*said.answer.refusal, shell.description(), [](int) { return QString(); });
        error.tried = tried;
        return error;
    }
    if (said.exit == GuardExit::Unknown) {
        error.cause = Text::tr("The server knows no such change");
        error.advice = Text::tr("It was kept, or taken back and reported, before");
    } else if (said.exit == GuardExit::TooLate) {
        error.kind = Error::Kind::TimedOut;
        error.cause = Text::tr("The time to confirm is over: the server has taken the change back");
        error.advice = Text::tr("Apply it again if it is still wanted");
    } else if (said.exit == GuardExit::Unfinished) {
        error.cause = Text::tr("The change is still being made, or being taken back");
        error.advice = Text::tr("Wait a moment and try again");
    } else {
        error.cause =
            Text::tr("The guard on the server ended with code %1: %2").arg(int(said.exit)).arg(said.noise.shown());
        error.advice = Text::tr("Look at /var/lib/gatewright there");
    }
    return error;
}

} // namespace gw
