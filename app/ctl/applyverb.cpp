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

int run(const QCommandLineParser &parser, std::stop_token stop)
{
    const QStringList words = parser.positionalArguments();
    if (words.size() != 2) {
        complain(QCoreApplication::translate("ctl", "apply needs a PLAN.json and one TARGET."));
        return Failed;
    }
    if (const auto usable = checkChanging(parser); !usable)
        return fail(usable.error());
    auto plan = planIn(words[0]);
    if (!plan)
        return fail(plan.error());
    const auto session = sessionFor(words[1], parser);
    if (!session)
        return fail(session.error());
    plan->host = session->server.id; // the files that it expects to find say whether it fits there
    const auto connection = reachToChange(*session, parser, stop);
    if (!connection)
        return fail(connection.error());
    return carryOut({*session, *connection, *plan}, parser, stop);
}

} // namespace

const Verb applyVerb{"apply", "PLAN.json TARGET", QT_TRANSLATE_NOOP("ctl", "Applies a plan from a file."),
                     describeChanging, run};

} // namespace gw::ctl
