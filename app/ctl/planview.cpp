// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/planview.h"

#include "backend/plan/diff.h"

#include <QCoreApplication>

namespace gw::ctl {
namespace {

using namespace Qt::StringLiterals;

QString shown(const QByteArray &bytes)
{
    return UntrustedText::fromBytes(bytes).shownLines();
}

QByteArray nameOf(char side, const RemotePath &path, const FileState &state)
{
    return state.exists() ? QByteArray(side + path.bytes()) : QByteArray("/dev/null");
}

QString diffOf(const RemotePath &path, const FileState &before, const FileState &after, Secrecy secrecy)
{
    if (secrecy == Secrecy::Secret)
        return QCoreApplication::translate("ctl", "%1: its content is secret and not shown\n").arg(path.shown());
    return shown(unifiedDiff(nameOf('a', path, before), nameOf('b', path, after), before.content, after.content));
}

/// What a step does to a file; empty where it touches none.
QString diffOf(const Change &change)
{
    if (const auto *write = std::get_if<WriteFile>(&change)) {
        FileState after;
        after.kind = FileState::Kind::Regular;
        after.content = write->after;
        return diffOf(write->path, write->before, after, write->secrecy);
    }
    if (const auto *remove = std::get_if<RemoveFile>(&change))
        return diffOf(remove->path, remove->before, {}, remove->secrecy);
    return {};
}

/// Texts of a plan from a file: none of them is more than a line of the preview.
QString oneLine(const QString &text)
{
    constexpr qsizetype longest = 4000;
    return UntrustedText(text).shown(longest);
}

QString heading(const QString &text)
{
    return u'\n' + text + u'\n';
}

/// "Restarts: ssh.service", nothing for an empty list.
QString listed(const QString &format, const QStringList &what)
{
    return what.isEmpty() ? QString() : QString(format.arg(what.join(u", "_s)) + u'\n');
}

QString underStep(const QString &text)
{
    return text.isEmpty() ? QString() : QString(u"     "_s + text + u'\n');
}

/// Who may do what with a file afterwards; empty: the same as before.
QString attributesText(const WriteFile &write)
{
    const FileAttributes before = write.before.exists() ? write.before.attributes : FileAttributes{};
    const FileAttributes after = write.attributes.value_or(before);
    if (write.before.exists() && after == before)
        return {};
    return QCoreApplication::translate("ctl", "Mode %1, owner %2, group %3")
        .arg(after.mode, 4, 8, QChar(u'0'))
        .arg(UntrustedText::fromBytes(after.owner).shown(), UntrustedText::fromBytes(after.group).shown());
}

/// What else runs as root because of a command, and what it may change.
QString wayBackText(const RunCommand &run)
{
    QString text;
    if (run.undo)
        text += underStep(QCoreApplication::translate("ctl", "Taken back by: $ %1").arg(shown(*run.undo)));
    QStringList paths;
    for (const RemotePath &path : run.touches)
        paths += path.shown();
    if (!paths.isEmpty())
        text += underStep(
            QCoreApplication::translate("ctl", "Files it may change, which are put back: %1").arg(paths.join(u", "_s)));
    if (run.changesFirewall)
        text += underStep(QCoreApplication::translate("ctl", "The rules of the firewall are put back too."));
    return text;
}

QString stepText(int number, const Step &step)
{
    QString text = u"%1. %2\n"_s.arg(QString::number(number).rightJustified(3), titleOf(step.change));
    text += underStep(oneLine(step.reason));
    const auto *write = std::get_if<WriteFile>(&step.change);
    if (write)
        text += underStep(attributesText(*write));
    if (!write && !std::holds_alternative<RemoveFile>(step.change))
        text += underStep(u"$ "_s + shown(commandOf(step.change)));
    if (const auto *run = std::get_if<RunCommand>(&step.change))
        text += wayBackText(*run);
    return text;
}

const Change *changeOf(const Plan &plan, const RemotePath &path)
{
    const auto step = std::find_if(plan.steps.begin(), plan.steps.end(),
                                   [&path](const Step &each) { return changedFile(each.change) == path; });
    return step == plan.steps.end() ? nullptr : &step->change;
}

QString proofText(const ProofRecord &proof)
{
    return u"  %1 %2: %3\n"_s.arg(proof.held ? u"+"_s : u"-"_s, titleOf(proof.proof), proof.detail);
}

QString stateOf(const StepRecord &step)
{
    switch (step.state) {
    case StepRecord::State::Done: return QCoreApplication::translate("ctl", "done");
    case StepRecord::State::Failed: return QCoreApplication::translate("ctl", "failed");
    case StepRecord::State::NotRun: break;
    }
    return QCoreApplication::translate("ctl", "not run");
}

} // namespace

QString previewText(const Plan &plan, const QString &serverName)
{
    const PlanSummary summary = summaryOf(plan);
    QString text = QCoreApplication::translate("ctl", "%1 on %2\n").arg(oneLine(plan.title), serverName);
    for (const QString &warning : plan.warnings)
        text += QCoreApplication::translate("ctl", "Warning: %1\n").arg(oneLine(warning));
    text += heading(QCoreApplication::translate("ctl", "Steps, in this order:"));
    for (int i = 0; i < plan.steps.size(); ++i)
        text += stepText(i + 1, plan.steps[i]);
    text += u'\n';
    for (const Step &step : plan.steps)
        text += diffOf(step.change);
    text += heading(QCoreApplication::translate("ctl", "Before it is kept, from this computer:"));
    const bool hasLogin = std::any_of(plan.proofs.begin(), plan.proofs.end(),
                                      [](const Proof &proof) { return std::holds_alternative<LoginProof>(proof); });
    if (!hasLogin)
        text += u"  "_s + titleOf(Proof(LoginProof{})) + u'\n';
    for (const Proof &proof : plan.proofs)
        text += u"  "_s + titleOf(proof) + u'\n';
    text += u'\n';
    text += listed(QCoreApplication::translate("ctl", "Restarts, away for a moment: %1"), summary.restarts);
    text += listed(QCoreApplication::translate("ctl", "Reloads: %1"), summary.reloads);
    text += listed(QCoreApplication::translate("ctl", "Without a way back: %1"), summary.notUndone);
    text += QCoreApplication::translate(
                "ctl", "The way back: the server itself returns after %1 s unless somebody confirms, also when this "
                       "computer or the network is gone.")
                .arg(plan.window.count());
    return text + u'\n';
}

QString conflictText(const Plan &plan, const QList<FileConflict> &conflicts)
{
    QString text;
    for (const FileConflict &conflict : conflicts) {
        const Change *wanted = changeOf(plan, conflict.path);
        if (wanted && secrecyOf(*wanted) == Secrecy::Secret) {
            text += QCoreApplication::translate("ctl", "%1: its content is secret and not shown\n")
                        .arg(conflict.path.shown());
            continue;
        }
        text += heading(QCoreApplication::translate("ctl", "%1, changed by somebody else since the plan was made:")
                            .arg(conflict.path.shown()));
        text += shown(unifiedDiff("expected" + conflict.path.bytes(), "found" + conflict.path.bytes(),
                                  conflict.expected.content, conflict.found.content));
        if (const QString plans = wanted ? diffOf(*wanted) : QString(); !plans.isEmpty())
            text += heading(QCoreApplication::translate("ctl", "What the plan changes in it:")) + plans;
    }
    return text;
}

QString changeText(const ChangeRecord &record)
{
    QString text = u"#%1 %2\n"_s.arg(QString::number(record.number), record.plan.title);
    text += QCoreApplication::translate("ctl", "%1: %2\n").arg(record.serverName, outcomeName(record.outcome));
    if (!record.detail.isEmpty())
        text += record.detail + u'\n';
    text += QCoreApplication::translate("ctl", "%1, by %2, %3\n")
                .arg(record.at.toLocalTime().toString(Qt::ISODate), record.who, record.transaction);
    if (!record.steps.isEmpty())
        text += heading(QCoreApplication::translate("ctl", "Steps:"));
    for (const StepRecord &step : record.steps) {
        text += u"  %1: %2\n"_s.arg(step.id, stateOf(step));
        if (!step.output.isEmpty())
            text += u"    "_s + shown(step.output.trimmed()).replace(u'\n', u"\n    "_s) + u'\n';
    }
    if (!record.proofs.isEmpty())
        text += heading(QCoreApplication::translate("ctl", "Proofs:"));
    for (const ProofRecord &proof : record.proofs)
        text += proofText(proof);
    text += u'\n';
    for (const FileRecord &file : record.files)
        text += diffOf(file.path, file.before, file.after, file.secrecy);
    return text;
}

} // namespace gw::ctl
