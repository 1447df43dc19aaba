// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/nginxview.h"

#include <QCoreApplication>

namespace gw {
namespace {

constexpr const char *id = "nginx.worker-rlimit-nofile-vs-connections";
constexpr int usualConnections = 512; ///< ngx_event.c
constexpr int usualFiles = 1024;      ///< what a process gets where nobody says otherwise

/// The events block; none: a fragment.
NginxSetting events(const NginxView &view)
{
    return view.firstIn(view.config().root(), "events");
}

int connectionsOf(const NginxView &view)
{
    const NginxSetting setting = view.firstIn(events(view), "worker_connections");
    return setting ? setting.argument(0).toInt() : usualConnections;
}

QString why(int connections)
{
    return QCoreApplication::translate("nginx", "A connection that is sent on needs two descriptors, one to each side; "
                                                "with fewer, nginx refuses requests long before it has %1 connections: "
                                                "“Too many open files”. Write “worker_rlimit_nofile %2;”.")
        .arg(connections)
        .arg(connections * 2);
}

RuleOutcome check(const NginxView &view)
{
    if (!events(view))
        return QList<Finding>{};
    const int connections = connectionsOf(view);
    const NginxSetting limit = view.firstIn(view.config().root(), "worker_rlimit_nofile");
    if (limit) {
        const int files = limit.argument(0).toInt();
        if (files <= 0 || files >= connections * 2)
            return QList<Finding>{};
        Finding finding =
            view.finding(limit, Severity::Low,
                         QCoreApplication::translate("nginx", "%1 descriptors are too few for %2 connections")
                             .arg(files)
                             .arg(connections),
                         why(connections));
        if (const NginxSetting setting = view.firstIn(events(view), "worker_connections"))
            finding.proof.append(view.lines(setting));
        return QList<Finding>{finding};
    }
    const bool isTight = connections > usualFiles || (view.isThorough(id) && connections * 2 > usualFiles);
    if (!isTight || !view.isWhole())
        return QList<Finding>{};
    const NginxSetting setting = view.firstIn(events(view), "worker_connections");
    return QList<Finding>{view.finding(
        setting, Severity::Low,
        QCoreApplication::translate("nginx", "Nothing gives nginx the descriptors for %1 connections").arg(connections),
        why(connections))};
}

QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxNode node = view.nodeAt(finding.where);
    const QByteArray files = QByteArray::number(connectionsOf(view) * 2);
    if (!node)
        return {};
    if (node.is("worker_rlimit_nofile"))
        return {nginxWithArgument(node, 0, files)};
    const NginxNode block = node.parent();
    return block.is("events") && block.parent().index() == 0
               ? QList<NginxEdit>{nginxInsertedBefore(view.treeAt(finding.where), block,
                                                      "worker_rlimit_nofile " + files + ';')}
               : QList<NginxEdit>();
}

} // namespace

const NginxRule nginx::workerRlimitNofileVsConnections{
    id,
    QT_TRANSLATE_NOOP("rules", "Worker processes may open a file for each side of a connection"),
    "nginx.org, Core functionality, worker_connections, worker_rlimit_nofile",
    everyProfile,
    check,
    fix,
};

} // namespace gw
