// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/planexport.h"

#include "app/change/planexport.h"
#include "app/ctl/terminal.h"

#include <QCoreApplication>

namespace gw::ctl {
namespace {

using namespace Qt::StringLiterals;

Error exportError(const QString &cause, const QString &advice)
{
    return {Error::Kind::Invalid, QCoreApplication::translate("ctl", "Export a plan"), cause, advice, {}};
}

Result<void> writePlan(const Plan &plan, const Server &server, PlanFormat format, const QString &path)
{
    if (format == PlanFormat::Ansible) {
        GW_TRY(writePlaybook(plan, server, path));
        return {};
    }
    GW_TRY(saveFile(path, GW_TRY(planText(plan, format, server.name))));
    return {};
}

} // namespace

Result<PlanFormat> exportFormat(const QString &name)
{
    static const QMap<QString, PlanFormat> formats{{u"json"_s, PlanFormat::Json},
                                                   {u"sh"_s, PlanFormat::Script},
                                                   {u"md"_s, PlanFormat::Markdown},
                                                   {u"ansible"_s, PlanFormat::Ansible}};
    if (formats.contains(name))
        return formats.value(name);
    return exportError(QCoreApplication::translate("ctl", "“%1” is no format").arg(UntrustedText(name).shown()),
                       QCoreApplication::translate("ctl", "Use json, sh, md or ansible"));
}

int exportPlan(const Plan &plan, const Server &server, const QCommandLineParser &parser)
{
    const auto format = exportFormat(parser.value(u"export"_s));
    if (!format)
        return fail(format.error());
    if (parser.isSet(u"output"_s)) {
        const auto written = writePlan(plan, server, *format, parser.value(u"output"_s));
        return written ? Fine : fail(written.error());
    }
    const auto text = planText(plan, *format, server.name);
    if (!text)
        return fail(text.error());
    return print(*text) ? Fine : Failed;
}

} // namespace gw::ctl
