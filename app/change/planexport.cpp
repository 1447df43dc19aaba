// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/planexport.h"

#include "backend/apply/ansibleexport.h"
#include "backend/apply/shellexport.h"
#include "backend/base/jsontext.h"
#include "backend/ssh/route.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace gw {

Result<QByteArray> planText(const Plan &plan, PlanFormat format, const QString &serverName)
{
    switch (format) {
    case PlanFormat::Json: return jsonText(QJsonDocument(toJson(plan)));
    case PlanFormat::Script: return shellExportOf(plan);
    case PlanFormat::Markdown: return markdownOf(plan, serverName);
    case PlanFormat::Ansible: break;
    }
    Q_UNREACHABLE();
}

Result<QString> saveFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QFile::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return Error{Error::Kind::Failed,
                     QCoreApplication::translate("PlanExport", "Write %1").arg(UntrustedText(path).shown()),
                     file.errorString(),
                     QCoreApplication::translate("PlanExport", "Choose another folder or free some space"),
                     {}};
    return path;
}

Result<QString> writePlaybook(const Plan &plan, const Server &server, const QString &folder)
{
    AnsibleHost host;
    host.name = server.name;
    if (!server.isLocal()) {
        const Target target = GW_TRY(Target::parse(server.target));
        host.host = target.host;
        host.user = target.user;
        host.port = target.port;
    }
    for (const ExportedFile &file : GW_TRY(ansibleExportOf(plan, {host}))) {
        const QString path = QDir(folder).filePath(file.name);
        QDir().mkpath(QFileInfo(path).path()); // where it cannot, saveFile() says so
        GW_TRY(saveFile(path, file.content));
        if (file.mode & 0111)
            QFile::setPermissions(path, QFile::permissions(path) | QFile::ExeOwner);
    }
    return folder;
}

} // namespace gw
