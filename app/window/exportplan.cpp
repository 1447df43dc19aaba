// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/exportplan.h"

#include "app/change/planexport.h"
#include "backend/jobs/errands.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace gw {
namespace {

QString title()
{
    return QCoreApplication::translate("ExportPlan", "Export the plan");
}

} // namespace

void exportPlan(QWidget *window, const Plan &plan, const Server &server, PlanFormat format, const Saved &done)
{
    const auto single = [&](const QString &filter, const QString &suffix, const Result<QByteArray> &content) {
        if (content)
            saveAs(window, title(), fileNameFor(server.name, suffix), filter, *content, done);
        else
            done(content.error());
    };
    switch (format) {
    case PlanFormat::Json:
        return single(QStringLiteral("JSON (*.json)"), QStringLiteral("json"), planText(plan, format, server.name));
    case PlanFormat::Script:
        return single(QCoreApplication::translate("ExportPlan", "Shell script (*.sh)"), QStringLiteral("sh"),
                      planText(plan, format, server.name));
    case PlanFormat::Markdown:
        return single(QStringLiteral("Markdown (*.md)"), QStringLiteral("md"), planText(plan, format, server.name));
    case PlanFormat::Ansible: break;
    }
    const QString folder = QFileDialog::getExistingDirectory(window, title());
    if (!folder.isEmpty())
        runErrand<QString>(
            window, [plan, server, folder] { return writePlaybook(plan, server, folder); }, done);
}

} // namespace gw
