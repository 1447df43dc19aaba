// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/changeflow.h"
#include "app/ctl/terminal.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

namespace gw::ctl {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 mostBytes = 64 * 1024 * 1024;

Result<Plan> planIn(const QString &path)
{
    const QString tried = QCoreApplication::translate("ctl", "Read the plan %1").arg(UntrustedText(path).shown());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Invalid, tried, file.errorString(), {}, {}};
    const QByteArray text = file.read(mostBytes);
    QJsonParseError wrong;
    const QJsonDocument json = QJsonDocument::fromJson(text, &wrong);
    if (!json.isObject())
        return Error{Error::Kind::Invalid,
                     tried,
                     wrong.error == QJsonParseError::NoError ? QCoreApplication::translate("ctl", "It is no plan")
                                                             : wrong.errorString(),
                     QCoreApplication::translate("ctl", "Plans are written by gatewrightctl fix --export json"),
                     {}};
    return planFromJson(json.object());
}

/// Several are one change: one write for each file, each service acted on once. For which server they were made does
/// not matter: the files that they expect to find say whether they fit.
Result<Plan> onePlanOf(const QStringList &paths)
{
    QList<Plan> plans;
    for (const QString &path : paths) {
        plans += GW_TRY(planIn(path));
        plans.last().host = {};
    }
    return merged(plans);
}

int run(const QCommandLineParser &parser, std::stop_token stop)
{
    const QStringList words = parser.positionalArguments();
    if (words.size() < 2) {
        complain(QCoreApplication::translate("ctl", "apply needs a PLAN.json, or several, and one TARGET."));
        return Failed;
    }
    if (const auto usable = checkChanging(parser); !usable)
        return fail(usable.error());
    auto plan = onePlanOf(words.first(words.size() - 1));
    if (!plan)
        return fail(plan.error());
    const auto session = sessionFor(words.last(), parser);
    if (!session)
        return fail(session.error());
    plan->host = session->server.id;
    const auto connection = reachToChange(*session, parser, stop);
    if (!connection)
        return fail(connection.error());
    return carryOut({*session, *connection, *plan}, parser, stop);
}

} // namespace

const Verb applyVerb{"apply", "PLAN.json... TARGET",
                     QT_TRANSLATE_NOOP("ctl", "Applies plans from files, as one change."), describeChanging, run};

} // namespace gw::ctl
