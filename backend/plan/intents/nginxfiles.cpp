// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/diff.h"
#include "backend/plan/driftmatch.h"
#include "backend/plan/edits.h"
#include "backend/plan/intents/parts.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Intents)
};

constexpr QStringView nginxUnit = u"nginx.service";

bool isUnitActive(const Facts &facts)
{
    return facts.services.units &&
           std::any_of(facts.services.units->cbegin(), facts.services.units->cend(),
                       [](const SystemdUnit &unit) { return unit.name == nginxUnit && unit.activeState == u"active"; });
}

/// Without a unit: somebody started it.
bool isListening(const Facts &facts)
{
    return facts.listeners && std::any_of(facts.listeners->cbegin(), facts.listeners->cend(),
                                          [](const Listener &listener) { return listener.process == u"nginx"; });
}

/// Lines of two texts that are the same, by their numbers.
QList<QPair<qsizetype, qsizetype>> commonLines(const Pieces &before, const Pieces &after)
{
    QList<QPair<qsizetype, qsizetype>> common;
    qsizetype from = 0;
    qsizetype shift = 0;
    const auto take = [&](qsizetype end) {
        for (; from < end; ++from)
            common.append({from, from + shift});
    };
    for (const Edit &edit : editsOf(before, after)) {
        take(edit.before);
        from = edit.before + edit.removed;
        shift = edit.after + edit.added - from;
    }
    take(before.size());
    return common;
}

/// What was seen and what was made of it, with the secrets that the server has where the survey masked them.
struct Edited {
    QByteArray seen;
    QByteArray text;

    void unmask(const QByteArray &real)
    {
        const Pieces seenLines = linesOf(seen);
        const Pieces realLines = linesOf(real);
        const Pieces textLines = linesOf(text);
        QByteArrayList newSeen, newText;
        for (const QByteArrayView line : seenLines)
            newSeen.append(line.toByteArray());
        for (const QByteArrayView line : textLines)
            newText.append(line.toByteArray());
        for (const Edit &edit : editsOf(seenLines, realLines)) {
            for (qsizetype i = 0; i < edit.removed && edit.removed == edit.added; ++i) {
                const QByteArray line = realLines[edit.after + i].toByteArray();
                if (isMasked(newSeen[edit.before + i]) && fitsLine(newSeen[edit.before + i], line))
                    newSeen[edit.before + i] = line;
            }
        }
        for (const auto &[before, after] : commonLines(seenLines, textLines))
            newText[after] = newSeen[before];
        seen = newSeen.join();
        text = newText.join();
    }

    /// What masks ends every file with a line feed.
    void dropLastLineFeed()
    {
        if (seen.endsWith('\n') && text.endsWith('\n')) {
            seen.chop(1);
            text.chop(1);
        }
    }
};

} // namespace

Secrecy nginxSecrecy(const Facts &facts, const RemotePath &path)
{
    for (const FileFact *file : configurationFiles(facts)) {
        if (file->path == path)
            return isMasked(file->content) ? Secrecy::Secret : Secrecy::Public;
    }
    return Secrecy::Public;
}

void noteNginx(PlanMaker &maker, const QString &step)
{
    if (!step.isEmpty() && maker.has(step) && !maker.nginxSteps().contains(step))
        maker.nginxSteps().append(step);
}

Result<void> draftIntent(PlanMaker &maker, const EditNginxFile &wish)
{
    const QString tried = Text::tr("Edit %1").arg(wish.path.shown());
    const FileState state = GW_TRY(maker.file(wish.path));
    if (!state.exists())
        return invalidIntent(tried, Text::tr("It is not there any more"), Text::tr("Survey the server again"));
    Edited edited{wish.seen, wish.text};
    if (!state.content.endsWith('\n'))
        edited.dropLastLineFeed();
    edited.unmask(state.content);
    const Merge merge = mergeOf(edited.seen, edited.text, state.content);
    if (merge.conflicts > 0) {
        return invalidIntent(
            tried,
            isMasked(wish.seen)
                ? Text::tr("Line %1 is not on the server as it was shown: it has changed, or holds a "
                           "secret, which the survey does not bring")
                      .arg(merge.conflictLines.first())
                : Text::tr("Line %1 has changed on the server meanwhile").arg(merge.conflictLines.first()),
            Text::tr("Take back the change of that line, or survey the server again"));
    }
    noteNginx(maker,
              maker.write(wish.path, merge.text, wish.reason.isEmpty() ? Text::tr("As it was edited") : wish.reason, {},
                          isMasked(wish.seen) ? Secrecy::Secret : Secrecy::Public));
    return {};
}

void finishNginx(PlanMaker &maker)
{
    const QStringList steps = maker.nginxSteps();
    if (steps.isEmpty())
        return;
    const QString check = maker.add(Phase::Check, QStringLiteral("check nginx"), Check{Check::Kind::Nginx, {}},
                                    Text::tr("nginx must accept its configuration before it reads it"));
    QStringList needs{check};
    if (steps.size() == 1)
        needs += steps;
    const QString reason = Text::tr("nginx takes it up; open connections stay");
    if (isUnitActive(maker.facts())) {
        maker.act(nginxUnit.toString(), ServiceAction::Verb::Reload, reason, needs);
        maker.prove(UnitProof{ServiceUnit(nginxUnit.toString())});
    } else if (isListening(maker.facts())) {
        const QByteArray reload = "nginx -s reload";
        maker.add(Phase::Switch, QStringLiteral("reload nginx"), RunCommand{reload, reload}, reason, needs);
    } else {
        maker.warn(Text::tr("nginx does not run: it takes this up once it is started."));
    }
}

} // namespace gw
