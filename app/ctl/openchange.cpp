// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/openchange.h"

#include <QCoreApplication>

namespace gw::ctl {
namespace {

using namespace Qt::StringLiterals;

Error notFound(const QString &id, const QString &cause, const QString &advice)
{
    return {Error::Kind::Invalid,
            QCoreApplication::translate("ctl", "Find the change %1").arg(UntrustedText(id).shown()),
            cause,
            advice,
            {}};
}

} // namespace

Result<std::optional<ChangeRecord>> recordOf(const QString &word, const QCommandLineParser &parser)
{
    if (parser.isSet(u"no-store"_s))
        return std::optional<ChangeRecord>();
    const auto store = GW_TRY(Store::open(Store::defaultPath()));
    bool isNumber = false;
    const qint64 number = word.toLongLong(&isNumber);
    if (isNumber)
        return std::optional(GW_TRY(store->change(number)));
    return store->changeOf(word);
}

Result<Resumed> resume(const QString &id, const QString &target, const QCommandLineParser &parser, std::stop_token stop)
{
    const std::optional<ChangeRecord> known = GW_TRY(recordOf(id, parser));
    if (!known && target.isEmpty())
        return notFound(id, QCoreApplication::translate("ctl", "The journal of this computer does not know it"),
                        QCoreApplication::translate("ctl", "Name the TARGET too"));
    if (known && known->outcome != Outcome::Open)
        return notFound(id, QCoreApplication::translate("ctl", "It is over: %1").arg(outcomeName(known->outcome)), {});
    const QString transaction = known ? known->transaction : id;
    Resumed resumed{
        target.isEmpty() ? GW_TRY(sessionFor(*known, parser)) : GW_TRY(sessionFor(target, parser)), {}, {}, {}};
    resumed.connection = GW_TRY(reach(resumed.session, parser, stop));
    const ChangeJournal journal = GW_TRY(journalOf(resumed.session, parser));
    const Contact contact = contactOf(resumed.connection, parser);
    const QList<OpenChange> open = GW_TRY(contact.guard.openChanges(contact.shell, contact.elevation, stop));
    const auto change =
        std::find_if(open.begin(), open.end(), [&](const OpenChange &each) { return each.transaction == transaction; });
    if (change == open.end() && !known)
        return notFound(id,
                        QCoreApplication::translate("ctl", "%1 has no such change").arg(resumed.session.server.name),
                        QCoreApplication::translate("ctl", "It may have returned already"));
    OpenChange gone;
    gone.transaction = transaction;
    resumed.run = std::make_unique<ChangeRun>(
        ChangeRun::resumed(requestFor(resumed.session.server, {}, resumed.connection.way, *resumed.connection.shell),
                           journal, change == open.end() ? gone : *change, known));
    resumed.state = GW_TRY(resumed.run->lookAgain(contact, open, stop));
    return resumed;
}

} // namespace gw::ctl
