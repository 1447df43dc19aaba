// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/apply/guardanswer.h"

namespace gw {
namespace {

constexpr int mostSteps = 10'000;
constexpr qsizetype mostEntries = 2'000;     ///< remarks, conflicts
constexpr qsizetype mostOutput = 128 * 1024; ///< of one step

/// The index in Plan::steps for a number that the guard says; -1: none.
int indexOf(const QByteArray &word)
{
    bool isNumber = false;
    const int number = word.toInt(&isNumber);
    return isNumber && number > 0 && number <= mostSteps ? number - 1 : -1;
}

std::chrono::seconds secondsIn(const QByteArray &word)
{
    return std::chrono::seconds(std::clamp<qint64>(word.toLongLong(), 0, 100LL * 365 * 24 * 3600));
}

QByteArray textIn(const QByteArrayList &words, qsizetype index)
{
    return decodedWord(words.value(index)).value_or(QByteArray());
}

UntrustedText untrustedIn(const QByteArrayList &words, qsizetype index)
{
    return UntrustedText::fromBytes(textIn(words, index));
}

/// "conflict N KIND MODE :OWNER :GROUP :LINK :CONTENT"
GuardAnswer::Found foundIn(const QByteArrayList &words)
{
    GuardAnswer::Found found;
    found.step = indexOf(words.value(1));
    const QByteArray &kind = words[2];
    found.state.kind = kind == "missing" ? FileState::Kind::Missing
                       : kind == "link"  ? FileState::Kind::Link
                                         : FileState::Kind::Regular;
    if (!found.state.exists())
        return found;
    found.state.attributes = {words.value(3).toUInt(nullptr, 8), textIn(words, 4), textIn(words, 5)};
    found.state.linkTarget = textIn(words, 6);
    found.state.content = textIn(words, 7);
    return found;
}

/// "returned COMPLETENESS CAUSE [N]"
GuardAnswer::Ended endedIn(const QByteArrayList &words)
{
    using Completeness = GuardAnswer::Ended::Completeness;
    GuardAnswer::Ended ended;
    ended.completeness = words.value(1) == "complete"     ? Completeness::Complete
                         : words.value(1) == "unfinished" ? Completeness::Unfinished
                                                          : Completeness::Incomplete;
    ended.cause = words.value(2);
    ended.step = indexOf(words.value(3));
    return ended;
}

} // namespace

std::optional<QByteArray> decodedWord(const QByteArray &word)
{
    if (!word.startsWith(':'))
        return {};
    const auto decoded = QByteArray::fromBase64Encoding(word.mid(1), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return {};
    return decoded.decoded;
}

GuardAnswer GuardAnswer::from(const QByteArray &printed)
{
    GuardAnswer answer;
    for (const QByteArray &line : printed.split('\n'))
        answer.take(line);
    return answer;
}

void GuardAnswer::take(const QByteArray &line)
{
    const QByteArrayList words = line.split(' ');
    const QByteArray &what = words[0];
    if (what == "phase")
        phase = words.value(1);
    else if (what == "step" || what == "said")
        takeStep(words);
    else if (what == "name" && indexOf(words.value(1)) >= 0)
        names.insert(indexOf(words.value(1)), untrustedIn(words, 2));
    else if (what == "conflict" && words.size() == 8 && conflicts.size() < mostEntries)
        conflicts.append(foundIn(words));
    else if (what == "held")
        held = Held{untrustedIn(words, 4), secondsIn(words.value(3))};
    else if (what == "refused")
        refusal = Refusal{words.value(1), indexOf(words.value(2)), untrustedIn(words, 3)};
    else if (what == "checkfailed")
        checkFailed = CheckFailed{words.value(1), untrustedIn(words, 2)};
    else if (what == "armed")
        guarded = Guarded{QString::fromLatin1(words.value(1)), QString::fromLatin1(words.value(2)),
                          secondsIn(words.value(3))};
    else if (what == "ready")
        isReady = true;
    else if (what == "untouched")
        isUntouched = true;
    else if (what == "returned")
        ended = endedIn(words);
    else if ((what == "remark" || what == "trouble") && remarks.size() < mostEntries) {
        Remark remark{words.value(1), {}, what == "trouble"};
        for (const QByteArray &word : words.mid(2))
            remark.words.append(word.startsWith(':') ? decodedWord(word).value_or(QByteArray()) : word);
        remarks.append(remark);
    }
}

/// "step N begin", "step N done|failed MILLISECONDS", "said N :OUTPUT" (before the step's end, any number of times)
void GuardAnswer::takeStep(const QByteArrayList &words)
{
    const int index = indexOf(words.value(1));
    if (index < 0)
        return;
    if (words[0] == "said") {
        StepRecord &step = steps[index];
        if (step.output.size() < mostOutput)
            step.output += textIn(words, 2);
        return;
    }
    if (words.value(2) == "begin") {
        running = index;
        return;
    }
    StepRecord &step = steps[index];
    step.state = words.value(2) == "done" ? StepRecord::State::Done : StepRecord::State::Failed;
    step.took = std::chrono::milliseconds(std::max<qint64>(0, words.value(3).toLongLong()));
}

} // namespace gw
