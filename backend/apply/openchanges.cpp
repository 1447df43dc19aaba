// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/apply/guardcalls.h"
#include "backend/apply/guardwords.h"

#include <QCoreApplication>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Apply)
};

constexpr qsizetype mostChanges = 200;

// Each change is explained by the guard that was made with it.
constexpr char asker[] = R"sh(base=${GW_BASE:-/var/lib/gatewright}
[ -d "$base" ] || exit 0
[ "$(id -u)" = 0 ] || { echo 'refused root 0 :' && exit 69; }
for guard in "$base"/armed/*/guard.sh "$base"/reverting/*/guard.sh "$base"/confirmed/*/guard.sh "$base"/reverted/*/guard.sh; do
    [ -f "$guard" ] || continue
    change=${guard%/guard.sh}
    /bin/sh "$guard" status "${change##*/}"
done
exit 0
)sh";

/// "change ID STATE AGE LEFT :TITLE :HOLDER"
std::optional<OpenChange> changeIn(const QByteArrayList &words)
{
    using State = OpenChange::State;
    static const QMap<QByteArray, State> states{
        {"armed", State::Armed}, {"reverting", State::Returning}, {"reverted", State::CameBack}};
    OpenChange change;
    change.transaction = QString::fromLatin1(words.value(1));
    if (words.size() != 7 || !states.contains(words[2]) || !checkTransaction(change.transaction))
        return {};
    const auto seconds = [&words](int index) { return std::clamp<qint64>(words[index].toLongLong(), 0, 1LL << 32); };
    const QDateTime now = QDateTime::currentDateTimeUtc();
    change.state = states[words[2]];
    change.since = now.addSecs(-seconds(3));
    if (change.state == State::Armed)
        change.returnsAt = now.addSecs(seconds(4));
    change.title = UntrustedText::fromBytes(decodedWord(words[5]).value_or(QByteArray()));
    change.holder = UntrustedText::fromBytes(decodedWord(words[6]).value_or(QByteArray()));
    return change;
}

Returned returnedIn(const GuardAnswer &answer)
{
    const auto title = [&answer](int step) {
        return answer.names.contains(step) ? answer.names.value(step).shown() : Text::tr("step %1").arg(step + 1);
    };
    QList<StepRecord> steps;
    for (auto name = answer.names.begin(); name != answer.names.end() && name.key() == steps.size(); ++name)
        steps.append(StepRecord{name->raw(), StepRecord::State::NotRun, {}, {}});
    return returnedFrom(answer, steps, title);
}

} // namespace

Result<QList<OpenChange>> openChanges(Shell &shell, const Elevation &elevation, std::stop_token stop)
{
    Script script;
    script.text = asker;
    const Output output = GW_TRY(runScript(shell, script, elevation, std::move(stop)));
    const QString tried = Text::tr("Look for open changes on %1").arg(shell.description());
    if (output.exitCode != 0)
        return guardError(shell, {GuardExit(output.exitCode), GuardAnswer::from(output.out), {}}, tried);

    QList<OpenChange> changes;
    std::optional<OpenChange> current;
    GuardAnswer answer;
    for (const QByteArray &line : output.out.split('\n')) {
        if (line.startsWith("change ")) {
            current = changeIn(line.split(' '));
            answer = {};
        } else if (line.startsWith("end ") && current && changes.size() < mostChanges) {
            if (current->state != OpenChange::State::Armed)
                current->returned = returnedIn(answer);
            changes.append(*current);
            current.reset();
        } else {
            answer.take(line);
        }
    }
    return changes;
}

} // namespace gw
