// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/planning.h"
#include "app/ctl/openchange.h"
#include "app/ctl/terminal.h"

#include <QCoreApplication>

namespace gw::ctl {
namespace {

using namespace Qt::StringLiterals;

void describe(QCommandLineParser &parser)
{
    parser.addOption(
        {u"only"_s,
         QCoreApplication::translate("ctl", "Of a kept change: take back this file and nothing else; may be repeated."),
         u"FILE"_s});
    describeChanging(parser);
}

/// It is in force: the server returns now.
int undoOpen(const QString &id, const QString &target, const QCommandLineParser &parser, std::stop_token stop)
{
    if (wantsPlanOnly(parser))
        return fail(
            Error{Error::Kind::Invalid,
                  QCoreApplication::translate("ctl", "Show how %1 is taken back").arg(UntrustedText(id).shown()),
                  QCoreApplication::translate("ctl", "There is no plan for it: it is not kept, and the server "
                                                     "itself takes it back"),
                  QCoreApplication::translate("ctl", "Leave --dry-run and --export out to undo it now"),
                  {}});
    if (const auto usable = checkFormat(parser); !usable)
        return fail(usable.error());
    auto resumed = resume(id, target, parser, stop);
    if (!resumed)
        return fail(resumed.error());
    if (std::holds_alternative<AwaitingKeep>(resumed->state))
        resumed->state = resumed->run->undoIt(contactOf(resumed->connection, parser));
    const auto &ended = std::get<ChangeEnded>(resumed->state);
    const int code = report(ended, parser);
    const bool isBack = ended.record.outcome == Outcome::Undone || ended.record.outcome == Outcome::CameBack;
    return code == Found && isBack ? Fine : code;
}

QList<RemotePath> filesIn(const QStringList &values)
{
    QList<RemotePath> files;
    for (const QString &value : values)
        files += RemotePath(value);
    return files;
}

/// It was kept, or what was to return did not: a new change takes it back, like any other.
int undoKept(const ChangeRecord &record, const QString &target, const QCommandLineParser &parser, std::stop_token stop)
{
    if (const auto usable = checkChanging(parser); !usable)
        return fail(usable.error());
    const auto session = target.isEmpty() ? sessionFor(record, parser) : sessionFor(target, parser);
    if (!session)
        return fail(session.error());
    const auto connection = reachToChange(*session, parser, stop);
    if (!connection)
        return fail(connection.error());
    auto plan = makeUndoPlan(contactOf(*connection, parser), record, filesIn(parser.values(u"only"_s)), stop);
    if (!plan)
        return fail(plan.error());
    plan->host = session->server.id;
    return carryOut({*session, *connection, *plan, record.number}, parser, stop);
}

int run(const QCommandLineParser &parser, std::stop_token stop)
{
    const QStringList words = parser.positionalArguments();
    if (words.isEmpty() || words.size() > 2) {
        complain(QCoreApplication::translate("ctl", "undo needs the ID or the number of a change (gatewrightctl "
                                                    "history), and its TARGET where the journal does not know it."));
        return Failed;
    }
    const auto known = recordOf(words[0], parser);
    if (!known)
        return fail(known.error());
    if (*known && ((*known)->outcome == Outcome::Kept || (*known)->outcome == Outcome::Broken))
        return undoKept(**known, words.value(1), parser, stop);
    return undoOpen(words[0], words.value(1), parser, stop);
}

} // namespace

const Verb undoVerb{"undo", "ID|NUMBER [TARGET]", QT_TRANSLATE_NOOP("ctl", "Takes a change back, also a past one."),
                    describe, run};

} // namespace gw::ctl
