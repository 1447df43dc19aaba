// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// applyclient SSH_CONFIG TARGET PLAN.json SECONDS
// A client that can be killed: applies a plan with that window, proves it and waits for "keep" or "undo" on standard
// input. Says on standard output, a line each, where it is: "at 3", "armed", "proven", "kept", "undone", "returned …",
// "refused …", "error …".
#include "app/change/proving.h"
#include "backend/apply/apply.h"
#include "backend/base/overloaded.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <cstdio>
#include <iostream>

using namespace gw;

namespace {

void say(const QString &line)
{
    std::printf("%s\n", line.simplified().toUtf8().constData());
    std::fflush(stdout);
}

QString placeOf(const ApplyProgress &progress)
{
    switch (progress.phase) {
    case ApplyProgress::Phase::Preparing: return QStringLiteral("at preparing");
    case ApplyProgress::Phase::CheckingAside: return QStringLiteral("at checking");
    case ApplyProgress::Phase::Arming: return QStringLiteral("at arming");
    case ApplyProgress::Phase::Proving: return QStringLiteral("at proving");
    case ApplyProgress::Phase::Step: break;
    }
    return QStringLiteral("at %1").arg(progress.step);
}

Result<Route> routeFrom(const QStringList &arguments)
{
    RouteOptions options;
    options.configFile = arguments[1];
    return routeTo(GW_TRY(Target::parse(arguments[2])), options, {});
}

Result<Plan> planFrom(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Invalid, path, file.errorString(), {}, {}};
    return planFromJson(QJsonDocument::fromJson(file.readAll()).object());
}

Result<void> decide(Shell &shell, const QString &transaction)
{
    std::string line;
    while (std::getline(std::cin, line)) {
        if (line == "undo") {
            GW_TRY(undo(shell, {}, transaction, {}));
            say(QStringLiteral("undone"));
            return {};
        }
        if (line == "keep") {
            GW_TRY(keep(shell, {}, transaction, {}));
            say(QStringLiteral("kept"));
            return {};
        }
    }
    return {};
}

Result<void> goOn(Shell &shell, const Way &way, const Plan &plan, const Armed &armed)
{
    say(QStringLiteral("armed"));
    const Proven proven = GW_TRY(prove(proofsOf(plan), outsideOf(way), [](int, const auto &) {}, {}));
    if (proven.failed) {
        say(QStringLiteral("disproved %1").arg(*proven.failed));
        GW_TRY(undo(shell, {}, armed.transaction, {}));
        say(QStringLiteral("undone"));
        return {};
    }
    say(QStringLiteral("proven"));
    return decide(proven.login ? *proven.login->shell : shell, armed.transaction);
}

Result<void> run(const QStringList &arguments)
{
    const Plan plan = GW_TRY(planFrom(arguments[3]));
    const Route route = GW_TRY(routeFrom(arguments));
    const auto shell = GW_TRY(openTransport(route, {}, {}, {}));
    const Way way = wayOf(route, {}, {}, *shell);
    const ApplyOptions options{newTransactionId(), QStringLiteral("the fault matrix"),
                               std::chrono::seconds(arguments[4].toInt())};
    const auto report = [last = QString()](const ApplyProgress &progress) mutable {
        if (const QString place = placeOf(progress); place != std::exchange(last, place))
            say(place);
    };
    const Applied applied = GW_TRY(apply(*shell, {}, plan, options, report, {}));
    return std::visit(Overloaded{
                          [&](const Armed &armed) { return goOn(*shell, way, plan, armed); },
                          [](const NotStarted &why) -> Result<void> {
                              say(QStringLiteral("refused held by “%1”, %2 conflicts, %3")
                                      .arg(why.heldBy, QString::number(why.conflicts.size()), why.checkFailed));
                              return {};
                          },
                          [](const Returned &how) -> Result<void> {
                              say(QStringLiteral("returned %1: %2 %3")
                                      .arg(how.complete ? QStringLiteral("wholly") : QStringLiteral("in part"),
                                           how.cause, how.remarks.join(QStringLiteral("; "))));
                              return {};
                          },
                      },
                      applied);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 5) {
        std::fputs("usage: applyclient SSH_CONFIG TARGET PLAN.json SECONDS\n", stderr);
        return 2;
    }
    const auto result = run(arguments);
    if (!result)
        say(QStringLiteral("error %1").arg(result.error().text()));
    return result ? 0 : 1;
}
