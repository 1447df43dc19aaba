// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/planexport.h"

#include "app/ctl/terminal.h"
#include "backend/apply/shellexport.h"
#include "backend/base/jsontext.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSaveFile>

namespace gw::ctl {
namespace {

using namespace Qt::StringLiterals;

Result<QByteArray> textOf(const Plan &plan, const QString &serverName, ExportFormat format)
{
    switch (format) {
    case ExportFormat::Json: return jsonText(QJsonDocument(toJson(plan)));
    case ExportFormat::Markdown: return markdownOf(plan, serverName);
    case ExportFormat::Shell: return shellExportOf(plan);
    case ExportFormat::Ansible: break;
    }
    return QByteArray();
}

Result<void> write(const QString &path, const QByteArray &text)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return {};
    return Error{Error::Kind::Failed,
                 QCoreApplication::translate("ctl", "Write %1").arg(UntrustedText(path).shown()),
                 file.errorString(),
                 {},
                 {}};
}

} // namespace

Result<ExportFormat> exportFormat(const QString &name)
{
    if (name == u"json"_s)
        return ExportFormat::Json;
    if (name == u"sh"_s)
        return ExportFormat::Shell;
    if (name == u"md"_s)
        return ExportFormat::Markdown;
    if (name == u"ansible"_s)
        return ExportFormat::Ansible;
    return Error{Error::Kind::Invalid,
                 QCoreApplication::translate("ctl", "Export a plan"),
                 QCoreApplication::translate("ctl", "“%1” is no format").arg(UntrustedText(name).shown()),
                 QCoreApplication::translate("ctl", "Use json, sh, md or ansible"),
                 {}};
}

int exportPlan(const Plan &plan, const QString &serverName, const QCommandLineParser &parser)
{
    const auto format = exportFormat(parser.value(u"export"_s));
    if (!format)
        return fail(format.error());
    const auto text = textOf(plan, serverName, *format);
    if (!text)
        return fail(text.error());
    if (!parser.isSet(u"output"_s))
        return print(*text) ? Fine : Failed;
    if (const auto written = write(parser.value(u"output"_s), *text); !written)
        return fail(written.error());
    return Fine;
}

} // namespace gw::ctl
