// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/apply/guardwords.h"

#include <QCoreApplication>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Apply)
};

QString shownWord(const GuardAnswer::Remark &remark, qsizetype index)
{
    return UntrustedText::fromBytes(remark.words.value(index).trimmed()).shown();
}

/// What a command said last: that is where the reason stands.
QString lastLine(const QByteArray &output)
{
    const QByteArray said = output.trimmed();
    return UntrustedText::fromBytes(said.mid(said.lastIndexOf('\n') + 1)).shown(300);
}

QString remarkText(const GuardAnswer::Remark &remark, const StepTitle &title)
{
    const QByteArray &kind = remark.kind;
    const QString first = shownWord(remark, 0);
    const QString said = lastLine(remark.words.value(remark.words.size() - 1));
    if (kind == "foreign-aside")
        return Text::tr(
                   "%1 had been edited by somebody else in the meantime. The old file is back; their version is kept "
                   "on the server as %2")
            .arg(first, shownWord(remark, 1));
    if (kind == "foreign-left")
        return Text::tr("%1 had been edited by somebody else in the meantime and was left as they made it").arg(first);
    if (kind == "foreign-removed")
        return Text::tr("%1 had been removed by somebody else in the meantime. It is back").arg(first);
    if (kind == "foreign-mode")
        return Text::tr("Mode or owner of %1 had been changed by somebody else in the meantime. They are as before")
            .arg(first);
    if (kind == "file")
        return Text::tr("%1 could not be put back: %2").arg(first, said);
    if (kind == "undo")
        return Text::tr("The way back of \"%1\" failed: %2").arg(title(remark.words.value(0).toInt() - 1), said);
    if (kind == "package")
        return Text::tr("The package %1 could not be removed again: %2").arg(first, said);
    if (kind == "service")
        return Text::tr("The service %1 could not be brought back to its old state: %2").arg(first, said);
    if (kind == "firewall")
        return Text::tr("The rules of the firewall are not quite as before: %1").arg(said);
    return Text::tr("Something else was noticed: %1").arg(UntrustedText::fromBytes(kind).shown(80));
}

QString refusalText(const GuardAnswer::Refusal &refusal)
{
    const QString detail = refusal.detail.shown();
    if (refusal.reason == "root")
        return Text::tr("Only root may change a server");
    if (refusal.reason == "readonly")
        return Text::tr("%1 is on a file system that is mounted read-only").arg(detail);
    if (refusal.reason == "immutable")
        return Text::tr("%1 carries the attribute \"immutable\" or \"append only\"").arg(detail);
    if (refusal.reason == "full")
        return detail.isEmpty() ? Text::tr("The server has no room left for backups")
                                : Text::tr("There is no room left on the file system of %1").arg(detail);
    if (refusal.reason == "irregular")
        return Text::tr("%1 is not a regular file").arg(detail);
    if (refusal.reason == "damaged")
        return Text::tr("The new content of %1 arrived damaged").arg(detail);
    if (refusal.reason == "tool")
        return Text::tr("The server has no program %1").arg(detail);
    if (refusal.reason == "packages")
        return Text::tr("The server has no package manager that is known here, so %1 cannot be installed").arg(detail);
    if (refusal.reason == "arm")
        return Text::tr("Neither a timer nor a process could be started that would take the change back");
    return detail;
}

QString refusalAdvice(const GuardAnswer::Refusal &refusal)
{
    const QString untouched = Text::tr("Nothing was changed.");
    if (refusal.reason == "root")
        return untouched + u' ' + Text::tr("Log in as root, or as a user with sudo");
    if (refusal.reason == "readonly")
        return untouched + u' ' + Text::tr("Mount it writable, then try again");
    if (refusal.reason == "immutable")
        return untouched + u' ' + Text::tr("If it is meant to be changed, remove the attribute with chattr -i -a");
    if (refusal.reason == "full")
        return untouched + u' ' + Text::tr("Make room, then try again");
    if (refusal.reason == "damaged")
        return untouched + u' ' + Text::tr("Try again");
    return untouched;
}

} // namespace

QString causeText(const GuardAnswer &answer, const StepTitle &title)
{
    if (!answer.ended)
        return Text::tr("Somebody else has taken the change back");
    const GuardAnswer::Ended &ended = *answer.ended;
    if (ended.cause == "deadline")
        return Text::tr("Nobody confirmed the change in time");
    if (ended.cause == "boot")
        return Text::tr("The server was restarted before anybody confirmed the change");
    if (ended.cause == "asked")
        return Text::tr("It was taken back on request");
    if (ended.cause == "arm")
        return Text::tr("The way back could not be armed a second time");
    if (ended.cause == "step" && ended.step >= 0) {
        const QString said = lastLine(answer.steps.value(ended.step).output);
        return said.isEmpty() ? Text::tr("\"%1\" failed").arg(title(ended.step))
                              : Text::tr("\"%1\" failed: %2").arg(title(ended.step), said);
    }
    return Text::tr("The server took the change back");
}

QStringList remarkTexts(const GuardAnswer &answer, const StepTitle &title)
{
    QStringList texts;
    for (const GuardAnswer::Remark &remark : answer.remarks)
        texts.append(remarkText(remark, title));
    if (answer.ended && answer.ended->completeness == GuardAnswer::Ended::Completeness::Unfinished)
        texts.append(Text::tr("The server goes on trying by itself"));
    return texts;
}

QStringList notCoveredTexts(const GuardAnswer::Guarded &guarded)
{
    QStringList texts;
    if (guarded.guard != u"systemd") {
        texts.append(
            Text::tr("The end of all processes of this login (KillUserProcesses of systemd-logind): there is no "
                     "systemd timer, a process waits instead"));
        texts.append(Text::tr("Somebody who ends that process"));
    }
    if (guarded.boot == u"cron")
        texts.append(
            Text::tr("The first moments after a reboot: cron takes the change back, after the services have started"));
    else if (guarded.boot != u"unit")
        texts.append(Text::tr("A reboot: there is neither systemd nor cron"));
    return texts;
}

Error refusalError(const GuardAnswer::Refusal &refusal, const QString &server, const StepTitle &title)
{
    const QString cause =
        refusal.step >= 0
            ? Text::tr("%1: %2", "a step, what is wrong with it").arg(title(refusal.step), refusalText(refusal))
            : refusalText(refusal);
    const auto kind =
        refusal.reason == "tool" || refusal.reason == "packages" ? Error::Kind::Unsupported : Error::Kind::Failed;
    return Error{kind, Text::tr("Change %1").arg(server), cause, refusalAdvice(refusal), {}};
}

Returned returnedFrom(const GuardAnswer &answer, QList<StepRecord> steps, const StepTitle &title)
{
    for (auto step = answer.steps.begin(); step != answer.steps.end(); ++step) {
        if (step.key() >= steps.size())
            continue;
        StepRecord &record = steps[step.key()];
        record.state = step->state;
        record.took = step->took;
        record.output = step->output;
    }
    using Completeness = GuardAnswer::Ended::Completeness;
    return Returned{steps, causeText(answer, title),
                    !answer.ended || answer.ended->completeness == Completeness::Complete, remarkTexts(answer, title)};
}

} // namespace gw
