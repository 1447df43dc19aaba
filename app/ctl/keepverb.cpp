// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/openchange.h"
#include "app/ctl/terminal.h"

#include <QCoreApplication>

namespace gw::ctl {
namespace {

using namespace Qt::StringLiterals;

void describe(QCommandLineParser &parser)
{
    parser.addOption(
        {u"format"_s, QCoreApplication::translate("ctl", "text (default) or json."), u"FORMAT"_s, u"text"_s});
    describeConnection(parser);
}

/// Proven once more over new connections, then kept: whoever says "keep" has decided.
Result<ChangeState> proveAndKeep(Resumed &resumed, const QCommandLineParser &parser, std::stop_token stop)
{
    if (std::holds_alternative<ChangeEnded>(resumed.state))
        return resumed.state;
    const Contact contact = contactOf(resumed.connection, parser);
    const ChangeState proven = GW_TRY(resumed.run->prove(contact, narration(resumed.run->record().plan), stop));
    if (std::holds_alternative<ChangeEnded>(proven))
        return proven; // a proof failed, and it was undone
    return resumed.run->keepIt(contact, stop);
}

int run(const QCommandLineParser &parser, std::stop_token stop)
{
    const QStringList words = parser.positionalArguments();
    if (words.isEmpty() || words.size() > 2) {
        complain(QCoreApplication::translate("ctl",
                                             "keep needs the ID of a change, and its TARGET where the journal of "
                                             "this computer does not know it."));
        return Failed;
    }
    if (const auto usable = checkFormat(parser); !usable)
        return fail(usable.error());
    auto resumed = resume(words[0], words.value(1), parser, stop);
    if (!resumed)
        return fail(resumed.error());
    const auto state = proveAndKeep(*resumed, parser, stop);
    if (!state)
        return fail(state.error());
    return report(std::get<ChangeEnded>(*state), parser);
}

} // namespace

const Verb keepVerb{"keep", "ID [TARGET]", QT_TRANSLATE_NOOP("ctl", "Makes a change last that is in force."), describe,
                    run};

} // namespace gw::ctl
