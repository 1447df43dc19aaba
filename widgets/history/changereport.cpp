// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/history/changereport.h"

#include "backend/base/untrustedtext.h"
#include "backend/plan/diff.h"
#include "widgets/parts/format.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace gw {
namespace {

constexpr qsizetype longestName = 60;

struct ChangeReport {
    Q_DECLARE_TR_FUNCTIONS(ChangeReport)
};

QString shown(const QByteArray &bytes)
{
    return UntrustedText::fromBytes(bytes).shown(2000);
}

/// So many backticks that those in the text do not end it (CommonMark 0.31, 4.5 and 6.1).
QString fenceFor(const QString &text, qsizetype least)
{
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar c : text) {
        run = c == u'`' ? run + 1 : 0;
        longest = qMax(longest, run);
    }
    return QString(qMax(least, longest + 1), u'`');
}

QString code(const QString &text)
{
    const QString fence = fenceFor(text, 1);
    const bool padded = text.startsWith(u'`') || text.endsWith(u'`');
    return fence + (padded ? QStringLiteral(" %1 ") : QStringLiteral("%1")).arg(text) + fence;
}

QString block(const QString &language, QString text)
{
    while (text.endsWith(u'\n'))
        text.chop(1);
    const QString fence = fenceFor(text, 3);
    return fence + language + u'\n' + text + u'\n' + fence;
}

/// Plain words in Markdown: what would be markup is escaped (CommonMark 0.31, 2.4), and so is what would begin a
/// heading or a list.
QString words(const QString &text)
{
    static const QRegularExpression markup(QStringLiteral(R"(([\\`*_{}\[\]<>|~&]|^[#+-]))"));
    QString escaped = text.simplified();
    return escaped.replace(markup, QStringLiteral("\\\\1"));
}

QString headingOf(const ChangeRecord &change)
{
    return change.number > 0 ? QStringLiteral("%1 (#%2)").arg(change.plan.title).arg(change.number) : change.plan.title;
}

QStringList factsOf(const ChangeRecord &change)
{
    QStringList facts{ChangeReport::tr("Server: %1").arg(change.serverName),
                      ChangeReport::tr("When: %1").arg(momentName(change.at)),
                      ChangeReport::tr("Who: %1").arg(change.who)};
    if (change.undoes)
        facts << ChangeReport::tr("Takes back: #%1").arg(*change.undoes);
    if (!change.hostKey.isEmpty())
        facts << ChangeReport::tr("Host key: %1").arg(change.hostKey);
    facts << ChangeReport::tr("Outcome: %1").arg(format::joined({outcomeName(change.outcome), change.detail}));
    return facts;
}

const StepRecord *recordOf(const ChangeRecord &change, const QString &id)
{
    for (const StepRecord &step : change.steps) {
        if (step.id == id)
            return &step;
    }
    return nullptr;
}

QString stateOf(const StepRecord *step)
{
    if (!step || step->state == StepRecord::State::NotRun)
        return ChangeReport::tr("not run");
    return step->state == StepRecord::State::Done
               ? ChangeReport::tr("done in %1").arg(format::seconds(step->took))
               : ChangeReport::tr("failed after %1").arg(format::seconds(step->took));
}

bool namesAFile(const Change &change)
{
    return std::holds_alternative<WriteFile>(change) || std::holds_alternative<RemoveFile>(change);
}

QString fileSection(const FileRecord &file)
{
    QStringList lines{QStringLiteral("### ") + code(file.path.shown())};
    lines << ChangeReport::tr("Before: %1").arg(words(stateName(file.before)))
          << ChangeReport::tr("After: %1").arg(words(stateName(file.after)));
    if (file.secrecy == Secrecy::Secret) {
        lines << ChangeReport::tr("Its content is secret and was not kept.");
    } else {
        const QByteArray name = file.path.shown().toUtf8();
        const QByteArray diff =
            unifiedDiff(file.before.exists() ? name : "/dev/null", file.after.exists() ? name : "/dev/null",
                        file.before.content, file.after.content);
        if (!diff.isEmpty())
            lines << block(QStringLiteral("diff"), UntrustedText::fromBytes(diff).shownLines());
    }
    return lines.join(QStringLiteral("\n\n"));
}

} // namespace

QString momentName(const QDateTime &at)
{
    return ChangeReport::tr("%1, %2", "date, time").arg(format::date(at.toLocalTime().date()), format::clock(at));
}

QString stateName(const FileState &state)
{
    if (!state.exists())
        return ChangeReport::tr("not there");
    if (state.kind == FileState::Kind::Link)
        return ChangeReport::tr("link to %1").arg(shown(state.linkTarget));
    return QStringLiteral("%1 %2:%3")
        .arg(QString::number(state.attributes.mode, 8).rightJustified(4, u'0'), shown(state.attributes.owner),
             shown(state.attributes.group));
}

QString shortReportOf(const ChangeRecord &change)
{
    QStringList lines{headingOf(change)};
    lines << factsOf(change);
    for (const FileRecord &file : change.files)
        lines << file.path.shown();
    for (const Step &step : change.plan.steps) {
        if (!namesAFile(step.change))
            lines << QStringLiteral("$ ") + shown(commandOf(step.change));
    }
    return lines.join(u'\n');
}

QByteArray markdownReportOf(const ChangeRecord &change)
{
    QStringList parts{QStringLiteral("# ") + words(headingOf(change))};
    QStringList facts;
    for (const QString &fact : factsOf(change))
        facts << QStringLiteral("- ") + words(fact);
    parts << facts.join(u'\n');

    if (!change.proofs.isEmpty()) {
        QStringList lines;
        for (const ProofRecord &proof : change.proofs)
            lines << QStringLiteral("- ") +
                         words(format::joined({titleOf(proof.proof),
                                               proof.held ? ChangeReport::tr("held") : ChangeReport::tr("did not hold"),
                                               proof.detail}));
        parts << QStringLiteral("## ") + ChangeReport::tr("Proofs") << lines.join(u'\n');
    }
    parts << QStringLiteral("## ") + ChangeReport::tr("Steps");
    int count = 0;
    for (const Step &step : change.plan.steps) {
        const StepRecord *record = recordOf(change, step.id);
        parts << QStringLiteral("%1. ").arg(++count) +
                     words(format::joined({titleOf(step.change), stateOf(record), step.reason}));
        QStringList said;
        if (!namesAFile(step.change))
            said << QStringLiteral("$ ") + shown(commandOf(step.change));
        if (record && !record->output.isEmpty())
            said << UntrustedText::fromBytes(record->output).shownLines();
        if (!said.isEmpty())
            parts << block(QStringLiteral("console"), said.join(u'\n'));
    }
    if (!change.files.isEmpty())
        parts << QStringLiteral("## ") + ChangeReport::tr("Files");
    for (const FileRecord &file : change.files)
        parts << fileSection(file);
    return parts.join(QStringLiteral("\n\n")).toUtf8() + '\n';
}

QString reportFileNameOf(const ChangeRecord &change)
{
    static const QRegularExpression unsafe(QStringLiteral("[^a-z0-9.]+"));
    QString name =
        QStringList{change.serverName, QString::number(change.number), change.plan.title}.join(u'-').toLower();
    name.replace(unsafe, QStringLiteral("-"));
    name = name.left(longestName);
    while (name.startsWith(u'.') || name.startsWith(u'-'))
        name.remove(0, 1);
    while (name.endsWith(u'-') || name.endsWith(u'.'))
        name.chop(1);
    return name + QStringLiteral(".md");
}

} // namespace gw
