// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_apply SSH_CONFIG TARGET RUN
// Connects, writes three new files below /etc/nginx/conf.d, checks, reloads nginx, proves a new login and keeps it.
// Prints the seconds from "apply" to "keep?" and those of the whole.
#include "app/change/proving.h"
#include "backend/apply/apply.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <cstdio>

using namespace gw;

namespace {

Plan threeFiles(const QString &run)
{
    Plan plan;
    plan.host = HostId(QStringLiteral("bench"));
    plan.title = QStringLiteral("Three files");
    for (int i = 0; i < 3; ++i) {
        WriteFile write;
        write.path = RemotePath(QStringLiteral("/etc/nginx/conf.d/bench-%1-%2.conf").arg(run).arg(i));
        write.after = QStringLiteral("# bench %1 %2\n").arg(run).arg(i).toUtf8();
        plan.steps += Step{QString::number(i), write, {}, {}};
    }
    plan.steps += Step{QStringLiteral("check"), Check{Check::Kind::Nginx, {}}, {}, {}};
    plan.steps += Step{QStringLiteral("reload"),
                       ServiceAction{ServiceUnit(QStringLiteral("nginx.service")), ServiceAction::Verb::Reload},
                       {},
                       {}};
    plan.proofs = {LoginProof{}};
    return plan;
}

Result<void> run(const QStringList &arguments)
{
    QElapsedTimer whole;
    whole.start();
    RouteOptions options;
    options.configFile = arguments[1];
    const Route route = GW_TRY(routeTo(GW_TRY(Target::parse(arguments[2])), options, {}));
    const auto shell = GW_TRY(openTransport(route, {}, {}, {}));
    const Plan plan = threeFiles(arguments[3]);
    QElapsedTimer applying;
    applying.start();
    const Applied applied = GW_TRY(
        apply(*shell, {}, plan, {newTransactionId(), QStringLiteral("bench"), std::chrono::seconds(60)}, {}, {}));
    const auto *armed = std::get_if<Armed>(&applied);
    if (armed == nullptr)
        return Error{Error::Kind::Failed, QStringLiteral("apply"), QStringLiteral("it returned"), {}, {}};
    const Proven proven =
        GW_TRY(prove(proofsOf(plan), outsideOf(wayOf(route, {}, {}, *shell)), [](int, const auto &) {}, {}));
    const qint64 toQuestion = applying.elapsed();
    GW_TRY(keep(proven.login ? *proven.login->shell : *shell, {}, armed->transaction, {}));
    std::printf("%.2f %.2f\n", double(toQuestion) / 1000, double(whole.elapsed()) / 1000);
    return {};
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        return 2;
    const auto result = run(arguments);
    if (!result)
        std::fprintf(stderr, "%s\n", qPrintable(result.error().text()));
    return result ? 0 : 1;
}
