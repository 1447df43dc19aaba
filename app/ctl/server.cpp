// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/server.h"

#include "app/ctl/terminal.h"
#include "backend/ssh/route.h"
#include "backend/survey/bestsurvey.h"

#include <QCoreApplication>

namespace gw::ctl {
namespace {

using namespace Qt::StringLiterals;

std::unique_ptr<Store> openStore(const QCommandLineParser &parser)
{
    if (parser.isSet(u"no-store"_s))
        return nullptr;
    auto store = Store::open(Store::defaultPath());
    if (store)
        return std::move(store).value();
    complain(QCoreApplication::translate("ctl", "Nothing will be kept: %1").arg(store.error().text()));
    return nullptr;
}

// A server that was never saved keeps its surveys under the name that it was called by.
const QString unsavedPrefix = u"target "_s;

Server unsaved(const QString &target)
{
    Server server;
    server.id = HostId(unsavedPrefix + target);
    server.name = target;
    server.target = target;
    return server;
}

} // namespace

void describeConnection(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"identity"_s, QCoreApplication::translate("ctl", "Log in with this private key."), u"FILE"_s},
        {u"ssh-config"_s, QCoreApplication::translate("ctl", "Read this file instead of ~/.ssh/config."), u"FILE"_s},
        {u"transport"_s, QCoreApplication::translate("ctl", "automatic (default), libssh or openssh."), u"NAME"_s},
        {u"accept-host-key"_s,
         QCoreApplication::translate("ctl", "Accept an unknown host key with this fingerprint (SHA256:…)."),
         u"FINGERPRINT"_s},
        {u"ask-root-password"_s,
         QCoreApplication::translate("ctl", "Ask for the password of sudo or doas, to see what needs root.")},
        {u"no-store"_s, QCoreApplication::translate("ctl", "Neither read nor keep anything on this computer.")},
    });
}

Result<Server> serverFor(const QString &target, const Store *store)
{
    if (target == u"local"_s)
        return thisComputer();
    const QList<Server> saved = store ? GW_TRY(store->servers()) : QList<Server>();
    for (const Server &server : saved) {
        if (server.name == target || server.target == target)
            return server;
    }
    GW_TRY(Target::parse(target));
    return unsaved(target);
}

Result<Session> sessionFor(const QString &target, const QCommandLineParser &parser)
{
    Session session;
    session.store = openStore(parser);
    session.server = GW_TRY(serverFor(target, session.store.get()));
    return session;
}

Result<Session> sessionFor(const ChangeRecord &record, const QCommandLineParser &parser)
{
    const QString id = record.host.text();
    if (record.host == HostId::local())
        return sessionFor(u"local"_s, parser);
    if (id.startsWith(unsavedPrefix))
        return sessionFor(id.sliced(unsavedPrefix.size()), parser);
    Session session;
    session.store = openStore(parser);
    const QList<Server> saved = session.store ? GW_TRY(session.store->servers()) : QList<Server>();
    const auto server =
        std::find_if(saved.begin(), saved.end(), [&](const Server &each) { return each.id == record.host; });
    if (server == saved.end())
        return Error{Error::Kind::Invalid,
                     QCoreApplication::translate("ctl", "Find the server of change %1").arg(record.number),
                     QCoreApplication::translate("ctl", "%1 is no saved server any more").arg(record.serverName),
                     QCoreApplication::translate("ctl", "Name the TARGET too"),
                     {}};
    session.server = *server;
    return session;
}

Result<Connection> reach(const Session &session, const QCommandLineParser &parser, std::stop_token stop)
{
    Connection connection = GW_TRY(connectTo(session.server, parser, stop));
    connection.way.elevation = GW_TRY(elevationFor(*connection.shell, parser, stop));
    return connection;
}

Result<SurveyAnswer> surveyServer(const Session &session, const QCommandLineParser &parser, std::stop_token stop)
{
    const Connection connection = GW_TRY(reach(session, parser, stop));
    return surveyServer(session, connection, stop);
}

Result<SurveyAnswer> surveyServer(const Session &session, const Connection &connection, std::stop_token stop)
{
    const QString where = UntrustedText(session.server.name).shown();
    const auto report = [&where](const SurveyProgress &progress) {
        showProgress(
            QCoreApplication::translate("ctl", "Surveying %1: %2 of %3")
                .arg(where, QString::number(progress.sectionsDone), QString::number(progress.sectionsExpected)));
    };
    BestSurvey best = GW_TRY(bestSurvey(*connection.shell, connection.way.elevation, stop, report));
    clearProgress();
    if (best.rootRefused)
        complain(QCoreApplication::translate("ctl", "Surveyed without root. %1").arg(best.rootRefused->text()));
    if (session.store) {
        if (const auto kept = session.store->keep(session.server.id, best.answer); !kept)
            complain(QCoreApplication::translate("ctl", "The survey was not kept: %1").arg(kept.error().text()));
    }
    return std::move(best.answer);
}

void warnAboutMissingRoot(const Facts &facts, const QCommandLineParser &parser)
{
    if (facts.access.isRoot || facts.fromFolder)
        return;
    complain(
        facts.access.asks != Access::Program::None && !parser.isSet(u"ask-root-password"_s)
            ? QCoreApplication::translate("ctl", "Not everything could be seen without root. Use --ask-root-password.")
            : QCoreApplication::translate("ctl", "Not everything could be seen without root."));
}

} // namespace gw::ctl
